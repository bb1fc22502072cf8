"""Mends what hangs on "what" where somebody tells what a thing is: "struck what it called a command centre".

Repairs as those of ingest.repair: each takes the tokens of a text and gives those it changes.
"""

from collections.abc import Iterator, Sequence

from ingest.document import Token
from ingest.repair_words import Children, RepairWords

_OBJECTS = frozenset(("dobj", "dative"))
_NAMED = frozenset(("oprd", "dobj", "attr"))
_TELLING = frozenset(("prep", "npadvmod", "advmod"))
_CLAUSES = frozenset(("ccomp", "xcomp", "conj"))


def told_as(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a verb as object what its object is called: "struck what it called a base", "raided what seemed a camp".

    Only verbs of deeds act on a thing: what is asked, praised or condemned is what somebody says.
    """
    for clause in tokens:
        verb = tokens[clause.head]
        if clause.dep != "ccomp" or clause.i < verb.i:
            continue
        particles = [tokens[child] for child in children[verb.i] if tokens[child].dep == "prt"]
        opening = tokens[particles[-1].i + 1 if particles else verb.i + 1]
        if opening.tag != "WP" or opening.text.lower() != "what":
            continue
        if any(tokens[child].dep in _OBJECTS for child in children[verb.i]):
            continue
        thing = _thing(tokens, children, clause, words)
        if thing is not None and _is_deed(verb, [one.lemma for one in particles], thing, words):
            yield thing._replace(head=verb.i, dep="dobj")
            yield clause._replace(head=thing.i, dep="relcl")
            below = {*children[clause.i], *children[thing.head]}
            yield from (tokens[i]._replace(head=verb.i) for i in sorted(below) if _is_after(tokens[i], thing))


def _is_deed(verb: Token, particles: Sequence[str], thing: Token, words: RepairWords) -> bool:
    """Say whether a verb, alone or with its particle, is one that acts on a thing: "shot down", "launched a raid"."""
    of_verb = " ".join((verb.lemma, *particles))
    return of_verb in words.forcing or f"{verb.lemma} {thing.lemma}" in words.forcing


def _is_after(token: Token, thing: Token) -> bool:
    """Say whether a word behind a thing tells when or where it was acted on: "hit what it called a base on Monday"."""
    return token.i > thing.i and token.dep in _TELLING


def _thing(tokens: Sequence[Token], children: Children, clause: Token, words: RepairWords) -> Token | None:
    """Give what a clause says that a thing is: the name it gives, or what it seems or is said to be."""
    below = [tokens[child] for child in children[clause.i] if child > clause.i]
    if clause.lemma in words.naming:
        after = (tokens[i] for prep in below if prep.lemma == "as" for i in children[prep.i])
        named = [one for one in below if one.dep in _NAMED] + [one for one in after if one.dep == "pobj"]
        return named[0] if named else None
    if clause.lemma not in words.supposing:
        return None
    copulas = [one for one in below if one.lemma == "be" and one.dep in _CLAUSES]
    told = [tokens[child] for one in copulas for child in children[one.i] if tokens[child].dep == "attr"]
    return told[0] if told else None
