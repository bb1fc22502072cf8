"""The mark of one event on a lane, drawn no finer than its date is known."""

from dataclasses import dataclass, replace
from datetime import date

from graph.model import Grain
from web.axis import Axis
from web.listing import EventRow
from web.words import SIGN_NAMES, Sign

FINE = {Grain.MINUTE, Grain.PART_OF_DAY, Grain.DAY}
LEAST_WIDTH = 0.7
UNSURE_WIDTH = 2.6
ROOM = 1.4


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
    def span(self) -> tuple[float, float]:
        """Give from where to where nothing else may stand on its row."""
        half = max(self.width, ROOM) / 2
        reach = self.reach or (self.x, self.end)
        return min(self.middle - half, reach[0]), max(self.middle + half, self.told_at or 0.0, reach[1])

    @property
    def middle(self) -> float:
        """Give where its middle is."""
        return round(self.x + self.width / 2, 3)

    @property
    def fade(self) -> str:
        """Name the way it fades out, "" where it has firm ends."""
        return {"from": "open-end", "until": "open-start"}.get(self.shape, "both-ends" if self.is_unsure else "")


def mark_of(event: EventRow, axis: Axis) -> Mark:
    """Draw one event, on the first row."""
    x, width = _stretch(event, axis)
    mark = _mark(event, x, width, among_hours=axis.has_hours)
    return replace(mark, told_at=_told_at(event, mark.end, axis), reach=_reach(event, axis))


def days_of(event: EventRow) -> list[date]:
    """Give the days that its mark must show: its own, those it may lie between, and that of its first report."""
    told = min((quote.published for quote in event.quotes if quote.published), default=None)
    return [day for day in (event.first, event.last, *(event.between or ()), told) if day]


def _stretch(event: EventRow, axis: Axis) -> tuple[float, float]:
    """Give where an event begins on the picture, and how wide it is; open sides reach the edge."""
    least = UNSURE_WIDTH if event.is_unsure else LEAST_WIDTH
    hours = _hours_on(event, axis, least)
    return hours or _wide_enough(*axis.ends_of(event.first, event.last), least)


def _reach(event: EventRow, axis: Axis) -> tuple[float, float] | None:
    """Give from where to where an event may have been whose day is only the likeliest, None for any other."""
    return axis.ends_of(*event.between) if event.between else None


def _told_at(event: EventRow, end: float, axis: Axis) -> float | None:
    """Give where the middle of the day is on which an event was first reported, if that lies after the mark's end."""
    day = min((quote.published for quote in event.quotes if quote.published), default=None)
    if day is None or not axis.first <= day <= axis.last:
        return None
    middle = round(sum(axis.ends_of(day, day)) / 2, 3)
    return middle if middle > end + LEAST_WIDTH / 2 else None


def _hours_on(event: EventRow, axis: Axis, least: float) -> tuple[float, float] | None:
    """Give where the hours told of an event begin on a picture of hours, and how wide they are; else None."""
    if not event.hours or not event.first or event.first < axis.first or not axis.has_hours:
        return None
    days = (axis.last - axis.first).days + 1
    start, end = (((event.first - axis.first).days + hour / 24) / days * 100 for hour in event.hours)
    return _wide_enough(min(start, 100.0), min(end, 100.0), least)


def _wide_enough(start: float, end: float, least: float) -> tuple[float, float]:
    """Give where a mark begins and how wide it is, never too narrow to be seen."""
    if end - start < least:
        middle = (start + end) / 2
        start = min(max(middle - least / 2, 0.0), 100.0 - least)
        end = start + least
    return round(start, 3), round(end - start, 3)


def _mark(event: EventRow, x: float, width: float, *, among_hours: bool) -> Mark:
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
        0,
        shape,
        event.sign or "none",
        is_coarse,
        event.is_unsure,
        event.is_reported,
        is_told,
        label,
        event.href,
    )
