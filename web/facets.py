"""The choices beside graph and timeline: each with what it would leave, what is chosen on top."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from graph.plover import plover
from web.asked import rows_of
from web.filters import Filters
from web.kinds import can_count, from_few, kinds_between
from web.offered import Offered, places_offered, ranked_by
from web.remembered import remembered
from web.totals import read_total
from web.words import SIGN_NAMES, STATUS_NAMES, TYPE_NAMES, Sign, sign_of

MOST_ROWS = 2_000
MOST_OPTIONS = 12
PARTS = ("low", "high", "last", "sources", "actors", "places")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. count is None where counting would take too long; is_known: whether the graph holds it."""

    value: str
    label: str
    count: int | None
    is_chosen: bool
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Facets:
    """All choices.

    dated, undated: events that pass every filter, those without a day apart; others: those that
    only their status keeps out. None where counting would take too long. actors_by: what ranks the actors.
    """

    signs: tuple[Option, ...]
    types: tuple[Option, ...]
    statuses: tuple[Option, ...]
    actors: tuple[Option, ...]
    places: tuple[Option, ...]
    dated: int | None
    undated: int | None
    others: int | None
    actors_by: str

    @property
    def is_counted(self) -> bool:
        """Say whether the numbers were counted."""
        return self.dated is not None


@dataclass(frozen=True, slots=True)
class _Group:
    """Events alike in what the choices tell apart."""

    type: str
    sign: str
    status: str
    is_dated: bool
    events: int


def read_facets(filters: Filters, actors: Offered) -> Facets:
    """Give the choices of a page; each is counted under the filters of the others.

    actors: id, name and count of those to offer, the most first.
    """
    groups = _groups(filters)

    def passing(*kinds: str) -> list[_Group]:
        chosen = {"sign": filters.signs, "type": filters.types, "status": filters.told_as()}
        asked = {kind: chosen[kind] for kind in kinds if chosen[kind]}
        return [one for one in groups or () if all(getattr(one, kind) in asked[kind] for kind in asked)]

    def counts(kind: str, *under: str) -> Counter[str] | None:
        found: Counter[str] = Counter()
        for one in passing(*under):
            found[getattr(one, kind)] += one.events
        return None if groups is None else found

    listed = passing("sign", "type", "status")
    dated = sum(one.events for one in listed if one.is_dated)
    undated = sum(one.events for one in listed if not one.is_dated)
    whole = sum(one.events for one in passing("sign", "type"))
    return Facets(
        signs=_options(SIGN_NAMES, filters.signs, counts("sign", "type", "status")),
        types=_options(TYPE_NAMES, filters.types, counts("type", "sign", "status")),
        statuses=_options(STATUS_NAMES, filters.statuses, counts("status", "sign", "type")),
        actors=_named(filters.actors, actors, "actor_cards"),
        places=_named(filters.places, places_offered(filters), "place_names"),
        dated=None if groups is None else dated,
        undated=None if groups is None else undated,
        others=None if groups is None else whole - dated - undated,
        actors_by=ranked_by(filters),
    )


def _groups(filters: Filters) -> list[_Group] | None:
    """Count the events under the filters other than sign, type and status, None where that would take too long."""
    is_plain = not (filters.places or filters.sources > 1 or filters.last)
    if is_plain and len(filters.actors) == 1 and not filters.has_window():
        return [
            _Group(kind, sign_of(plover().quad(kind)), status, is_dated, number)
            for kind, status, is_dated, number in read_total(filters.actors[0]).kinds
        ]
    kinds = kinds_between(filters) if is_plain and not filters.actors else None
    if kinds is not None:
        return [
            _Group(kind.type, sign_of(plover().quad(kind.type)), kind.status, is_dated, number)
            for is_dated, counts in kinds.items()
            for kind, number in counts.items()
        ]
    return _counted(filters) if can_count(filters) else None


def _counted(filters: Filters) -> list[_Group]:
    """Count the same from the events themselves."""
    rows = remembered(f"facet_counts{from_few(filters)}", **filters.asked(*PARTS), limit=MOST_ROWS)
    return [_Group(row["type"], sign_of(row["quad"]), row["status"], row["is_dated"], row["events"]) for row in rows]


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


def _named(chosen: tuple[str, ...], offered: Offered, query: str) -> tuple[Option, ...]:
    """Give actors or places to choose from, the chosen ones first.

    query: what gives the names of those that are chosen though not offered.
    """
    known = {id_: (name, count) for id_, name, count in offered}
    unknown = [id_ for id_ in chosen if id_ not in known]
    rows = rows_of(query, ids=unknown, limit=len(unknown)) if unknown else []
    known |= {row["id"]: (row["name"], None) for row in rows}
    first = [Option(id_, *known.get(id_, (id_, None)), True, id_ in known) for id_ in chosen]
    rest = [Option(id_, name, count, False) for id_, name, count in offered if id_ not in chosen]
    return tuple(first + rest[:MOST_OPTIONS])
