"""Where actors stand in the picture: springs, tighter inside a community, kept while the filter stays."""

import math
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from threading import Lock

import rustworkx as rx

from graph.network import communities

SEED = 20
ROUNDS = 50
INSIDE = 30.0
LARGE = 200
DENSE = 4.0
LEAST_MODULARITY = 0.3
MOST_KEPT = 64
ROOM = 95.0
LEAST_ROOM = 78.0
TURNS = 12
MARGIN = 90.0
WIDER = 1.35

Places = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions and communities of actors by id; communities count from 0, the largest first.

    has_groups: whether the graph has communities worth the name; without them springs are even.
    """

    positions: Places
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
    """Give every actor a place; parts of the graph that nothing joins are set beside one another.

    pairs: strength of the tie between two actors, both ways together.
    is_plain: even springs, so that the picture owes nothing to the communities found.
    """
    found, modularity = communities(actors, {pair: math.log1p(weight) for pair, weight in pairs.items()})
    groups = {actor: number for number, members in enumerate(found) for actor in members}
    has_groups = (modularity or 0.0) >= LEAST_MODULARITY and len(found) > 1
    graph: rx.PyGraph[str, float] = rx.PyGraph()
    index = dict(zip(actors, graph.add_nodes_from(list(actors)), strict=True))
    strength = _strength(len(actors), len(pairs))
    is_even = is_plain or not has_groups
    graph.add_edges_from(
        [
            (index[one], index[other], 1.0 if is_even or groups[one] != groups[other] else strength)
            for one, other in pairs
        ]
    )
    parts = sorted(rx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    places = pack([_spread(graph.subgraph(sorted(part))) for part in parts])
    return Layout(places, groups if has_groups else dict.fromkeys(actors, 0), has_groups)


def _strength(actors: int, pairs: int) -> float:
    """Give how much tighter springs are inside a community: less in small and in thin graphs.

    Full strength, measured on large and dense ones, would press few actors onto one another and
    tear a thin graph apart.
    """
    if not actors:
        return 1.0
    return 1.0 + (INSIDE - 1.0) * min(actors / LARGE, 1.0) ** 2 * min(pairs / actors / DENSE, 1.0)


def _spread(part: "rx.PyGraph[str, float]") -> Places:
    """Lay one connected part out, wide enough that half of its actors have room around them."""
    spread = 1.0 / math.sqrt(part.num_nodes())
    # cooled evenly, a quarter of the rounds places actors as well as adaptive cooling does
    found = rx.spring_layout(part, k=spread, num_iter=ROUNDS, adaptive_cooling=False, weight_fn=float, seed=SEED)
    points = [(float(x), float(y)) for x, y in (found[i] for i in part.node_indices())]
    scale = ROOM / max(median(_nearest(points)), 0.02)
    names = part.nodes()
    return _apart({name: (x * scale, y * scale) for name, (x, y) in zip(names, _lying(points), strict=True)})


def _lying(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Turn a part so that it is wider than high: names stand below their actors, and beside them is more room.

    >>> [(round(abs(x), 3), round(abs(y), 3)) for x, y in _lying([(0.0, 2.0), (0.0, -2.0)])]
    [(2.0, 0.0), (2.0, 0.0)]
    """
    middle_x, middle_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    away = [(x - middle_x, y - middle_y) for x, y in points]
    wide, high, both = sum(x * x for x, _ in away), sum(y * y for _, y in away), sum(x * y for x, y in away)
    turn = math.atan2(2 * both, wide - high) / 2
    cos, sin = math.cos(turn), math.sin(turn)
    return [(x * cos + y * sin, y * cos - x * sin) for x, y in away]


def _nearest(points: Sequence[tuple[float, float]]) -> list[float]:
    """Give how far each point's nearest other is, in the order from left to right, 1 for a point alone.

    >>> [round(away, 2) for away in _nearest([(0.0, 0.0), (9.0, 0.0), (1.0, 2.0), (1.0, 1.0)])]
    [1.41, 1.0, 1.0, 8.06]
    """
    if len(points) < 2:
        return [1.0] * len(points)
    ordered = sorted(points)
    return [
        min(_nearest_after(one, reversed(ordered[:place])), _nearest_after(one, ordered[place + 1 :]))
        for place, one in enumerate(ordered)
    ]


def _nearest_after(one: tuple[float, float], others: Iterable[tuple[float, float]]) -> float:
    """Give how far the nearest of the points to one side is. others: the first of them lies least to that side."""
    nearest = math.inf
    for other in others:
        # no point is nearer than it lies to the side
        if abs(other[0] - one[0]) >= nearest:
            break
        nearest = min(nearest, math.dist(one, other))
    return nearest


class _Shelf:
    """Rows of boxes no wider than `width`; a row is as high as its first box, and holds columns of lower ones."""

    def __init__(self, width: float) -> None:
        self._most = width
        self._top = self._height = 0.0
        self._x = self._width = self._y = 0.0

    def put(self, width: float, height: float) -> tuple[float, float]:
        """Give the place of the next box: below the last one, else beside it, else in a new row."""
        wider = max(self._width, width)
        if self._y + height > self._height or self._x + wider > self._most:
            self._x, self._width, self._y, wider = self._x + self._width, 0.0, 0.0, width
            if self._x + width > self._most or height > self._height:
                self._top, self._x, self._height = self._top + self._height, 0.0, height
        place = self._x, self._top + self._y
        self._width, self._y = wider, self._y + height
        return place


def pack(parts: Sequence[Places]) -> Places:
    """Set parts beside one another in rows, the first of them first, around the middle of the picture.

    Beside a high part, low ones stand below one another.

    >>> pack([{"a": (5.0, 5.0)}])
    {'a': (0.0, 0.0)}
    """
    boxes = [_box(part) for part in parts]
    area = sum(width * height for _, _, width, height in boxes)
    shelf = _Shelf(max([math.sqrt(area) * WIDER, *(box[2] for box in boxes)], default=0.0))
    placed: Places = {}
    for part, (left, top, width, height) in zip(parts, boxes, strict=True):
        x, y = shelf.put(width, height)
        placed |= {name: (px - left + x, py - top + y) for name, (px, py) in part.items()}
    middle_x, middle_y = (sum(axis) / 2 for axis in _edges(placed)) if placed else (0.0, 0.0)
    return {name: (round(px - middle_x, 1), round(py - middle_y, 1)) for name, (px, py) in placed.items()}


def _edges(part: Places) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give the least and greatest place of a part across, and down."""
    xs, ys = [x for x, _ in part.values()], [y for _, y in part.values()]
    return (min(xs), max(xs)), (min(ys), max(ys))


def _box(part: Places) -> tuple[float, float, float, float]:
    """Give left, top, width and height of a part with a margin for its names."""
    (left, right), (top, bottom) = _edges(part)
    return left - MARGIN, top - MARGIN / 2, right - left + 2 * MARGIN, bottom - top + 1.5 * MARGIN


def _apart(positions: Places) -> Places:
    """Push actors that stand too near away from each other, so that their marks, and the line between, can be seen."""
    names, places = list(positions), [list(place) for place in positions.values()]
    for _ in range(TURNS):
        moves = [[0.0, 0.0] for _ in places]
        for one, other in _near(places):
            dx, dy = places[other][0] - places[one][0], places[other][1] - places[one][1]
            far = math.hypot(dx, dy)
            # those on one spot part in a direction that depends on nothing but their order
            way = (dx / far, dy / far) if far > 1 else (math.cos(one * 2.4), math.sin(one * 2.4))
            lack = (LEAST_ROOM - far) / 2
            for axis in (0, 1):
                moves[one][axis] -= way[axis] * lack * 0.8
                moves[other][axis] += way[axis] * lack * 0.8
        if not any(x or y for x, y in moves):
            break
        for place, (x, y) in zip(places, moves, strict=True):
            place[0], place[1] = place[0] + x, place[1] + y
    return {name: (round(x, 1), round(y, 1)) for name, (x, y) in zip(names, places, strict=True)}


def _near(places: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of places nearer than LEAST_ROOM, found by cells."""
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (x, y) in enumerate(places):
        column, row = math.floor(x / LEAST_ROOM), math.floor(y / LEAST_ROOM)
        for other in (
            one for across in (-1, 0, 1) for down in (-1, 0, 1) for one in cells.get((column + across, row + down), ())
        ):
            if math.dist(places[number], places[other]) < LEAST_ROOM - 1:
                yield other, number
        cells[column, row].append(number)
