"""Events over time as a small picture: cooperation above the line, hostility below it, one bar a month or year."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from web.words import Sign, sign_of

WHOLE, HALF, GAP = 100.0, 64, 20
MOST_MONTHS = 72
Counts = dict[int, dict[str, int]]
ORDER = (Sign.COOPERATIVE, Sign.VERBAL, Sign.HOSTILE)


@dataclass(frozen=True, slots=True)
class Bar:
    """One block of the picture: across in per cent of its width, down in pixels."""

    x: float
    y: float
    width: float
    height: float
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One label under the picture, at a per cent of its width; anchor is SVG's text-anchor."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class StripRow:
    """The same as one row of a table: a month or year and its counts."""

    period: str
    cooperative: int
    verbal: int
    hostile: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A picture and its table. grain is month or year; most is the highest bar; undated events are apart."""

    grain: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    rows: tuple[StripRow, ...]
    undated: int
    most: int
    height: int = 2 * HALF + GAP
    middle: int = HALF


def strip_of(rows: Iterable[dict[str, Any]], beside: Iterable[dict[str, Any]] = ()) -> Strip | None:
    """Draw rows of month (`2019-08`, or another word for undated), quad and events; None where there are none.

    beside: the rows of a picture next to it, with which it shares its months and its scale.

    >>> strip_of([{"month": "2019-08", "quad": "MX", "events": 2}]).rows
    (StripRow(period='2019-08', cooperative=0, verbal=0, hostile=2),)
    """
    counts, undated = _counted(rows)
    if not counts and not undated:
        return None
    others, _ = _counted(beside)
    shown = counts.keys() | others.keys()
    is_fine = not shown or max(shown) - min(shown) < MOST_MONTHS
    if not is_fine:
        counts, others = _by_year(counts), _by_year(others)
    return _drawn(counts, others, undated, "month" if is_fine else "year")


def _counted(rows: Iterable[dict[str, Any]]) -> tuple[Counts, int]:
    """Give the events of each month by sign, and how many have no month or no sign."""
    counts: Counts = defaultdict(lambda: defaultdict(int))
    undated = 0
    for row in rows:
        month, sign = _month(row["month"] or ""), sign_of(row["quad"])
        if month is None or not sign:
            undated += row["events"]
        else:
            counts[month][sign] += row["events"]
    return counts, undated


def _month(text: str) -> int | None:
    """Number a month from year 0, None where the text is none."""
    year, _, month = text.partition("-")
    return int(year) * 12 + int(month) - 1 if year.isdigit() and month.isdigit() else None


def _by_year(counts: Counts) -> Counts:
    """Sum months to years."""
    years: Counts = defaultdict(lambda: defaultdict(int))
    for month, by_sign in counts.items():
        for sign, count in by_sign.items():
            years[month // 12][sign] += count
    return years


def _drawn(counts: Counts, others: Counts, undated: int, grain: str) -> Strip:
    """Lay out the bars, ticks and rows. others: what is drawn beside it."""
    if not counts:
        return Strip(grain, (), (), (), undated, 0)
    low, high = min({*counts, *others}), max({*counts, *others})
    low, high = (low - 3, high + 3) if high - low < 6 else (low, high)
    step = WHOLE / (high - low + 1)
    most, whole = _tallest(counts), max(_tallest(counts), _tallest(others))
    bars = [
        bar
        for at, of in sorted(counts.items())
        for bar in _bars((at - low) * step, step, of, (HALF - 4) / whole, _period(at, grain))
    ]
    rows = tuple(StripRow(_period(at, grain), *(of[sign] for sign in ORDER)) for at, of in sorted(counts.items()))
    return Strip(grain, tuple(bars), _ticks(low, high, step, grain), rows, undated, most)


def _tallest(counts: Counts) -> int:
    """Give how many events the tallest bar stands for."""
    return max((max(of[Sign.COOPERATIVE], of[Sign.VERBAL] + of[Sign.HOSTILE]) for of in counts.values()), default=0)


def _bars(x: float, step: float, of: dict[str, int], unit: float, period: str) -> list[Bar]:
    """Stack one period's blocks: cooperation up; hostile acts down, and hostile words under them."""
    width = max(step * 0.8, 0.2)
    x = x + (step - width) / 2
    found, below = [], float(HALF)
    for sign in (Sign.COOPERATIVE, Sign.HOSTILE, Sign.VERBAL):
        height = of[sign] * unit
        if not height:
            continue
        y = HALF - height if sign == Sign.COOPERATIVE else below
        below += 0 if sign == Sign.COOPERATIVE else height
        found.append(Bar(round(x, 2), round(y, 2), round(width, 2), round(height, 2), sign, f"{period}: {of[sign]}"))
    return found


def _period(at: int, grain: str) -> str:
    """Name a month or a year."""
    return f"{at // 12:04d}-{at % 12 + 1:02d}" if grain == "month" else f"{at:04d}"


def _ticks(low: int, high: int, step: float, grain: str) -> tuple[Tick, ...]:
    """Label about five periods, evenly apart."""
    every = max(1, -(-(high - low + 1) // 5))
    return tuple(
        Tick(
            round((at - low + 0.5) * step, 2) if at > low else 0, _period(at, grain), "middle" if at > low else "start"
        )
        for at in range(low, high + 1, every)
    )
