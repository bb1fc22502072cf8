"""Tells what is flown, fired or driven into somebody from what crashes by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.events.tree import Tree
from ingest.events.words import EventWords

if TYPE_CHECKING:
    from ingest.events.matcher import Hit

_INTO = frozenset(("into", "onto", "on"))


def is_sent(tree: Tree, words: EventWords, hit: Hit) -> bool:
    """Say whether a deed is told by what crashes because somebody sent it."""
    return "into" in hit.frame.rest and is_attack(tree, words, hit.i)


def is_attack(tree: Tree, words: EventWords, crash: int) -> bool:
    """Say whether something crashed because somebody sent it: a missile, a hijacked plane, a car into protesters.

    A rocket that falls after its launch, or a drone at a show, was sent at nobody.

    crash: a verb. What has no subject, or people for one, is for others to judge.
    """
    thing = tree.surface_subject(crash)
    if thing is None:
        return False
    if _is_charged(tree, words, thing):
        return True
    lemma = tree.tokens[thing].lemma.lower()
    hit = [one for prep, q in tree.preps(crash) if prep in _INTO for one in tree.conjuncts(q) if not tree.is_time(one)]
    if lemma in words.flung | words.unmanned:
        sentence = tree.document.sentence_at(crash)
        named = (token for token in tree.tokens[sentence.first : sentence.last] if token.pos != "VERB")
        said = {token.lemma.lower() for token in named}  # "launched from Gaza" is an attack
        return bool(hit) and not said & words.harmless
    return lemma not in words.aircraft and any(_is_assailed(tree, words, one) for one in hit)


def _is_charged(tree: Tree, words: EventWords, thing: int) -> bool:
    """Say whether a vehicle is a weapon: "a suicide truck", "a hijacked plane", "a lorry packed with explosives"."""
    tokens = tree.tokens
    told = [q for q in tree.kids(thing, "compound", "nmod") if q == thing - 1] + tree.kids(thing, "amod")
    for clause in tree.kids(thing, "acl", "amod"):  # "carrying explosives" may be freight
        lemma = tokens[clause].lemma
        told += [clause] if tokens[clause].tag == "VBN" else []
        told += tree.kids(clause, "npadvmod", "compound") if lemma in words.laden else []
        preps = [(prep, one) for prep, q in tree.preps(clause) for one in tree.conjuncts(q)]
        told += [one for prep, one in preps if prep == "with" and lemma in words.laden]
        agent = tree.agent(clause) if lemma in words.steered else None
        told += [] if agent is None else [agent]
    return any(tokens[part].lemma.lower() in words.charged for part in told)


def _is_assailed(tree: Tree, words: EventWords, target: int) -> bool:
    """Say whether nobody drives there but to do harm: "a crowd of protesters", "the embassy"."""
    if tree.tokens[target].lemma in words.assailed | words.guarded:
        return True
    of = (one for prep, q in tree.preps(target) if prep == "of" for one in tree.conjuncts(q))
    return any(tree.tokens[one].lemma in words.assailed for one in of)
