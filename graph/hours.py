"""Which hours of its day an event was told for, from the words that date it."""

import csv
import re
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("day_parts.tsv")
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
