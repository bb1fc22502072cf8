"""The actors and places a page offers as choices, each with the events it would leave."""

from typing import Any

from graph.totals import rank_key
from web.filters import Filters
from web.kinds import events_in
from web.ranking import busiest_actors
from web.remembered import remembered

MOST_EVENTS = 5_000
MOST_OFFERED = 30
PARTS = ("low", "high", "last", "types", "quads", "statuses", "sources")

Offered = list[tuple[str, str, int | None]]


def actors_offered(filters: Filters) -> Offered:
    """Give id, name and number of events of the actors in what passes the other filters, the most first.

    Where there are too many events to count, the busiest actors of the graph; under filters without numbers.
    """
    if _is_countable(filters):
        return _counted("facet_actors", filters, "places")
    is_free = not filters.with_(actors=()).is_narrow()
    return [(id_, name, acts if is_free else None) for id_, name, acts in busiest_actors(MOST_OFFERED)]


def places_offered(filters: Filters) -> Offered:
    """Give id, name and number of events of the places in what passes the other filters, the most first.

    None where there are too many events to count.
    """
    return _counted("facet_places", filters, "actors") if _is_countable(filters) else []


def ranked_by(filters: Filters) -> str:
    """Say by what the actors offered are ranked."""
    return "events they had a part in" if _is_countable(filters) else "acts on one another, of all time"


def actors_query(filters: Filters) -> tuple[str, dict[str, Any]]:
    """Give the name and the parameters of the query that ranks the actors offered."""
    if _is_countable(filters):
        return "facet_actors", filters.asked(*PARTS, "places") | {"limit": MOST_OFFERED}
    return "actors_busiest", {"least": rank_key(1), "limit": MOST_OFFERED}


def _is_countable(filters: Filters) -> bool:
    """Say whether the events are few enough to be counted by actor or place."""
    return events_in(filters) <= MOST_EVENTS


def _counted(query: str, filters: Filters, other: str) -> Offered:
    """Count with a query that takes the filters but one. other: the name of the list of ids that it takes."""
    rows = remembered(query, **filters.asked(*PARTS, other), limit=MOST_OFFERED)
    return [(row["id"], row["name"], row["events"]) for row in rows]
