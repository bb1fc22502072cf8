"""Which hours of its day an event was told for, from the words that date it, and an axis of hours."""

import csv
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from web.histogram import Tick

TABLE = Path(__file__).with_name("day_parts.tsv")
MOST_DAYS = 4
CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\b"
    r"|\b(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)\b",
    re.IGNORECASE,
)

Hours = tuple[float, float]


@cache
def _parts() -> tuple[tuple[re.Pattern[str], Hours], ...]:
    """Give the parts of the day, the longest words first."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines, delimiter="\t"), key=lambda row: -len(row["words"]))
    return tuple(
        (re.compile(rf"\b{re.escape(row['words'])}\b", re.IGNORECASE), (float(row["first"]), float(row["last"])))
        for row in rows
    )


def hours_of(expression: str | None) -> Hours | None:
    """Give from which to which hour of its day a time expression speaks, None where it names no hour.

    A night goes on after midnight, so its end may lie beyond 24. Hours are those of the text, in its own zone.

    >>> hours_of("Sunday night"), hours_of("at 5:30 p.m. on Monday"), hours_of("on Monday")
    ((18.0, 30.0), (17.5, 17.5), None)
    """
    text = expression or ""
    clock = CLOCK.search(text)
    if clock and clock["hour24"]:
        hour = int(clock["hour24"]) + int(clock["minute24"]) / 60
        return hour, hour
    if clock and 1 <= int(clock["hour"]) <= 12:
        hour = int(clock["hour"]) % 12 + int(clock["minute"] or 0) / 60 + 12 * (clock["half"].lower() == "p")
        return hour, hour
    return next((hours for words, hours in _parts() if words.search(text)), None)


def has_hours(first: date, last: date) -> bool:
    """Say whether a window is short enough to show hours."""
    return (last - first).days < MOST_DAYS


def ticks_by_hour(first: date, last: date) -> tuple[Tick, ...]:
    """Mark every day and, between, every sixth hour, or every third of a single day."""
    days = (last - first).days + 1
    every = 3 if days == 1 else 6 if days == 2 else 12
    found = []
    for hour in range(0, days * 24, every):
        day = first + timedelta(days=hour // 24)
        label = f"{hour % 24}:00" if hour % 24 else f"{day.day} {day:%b}"
        found.append(Tick(round(hour / (days * 24) * 100, 3), label, "middle" if hour else "start"))
    return tuple(found)
