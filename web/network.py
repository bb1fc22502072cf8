"""The picture of actors, built with pyvis. The only module that imports it; its own pages are never served."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pyvis.network import Network

from graph.model import Kind
from web.ties import Tie

SHAPE_LEGEND = (
    ("dot", "State, government, court"),
    ("square", "Army, police, intelligence, peacekeepers"),
    ("diamond", "Armed group, rebels, militia"),
    ("star", "Person"),
    ("hexagon", "Organisation of states, alliance, aid group"),
    ("triangleDown", "Civilians, ethnic or religious group"),
    ("triangle", "Party, media, company, other"),
)
KINDS_OF_SHAPE = {
    "dot": (Kind.COUNTRY, Kind.GOVERNMENT, Kind.MINISTRY, Kind.COURT),
    "square": (Kind.MILITARY, Kind.POLICE, Kind.INTELLIGENCE, Kind.PEACEKEEPING),
    "diamond": (Kind.ARMED_GROUP, Kind.REBEL_MOVEMENT, Kind.MILITIA),
    "star": (Kind.PERSON,),
    "hexagon": (Kind.IGO, Kind.ALLIANCE, Kind.NGO),
    "triangleDown": (Kind.CIVILIANS, Kind.PEOPLE, Kind.ETHNIC_GROUP, Kind.RELIGIOUS_GROUP),
    "triangle": (Kind.PARTY, Kind.MEDIA, Kind.COMPANY, Kind.ORGANISATION),
}
SHAPES: dict[str, str] = {kind: shape for shape, kinds in KINDS_OF_SHAPE.items() for kind in kinds}
OTHER_SHAPE = "triangle"
SMALLEST, LARGEST, GROWTH = 9.0, 34.0, 4.2
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": True,
        "keyboard": {"enabled": False},
        "multiselect": True,
        "selectConnectedEdges": False,
        "tooltipDelay": 10_000_000,
    },
    "nodes": {"borderWidth": 1.5, "font": {"size": 15, "face": "system-ui, sans-serif", "strokeWidth": 4}},
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.5}}, "smooth": False},
}


@dataclass(frozen=True, slots=True)
class Node:
    """One actor of the picture. acts: how often it acted or was acted on; group: its community."""

    id: str
    name: str
    kind: str
    country: str
    acts: int
    x: float
    y: float
    group: int


def draw(nodes: Sequence[Node], ties: Iterable[Tie], most: int = 0) -> dict[str, Any]:
    """Give nodes, edges and options for vis-network: plain values, no markup, every word a label.

    most: as `sizes_of` takes it.
    """
    network = Network(directed=True)
    network.set_options(json.dumps(OPTIONS))
    sizes = sizes_of(nodes, most)
    for node in nodes:
        network.add_node(
            node.id,
            label=short_name(node.name),
            shape=shape_of(node.kind),
            color="#64707d",
            x=round(node.x),
            y=round(node.y),
            size=sizes[node.id],
            name=node.name,
            kind=node.kind,
            country=node.country,
            acts=node.acts,
            community=node.group,
        )
    # add_edge looks at all edges before each one, so they are set at once
    network.edges = _edges(list(ties))
    drawn, edges, _heading, _height, _width, options = network.get_network_data()
    return {"nodes": drawn, "edges": edges, "options": json.loads(options)}


def shape_of(kind: str) -> str:
    """Give the shape that stands for a kind of actor, one for whatever has none of its own."""
    return SHAPES.get(kind, OTHER_SHAPE)


def legend_of(shapes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Give the shapes that are used, with their words, in the order of the legend.

    >>> legend_of(["star", "dot"])
    (('dot', 'State, government, court'), ('star', 'Person'))
    """
    used = set(shapes)
    return tuple((shape, words) for shape, words in SHAPE_LEGEND if shape in used)


def sizes_of(nodes: Sequence[Node], most: int = 0) -> dict[str, float]:
    """Give half the height of each actor's mark, from how often it acted or was acted on.

    It grows with the logarithm, and where somebody acted very often slower, so that no mark covers its neighbours.
    most: how often the busiest actor did of the picture to which these are added, 0 where they are the whole of it.
    """
    busiest = math.log2(1 + (most or max((node.acts for node in nodes), default=0)))
    growth = min(GROWTH, (LARGEST - SMALLEST) / max(busiest, 1.0))
    return {node.id: round(SMALLEST + growth * math.log2(1 + node.acts), 1) for node in nodes}


def _edges(ties: Sequence[Tie]) -> list[dict[str, Any]]:
    """Give the edges; where one pair has several, each takes a bow of its own."""
    beside: dict[frozenset[str], int] = {}
    for tie in ties:
        pair = frozenset((tie.actor, tie.recipient))
        beside[pair] = beside.get(pair, 0) + 1
    return [_edge(tie, is_alone=beside[frozenset((tie.actor, tie.recipient))] == 1) for tie in ties]


def _edge(tie: Tie, *, is_alone: bool) -> dict[str, Any]:
    """Give one edge: width by the logarithm of its count, dashes and a word for hostility."""
    is_hostile = tie.sign == "hostile"
    edge: dict[str, Any] = {
        "id": f"{tie.actor}~{tie.recipient}~{tie.sign}",
        "from": tie.actor,
        "to": tie.recipient,
        "sign": tie.sign,
        "events": tie.events,
        "label": f"{'−' if is_hostile else '+'}{tie.events}",
        "dashes": [9, 5] if is_hostile else False,
        "width": round(1 + 1.3 * math.log2(tie.events), 1),
    }
    if not is_alone:
        edge["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": 0.16 if is_hostile else 0.32}
    return edge


def short_name(name: str) -> str:
    """Cut a name that would run over its neighbours."""
    return name if len(name) <= 28 else name[:27].rstrip() + "…"
