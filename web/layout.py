"""Where actors stand in the picture: springs, tighter inside a community, kept while the filter stays."""

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from threading import Lock

import networkx as nx
import rustworkx as rx

SEED = 20
ROUNDS = 200
INSIDE = 30.0
LARGE = 120
LEAST_MODULARITY = 0.3
MOST_KEPT = 64


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions and communities of actors by id; communities count from 0, the largest first.

    has_groups: whether the graph has communities worth the name; without them springs are even.
    """

    positions: dict[str, tuple[float, float]]
    groups: dict[str, int]
    has_groups: bool


class LayoutCache:
    """The last layouts made, by what they were made for. It may be shared by threads."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, Layout] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Layout]) -> Layout:
        """Give the layout kept under `key`, or make and keep it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


def lay_out(actors: Sequence[str], pairs: dict[tuple[str, str], float], *, is_plain: bool = False) -> Layout:
    """Give every actor a place.

    pairs: strength of the tie between two actors, both ways together.
    is_plain: even springs, so that the picture owes nothing to the communities found.
    """
    groups, modularity = _communities(actors, pairs)
    has_groups = modularity >= LEAST_MODULARITY and len(set(groups.values())) > 1
    # full strength would press the few actors of a small picture onto one another
    strength = 1.0 + (INSIDE - 1.0) * min(len(actors) / LARGE, 1.0)
    inside = strength if has_groups and not is_plain else 1.0
    graph = rx.PyGraph()
    index = dict(zip(actors, graph.add_nodes_from(list(actors)), strict=True))
    for one, other in pairs:
        graph.add_edge(index[one], index[other], inside if groups[one] == groups[other] else 1.0)
    spread = 1.0 / math.sqrt(len(actors)) if actors else None
    found = rx.spring_layout(graph, k=spread, num_iter=ROUNDS, weight_fn=float, seed=SEED)
    scale = 95.0 * math.sqrt(max(len(actors), 6))
    positions = {id_: (round(found[i][0] * scale, 1), round(found[i][1] * scale, 1)) for id_, i in index.items()}
    return Layout(_apart(positions), groups if has_groups else dict.fromkeys(actors, 0), has_groups)


def _communities(actors: Sequence[str], pairs: dict[tuple[str, str], float]) -> tuple[dict[str, int], float]:
    """Give each actor's community by Louvain's method, and the modularity of them all."""
    graph = nx.Graph()
    graph.add_nodes_from(actors)
    graph.add_weighted_edges_from((one, other, math.log1p(weight)) for (one, other), weight in pairs.items())
    if not pairs:
        return dict.fromkeys(actors, 0), 0.0
    found = sorted(nx.community.louvain_communities(graph, seed=SEED), key=lambda c: (-len(c), min(c)))
    groups = {actor: number for number, members in enumerate(found) for actor in members}
    return groups, float(nx.community.modularity(graph, found))


def _apart(positions: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Move actors that came to stand on the same spot apart, deterministically."""
    taken: set[tuple[int, int]] = set()
    moved = {}
    for id_, (x, y) in positions.items():
        turn = 0
        while (cell := (round(x / 28), round(y / 28))) in taken and turn < 60:
            turn += 1
            x, y = x + 22 * math.cos(turn * 2.4), y + 22 * math.sin(turn * 2.4)
        taken.add(cell)
        moved[id_] = (round(x, 1), round(y, 1))
    return moved
