"""Reads how many people a phrase is about: at least and at most."""

from graph.model import Toll
from ingest.events import fractions
from ingest.events.numbers import BEYOND, LONGEST, Quantities, approximate, number_of
from ingest.events.tree import Tree

__all__ = ["NONE", "ONE", "PLURAL", "Quantities", "bounds", "count_joined", "count_of"]

PLURAL = Toll(2, 99)  # "killed villagers", without a number
ONE = Toll(1, 1)
NONE = Toll(0, 0)
_COUNTING = ("nummod", "quantmod", "det", "amod", "advmod", "predet", "compound", "nmod", "poss")


def count_of(tree: Tree, quantities: Quantities, head: int) -> Toll | None:
    """Give how many the phrase headed by token `head` is about.

    "three of the officers" is three, "dozens" 24 to 99, "no injuries" none, a bare plural 2 to 99, a
    singular or a name one; None where the head counts nothing, or more than people can be.
    """
    phrase = fractions.phrase_of(tree, quantities, head)
    found = fractions.count(tree, quantities, phrase) if phrase is not None else _count(tree, quantities, head)
    return None if found is not None and max(found.low, found.high or 0) >= BEYOND else found


def count_joined(tree: Tree, quantities: Quantities, first: int, head: int) -> Toll | None:
    """Give how many one of joined phrases is about, as count_of does; first: token of the first of them.

    In "30 soldiers and policemen" the number may count both, so the policemen add nothing that is sure.
    """
    found = count_of(tree, quantities, head)
    is_bare = tree.tokens[head].tag == "NNS" and not tree.kids(head, "det", "nummod", "poss", "advmod")
    is_counted = head != first and found == PLURAL and is_bare and bool(tree.kids(first, "nummod"))
    return Toll(0, None) if is_counted else found


def _count(tree: Tree, quantities: Quantities, head: int) -> Toll | None:
    """Give how many a phrase is about, however many that be; None where its head counts nothing."""
    tokens = tree.tokens
    if any(tokens[child].lemma == "no" for child in tree.kids(head, "det")):
        return NONE
    if (scaled := _scaled(tree, quantities, head)) is not None:
        return scaled
    own = bounds(tree, quantities, _scaled_by(tree, quantities, head))
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


def _scaled_by(tree: Tree, quantities: Quantities, head: int) -> list[int]:
    """Give a head with the numbers right before it where it is a scale: "killed two hundred"."""
    first = head
    if tree.tokens[head].text.lower() in quantities.scale:
        while first and number_of(quantities, tree.tokens[first - 1].text.lower()) is not None:
            first -= 1
    return list(range(first, head + 1))


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
        elif word in quantities.scale and total is not None:
            total *= quantities.scale[word]
        elif word in quantities.scale and word != "score":
            total = quantities.scale[word]
        elif total is None and word in quantities.vague and word not in ("a", "an", "another"):
            if _is_of_phrase(tree, quantities, place):
                continue
            return quantities.vague[word]
    if total is None:
        return None
    counts = [place for place in words if _is_number(quantities, tree.tokens[place].text.lower())]
    around = {tree.tokens[place].text.lower() for place in words}
    around |= {tree.tokens[inner].text.lower() for place in words for inner in tree.children[place]}
    return approximate(quantities, min(total, BEYOND), _before(tree, min(counts, default=0)), around)


def _before(tree: Tree, place: int) -> list[str]:
    """Give the words right before a number, which may say how it is meant."""
    return [token.text.lower() for token in tree.tokens[max(0, place - LONGEST) : place]]


def _is_of_phrase(tree: Tree, quantities: Quantities, place: int) -> bool:
    """Say whether a word of quantity only belongs to one of bounds: "as many as 200,000"."""
    around = f" {' '.join(token.text.lower() for token in tree.tokens[max(0, place - 2) : place + 3])} "
    word = tree.tokens[place].text.lower()
    return any(word in phrase.split() and f" {phrase} " in around for phrase in (*quantities.most, *quantities.above))


def _span(tree: Tree, quantities: Quantities, first: int, head: int) -> Toll | None:
    """Give the two ends of "between 30 and 40" or "30 to 40" before token head; None where there are not two."""
    first = min((place for place in tree.subtree(first) if place < head), default=first)
    near = [tree.tokens[i].text.lower() for i in range(max(0, first - 1), head)]
    numbers = [number for word in near if (number := number_of(quantities, word)) is not None]
    joint = "and" if "between" in near else "to"
    if len(numbers) != 2 or numbers[0] >= numbers[1] or joint not in near or "up" in near:
        return None
    return Toll(numbers[0], numbers[1])


def _is_number(quantities: Quantities, word: str) -> bool:
    return number_of(quantities, word) is not None or word in quantities.scale
