"""The ties of the graph of actors in words and figures: a row of its table, its matrix."""

from collections.abc import Sequence
from dataclasses import dataclass

from web.evidence import page_address
from web.filters import Filters
from web.ties import Tie


@dataclass(frozen=True, slots=True)
class TableRow:
    """One tie in the table twin, in words."""

    actor: str
    actor_href: str
    recipient: str
    recipient_href: str
    sign: str
    events: int
    words: int
    score: float
    select: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix: hostile and friendly events of the row's actor towards the column's."""

    hostile: int
    cooperative: int
    select: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One actor's row of the matrix."""

    name: str
    href: str
    cells: tuple[Cell, ...]


def row_of(tie: Tie, filters: Filters, names: dict[str, str]) -> TableRow:
    """Give a tie as a row of the table."""
    return TableRow(
        actor=names[tie.actor],
        actor_href=page_address("actor", tie.actor),
        recipient=names[tie.recipient],
        recipient_href=page_address("actor", tie.recipient),
        sign=tie.sign,
        events=tie.events,
        words=tie.words,
        score=round(tie.score / tie.events, 1) if tie.events else 0.0,
        select=_select(tie, filters),
    )


def _select(tie: Tie, filters: Filters) -> str:
    """Give the address that opens a tie."""
    return filters.with_(sel=f"tie:{tie.actor}~{tie.recipient}~{tie.sign}").address("/graph")


def matrix_of(
    ids: Sequence[str], ties: Sequence[Tie], filters: Filters, names: dict[str, str]
) -> tuple[MatrixRow, ...]:
    """Give the busiest actors against one another."""
    by_pair: dict[tuple[str, str], dict[str, Tie]] = {}
    for tie in ties:
        by_pair.setdefault((tie.actor, tie.recipient), {})[tie.sign] = tie
    return tuple(
        MatrixRow(
            names[one],
            page_address("actor", one),
            tuple(_cell(by_pair.get((one, other), {}), filters) for other in ids),
        )
        for one in ids
    )


def _cell(ties: dict[str, Tie], filters: Filters) -> Cell:
    """Give one cell of the matrix."""
    counts = {sign: tie.events for sign, tie in ties.items()}
    strongest = max(ties.values(), key=lambda tie: tie.events, default=None)
    select = _select(strongest, filters) if strongest else ""
    return Cell(counts.get("hostile", 0), counts.get("cooperative", 0), select)
