"""Nodes, relationships and paths as rows bring them.

`element` is the engine's own id of a node or relationship, good within one answer only; `id` is a
node's own, which is unique among the nodes of its label.
"""

from typing import Any


class Node(dict[str, Any]):
    """A node: kind, element, id (the element where it has none of its own), labels, properties."""


class Relationship(dict[str, Any]):
    """A relationship: kind, element, type, start and end (ids), elements (of its ends), properties."""


class Path(dict[str, Any]):
    """A path: kind, nodes and relationships, in its order."""
