"""Which hours of its day an event was told for, from the words that date it."""

import csv
import re
from functools import cache, lru_cache
from pathlib import Path

from graph.model import Basis, Report

TABLE = Path(__file__).with_name("day_parts.tsv")
CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\b"
    r"|\b(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)\b",
    re.IGNORECASE,
)

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# "two o'clock on" before "Friday morning": the clock's part of an hour told in words
O_CLOCK = re.compile(
    rf"\b(?P<hour>{'|'.join(NUMBERS)}|1[0-2]|[1-9])(?:\s+o['’]clock)(?:\s+(?:on|in|that|this))?\s*$",
    re.IGNORECASE,
)
HALVES = re.compile(r"\b(?P<half>morning|afternoon|evening|night)\b", re.IGNORECASE)

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


@lru_cache(maxsize=16_384)
def hours_of(expression: str | None) -> Hours | None:
    """Give from which to which hour of its day a time expression speaks, None where it names no hour.

    A night goes on after midnight, so its end may lie beyond 24. Hours are those of the text, in its own zone.

    >>> hours_of("Sunday night"), hours_of("at 5:30 p.m. on Monday"), hours_of("on Monday")
    ((18.0, 30.0), (17.5, 17.5), None)
    """
    text = expression or ""
    clock = CLOCK.search(text)
    if clock:
        hour = int(clock["hour24"] or clock["hour"])
        if clock["half"] and 1 <= hour <= 12:  # "17:30 p.m." is told by the clock of 24 hours all the same
            hour = hour % 12 + 12 * (clock["half"].lower() == "p")
        told = hour + int(clock["minute24"] or clock["minute"] or 0) / 60
        return told, told
    return next((hours for words, hours in _parts() if words.search(text)), None)


def hours_before(expression: str | None, before: str) -> Hours | None:
    """Give the hour that the words right before a time expression tell of its part of the day, else its own hours.

    >>> hours_before("Friday morning", "came into force at two o'clock on ")
    (2.0, 2.0)
    >>> hours_before("Friday morning", "came into force on "), hours_before("Monday", "at two o'clock on ")
    ((6.0, 12.0), None)
    """
    told, clock, half = hours_of(expression), O_CLOCK.search(before), HALVES.search(expression or "")
    if not (clock and half) or told is None or told[0] == told[1]:
        return told
    word = clock["hour"].lower()
    hour = (NUMBERS.index(word) + 1 if word in NUMBERS else int(word)) % 12
    part = half["half"].lower()
    # of which of its two days the small hours of a night are is not sure, nor which twelve is meant but after noon
    if (part == "night" and hour < 6) or (hour == 0 and part != "afternoon"):
        return told
    number = float(hour + 12 * (part != "morning"))
    return number, number


def hours_told(report: Report) -> Hours | None:
    """Give the hours a report tells of its one day, in the text's own zone; None where its words name none."""
    when = report.when
    # a day carried over from other sentences brings the words of those, but not their hour
    is_carried = "?" in when.edtf and when.basis == Basis.INFERRED
    if is_carried or not when.is_day():
        return None
    place = (when.start or 0) - report.start
    is_within = when.start is not None and 0 <= place <= len(report.quote)
    return hours_before(when.expression, report.quote[:place] if is_within else "")
