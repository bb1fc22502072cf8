"""Reads how many people a phrase is about: at least and at most."""

import re
from dataclasses import dataclass

from graph.model import Toll
from ingest.events.tree import Tree
from ingest.lexicon import LEXICONS, read_toml

PATH = LEXICONS / "quantities.toml"
PLURAL = Toll(2, 99)  # "killed villagers", without a number
ONE = Toll(1, 1)
NONE = Toll(0, 0)
_LONGEST = 4  # words before a number that say how it is meant
MOST_DIGITS = 9  # what is longer counts no people
BEYOND = 10**MOST_DIGITS
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_COUNTING = ("nummod", "quantmod", "det", "amod", "advmod", "predet", "compound", "nmod", "poss")


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
    )


def number_of(quantities: Quantities, word: str) -> int | None:
    """Give the number a single word stands for, BEYOND for a longer one than any toll, None where it is none.

    >>> number_of(Quantities({"five": 5, "twenty": 20}, {}, {}, {}, (), (), {}, {}), "twenty-five")
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


def count_of(tree: Tree, quantities: Quantities, head: int) -> Toll | None:
    """Give how many the phrase headed by token `head` is about.

    "three of the officers" is three, "dozens" 24 to 99, "no injuries" none, a bare plural 2 to 99, a
    singular or a name one; None where the head counts nothing, or more than people can be.
    """
    found = _count(tree, quantities, head)
    return None if found is not None and max(found.low, found.high or 0) >= BEYOND else found


def _count(tree: Tree, quantities: Quantities, head: int) -> Toll | None:
    """Give how many a phrase is about, however many that be; None where its head counts nothing."""
    tokens = tree.tokens
    if any(tokens[child].lemma == "no" for child in tree.kids(head, "det")):
        return NONE
    if (scaled := _scaled(tree, quantities, head)) is not None:
        return scaled
    own = bounds(tree, quantities, [head])
    if own is not None:
        return own
    words = [child for child in tree.kids(head, *_COUNTING) if child < head]
    span = _span(tree, quantities, words[0] if words else head, head)
    if span is not None:
        return span
    words += [inner for child in list(words) for inner in tree.children[child] if tree.tokens[inner].dep != "conj"]
    found = bounds(tree, quantities, sorted(words))
    if found is not None:
        return found
    if tokens[head].tag in ("NNS", "NNPS") or tokens[head].lemma in ("people", "police", "they"):
        return PLURAL
    if tokens[head].pos in ("NOUN", "PROPN") or tokens[head].lemma in ("he", "she"):
        return ONE
    return None


def _scaled(tree: Tree, quantities: Quantities, head: int) -> Toll | None:
    """Give the bounds of a vague number of a scale: "tens of thousands of villagers", headed by either of its words."""
    texts = [token.text.lower() for token in tree.tokens[max(0, head - 2) : head + 3]]
    at = min(2, head)
    for first in (at - 2, at):
        if first < 0 or texts[first + 1 : first + 2] != ["of"] or texts[first] not in quantities.vague:
            continue
        scale = quantities.scale.get(texts[first + 2].removesuffix("s"), 0) if len(texts) > first + 2 else 0
        vague = quantities.vague[texts[first]]
        if scale > max(vague.low, 1) and texts[first + 2].endswith("s") and vague.high is not None:
            return Toll(vague.low * scale, (vague.high + 1) * scale - 1)
    return None


def bounds(tree: Tree, quantities: Quantities, words: list[int]) -> Toll | None:
    """Give the bounds the words set, read left to right; None where none is a quantity."""
    total: int | None = None
    for place in words:
        word = tree.tokens[place].text.lower()
        if (number := number_of(quantities, word)) is not None and not tree.tokens[place].text.endswith("th"):
            total = number if total is None or total < 100 <= number else total + number
        elif word in quantities.scale and (part := _fraction(tree, quantities, place)):
            whole = total if total is not None and total > 1 else int(" and a half " in f" {_before(tree, place)} ")
            total = round((whole + part) * quantities.scale[word])
        elif word in quantities.scale and total is not None:
            total *= quantities.scale[word]
        elif word in quantities.scale and word != "score":
            total = quantities.scale[word]
        elif word == "many" and place and tree.tokens[place - 1].text.lower() == "as":
            continue  # "as many as 200,000"
        elif total is None and word in quantities.vague and word not in ("a", "an", "another"):
            return quantities.vague[word]
    if total is None:
        return None
    return _approximate(tree, quantities, min(total, BEYOND), words)


def _before(tree: Tree, place: int) -> str:
    """Give the words right before a scale by which only a part of it is meant, one blank between them."""
    return " ".join(token.text.lower() for token in tree.tokens[max(0, place - _LONGEST) : place])


def _fraction(tree: Tree, quantities: Quantities, place: int) -> float:
    """Give which part of a scale is told: "half a million", "a quarter of a million"; 0 where the whole is."""
    before = _before(tree, place)
    return next((part for words, part in quantities.fraction.items() if f" {before}".endswith(f" {words}")), 0.0)


def _span(tree: Tree, quantities: Quantities, first: int, head: int) -> Toll | None:
    """Give the two ends of "between 30 and 40" or "30 to 40" before token head; None where there are not two."""
    first = min((place for place in tree.subtree(first) if place < head), default=first)
    near = [tree.tokens[i].text.lower() for i in range(max(0, first - 1), head)]
    numbers = [number for word in near if (number := number_of(quantities, word)) is not None]
    joint = "and" if "between" in near else "to"
    if len(numbers) != 2 or numbers[0] >= numbers[1] or joint not in near or "up" in near:
        return None
    return Toll(numbers[0], numbers[1])


def _approximate(tree: Tree, quantities: Quantities, total: int, words: list[int]) -> Toll:
    """Widen a number by the word of approximation before it; "at least" leaves its end open."""
    if (open_end := _open(tree, quantities, total, words)) is not None:
        return open_end
    around = {tree.tokens[place].text.lower() for place in words}
    around |= {tree.tokens[inner].text.lower() for place in words for inner in tree.children[place]}
    for word, share in quantities.below.items():
        if word in around:
            return Toll(int(total * share), total)
    for word, share in quantities.spread.items():
        if word in around:
            return Toll(int(total * (1 - share)), max(total, int(total * (1 + share))))
    return Toll(total, total)


def _open(tree: Tree, quantities: Quantities, total: int, words: list[int]) -> Toll | None:
    """Give a number that is told as the least or the most there can be; None where it is neither."""
    counts = [place for place in words if _is_number(quantities, tree.tokens[place].text.lower())]
    first = min(counts, default=0)
    said = f" {_before(tree, first)}"
    part = max((words for words in quantities.fraction if said.endswith(f" {words}")), key=len, default="")
    first -= len(part.split())  # "at least half a million"
    before = [tree.tokens[i].text.lower() for i in range(max(0, first - _LONGEST), first)]
    texts = {" ".join(before[-count:]) for count in range(1, len(before) + 1)}
    if texts.intersection(quantities.most):
        return Toll(1, total)
    return Toll(total, None) if texts.intersection(quantities.above) else None


def _is_number(quantities: Quantities, word: str) -> bool:
    return number_of(quantities, word) is not None or word in quantities.scale
