"""Events that a window of days may hold but is not known to."""

from datetime import date

from graph.model import DOUBT_DAYS, shifted
from web.extent import Extent
from web.filters import Filters
from web.remembered import remembered
from web.words import counted

PARTS = ("types", "quads", "statuses", "sources", "actors", "places")


def possibly_in(filters: Filters) -> int:
    """Count the events left out of the window that it may hold: their dates reach beyond it, or their day is uncertain.

    They pass the other filters; where no status is asked for, they are told as having happened.
    """
    first, last = filters.first or date.min, filters.last or date(9999, 12, 30)
    near = {"low": shifted(first, -DOUBT_DAYS), "high": shifted(last, DOUBT_DAYS + 1)}
    days = {name: day.isoformat() for name, day in {"first": first, "last": last, **near}.items()}
    rows = remembered("events_possibly", **days, **filters.asked(*PARTS), limit=1)
    return int(rows[0]["events"]) if rows else 0


def possibly_told(filters: Filters) -> tuple[str, ...]:
    """Say how many events may lie in the window but are left out of it; nothing without a window or such events."""
    number = possibly_in(filters) if filters.has_window() else 0
    their = "its date does" if number == 1 else "their dates do"
    return (f"{counted(number, 'event')} possibly in this window, left out: {their} not say.",) if number else ()


def early_address(filters: Filters, extent: Extent) -> str:
    """Give the address of the events that lie far before all others, "" where there are none."""
    days = extent.early_days
    return filters.with_(first=days[0], last=days[1]).address("/timeline") if days else ""
