"""What an event is, from the reports that tell it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from graph.gather import Origin, best_time, gather
from graph.model import UNKNOWN_TIME, Basis, Confidence, Event, Grain, Perpetrator, Place, Report, Status, Toll, When

ORIGINS = {"a1": Origin("First", date(2019, 8, 27)), "a2": Origin("Second", date(2019, 8, 26)), "a3": Origin("First")}
NAMES = {"israel": "Israel", "hamas": "Hamas", "egypt": "Egypt"}
KHAN_YUNIS = Place("khan-yunis", "Khan Yunis", "PSE", 31.34, 34.3, "city")

MakeReport = Callable[..., Report]


def gathered(*reports: Report) -> Event:
    """Gather an event."""
    return gather("e", reports, origins=ORIGINS, names=NAMES)


def days(first: str, last: str, *, basis: Basis = Basis.STATED) -> When:
    """Give a time of some days."""
    return When(date.fromisoformat(first), date.fromisoformat(last), Grain.WEEK, basis, f"{first}/{last}")


def test_actors_stand_in_the_order_of_publication(report: MakeReport) -> None:
    found = gathered(
        report("r1", actors=("israel",), recipients=("hamas",)),
        report("r2", article="a2", actors=("egypt", "israel"), recipients=()),
    )

    assert (found.actors, found.recipients, found.reports) == (("egypt", "israel"), ("hamas",), ("r2", "r1"))


def test_the_order_of_the_reports_does_not_matter(report: MakeReport) -> None:
    reports = [
        report("r1", killed=(1, 2), mode="aerial"),
        report("r2", article="a2", mode="drone", place=KHAN_YUNIS),
        report("r3", article="a3", status=Status.CLAIMED, when=""),
    ]

    assert len({repr(gathered(*order)) for order in permutations(reports)}) == 1


@pytest.mark.parametrize(
    ("given", "high"),
    [((20, None), 23), ((30, None), None)],
    ids=["a count closes the least", "a least above it stays"],
)
def test_a_toll_without_an_end_stays_open_unless_a_count_ends_it(
    given: tuple[int, None], high: int | None, report: MakeReport
) -> None:
    one, two = report("r1"), report("r2", article="a2")
    found = gathered(replace(one, tolls={"killed": Toll(*given)}), replace(two, tolls={"killed": Toll(23, 23)}))
    assert found.tolls["killed"].high == high


def test_tolls_span_what_anybody_says(report: MakeReport) -> None:
    found = gathered(
        report("r1", killed=(3, 3)), report("r2", article="a2", killed=(10, 12)), report("r3", article="a3")
    )

    assert found.tolls == {"killed": Toll(3, 12)}


def test_sources_are_counted_not_articles(report: MakeReport) -> None:
    assert gathered(report("r1"), report("r2", article="a2"), report("r3", article="a3")).sources == 2


def test_a_fact_told_by_one_outweighs_the_claim_of_another(report: MakeReport) -> None:
    found = gathered(report("r1", status=Status.CLAIMED), report("r2", article="a2", status=Status.ACTUAL))

    assert found.status == Status.ACTUAL


@pytest.mark.parametrize("word", [Status.ACCUSED, Status.CLAIMED, Status.DENIED])
def test_whom_only_the_words_of_others_name_is_no_actor_of_what_happened(word: Status, report: MakeReport) -> None:
    found = gathered(report("r1"), report("r2", article="a2", actors=("egypt",), status=word))

    assert (found.status, found.actors) == (Status.ACTUAL, ("israel",))
    assert "Egypt" not in found.summary


def test_whom_only_the_words_of_others_name_stays_the_actor_of_what_is_alleged(report: MakeReport) -> None:
    found = gathered(
        report("r1", actors=("egypt",), status=Status.ACCUSED), report("r2", article="a2", actors=(), mode="aerial")
    )

    assert (found.status, found.actors) == (Status.ACCUSED, ("egypt",))


def test_perpetrators_are_those_of_all_reports_each_as_the_surest_has_it(report: MakeReport) -> None:
    def told(id_: str, *pairs: tuple[str, Confidence], article: str = "a1") -> Report:
        return replace(report(id_, article=article), perpetrators=tuple(Perpetrator(*pair) for pair in pairs))

    found = gathered(
        told("r1", ("egypt", Confidence.POSSIBLE), ("hamas", Confidence.ACCUSED)),
        told("r2", ("hamas", Confidence.CLAIMED), article="a2"),
    )

    assert found.perpetrators == (Perpetrator("hamas", Confidence.CLAIMED), Perpetrator("egypt", Confidence.POSSIBLE))


def test_the_finest_place_is_the_events(report: MakeReport) -> None:
    assert gathered(report("r1"), report("r2", article="a2", place=KHAN_YUNIS)).place == KHAN_YUNIS


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        ([days("2019-08-19", "2019-08-25"), days("2019-08-25", "2019-08-25")], "2019-08-25/2019-08-25"),
        ([days("2019-08-20", "2019-08-20"), days("2019-08-25", "2019-08-25"), days("2019-08-24", "2019-08-26")],
         "2019-08-25/2019-08-25"),
        ([days("2019-08-20", "2019-08-20", basis=Basis.INFERRED), days("2019-08-01", "2019-08-31")],
         "2019-08-01/2019-08-31"),
        ([UNKNOWN_TIME, days("2019-08-20", "2019-08-20")], "2019-08-20/2019-08-20"),
    ],
    ids=["the narrowest of those that agree", "the one most agree with", "one read from words", "any rather than none"],
)  # fmt: skip
def test_the_time_chosen_is(whens: list[When], expected: str) -> None:
    assert best_time(whens).edtf == expected


def test_reports_without_a_day_make_an_event_without_one() -> None:
    assert best_time([UNKNOWN_TIME, UNKNOWN_TIME]) == UNKNOWN_TIME


def test_who_fights_with_whom_is_not_named_twice(report: MakeReport) -> None:
    both = ("israel", "hamas")

    assert gathered(report("r1", mode="firearms", actors=both, recipients=both, place=None)).summary == (
        "Israel and Hamas opened fire."
    )


def test_who_did_it_is_no_surer_than_the_reports_that_name_them(report: MakeReport) -> None:
    found = gathered(report("r1", status=Status.ACCUSED), report("r2", article="a2", status=Status.ACTUAL, actors=()))

    assert found.status == Status.ACCUSED
    assert found.summary.startswith("Israel was accused of having")


def test_one_person_found_twice_is_named_once(report: MakeReport) -> None:
    found = gather(
        "e", [report("r1", recipients=("one", "two"))], origins=ORIGINS, names={"one": "Ann Lee", "two": "Ann Lee"}
    )

    assert found.summary.count("Ann Lee") == 1
