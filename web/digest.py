"""The most important days of a window, a line each with its sources."""

from dataclasses import dataclass
from datetime import date

from graph.derive import COUNTED
from web.filters import Filters
from web.histogram import Bin, bin_name, bins_of_rows, grain_for
from web.listing import EventRow, read_events
from web.remembered import remembered

MOST_LINES = 5
MOST_BINS = 5_000


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One stretch of days worth telling: its name, how many events it has, and the most reported one."""

    name: str
    href: str
    events: int
    top: EventRow


def read_digest(filters: Filters, first: date | None, last: date | None) -> tuple[DigestLine, ...]:
    """Give the days (or months, years) with the most events, in order of time, each with its best-told event.

    Nothing is given under filters other than the window: bins know no others.
    """
    if first is None or last is None or filters.with_(first=None, last=None, sel="") != Filters():
        return ()
    rows = remembered("bins_between", grain=grain_for(first, last), first=first, last=last, limit=MOST_BINS)
    bins = sorted(bins_of_rows(rows), key=lambda one: (-one.total, one.first))
    kept = sorted(bins[:MOST_LINES], key=lambda one: one.first)
    best = [_best_told(one) for one in kept]
    events = {event.id: event for event in read_events([id_ for id_ in best if id_], has_quotes=True)}
    return tuple(
        DigestLine(
            bin_name(one.first, one.last),
            filters.with_(first=max(one.first, first), last=min(one.last, last)).address("/timeline"),
            one.total,
            events[id_],
        )
        for one, id_ in zip(kept, best, strict=True)
        if id_ in events
    )


def _best_told(one: Bin) -> str:
    """Give the id of the event of a bin that most sources tell, "" where there is none."""
    rows = remembered(
        "events_best_told",
        low=one.first.isoformat(),
        high=f"{one.last.isoformat()}~",
        last=one.last.isoformat(),
        statuses=sorted(map(str, COUNTED)),
        limit=1,
    )
    return str(rows[0]["id"]) if rows else ""
