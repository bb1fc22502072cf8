"""The most important days of a window, a line each with its sources."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.derive import COUNTED
from web.filters import Filters
from web.histogram import Bar
from web.kinds import acts_of, events_in
from web.listing import EventRow, read_events
from web.remembered import remembered

MOST_LINES = 5


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
    best = [_best_told(filters, one) for one in kept]
    events = {event.id: event for event in read_events([id_ for id_ in best if id_], has_quotes=True)}
    return tuple(
        DigestLine(one.name, one.href, one.total, events[id_])
        for one, id_ in zip(kept, best, strict=True)
        if id_ in events
    )


def _best_told(filters: Filters, one: Bar) -> str:
    """Give the id of the event of a bar that most sources tell, "" where there is none."""
    found = filters.parameters()
    asked = {part: found[part] for part in ("types", "quads", "sources", "places")}
    asked["statuses"] = found["statuses"] or sorted(map(str, COUNTED))
    days = {"low": one.first.isoformat(), "high": f"{one.last.isoformat()}~", "last": one.last.isoformat()}
    is_fuller = bool(filters.actors) and events_in(Filters(first=one.first, last=one.last)) > acts_of(filters.actors)
    name = "events_best_told_of" if is_fuller else "events_best_told"
    rows = remembered(name, actors=found["actors"], **asked, **days, limit=1)
    return str(rows[0]["id"]) if rows else ""
