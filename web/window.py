"""Events that a window of days may hold but is not known to."""

from datetime import date

from web.asked import rows_of
from web.filters import Filters


def possibly_in(filters: Filters) -> int:
    """Count the events whose date is too coarse to say whether they lie in the window."""
    first, last = filters.first or date.min, filters.last or date(9999, 12, 30)
    rows = rows_of("events_possibly", first=first.isoformat(), last=last.isoformat(), limit=1)
    return int(rows[0]["events"]) if rows else 0
