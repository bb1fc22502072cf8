"""The answer to a typed query: JSON-ready, and cut to a size a page can bear."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypeVar

from graph.values import Node, Path, Relationship

T = TypeVar("T")

CELL_CHARACTERS = 20_000
ANSWER_CHARACTERS = 4_000_000
SMALL = 8
MOST_DEPTH = 20
CUT = "…"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a typed query gave, JSON-ready.

    rows: one dict a row, its keys in the order of columns. nodes, relationships: all that stand in
    any cell, each once. is_cut: rows are missing at the end, for their number or their size.
    cut_cells: how many cells are shortened. plan: the engine's plan, where it was asked for.
    """

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    nodes: list[Node]
    relationships: list[Relationship]
    is_cut: bool
    seconds: float
    cut_cells: int = 0
    plan: str = ""


class Cell:
    """One value on its way to a page, with the characters it may still take."""

    def __init__(self, characters: int = CELL_CHARACTERS) -> None:
        self.left = characters
        self.is_cut = False

    def plain(self, value: Any, depth: int = 0) -> Any:
        """Give a value as JSON has it, shortened where the cell is full.

        >>> Cell(5).plain("a long text")
        'a lon…'
        >>> Cell().plain([float("inf"), date(2019, 8, 27)])
        ['Infinity', '2019-08-27']
        """
        self.left -= SMALL
        match value:
            case None | bool() | int():
                return value
            case float():
                return value if math.isfinite(value) else str(value).replace("inf", "Infinity").replace("nan", "NaN")
            case date() | time():
                return value.isoformat()
            case str():
                return self._text(value)
            case _ if depth == MOST_DEPTH:
                self.is_cut = True
                return CUT
            case list():
                return [self.plain(item, depth + 1) for item in self._while_room(value)]
            case dict():
                pairs = self._while_room(value.items())
                return type(value)({str(key): self.plain(item, depth + 1) for key, item in pairs})
            case _:
                return self._text(str(value))

    def _text(self, text: str) -> str:
        """Shorten a text to what is left."""
        room = max(self.left + SMALL, 0)
        self.left -= len(text)
        if len(text) <= room:
            return text
        self.is_cut = True
        return text[:room] + CUT

    def _while_room(self, items: Iterable[T]) -> Iterator[T]:
        """Give items until the cell is full."""
        for item in items:
            if self.left <= 0:
                self.is_cut = True
                return
            yield item


class Gathered:
    """The rows of one answer, taken in until it is full."""

    def __init__(self, most_rows: int) -> None:
        self._most_rows = most_rows
        self._left = ANSWER_CHARACTERS
        self.rows: list[dict[str, Any]] = []
        self.is_cut = False
        self.cut_cells = 0
        self.nodes: dict[str, Node] = {}
        self.relationships: dict[str, Relationship] = {}

    def take(self, columns: tuple[str, ...], rows: Iterable[list[Any]]) -> None:
        """Take rows until there are no more, or one is too many."""
        for row in rows:
            if len(self.rows) == self._most_rows or self._left <= 0:
                self.is_cut = True
                return
            self.rows.append(dict(zip(columns, map(self._cell, row), strict=True)))

    def _cell(self, value: Any) -> Any:
        """Shorten a value, count it, and note the nodes and relationships in it."""
        cell = Cell()
        plain = cell.plain(value)
        self._left -= CELL_CHARACTERS - cell.left
        self.cut_cells += cell.is_cut
        self._note(plain)
        return plain

    def _note(self, value: Any) -> None:
        """Keep the nodes and relationships of a value."""
        match value:
            case Node():
                self.nodes.setdefault(value["element"], value)
            case Relationship():
                self.relationships.setdefault(value["element"], value)
            case list() | Path():
                for item in value.values() if isinstance(value, Path) else value:
                    self._note(item)
            case dict():
                for item in value.values():
                    self._note(item)
