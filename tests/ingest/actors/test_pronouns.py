"""Whom he, she, it and they mean, and when they mean nobody that is known."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Published
from ingest.actors import ActorFinder
from ingest.parse import Parser

DAY = date(2022, 11, 3)


@pytest.fixture(scope="module")
def meant(parser: Parser, actor_finder: ActorFinder) -> Callable[[str, str], str]:
    def found(text: str, word: str) -> str:
        """Give the name of whom the last such word means, "" where it means nobody."""
        ((_, document),) = parser.parse([Article("a", "", text, DAY)])
        actors = actor_finder.find(document, Published(DAY, DAY, "given"))
        last = [token.i for token in document.tokens if token.text == word][-1]
        mention = actors.by_head.get(last)
        return actors.by_id[mention.actor].name if mention else ""

    return found


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Egypt said that it was following the talks.", "it", "Egypt"),
        ("Guterres, who had proposed it when he visited Moscow, was pleased.", "he", "António Guterres"),
        ("Hamas, which has run the strip since it drove out Fatah, denied the report.", "it", "Hamas"),
        ("The Rapid Support Forces withdrew after the army raided one of its camps.", "its", "Rapid Support Forces"),
        ("Boko Haram issued a video. Its fighters had burned two villages.", "fighters", "Boko Haram"),
        ("Kenyan soldiers said they had killed ten men.", "they", "Kenya Defence Forces"),
        ("The campaign was led by Juan Soto's former ally, Ana Paz. She called for calm.", "She", "Ana Paz"),
    ],
)
def test_a_pronoun_means_whom_its_clause_tells(
    meant: Callable[[str, str], str], text: str, word: str, wanted: str
) -> None:
    assert meant(text, word) == wanted


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kenya was not at the table, and it was unclear whether talks would resume.", "it"),
        ("Uganda said the truce had failed. It remained to be seen what came next.", "It"),
        ("Hamas praised the attack, whoever carried it out.", "it"),
        ("Al-Shabaab fired rockets at the base. One of them hit a school.", "them"),
        ("Russia and Ukraine met in Istanbul, where they signed a pact.", "they"),
        ("The campaign was led by Ana Paz and Eva Soto. She called for calm.", "She"),
    ],
)
def test_an_unsure_pronoun_means_nobody(meant: Callable[[str, str], str], text: str, word: str) -> None:
    assert meant(text, word) == ""


def test_who_was_a_spokesman_is_no_she(meant: Callable[[str, str], str]) -> None:
    assert meant("A spokesman, Karim Saleh, met reporters. She left early.", "She") == ""


def test_a_definite_noun_takes_up_the_body_whose_name_has_it(meant: Callable[[str, str], str]) -> None:
    text = "The UN Security Council met. Eritrea was named. The council condemned the raid."

    assert meant(text, "council") == "UN Security Council"


def test_a_bloc_is_the_last_union_named(meant: Callable[[str, str], str]) -> None:
    assert meant("The African Union met in Abuja. The bloc imposed sanctions.", "bloc") == "African Union"
