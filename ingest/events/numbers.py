"""Words of quantity, the numbers they say, and what makes a number a least, a most or a middle."""

import re
from dataclasses import dataclass

from graph.model import Toll
from ingest.lexicon import LEXICONS, read_toml

PATH = LEXICONS / "quantities.toml"
LONGEST = 4  # words before a number that say how it is meant
MOST_DIGITS = 9  # what is longer counts no people
BEYOND = 10**MOST_DIGITS
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Quantities:
    """Words of quantity with the bounds they set."""

    number: dict[str, int]
    scale: dict[str, int]
    vague: dict[str, Toll]
    below: dict[str, float]
    above: tuple[str, ...]
    most: tuple[str, ...]
    spread: dict[str, float]
    fraction: dict[str, float]
    joining: frozenset[str]


def read_quantities() -> Quantities:
    """Give the words of quantity. Raises LexiconError where the file cannot stand."""
    tables = read_toml(PATH)
    return Quantities(
        number=dict(tables["number"]["words"]),
        scale=dict(tables["scale"]["words"]),
        vague={word: Toll(low, high) for word, (low, high) in tables["vague"]["words"].items()},
        below=dict(tables["below"]["words"]),
        above=tuple(tables["above"]["words"]),
        most=tuple(tables["most"]["words"]),
        spread=dict(tables["spread"]["words"]),
        fraction=dict(tables["fraction"]["words"]),
        joining=frozenset(tables["joining"]["words"]),
    )


def number_of(quantities: Quantities, word: str) -> int | None:
    """Give the number a single word stands for, BEYOND for a longer one than any toll, None where it is none.

    >>> number_of(Quantities({"five": 5, "twenty": 20}, {}, {}, {}, (), (), {}, {}, {}), "twenty-five")
    25
    """
    word = word.lower()
    if word in quantities.number:
        return quantities.number[word]
    if "-" in word:
        parts = [number_of(quantities, part) for part in word.split("-")]
        if all(part is not None for part in parts):
            return sum(part for part in parts if part is not None)
    if not _DIGITS.fullmatch(word):
        return None
    digits = word.replace(",", "").lstrip("0") or "0"
    return int(digits) if len(digits) <= MOST_DIGITS else BEYOND


def approximate(quantities: Quantities, total: int, before: list[str], around: set[str]) -> Toll:
    """Widen a number by what says how it is meant; "at least" leaves its end open.

    before: the words right before it; around: those that may tell it to be a middle or not quite reached.
    """
    texts = {" ".join(before[-count:]) for count in range(1, len(before) + 1)}
    if texts.intersection(quantities.most):
        return Toll(1, total)
    if texts.intersection(quantities.above):
        return Toll(total, None)
    for word, share in quantities.below.items():
        if word in around:
            return Toll(int(total * share), total)
    for word, share in quantities.spread.items():
        if word in around:
            return Toll(int(total * (1 - share)), max(total, int(total * (1 + share))))
    return Toll(total, total)
