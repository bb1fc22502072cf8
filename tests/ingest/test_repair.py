"""Slips of the parser: each is mended where it was made, and sound sentences stay as they are."""

from collections.abc import Iterator

import pytest

from ingest.document import Token
from ingest.parse import Parser
from ingest.repair import repaired
from ingest.repair_words import read_repairs
from tests.ingest.trees import hangs_on, parsed


@pytest.mark.parametrize(
    ("text", "verb", "governor"),
    [
        ("The army denied that it had lost the bridge, accused the rebels of it and left.", "accused", "denied"),
        ("The ministry said the talks had ended but warned that troops would stay.", "warned", "said"),
        ("The army said that it had been a mistake, and offered help.", "offered", "said"),
        ("Experts said they had reason to think that rebels had burnt it, and accused the army.", "accused", "said"),
        ("The army said that the rebels fled and left their weapons.", "left", "fled"),
    ],
)  # fmt: skip
def test_a_verb_goes_on_with_who_spoke(parser: Parser, text: str, verb: str, governor: str) -> None:
    assert hangs_on(parsed(parser, text), verb) == (governor, "conj")


def test_two_subjects_that_touch_are_one_name() -> None:
    tokens = [
        Token(0, "rebel", "rebel", "NOUN", "NN", "nsubj", 2, 0, 5, ""),
        Token(1, "Army", "army", "PROPN", "NNP", "nsubj", 2, 6, 10, ""),
        Token(2, "threatened", "threaten", "VERB", "VBD", "ROOT", 2, 11, 21, ""),
    ]

    mended = repaired(tokens, read_repairs())

    assert [(token.head, token.dep) for token in mended] == [(1, "compound"), (2, "nsubj"), (2, "ROOT")]


def test_a_subject_gets_its_own_verb_back(parser: Parser) -> None:
    text = (
        "Norway, which brokered a ceasefire, offered to mediate again, but President Juan Lopez rejected the proposal."
    )
    document = parsed(parser, text)

    assert hangs_on(document, "Norway") == ("offered", "nsubj")
    assert hangs_on(document, "rejected") == ("offered", "conj")
    assert hangs_on(document, "Lopez") == ("rejected", "nsubj")


def test_the_first_verb_of_a_list_governs_the_others(parser: Parser) -> None:
    document = parsed(parser, "Lima apologised, said that it had been a mistake, and offered compensation.")

    assert hangs_on(document, "apologised") == ("apologised", "ROOT")
    assert hangs_on(document, "said") == ("apologised", "conj")
    assert hangs_on(document, "Lima") == ("apologised", "nsubj")


def test_a_clause_without_a_comma_is_about_no_name(parser: Parser) -> None:
    text = "Ortega, a former lawmaker close to President Juan Lopez who was arrested in April, was freed."

    assert hangs_on(parsed(parser, text), "arrested") == ("lawmaker", "relcl")


def test_a_semicolon_ends_what_is_said(parser: Parser) -> None:
    text = "Aid workers said ten people died when shells hit a clinic; the government denied that it had fired on it."

    assert hangs_on(parsed(parser, text), "said") == ("said", "ROOT")


def test_every_tree_has_one_root_and_no_circle(parser: Parser) -> None:
    text = (
        "Norway, which brokered a ceasefire, offered to mediate again, but President Juan Lopez rejected the proposal."
    )
    document = parsed(parser, text)

    for token in document.tokens:
        steps, place = 0, token
        while place.head != place.i:
            place, steps = document.tokens[place.head], steps + 1
            assert steps <= len(document.tokens)
        assert place.text == "offered"


def test_what_would_hang_on_itself_is_left_as_it_was() -> None:
    tokens = [
        Token(0, "said", "say", "VERB", "VBD", "ROOT", 0, 0, 4, ""),
        Token(1, "left", "leave", "VERB", "VBD", "ccomp", 0, 5, 9, ""),
    ]

    def tangling(*_: object) -> Iterator[Token]:
        yield tokens[0]._replace(head=1)

    assert repaired(tokens, read_repairs(), (tangling,)) == tokens


def test_a_change_that_would_hang_on_itself_costs_no_other() -> None:
    tokens = [
        Token(0, "said", "say", "VERB", "VBD", "ROOT", 0, 0, 4, ""),
        Token(1, "left", "leave", "VERB", "VBD", "ccomp", 0, 5, 9, ""),
        Token(2, "today", "today", "NOUN", "NN", "npadvmod", 0, 10, 15, ""),
    ]

    def tangling(*_: object) -> Iterator[Token]:
        yield tokens[0]._replace(head=1)
        yield tokens[2]._replace(head=1)

    assert repaired(tokens, read_repairs(), (tangling,)) == [*tokens[:2], tokens[2]._replace(head=1)]


@pytest.mark.parametrize(
    ("text", "thing", "verb"),
    [
        ("Chad struck what it called a rebel base.", "base", "struck"),
        ("Chad raided what officials said was a hideout.", "hideout", "raided"),
        ("Chad bombed what the army described as smuggling camps.", "camps", "bombed"),
        ("Chad shelled what appeared to be a depot.", "depot", "shelled"),
        ("Chad hanged what it called spies.", "spies", "hanged"),
        ("Chad flattened what it said was a hideout.", "hideout", "flattened"),
        ("Police dispersed what they called an illegal rally.", "rally", "dispersed"),
        ("Chad expelled what it called spies.", "spies", "expelled"),
        ("Chad freed what it called hostages.", "hostages", "freed"),
        ("Chad shot down what it called a spy drone.", "drone", "shot"),
        ("Chad sank what it called a smuggling boat.", "boat", "sank"),
    ],
)
def test_what_a_thing_is_called_is_what_is_acted_on(parser: Parser, text: str, thing: str, verb: str) -> None:
    assert hangs_on(parsed(parser, text), thing) == (verb, "dobj")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Reporters asked what officials said was a hideout.", "hideout"),
        ("Chad condemned what it called a massacre.", "massacre"),
        ("Chad praised what it called a peaceful vote.", "vote"),
        ("Chad rejected what it called an attack on its rights.", "attack"),
        ("Chad demanded what it called an end of the siege.", "end"),
        ("Chad described what it called a raid.", "raid"),
    ],
)
def test_what_is_asked_or_judged_is_nothing_that_is_acted_on(parser: Parser, text: str, thing: str) -> None:
    assert hangs_on(parsed(parser, text), thing)[1] != "dobj"


def test_an_adjective_taken_for_a_subject_belongs_to_the_name_after_it(parser: Parser) -> None:
    document = parsed(parser, "Sudan's paramilitary Rapid Support Forces shelled a camp.")

    assert hangs_on(document, "paramilitary") == ("Forces", "amod")
    assert hangs_on(document, "Sudan") == ("Forces", "poss")
