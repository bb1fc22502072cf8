"""Events whose day is only the likeliest, by the days they lie between."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from graph.batch import Batch
from graph.gather import overlaps
from graph.model import Basis, Grain, Report, When, shifted
from graph.queries import queries
from graph.store import Store
from graph.write import write


def likely(day: str, earliest: str, latest: str) -> When:
    """Give a likeliest day with the days it lies between."""
    first, low, high = map(date.fromisoformat, (day, earliest, latest))
    return When(first, first, Grain.DAY, Basis.INFERRED, f"{day}?", earliest=low, latest=high)


ANY: dict[str, Any] = {"types": [], "quads": [], "statuses": [], "sources": 1, "actors": [], "places": []}
SUNDAY = likely("2019-08-25", "2019-08-22", "2019-08-26")
MONTH = When(date(2019, 8, 1), date(2019, 8, 31), Grain.MONTH, Basis.STATED, "2019-08")


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (likely("2019-08-28", "2019-08-25", "2019-08-29"), True),
        (likely("2019-08-29", "2019-08-27", "2019-08-30"), False),
        (MONTH, True),
    ],
)
def test_times_overlap_where_the_days_they_lie_between_do(other: When, meets: bool) -> None:
    assert overlaps(SUNDAY, other) is meets
    assert overlaps(other, SUNDAY) is meets


def test_a_day_is_shifted_no_farther_than_the_calendar_reaches() -> None:
    assert shifted(date(2019, 8, 25), -3) == date(2019, 8, 22)
    assert (shifted(date.min, -1), shifted(date.max, 1)) == (date.min, date.max)


@pytest.mark.parametrize(
    ("first", "last", "events"),
    [
        ("2019-08-26", "2019-08-27", 2),  # the month, and the Sunday that may have been a Monday
        ("2019-08-27", "2019-08-28", 1),  # the month alone
        ("2019-08-20", "2019-08-22", 2),  # the Sunday that may have been a Thursday
        ("2019-08-25", "2019-08-25", 1),  # that Sunday is shown, not left out
        ("2019-09-01", "2019-09-30", 0),
    ],
)
def test_a_window_possibly_holds_what_lies_between_days_of_it(
    store: Store, report: Callable[..., Report], batch: Callable[..., Batch], first: str, last: str, events: int
) -> None:
    told = [report("sure"), report("likely", when=SUNDAY, start=60), report("coarse", when=MONTH, start=120)]
    write(store, batch(*((one,) for one in told)))
    low, high = (shifted(date.fromisoformat(day), days).isoformat() for day, days in ((first, -7), (last, 8)))

    rows = store.run(queries()["events_possibly"], first=first, last=last, low=low, high=high, limit=1, **ANY)

    assert [row["events"] for row in rows] == [events]


@pytest.mark.parametrize(
    ("first", "last", "events"),
    [
        ("2019-08-27", "2019-08-28", 2),  # it had begun before
        ("2019-08-24", "2019-08-25", 1),  # the stretch ends after it; what goes on begins within it, and is shown
        ("2019-08-01", "2019-08-20", 0),
    ],
)
def test_a_window_possibly_holds_what_began_before_it_and_went_on(
    store: Store, report: Callable[..., Report], batch: Callable[..., Batch], first: str, last: str, events: int
) -> None:
    begun = date(2019, 8, 25)
    stretch = When(begun, date(2019, 8, 27), Grain.UNKNOWN, Basis.STATED, "2019-08-25/2019-08-27")
    on = When(begun, None, Grain.UNKNOWN, Basis.STATED, "2019-08-25/..")
    until = When(None, begun, Grain.UNKNOWN, Basis.STATED, "../2019-08-25")
    told = [report("stretch", when=stretch), report("on", when=on, start=60), report("until", when=until, start=120)]
    write(store, batch(*((one,) for one in told)))

    rows = store.run(queries()["events_possibly"], first=first, last=last, low=first, high=first, limit=1, **ANY)

    assert [row["events"] for row in rows] == [events]
