"""Tells whether a verb is done by its subject or to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.events.tree import Tree


_COUNTED = frozenset(("conj", "advcl", "acl", "oprd", "dep"))  # how the harm that some were counted by hangs on a verb


def find_passive(tree: Tree, i: int) -> bool:
    """Say whether verb i is passive, a reduced relative ("villages shelled by") included."""
    token = tree.tokens[i]
    if tree.kids(i, "nsubjpass", "auxpass"):
        return True
    if token.dep == "acl" and token.tag in ("VBN", "VBD"):  # "a student shot the day before" is read as past
        if token.tag == "VBD" and tree.tokens[token.head].dep == "ROOT":  # the verb of a sentence read as a title
            return False
        objects = [one for one in tree.kids(i, "dobj", "mark") if not tree.is_time(one)]
        return not tree.kids(i, "nsubj", "aux") and (token.tag == "VBN" or not objects)
    if token.tag == "VBD" and is_of_some(tree, i):  # "soldiers, many of them wounded, left" is read as past
        return True
    if token.tag != "VBN":
        return False
    if token.dep == "xcomp" and not tree.kids(i, "aux", "dobj"):  # "ten people were reported killed"
        return tree.is_passive(token.head)
    if _is_counted(tree, i):
        return True
    own = tree.kids(i, "nsubj")
    if own and _is_some(tree, own[0]) and not tree.kids(i, "aux", "dobj", "xcomp", "ccomp"):  # "many of them wounded"
        return True
    if token.dep == "amod":  # "53 badly wounded men"
        return token.head > i
    if token.dep == "conj" and not tree.kids(i, "dobj", "aux"):  # "one was killed and another wounded" too
        return tree.tokens[token.head].pos == "VERB" and tree.is_passive(token.head)
    return token.dep == "advcl" and bool(tree.kids(i, "agent"))


def _is_counted(tree: Tree, i: int) -> bool:
    """Say whether a participle tells of what harm some were counted: "the army suffered 300 dead and wounded"."""
    tokens, place = tree.tokens, i
    if tree.kids(i, "aux", "auxpass", "nsubj", "dobj"):
        return False
    while tokens[place].dep in _COUNTED and tokens[place].head != place:
        place = tokens[place].head
        if tokens[place].lemma in tree.words.undergo:
            return any(tokens[one].pos == "NUM" for one in tree.kids(place, "dobj"))
    return False


def is_of_some(tree: Tree, i: int) -> bool:
    """Say whether a participle is said of some of those told before: "many of them wounded", "two of whom"."""
    own = tree.kids(i, "nsubj", "nsubjpass")
    more = [one for one in tree.kids(i, "aux", "auxpass", "dobj", "xcomp", "ccomp") if one > own[0]] if own else []
    if len(own) != 1 or more or not _is_some(tree, own[0]):
        return False
    ofs = [of for of in tree.kids(own[0], "prep") if tree.tokens[of].lemma == "of"]
    return any(tree.tokens[whole].pos == "PRON" for of in ofs for whole in tree.kids(of, "pobj"))


def _is_some(tree: Tree, i: int) -> bool:
    """Say whether some of a number are told: "three of them", "more than 400"."""
    return tree.tokens[i].pos == "NUM" or tree.tokens[i].lemma in tree.words.some
