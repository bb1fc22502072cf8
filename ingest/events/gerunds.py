"""Tells who does what an -ing form names that the parser took for a verb: "killed by Lao shelling"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.events.tree import Tree

_NAMES = frozenset(("GPE", "NORP", "ORG", "PERSON", "LOC"))
_WHO = frozenset(("NOUN", "PROPN", "PRON"))
_QUALIFYING = ("amod", "compound", "nmod", "poss")
_OF_VERBS = ("dobj", "aux", "nsubj", "ccomp", "xcomp", "prt")


def named_doer(tree: Tree, i: int) -> int | None:
    """Give who does what a gerund without an object names, as the noun would: "shelling by the army", "Lao shelling".

    i: any verb; None where it names nobody, or is no such gerund.
    """
    tokens = tree.tokens
    if not _is_bare(tree, i):
        return None
    bys = [by for by in tree.kids(i, "prep", "agent") if tokens[by].lemma == "by"]
    for who in (who for by in bys for who in tree.kids(by, "pobj")):
        is_named = any(tokens[q].entity in _NAMES for q in (who, *tree.children[who]))
        if is_named or (is_suffered(tree, i) and tokens[who].pos in _WHO and not tree.is_time(who)):
            return who
    owners = [owner for owner in tree.kids(i, *_QUALIFYING) if owner < i and tokens[owner].entity in _NAMES]
    return owners[-1] if owners and not bys else None


def is_suffered(tree: Tree, i: int) -> bool:
    """Say whether a gerund is what the subject of the verb above came to harm by, and so not done by it."""
    tokens = tree.tokens
    if not _is_bare(tree, i):
        return False
    prep = tokens[tokens[i].head]
    verb = tokens[prep.head]
    is_passive = tree.is_verbal(verb.i) and tree.is_passive(verb.i)
    if prep.lemma == "by":
        return is_passive
    is_harm = verb.lemma in tree.words.perishing or (is_passive and verb.lemma in tree.words.harming)
    return is_harm and prep.lemma in tree.words.harmed_in


def _is_bare(tree: Tree, i: int) -> bool:
    """Say whether an -ing form stands after a preposition with nothing that only a verb has."""
    token = tree.tokens[i]
    return token.tag == "VBG" and token.dep == "pcomp" and not tree.kids(i, *_OF_VERBS)
