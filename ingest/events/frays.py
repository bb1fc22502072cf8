"""Tells crowds that fight each other from those that quarrel in a manner of speaking."""

from ingest.events.matcher import Hit
from ingest.events.tree import Tree
from ingest.events.words import EventWords

_PLURAL = "NNS"


def is_fray(tree: Tree, hit: Hit, words: EventWords) -> bool:
    """Say whether crowds clash with each other or in a place: "fans clashed in Cairo", not "over the coach"."""
    if hit.frame.is_noun or hit.frame.type != "ASSAULT" or tree.tokens[hit.i].lemma not in words.fraying:
        return False
    crowds = [i for i in tree.kids(hit.i, "nsubj") if _is_crowd(tree, i, words)]
    preps = tree.preps(hit.i)
    if not crowds or any(prep in words.quarrelling for prep, _ in preps):
        return False
    near = [inner for prep, inner in preps if prep in words.siding]
    sides = [i for prep, i in preps if prep in words.opposing]
    if not all(_is_crowd(tree, i, words) for i in sides):
        return False
    return bool(sides) or any(tree.tokens[i].entity == "GPE" for i in near)


def _is_crowd(tree: Tree, i: int, words: EventWords) -> bool:
    """Say whether token i is many people of one kind: "herders"."""
    return tree.tokens[i].tag == _PLURAL and tree.tokens[i].lemma in words.crowds
