"""Lanes under the histogram: every event of a page a mark, drawn no finer than its date is known."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.model import Grain
from web.filters import Filters
from web.histogram import Tick, ticks_of, x_of
from web.hours import has_hours, ticks_by_hour
from web.listing import EventRow
from web.moments import short_day
from web.words import SIGN_NAMES, Sign

LANES = ("actor", "type", "place", "source")
Address = Callable[[date, date], str]
UNNAMED = {"actor": "no actor named", "place": "no place", "source": "no source"}
MOST_LANES = 6
PART = 3
FINE = {Grain.MINUTE, Grain.PART_OF_DAY, Grain.DAY}
LEAST_WIDTH = 0.7
UNSURE_WIDTH = 2.6
ROW_HEIGHT = 12
MOST_ROWS = 8
MORE_WIDTH = 4.0
MORE_HEIGHT = 16


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
class More:
    """Events for which there is no row left: how many, where their middle is, and their days on a timeline."""

    x: float
    count: int
    label: str
    href: str

    @property
    def anchor(self) -> str:
        """Give SVG's text-anchor, so that nothing runs over the edge."""
        return "start" if self.x < MORE_WIDTH else "end" if self.x > 100 - MORE_WIDTH else "middle"


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: what its events share, the marks, what has no room under them, its height in units of the picture."""

    name: str
    count: int
    marks: tuple[Mark, ...]
    more: tuple[More, ...]
    height: int

    @property
    def more_y(self) -> int:
        """Give how far down the line stands that counts what has no room."""
        return self.height - 5


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


def lanes_of(events: Sequence[EventRow], by: str, days: tuple[date, date] | None, filters: Filters) -> Lanes | None:
    """Give the lanes of a page, None where it has no events or no days."""
    if not events or days is None:
        return None
    more = {"lanes": by if by != LANES[0] else ""}

    def address(start: date, end: date) -> str:
        return filters.with_(first=start, last=end).address("/timeline", **more)

    return lay_lanes(events, by, *days, address)


def lay_lanes(
    events: Sequence[EventRow], by: str, first: date, last: date, address: Address = lambda first, last: "#list"
) -> Lanes:
    """Put events on lanes by actor, type, place or source; the fullest lanes on top, the rest on one.

    address: gives where some days of the timeline are.

    What names no actor, place or source has a lane of its own, the last.
    Where the events fill only a small part of the window, the lanes show that part.
    """
    dated = [event for event in events if event.first or event.last]
    span = _span(dated, first, last)
    counts = Counter(name for event in dated for name in _names(event, by))
    ranked = sorted(counts.keys() - {UNNAMED.get(by, "")}, key=lambda name: (-counts[name], name))
    kept = [*ranked[:MOST_LANES], *counts.keys() & {UNNAMED.get(by, "")}]
    lanes = [_lane(name, [event for event in dated if name in _names(event, by)], *span, address) for name in kept]
    others = [event for event in dated if not set(_names(event, by)) & set(kept)]
    if others:
        lanes.insert(MOST_LANES, _lane(f"{len(ranked) - MOST_LANES} others", others, *span, address))
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


def _lane(name: str, events: Iterable[EventRow], first: date, last: date, address: Address) -> Lane:
    """Lay the marks of one lane, those that would overlap below one another; what has no room is counted."""
    ends: list[float] = []
    marks, left = [], []
    for event in sorted(events, key=lambda one: (one.first or date.min, one.last or date.max, one.id)):
        x, width = _stretch(event, first, last)
        reach = _reach(event, first, last)
        start = min(x, reach[0]) if reach else x
        row = next((i for i, end in enumerate(ends) if end <= start), len(ends))
        if row >= MOST_ROWS:
            left.append((x + width / 2, event))
            continue
        mark = _mark(event, x, width, row, among_hours=has_hours(first, last))
        mark = replace(mark, told_at=_told_at(event, mark.end, first, last), reach=reach)
        ends[row : row + 1] = [max(mark.end, mark.told_at or 0.0, reach[1] if reach else 0.0) + 0.1]
        marks.append(mark)
    more = tuple(_mores(left, first, last, address))
    height = max(len(ends), 1) * ROW_HEIGHT + 8 + (MORE_HEIGHT if more else 0)
    return Lane(name, len(marks) + len(left), tuple(marks), more, height)


def _mores(left: list[tuple[float, EventRow]], first: date, last: date, address: Address) -> Iterator[More]:
    """Count the events that found no row, those near one another together. left: each with its middle."""
    groups: list[list[tuple[float, EventRow]]] = []
    for one in sorted(left, key=lambda pair: (pair[0], pair[1].id)):
        if groups and one[0] - groups[-1][0][0] < MORE_WIDTH:
            groups[-1].append(one)
        else:
            groups.append([one])
    for group in groups:
        days = [day for _, event in group for day in (event.first or first, event.last or last)]
        start, end = max(min(days), first), min(max(days), last)
        x = sum(middle for middle, _ in group) / len(group)
        # days that are shown already hold no more room for them: then the list below has them
        href = "#list" if (start, end) == (first, last) else address(start, end)
        days_in_words = short_day(start) if start == end else f"{short_day(start)} to {short_day(end)}"
        yield More(round(x, 3), len(group), f"+{len(group)} more, {days_in_words}", href)


def _stretch(event: EventRow, first: date, last: date) -> tuple[float, float]:
    """Give where an event begins on the picture, and how wide it is; open sides reach the edge."""
    least = UNSURE_WIDTH if event.is_unsure else LEAST_WIDTH
    hours = _hours_on(event, first, last, least)
    if hours:
        return hours
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


def _hours_on(event: EventRow, first: date, last: date, least: float) -> tuple[float, float] | None:
    """Give where the hours told of an event begin on a picture of hours, and how wide they are; else None."""
    if not event.hours or not event.first or event.first < first or not has_hours(first, last):
        return None
    days = (last - first).days + 1
    start, end = (((event.first - first).days + hour / 24) / days * 100 for hour in event.hours)
    return _wide_enough(min(start, 100.0), min(end, 100.0), least)


def _wide_enough(start: float, end: float, least: float) -> tuple[float, float]:
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
