"""Lanes under the histogram: every event of a page a mark, drawn no finer than its date is known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.model import Grain
from web.histogram import Tick, ticks_of, x_of
from web.listing import EventRow
from web.moments import short_day
from web.words import SIGN_NAMES, Sign

LANES = ("actor", "type", "place", "source")
MOST_LANES = 11
PART = 3
FINE = {Grain.MINUTE, Grain.PART_OF_DAY, Grain.DAY}
LEAST_WIDTH = 0.7
ROW_HEIGHT = 12
MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """One event on a lane, x and width in per cent; row counts from 0.

    shape: dot, bar, from (open end) or until (open start).
    is_coarse: the date is known to the month or so; is_told: it was planned, claimed or the like.
    """

    x: float
    width: float
    row: int
    shape: str
    sign: str
    is_coarse: bool
    is_told: bool
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: what its events share, the marks, its height in units of the picture."""

    name: str
    count: int
    marks: tuple[Mark, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """All lanes of a page, from `first` to `last`. undated: events that have no day and so no place.

    ticks: of an axis of their own, none where the lanes span what the bars above them span.
    """

    by: str
    first: date
    last: date
    lanes: tuple[Lane, ...]
    undated: int
    ticks: tuple[Tick, ...]

    @property
    def days(self) -> tuple[str, str]:
        """Give the first and the last day in a few letters."""
        return short_day(self.first), short_day(self.last)


def lay_lanes(events: Sequence[EventRow], by: str, first: date, last: date) -> Lanes:
    """Put events on lanes by actor, type, place or source; the fullest lanes on top, the rest on one at the end.

    Where the events fill only a small part of the window, the lanes show that part.
    """
    dated = [event for event in events if event.first or event.last]
    span = _span(dated, first, last)
    counts = Counter(name for event in dated for name in _names(event, by))
    ranked = [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    kept = ranked[:MOST_LANES]
    lanes = [_lane(name, [event for event in dated if name in _names(event, by)], *span) for name in kept]
    others = [event for event in dated if not set(_names(event, by)) & set(kept)]
    if others:
        lanes.append(_lane(f"{len(ranked) - len(kept)} others", others, *span))
    ticks = () if span == (first, last) else ticks_of(*span)
    return Lanes(by, *span, tuple(lanes), len(events) - len(dated), ticks)


def _span(events: Sequence[EventRow], first: date, last: date) -> tuple[date, date]:
    """Give the days the lanes span: the window, or the part of it in which the events lie."""
    days = [day for event in events for day in (event.first, event.last) if day and first <= day <= last]
    if not days or (max(days) - min(days)) * PART > last - first:
        return first, last
    margin = timedelta(days=max((max(days) - min(days)).days // 20, 1))
    return max(min(days) - margin, first), min(max(days) + margin, last)


def _names(event: EventRow, by: str) -> tuple[str, ...]:
    """Give the lanes an event belongs to."""
    if by == "type":
        return (event.type_name,)
    if by == "place":
        return tuple(dict.fromkeys(name for name, _ in event.places)) or ("place not named",)
    if by == "source":
        return tuple(dict.fromkeys(quote.source or "source not named" for quote in event.quotes))
    names = tuple(dict.fromkeys(party.name for party in event.parties if party.role == "DID"))
    return names or ("actor not named",)


def _lane(name: str, events: Iterable[EventRow], first: date, last: date) -> Lane:
    """Lay the marks of one lane, those that would overlap below one another."""
    ends: list[float] = []
    marks = []
    for event in sorted(events, key=lambda one: (one.first or date.min, one.last or date.max, one.id)):
        x, width = _stretch(event, first, last)
        row = next((i for i, end in enumerate(ends) if end <= x), len(ends))
        if row >= MOST_ROWS:
            row = ends.index(min(ends))
        ends[row : row + 1] = [x + width + 0.1]
        marks.append(_mark(event, x, width, row))
    return Lane(name, len(marks), tuple(marks), max(len(ends), 1) * ROW_HEIGHT + 8)


def _stretch(event: EventRow, first: date, last: date) -> tuple[float, float]:
    """Give where an event begins on the picture, and how wide it is; open sides reach the edge."""
    start = x_of(event.first, first, last) if event.first else 0.0
    past = event.last + timedelta(days=1) if event.last and event.last < date.max else None
    end = x_of(past, first, last) if past else 100.0
    if end - start < LEAST_WIDTH:
        middle = (start + end) / 2
        start = min(max(middle - LEAST_WIDTH / 2, 0.0), 100.0 - LEAST_WIDTH)
        end = start + LEAST_WIDTH
    return round(start, 3), round(end - start, 3)


def _mark(event: EventRow, x: float, width: float, row: int) -> Mark:
    """Draw one event."""
    is_coarse = event.grain not in FINE
    shape = "until" if event.first is None else "from" if event.last is None else "bar"
    if shape == "bar" and not is_coarse and event.is_day:
        shape = "dot"
    sign = SIGN_NAMES.get(Sign(event.sign), "") if event.sign else ""
    told = "" if event.status in ("actual", "ongoing") else f" ({event.status_name.lower()})"
    label = f"{event.when}: {event.summary}{told}" + (f" – {sign}" if sign else "")
    is_told = event.status not in ("actual", "ongoing", "attempted")
    return Mark(x, width, row, shape, event.sign or "none", is_coarse, is_told, label, event.href)
