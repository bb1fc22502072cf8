"""Actors and their ties as shapes and curves of an SVG picture, for where no script draws them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from graph.export.told import INKS
from web.colours import SWATCHES
from web.lettering import Box, Named, Spot, place_names
from web.network import Node, shape_of, short_name, sizes_of
from web.plate import PRINTED, About, Plate, plate_of
from web.shapes import corners_of
from web.ties import Tie
from web.words import counted

MARGIN = 60.0
LEAST_WIDTH = 720.0
LEAST_HEIGHT = 320.0
CROWD = 250


@dataclass(frozen=True, slots=True)
class DrawnActor:
    """An actor as it is drawn. points: its corners, "" for a disc; spot: of its label, None where there is no room."""

    x: float
    y: float
    size: float
    points: str
    colour: str
    name: str
    label: str
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class DrawnTie:
    """A tie as a curve; head: corners of the arrow at its end; words say it for who cannot see it."""

    path: str
    head: str
    colour: str
    dashes: str
    width: float
    opacity: float
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that graph/picture.svg may use. font: size of names in units of the picture; plate: what is said of it."""

    left: float
    top: float
    width: float
    height: float
    font: float
    actors: tuple[DrawnActor, ...]
    ties: tuple[DrawnTie, ...]
    title: str
    plate: Plate


def paint(nodes: Sequence[Node], ties: Sequence[Tie], about: About) -> Picture:
    """Draw actors and ties, with the names there is room for, those of the busiest first, and what is said of them."""
    frame, font = _frame(nodes)
    wide, high = frame.right - frame.left, frame.bottom - frame.top
    by_id = {node.id: node for node in nodes}
    # seen whole, a large picture is small: no mark is less than its letters
    sizes = {id_: max(size, font * 0.45) for id_, size in sizes_of(nodes).items()}
    marks = [Named(node.x, node.y, sizes[node.id], short_name(node.name)) for node in nodes]
    spots = place_names(marks, font, frame)
    plate = plate_of(about, frame.left, frame.top, wide, high, font, PRINTED)
    is_crowd = len(ties) > CROWD
    return Picture(
        left=round(frame.left, 1),
        top=round(frame.top - plate.above, 1),
        width=round(wide, 1),
        height=round(high + plate.above + plate.below, 1),
        font=round(font, 1),
        actors=tuple(_actor(node, sizes[node.id], spot) for node, spot in zip(nodes, spots, strict=True)),
        ties=tuple(
            _tie(tie, by_id[tie.actor], by_id[tie.recipient], font, sizes[tie.recipient], is_crowd=is_crowd)
            for tie in ties
        ),
        title=f"{about.title}: {len(nodes)} actors and {len(ties)} ties between them",
        plate=plate,
    )


def _frame(nodes: Sequence[Node]) -> tuple[Box, float]:
    """Give what actors and their names cover, and the size of type that can be read there."""
    xs, ys = [node.x for node in nodes] or [0.0], [node.y for node in nodes] or [0.0]
    font = max(15.0, (max(xs) - min(xs)) / 80)
    width = max(max(xs) - min(xs) + 2 * MARGIN + 6 * font, LEAST_WIDTH)
    height = max(max(ys) - min(ys) + 2 * MARGIN, LEAST_HEIGHT)
    left, top = (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) - height) / 2
    return Box(left, top, left + width, top + height), font


def colour_of(node: Node) -> str:
    """Give the colour of an actor's group, as #rrggbb."""
    return SWATCHES[node.group % len(SWATCHES)]


def _actor(node: Node, size: float, spot: Spot | None) -> DrawnActor:
    """Draw one actor. size: how far it reaches from its middle."""
    points = corners_of(shape_of(node.kind), node.x, node.y, size)
    return DrawnActor(node.x, node.y, size, points, colour_of(node), node.name, short_name(node.name), spot)


def _tie(tie: Tie, one: Node, other: Node, font: float, size: float, *, is_crowd: bool) -> DrawnTie:
    """Draw one tie as a curve to the right of its way, so that both ways and both signs stand apart.

    size: how far the other reaches from its middle. In a crowd thin ties are faint.
    """
    dx, dy = other.x - one.x, other.y - one.y
    bow = 0.08 if tie.sign == "hostile" else 0.18
    middle = one.x + dx / 2 - dy * bow, one.y + dy / 2 + dx * bow
    weight = 1 + 1.3 * math.log2(max(tie.events, 1))
    width = round(weight * max(1.0, font / 18), 1)
    opacity = round(min(0.8, 0.15 + 0.08 * weight), 2) if is_crowd else 0.8
    end, head = _head(middle, other, size, width)
    path = f"M{one.x:.1f} {one.y:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    words = f"{one.name} to {other.name}: {counted(tie.events, f'{tie.sign} event')}"
    return DrawnTie(path, head, INKS[tie.sign], "9 5" if tie.sign == "hostile" else "", width, opacity, words)


def _head(middle: tuple[float, float], to: Node, size: float, width: float) -> tuple[tuple[float, float], str]:
    """Give where a curve ends, and the corners of its arrow, whose tip touches the actor. middle: where it bends."""
    far = math.hypot(to.x - middle[0], to.y - middle[1]) or 1.0
    x, y = (to.x - middle[0]) / far, (to.y - middle[1]) / far
    rim, long = min(size, far / 2), min(9 + 2 * width, far / 2)
    tip, end = (to.x - x * rim, to.y - y * rim), (to.x - x * (rim + long), to.y - y * (rim + long))
    corners = tip, (end[0] - y * long / 2, end[1] + x * long / 2), (end[0] + y * long / 2, end[1] - x * long / 2)
    return end, " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
