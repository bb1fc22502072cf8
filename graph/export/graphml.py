"""A network as GraphML, for networkx, yEd and their like. Source: graphml.graphdrawing.org."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping

from graph.export.told import ActorNode, Colophon, Tie
from graph.export.xml_text import clean, xml_text

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
NODE_KEYS = {"name": "string", "kind": "string", "country": "string", "events": "int", "community": "int"}
NODE_KEYS |= {"x": "double", "y": "double"}
EDGE_KEYS = {"sign": "string", "events": "int", "score": "double", "first": "string", "last": "string"}


def graphml_text(nodes: Iterable[ActorNode], ties: Iterable[Tie], colophon: Colophon) -> str:
    """Give actors and ties; first and last are the earliest and latest day of a tie's events."""
    root = ET.Element("graphml", {"xmlns": GRAPHML})
    said = (colophon.title, colophon.address, colophon.made.isoformat(), colophon.remark, colophon.licence)
    ET.SubElement(root, "desc").text = clean(" ".join(filter(None, said)))
    for kind, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, type_ in keys.items():
            key = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": type_}
            ET.SubElement(root, "key", key)
    graph = ET.SubElement(root, "graph", {"id": "casus", "edgedefault": "directed"})
    for node in nodes:
        one = ET.SubElement(graph, "node", {"id": clean(node.id)})
        _add(one, "node", {name: getattr(node, name) for name in NODE_KEYS})
    for number, tie in enumerate(ties):
        ends = {"id": f"e{number}", "source": clean(tie.actor), "target": clean(tie.recipient)}
        one = ET.SubElement(graph, "edge", ends)
        values = {"sign": tie.sign, "events": tie.events, "score": round(tie.score, 2)}
        _add(one, "edge", values | _days(tie))
    return xml_text(root)


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
