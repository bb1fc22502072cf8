"""The most important days of a window, a line each with its sources."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from graph.schema import Link
from web.filters import Filters
from web.histogram import Bar
from web.kinds import acts_of, bars_of, events_in
from web.listing import EventRow, read_events, roles_of
from web.remembered import remembered

MOST_LINES = 5
MOST_TRIED = 12
MOST_READ = 2_000
PARTS = ("types", "quads", "statuses", "sources", "places", "actors")
LENGTHS = {"month": 31, "day": 1}
DAYS = {"day": "Days", "month": "Months", "year": "Years"}


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One stretch of days worth telling: its name, how many events it has, and the most reported one."""

    name: str
    href: str
    events: int
    top: EventRow


def read_digest(filters: Filters, bars: Sequence[Bar]) -> tuple[DigestLine, ...]:
    """Give the bars (days, months or years) with the most events, in order of time, each with its best-told event.

    bars: as they are drawn, each counting the events under the filters.
    """
    fullest = sorted(bars, key=lambda one: (-one.total, one.first))[:MOST_LINES]
    kept = sorted(fullest, key=lambda one: one.first)
    told = [_best_told(filters, one) for one in kept]
    roles = roles_of([id_ for ids in told for id_ in ids])
    best = [_leading(ids, roles) for ids in told]
    events = {event.id: event for event in read_events([id_ for id_ in best if id_], has_quotes=True)}
    return tuple(
        DigestLine(one.name, one.href, one.total, events[id_])
        for one, id_ in zip(kept, best, strict=True)
        if id_ in events
    )


def days_read(filters: Filters, first: date, last: date, *, most: int = MOST_READ) -> tuple[date, date]:
    """Give the days whose events are looked through for the best told of a bar.

    These are its own; of a bar with more than `most` events only its month, or day, with most under the filters.
    """
    if filters.actors or filters.places or filters.sources > 1:
        return first, last
    for grain, length in LENGTHS.items():
        if (last - first).days >= length and events_in(Filters(first=first, last=last)) > most:
            parts = [one for one in bars_of(filters, grain, first, last) if one.total]
            fullest = max(parts, key=lambda one: one.total, default=None)
            first, last = (fullest.first, fullest.last) if fullest else (first, last)
    return first, last


def heading(grain: str) -> str:
    """Say what the digest lists, by the grain of its bars.

    >>> heading("month")
    'Months that stand out'
    """
    return f"{DAYS.get(grain, 'Days')} that stand out"


def _leading(ids: Sequence[str], roles: Mapping[str, Set[str]]) -> str:
    """Give the id of the first event whose actor is told, else the first with any party, else the first.

    ids: of the events of one bar, the best told first. "" where there are none. roles: as `roles_of` gives them.
    """
    return max(ids, key=lambda id_: (Link.DID in roles[id_], bool(roles[id_])), default="")


def _best_told(filters: Filters, one: Bar) -> list[str]:
    """Give the ids of the events of a bar that most sources tell, at most MOST_TRIED."""
    asked = filters.asked(*PARTS)
    first, last = days_read(filters, one.first, one.last)
    days = {"low": first.isoformat(), "high": f"{last.isoformat()}~", "last": last.isoformat()}
    is_fuller = bool(filters.actors) and events_in(Filters(first=first, last=last)) > acts_of(filters.actors)
    name = "events_best_told_of" if is_fuller else "events_best_told"
    rows = remembered(name, **asked, **days, limit=MOST_TRIED)
    return [str(row["id"]) for row in rows]
