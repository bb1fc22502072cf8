"""Tells whether a verb grants somebody time, so that what the time is for need not happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.events.tree import Tree

_GIVEN = ("dobj", "dative", "nsubjpass")


def grants_time(tree: Tree, verb: int, before: int) -> bool:
    """Say whether verb grants time for what stands at before: "gave them two days to", not "gave a talk on Monday to".

    The time is what is granted, a length beside who is granted it, or the end of one ("until Friday"); or a word for
    it stands there ("set a deadline"). A day on which something was given is none.
    """
    tokens, words = tree.tokens, tree.words
    if tokens[verb].lemma not in words.granting:
        return False
    given = [one for one in tree.kids(verb, *_GIVEN) if one < before]
    if any(tree.is_time(one) or tokens[one].lemma in words.terms for one in given):
        return True
    lengths = [one for one in tree.kids(verb, "npadvmod") if verb < one < before and tree.is_time(one)]
    is_all = bool(tree.kids(verb, "dative")) and not tree.kids(verb, "dobj")  # "gave the army a week to"
    if any(is_all or tree.kids(one, "nummod") for one in lengths):
        return True
    ends = [end for place in (verb, *given) for prep, end in tree.preps(place) if prep in words.until]
    marks = [mark for mark in tree.kids(before, "mark") if tokens[mark].lemma in words.until]
    ends += [end for mark in marks for end in tree.kids(mark, "pobj")]
    return any(verb < end < before and tree.is_time(end) for end in ends)
