"""What reports that come later do to the events there are: they join them, make them one, or found their own."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import permutations

from graph.batch import Link
from graph.gather import Origin
from graph.model import Report
from ingest.merge import Known, Merged
from tests.ingest.blasts import ACTORS, BLAST, HERAT, day, groups, merged, other


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
