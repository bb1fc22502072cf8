"""Tells from the offices of the people in a text when it can have been written."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

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
_YEAR = re.compile(r"(?:19|20)\d\d")
_HEADS = frozenset({"head_of_state", "head_of_government"})
_GRACE = timedelta(731)  # news still gives its title to a head who was ousted


def constraints_of(scene: Scene) -> tuple[Constraint, ...]:
    """Give, for each person a text says holds an office, when they held all the offices it gives them."""
    offices: dict[str, set[str]] = {}
    recent: set[str] = set()
    for first, last, key in _named(scene):
        recent |= set() if _tells_a_year(scene, first) else {key}
        for title in titles_around(scene, first, last)[0]:
            if title.office in OFFICES and not title.is_former:
                offices.setdefault(key, set()).add(title.office)
    found = ((key, _constraint(scene.book, key, sorted(held))) for key, held in offices.items())
    known = ((key, constraint) for key, constraint in found if constraint is not None)
    return tuple(one if key in recent else one._replace(last=None) for key, one in known)


def _tells_a_year(scene: Scene, i: int) -> bool:
    """Say whether the sentence of a token tells a year, and so may look back: "in 2003 President Bush sent troops"."""
    sentence = scene.document.sentence_at(i)
    return any(token.pos == "NUM" and _YEAR.fullmatch(token.text) for token in scene.document.tokens_of(sentence))


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
    if len(offices) == 1 and offices[0] in _HEADS and last != date.max:
        last += _GRACE
    name = book.people[key][0]
    reason = f"{name} was {' and '.join(_NAMES[office] for office in offices)}"
    return Constraint(min(stretch[0] for stretch in stretches), None if last == date.max else last, reason)


def _both(some: list[Stretch], others: list[Stretch]) -> list[Stretch]:
    """Give the days that lie in stretches of both lists."""
    pairs = ((max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others)
    return [pair for pair in pairs if pair[0] <= pair[1]]
