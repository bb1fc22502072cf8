"""Mends slips of the parser around names: whom a name renames, who does what a clause tells.

Repairs as those of ingest.repair: each takes the tokens of a text and gives those it changes.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.document import Token
from ingest.repair_words import Children, RepairWords

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_NOMINAL = frozenset(("NOUN", "PROPN"))
_OPEN_CLASSES = frozenset(("ADJ", "ADV", "INTJ", "NOUN", "VERB", "X"))
_ENDS = frozenset((".", "!", "?", '"', "”"))


def renamed(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a person's name to the office above a place or another name: "the mayor of Lima, Juan Paz, said"."""
    for token in tokens:
        above = tokens[token.head]
        if token.dep != "appos" or token.entity != "PERSON" or above.dep != "pobj" or token.i < above.i:
            continue
        if not _is_name(above) or _left(tokens, children, token.i).text != ",":
            continue
        while above.dep == "pobj" and tokens[above.head].head != above.head:
            above = tokens[tokens[above.head].head]
            if above.pos == "NOUN" and above.lemma in words.offices:
                yield token._replace(head=above.i)
                break


def renaming(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Join to a noun the name after its comma, read as a second object: "told the chief, General Paz, that"."""
    for token in tokens:
        if token.dep not in ("npadvmod", "dobj") or token.pos != "PROPN" or token.entity in ("DATE", "TIME"):
            continue
        noun = next((tokens[i] for i in children[token.head] if tokens[i].dep == "dobj" and i < token.i), None)
        if noun is None or noun.pos != "NOUN" or _left(tokens, children, token.i).text != ",":
            continue
        first = edge(tokens, children, token.i)
        if max(_below(children, noun.i)) == first - 2:
            yield token._replace(head=noun.i, dep="appos")


def led_by(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Give a subject the verb taken for its participle: "The minister, Ana Paz, called on voters".

    A participle has no object, so "The coalition bombed Lima" has none.
    """
    for token in tokens:
        if token.dep != "ROOT" or token.pos not in _NOMINAL or token.head != token.i:
            continue
        verbs = [tokens[i] for i in children[token.i] if tokens[i].dep == "acl" and tokens[i].tag in ("VBN", "VBD")]
        names = [tokens[i] for i in children[token.i] if tokens[i].dep == "appos"]
        is_one = len(verbs) == 1 and any(name.i < verbs[0].i for name in names)
        is_past = len(verbs) == 1 and (verbs[0].tag == "VBD" or _has_named_object(tokens, children, verbs[0]))
        if (is_past or (is_one and tokens[verbs[0].i - 1].text == ",")) and not _has_verb(
            tokens, children, token.i, verbs[0].i
        ):
            verb = verbs[0]
            yield verb._replace(head=verb.i, dep="ROOT", tag="VBD")
            yield token._replace(head=verb.i, dep="nsubj")


def unsubjected(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a verb without a subject the name or noun right before it that was joined to a day or hangs on "after".

    "on Friday and Israel freed", "a day after envoys of both agreed".
    """
    for verb in tokens[1:]:
        if verb.tag not in _FINITE or verb.dep not in ("conj", "advcl") or _has_own_subject(tokens, children, verb):
            continue
        first = edge(tokens, children, verb.i, auxiliaries=True)
        noun = _ending_at(tokens, first - 1, words)
        if noun is None or noun.entity in ("DATE", "TIME"):
            continue
        above = tokens[noun.head]
        is_after_day = noun.dep == "conj" and above.entity in ("DATE", "TIME") and above.i < noun.i
        is_marked = noun.dep == "pobj" and above.lemma in words.marking and verb.dep == "advcl"
        if is_after_day or is_marked:
            yield noun._replace(head=verb.i, dep="nsubj")
        if is_marked and not set(_chain(tokens, above.i)) & {verb.i}:
            yield above._replace(head=verb.i, dep="mark", pos="SCONJ")


def joined_doers(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Join to the doer the noun right after "by X and": "people killed by soldiers and allied militias were buried"."""
    for token in tokens:
        victims = tokens[token.head]
        if token.dep != "conj" or victims.pos != "NOUN" or token.i < victims.i or token.pos not in _NOMINAL:
            continue
        link = _left(tokens, children, token.i)
        doer = _ending_at(tokens, link.i - 1, words) if link.dep == "cc" and link.i else None
        by = tokens[doer.head] if doer is not None else None
        if doer is None or by is None or doer.dep != "pobj" or by.lemma not in words.doing or by.i < victims.i:
            continue
        if link.head == by.head and victims.i in _chain(tokens, by.i):
            yield token._replace(head=doer.i)
            yield link._replace(head=doer.i)


def closed_lists(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Give a verb of saying the noun before it where the list it was joined to had ended: "ten died, two of them
    children, and six were hurt, the mayor said"."""
    for token in tokens:
        first = tokens[token.head]
        verb = tokens[first.head]
        is_said = first.dep == "nsubj" and verb.lemma in words.saying and token.i < verb.i
        if token.dep != "conj" or not is_said or token.pos not in _NOMINAL or max(_below(children, token.i)) > verb.i:
            continue
        links = [i for i in children[first.i] if tokens[i].dep == "cc"]
        others = [i for i in children[first.i] if tokens[i].dep == "conj" and i < token.i]
        if links and others and links[-1] < others[-1] and _left(tokens, children, token.i).text == ",":
            said = next((tokens[i] for i in children[verb.i] if tokens[i].dep == "ccomp" and i < first.i), None)
            if said is not None:
                yield token._replace(head=verb.i, dep="nsubj")
                yield first._replace(head=said.i, dep="parataxis")


def surnamed(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Give a surname at the head of a sentence back the name read as a word: "Dagalo, writing on Friday, called on".

    A surname is one that ends a full name of the same text; a word that the text also writes small is none.
    """
    surnames = set(_surnames(tokens))
    for token in tokens if surnames else ():
        if token.text not in surnames or token.pos not in _OPEN_CLASSES or not _is_opening(tokens, token):
            continue
        after = tokens[token.i + 1 : token.i + 2]
        if not any(one.text == "," or one.pos in ("VERB", "AUX") for one in after):
            continue
        named = token._replace(pos="PROPN", tag="NNP", entity="PERSON", lemma=token.text.lower())
        verb = tokens[token.head]
        is_doer = verb.i > token.i and verb.tag in _FINITE and not _has_own_subject(tokens, children, verb)
        yield named._replace(dep="nsubj") if is_doer else named


def _surnames(tokens: Sequence[Token]) -> Iterator[str]:
    """Give the last words of the full names of a text that it never writes small."""
    small = {token.text for token in tokens if token.text.islower()}
    for first, last in pairwise(tokens):
        is_name = all(one.entity == "PERSON" and one.pos == "PROPN" for one in (first, last))
        is_whole = last.i + 1 == len(tokens) or tokens[last.i + 1].entity != "PERSON"
        if is_name and is_whole and len(last.text) > 2 and last.text.istitle() and last.text.lower() not in small:
            yield last.text


def _is_opening(tokens: Sequence[Token], token: Token) -> bool:
    """Say whether a token is the first of its sentence."""
    before = tokens[token.i - 1] if token.i else None
    return before is None or before.pos == "SPACE" or before.text in _ENDS


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN"


def _below(children: Children, i: int) -> list[int]:
    """Give a token and all that hangs on it."""
    found = [i]
    for place in found:
        found += children[place]
    return found


def edge(tokens: Sequence[Token], children: Children, i: int, *, auxiliaries: bool = False) -> int:
    """Give the first token of a phrase; of a verb the first of its auxiliaries."""
    if auxiliaries:
        return min([i, *(child for child in children[i] if tokens[child].dep in ("aux", "auxpass", "neg"))])
    first = i
    for child in children[i]:
        if child < first and tokens[child].dep not in ("punct", "cc"):
            first = min(first, edge(tokens, children, child))
    return first


def _left(tokens: Sequence[Token], children: Children, i: int) -> Token:
    """Give the token before a phrase, the phrase's first where none is."""
    return tokens[max(edge(tokens, children, i) - 1, 0)]


def _chain(tokens: Sequence[Token], i: int) -> list[int]:
    """Give the heads of a token up to its root."""
    found: list[int] = []
    while tokens[i].head != i and i not in found:
        found.append(i)
        i = tokens[i].head
    return [*found[1:], i]


def _ending_at(tokens: Sequence[Token], i: int, words: RepairWords) -> Token | None:
    """Give the noun whose phrase ends with a token: "envoys" for "peace" in "envoys of the peace"."""
    if i < 0 or tokens[i].pos not in _NOMINAL:
        return None
    token = tokens[i]
    while True:
        above = tokens[token.head]
        if token.dep in ("compound", "amod", "nmod", "poss") and above.i <= i:
            token = above
        elif (
            token.dep == "pobj"
            and above.lemma in words.belonging
            and above.i < i
            and tokens[above.head].pos in (*_NOMINAL, "ADP")
        ):
            token = tokens[above.head]
            while token.pos == "ADP":
                if token.head == token.i:
                    return None
                token = tokens[token.head]
        else:
            return token


def _has_own_subject(tokens: Sequence[Token], children: Children, verb: Token) -> bool:
    return any(tokens[child].dep in _SUBJECTS for child in children[verb.i])


def _has_named_object(tokens: Sequence[Token], children: Children, verb: Token) -> bool:
    return any(tokens[child].dep == "dobj" and tokens[child].pos == "PROPN" for child in children[verb.i])


def _has_verb(tokens: Sequence[Token], children: Children, root: int, but: int) -> bool:
    """Say whether another finite verb than one hangs on a root outside its relative clauses."""
    return any(
        tokens[child].tag in _FINITE and child != but and tokens[child].dep not in ("relcl", "acl")
        for child in children[root]
    )
