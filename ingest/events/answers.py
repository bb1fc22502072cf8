"""Tells, in a warning, the deed of others that will be answered from what it will be answered with."""

from ingest.events.matcher import Hit, Matcher
from ingest.events.tree import Tree

_NAMED = frozenset(("GPE", "NORP", "ORG", "LOC"))
_SAID_OF = frozenset(("attr", "acomp", "oprd", "advmod"))


def is_answered(matcher: Matcher, hit: Hit, owner: int) -> bool:
    """Say whether a warning tells what a deed of others will be answered with, so that it is no danger: "attacks would
    be punished", "it would respond to a raid", "strikes in response to a raid". What it leads to is none of those
    others' deeds either: "would lead to war". But "a strike would be revenge", or "met with a strike", threatens it.

    owner: trigger of the warning.
    """
    tree, i = matcher.tree, hit.i
    if _is_what_is_answered(tree, i):
        return True
    below, clause = _clause_of(tree, i, owner)
    subject = next(iter(tree.kids(clause, "csubj", "csubjpass")), tree.surface_subject(clause))
    if hit.frame.type == "CONSULT" and tree.tokens[i].lemma in tree.words.answering and tree.is_passive(i):
        return True  # "an attack would be met by strikes" is no meeting
    if clause == owner or subject is None:
        return False
    lemma = tree.tokens[clause].lemma
    if tree.tokens[subject].pos == "PRON":
        is_to = tree.tokens[i].dep == "pobj" and tree.tokens[tree.tokens[i].head].lemma == "to"
        return lemma in tree.words.answering and (i in tree.kids(clause, "dobj") or is_to)
    is_deed = matcher.find(subject) is not None or _is_of_others(matcher, subject)
    if not is_deed or not _tells_answer(tree, clause):
        return False
    is_answer = tree.tokens[below].lemma in tree.words.answering_by  # "would be met with strikes"
    return not is_answer and (hit.frame.is_noun or i == subject)


def _is_what_is_answered(tree: Tree, i: int) -> bool:
    """Say whether noun i stands below a noun of answering: "in response to raids", "the price of an invasion"."""
    while tree.tokens[i].dep == "conj":
        i = tree.tokens[i].head
    prep = tree.tokens[tree.tokens[i].head]
    is_below = tree.tokens[i].dep == "pobj" and prep.lemma in tree.words.answered_by
    return is_below and tree.tokens[prep.head].lemma in tree.words.answers


def _clause_of(tree: Tree, i: int, owner: int) -> tuple[int, int]:
    """Give the verb of the clause that i stands in below a warning, or the warning, and what of it holds i."""
    below = i
    for place in tree.climb(i):
        if place == owner or tree.is_verbal(place):
            return below, place
        below = place
    return below, owner


def _is_of_others(matcher: Matcher, i: int) -> bool:
    """Say whether a thing is somebody's by name, as a deed is: "American drills"."""
    tree = matcher.tree
    owners = (tree.tokens[one].entity for one in tree.kids(i, "amod", "compound", "poss", "nmod"))
    return tree.tokens[i].pos == "NOUN" and not matcher.is_people(i) and any(one in _NAMED for one in owners)


def _tells_answer(tree: Tree, clause: int) -> bool:
    """Say whether a clause tells that its subject is answered: "will be punished", "has consequences", "means war".

    What is itself called an answer is none: "would be revenge".
    """
    tokens, words = tree.tokens, tree.words
    said = tree.kids(clause, *_SAID_OF)
    if tokens[clause].lemma == "be" and any(tokens[one].lemma in words.answers for one in said):
        return False
    if tokens[clause].lemma in words.answering | words.viewing:
        return True
    told = [*said, *tree.kids(clause, "dobj"), *(q for _, q in tree.preps(clause))]
    told += [q for one in told for prep, q in tree.preps(one) if prep == "of"]  # "an act of war"
    return any(tokens[one].lemma in words.answers | words.breaking for one in told)
