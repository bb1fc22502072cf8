"""Main verbs the parser took for part of a phrase get their subject back; sound phrases stay as they are."""

import pytest

from ingest.parse import Parser
from tests.ingest.trees import hangs_on, parsed


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("The Greek-led alliance bombed Tripoli.", "alliance", "bombed"),
        ("LIMA, May 2 - The Greek-led alliance bombed Tripoli.", "alliance", "bombed"),
        ("The coalition bombed Tobruk.", "coalition", "bombed"),
        (
            "Sendero, which Chile, the United States and the European Union regard as a terrorist organisation, "
            "has ruled Puno and has cracked down on smaller groups.",
            "Sendero",
            "ruled",
        ),
        (
            "Sendero, the militia that Chile, the United States and the European Union regard as a terrorist group, "
            "has ruled Puno since 2007, and has cracked down on smaller groups.",
            "Sendero",
            "ruled",
        ),
        ("Togo, which hosted talks in Lome on May 6, called on both sides to disarm.", "Togo", "called"),
        ("Togo, which hosted the envoys of both in May, condemned the raid on Monday.", "Togo", "condemned"),
    ],
)
def test_a_main_verb_has_the_subject_before_it(parser: Parser, text: str, subject: str, verb: str) -> None:
    document = parsed(parser, text)

    assert hangs_on(document, subject) == (verb, "nsubj")
    assert hangs_on(document, verb) == (verb, "ROOT")


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("A man named John.", "man", "named"),
        ("Two soldiers wounded in Lima.", "soldiers", "wounded"),
        ("The judge, who fled to Togo in May, accused of fraud.", "judge", "accused"),
    ],
)
def test_a_participle_stays_with_its_noun(parser: Parser, text: str, noun: str, verb: str) -> None:
    assert hangs_on(parsed(parser, text), verb) == (noun, "acl")


def test_what_somebody_states_keeps_its_own_subject(parser: Parser) -> None:
    document = parsed(parser, "The so-called command states that Juan Paz, chief of the police, is to blame.")

    assert hangs_on(document, "Paz") == ("is", "nsubj")


@pytest.mark.parametrize(
    ("text", "harm", "blow"),
    [
        (
            "Police hunted a man believed to have left a bag that exploded on Friday, wounding 13 people.",
            "wounding",
            "exploded",
        ),
        ("Gunmen attacked a bus that had left the depot, killing ten people.", "killing", "attacked"),
    ],
)
def test_a_harm_hangs_on_the_blow_that_did_it(parser: Parser, text: str, harm: str, blow: str) -> None:
    assert hangs_on(parsed(parser, text), harm)[0] == blow


@pytest.mark.parametrize(
    ("text", "harm", "blow"),
    [
        (
            "Chilean police opened fire on rioters who stormed the parliament in Lima on Tuesday, killing five people.",
            "killing",
            "opened",
        ),
        ("Soldiers fired at marchers who attacked a court in Puno, wounding three.", "wounding", "fired"),
        ("Gunmen attacked a convoy that was carrying aid, killing ten drivers.", "killing", "attacked"),
        ("Police hunted a man who attacked a school on Friday, killing ten.", "killing", "attacked"),
        ("Police arrested rebels who stormed a prison on Friday, killing ten guards.", "killing", "stormed"),
    ],
)
def test_a_harm_after_a_clause_about_whom_a_blow_strikes_is_the_blows(
    parser: Parser, text: str, harm: str, blow: str
) -> None:
    assert hangs_on(parsed(parser, text), harm)[0] == blow


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Police opened fire on rioters who stormed the parliament in Lima on Tuesday, killing five people.", "opened"),
        ("The army shelled rebels who had taken a hill on Tuesday, killing twelve.", "taken"),
        ("Police arrested rebels who stormed a prison on Tuesday, killing ten guards.", "stormed"),
    ],
)
def test_a_day_before_a_harm_is_the_blows_but_for_what_had_come_before(parser: Parser, text: str, verb: str) -> None:
    document = parsed(parser, text)
    [day] = [token for token in document.tokens if token.text == "Tuesday"]

    assert document.tokens[document.tokens[day.head].head].text == verb


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("An explosion at a market killed at least 68 people.", "killed", ("killed", "ROOT")),
        ("An explosion at a market killed at least 68 people.", "explosion", ("killed", "nsubj")),
        ("A list of villagers killed in May.", "killed", ("villagers", "acl")),
        ("Nearly 600 people, fighters among them, had been wounded.", "people", ("wounded", "nsubjpass")),
        (
            "Ten nurses had been killed and nearly 600 people, fighters among them, had been wounded.",
            "people",
            ("wounded", "nsubjpass"),
        ),
    ],
)
def test_what_tells_harm_hangs_on_whom_it_befell(parser: Parser, text: str, word: str, told: tuple[str, str]) -> None:
    assert hangs_on(parsed(parser, text), word) == told
