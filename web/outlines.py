"""The outlines of countries, from a table that travels with the code, cut to the degrees a map shows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

TABLE = Path(__file__).with_name("outlines.json")
STEPS = 100  # to a degree

Point = tuple[float, float]
Ring = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees from south to north and from west to east."""

    south: float
    north: float
    west: float
    east: float

    def meets(self, other: "Box") -> bool:
        """Say whether two boxes share any place."""
        is_level = self.south <= other.north and other.south <= self.north
        return is_level and self.west <= other.east and other.west <= self.east


@cache
def _rings() -> tuple[tuple[Box, Ring], ...]:
    """Give the outer rings of all countries as points of longitude and latitude, each with the degrees it fills."""
    table = json.loads(TABLE.read_text("utf-8"))
    arcs = [_points(steps) for steps in table["arcs"]]
    found = []
    for numbers in table["rings"]:
        ring: list[Point] = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            ring += arc[1:] if ring else arc
        across, up = zip(*ring, strict=True)
        found.append((Box(min(up), max(up), min(across), max(across)), tuple(ring)))
    return tuple(found)


def _points(steps: Sequence[int]) -> list[Point]:
    """Give the points of an arc from its steps.

    >>> _points([100, 50, -25, 0])
    [(1.0, 0.5), (0.75, 0.5)]
    """
    x, y, found = 0, 0, []
    for right, up in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + right, y + up
        found.append((x / STEPS, y / STEPS))
    return found


def rings_within(box: Box) -> tuple[Ring, ...]:
    """Give the land inside some degrees as closed rings, without their last point; those over the date line too."""
    found = []
    for shift in (-360.0, 0.0, 360.0):
        moved = Box(box.south, box.north, box.west + shift, box.east + shift)
        cut = [cut_to(ring, moved) for bounds, ring in _rings() if bounds.meets(moved)]
        found += [tuple((x - shift, y) for x, y in ring) for ring in cut if len(ring) > 2]
    return tuple(found)


def cut_to(ring: Ring, box: Box) -> Ring:
    """Cut a closed ring to a box, side by side. Source of the rule: Sutherland and Hodgman 1974.

    >>> cut_to([(-1, 0.2), (0.5, 0.2), (0.5, 0.8), (-1, 0.8), (-1, 0.2)], Box(0, 1, 0, 1))
    ((0.0, 0.2), (0.5, 0.2), (0.5, 0.8), (0.0, 0.8))
    """
    points = list(ring[:-1] if ring[0] == ring[-1] else ring)
    for axis, bound, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        points = _cut(points, axis, bound, sign)
    return tuple(points)


def _cut(points: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """Cut a closed ring along one line. sign: 1 where what lies above the bound is kept, -1 where what lies below."""

    def is_inside(point: Point) -> bool:
        return (point[axis] - bound) * sign >= 0

    found: list[Point] = []
    for before, now in pairwise([*points[-1:], *points]):
        if is_inside(before) != is_inside(now):
            part = (bound - before[axis]) / (now[axis] - before[axis])
            other = before[1 - axis] + part * (now[1 - axis] - before[1 - axis])
            found.append((float(bound), other) if axis == 0 else (other, float(bound)))
        if is_inside(now):
            found.append(now)
    return found
