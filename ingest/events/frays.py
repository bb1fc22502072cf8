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
    guards = [i for i in sides if tree.tokens[i].lemma in words.guards]
    if not all(i in guards or _is_crowd(tree, i, words) for i in sides):
        return False
    near += [inner for one in near for prep, inner in tree.preps(one) if prep in words.siding]
    return bool(sides) or any(tree.tokens[i].entity == "GPE" for i in near)


def is_contest(tree: Tree, hit: Hit, words: EventWords) -> bool:
    """Say whether those who clash with nobody told race or debate: "drivers clashed in Monaco", "at a meeting"."""
    if hit.frame.is_noun or hit.frame.type != "ASSAULT" or tree.tokens[hit.i].lemma not in words.fraying:
        return False
    preps = tree.preps(hit.i)
    who = [i for first in tree.kids(hit.i, "nsubj") for i in tree.conjuncts(first)]
    if any(tree.tokens[i].lemma in words.guards for i in who):
        return False
    if any(prep in words.opposing and not _is_crowd(tree, i, words) for prep, i in preps):
        return False
    is_race = bool(who) and all(tree.tokens[i].lemma in words.drivers and not _is_crowd(tree, i, words) for i in who)
    return is_race or any(tree.tokens[i].lemma in words.debates for _, i in preps)


def _is_crowd(tree: Tree, i: int, words: EventWords) -> bool:
    """Say whether token i is many people of one kind: "herders", "taxi drivers", and no racing drivers."""
    token = tree.tokens[i]
    if token.lemma in words.drivers:
        return token.tag == _PLURAL and any(tree.tokens[c].lemma in words.driven for c in tree.kids(i, "compound"))
    return token.tag == _PLURAL and token.lemma in words.crowds
