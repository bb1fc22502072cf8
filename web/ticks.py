"""The marks of an axis of time: round days, months or years, no more than there is room for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

TICKS = 9
APART_NARROW = 28.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis, its words and their anchor. is_minor: whether a narrow screen has no room for it."""

    x: float
    label: str
    anchor: str
    is_minor: bool = False


def x_of(day: date, first: date, last: date) -> float:
    """Give where a day begins, in per cent of the picture and not outside of it."""
    days = (last - first).days + 1
    return round(min(max((day - first).days / days, 0.0), 1.0) * 100, 3)


def ticks_of(first: date, last: date) -> tuple[Tick, ...]:
    """Mark an axis at round days, months or years, at most about TICKS of them."""
    marks = round_days(first, last)
    step = -(-len(marks) // TICKS) or 1
    kept = marks[::step]
    return thinned(Tick(x_of(day, first, last), label, _anchor(day, first, last)) for day, label in kept)


def thinned(ticks: Iterable[Tick]) -> tuple[Tick, ...]:
    """Give the marks of an axis, those that stand too near to another on a narrow screen as minor."""
    found: list[Tick] = []
    past = 0.0
    for tick in ticks:
        found.append(replace(tick, is_minor=tick.x < past))
        past = past if tick.x < past else tick.x + APART_NARROW
    return tuple(found)


def round_days(first: date, last: date) -> list[tuple[date, str]]:
    """Give the days worth a mark, with their words."""
    days = (last - first).days
    if days <= 45:
        every = [first + timedelta(days=number) for number in range(days + 1)]
        return [(day, f"{day.day} {day:%b}") for day in every]
    if days <= 366 * 3:
        months = [(year, month) for year in range(first.year, last.year + 1) for month in range(1, 13)]
        starts = [date(year, month, 1) for year, month in months]
        return [(day, f"{day:%b} {day.year}") for day in starts if first <= day <= last]
    years = [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    return [(day, str(day.year)) for day in years if first <= day <= last]


def _anchor(day: date, first: date, last: date) -> str:
    """Anchor the words of a mark so that they stay inside the picture."""
    x = x_of(day, first, last)
    return "start" if x < 4 else "end" if x > 95 else "middle"
