"""The graph as one SVG picture: a download, and what stands for the canvas where no script runs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, make_response, render_template, request

from graph.export.told import INKS
from graph.export.xml_text import clean
from web.colours import coloured, way_of_colouring
from web.filters import filters_from, one_word, whole_number
from web.graph import FIRST_ACTORS, MOST_ACTORS, cards_of, layout_of, place_nodes
from web.network import SHAPES, Node, size_of
from web.ties import Tie, read_ties

bp = Blueprint("picture", __name__)

MARGIN = 110.0
LEAST_SIDE = 500.0
NAMED = 40
COLOURS = ("#4c63c4", "#d0a136", "#9a5fb4", "#4da3cf", "#c4698b", "#84893a", "#8a6248", "#6b7a8c")
STAR = tuple((number * math.pi / 5, 1.2 if number % 2 == 0 else 0.5) for number in range(10))
CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "hexagon": ((-0.5, -0.9), (0.5, -0.9), (1, 0), (0.5, 0.9), (-0.5, 0.9), (-1, 0)),
    "triangle": ((0, -1.1), (1.1, 0.8), (-1.1, 0.8)),
    "triangleDown": ((0, 1.1), (1.1, -0.8), (-1.1, -0.8)),
    "star": tuple((reach * math.sin(turn), -reach * math.cos(turn)) for turn, reach in STAR),
}


@dataclass(frozen=True, slots=True)
class DrawnActor:
    """An actor as it is drawn; points are its corners, "" for a disc; label is "" in a crowd."""

    x: float
    y: float
    size: float
    points: str
    colour: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class DrawnTie:
    """A tie as a curve; head: corners of the arrow at its end; words say it for who cannot see it."""

    path: str
    head: str
    colour: str
    dashes: str
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that graph/picture.svg may use. font: size of the names in units of the picture."""

    left: float
    top: float
    width: float
    height: float
    font: float
    actors: tuple[DrawnActor, ...]
    ties: tuple[DrawnTie, ...]
    title: str


@bp.get("/graph.svg")
def show() -> Response:
    """Give the graph under the filters as one picture."""
    filters = filters_from(request.args)
    is_plain = one_word(request.args, "layout", ("grouped", "plain")) == "plain"
    limit = whole_number(request.args, "limit", least=1, most=MOST_ACTORS, default=FIRST_ACTORS)
    ties = read_ties(filters, limit)
    placed = place_nodes(ties.actors, cards_of(list(ties.actors)), layout_of(filters, ties, limit, is_plain=is_plain))
    nodes, _ = coloured(placed, way_of_colouring())
    response = make_response(clean(render_template("graph/picture.svg", page=paint(nodes, ties.shown))))
    response.mimetype = "image/svg+xml"
    return response


def paint(nodes: Sequence[Node], ties: Sequence[Tie]) -> Picture:
    """Draw actors and ties; the busiest actors bear their names."""
    xs, ys = [node.x for node in nodes] or [0.0], [node.y for node in nodes] or [0.0]
    width = max(max(xs) - min(xs) + 2 * MARGIN, LEAST_SIDE)
    height = max(max(ys) - min(ys) + 2 * MARGIN, LEAST_SIDE)
    font = max(15.0, width / 75)
    by_id = {node.id: node for node in nodes}
    return Picture(
        left=round((min(xs) + max(xs) - width) / 2, 1),
        top=round((min(ys) + max(ys) - height) / 2, 1),
        width=round(width, 1),
        height=round(height, 1),
        font=round(font, 1),
        actors=tuple(_actor(node, font, has_name=rank < NAMED) for rank, node in enumerate(nodes)),
        ties=tuple(_tie(tie, by_id[tie.actor], by_id[tie.recipient], font) for tie in ties),
        title=f"{len(nodes)} actors and {len(ties)} ties between them",
    )


def colour_of(node: Node) -> str:
    """Give the colour of an actor's group, as #rrggbb."""
    return COLOURS[node.group % len(COLOURS)]


def _size(node: Node, font: float) -> float:
    """Give how far an actor reaches from its middle."""
    return max(size_of(node.acts), font * 0.45)


def _actor(node: Node, font: float, *, has_name: bool) -> DrawnActor:
    """Draw one actor."""
    size = _size(node, font)
    corners = CORNERS.get(SHAPES.get(node.kind, "triangle"), ())
    points = " ".join(f"{node.x + x * size:.1f},{node.y + y * size:.1f}" for x, y in corners)
    return DrawnActor(node.x, node.y, size, points, colour_of(node), node.name, node.name if has_name else "")


def _tie(tie: Tie, one: Node, other: Node, font: float) -> DrawnTie:
    """Draw one tie as a curve to the right of its way, so that both ways and both signs stand apart."""
    dx, dy = other.x - one.x, other.y - one.y
    bow = 0.08 if tie.sign == "hostile" else 0.18
    middle = one.x + dx / 2 - dy * bow, one.y + dy / 2 + dx * bow
    width = round((1 + 1.3 * math.log2(max(tie.events, 1))) * max(1.0, font / 18), 1)
    end, head = _head(middle, other, _size(other, font), width)
    path = f"M{one.x:.1f} {one.y:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    words = f"{one.name} to {other.name}: {tie.events} {tie.sign}"
    return DrawnTie(path, head, INKS[tie.sign], "9 5" if tie.sign == "hostile" else "", width, words)


def _head(middle: tuple[float, float], to: Node, size: float, width: float) -> tuple[tuple[float, float], str]:
    """Give where a curve ends, and the corners of its arrow, whose tip touches the actor. middle: where it bends."""
    far = math.hypot(to.x - middle[0], to.y - middle[1]) or 1.0
    x, y = (to.x - middle[0]) / far, (to.y - middle[1]) / far
    rim, long = min(size, far / 2), min(9 + 2 * width, far / 2)
    tip, end = (to.x - x * rim, to.y - y * rim), (to.x - x * (rim + long), to.y - y * (rim + long))
    corners = tip, (end[0] - y * long / 2, end[1] + x * long / 2), (end[0] + y * long / 2, end[1] - x * long / 2)
    return end, " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
