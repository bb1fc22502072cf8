"""The choices beside graph and timeline: each with what it would leave, what is chosen on top."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from web.asked import rows_of
from web.filters import Filters
from web.remembered import remembered
from web.words import SIGN_NAMES, STATUS_NAMES, TYPE_NAMES, Sign, sign_of

MOST_COUNTED = 30_000
MOST_ROWS = 2_000
MOST_OPTIONS = 12


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. count is None where counting would take too long."""

    value: str
    label: str
    count: int | None
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """All choices. is_counted: whether the numbers were counted; earliest, latest: years with events."""

    signs: tuple[Option, ...]
    types: tuple[Option, ...]
    statuses: tuple[Option, ...]
    actors: tuple[Option, ...]
    places: tuple[Option, ...]
    is_counted: bool


def read_facets(filters: Filters, actors: list[tuple[str, str, int]], events: int) -> Facets:
    """Give the choices of a page.

    actors: id, name and count of those to offer, the most first; events: how many the window holds.
    """
    counts = _counts(filters) if events <= MOST_COUNTED else None
    return Facets(
        signs=_options(SIGN_NAMES, filters.signs, counts["sign"] if counts else None),
        types=_options(TYPE_NAMES, filters.types, counts["type"] if counts else None),
        statuses=_options(STATUS_NAMES, filters.statuses, counts["status"] if counts else None),
        actors=_named(filters.actors, actors),
        places=tuple(Option(id_, name, None, True) for id_, name in _place_names(filters.places)),
        is_counted=counts is not None,
    )


def _counts(filters: Filters) -> dict[str, Counter[str]]:
    """Count the events of the window by sign, type and status."""
    found = filters.parameters()
    rows = remembered("facet_counts", low=found["low"], high=found["high"], limit=MOST_ROWS)
    counts: dict[str, Counter[str]] = {"sign": Counter(), "type": Counter(), "status": Counter()}
    for row in rows:
        counts["sign"][sign_of(row["quad"])] += row["events"]
        counts["type"][row["type"]] += row["events"]
        counts["status"][row["status"]] += row["events"]
    return counts


def _options(names: dict[Any, str], chosen: tuple[str, ...], counts: Counter[str] | None) -> tuple[Option, ...]:
    """Give the choices of fixed words: those that have events or are chosen, the most first."""
    options = [
        Option(str(word), label, None if counts is None else counts[str(word)], str(word) in chosen)
        for word, label in names.items()
        if counts is None or counts[str(word)] or str(word) in chosen
    ]
    if all(isinstance(word, Sign) for word in names):
        return tuple(options)
    return tuple(sorted(options, key=lambda one: (not one.is_chosen, -(one.count or 0))))


def _named(chosen: tuple[str, ...], offered: list[tuple[str, str, int]]) -> tuple[Option, ...]:
    """Give actors to choose from, the chosen ones first."""
    known = {id_: (name, count) for id_, name, count in offered}
    first = [Option(id_, known.get(id_, (id_, 0))[0], known.get(id_, (id_, 0))[1], True) for id_ in chosen]
    rest = [Option(id_, name, count, False) for id_, name, count in offered if id_ not in chosen]
    return tuple(first + rest[:MOST_OPTIONS])


def _place_names(ids: tuple[str, ...]) -> list[tuple[str, str]]:
    """Give the names of the places that are chosen."""
    if not ids:
        return []
    rows = rows_of("place_names", ids=list(ids), limit=len(ids))
    names = {row["id"]: row["name"] for row in rows}
    return [(id_, names.get(id_, id_)) for id_ in ids]
