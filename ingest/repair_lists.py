"""Mends phrases torn apart: lists whose first was read as a subject of its own, nouns and their short names."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.document import Token
from ingest.repair_names import edge
from ingest.repair_words import Children, RepairWords

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_GOVERNED = frozenset(("pobj", "dobj", "nsubj", "nsubjpass"))
_COUNTS = frozenset(("nummod", "det", "quantmod"))


def enumerated(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Join to the first of counted people the others: "Five Kenyans, two Danes and a Swede were freed".

    So too where "and" parts two: "1,500 French and 1,000 American soldiers left".
    """
    for verb in tokens:
        subjects = [tokens[i] for i in children[verb.i] if tokens[i].dep in _SUBJECTS and i < verb.i]
        if len(subjects) != 2 or not all(_is_counted(tokens, children, one) for one in subjects):
            continue
        one, two = subjects
        before = tokens[edge(tokens, children, two.i) - 1]
        goes_on = any(tokens[i].dep == "cc" for i in children[two.i])
        if (before.text == "," and goes_on) or (before.dep == "cc" and before.head == one.i):
            yield two._replace(head=one.i, dep="conj")


def acronyms(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Give a noun the short name after it that was read as a word: "imposed by the bloc ECOWAS on Sunday"."""
    for noun, token in pairwise(tokens):
        is_name = token.text.isalpha() and token.text.isupper() and len(token.text) > 2
        if not is_name or noun.pos != "NOUN" or not noun.text.islower() or token.head in (token.i, noun.i):
            continue
        if token.dep in ("compound", "nmod", "poss", "amod", "nsubj", "nsubjpass") or noun.dep not in _GOVERNED:
            continue
        yield token._replace(head=noun.i, dep="appos", pos="PROPN", tag="NNP", entity=token.entity or "ORG")
        for i in children[token.i]:
            if i > token.i:
                is_clause = tokens[i].dep == "advcl"
                yield tokens[i]._replace(head=token.head, dep="xcomp" if is_clause else tokens[i].dep)


def _is_counted(tokens: Sequence[Token], children: Children, token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and any(tokens[i].dep in _COUNTS and i < token.i for i in children[token.i])
