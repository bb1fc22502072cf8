"""Values of a result as cells of a table: their text, their kind, and the page they lead to."""

import json
from dataclasses import dataclass
from typing import Any

from graph.values import Node, Path, Relationship
from web.evidence import page_address, place_address
from web.moments import as_day
from web.plain import plain

MOST_CHARACTERS = 2000
DAY_LETTERS = 10
PAGES = {"Event": "event", "Actor": "actor", "Article": "article"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table. kind: null, number, truth, day, text, node, edge, path or value."""

    text: str
    kind: str
    href: str = ""
    is_cut: bool = False


def node_name(node: Node) -> str:
    """Give what a node is called by people, its id where it has no name.

    >>> node_name(Node(id="e1", labels=["Event"], properties={"summary": "A met B."}))
    'A met B.'
    """
    properties = node["properties"]
    for key in ("name", "summary", "title", "quote"):
        if isinstance(properties.get(key), str) and properties[key]:
            return str(properties[key])
    return str(node["id"])


def node_href(node: Node) -> str:
    """Give the address of the page about a node, "" where it has none."""
    id_ = str(node["properties"].get("id", ""))
    for label in node["labels"]:
        if label in PAGES and id_:
            return page_address(PAGES[label], id_)
        if label == "Place" and id_:
            return place_address(id_)
    return ""


def cell_of(value: Any) -> Cell:
    """Give the cell of a value."""
    match value:
        case None:
            return Cell("null", "null")
        case bool():
            return Cell("true" if value else "false", "truth")
        case int() | float():
            return Cell(str(value), "number")
        case str():
            return _cut(value, "day" if as_day(value) and len(value) == DAY_LETTERS else "text")
    if isinstance(value, Node):
        return Cell(_cut(node_name(value), "node").text, "node", node_href(value))
    if isinstance(value, Relationship):
        return _cut(f"({value['start']}) -[:{value['type']}]-> ({value['end']})", "edge")
    if isinstance(value, Path):
        return _cut(" - ".join(node_name(node) for node in value["nodes"]), "path")
    return _cut(text_of(value), "value")


def text_of(value: Any) -> str:
    """Give a value as one text: text itself, days as ISO text, anything else as JSON."""
    if isinstance(value, str):
        return value
    text = json.dumps(value, ensure_ascii=False, default=plain)
    return text[1:-1] if hasattr(value, "isoformat") else text


def _cut(text: str, kind: str) -> Cell:
    """Cut a text too long for a table."""
    is_cut = len(text) > MOST_CHARACTERS
    return Cell(text[:MOST_CHARACTERS] + "…" if is_cut else text, kind, is_cut=is_cut)
