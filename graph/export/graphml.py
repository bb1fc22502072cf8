"""A network as GraphML, for networkx, yEd and their like, drawn as yEd draws. Source: graphml.graphdrawing.org."""

import math
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping

from graph.export.told import INKS, ActorNode, Colophon, Tie
from graph.export.xml_text import clean, xml_text

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
YED = "http://www.yworks.com/xml/graphml"
PLAIN = "#6b7a8c"
LEAST_SIDE = 10.0
NODE_KEYS = {"name": "string", "kind": "string", "country": "string", "acts": "int", "community": "int"}
NODE_KEYS |= {"x": "double", "y": "double"}
EDGE_KEYS = {"sign": "string", "events": "int", "weight": "double", "score": "double"}
EDGE_KEYS |= {"first": "string", "last": "string"}


def graphml_text(nodes: Iterable[ActorNode], ties: Iterable[Tie], colophon: Colophon) -> str:
    """Give actors and ties, heavy by their events; first and last are the earliest and latest day of a tie's events."""
    ET.register_namespace("y", YED)
    root = ET.Element("graphml", {"xmlns": GRAPHML})
    said = (colophon.title, colophon.address, colophon.made.isoformat(), colophon.remark, colophon.licence)
    ET.SubElement(root, "desc").text = clean(" ".join(filter(None, said)))
    for kind, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        ET.SubElement(root, "key", {"id": f"{kind}-picture", "for": kind, "yfiles.type": f"{kind}graphics"})
        for name, type_ in keys.items():
            key = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": type_}
            ET.SubElement(root, "key", key)
    graph = ET.SubElement(root, "graph", {"id": "casus", "edgedefault": "directed"})
    for node in nodes:
        one = ET.SubElement(graph, "node", {"id": clean(node.id)})
        _draw_node(one, node)
        _add(one, "node", {name: getattr(node, name) for name in NODE_KEYS})
    for number, tie in enumerate(ties):
        ends = {"id": f"e{number}", "source": clean(tie.actor), "target": clean(tie.recipient)}
        one = ET.SubElement(graph, "edge", ends)
        _draw_tie(one, tie)
        values = {"sign": tie.sign, "events": tie.events, "weight": float(tie.events), "score": round(tie.score, 2)}
        _add(one, "edge", values | _days(tie))
    return xml_text(root)


def _draw_node(parent: ET.Element, node: ActorNode) -> None:
    """Draw one actor as yEd does: a disc with its name below. The x and y of its middle come after, for others."""
    side = max(2 * node.size, LEAST_SIDE)
    drawn = _part(ET.SubElement(parent, "data", {"key": "node-picture"}), "ShapeNode")
    corner = {"x": f"{node.x - side / 2:.1f}", "y": f"{node.y - side / 2:.1f}"}
    _part(drawn, "Geometry", corner | {"width": f"{side:.1f}", "height": f"{side:.1f}"})
    _part(drawn, "Fill", {"color": node.colour or PLAIN, "transparent": "false"})
    _part(drawn, "NodeLabel", {"modelName": "sides", "modelPosition": "s"}).text = clean(node.name)
    _part(drawn, "Shape", {"type": "ellipse"})


def _draw_tie(parent: ET.Element, tie: Tie) -> None:
    """Draw one tie: thicker for more events, in the colour of its sign, dashed for hostility."""
    drawn = _part(ET.SubElement(parent, "data", {"key": "edge-picture"}), "PolyLineEdge")
    width = f"{1 + 1.3 * math.log2(max(tie.events, 1)):.1f}"
    line = {"color": INKS.get(tie.sign, PLAIN), "type": "dashed" if tie.sign == "hostile" else "line", "width": width}
    _part(drawn, "LineStyle", line)
    _part(drawn, "Arrows", {"source": "none", "target": "standard"})


def _part(parent: ET.Element, name: str, parts: Mapping[str, str] | None = None) -> ET.Element:
    """Add an element of yEd's own."""
    return ET.SubElement(parent, f"{{{YED}}}{name}", dict(parts or {}))


def _days(tie: Tie) -> dict[str, object]:
    """Give the earliest and the latest day of a tie, "" where none is known."""
    firsts = [first for first, _ in tie.spells if first]
    lasts = [last for _, last in tie.spells if last]
    return {
        "first": min(firsts).isoformat() if firsts else "",
        "last": max(lasts).isoformat() if lasts else "",
    }


def _add(parent: ET.Element, kind: str, values: Mapping[str, object]) -> None:
    """Add the values of one node or edge."""
    for name, value in values.items():
        ET.SubElement(parent, "data", {"key": f"{kind}-{name}"}).text = clean(str(value))
