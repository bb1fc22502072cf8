"""Tells what is flown, fired or driven into somebody from what crashes by accident."""

from ingest.events.tree import Tree
from ingest.events.words import EventWords

_INTO = frozenset(("into", "onto"))


def is_attack(tree: Tree, words: EventWords, crash: int) -> bool:
    """Say whether something crashed because somebody sent it: a missile, a hijacked plane, a car into protesters.

    crash: a verb. What has no subject, or people for one, is for others to judge.
    """
    thing = tree.surface_subject(crash)
    if thing is None:
        return False
    lemma = tree.tokens[thing].lemma.lower()
    if lemma in words.flung or _is_charged(tree, words, thing):
        return True
    hit = [one for prep, q in tree.preps(crash) if prep in _INTO for one in tree.conjuncts(q)]
    if lemma in words.unmanned:
        return bool(hit)
    return lemma not in words.aircraft and any(_is_assailed(tree, words, one) for one in hit)


def _is_charged(tree: Tree, words: EventWords, thing: int) -> bool:
    """Say whether a vehicle is a weapon: "a suicide truck", "a hijacked plane", "a lorry packed with explosives"."""
    tokens = tree.tokens
    told = [part for q in tree.kids(thing, "compound", "amod", "nmod") for part in tree.subtree(q)]
    clauses = (q for q in tree.kids(thing, "acl") if tokens[q].tag == "VBN")  # "carrying explosives" may be freight
    told += [part for q in clauses for part in tree.subtree(q)]
    return any(tokens[part].lemma.lower() in words.charged for part in told)


def _is_assailed(tree: Tree, words: EventWords, target: int) -> bool:
    """Say whether nobody drives there but to do harm: "a crowd of protesters", "the embassy"."""
    of = (one for prep, q in tree.preps(target) if prep == "of" for one in tree.conjuncts(q))
    return any(tree.tokens[one].lemma in words.assailed for one in (target, *of))
