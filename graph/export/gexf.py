"""A network as GEXF 1.3, with the days of every tie, for Gephi and its like. Source: gexf.net/schema.html."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable

from graph.export.told import ActorNode, Colophon, Tie
from graph.export.xml_text import clean, xml_text

GEXF = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
NODE_PARTS = (("kind", "string"), ("country", "string"), ("events", "integer"), ("community", "integer"))
EDGE_PARTS = (("sign", "string"), ("events", "integer"), ("score", "double"))


def gexf_text(nodes: Iterable[ActorNode], ties: Iterable[Tie], colophon: Colophon) -> str:
    """Give actors and ties; a tie has a spell for each event that has a day, and none where none has."""
    ET.register_namespace("viz", VIZ)
    root = ET.Element("gexf", {"xmlns": GEXF, "version": "1.3"})
    meta = ET.SubElement(root, "meta", {"lastmodifieddate": colophon.made.isoformat()})
    ET.SubElement(meta, "creator").text = "Casus"
    said = " ".join(filter(None, (colophon.title, colophon.address, colophon.remark, colophon.licence)))
    ET.SubElement(meta, "description").text = clean(said)
    graph = ET.SubElement(
        root, "graph", {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "idtype": "string"}
    )
    _declare(graph, "node", NODE_PARTS)
    _declare(graph, "edge", EDGE_PARTS)
    listed = ET.SubElement(graph, "nodes")
    for node in nodes:
        _add_node(listed, node)
    listed = ET.SubElement(graph, "edges")
    for number, tie in enumerate(ties):
        _add_tie(listed, number, tie)
    return xml_text(root)


def _declare(graph: ET.Element, kind: str, parts: Iterable[tuple[str, str]]) -> None:
    """Name the attributes of nodes or edges."""
    declared = ET.SubElement(graph, "attributes", {"class": kind})
    for name, type_ in parts:
        ET.SubElement(declared, "attribute", {"id": name, "title": name, "type": type_})


def _add_values(parent: ET.Element, values: dict[str, object]) -> None:
    """Add the values of the attributes."""
    held = ET.SubElement(parent, "attvalues")
    for name, value in values.items():
        ET.SubElement(held, "attvalue", {"for": name, "value": clean(str(value))})


def _add_node(parent: ET.Element, node: ActorNode) -> None:
    """Add one actor."""
    one = ET.SubElement(parent, "node", {"id": clean(node.id), "label": clean(node.name)})
    values = {"kind": node.kind, "country": node.country, "events": node.events, "community": node.community}
    _add_values(one, dict(values))
    ET.SubElement(one, f"{{{VIZ}}}position", {"x": str(node.x), "y": str(-node.y), "z": "0"})


def _add_tie(parent: ET.Element, number: int, tie: Tie) -> None:
    """Add one tie; kind keeps ties of both signs between two actors apart."""
    one = ET.SubElement(
        parent,
        "edge",
        {
            "id": str(number),
            "source": clean(tie.actor),
            "target": clean(tie.recipient),
            "kind": tie.sign,
            "weight": str(tie.events),
        },
    )
    _add_values(one, {"sign": tie.sign, "events": tie.events, "score": round(tie.score, 2)})
    if tie.spells:
        held = ET.SubElement(one, "spells")
        for first, last in tie.spells:
            ends = {"start": first.isoformat() if first else "", "end": last.isoformat() if last else ""}
            ET.SubElement(held, "spell", {name: day for name, day in ends.items() if day})
