"""What the words of two sentences say of whether they tell one event."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.model import (
    Actor,
    Argument,
    Article,
    Basis,
    Grain,
    Kind,
    Place,
    PlaceMention,
    Report,
    Role,
    Status,
    Thing,
    Toll,
    When,
)
from ingest.merge import Known, merge
from ingest.wording import is_deed_and_outcome, names_parties_of, shared_words, speaks_of_parties_of

DAY = When(date(2018, 5, 6), date(2018, 5, 6), Grain.DAY, Basis.STATED, "2018-05-06")
GAO = PlaceMention(Place("gao", "Gao", "MLI", 16.27, -0.04, "city"), "Gao", 0, 3)
PEOPLE = (Kind.CIVILIANS,)
GAO_REGION = PlaceMention(Place("gao-region", "Gao Region", "MLI", 17.0, 0.5, "region"), "the north", 0, 9)
ACTORS = {
    actor.id: actor
    for actor in (
        Actor("chad", "Chad", Kind.COUNTRY, "TCD"),
        Actor("front", "Malian National Front", Kind.ARMED_GROUP, "MLI"),
        Actor("mayor", "Ann Lee", Kind.PERSON),
        Actor("mayor-mli", "Ann Lee", Kind.PERSON, "MLI"),
        Actor("civilians", "civilians in Mali", Kind.CIVILIANS, "MLI"),
        Actor("ukraine", "Ukraine", Kind.COUNTRY, "UKR"),
    )
}


def told(quote: str, trigger: str, *, article: str = "a", at: int = 0, **given: Any) -> Report:
    """Give a report of a sentence, which stands `at` characters into its article, by its trigger."""
    for slot in ("actors", "recipients"):
        given[slot] = tuple(Argument(who, ACTORS[who].name, at, at + 1) for who in given.get(slot, ()))
    low = at + quote.index(trigger)
    killed = given.pop("killed", 0)
    tolls = {"killed": Toll(killed, killed)} if killed else {}
    defaults: dict[str, Any] = {"type": "ASSAULT", "mode": "", "when": DAY, "tolls": tolls}
    return Report(
        id=f"{article}{low}", article=article, cameo="", status=Status.ACTUAL, start=at, end=at + len(quote),
        trigger_start=low, trigger_end=low + len(trigger), quote=quote, rule="r", **(defaults | given),
    )  # fmt: skip


def is_one(*reports: Report) -> bool:
    """Say whether all of these become one event, whatever order they come in."""
    articles = {r.article: Article(r.article, "", "", date(2018, 5, 7)) for r in reports}
    found = {len(merge(order, Known(), articles, actors=ACTORS).events) for order in (reports, reports[::-1])}
    return found == {1}


BOMB = "Two explosions at a checkpoint killed three officers."


def test_what_did_it_and_what_came_of_it_are_one() -> None:
    deed = told(BOMB, "explosions", mode="explosives")
    doer = Thing("Two explosions", 0, 14, Role.ACTOR)

    assert is_one(deed, told(BOMB, "killed", killed=3, things=(doer,)))
    assert not is_one(deed, told(BOMB, "killed", killed=3))


@pytest.mark.parametrize(
    ("quote", "first", "second", "expected"),
    [
        ("At least 200 were killed in the assault, officials said.", "killed", "assault", True),
        ("Ten were killed and many hurt in the attack on the town.", "killed", "attack", True),
        ("Ten were killed in the worst day since the coup of May.", "killed", "coup", False),
        ("Shelling and the raid on the town cost ten lives.", "Shelling", "raid", False),
    ],
)
def test_a_count_two_deeds_share_makes_them_one_unless_words_set_them_apart(
    quote: str, first: str, second: str, expected: bool
) -> None:
    assert is_deed_and_outcome(told(quote, first, killed=10), told(quote, second, killed=10)) == expected


def test_other_deeds_of_one_sentence_stay_two() -> None:
    quote = "Gunmen abducted and killed a judge."
    doer = (Thing("Gunmen", 0, 6, Role.ACTOR),)

    assert not is_one(told(quote, "abducted", mode="abduct", things=doer), told(quote, "killed", killed=1, things=doer))


def test_a_deed_told_again_as_the_deed_is_one() -> None:
    first = told("An attack in Gao cost lives.", "attack", place=GAO)
    again = "Nobody claimed the attack."

    assert is_one(first, told(again, "attack", at=300))
    assert not is_one(first, told("Another attack followed.", "attack", at=300))


def test_a_toll_that_rose_in_one_town_on_one_day_is_one_where_the_words_agree() -> None:
    at_first = told(
        "A car bomb at a police academy killed ten.", "killed", place=GAO, killed=10, recipients=["civilians"]
    )
    later = told("The car bomb left 21 dead at a police academy.", "left", article="b", place=GAO, mode="targeted",
                 killed=21, actors=["front"], recipients=["civilians"])  # fmt: skip

    assert is_one(at_first, later)
    assert not is_one(at_first, replace(later, place=None))
    assert not is_one(at_first, replace(later, tolls={"killed": Toll(90, 90)}))


def test_many_dead_counted_twice_in_one_article_are_the_same_dead() -> None:
    first = told("Soldiers killed over 100 people.", "killed", tolls={"killed": Toll(100, None)}, recipients=PEOPLE)
    again = "Some 107 people were reported killed."

    assert is_one(first, told(again, "killed", at=300, killed=107, recipients=PEOPLE))
    assert not is_one(first, told(again, "killed", at=300, killed=40, recipients=PEOPLE))


def test_a_person_is_one_by_full_name() -> None:
    killing: dict[str, Any] = {"killed": 1, "actors": ()}

    assert is_one(
        told("Police spoke of the murder of Ann Lee.", "murder", recipients=["mayor"], **killing),
        told("The murder of Ann Lee caused unrest.", "murder", article="b", recipients=["mayor-mli"], **killing),
    )


def test_a_signing_is_one_where_the_other_sentence_names_a_party() -> None:
    signed = told("Chad and the Malian National Front signed an accord.", "signed", type="SUPPORT",
                  actors=["chad", "front"], recipients=["chad", "front"])  # fmt: skip
    bare = told("The accord signed that day commits the MNF to disarm.", "signed", article="b", type="SUPPORT")
    other = told("The accord signed that day commits nobody to anything.", "signed", article="b", type="SUPPORT")

    assert names_parties_of(signed, bare, lambda _: "")
    assert is_one(signed, bare)
    assert not is_one(signed, other)


def test_a_mediation_is_one_where_the_other_sentence_names_the_mediator_by_surname() -> None:
    led = told("Ann Lee, who led the mediation, spoke of progress.", "mediation", type="CONSULT", actors=["mayor"])
    bare = told("Others mediated alongside Lee.", "mediated", article="b", type="CONSULT")

    assert is_one(led, bare)
    assert not is_one(led, told("Others mediated alongside Leeds.", "mediated", article="b", type="CONSULT"))


def test_a_signing_is_one_where_the_words_agree_and_the_other_sentence_has_an_adjective_of_a_party() -> None:
    signed = told("Ukraine signed an agreement to let tonnes of grain leave its ports.", "signed", type="SUPPORT",
                  actors=["ukraine"])  # fmt: skip
    bare = told("Tonnes of maize left Ukrainian ports after it was signed.", "signed", article="b", type="SUPPORT")
    other = replace(bare, quote="Dozens of towns cheered Ukrainian troops after it was signed.")

    assert speaks_of_parties_of(signed, bare)
    assert is_one(signed, bare)
    assert not is_one(signed, other)


def test_a_place_named_in_the_sentence_of_a_report_that_lies_nowhere_counts_half() -> None:
    first = told("Three rockets were fired at the airport from Gao.", "fired", mode="heavy-weapons",
                 place=GAO, killed=3)  # fmt: skip
    bare = told("Three died as rockets were fired at the airport by men in Gao.", "fired", mode="heavy-weapons",
                article="b", killed=3)  # fmt: skip

    assert is_one(first, bare)
    assert not is_one(first, replace(bare, quote=bare.quote.replace("Gao", "Mopti")))


def test_a_town_in_a_region_is_the_same_place_where_the_sentence_names_it() -> None:
    first = told("Three aid workers died in clashes in Gao.", "died", place=GAO, killed=3)
    named = told("Three people were killed in Gao in the north.", "killed", article="b", place=GAO_REGION, killed=3)
    unnamed = told("Three people were killed in the north.", "killed", article="b", place=GAO_REGION, killed=3)

    assert is_one(first, named)
    assert not is_one(first, unnamed)


def test_names_and_common_words_are_not_shared_words() -> None:
    a = told("Chad fired three rockets on Monday evening.", "fired", actors=["chad"])

    assert shared_words(a, told("Rockets from Chad were fired on Monday.", "fired", article="b")) == 1
