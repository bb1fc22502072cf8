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


def blasted(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a harm with its victims to the sentence's first noun: "An explosion at a market killed ten people."

    A participle has no object, so what is read as one of the market's is the verb.
    """
    for verb in tokens:
        top = tokens[verb.head]
        while top.dep in ("pobj", "prep") and top.head < top.i:
            top = tokens[top.head]
        own = [tokens[child] for child in children[verb.i]]
        is_harm = verb.dep == "acl" and verb.tag in ("VBN", "VBD") and verb.lemma in words.harming
        if not is_harm or top.dep != "ROOT" or top.pos not in ("NOUN", "PROPN") or top.i == verb.head:
            continue
        is_whole = any(tokens[child].text == "." and child > verb.i for child in children[top.i])
        if is_whole and _has_victims(own, verb):
            yield verb._replace(head=verb.i, dep="ROOT", tag="VBD")
            yield top._replace(head=verb.i, dep="nsubj")
            yield from (tokens[child]._replace(head=verb.i) for child in children[top.i] if child > verb.i)


def _has_victims(own: Sequence[Token], verb: Token) -> bool:
    """Say whether a verb has an object behind it that is no time, and nothing of a passive."""
    objects = [one for one in own if one.dep == "dobj" and one.i > verb.i and one.entity not in ("DATE", "TIME")]
    return bool(objects) and not any(one.dep in ("aux", "auxpass", "agent") for one in own)


def some_of_them(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a verb all of whom it tells, not those set apart: "nearly 600 people, fighters among them, were hurt"."""
    for part in tokens:
        verb = tokens[part.head]
        if part.dep not in ("nsubj", "nsubjpass") or part.i < 2 or verb.i < part.i:
            continue
        ends = [q for prep in children[part.i] if tokens[prep].lemma in words.counting_in for q in children[prep]]
        whole = tokens[part.i - 2]
        is_apart = len(ends) == 1 and tokens[ends[0]].pos == "PRON" and tokens[ends[0] + 1].text == ","
        if is_apart and tokens[part.i - 1].text == "," and whole.tag in ("NNS", "NN") and whole.dep in ("conj", "dep"):
            yield whole._replace(head=verb.i, dep=part.dep)
            yield part._replace(head=whole.i, dep="appos")
