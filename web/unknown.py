"""Actors and places that a filter names and the graph does not know, so that a page can name them."""

from dataclasses import dataclass
from urllib.parse import urlencode

from web.filters import Filters
from web.remembered import remembered

MOST_NAMED = 5
MOST_LETTERS = 60
QUERIES = {"actor": "actor_cards", "place": "place_names"}


@dataclass(frozen=True, slots=True)
class Unknown:
    """One id of a filter that nobody bears. kind: actor or place; href: a search for it."""

    kind: str
    id: str
    href: str


def unknown(filters: Filters) -> tuple[Unknown, ...]:
    """Give the actors, then the places, that the filters name and the graph does not know, at most MOST_NAMED."""
    named = {"actor": filters.actors, "place": filters.places}
    found = [(kind, id_) for kind, ids in named.items() for id_ in _strangers(kind, ids)]
    return tuple(
        Unknown(kind, id_[:MOST_LETTERS], "/search?" + urlencode({"q": id_.replace("-", " ")}))
        for kind, id_ in found[:MOST_NAMED]
    )


def _strangers(kind: str, ids: tuple[str, ...]) -> list[str]:
    """Give those ids that nobody bears, in their order."""
    if not ids:
        return []
    known = {row["id"] for row in remembered(QUERIES[kind], ids=list(ids), limit=len(ids))}
    return [id_ for id_ in ids if id_ not in known]
