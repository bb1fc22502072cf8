"""What actors did to one another under the filters: read, ranked, and cut to what a picture can bear."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.plover import plover
from graph.totals import rank_key
from web.filters import EVENT_PARTS, Filters
from web.kinds import is_at_few
from web.moments import as_day
from web.paging import latest_days
from web.remembered import Rows, remembered
from web.strongest import strongest
from web.words import Sign, sign_of

MOST_TIES = 50_000
MOST_TIES_READ = 6_000
MOST_DRAWN = 3_000
MOST_EVENTS_READ = 100_000
NO_TYPE = ""


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
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Ties:
    """The edges that are shown, of `all_ties` between the actors; those with their number of acts, of all_actors.

    The most come first. query, parameters: what was run, by name; is_whole: whether it could give all it found;
    since: the first day of which events were read, "" where there were not too many for that.
    """

    shown: tuple[Tie, ...]
    all_ties: int
    actors: dict[str, int]
    all_actors: int
    query: str
    parameters: dict[str, Any]
    is_whole: bool
    since: str = ""


def read_ties(filters: Filters, most_actors: int, *, most_ties: int = MOST_DRAWN) -> Ties:
    """Give the strongest actors under the filters and the strongest edges between them."""
    if filters.actors or needs_events(filters):
        return _cut(filters, most_actors, most_ties)
    types = _types(filters)
    if types:
        ranked = remembered("graph_actors", least=rank_key(1), types=types, limit=most_actors)
    else:
        ranked, _ = strongest("graph_actors", types=types, limit=most_actors)
    acts = {row["id"]: row["events"] for row in ranked}
    all_actors = len(acts)
    if all_actors == most_actors:
        all_actors = remembered("graph_actors_count", types=types, limit=1)[0]["actors"]
    query, asked, rows = _between(filters, list(acts), most_ties)
    return Ties(tuple(map(_tie, rows)), len(rows), acts, all_actors, query, asked, len(rows) < most_ties)


def _types(filters: Filters) -> list[str]:
    """Give the types that pass the filters of type and sign, empty for all; where none passes, one nothing bears."""
    if not (filters.types or filters.signs):
        return []
    signs = filters.signs or tuple(Sign)
    return [kind for kind in filters.types or plover().types if sign_of(plover().quad(kind)) in signs] or [NO_TYPE]


def _between(filters: Filters, actors: list[str], most: int) -> tuple[str, dict[str, Any], Rows]:
    """Give the query of the ties between some actors, its parameters and its rows.

    Hostility and cooperation are counted with each tie; one type, or words without acts, with the edges.
    """
    chosen = set(filters.signs)
    parts = {"hostile": {Sign.HOSTILE, Sign.VERBAL}, "cooperative": {Sign.COOPERATIVE}}
    signs = [sign for sign, of in parts.items() if of <= chosen]
    if filters.types or chosen != set().union(*(parts[sign] for sign in signs)):
        found = filters.parameters()
        asked = {"actors": actors, "types": found["types"], "quads": found["quads"], "limit": most}
        return "graph_ties", asked, remembered("graph_ties", **asked)
    rows, least = strongest("ties_strongest", limit=most, actors=actors, signs=signs)
    return "ties_strongest", {"actors": actors, "signs": signs, "least": least, "limit": most}, rows


def _cut(filters: Filters, most_actors: int, most_ties: int) -> Ties:
    """Read all ties under the filters, and keep those between the strongest actors."""
    query, parameters = _query(filters)
    rows = remembered(query, **parameters)
    acts: Counter[str] = Counter()
    for row in rows:
        acts[row["actor"]] += row["events"]
        acts[row["recipient"]] += row["events"]
    ranked = sorted(acts, key=lambda id_: (id_ not in filters.actors, -acts[id_], id_))[:most_actors]
    kept = set(ranked)
    between = [row for row in rows if row["actor"] in kept and row["recipient"] in kept]
    busiest = {id_: acts[id_] for id_ in ranked}
    is_whole = len(rows) < parameters["limit"]
    since = str(parameters.get("low", ""))
    since = since if since != filters.parameters()["low"] else ""
    shown = tuple(map(_tie, between[:most_ties]))
    return Ties(shown, len(between), busiest, len(acts), query, parameters, is_whole, since)


def needs_events(filters: Filters) -> bool:
    """Say whether the filters ask for more than the edges between actors know."""
    return bool(filters.first or filters.last or filters.statuses or filters.places or filters.sources > 1)


def _query(filters: Filters) -> tuple[str, dict[str, Any]]:
    """Choose the cheapest query that answers the filters; give its name and parameters."""
    if needs_events(filters):
        parameters = filters.asked(*EVENT_PARTS) | {"limit": MOST_TIES_READ}
        if is_at_few(filters, MOST_EVENTS_READ):
            return "graph_ties_at", parameters
        low = latest_days(str(parameters["low"]), str(parameters["high"]), MOST_EVENTS_READ)
        return "graph_ties_between", parameters | {"low": low}
    return "graph_ties_of", filters.asked("actors", "types", "quads") | {"limit": MOST_TIES}


def _tie(row: dict[str, Any]) -> Tie:
    """Give the edge of one row."""
    return Tie(
        actor=row["actor"],
        recipient=row["recipient"],
        sign=row["sign"],
        events=row["events"],
        words=row["words"],
        score=row["score"],
        first=as_day(row["first"]),
        last=as_day(row["last"]),
    )


def keys_query(actor: str, recipient: str) -> str:
    """Name the query that reads what one actor did to another, from the one of them who has fewer events."""
    acts, bears = (_acts(id_) for id_ in (actor, recipient))
    return "pair_keys" if acts <= bears else "pair_keys_to"


def _acts(actor: str) -> int:
    """Give how many events tie an actor to others."""
    rows = remembered("actor_acts", actors=[actor], limit=1)
    return int(rows[0]["events"] or 0) if rows else 0
