"""A picture of hours: whether a window is short enough for one, its axis, and its bars."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from web.histogram import Bin, Histogram, bar_of
from web.moments import as_day, short_day
from web.ticks import Tick, thinned
from web.words import sign_of

MOST_DAYS = 4


def has_hours(first: date, last: date) -> bool:
    """Say whether a window is short enough to show hours."""
    return (last - first).days < MOST_DAYS


def ticks_by_hour(first: date, last: date) -> tuple[Tick, ...]:
    """Mark every day and, between, every sixth hour, or every third of a single day.

    Where there are several days, a narrow screen has their names alone: no hour stands there without its day.
    """
    days = (last - first).days + 1
    every = 3 if days == 1 else 6 if days == 2 else 12
    found = []
    for hour in range(0, days * 24, every):
        day = first + timedelta(days=hour // 24)
        label = f"{hour % 24}:00" if hour % 24 else f"{day.day} {day:%b}"
        found.append(Tick(round(hour / (days * 24) * 100, 3), label, "middle" if hour else "start"))
    if days == 1:
        return thinned(found)
    return tuple(replace(tick, is_minor=tick.label.endswith(":00")) for tick in found)


def bars_by_hour(
    rows: Iterable[dict[str, Any]], first: date, last: date, address: Callable[[date, date], str]
) -> Histogram | None:
    """Give the bars of a short window, None where no event of it names an hour.

    rows: of day, hour_first, hour_last, quad, is_unsure and events. What is told of a stretch, such as a night, stands
    in every bar of it, and what is told without an hour in none.
    """
    days = (last - first).days + 1
    step = 1 if days == 1 else 2 if days == 2 else 3
    signs: dict[int, Counter[tuple[str, bool]]] = {}
    for row in rows:
        day = as_day(row["day"])
        if day is None or row["hour_first"] is None:
            continue
        start = (day - first).days * 24 + row["hour_first"]
        end = max((day - first).days * 24 + row["hour_last"], start + 0.01)
        sign = sign_of(row["quad"]), bool(row["is_unsure"])
        for number in range(max(math.floor(start / step), 0), min(math.ceil(end / step), days * 24 // step)):
            signs.setdefault(number, Counter())[sign] += row["events"]
    if not signs:
        return None
    bins = {
        number: _bin(first + timedelta(days=number * step // 24), counts) for number, counts in sorted(signs.items())
    }
    highest, wide = max(one.total for one in bins.values()), 100 * step / (days * 24)
    bars = tuple(
        bar_of(one, (number * wide, (number + 1) * wide), highest, _name(one.first, number * step % 24, step),
               address(one.first, one.last))
        for number, one in bins.items()
    )  # fmt: skip
    return Histogram(first, last, "hour" if step == 1 else f"{step} hours", bars, ticks_by_hour(first, last), highest)


def _bin(day: date, counts: Counter[tuple[str, bool]]) -> Bin:
    """Give what some hours of a day hold."""
    return Bin(day, day, counts)


def _name(day: date, hour: int, step: int) -> str:
    """Name some hours of a day.

    >>> _name(date(2019, 8, 25), 21, 3)
    '25 Aug 2019, 21:00 to 24:00'
    """
    return f"{short_day(day)}, {hour}:00 to {hour + step}:00"
