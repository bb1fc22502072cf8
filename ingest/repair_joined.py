"""Mends sentences in which "and" was read as joining nouns, though a verb with a doer of its own follows."""

from collections.abc import Iterator, Sequence

from ingest.document import Token
from ingest.repair_words import Children, RepairWords

_NOMINAL = frozenset(("NOUN", "PROPN"))
_FINITE = frozenset(("MD", "VBD", "VBP", "VBZ"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_HELPERS = frozenset(("aux", "auxpass"))


def own_doers(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Give a second verb its subject: "Chile will free hostages and Peru will free prisoners", read as freed too."""
    for verb in tokens:
        if (
            verb.dep != "conj"
            or verb.pos not in ("VERB", "AUX")
            or any(tokens[q].dep in _SUBJECTS for q in children[verb.i])
        ):
            continue
        helpers = [tokens[q] for q in children[verb.i] if tokens[q].dep in _HELPERS and q < verb.i]
        first = helpers[0] if helpers else verb
        noun = tokens[first.i - 1]
        is_joined = noun.dep == "conj" and noun.pos in _NOMINAL and tokens[noun.head].dep in ("dobj", "pobj")
        if first.tag in _FINITE and first.i > verb.head and is_joined and noun.head > verb.head and helpers:
            how = "nsubjpass" if any(one.dep == "auxpass" for one in helpers) else "nsubj"
            yield noun._replace(head=verb.i, dep=how)


def same_doer(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Join a past verb to the past verb before it: "vowed revenge and fired rockets", read as joined to the revenge."""
    for token in tokens:
        noun = tokens[token.head]
        if token.dep != "conj" or token.tag != "VBD" or token.pos != "VERB" or noun.pos not in _NOMINAL:
            continue
        if noun.dep != "dobj" or any(tokens[q].dep in _SUBJECTS | _HELPERS for q in children[token.i]):
            continue
        above = tokens[noun.head]
        joint = [tokens[q] for q in children[noun.i] if tokens[q].dep == "cc" and q < token.i]
        if above.tag == token.tag and above.i < noun.i and joint and joint[-1].i == token.i - 1:
            yield token._replace(head=above.i)
