"""PLOVER's event types and modes: score, quad class, CAMEO root, ACLED sub-event, and their words."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("plover.toml")
TOLD_BY = Path(__file__).with_name("told_by.toml")
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})  # done by both sides at once
PACTS = frozenset({"AGREE", "SUPPORT", "CONCEDE"})  # what an agreement between two sides may be


@dataclass(frozen=True, slots=True)
class Words:
    """How a sentence tells an event: infinitive, past and participle with and without a recipient."""

    whom: tuple[str, str, str]
    alone: tuple[str, str, str]
    passive: str
    noun: str


@dataclass(frozen=True, slots=True)
class Mode:
    """One mode of a type; for a type itself, name is "". place: the word before its place where it is an own one."""

    name: str
    score: float
    definition: str
    acled: str
    words: Words
    place: str = ""


@dataclass(frozen=True, slots=True)
class ToldBy:
    """Other words for what, in one of these modes, is told by a verb or noun that begins so: "sign"."""

    starts: tuple[str, ...]
    modes: frozenset[str]
    words: Words


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER type. quad: VC, MC, VX or MX; roots: CAMEO's, two digits; modes by name; told_by: the first stands."""

    name: str
    quad: str
    roots: tuple[str, ...]
    plain: Mode
    modes: dict[str, Mode]
    told_by: tuple[ToldBy, ...] = ()

    def words(self, mode: str, trigger: str = "") -> Words:
        """Give the words for the word that tells the event, or where it has none of its own those of the mode."""
        word = trigger.lower()
        own = (told.words for told in self.told_by if mode in told.modes and word.startswith(told.starts))
        return next(own, self.mode(mode).words)

    def mode(self, name: str) -> Mode:
        """Give the mode of that name; the type's own figures and words where it has none."""
        return self.modes.get(name, self.plain)


@dataclass(frozen=True, slots=True)
class Plover:
    """The whole table. told and remarks: by status; the, at: last words of places that take "the", and of those that
    stand after "at"; plurals: ends of common nouns in the plural; names, name_ends: words, and ends of words, that
    make names plural.
    """

    quads: dict[str, str]
    types: dict[str, EventType]
    told: dict[str, str]
    remarks: dict[str, str]
    the: frozenset[str]
    at: frozenset[str]
    plurals: tuple[str, ...]
    names: frozenset[str]
    name_ends: tuple[str, ...]

    def score(self, type_: str, mode: str = "") -> float:
        """Give how cooperative an event is, from -10 to +10."""
        return self.types[type_].mode(mode).score

    def quad(self, type_: str) -> str:
        """Give the quad class of a type: VC, MC, VX or MX."""
        return self.types[type_].quad


def _triple(forms: list[str]) -> tuple[str, str, str]:
    infinitive, past, participle = forms
    return infinitive, past, participle


def _words(row: dict[str, Any]) -> Words:
    return Words(_triple(row["whom"]), _triple(row["alone"]), row["passive"], row["noun"])


def _mode(name: str, row: dict[str, Any], score: float, acled: str, words: Words | None) -> Mode:
    """Read a mode; where `words` are given, those it lacks are taken from there."""
    if words is None or "whom" in row:
        words = _words(row)
    return Mode(name, row.get("score", score), row["definition"], row.get("acled", acled), words, row.get("place", ""))


def _told_by(row: dict[str, Any]) -> ToldBy:
    return ToldBy(tuple(row["starts"]), frozenset(row.get("modes", ("",))), _words(row))


def _type(name: str, row: dict[str, Any], told_by: list[dict[str, Any]]) -> EventType:
    plain = _mode("", row, row["score"], "", None)
    modes = {key: _mode(key, mode, plain.score, plain.acled, plain.words) for key, mode in row.get("modes", {}).items()}
    return EventType(name, row["quad"], tuple(row["roots"]), plain, modes, tuple(map(_told_by, told_by)))


@cache
def plover() -> Plover:
    """Give the tables, read once.

    >>> plover().score("ASSAULT", "aerial"), plover().quad("CONSULT")
    (-9.5, 'VC')
    """
    table, told_by = (tomllib.loads(path.read_text("utf-8")) for path in (TABLE, TOLD_BY))
    types = {name: _type(name, row, told_by.get(name, [])) for name, row in table["types"].items()}
    the, at = (frozenset(table["articles"][kind]) for kind in ("the", "at"))
    plural = table["plural"]
    ends, name_ends = (tuple(plural[kind]) for kind in ("ends", "name_ends"))
    told, remarks, names = table["told"], table["remarks"], frozenset(plural["names"])
    return Plover(table["quads"], types, told, remarks, the, at, ends, names, name_ends)
