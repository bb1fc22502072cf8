"""Tells what stands under a word of plan, threat or denial uncoloured by it: what was before it, or its ground."""

from ingest.events.tree import Tree
from ingest.events.words import StatusWords

_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_OPEN = frozenset(("any", "no"))


def is_apart(tree: Tree, i: int, words: StatusWords) -> bool:
    """Say whether token i keeps what is below it from what is above: "asked to leave after the attack", "threatened to
    close the border over the abduction", "vowed to strike after two died"."""
    return _dates(tree, i, words) or _is_over(tree, i, words) or _is_ground(tree, i, words)


def _dates(tree: Tree, i: int, words: StatusWords) -> bool:
    """Say whether a preposition tells when something else was."""
    token = tree.tokens[i]
    return token.dep == "prep" and token.lemma in words.dating


def _is_over(tree: Tree, i: int, words: StatusWords) -> bool:
    """Say whether a clause tells what was over before a deed to come."""
    token, above = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    tags = {token.tag, *(tree.tokens[helper].tag for helper in tree.kids(i, "aux", "auxpass"))}
    marks = (tree.tokens[mark].lemma for mark in tree.kids(i, "mark"))
    is_past = token.dep == "advcl" and above.tag == "VB" and "VBD" in tags
    return is_past and any(mark in words.dating for mark in marks)


def _is_ground(tree: Tree, i: int, words: StatusWords) -> bool:
    """Say whether noun i is the known ground of what is done: "because of the killing", "in revenge for the raid"."""
    token = tree.tokens[i]
    prep = tree.tokens[token.head]
    if token.dep != "pobj" or token.pos not in ("NOUN", "PROPN"):
        return False
    before = {tree.tokens[one].lemma for one in tree.kids(i, "det", "predet")}
    if prep.lemma in words.causing and prep.dep == "prep":
        return before.isdisjoint(_OPEN)
    is_definite = not before.isdisjoint(_DEFINITE) or bool(tree.kids(i, "poss"))
    is_answer = prep.lemma in tree.words.answered_by and tree.tokens[prep.head].lemma in tree.words.answers
    return is_definite and (is_answer or (prep.lemma in words.grounding and tree.is_verbal(prep.head)))
