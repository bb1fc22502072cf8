"""Rows for a spreadsheet: what is a node or a relationship stands in a column for each of its properties."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.values import Node, Relationship

Rows = Sequence[Mapping[str, Any]]
OWN = {"node": ("labels",), "relationship": ("relationship", "from", "to")}


def spread(columns: Sequence[str], rows: Rows) -> tuple[list[str], list[dict[str, Any]]]:
    """Give columns and rows with every column of nodes alone, or of relationships alone, spread over its properties.

    `e` becomes `e.labels`, `e.id`, `e.first` and so on, the properties in the order in which rows bring them; of a
    relationship `x.relationship`, its type, and `x.from` and `x.to`, the ids of its ends, stand first. An empty value
    leaves its columns empty; a column with other values too stays as it is, and so does one within lists and maps.
    """
    parts = {column: _parts([row.get(column) for row in rows]) for column in columns}
    wide = [f"{column}.{part}" for column in columns for part in parts[column]] if any(parts.values()) else []
    taken = {name for name in wide if name in columns}
    heads = [head for column in columns for head in _heads(column, parts[column], taken)]
    return heads, [_row(row, parts, taken) for row in rows]


def _parts(values: Sequence[Any]) -> list[str]:
    """Give the names of the columns that values need below their own, none where they stay as they are."""
    some = [value for value in values if value is not None]
    kinds = {type(value) for value in some}
    if kinds not in ({Node}, {Relationship}):
        return []
    properties = dict.fromkeys(name for value in some for name in value["properties"])
    return [*OWN[some[0]["kind"]], *sorted(properties, key=lambda name: name != "id")]


def _heads(column: str, parts: Sequence[str], taken: set[str]) -> list[str]:
    """Name the columns of a column; a name that the query gave to another of its columns gets its quotes."""
    names = [f"{column}.{part}" for part in parts] or [column]
    return [f"`{name}`" if parts and name in taken else name for name in names]


def _row(row: Mapping[str, Any], parts: Mapping[str, Sequence[str]], taken: set[str]) -> dict[str, Any]:
    """Give one row under the new columns."""
    found: dict[str, Any] = {}
    for column, some in parts.items():
        value = row.get(column)
        values = [_part(value, part) for part in some] if value is not None else [None] * len(some)
        found |= dict(zip(_heads(column, some, taken), values if some else [value], strict=True))
    return found


def _part(value: Mapping[str, Any], part: str) -> Any:
    """Give one part of a node or relationship."""
    if part in value["properties"]:
        return value["properties"][part]
    if part == "labels":
        return "; ".join(value["labels"])
    return {"relationship": value.get("type"), "from": value.get("start"), "to": value.get("end")}.get(part)
