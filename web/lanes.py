"""Lanes under the histogram: every event of a page a mark, drawn no finer than its date is known."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.model import shifted
from web.axis import Axis, Break, axis_of
from web.filters import Filters
from web.lane_marks import Mark, days_of, mark_of
from web.listing import EventRow
from web.moments import short_day
from web.ticks import Tick
from web.words import counted

LANES = ("actor", "type", "place", "source")
Address = Callable[[date, date], str]
UNNAMED = {"actor": "no actor named", "place": "no place", "source": "no source"}
MOST_LANES = 6
PART = 3
ROW_HEIGHT = 12
MOST_ROWS = 8
MORE_WIDTH = 7.0
MORE_HEIGHT = 16


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
    has_hours: whether marks stand at the hours that are told; breaks: days between that are left out.
    """

    by: str
    first: date
    last: date
    lanes: tuple[Lane, ...]
    undated: int
    ticks: tuple[Tick, ...]
    has_hours: bool
    breaks: tuple[Break, ...] = ()

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
    axis = axis_of(filter(None, map(_drawn, dated)), *span)
    counts = Counter(name for event in dated for name in _names(event, by))
    ranked = sorted(counts.keys() - {UNNAMED.get(by, "")}, key=lambda name: (-counts[name], name))
    kept = [*ranked[:MOST_LANES], *counts.keys() & {UNNAMED.get(by, "")}]
    lanes = [_lane(name, [event for event in dated if name in _names(event, by)], axis, address) for name in kept]
    others = [event for event in dated if not set(_names(event, by)) & set(kept)]
    if others:
        lanes.insert(MOST_LANES, _lane(counted(len(ranked) - MOST_LANES, "other"), others, axis, address))
    ticks = axis.ticks if axis.has_hours or axis.breaks or span != (first, last) else ()
    return Lanes(by, *span, tuple(lanes), len(events) - len(dated), ticks, axis.has_hours, axis.breaks)


def _drawn(event: EventRow) -> tuple[date, date] | None:
    """Give the first and the last day its mark must show; of what goes on at either side, the end that is known."""
    days = days_of(event)
    return (min(days), max(days)) if days else None


def _span(events: Sequence[EventRow], first: date, last: date) -> tuple[date, date]:
    """Give the days the lanes span: the window, or the part of it in which the events lie."""
    days = [day for event in events for day in (event.first, event.last) if day and first <= day <= last]
    if not days or (max(days) - min(days)) * PART > last - first:
        return first, last
    margin = max((max(days) - min(days)).days // 20, 1)
    return max(shifted(min(days), -margin), first), min(shifted(max(days), margin), last)


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


def _lane(name: str, events: Iterable[EventRow], axis: Axis, address: Address) -> Lane:
    """Lay the marks of one lane, those that would overlap below one another; what has no room is counted."""
    ends: list[float] = []
    marks, left = [], []
    for event in sorted(events, key=lambda one: (one.first or date.min, one.last or date.max, one.id)):
        mark = mark_of(event, axis)
        start, end = mark.span
        row = next((i for i, past in enumerate(ends) if past <= start), len(ends))
        if row >= MOST_ROWS:
            left.append((mark.middle, event))
            continue
        ends[row : row + 1] = [end]
        marks.append(replace(mark, row=row) if row else mark)
    more = tuple(_mores(left, axis.first, axis.last, address))
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
