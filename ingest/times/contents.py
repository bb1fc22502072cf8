"""Knows a date that only names a deed which a clause is about: "was accused of planning the 12 June bombing"."""

from ingest.document import Document
from ingest.times.wording import Wording

ATTRIBUTIVE = frozenset({"det", "compound", "nmod", "amod", "nummod", "poss", "npadvmod"})
CONTENTS = frozenset({"pcomp", "xcomp", "ccomp", "acl"})


def names_deed(document: Document, words: Wording, event: int, time: int) -> bool:
    """Say whether the day of a time (its head) is that of a deed told beside a verb, and not of the verb itself.

    So it is where the day stands before the deed's noun and this one hangs on another verb within what is said
    ("of planning the 12 June bombing") or on what a clause is for ("jailed for the 12 June bombing"). Who was "killed
    in the 12 June bombing" was so on that day.
    """
    tokens = document.tokens
    noun = tokens[tokens[time].head]
    is_deed = noun.pos in ("NOUN", "PROPN") and words.is_deed(noun.lemma)
    if tokens[event].pos != "VERB" or tokens[time].dep not in ATTRIBUTIVE or not is_deed:
        return False
    way = [noun.i]
    while way[-1] != event:
        if tokens[way[-1]].head == way[-1]:
            return False
        way.append(tokens[way[-1]].head)
    if any(tokens[place].dep in CONTENTS for place in way[:-1]):
        return True
    last = tokens[way[-2]]
    is_for = last.dep == "prep" and words.has("charged-with", last.text.lower())
    return is_for or (last.dep == "dobj" and words.has("about", tokens[event].lemma))


def is_cause(document: Document, words: Wording, event: int) -> bool:
    """Say whether a deed is told only as what something came of: "talks were broken off due to the murder"."""
    tokens = document.tokens
    token = tokens[event]
    prep = tokens[token.head]
    if token.pos != "NOUN" or token.dep != "pobj":
        return False
    return any(words.has("causing", one.text.lower()) for one in (prep, tokens[prep.head], tokens[max(0, prep.i - 1)]))
