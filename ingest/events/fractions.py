"""Reads numbers told by a part of a scale from their words alone: "two and a half million", "half a dozen"."""

from graph.model import Toll
from ingest.events.numbers import BEYOND, LONGEST, Quantities, approximate, number_of
from ingest.events.tree import Tree

_QUALIFYING = frozenset(("amod", "compound", "nmod"))
_ARTICLES = ("a", "an")


def phrase_of(tree: Tree, quantities: Quantities, head: int) -> range | None:
    """Give the words of the number around token `head` where a fraction is among them, None where none is."""
    tokens = tree.tokens
    first = head
    if not _is_within(tree, quantities, head):
        while first and tokens[first - 1].dep in _QUALIFYING and not _is_within(tree, quantities, first - 1):
            first -= 1
    last = first
    while last <= head and last < len(tokens) - 1 and _is_within(tree, quantities, last):
        last += 1
    while first and _is_within(tree, quantities, first - 1):
        first -= 1
    if first < last:  # a head that is itself a part: "a quarter of a million people"
        while last < len(tokens) and _is_within(tree, quantities, last):
            last += 1
    found = range(first, last)
    return found if any(_is_part(tree, quantities, place) for place in found) else None


def count(tree: Tree, quantities: Quantities, phrase: range) -> Toll | None:
    """Give how many the words of such a number tell, None where they tell no number: "half of the hostages"."""
    words = [tree.tokens[place].text.lower() for place in phrase]
    first = phrase.start
    while words and words[0] in ("and", "of", "the", "-"):  # "killed a soldier and half a million people"
        words, first = words[1:], first + 1
    amount = _amount(quantities, [word for word in words if word not in ("-", "the")])
    if amount is None:
        return None
    before = [token.text.lower() for token in tree.tokens[max(0, first - LONGEST) : first]]
    return approximate(quantities, min(amount, BEYOND), before, set(before[-2:]))


def _is_within(tree: Tree, quantities: Quantities, i: int) -> bool:
    """Say whether a word may belong to a number that has a fraction."""
    word = tree.tokens[i].text.lower()
    known = word in quantities.scale or word in quantities.fraction or word in quantities.joining
    return known or (tree.tokens[i].pos == "NUM" and number_of(quantities, word) is not None)


def _is_part(tree: Tree, quantities: Quantities, i: int) -> bool:
    """Say whether a word means a part of a number: "a third of them", not "a third man" or "half-brothers"."""
    words = [token.text.lower() for token in tree.tokens[max(0, i - 2) : i + 3]]
    at = min(2, i)
    if words[at] not in quantities.fraction:
        return False
    after = [*words[at + 1 :], "", ""]
    if after[0] == "-":
        return after[1] in quantities.scale or after[1] in _ARTICLES
    is_joined = at > 1 and words[0] == "and" and words[1] in _ARTICLES  # "a million and a quarter"
    return after[0] == "of" or after[0] in quantities.scale or words[at] == "half" or is_joined


def _amount(quantities: Quantities, words: list[str]) -> int | None:
    """Give the number some words tell with a part of the one scale among them; None for any others."""
    scales = [place for place, word in enumerate(words) if word in quantities.scale]
    if len(scales) != 1:
        return None
    before, after = words[: scales[0]], words[scales[0] + 1 :]
    scale = quantities.scale[words[scales[0]]]
    while after and after[-1] == "of":
        after = after[:-1]
    if after:  # "a million and a half"
        part = _part(quantities, after[1:]) if after[0] == "and" else None
        whole = _whole(quantities, before)
        return None if part is None or whole is None else round((whole + part) * scale)
    if before[-2:-1] == ["of"] and before[-1] in _ARTICLES:  # "a quarter of a million"
        before = before[:-2]
    elif before[-1:] and before[-1] in _ARTICLES:  # "half a million"
        before = before[:-1]
    if "and" in before:  # "two and a half million"
        joint = before.index("and")
        whole, part = _whole(quantities, before[:joint]), _part(quantities, before[joint + 1 :])
        return None if part is None or whole is None else round((whole + part) * scale)
    part = _part(quantities, before)
    return None if part is None else round(part * scale)


def _part(quantities: Quantities, words: list[str]) -> float | None:
    """Give what a fraction is of one: "a half", "three quarters"."""
    if not words or words[-1] not in quantities.fraction or len(words) > 2:
        return None
    many = _whole(quantities, words[:-1])
    return None if many is None else many * quantities.fraction[words[-1]]


def _whole(quantities: Quantities, words: list[str]) -> int | None:
    """Give the whole number before a scale or a fraction, one where only an article stands there."""
    if not words or (len(words) == 1 and words[0] in _ARTICLES):
        return 1
    return number_of(quantities, words[0]) if len(words) == 1 else None
