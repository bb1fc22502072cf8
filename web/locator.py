"""A small map of where an event was: the land, a grid of degrees, a scale, and the places of the graph around it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from web.outlines import Box, rings_within

WIDTH, HEIGHT = 360, 220
KM_A_DEGREE = 111.2
REACH = {"country": 9.0, "part of country": 5.0, "region": 4.0, "territory": 2.5, "sea": 9.0}
NEAR = 2.6
WIDE = frozenset(REACH)
STEPS = (0.5, 1.0, 2.0, 5.0, 10.0)
ROUND_KM = (10, 20, 50, 100, 200, 500, 1000)
LETTER, LINE = 6.2, 14.0
EDGE = 36.0
MOST_NAMED = 4
LEAST_COSINE = 0.15
OVER = 0.02
COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


@dataclass(frozen=True, slots=True)
class Frame:
    """The degrees a map shows."""

    south: float
    north: float
    west: float
    east: float

    def x(self, longitude: float) -> float:
        """Give where a longitude lies, in units of the picture."""
        return round((longitude - self.west) / (self.east - self.west) * WIDTH, 1)

    def y(self, latitude: float) -> float:
        """Give where a latitude lies, from the top."""
        return round((self.north - latitude) / (self.north - self.south) * HEIGHT, 1)


@dataclass(frozen=True, slots=True)
class GridLine:
    """One line of the grid, at x or y, whichever is not None, with its degrees in words where there is room."""

    x: float | None
    y: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Spot:
    """One place beside the event's: its dot, and its name where there is room (else ""). anchor is SVG's."""

    x: float
    y: float
    name: str
    anchor: str
    is_wide: bool


@dataclass(frozen=True, slots=True)
class Locator:
    """The map. land: the path of the countries in it, as SVG draws it, "" where there is only sea.

    ring: radius of what is known only as an area, 0 for a point; nearest: in words, the nearest first.
    """

    land: str
    x: float
    y: float
    ring: float
    name: str
    lines: tuple[GridLine, ...]
    spots: tuple[Spot, ...]
    bar: float
    bar_words: str
    nearest: tuple[str, ...]
    width: int = WIDTH
    height: int = HEIGHT


def frame_of(latitude: float, longitude: float, kind: str) -> Frame:
    """Give the degrees around a place: the wider the place, the more."""
    reach = REACH.get(kind, NEAR)
    across = reach * WIDTH / HEIGHT / max(math.cos(math.radians(latitude)), LEAST_COSINE)
    return Frame(latitude - reach, latitude + reach, longitude - across, longitude + across)


def locate(place: dict[str, Any], around: Iterable[dict[str, Any]]) -> Locator:
    """Draw a place among others.

    place, around: rows with id, name, kind, latitude and longitude; `around` may hold the place itself.
    """
    latitude, longitude, kind = place["latitude"], place["longitude"], place["kind"] or ""
    frame = frame_of(latitude, longitude, kind)
    others = [row for row in around if row["id"] != place["id"] and row["name"]]
    bar_km = max(km for km in ROUND_KM if _pixels(km, frame) <= WIDTH / 4 or km == ROUND_KM[0])
    ring = HEIGHT * 0.28 if kind in WIDE else 0.0
    x, y = frame.x(longitude), frame.y(latitude)
    own = (x - len(place["name"]) * LETTER / 2 - 6, y - 2 * LINE, x + len(place["name"]) * LETTER / 2 + 6, y + LINE / 2)
    return Locator(
        land=_land(frame),
        x=x,
        y=y,
        ring=ring,
        name=place["name"],
        lines=(*_lines(frame.west, frame.east, "EW", frame), *_lines(frame.south, frame.north, "NS", frame)),
        spots=_spots(others, frame, own),
        bar=round(_pixels(bar_km, frame), 1),
        bar_words=f"{bar_km:,} km",
        nearest=_nearest(latitude, longitude, others),
    )


def _land(frame: Frame) -> str:
    """Draw the countries; they reach beyond the picture, so that no line runs along its edge."""
    up, across = (frame.north - frame.south) * OVER, (frame.east - frame.west) * OVER
    box = Box(frame.south - up, frame.north + up, frame.west - across, frame.east + across)
    rings = ([(frame.x(x), frame.y(y)) for x, y in ring] for ring in rings_within(box))
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z" for ring in rings)


def _pixels(km: float, frame: Frame) -> float:
    """Give how long a distance is on the picture."""
    return km / KM_A_DEGREE / (frame.north - frame.south) * HEIGHT


def _lines(low: float, high: float, letters: str, frame: Frame) -> list[GridLine]:
    """Draw round degrees between two bounds; letters: of the positive and of the negative side."""
    step = next((one for one in STEPS if (high - low) / one <= 6), STEPS[-1])
    found = []
    for number in range(math.ceil(low / step), math.floor(high / step) + 1):
        degrees = number * step
        words = f"{abs(degrees):g}°" + (f" {letters[degrees < 0]}" if degrees else "")
        if letters == "EW":
            x = frame.x(degrees)
            found.append(GridLine(x, None, words if EDGE < x < WIDTH - EDGE else ""))
        else:
            y = frame.y(degrees)
            found.append(GridLine(None, y, words if LINE < y < HEIGHT - LINE * 2 else ""))
    return found


def _spots(rows: Sequence[dict[str, Any]], frame: Frame, own: tuple[float, float, float, float]) -> tuple[Spot, ...]:
    """Place the others; a name that would lie over another, or leave the picture, is left out."""
    scale = (WIDTH * 0.7, HEIGHT - 3.5 * LINE, float(WIDTH), float(HEIGHT))
    taken = [own, scale]
    found = []
    for row in rows:
        x, y = frame.x(row["longitude"]), frame.y(row["latitude"])
        is_wide = row["kind"] in WIDE
        anchor = "middle" if is_wide else "start" if x < WIDTH * 0.6 else "end"
        wide = len(row["name"]) * LETTER
        left = {"middle": x - wide / 2, "start": x + 6, "end": x - 6 - wide}[anchor]
        box = (left, y - LINE / 2, left + wide, y + LINE / 2)
        is_free = all(box[0] > b[2] or box[2] < b[0] or box[1] > b[3] or box[3] < b[1] for b in taken)
        is_inside = box[0] > 30 and box[2] < WIDTH - 4 and box[1] > 4 and box[3] < HEIGHT - LINE * 2
        if is_free and is_inside:
            taken.append(box)
        if (is_free and is_inside) or not is_wide:
            found.append(Spot(x, y, row["name"] if is_free and is_inside else "", anchor, is_wide))
    return tuple(found)


def _nearest(latitude: float, longitude: float, rows: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """Name the nearest points with distance and direction."""
    points = [row for row in rows if row["kind"] not in WIDE]
    told = sorted((*_way(latitude, longitude, row["latitude"], row["longitude"]), row["name"]) for row in points)
    return tuple(f"{name}, {max(round(km), 1):,} km {way}" for km, way, name in told[:MOST_NAMED])


def _way(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> tuple[float, str]:
    """Give how far, in kilometres, and in which direction another place lies; exact enough for a small map.

    >>> _way(31.5, 34.47, 32.08, 34.78)
    (70.8, 'north-east')
    """
    up = (to_latitude - latitude) * KM_A_DEGREE
    right = (to_longitude - longitude) * KM_A_DEGREE * math.cos(math.radians((latitude + to_latitude) / 2))
    turn = math.degrees(math.atan2(right, up)) % 360
    return round(math.hypot(up, right), 1), COMPASS[round(turn / 45) % 8]
