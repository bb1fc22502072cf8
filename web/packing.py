"""The picture of the graph packed for its page: a column a property, so that a thousand actors are few bytes."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

Rows = Sequence[Mapping[str, Any]]
ENDS = ("from", "to")
# columns are told together while no more than one row in so many differs from all others
ALIKE = 4


def pack(network: dict[str, Any]) -> dict[str, Any]:
    """Give nodes, edges and options with nodes and edges in columns; `static/unpack.js` reads them.

    An edge brings no id, and names its ends by their places among the nodes. Edges stand in the order of their ends,
    and each end is told by how far it lies behind the one before, `to` only among those of one `from`: this presses
    smaller.
    """
    if not network:
        return {}
    places = {node["id"]: place for place, node in enumerate(network["nodes"])}
    edges = [
        {name: places[value] if name in ENDS else value for name, value in edge.items() if name != "id"}
        for edge in network["edges"]
    ]
    edges.sort(key=itemgetter(*ENDS))
    return network | {"nodes": columns(network["nodes"]), "edges": columns(list(_stepped(edges)), apart=ENDS)}


def _stepped(edges: Rows) -> Iterator[Mapping[str, Any]]:
    """Give edges in the order of their ends with steps for ends.

    >>> [tuple(edge.values()) for edge in _stepped([{"from": 3, "to": 5}, {"from": 3, "to": 7}, {"from": 4, "to": 6}])]
    [(3, 5), (0, 2), (1, 6)]
    """
    start = end = 0
    for edge in edges:
        step = edge["from"] - start
        yield {**edge, "from": step, "to": edge["to"] - (0 if step else end)}
        start, end = edge["from"], edge["to"]


def columns(rows: Rows, apart: Sequence[str] = ()) -> dict[str, Any]:
    """Give rows as columns: under `all` one value for all rows, under `each` a value a row.

    Columns of few values, but not those of `apart`, stand together under `of`, which holds the rows they make, each
    once and the most frequent first; `at` gives the place of every row among those.

    >>> columns([{"id": number, "sign": "+-"[number % 2], "label": "+-"[number % 2]} for number in range(8)])["of"]
    {'sign': ['+', '-'], 'label': ['+', '-']}
    """
    names = dict.fromkeys(name for row in rows for name in row)
    values = {name: [row.get(name) for row in rows] for name in names}
    keys = {name: _keys(column) for name, column in values.items()}
    kinds = {name: len(set(column)) for name, column in keys.items()}
    shared, places = _together(
        sorted((name for name in names if kinds[name] > 1 and name not in apart), key=kinds.__getitem__), keys
    )
    found: dict[str, Any] = {"count": len(rows), "all": {}, "each": {}}
    for name, column in values.items():
        if kinds[name] == 1:
            found["all"][name] = column[0]
        elif name not in shared:
            found["each"][name] = column
    if shared:
        firsts = {place: row for row, place in reversed(list(enumerate(places)))}
        of = {name: [values[name][firsts[place]] for place in sorted(firsts)] for name in shared}
        found |= {"of": of, "at": places}
    return found


def _together(names: Sequence[str], keys: Mapping[str, Sequence[Hashable]]) -> tuple[list[str], list[int]]:
    """Give the columns that are told together, and each row's place among the different rows these make.

    names: of the columns with more than one value, those with the fewest first.
    """
    shared: list[str] = []
    places: list[int] = []
    for name in names:
        column = keys[name]
        made: dict[Hashable, int] = {}
        joined = [made.setdefault(key, len(made)) for key in (zip(places, column, strict=True) if shared else column)]
        if len(made) * ALIKE <= len(column):
            shared, places = [*shared, name], joined
    ranks = {place: rank for rank, (place, _) in enumerate(Counter(places).most_common())}
    return shared, [ranks[place] for place in places]


def _keys(values: Sequence[Any]) -> Sequence[Hashable]:
    """Give what tells each value from others, as JSON does."""
    classes = set(map(type, values))
    if len(classes) == 1 and not classes & {list, dict}:
        return values
    return [repr(value) if isinstance(value, list | dict) else (type(value), value) for value in values]
