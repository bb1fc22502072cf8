"""What is counted of one actor, so that no page reads all its events."""

from dataclasses import dataclass
from typing import Any

from graph.totals import Part, total_counts
from web.remembered import remembered


@dataclass(frozen=True, slots=True)
class Total:
    """An actor's events of every status.

    months: rows of month (`2019-08` or `undated`), quad and events, of what happened alone;
    kinds: the same of each type and status, as (type, status, whether there is a day, events);
    places: ids with events, the most first.
    """

    events: int
    months: tuple[dict[str, Any], ...]
    kinds: tuple[tuple[str, str, bool, int], ...]
    places: tuple[tuple[str, int], ...]


def read_total(actor: str) -> Total:
    """Give the total of an actor; of one without an event all is nought."""
    rows = remembered("actor_total", actor=actor)
    counts = total_counts(rows[0]) if rows else {}
    lists: dict[str, list[tuple[str, int]]] = {"months": [], "kinds": [], "places": []}
    for part, number in counts.items():
        if part.list:
            lists[part.list].append((part.name, number))
    return Total(
        events=counts.get(Part("", "events"), 0),
        months=tuple(_month(name, number) for name, number in sorted(lists["months"])),
        kinds=tuple(_kind(name, number) for name, number in sorted(lists["kinds"])),
        places=tuple(sorted(lists["places"], key=lambda one: (-one[1], one[0]))),
    )


def _month(name: str, number: int) -> dict[str, Any]:
    month, quad = name.split(" ")
    return {"month": month, "quad": quad, "events": number}


def _kind(name: str, number: int) -> tuple[str, str, bool, int]:
    type_, status, *more = name.split(" ")
    return type_, status, not more, number
