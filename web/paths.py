"""The shortest paths between two actors over the whole graph: who stands on them, and what passed at each step."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.network import shortest_paths
from web.asked import rows_of
from web.between import by_day, latest_between
from web.evidence import page_address
from web.filters import Filters
from web.listing import EventRow, read_events
from web.ties import MOST_TIES, needs_events, read_ties
from web.words import Sign, counted

MOST_STEPS = 6
MOST_ROWS = 20_000
MOST_ACTORS = 100_000
MOST_PATHS = 5
MOST_COUNTED = 100
EVENTS_A_STEP = 2

Beside = Callable[[Sequence[str]], Iterable[tuple[str, str, int]]]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """Two actors beside each other on a path, the address of what passed between them, and the latest of it."""

    title: str
    href: str
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class PathLine:
    """One path: ids, names and addresses of its actors, from end to end, and its steps."""

    actors: tuple[tuple[str, str, str], ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The paths that are told, the strongest first, and how many there are, at most MOST_COUNTED.

    between: ids of all actors on them, the ends left out; is_whole: whether nobody's ties were too many to read.
    """

    paths: tuple[tuple[str, ...], ...]
    number: int
    between: tuple[str, ...]
    is_whole: bool

    @property
    def steps(self) -> int:
        """Give how many steps the paths have."""
        return len(self.paths[0]) - 1 if self.paths else 0


def find_paths(a: str, b: str, filters: Filters) -> Found:
    """Find the shortest paths from one actor to another under the filters, whichever way the ties point.

    Whom the filters choose does not count: the way may lead through anybody.
    """
    free = filters.with_(actors=(), sel="")
    is_whole = True
    if needs_events(free):
        ties = read_ties(free, MOST_ACTORS, most_ties=MOST_TIES)
        pairs = {(tie.actor, tie.recipient): tie.events for tie in ties.shown}
        is_whole = ties.is_whole and not ties.since
    else:
        pairs, is_whole = _around(a, b, _asking(free))
    weights: dict[Pair, int] = {}
    for (one, other), events in pairs.items():
        key = (min(one, other), max(one, other))
        weights[key] = weights.get(key, 0) + events
    found = shortest_paths(weights, a, b, MOST_COUNTED)
    kept = [path for path in found if len(path) <= MOST_STEPS + 1]
    between = dict.fromkeys(id_ for path in kept for id_ in path[1:-1])
    return Found(tuple(kept[:MOST_PATHS]), len(kept), tuple(between), is_whole)


def _asking(filters: Filters) -> Beside:
    """Give what asks the graph whom some actors have to do with."""
    asked = filters.parameters()

    def beside(ids: Sequence[str]) -> list[tuple[str, str, int]]:
        rows = rows_of("graph_beside", ids=ids, types=asked["types"], quads=asked["quads"], limit=MOST_ROWS)
        return [(row["actor"], row["other"], row["events"]) for row in rows]

    return beside


def _around(a: str, b: str, beside: Beside) -> tuple[dict[Pair, int], bool]:
    """Read the ties around both ends, a step at a time on the side that has fewer, until they meet.

    Gives events by pair, and whether all of them could be read.
    """
    pairs: dict[Pair, int] = {}
    seen: tuple[set[str], set[str]] = ({a}, {b})
    fronts: list[list[str]] = [[a], [b]]
    is_whole = True
    for _ in range(MOST_STEPS):
        if not all(fronts) or seen[0] & seen[1]:
            break
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        rows = list(beside(fronts[side]))
        is_whole = is_whole and len(rows) < MOST_ROWS
        pairs |= {(min(one, other), max(one, other)): events for one, other, events in rows}
        fronts[side] = sorted({other for _, other, _ in rows} - seen[side])
        seen[side].update(fronts[side])
    return pairs, is_whole


def tell_paths(found: Found, filters: Filters, names: dict[str, str]) -> tuple[PathLine, ...]:
    """Tell each path with its actors and, at each step, the latest events under the filters with their sentences."""
    pairs = dict.fromkeys(pair for path in found.paths for pair in itertools.pairwise(path))
    keys = {pair: _latest(*pair, filters) for pair in pairs}
    ids = dict.fromkeys(id_ for some in keys.values() for id_ in some)
    events = {event.id: event for event in read_events(list(ids), has_quotes=True)}

    def step(pair: Pair) -> Step:
        told = tuple(events[id_] for id_ in keys[pair] if id_ in events)
        return Step(f"{names[pair[0]]} and {names[pair[1]]}", page_address("pair", *pair), told)

    return tuple(
        PathLine(
            tuple((id_, names[id_], page_address("actor", id_)) for id_ in path),
            tuple(step(pair) for pair in itertools.pairwise(path)),
        )
        for path in found.paths
    )


def _latest(one: str, other: str, filters: Filters) -> list[str]:
    """Give the ids of the latest events between two actors, either way; those without a day come last."""
    rows = [*_done(one, other, filters), *_done(other, one, filters)]
    latest = sorted(rows, key=by_day, reverse=True)
    return list(dict.fromkeys(row["id"] for row in latest))[:EVENTS_A_STEP]


def _done(actor: str, recipient: str, filters: Filters) -> list[dict[str, str]]:
    """Give ids and keys of the latest of what one actor did to another under the filters."""
    quads = [quad for sign in filters.signs for quad in Sign(sign).quads()]
    return latest_between(actor, recipient, quads, filters, EVENTS_A_STEP)


def acting_sides(one: str, other: str, filters: Filters) -> tuple[bool, bool]:
    """Say whether the first of two actors did something to the other under the filters, and the other way round."""
    return bool(_done(one, other, filters)), bool(_done(other, one, filters))


def sentence_of(found: Found, names: tuple[str, str], sides: tuple[bool, bool]) -> str:
    """Say how two actors are joined. sides: as `acting_sides` gives them, where they are joined directly."""
    cut = "" if found.is_whole else " There were too many ties to read them all: a shorter way may be missed."
    if not found.paths:
        return f"No path of up to {MOST_STEPS} steps joins {names[0]} and {names[1]} under these filters.{cut}"
    if found.steps == 1:
        actor, recipient = names if sides[0] else names[::-1]
        if all(sides) or not any(sides):
            return f"{actor} and {recipient} acted on each other directly.{cut}"
        return f"{actor} acted on {recipient} directly, and nothing is told the other way round.{cut}"
    number = f"at least {MOST_COUNTED}" if found.number >= MOST_COUNTED else f"{found.number}"
    shown = "" if len(found.paths) == found.number else f", the {len(found.paths)} strongest told here"
    paths = f"{number} shortest {'path' if found.number == 1 else 'paths'}{shown}"
    through = counted(len(found.between), "actor")
    return f"{names[0]} and {names[1]} are joined in {found.steps} steps, through {through}: {paths}.{cut}"
