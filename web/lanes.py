"""Lanes under the histogram: every event of a page a mark, drawn no finer than its date is known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.model import Grain
from web.histogram import Tick, ticks_of, x_of
from web.hours import has_hours, ticks_by_hour
from web.listing import EventRow
from web.moments import short_day
from web.words import SIGN_NAMES, Sign

LANES = ("actor", "type", "place", "source")
UNNAMED = {"actor": "no actor named", "place": "no place", "source": "no source"}
MOST_LANES = 6
PART = 3
FINE = {Grain.MINUTE, Grain.PART_OF_DAY, Grain.DAY}
LEAST_WIDTH = 0.7
UNSURE_WIDTH = 2.6
ROW_HEIGHT = 12
MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """One event on a lane, x and width in per cent; row counts from 0.

    shape: dot, bar, from (open end) or until (open start).
    is_coarse: the date is known to the month or so, or, among hours, to the day; is_unsure: it is only probable
    or about right; is_reported: only the day of its report tells when it was;
    is_told: it was planned, claimed or the like. told_at: x of the day it was first reported, None where that
    lies within the mark, before it, or outside the picture; reach: from where to where it may have been, where
    its day is only the likeliest.
    """

    x: float
    width: float
    row: int
    shape: str
    sign: str
    is_coarse: bool
    is_unsure: bool
    is_reported: bool
    is_told: bool
    label: str
    href: str
    told_at: float | None = None
    reach: tuple[float, float] | None = None

    @property
    def end(self) -> float:
        """Give where it ends."""
        return round(self.x + self.width, 3)

    @property
    def middle(self) -> float:
        """Give where its middle is."""
        return round(self.x + self.width / 2, 3)

    @property
    def fade(self) -> str:
        """Name the way it fades out, "" where it has firm ends."""
        return {"from": "open-end", "until": "open-start"}.get(self.shape, "both-ends" if self.is_unsure else "")


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
    has_hours: whether marks stand at the hours that are told.
    """

    by: str
    first: date
    last: date
    lanes: tuple[Lane, ...]
    undated: int
    ticks: tuple[Tick, ...]
    has_hours: bool

    @property
    def days(self) -> tuple[str, str]:
        """Give the first and the last day in a few letters."""
        return short_day(self.first), short_day(self.last)


def lay_lanes(events: Sequence[EventRow], by: str, first: date, last: date) -> Lanes:
    """Put events on lanes by actor, type, place or source; the fullest lanes on top, the rest on one.

    What names no actor, place or source has a lane of its own, the last.
    Where the events fill only a small part of the window, the lanes show that part.
    """
    dated = [event for event in events if event.first or event.last]
    span = _span(dated, first, last)
    counts = Counter(name for event in dated for name in _names(event, by))
    ranked = sorted(counts.keys() - {UNNAMED.get(by, "")}, key=lambda name: (-counts[name], name))
    kept = [*ranked[:MOST_LANES], *counts.keys() & {UNNAMED.get(by, "")}]
    lanes = [_lane(name, [event for event in dated if name in _names(event, by)], *span) for name in kept]
    others = [event for event in dated if not set(_names(event, by)) & set(kept)]
    if others:
        lanes.insert(MOST_LANES, _lane(f"{len(ranked) - MOST_LANES} others", others, *span))
    is_fine = has_hours(*span)
    ticks = ticks_by_hour(*span) if is_fine else () if span == (first, last) else ticks_of(*span)
    return Lanes(by, *span, tuple(lanes), len(events) - len(dated), ticks, is_fine)


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
        return tuple(dict.fromkeys(name for name, _ in event.places)) or (UNNAMED[by],)
    if by == "source":
        return tuple(dict.fromkeys(quote.source or UNNAMED[by] for quote in event.quotes))
    names = tuple(dict.fromkeys(party.name for party in event.parties if party.role == "DID"))
    return names or (UNNAMED["actor"],)


def _lane(name: str, events: Iterable[EventRow], first: date, last: date) -> Lane:
    """Lay the marks of one lane, those that would overlap below one another."""
    ends: list[float] = []
    marks = []
    for event in sorted(events, key=lambda one: (one.first or date.min, one.last or date.max, one.id)):
        x, width = _stretch(event, first, last)
        reach = _reach(event, first, last)
        start = min(x, reach[0]) if reach else x
        row = next((i for i, end in enumerate(ends) if end <= start), len(ends))
        if row >= MOST_ROWS:
            row = ends.index(min(ends))
        mark = _mark(event, x, width, row, among_hours=has_hours(first, last))
        mark = replace(mark, told_at=_told_at(event, mark.end, first, last), reach=reach)
        ends[row : row + 1] = [max(mark.end, mark.told_at or 0.0, reach[1] if reach else 0.0) + 0.1]
        marks.append(mark)
    return Lane(name, len(marks), tuple(marks), max(len(ends), 1) * ROW_HEIGHT + 8)


def _stretch(event: EventRow, first: date, last: date) -> tuple[float, float]:
    """Give where an event begins on the picture, and how wide it is; open sides reach the edge."""
    hours = _hours_on(event, first, last)
    if hours:
        return hours
    least = UNSURE_WIDTH if event.is_unsure else LEAST_WIDTH
    start = x_of(event.first, first, last) if event.first else 0.0
    past = event.last + timedelta(days=1) if event.last and event.last < date.max else None
    end = x_of(past, first, last) if past else 100.0
    return _wide_enough(start, end, least)


def _reach(event: EventRow, first: date, last: date) -> tuple[float, float] | None:
    """Give from where to where an event may have been whose day is only the likeliest, None for any other."""
    if event.between is None:
        return None
    earliest, latest = event.between
    past = latest + timedelta(days=1) if latest < date.max else latest
    return x_of(earliest, first, last), x_of(past, first, last)


def _told_at(event: EventRow, end: float, first: date, last: date) -> float | None:
    """Give where the middle of the day is on which an event was first reported, if that lies after the mark's end."""
    day = min((quote.published for quote in event.quotes if quote.published), default=None)
    if day is None or not first <= day <= last:
        return None
    middle = round(x_of(day, first, last) + 50 / ((last - first).days + 1), 3)
    return middle if middle > end + LEAST_WIDTH / 2 else None


def _hours_on(event: EventRow, first: date, last: date) -> tuple[float, float] | None:
    """Give where the hours told of an event begin on a picture of hours, and how wide they are; else None."""
    if not event.hours or not event.first or event.first < first or not has_hours(first, last):
        return None
    days = (last - first).days + 1
    start, end = (((event.first - first).days + hour / 24) / days * 100 for hour in event.hours)
    return _wide_enough(min(start, 100.0), min(end, 100.0))


def _wide_enough(start: float, end: float, least: float = LEAST_WIDTH) -> tuple[float, float]:
    """Give where a mark begins and how wide it is, never too narrow to be seen."""
    if end - start < least:
        middle = (start + end) / 2
        start = min(max(middle - least / 2, 0.0), 100.0 - least)
        end = start + least
    return round(start, 3), round(end - start, 3)


def _mark(event: EventRow, x: float, width: float, row: int, *, among_hours: bool) -> Mark:
    """Draw one event. among_hours: whether the picture shows hours."""
    is_coarse = not (event.grain in FINE or event.is_day) or (among_hours and not event.hours)
    is_stretch = among_hours and event.hours is not None and event.hours[0] < event.hours[1]
    shape = "until" if event.first is None else "from" if event.last is None else "bar"
    if shape == "bar" and not is_coarse and event.is_day and not is_stretch:
        shape = "dot"
    sign = SIGN_NAMES.get(Sign(event.sign), "") if event.sign else ""
    told = "" if event.status in ("actual", "ongoing") else f" ({event.status_name.lower()})"
    rest = ", dated only by its report" if event.is_reported else ""
    rest += f", reported {event.quotes[0].day}" if event.quotes and event.quotes[0].published else ""
    label = f"{event.when}{rest}: {event.summary}{told}" + (f" – {sign}" if sign else "")
    is_told = event.status not in ("actual", "ongoing", "attempted")
    return Mark(
        x,
        width,
        row,
        shape,
        event.sign or "none",
        is_coarse,
        event.is_unsure,
        event.is_reported,
        is_told,
        label,
        event.href,
    )
