"""Events that a window of days may hold but is not known to."""

from datetime import date

from graph.model import DOUBT_DAYS, shifted
from web.filters import Filters
from web.remembered import remembered


def possibly_in(filters: Filters) -> int:
    """Count the events left out of the window that it may hold: their date is too coarse, or their day uncertain."""
    first, last = filters.first or date.min, filters.last or date(9999, 12, 30)
    near = {"low": shifted(first, -DOUBT_DAYS), "high": shifted(last, DOUBT_DAYS + 1)}
    days = {name: day.isoformat() for name, day in {"first": first, "last": last, **near}.items()}
    rows = remembered("events_possibly", **days, limit=1)
    return int(rows[0]["events"]) if rows else 0
