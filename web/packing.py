"""The picture of the graph packed for its page: a column a property, so that a thousand actors are few bytes."""

import json
from collections.abc import Sequence
from typing import Any

Rows = Sequence[dict[str, Any]]


def pack(network: dict[str, Any]) -> dict[str, Any]:
    """Give nodes, edges and options with nodes and edges in columns; `static/unpack.js` reads them."""
    edges = [{name: value for name, value in edge.items() if name != "id"} for edge in network.get("edges", ())]
    return network | {"nodes": columns(network.get("nodes", ())), "edges": columns(edges)} if network else {}


def columns(rows: Rows) -> dict[str, Any]:
    """Give rows as columns: one value for all, values with the place of each row's, or each row's own.

    >>> columns([{"id": 1, "sign": "+"}, {"id": 2, "sign": "+"}])
    {'count': 2, 'columns': {'id': {'each': [1, 2]}, 'sign': {'all': '+'}}}
    """
    names = dict.fromkeys(name for row in rows for name in row)
    return {"count": len(rows), "columns": {name: _column([row.get(name) for row in rows]) for name in names}}


def _column(values: list[Any]) -> dict[str, Any]:
    """Give one column in the form that is shortest."""
    texts = [json.dumps(value, sort_keys=True) for value in values]
    distinct = dict(zip(texts, values, strict=True))
    if len(distinct) == 1:
        return {"all": values[0]}
    if len(distinct) * 2 > len(values):
        return {"each": values}
    places = {text: place for place, text in enumerate(distinct)}
    return {"of": list(distinct.values()), "at": [places[text] for text in texts]}
