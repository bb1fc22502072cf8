"""Casualties by source, side by side, with what they disagree on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from graph.model import EFFECTS

Bounds = tuple[int | None, int | None]
UNKNOWN: Bounds = (None, None)
PLURAL: Bounds = (2, 99)  # what the reader gives people told by a plural without a number


@dataclass(frozen=True, slots=True)
class TollLine:
    """What a source says of the victims: figures by effect, in the order of the page's effects."""

    source: str
    href: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tolls:
    """Casualties by source. disagreements: the effects on which reports differ, in words."""

    effects: tuple[str, ...]
    lines: tuple[TollLine, ...]
    totals: tuple[str, ...]
    disagreements: tuple[str, ...]


def figure(low: int | None, high: int | None) -> str:
    """Give a number of people in words, "" where none is given; a plural without a number is no count.

    >>> figure(3, 3), figure(3, 12), figure(3, None), figure(None, 12), figure(2, 99)
    ('3', '3 to 12', 'at least 3', 'at most 12', 'several')
    """
    if (low, high) == PLURAL:
        return "several"
    if low is None and high is None:
        return ""
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"at most {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def tolls_of(event: dict[str, Any], reports: list[dict[str, Any]]) -> Tolls | None:
    """Set the figures of every report side by side, None where no report gives any."""
    effects = tuple(effect for effect in EFFECTS if any(_bounds(one, effect) != UNKNOWN for one in reports))
    if not effects:
        return None
    lines = _lines(effects, reports)
    totals = tuple(figure(*_bounds(event, effect)) for effect in effects)
    return Tolls(effects, lines, totals, tuple(_disagreements(effects, reports)))


def _lines(effects: tuple[str, ...], reports: list[dict[str, Any]]) -> tuple[TollLine, ...]:
    """Give a line for each source and what it says; figures of one source that do not differ share a line."""
    lines: list[TollLine] = []
    for one in reports:
        figures = tuple(figure(*_bounds(one, effect)) for effect in effects)
        line = TollLine(one["source"] or one["title"] or one["article"], f"#report-{one['id']}", figures)
        fitting = (i for i, known in enumerate(lines) if _fit(known, line))
        if not any(figures):
            continue
        if (at := next(fitting, None)) is None:
            lines.append(line)
        else:
            both = tuple(old or new for old, new in zip(lines[at].figures, figures, strict=True))
            lines[at] = replace(lines[at], figures=both)
    return tuple(lines)


def _fit(one: TollLine, other: TollLine) -> bool:
    """Say whether two lines of one source give no effect two figures."""
    pairs = zip(one.figures, other.figures, strict=True)
    return one.source == other.source and all(not a or not b or a == b for a, b in pairs)


def _bounds(row: dict[str, Any], effect: str) -> Bounds:
    """Give the lowest and the highest figure of one effect."""
    return row[f"{effect}_low"], row[f"{effect}_high"]


def _disagreements(effects: tuple[str, ...], reports: list[dict[str, Any]]) -> Iterator[str]:
    """Name each effect on which two reports cannot both be right, their figures lowest first."""
    for effect in effects:
        given = {_bounds(one, effect) for one in reports} - {UNKNOWN}
        highest_low = max((low for low, _ in given if low is not None), default=0)
        lowest_high = min((high for _, high in given if high is not None), default=highest_low)
        if highest_low > lowest_high:
            in_order = sorted(given, key=lambda pair: (pair[0] or 0, pair[1] or 0))
            yield f"{effect}: " + " against ".join(figure(*pair) for pair in in_order)
