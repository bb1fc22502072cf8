"""Tells from the offices of the people in a text when it can have been written."""

from collections.abc import Iterator
from datetime import date

from ingest.actors.book import Book
from ingest.actors.kinds import OFFICES
from ingest.actors.scene import Scene
from ingest.actors.titles import titles_around
from ingest.document import Constraint

_NAMES = {
    "head_of_state": "head of state",
    "head_of_government": "head of government",
    "defence_minister": "defence minister",
    "foreign_minister": "foreign minister",
    "interior_minister": "interior minister",
}
Stretch = tuple[date, date]


def constraints_of(scene: Scene) -> tuple[Constraint, ...]:
    """Give, for each person a text says holds an office, when they held all the offices it gives them."""
    offices: dict[str, set[str]] = {}
    for first, last, key in _named(scene):
        for title in titles_around(scene, first, last)[0]:
            if title.office in OFFICES and not title.is_former:
                offices.setdefault(key, set()).add(title.office)
    found = (_constraint(scene.book, key, sorted(held)) for key, held in offices.items())
    return tuple(constraint for constraint in found if constraint is not None)


def _named(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """Give every mention of a known office-holder by full name, as tokens and person."""
    for span in dict.fromkeys(scene.span_at.values()):
        if span.meaning == "person":
            yield span.first, span.last, span.key


def _constraint(book: Book, key: str, offices: list[str]) -> Constraint | None:
    """Give the days on which somebody held all of some offices; None where the terms do not say."""
    stretches: list[Stretch] | None = None
    for office in offices:
        held = [
            (date.fromisoformat(term[3]), date.fromisoformat(term[4]) if term[4] else date.max)
            for term in book.people[key][2]
            if term[0] == office and term[3]
        ]
        stretches = held if stretches is None else _both(stretches, held)
    if not stretches:
        return None
    last = max(stretch[1] for stretch in stretches)
    name = book.people[key][0]
    reason = f"{name} was {' and '.join(_NAMES[office] for office in offices)}"
    return Constraint(min(stretch[0] for stretch in stretches), None if last == date.max else last, reason)


def _both(some: list[Stretch], others: list[Stretch]) -> list[Stretch]:
    """Give the days that lie in stretches of both lists."""
    pairs = ((max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others)
    return [pair for pair in pairs if pair[0] <= pair[1]]
