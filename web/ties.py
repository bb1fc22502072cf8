"""What actors did to one another under the filters: read, ranked, and cut to what a picture can bear."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.derive import COUNTED
from web.asked import rows_of
from web.filters import Filters
from web.words import Sign, sign_of

MOST_TIES = 50_000


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
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Ties:
    """The edges that are shown and how many there were; actors with their number of acts, the most first.

    query, parameters: what was run, by name.
    """

    shown: tuple[Tie, ...]
    actors: dict[str, int]
    all_actors: int
    all_ties: int
    query: str
    parameters: dict[str, Any]
    is_whole: bool


def read_ties(filters: Filters, most_actors: int) -> Ties:
    """Give the strongest actors under the filters and all edges between them."""
    query, parameters = _query(filters)
    rows = rows_of(query, **parameters)
    ties = _by_sign(rows)
    acts: Counter[str] = Counter()
    for tie in ties:
        acts[tie.actor] += tie.events
        acts[tie.recipient] += tie.events
    ranked = sorted(acts, key=lambda id_: (id_ not in filters.actors, -acts[id_], id_))
    kept = set(ranked[:most_actors])
    shown = tuple(tie for tie in ties if tie.actor in kept and tie.recipient in kept)
    return Ties(
        shown=shown,
        actors={id_: acts[id_] for id_ in ranked[:most_actors]},
        all_actors=len(acts),
        all_ties=len(ties),
        query=query,
        parameters=parameters,
        is_whole=len(rows) < MOST_TIES,
    )


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
        return "graph_ties_between", parameters | {"limit": MOST_TIES}
    parameters = {"types": found["types"], "quads": found["quads"], "limit": MOST_TIES}
    if filters.actors:
        return "graph_ties_of", {"actors": found["actors"]} | parameters
    return "graph_ties", parameters


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
        first=min((row["first"] for row in parts if row["first"]), default=None),
        last=max((row["last"] for row in parts if row["last"]), default=None),
    )
