"""Which reports become one event, and which do not."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import UNKNOWN_TIME, Event, Report, Status, Toll
from ingest.blocks import NEIGHBOURS, Group, pairs_of
from ingest.merge import key_ranges
from ingest.parties import Parties
from tests.ingest.blasts import ACTORS, AFGHANISTAN, BLAST, HERAT, KABUL, day, groups, is_one, merged, other, perhaps

SAME = {
    "told the same": other(),
    "with another toll, since tolls rise": other(killed=(12, 12)),
    "without a toll": other(tolls={}),
    "by the group of which the actor is part": other(actors=("haqqani",)),
    "against the state whose police it was": other(recipients=("afghanistan",)),
    "by somebody unnamed, where the rest agrees": other(actors=()),
    "by gunmen, where the rest agrees": other(actors=("gunmen",)),
    "somewhere in the country": other(place=AFGHANISTAN),
    "without a place": other(place=None),
    "as another kind of blast": other(mode="suicide-attack"),
    "as a claim": other(status=Status.CLAIMED),
    "within the days around it": other(when=day("2018-05-05", last="2018-05-07")),
    "a day later, as who counts from another zone does": other(when=day("2018-05-07")),
    "perhaps on a later day, but between days that hold this one": other(when=perhaps("2018-05-09", "2018-05-06")),
}
OTHERS = {
    "of another type": other(type="COERCE", mode="arrest"),
    "of another mode": other(mode="abduct"),
    "two days later": other(when=day("2018-05-08")),
    "perhaps two days later, between days after this one": other(when=perhaps("2018-05-08", "2018-05-07")),
    "on no known day": other(when=UNKNOWN_TIME),
    "in a town far away": other(place=HERAT),
    "by somebody else": other(actors=("iskp",)),
    "only planned": other(status=Status.PLANNED),
    "threatened": other(status=Status.THREATENED),
    "with little in common but the day and who did it": other(recipients=(), place=None, tolls={}, mode=""),
    "in another month's news, dated to the month": other(when=day("2018-06-01", last="2018-06-30")),
}


@pytest.mark.parametrize("report", SAME.values(), ids=SAME)
def test_two_articles_tell_one_event(report: Report) -> None:
    assert is_one(BLAST, report)


@pytest.mark.parametrize("report", OTHERS.values(), ids=OTHERS)
def test_two_articles_tell_two_events(report: Report) -> None:
    assert not is_one(BLAST, report)


def test_a_report_is_never_one_event_with_what_it_is_about() -> None:
    content = other(article="a", under="blast")

    assert not is_one(BLAST, content)


def test_two_deeds_of_one_sentence_are_two() -> None:
    assert not is_one(BLAST, other(article="a", start=0))


def test_one_article_telling_it_again_tells_one_event() -> None:
    again = other(article="a", when=UNKNOWN_TIME, place=None)

    assert is_one(BLAST, again)


def test_one_article_telling_of_other_days_tells_two() -> None:
    assert not is_one(BLAST, other(article="a", when=day("2018-05-07")))


def test_one_article_telling_it_again_on_a_day_in_doubt_tells_one() -> None:
    assert is_one(BLAST, other(article="a", when=perhaps("2018-05-08", "2018-05-05")))
    assert not is_one(BLAST, other(article="a", when=perhaps("2018-05-09", "2018-05-07")))


def test_one_article_on_other_deeds_of_the_same_actor_tells_two() -> None:
    again = other(article="a", when=UNKNOWN_TIME, place=None, recipients=(), tolls={})

    assert not is_one(BLAST, again)


def test_an_article_that_says_one_thing_without_end_pairs_each_report_with_its_neighbours_alone() -> None:
    groups = [Group([other(str(i), article="a", start=100 * i)], []) for i in range(300)]
    groups += [Group([other("far", article="b")], []), Group([other("known", article="c")], ["known"])]

    pairs = pairs_of(groups, Parties(ACTORS))

    within = [pair for pair in pairs if pair[1] < 300]
    assert len(within) == 300 * NEIGHBOURS - NEIGHBOURS * (NEIGHBOURS + 1) // 2
    assert max(high - low for low, high in within) == NEIGHBOURS
    assert len(pairs) - len(within) == 2 * 300 + 1


def test_who_threatens_twice_has_threatened_twice() -> None:
    threat: dict[str, Any] = {"type": "THREATEN", "mode": "violence", "when": UNKNOWN_TIME, "place": None, "tolls": {}}

    assert not is_one(other("one", article="a", **threat), other("two", article="a", start=400, **threat))


def test_who_accuses_two_has_accused_twice() -> None:
    charge: dict[str, Any] = {"type": "ACCUSE", "mode": "allege", "place": None, "tolls": {}}

    assert not is_one(
        other("one", article="a", recipients=("iskp",), **charge),
        other("two", article="a", start=400, recipients=("gunmen",), **charge),
    )
    assert is_one(
        other("one", article="a", recipients=("iskp",), **charge), other("two", recipients=("iskp",), **charge)
    )


def test_a_fight_is_not_the_blow_of_one_side() -> None:
    fight = other("one", article="a", mode="", actors=("taliban", "iskp"), recipients=("taliban", "iskp"), tolls={})
    blow = other("two", mode="", actors=("taliban",), recipients=("iskp",), place=None, tolls={})

    assert not is_one(fight, blow)


def test_fighting_goes_on_for_days_and_each_has_its_own() -> None:
    fight: dict[str, Any] = {"mode": "", "actors": ("taliban",), "recipients": ("police",), "tolls": {}}

    assert is_one(other("one", article="a", **fight), other("two", **fight))
    assert not is_one(other("one", article="a", **fight), other("two", when=day("2018-05-07"), **fight))


def test_talks_are_one_whoever_is_named_first() -> None:
    talks: dict[str, Any] = {"type": "CONSULT", "mode": "", "place": KABUL, "tolls": {}}

    assert is_one(
        other("one", article="a", actors=("qatar",), recipients=("taliban",), **talks),
        other("two", article="b", actors=("taliban", "qatar"), recipients=(), **talks),
    )
    assert not is_one(
        other("one", article="a", actors=("qatar",), recipients=("taliban",), **talks),
        other("two", article="b", actors=("qatar", "envoy"), recipients=(), **talks),
    )


def test_the_killing_of_a_named_person_is_one_however_told() -> None:
    killing: dict[str, Any] = {"mode": "targeted", "recipients": ("minister",), "place": None, "killed": (1, 1)}

    assert is_one(
        other("one", article="a", **killing), other("two", article="b", actors=(), **(killing | {"mode": ""}))
    )


def test_a_near_place_may_be_the_same_and_says_so() -> None:
    found = merged(BLAST, other(place=replace(KABUL, id="kabul-district", latitude=34.55)))

    assert len(found.events) == 1
    assert found.links[1].reasons == (
        "same day",
        "same actor",
        "same recipient",
        "nearby place",
        "same number killed",
        "same mode",
    )
    assert not is_one(BLAST, other(place=HERAT))


def test_a_third_report_that_contradicts_one_of_two_joins_neither() -> None:
    vague = other("vague", article="b", place=AFGHANISTAN)
    far = other("far", article="c", place=HERAT)

    assert groups(merged(BLAST, vague, far)) in ([["blast", "vague"], ["far"]], [["blast"], ["far", "vague"]])


def test_different_tolls_stay_visible() -> None:
    found = merged(BLAST, other(killed=(12, 15)))

    assert found.events[0].tolls == {"killed": Toll(7, 15)}
    assert found.events[0].sources == 2


def test_the_first_report_by_publication_names_the_event() -> None:
    assert merged(other("aaa", article="b"), replace(BLAST, id="zzz")).events[0].id == "zzz"


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(len(SAME) + len(OTHERS))))
def test_the_order_of_reports_within_a_merge_does_not_matter(order: list[int]) -> None:
    told = [*SAME.values(), *OTHERS.values()]
    named = [replace(report, id=f"r{place}", article=chr(ord("a") + place)) for place, report in enumerate(told)]

    assert groups(merged(*(named[place] for place in order))) == groups(merged(*named))


def test_candidates_are_read_in_a_narrow_range_of_keys() -> None:
    assert key_ranges([BLAST, other(when=UNKNOWN_TIME)]) == [("2018-04-26", "2018-05-12")]
    assert key_ranges([other(when=day("2018-01-01", last="2018-12-31"))]) == [("2018-01-01", "2018-01-02")]
    assert key_ranges([BLAST, other(when=day("2018-05-09"))]) == [("2018-04-26", "2018-05-15")]


def test_every_report_has_one_link_with_its_reasons() -> None:
    found = merged(BLAST, other(), other("alone", article="c", place=HERAT))

    assert [link.report for link in found.links] == ["alone", "blast", "other"]
    assert found.links[0].reasons == ("first to tell it",)
    assert all(0 < link.score <= 1 for link in found.links)


def test_events_are_values_of_their_reports() -> None:
    event: Event = merged(BLAST, other(place=None)).events[0]

    assert event.summary == "Taliban bombed Afghan police in Kabul."
    assert event.place == KABUL
