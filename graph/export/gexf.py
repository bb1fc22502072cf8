"""A network as GEXF 1.3, with the days of every tie, for Gephi and its like. Source: gexf.net/schema.html."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from graph.export.told import INKS, ActorNode, Colophon, Tie
from graph.export.xml_text import clean, xml_text

GEXF = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
COLOUR = f"{{{VIZ}}}color"
NODE_PARTS = (("kind", "string"), ("country", "string"), ("acts", "integer"), ("community", "integer"))
Spell = tuple[date | None, date | None]
EDGE_PARTS = (("sign", "string"), ("events", "integer"), ("score", "double"))


def gexf_text(nodes: Iterable[ActorNode], ties: Iterable[Tie], colophon: Colophon) -> str:
    """Give actors and ties with places, sizes and colours.

    A tie has spells for the days of its events, one for days that overlap (Gephi takes no other), and none where no
    event has a day.
    """
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
    ET.SubElement(graph, "edges")
    drawn = "".join(_tie_text(number, tie) for number, tie in enumerate(ties))
    head, empty, tail = xml_text(root).rpartition("<edges />")
    return f"{head}<edges>{drawn}\n    </edges>{tail}" if drawn else head + empty + tail


def _declare(graph: ET.Element, kind: str, parts: Iterable[tuple[str, str]]) -> None:
    """Name the attributes of nodes or edges."""
    declared = ET.SubElement(graph, "attributes", {"class": kind})
    for name, type_ in parts:
        ET.SubElement(declared, "attribute", {"id": name, "title": name, "type": type_})


def _add_values(parent: ET.Element, values: dict[str, object]) -> None:
    """Add the values of the attributes."""
    held = ET.SubElement(parent, "attvalues")
    for name, value in values.items():
        ET.SubElement(held, "attvalue", {"for": name, "value": clean(value) if isinstance(value, str) else str(value)})


def _add_node(parent: ET.Element, node: ActorNode) -> None:
    """Add one actor."""
    one = ET.SubElement(parent, "node", {"id": clean(node.id), "label": clean(node.name)})
    values = {"kind": node.kind, "country": node.country, "acts": node.acts, "community": node.community}
    _add_values(one, dict(values))
    _add_colour(one, node.colour)
    ET.SubElement(one, f"{{{VIZ}}}position", {"x": str(node.x), "y": str(-node.y), "z": "0"})
    if node.size:
        ET.SubElement(one, f"{{{VIZ}}}size", {"value": str(node.size)})


def _add_colour(parent: ET.Element, colour: str) -> None:
    """Add the colour of an actor or a tie. colour: as #rrggbb, "" for none."""
    if colour:
        ET.SubElement(parent, COLOUR, _parts_of(colour))


@lru_cache
def _parts_of(colour: str) -> dict[str, str]:
    """Give red, green and blue of a colour."""
    return {name: str(int(colour[place : place + 2], 16)) for name, place in (("r", 1), ("g", 3), ("b", 5))}


def _tie_text(number: int, tie: Tie) -> str:
    """Give one tie; kind keeps ties of both signs between two actors apart. As text: there may be thousands of them."""
    source, target, sign = (quoteattr(clean(text)) for text in (tie.actor, tie.recipient, tie.sign))
    values = (("sign", sign), ("events", f'"{tie.events}"'), ("score", f'"{round(tie.score, 2)}"'))
    told = "".join(f'<attvalue for="{name}" value={value} />' for name, value in values)
    spells = "".join(map(_spell_text, _apart(tie.spells)))
    held = f"<spells>{spells}</spells>" if spells else ""
    colour = "".join(f' {name}="{value}"' for name, value in _parts_of(INKS[tie.sign]).items())
    return (
        f'\n      <edge id="{number}" source={source} target={target} kind={sign} weight="{tie.events}">'
        f"<attvalues>{told}</attvalues>{held}<viz:color{colour} /></edge>"
    )


def _spell_text(spell: Spell) -> str:
    """Give one spell with the ends that are known."""
    ends = (("start", spell[0]), ("end", spell[1]))
    return "<spell" + "".join(f' {name}="{day.isoformat()}"' for name, day in ends if day) + " />"


def _apart(spells: Iterable[Spell]) -> list[Spell]:
    """Join spells that have days in common; one that only ends stands on its last day where there are others.

    >>> [last.day for _, last in _apart([(date(2020, 1, 1), date(2020, 1, day)) for day in (2, 9, 1)])]
    [9]
    """
    told = list(spells)
    if len(told) < 2:
        return told
    found: list[Spell] = []
    whole = ((first or last, last) for first, last in told)
    for first, last in sorted(whole, key=lambda spell: (spell[0] or date.min, spell[1] or date.max)):
        start, end = found[-1] if found else (first, last)
        if found and (end is None or first is None or first <= end):
            found[-1] = start, None if end is None or last is None else max(end, last)
        else:
            found.append((first, last))
    return found
