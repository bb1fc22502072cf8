"""How central an actor is, from measures of the whole network that are kept as long as the graph stays as it is."""

import time
from dataclasses import dataclass
from threading import Lock
from typing import Any

from flask import current_app

from graph.network import Measures, Standing, measure, ties_of
from web.asked import rows_of
from web.remembered import state
from web.words import counted

KEPT_SECONDS = 60.0
MOST_TIES = 4000
KEPT = "standing"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure in words: its name, its value, and what it means."""

    name: str
    value: str
    meaning: str


class MeasureCache:
    """The measures of the graph as it is, or was at most KEPT_SECONDS ago; it may be shared by threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: Measures | None = None
        self._state: Any = None
        self._made = float("-inf")

    def get(self) -> Measures | None:
        """Give the measures of the network, None where it is too large to measure for a page."""
        now = state()
        with self._lock:
            if now != self._state and time.monotonic() - self._made > KEPT_SECONDS:
                # two ties at most join a pair in one direction: of more than twice as many nothing need be read
                is_large = rows_of("ties_count", limit=1)[0]["ties"] > 2 * MOST_TIES
                rows = [] if is_large else rows_of("network_ties", limit=MOST_TIES + 1)
                self._kept = measure(ties_of(rows)) if not is_large and len(rows) <= MOST_TIES else None
                self._state, self._made = now, time.monotonic()
            return self._kept


def figures_of(actor: str) -> tuple[tuple[Figure, ...], str]:
    """Give the measures of one actor, and a remark where there are none or they are estimates."""
    cache: MeasureCache = current_app.extensions.setdefault(KEPT, MeasureCache())
    measures = cache.get()
    if measures is None:
        return (), f"More than {MOST_TIES:,} ties: too large to measure here. `python -m graph stats` measures it."
    standing = measures.of(actor)
    if standing is None:
        return (), "No event that happened ties this actor to another."
    rank = 1 + sum(other.betweenness > standing.betweenness for other in measures.actors)
    remark = "Betweenness is estimated from a sample." if measures.is_sampled else ""
    return _figures(standing, measures, rank), remark


def _figures(standing: Standing, measures: Measures, rank: int) -> tuple[Figure, ...]:
    """Put one actor's measures into words."""
    triads = standing.balanced + standing.unbalanced
    friends = f"on balance {standing.friends} in cooperation, {standing.foes} in conflict"
    members = sum(other.community == standing.community for other in measures.actors)
    balance = f"{standing.balanced} of {triads}" if triads else "none"
    return (
        Figure("Partners", f"{standing.partners:,}", friends),
        Figure("Events with them", f"{standing.events:,}", "weighted degree, both directions"),
        Figure(
            "Betweenness",
            f"{standing.betweenness:.3f}",
            f"share of shortest paths that lead through it; place {rank:,} of {len(measures.actors):,}",
        ),
        Figure(
            "Community",
            f"{standing.community} of {measures.communities}",
            f"{counted(members, 'actor')} with more ties inside than out",
        ),
        Figure("Balanced triads", balance, "friends of friends are friends, enemies of enemies too"),
    )
