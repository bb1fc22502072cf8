"""Which reports become one event, and which do not."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.batch import Link
from graph.gather import Origin
from graph.model import (
    UNKNOWN_TIME,
    Actor,
    Argument,
    Article,
    Basis,
    Event,
    Grain,
    Kind,
    Membership,
    Place,
    PlaceMention,
    Report,
    Status,
    Toll,
    When,
)
from ingest.blocks import NEIGHBOURS, Group, pairs_of
from ingest.merge import Known, Merged, key_ranges, merge
from ingest.parties import Parties

KABUL = Place("kabul", "Kabul", "AFG", 34.53, 69.17, "city")
PAGHMAN = Place("paghman", "Paghman", "AFG", 34.59, 68.95, "town")
HERAT = Place("herat", "Herat", "AFG", 34.35, 62.20, "city")
AFGHANISTAN = Place("afg", "Afghanistan", "AFG", 34.0, 66.0, "country")
ACTORS = {
    actor.id: actor
    for actor in (
        Actor("taliban", "Taliban", Kind.ARMED_GROUP, "AFG", "REB"),
        Actor("haqqani", "Haqqani network", Kind.ARMED_GROUP, "AFG", "REB", part_of=(Membership("taliban"),)),
        Actor("iskp", "Islamic State Khorasan", Kind.ARMED_GROUP, "AFG", "REB"),
        Actor("police", "Afghan police", Kind.POLICE, "AFG", "COP"),
        Actor("afghanistan", "Afghanistan", Kind.COUNTRY, "AFG", "GOV"),
        Actor("gunmen", "gunmen", Kind.ARMED_GROUP, "", "UAF"),
        Actor("minister", "Jan Saleh", Kind.PERSON, "AFG", "GOV", part_of=(Membership("afghanistan"),)),
        Actor("envoy", "Anna Roth", Kind.PERSON, "DEU", "GOV"),
        Actor("qatar", "Qatar", Kind.COUNTRY, "QAT", "GOV"),
    )
}


def day(text: str, *, last: str = "") -> When:
    """Give one day, or the days up to another."""
    first = date.fromisoformat(text)
    end = date.fromisoformat(last or text)
    return When(first, end, Grain.MONTH if last else Grain.DAY, Basis.STATED, text)


SUNDAY = day("2018-05-06")
# An attack nobody could take for another: who, whom, how, where and how many.
BLAST = Report(
    id="blast",
    article="a",
    type="ASSAULT",
    mode="explosives",
    cameo="183",
    status=Status.ACTUAL,
    when=SUNDAY,
    start=0,
    end=80,
    trigger_start=10,
    trigger_end=16,
    quote="The Taliban bombed police in Kabul on Sunday.",
    rule="bomb",
    actors=(Argument("taliban", "Taliban", 0, 7),),
    recipients=(Argument("police", "police", 20, 26),),
    place=PlaceMention(KABUL, "Kabul", 30, 35),
    tolls={"killed": Toll(7, 7)},
)


def other(id_: str = "other", *, article: str = "b", start: int = 200, **given: object) -> Report:
    """Tell the blast again, in another article, with something told otherwise.

    Actors are given by id, a place as a place, a toll as two numbers.
    """
    for slot in ("actors", "recipients"):
        if slot in given:
            given[slot] = tuple(Argument(str(id_), str(id_), 0, 1) for id_ in given[slot])  # type: ignore[attr-defined]
    if isinstance(given.get("place"), Place):
        given["place"] = PlaceMention(given["place"], "there", 0, 5)  # type: ignore[arg-type]
    if "killed" in given:
        given["tolls"] = {"killed": Toll(*given.pop("killed"))}  # type: ignore[misc]
    return replace(BLAST, id=id_, article=article, start=start, end=start + 80, **given)  # type: ignore[arg-type]


def merged(*reports: Report, known: Known | None = None) -> Merged:
    """Merge reports of articles a to z, each a day later than the one before."""
    articles = {
        report.article: Article(report.article, report.article, "", date(2018, 5, 7 + ord(report.article) - ord("a")))
        for report in reports
    }
    return merge(reports, known or Known(), articles, actors=ACTORS)


def groups(found: Merged) -> list[list[str]]:
    """Give the ids of the reports of each event."""
    by_event: dict[str, list[str]] = {}
    for link in found.links:
        by_event.setdefault(link.event, []).append(link.report)
    return sorted(sorted(ids) for ids in by_event.values())


def is_one(*reports: Report) -> bool:
    """Say whether all of these become one event."""
    return len(merged(*reports).events) == 1


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
}
OTHERS = {
    "of another type": other(type="COERCE", mode="arrest"),
    "of another mode": other(mode="abduct"),
    "two days later": other(when=day("2018-05-08")),
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


def known_from(found: Merged, reports: Iterable[Report]) -> Known:
    """Give what the graph would know after this merge."""
    by_id = {report.id: report for report in reports}
    told: dict[str, list[Report]] = {}
    for link in found.links:
        told.setdefault(link.event, []).append(by_id[link.report])
    origins = {r.article: Origin(r.article, date(2018, 5, 7 + ord(r.article) - ord("a"))) for r in by_id.values()}
    return Known({event: tuple(some) for event, some in told.items()}, origins, ACTORS, frozenset())


def test_a_report_that_comes_later_joins_the_graphs_event_under_its_id() -> None:
    known = known_from(merged(other("later", article="b")), [other("later", article="b")])

    found = merged(BLAST, known=known)

    assert [(event.id, event.reports) for event in found.events] == [("later", ("blast", "later"))]
    assert [(link.report, link.event) for link in found.links] == [("blast", "later")]


def test_a_report_between_two_events_of_the_graph_makes_them_one() -> None:
    far = other("far", article="b", recipients=(), killed=(7, 7), actors=())
    near = other("near", article="c", place=None, tolls={})
    apart = merged(far, near)
    assert len(apart.events) == 2

    found = merged(BLAST, known=known_from(apart, [far, near]))

    assert len(found.events) == 1
    assert found.redirects == {"near": "far"}


def test_a_founding_report_told_anew_does_not_take_the_event_of_others() -> None:
    kept = Known({"blast": (other(article="b", place=HERAT),)}, {"b": Origin("b")}, ACTORS, frozenset({"blast"}))

    found = merged(BLAST, known=kept)

    assert [event.id for event in found.events] == ["blast-2"]


def by_article(reports: Sequence[Report]) -> dict[str, list[Report]]:
    """Group reports by article."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        found.setdefault(report.article, []).append(report)
    return found


def one_by_one(articles: Iterable[list[Report]]) -> list[list[str]]:
    """Merge article after article, as ingesting them one by one does, and give the groups at the end."""
    seen: list[Report] = []
    event_of: dict[str, str] = {}
    for reports in articles:
        everything = Merged((), tuple(Link(report, event) for report, event in event_of.items()), {})
        found = merged(*reports, known=known_from(everything, seen))
        event_of |= {link.report: link.event for link in found.links}
        event_of = {report: found.redirects.get(event, event) for report, event in event_of.items()}
        seen += reports
    by_event: dict[str, list[str]] = {}
    for report, event in event_of.items():
        by_event.setdefault(event, []).append(report)
    return sorted(sorted(ids) for ids in by_event.values())


def test_articles_give_the_same_events_in_any_order() -> None:
    herat = {"place": HERAT, "recipients": ("afghanistan",), "killed": (2, 2)}
    reports = [
        BLAST,
        other("a2", article="a", start=400, **herat),
        other("b1", article="b", killed=(9, 9)),
        other("b2", article="b", start=500, when=day("2018-05-03")),
        other("c1", article="c", place=None),
        other("c2", article="c", start=600, **herat),
        other("d1", article="d", type="CONSULT", mode="", actors=("qatar",), recipients=("taliban",), tolls={}),
    ]
    expected = [["a2", "c2"], ["b1", "blast", "c1"], ["b2"], ["d1"]]

    assert groups(merged(*reports)) == expected
    for order in permutations(by_article(reports).values()):
        assert one_by_one(order) == expected


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(len(SAME) + len(OTHERS))))
def test_the_order_of_reports_within_a_merge_does_not_matter(order: list[int]) -> None:
    told = [*SAME.values(), *OTHERS.values()]
    named = [replace(report, id=f"r{place}", article=chr(ord("a") + place)) for place, report in enumerate(told)]

    assert groups(merged(*(named[place] for place in order))) == groups(merged(*named))


def test_candidates_are_read_in_a_narrow_range_of_keys() -> None:
    assert key_ranges([BLAST, other(when=UNKNOWN_TIME)]) == [("2018-04-26", "2018-05-08")]
    assert key_ranges([other(when=day("2018-01-01", last="2018-12-31"))]) == [("2018-01-01", "2018-01-02")]
    assert key_ranges([BLAST, other(when=day("2018-05-09"))]) == [("2018-04-26", "2018-05-11")]


def test_every_report_has_one_link_with_its_reasons() -> None:
    found = merged(BLAST, other(), other("alone", article="c", place=HERAT))

    assert [link.report for link in found.links] == ["alone", "blast", "other"]
    assert found.links[0].reasons == ("first to tell it",)
    assert all(0 < link.score <= 1 for link in found.links)


def test_events_are_values_of_their_reports() -> None:
    event: Event = merged(BLAST, other(place=None)).events[0]

    assert event.summary == "Taliban bombed Afghan police in Kabul."
    assert event.place == KABUL
