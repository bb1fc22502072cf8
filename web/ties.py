"""What actors did to one another under the filters: read, ranked, and cut to what a picture can bear."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.derive import COUNTED
from web.filters import Filters
from web.remembered import remembered
from web.words import Sign, sign_of

MOST_TIES = 50_000
MOST_TIES_READ = 6_000


@dataclass(frozen=True, slots=True)
class Tie:
    """One edge of the picture: what one actor did to another under one sign.

    sign: hostile (in acts or words) or cooperative; words: how many of `events` were hostile words.
    """

    actor: str
    recipient: str
    sign: str
    events: int
    words: int
    score: float


@dataclass(frozen=True, slots=True)
class Ties:
    """The edges that are shown; actors with their number of acts, the most first, of all_actors.

    query, parameters: what was run, by name.
    """

    shown: tuple[Tie, ...]
    actors: dict[str, int]
    all_actors: int
    query: str
    parameters: dict[str, Any]
    is_whole: bool


def read_ties(filters: Filters, most_actors: int) -> Ties:
    """Give the strongest actors under the filters and all edges between them."""
    if filters.actors or needs_events(filters):
        return _cut(filters, most_actors)
    found = filters.parameters()
    asked = {"types": found["types"], "quads": found["quads"]}
    ranked = remembered("graph_actors", **asked, limit=most_actors)
    acts = {row["id"]: row["events"] for row in ranked}
    all_actors = len(acts)
    if all_actors == most_actors:
        all_actors = remembered("graph_actors_count", **asked, limit=1)[0]["actors"]
    asked = {"actors": list(acts)} | asked | {"limit": MOST_TIES}
    rows = remembered("graph_ties", **asked)
    return Ties(tuple(_by_sign(rows)), acts, all_actors, "graph_ties", asked, len(rows) < MOST_TIES)


def _cut(filters: Filters, most_actors: int) -> Ties:
    """Read all ties under the filters, and keep those between the strongest actors."""
    query, parameters = _query(filters)
    rows = remembered(query, **parameters)
    ties = _by_sign(rows)
    acts: Counter[str] = Counter()
    for tie in ties:
        acts[tie.actor] += tie.events
        acts[tie.recipient] += tie.events
    ranked = sorted(acts, key=lambda id_: (id_ not in filters.actors, -acts[id_], id_))[:most_actors]
    kept = set(ranked)
    shown = tuple(tie for tie in ties if tie.actor in kept and tie.recipient in kept)
    busiest = {id_: acts[id_] for id_ in ranked}
    return Ties(shown, busiest, len(acts), query, parameters, len(rows) < parameters["limit"])


def needs_events(filters: Filters) -> bool:
    """Say whether the filters ask for more than the edges between actors know."""
    return bool(filters.first or filters.last or filters.statuses or filters.places or filters.sources > 1)


def _query(filters: Filters) -> tuple[str, dict[str, Any]]:
    """Choose the cheapest query that answers the filters; give its name and parameters."""
    found = filters.parameters()
    if needs_events(filters):
        names = ("low", "high", "last", "types", "quads", "statuses", "sources", "actors", "places")
        parameters = {name: found[name] for name in names}
        if not filters.statuses:
            parameters["statuses"] = sorted(map(str, COUNTED))
        return "graph_ties_between", parameters | {"limit": MOST_TIES_READ}
    asked = {"actors": found["actors"], "types": found["types"], "quads": found["quads"]}
    return "graph_ties_of", asked | {"limit": MOST_TIES}


def _by_sign(rows: Iterable[dict[str, Any]]) -> list[Tie]:
    """Join the quad classes of one direction into one edge of hostility and one of cooperation."""
    joined: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        sign = sign_of(row["quad"])
        if sign:
            is_friendly = sign == Sign.COOPERATIVE
            joined[row["actor"], row["recipient"], "cooperative" if is_friendly else "hostile"].append(row)
    ties = [_tie(*key, parts) for key, parts in joined.items()]
    return sorted(ties, key=lambda tie: (-tie.events, tie.actor, tie.recipient, tie.sign))


def _tie(actor: str, recipient: str, sign: str, parts: Sequence[dict[str, Any]]) -> Tie:
    """Add the rows of one edge up."""
    return Tie(
        actor=actor,
        recipient=recipient,
        sign=sign,
        events=sum(row["events"] for row in parts),
        words=sum(row["events"] for row in parts if sign_of(row["quad"]) == Sign.VERBAL),
        score=sum(row["score"] for row in parts),
    )
