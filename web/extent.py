"""How far the events of the graph reach, and which part of that a picture shows at first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.derive import QUADS
from web.remembered import bins, years

YEARS_IN_MONTHS = 15
FEW = 0.02


@dataclass(frozen=True, slots=True)
class Extent:
    """Where events lie. undated: those without a day.

    start: where a picture begins that was asked for no window: behind the few that lie far before
    all others; early: how many those are.
    """

    first: date | None
    last: date | None
    start: date | None
    events: int
    undated: int
    early: int

    @property
    def early_days(self) -> tuple[date, date] | None:
        """Give the first and the last day of what lies far before, None where nothing does."""
        return (self.first, date(self.start.year - 1, 12, 31)) if self.early and self.first and self.start else None

    @property
    def early_years(self) -> str:
        """Name the years of what lies far before, "" where nothing does."""
        years = [str(day.year) for day in self.early_days or ()]
        return " to ".join(dict.fromkeys(years))


def read_extent() -> Extent:
    """Give how far the events reach, to the month where the years are few."""
    rows = years()
    undated = sum(row["starts"] or 0 for row in rows if row["first"] is None)
    full = sorted((row for row in rows if row["first"] and row["starts"]), key=lambda row: row["first"])
    events = sum(row["starts"] for row in full) + undated
    if not full:
        return Extent(None, None, None, events, undated, 0)
    first, last = full[0]["first"], full[-1]["last"]
    start = start_of([(row["first"], sum(row[quad] or 0 for quad in QUADS)) for row in full])
    early = sum(row["starts"] for row in full if row["first"] < start)
    if last.year - start.year < YEARS_IN_MONTHS:
        busy = [row for row in bins("month", start, last) if row["starts"]]
        start, last = busy[0]["first"], busy[-1]["last"]
        first = start if not early else first
    return Extent(first, last, start, events, undated, early)


def start_of(counts: Iterable[tuple[date, int]]) -> date:
    """Give the year a picture begins with.

    counts: the first day of each year that has events and how many a picture would show, in order.
    The few at the beginning are left out where the rest fills less than half of the years.

    >>> start_of([(date(1939, 1, 1), 1), (date(2018, 1, 1), 90), (date(2019, 1, 1), 200)])
    datetime.date(2018, 1, 1)
    """
    ordered = list(counts)
    all_events, before, start = sum(number for _, number in ordered), 0, ordered[0][0]
    for day, number in ordered:
        is_much_shorter = (ordered[-1][0].year - day.year + 1) * 2 < ordered[-1][0].year - ordered[0][0].year + 1
        if before <= FEW * all_events and is_much_shorter:
            start = day
        before += number
    return start
