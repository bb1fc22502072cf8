"""Ranks the events of a sentence: the main one first."""

from ingest.events.matcher import Hit
from ingest.events.roles import Roles
from ingest.events.tree import Tree
from ingest.events.words import EventWords

_SUBORDINATE = frozenset(("relcl", "acl", "advcl", "ccomp", "parataxis"))
_TRANSPARENT = frozenset(("ccomp", "conj", "xcomp"))


def rank_of(tree: Tree, words: EventWords, hit: Hit, roles: Roles) -> float:
    """Say how near an event stands to the root of its sentence, what is said or begun free of charge."""
    tokens = tree.tokens
    depth, below = 0, hit.i
    for place in tree.climb(hit.i):
        dep, lemma = tokens[below].dep, tokens[place].lemma
        is_said = lemma in words.speech or lemma in words.claim or lemma in ("begin", "start")
        if dep == "advcl" and lemma in words.ringing and tree.has_to(below):  # "called him to congratulate him"
            depth -= 1
        elif not (dep in _TRANSPARENT and is_said):
            depth += 2 if dep in _SUBORDINATE else 1
        below = place
    worth = (1.0 if roles.actors else 0.0) + (0.5 if roles.recipients else 0.0) + (0.5 if hit.parts else 0.0)
    return worth - depth - (0.5 if hit.frame.is_noun else 0.0) - 0.01 * (hit.i % 1000)
