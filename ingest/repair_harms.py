"""Gives the harm at the end of a sentence to the blow that did it, past a clause about whom the blow struck.

Repairs as those of ingest.repair: each takes the tokens of a text and gives those it changes.
"""

from collections.abc import Iterator, Sequence

from ingest.document import Token
from ingest.repair_words import Children, RepairWords


def outright(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a harm to the main verb: "Police fired on rioters who stormed a court on Monday, killing ten".

    A day right before it goes along, but where the clause tells what had come before.
    """
    for harm in tokens:
        if harm.tag != "VBG" or harm.dep not in ("advcl", "acl") or harm.lemma not in words.harming:
            continue
        clause = _clause(tokens, children, harm) if tokens[harm.i - 1].text == "," else None
        verb = _striking(tokens, children, tokens[clause.head], words) if clause else None
        if clause is None or verb is None:
            continue
        yield harm._replace(head=verb.i, dep="advcl")
        if any(tokens[child].lemma == "have" for child in children[clause.i] if tokens[child].dep == "aux"):
            continue
        yield from (day._replace(head=verb.i) for day in _days(tokens, children, clause, harm))


def _clause(tokens: Sequence[Token], children: Children, harm: Token) -> Token | None:
    """Give the clause about a noun that ends right before a harm, whether or not the harm hangs on it."""
    last = tokens[harm.i - 2]
    while last.head != last.i and last.dep != "relcl":
        last = tokens[last.head]
    is_one = last.dep == "relcl" and last.head < last.i < harm.i
    told = any(tokens[child].tag in ("WP", "WDT") and tokens[child].dep == "nsubj" for child in children[last.i])
    return last if is_one and told else None


def _striking(tokens: Sequence[Token], children: Children, noun: Token, words: RepairWords) -> Token | None:
    """Give the verb of the blow that strikes a noun: "bombed rebels", "opened fire on a crowd"."""
    above = tokens[noun.head] if noun.dep in ("dobj", "pobj") else noun
    verb = tokens[above.head] if noun.dep == "pobj" and above.dep == "prep" else above
    if verb is noun or verb.pos != "VERB" or verb.i > noun.i:
        return None
    objects = [tokens[child].lemma for child in children[verb.i] if tokens[child].dep == "dobj"]
    named = {verb.lemma, *(f"{verb.lemma}-{thing}" for thing in objects)}
    return verb if named & words.striking else None


def _days(tokens: Sequence[Token], children: Children, clause: Token, harm: Token) -> Iterator[Token]:
    """Give the day that ends a clause right before a harm, or the word that governs it."""
    for child in children[clause.i]:
        told = [tokens[child], *(tokens[below] for below in children[child])]
        is_day = any(one.entity == "DATE" for one in told) and tokens[child].dep in ("prep", "npadvmod")
        if is_day and clause.i < child < harm.i and max(one.i for one in told) == harm.i - 2:
            yield tokens[child]
