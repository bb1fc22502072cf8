"""Slips of the parser around names: each is mended where it was made, and sound sentences stay as they are."""

import pytest

from ingest.document import Token
from ingest.parse import Parser
from ingest.repair import repaired
from ingest.repair_words import read_repairs
from tests.ingest.trees import hangs_on, parsed


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        ("The governor of the Peruvian region of Puno, Walter Paz, said that troops had fired.", "Paz", "governor"),
        ("A senior adviser to President Juan Soto, Miguel Paz, warned of a coup.", "Paz", "adviser"),
        ("She told the army's chief, General Juan Paz, that the talks were over.", "Paz", "chief"),
        ("The envoy met Juan Soto, the mayor, in Lima.", "mayor", "Soto"),
    ],
)  # fmt: skip
def test_a_name_renames_the_office_and_no_other_name(parser: Parser, text: str, name: str, noun: str) -> None:
    assert hangs_on(parsed(parser, text), name) == (noun, "appos")


def test_a_name_beside_a_place_without_an_office_stays_where_it_was(parser: Parser) -> None:
    text = "Rebels shelled the palace of the sultan in Agadez, Ibrahim Oumarou, on Friday."

    assert hangs_on(parsed(parser, text), "Oumarou")[0] != "palace"


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("The rebels released 24 hostages on Friday and Chad freed 39 prisoners.", "Chad", "freed"),
        ("Her interior minister, Amina Diallo, called on all voters to stay calm.", "minister", "called"),
    ],
)  # fmt: skip
def test_a_verb_gets_its_subject_back(parser: Parser, text: str, subject: str, verb: str) -> None:
    assert hangs_on(parsed(parser, text), subject) == (verb, "nsubj")


def test_a_day_joined_to_a_day_is_no_subject(parser: Parser) -> None:
    text = "The rebels shelled the town on Friday and Saturday and took the bridge."

    assert hangs_on(parsed(parser, text), "Saturday") == ("Friday", "conj")


def test_who_helped_to_kill_is_no_victim(parser: Parser) -> None:
    text = (
        "At least 87 people who were allegedly killed last month by Chad's Republican Guard and allied militias "
        "were buried in a mass grave, the UN office said on Thursday."
    )

    assert hangs_on(parsed(parser, text), "militias") == ("Guard", "conj")


def test_what_was_buried_with_the_victims_stays_with_them(parser: Parser) -> None:
    text = "The soldiers killed by rebels were buried, and civilians fled."

    assert hangs_on(parsed(parser, text), "civilians") == ("fled", "nsubj")


def test_who_speaks_after_a_list_is_no_part_of_it(parser: Parser) -> None:
    text = (
        "At least 200 people were killed in the assault, ten of them civilians, and more than 400 injured, "
        "the region's human rights ombudsman, Juan Paz, said on Wednesday evening."
    )

    assert hangs_on(parsed(parser, text), "ombudsman") == ("said", "nsubj")


def test_a_verb_goes_on_with_who_spoke_over_a_clause_within_the_clause(parser: Parser) -> None:
    text = (
        "A panel said that it had reason to believe that all parties had committed crimes since the war began, "
        "and accused the government of torture."
    )

    assert hangs_on(parsed(parser, text), "accused") == ("said", "conj")


def test_a_line_that_begins_with_a_preposition_and_has_no_verb_above_it_is_left_alone() -> None:
    tokens = [
        Token(0, "Out", "out", "ADP", "IN", "ROOT", 0, 0, 3, ""),
        Token(1, "of", "of", "ADP", "IN", "prep", 0, 4, 6, ""),
        Token(2, "Chad", "chad", "PROPN", "NNP", "pobj", 1, 7, 11, "GPE"),
        Token(3, "fled", "flee", "VERB", "VBD", "advcl", 0, 12, 16, ""),
    ]

    assert repaired(tokens, read_repairs()) == tokens


@pytest.mark.parametrize("opening", ["Dagalo, writing on Friday, called for calm.", "Dagalo called for calm."])
def test_a_surname_at_the_head_of_a_sentence_is_who_acts(parser: Parser, opening: str) -> None:
    text = f"The force is led by General Mohamed Hamdan Dagalo. {opening}"

    assert hangs_on(parsed(parser, opening), "Dagalo") in {("called", "advmod"), ("called", "nsubj")}
    document = parsed(parser, text)
    last = [token for token in document.tokens if token.text == "Dagalo"][-1]
    assert (document.tokens[last.head].text, last.dep, last.pos) == ("called", "nsubj", "PROPN")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Long met the army's chief. Long after midnight, long talks ended.",
        "Ana Early met the army's chief. Early on Friday, ten men died.",
    ],
)
def test_a_word_that_is_somebodys_surname_stays_a_word(parser: Parser, text: str) -> None:
    document = parsed(parser, text)
    last = [token for token in document.tokens if token.text in ("Long", "Early")][-1]
    assert last.pos != "PROPN"
