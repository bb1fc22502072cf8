"""Reads whether something happened beside a place and not in it, and by which words to tell so."""

import re
import tomllib
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("beside.toml")


def beside(before: str) -> str:
    """Give the words by which something happened beside a place and not in it, "" where it happened there.

    A direction and a distance are kept, for "near" says that it was no long way. How far somebody went is no place.

    before: what the sentence says up to the name of the place.

    >>> beside("They shelled a post 20 km north of "), beside("A bomb went off outside the town of ")
    ('20 km north of', 'outside')
    >>> beside("They shelled a post close to "), beside("They shelled a post in ")
    ('near', '')
    >>> beside("They walked 30 km from "), beside("They sealed off ")
    ('', '')
    """
    pattern, nears = _pattern()
    found = pattern.search(before)
    if not found or _of_verb().search(before[: found.end("told")]):
        return ""
    told = re.sub(r"\s*\([^)]*\)", "", found["told"])  # "20 km (12 miles) north of"
    told = re.sub(r"\s+", " ", told).lower()
    return "near" if told in nears else told


@cache
def _table() -> dict[str, list[str]]:
    """Give the lists of words."""
    table: dict[str, list[str]] = tomllib.loads(TABLE.read_text("utf-8"))
    return table


@cache
def _either() -> dict[str, str]:
    """Give by list what matches one of its words."""
    return {kind: "|".join(sorted(map(re.escape, words), key=len, reverse=True)) for kind, words in _table().items()}


def _distance() -> str:
    """Give what matches a distance: "20 km (12 miles)"."""
    number = rf"(?:\d[\d.,]*|{_either()['numbers']})"
    return rf"{number}[ -]?(?:{_either()['units']})(?: \([^)]*\))?"


@cache
def _of_verb() -> re.Pattern[str]:
    """Give what matches words that belong to a verb before them: "walked 30 km from", "sealed off"."""
    either = _either()
    gone = rf"(?:{either['going']})(?: (?:{either['roughly']}))* {_distance()} (?:away )?from"
    return re.compile(rf"(?<![\w-])(?:{gone}|(?:{either['particled']}) off)$", re.IGNORECASE)


@cache
def _pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    """Give what matches such words before a name, and those told as "near"."""
    either, distance = _either(), _distance()
    sides = rf"(?:{either['sides']}) of"
    told = (
        rf"{distance} (?:to the )?(?:due )?(?:{sides}|{either['measured']})"
        rf"|{either['own']}|{either['near']}|(?<!the ){sides}"
    )
    kinds = rf"(?: the)?(?: (?:{either['kinds']})(?: of)?)?,?"
    return re.compile(rf"(?<![\w-])(?P<told>{told}){kinds} $", re.IGNORECASE), frozenset(_table()["near"])
