"""A result's nodes and relationships as a drawing made on the server, so that it needs no script."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.values import Node, Relationship
from web.cells import node_href, node_name
from web.layout import lay_out
from web.words import sign_of

MOST_NODES = 200
MOST_EDGES = 1000
WIDTH, HEIGHT, MARGIN = 960.0, 600.0, 70.0
RADIUS = 9.0
ROW = 2.0
LETTER, LETTER_HEIGHT = 7.0, 17.0
LETTERS = 26
BELOW, ABOVE = 24.0, -15.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One node of the drawing. label: its label in the graph; words: its name; name: what there is room for.

    is_above: whether its name stands above it, not below.
    """

    id: str
    x: float
    y: float
    label: str
    name: str
    words: str
    href: str
    anchor: str
    is_above: bool = False

    @property
    def name_y(self) -> float:
        """Give how far down its name stands."""
        return self.y + (ABOVE if self.is_above else BELOW)


@dataclass(frozen=True, slots=True)
class Line:
    """One relationship of the drawing, from rim to rim."""

    x1: float
    y1: float
    x2: float
    y2: float
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """The drawing. nodes, edges: how many there are, drawn or not."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    nodes: int
    edges: int
    labels: tuple[str, ...]
    width: float = WIDTH
    height: float = HEIGHT


def sketch_of(nodes: Sequence[Node], edges: Sequence[Relationship]) -> Sketch | None:
    """Draw nodes and the relationships between them, None where there is no node."""
    if not nodes:
        return None
    shown = {node["element"]: node for node in nodes[:MOST_NODES]}
    joined = [edge for edge in edges if all(end in shown for end in edge["elements"])]
    drawn = [edge for edge in joined[:MOST_EDGES] if edge["elements"][0] != edge["elements"][1]]
    height = HEIGHT + ROW * min(len(shown), MOST_NODES)
    places = _places(list(shown), drawn, height)
    ends = Counter(end for edge in drawn for end in edge["elements"])
    dots = {element: _dot(node, *places[element]) for element, node in shown.items()}
    in_turn = sorted(dots, key=lambda element: -ends[element])
    return Sketch(
        dots=tuple(named_apart([dots[element] for element in in_turn])),
        lines=tuple(_lines(drawn, places)),
        nodes=len(nodes),
        edges=len(edges),
        labels=tuple(sorted({_label(node) for node in shown.values()})),
        height=height,
    )


def _places(ids: list[str], edges: Iterable[Relationship], height: float) -> dict[str, tuple[float, float]]:
    """Give every node a place inside the margins."""
    if len(ids) == 1:
        return {ids[0]: (WIDTH / 2, height / 2)}
    pairs = {(min(edge["elements"]), max(edge["elements"])): 1.0 for edge in edges}
    found = lay_out(ids, pairs).positions
    xs, ys = [x for x, _ in found.values()], [y for _, y in found.values()]
    wide, high = (max(xs) - min(xs)) or 1.0, (max(ys) - min(ys)) or 1.0
    return {
        id_: (
            round(MARGIN + (x - min(xs)) / wide * (WIDTH - 2 * MARGIN), 1),
            round(MARGIN / 2 + (y - min(ys)) / high * (height - 1.5 * MARGIN), 1),
        )
        for id_, (x, y) in found.items()
    }


def named_apart(dots: Iterable[Dot]) -> Iterator[Dot]:
    """Give the dots, their names below or above them; those without a name whose name would run over an earlier one."""
    taken: list[tuple[float, float, float]] = []
    for dot in dots:
        long = LETTER * len(dot.name)
        left = dot.x - long * {"start": 0.0, "middle": 0.5, "end": 1.0}[dot.anchor]
        right = left + long
        ways = [replace(dot, is_above=is_above) for is_above in (False, True)]
        kept = next((one for one in ways if _is_free(left, right, one.name_y, taken)), None)
        if kept is None:
            yield replace(dot, name="")
        else:
            taken.append((left, right, kept.name_y))
            yield kept


def _is_free(left: float, right: float, y: float, taken: Iterable[tuple[float, float, float]]) -> bool:
    """Say whether a name may stand there, within the picture and over no other name."""
    return y > LETTER_HEIGHT and not any(
        left < end and start < right and abs(y - other) < LETTER_HEIGHT for start, end, other in taken
    )


def _label(node: Node) -> str:
    """Give a node's label."""
    return str(node["labels"][0]) if node["labels"] else ""


def _dot(node: Node, x: float, y: float) -> Dot:
    """Give one node of the drawing."""
    words = node_name(node)
    name = words if len(words) <= LETTERS else words[: LETTERS - 1].rstrip() + "…"
    anchor = "start" if x < 2 * MARGIN else "end" if x > WIDTH - 2 * MARGIN else "middle"
    return Dot(node["id"], x, y, _label(node), name, words, node_href(node), anchor)


def _lines(edges: Sequence[Relationship], places: dict[str, tuple[float, float]]) -> Iterator[Line]:
    """Give the lines of the drawing, one for all relationships of one direction, type and sign."""
    together: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = {}
    for edge in edges:
        kinds = together.setdefault((edge["elements"][0], edge["elements"][1]), {})
        kinds.setdefault((edge["type"], sign_of(_quad(edge))), []).append(str(edge["properties"].get("type", "")))
    for (start, end), kinds in together.items():
        for number, ((type_, sign), words) in enumerate(kinds.items()):
            told = " ".join((type_, ", ".join(dict.fromkeys(filter(None, words))))).strip()
            yield _line(places[start], places[end], number, sign, told)


def _quad(edge: Relationship) -> str:
    """Give the quad class of a relationship, "" where it has none."""
    quad = edge["properties"].get("quad")
    return quad if isinstance(quad, str) else ""


def _line(start: tuple[float, float], end: tuple[float, float], number: int, sign: str, words: str) -> Line:
    """Give one line, from rim to rim, aside of the `number` others that go the same way."""
    (x1, y1), (x2, y2) = start, end
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1.0)
    along_x, along_y = (x2 - x1) / length, (y2 - y1) / length
    aside, rim = 3.0 + 4.0 * number, min(RADIUS + 2, length / 3)
    x1, y1, x2, y2 = x1 - along_y * aside, y1 + along_x * aside, x2 - along_y * aside, y2 + along_x * aside
    across, down = along_x * rim, along_y * rim
    return Line(round(x1 + across, 1), round(y1 + down, 1), round(x2 - across, 1), round(y2 - down, 1), sign, words)
