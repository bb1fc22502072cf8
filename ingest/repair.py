"""Mends slips the parser makes often: what a word hangs on, where the sentence leaves no doubt.

Each repair takes the tokens of one sentence by place and gives those it changes. Words stand in lexicons/repairs.toml.
"""

from collections.abc import Iterator, Sequence

from ingest.document import Token
from ingest.repair_clauses import (
    counted_among,
    finite_again,
    harming,
    headed,
    named_blow,
    pleaded_with,
    resumed,
    stricken,
    went_on,
)
from ingest.repair_harms import blasted, outright, some_of_them
from ingest.repair_joined import own_doers, same_doer
from ingest.repair_lists import acronyms, enumerated
from ingest.repair_names import closed_lists, joined_doers, led_by, renamed, renaming, surnamed, unsubjected
from ingest.repair_relatives import told_as
from ingest.repair_words import Children, Repair, RepairWords

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_LOOSE = frozenset(("parataxis", "ccomp"))
OBJECTIVE = frozenset(("PRP$", "WDT", "WP", "WP$"))


def repaired(tokens: Sequence[Token], words: RepairWords, repairs: Sequence[Repair] | None = None) -> list[Token]:
    """Give the tokens of a text with slips mended; places in heads are those of the list.

    repairs: those to try, in order; all where none are given. What one would make hang on itself stays as it was.
    """
    mended = list(tokens)
    for repair in REPAIRS if repairs is None else repairs:
        children: list[list[int]] = [[] for _ in mended]
        for token in mended:
            if token.head != token.i:
                children[token.head].append(token.i)
        mended = _changed(mended, {token.i: token for token in repair(mended, children, words)})
    return mended


def _changed(tokens: list[Token], changes: dict[int, Token]) -> list[Token]:
    """Give tokens with changes made, but for those that would hang on themselves."""
    while changes:
        tried = [changes.get(token.i, token) for token in tokens]
        circling = [place for place in changes if _hangs_on_itself(tried, place)]
        if not circling:
            return tried
        changes = {place: token for place, token in changes.items() if place not in circling}
    return tokens


def _hangs_on_itself(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a token's heads lead back to it, other than by its being a root."""
    seen: set[int] = set()
    above = tokens[place].head
    while above not in seen and tokens[above].head != above:
        if above == place:
            return True
        seen.add(above)
        above = tokens[above].head
    return False


def _lifted(tokens: Sequence[Token], children: Children, words: RepairWords) -> Iterator[Token]:
    """Join to the verb of saying what goes on with who spoke: "denied that it had lost it and accused the rebels"."""
    for token in tokens:
        if token.dep != "conj" or token.tag not in ("VBD", "VBZ", "VBP"):
            continue
        if any(tokens[child].dep in SUBJECTS | {"aux", "auxpass"} for child in children[token.i]):
            continue
        first = tokens[token.head]
        while first.dep == "conj":
            first = tokens[first.head]
        is_clause = first.dep == "ccomp" and first.head < first.i
        if is_clause and tokens[first.head].lemma in words.saying:
            if token.lemma in words.going_on or _breaks_off(tokens, children, first, token):
                yield token._replace(head=first.head)
            continue
        teller = _teller(tokens, children, first, words) if token.lemma in words.going_on else None
        if teller and (_is_after_comma(tokens, token) or (is_clause and _breaks_off(tokens, children, first, token))):
            yield token._replace(head=teller.i)


def _is_after_comma(tokens: Sequence[Token], token: Token) -> bool:
    """Say whether a comma and "and" stand right before a verb."""
    return token.i > 1 and tokens[token.i - 1].dep == "cc" and tokens[token.i - 2].text == ","


def _teller(tokens: Sequence[Token], children: Children, clause: Token, words: RepairWords) -> Token | None:
    """Give the verb of saying some clauses above: "said that it believed that they had fled, and accused"."""
    while clause.dep in ("ccomp", "xcomp") and clause.head < clause.i:
        clause = tokens[clause.head]
        is_passive = any(tokens[child].dep in ("nsubjpass", "auxpass") for child in children[clause.i])
        if clause.lemma in words.saying and not is_passive:  # "said ten were reported killed, and called for calm"
            return clause
    return None


def _breaks_off(tokens: Sequence[Token], children: Children, first: Token, token: Token) -> bool:
    """Say whether a comma and another tense end a clause: "said that it had been a mistake, and offered help"."""
    auxiliaries = {tokens[child].tag for child in children[first.i] if tokens[child].dep == "aux"}
    had = any(tokens[child].lemma == "have" for child in children[first.i] if tokens[child].dep == "aux")
    links = [i for i in range(first.i, token.i) if tokens[i].dep == "cc" and tokens[i].head in (token.head, first.i)]
    is_other_tense = token.tag == "VBD" and (had or "MD" in auxiliaries)
    return is_other_tense and bool(links) and tokens[links[-1] - 1].text == ","


def _named_whole(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Make one subject of two that touch: "the rebel Free Army threatened", "Chad's rebel Free Army threatened"."""
    for one, two in _double_subjects(tokens, children):
        first = min([two.i, *(child for child in children[two.i] if tokens[child].dep in ("compound", "amod", "nmod"))])
        if one.i == first - 1 and one.pos in ("ADJ", "NOUN", "PROPN") and two.pos == "PROPN":
            yield one._replace(head=two.i, dep="amod" if one.pos == "ADJ" else "compound")
            for child in children[one.i]:
                if child < one.i:
                    yield tokens[child]._replace(head=two.i)


def _own_verb(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Give a subject back the verb taken for its participle: "Peru, which signed, offered help, but Chile refused"."""
    for one, two in _double_subjects(tokens, children):
        main = tokens[two.head]
        joined = [tokens[child] for child in children[one.i] if tokens[child].dep == "cc"]
        verbs = [
            tokens[child] for child in children[one.i] if tokens[child].dep == "acl" and tokens[child].tag == "VBN"
        ]
        if len(verbs) != 1 or not joined or not one.i < verbs[0].i < joined[0].i < two.i:
            continue
        verb = verbs[0]
        is_root = main.head == main.i
        yield verb._replace(head=verb.i if is_root else main.head, dep=main.dep, tag="VBD")
        yield main._replace(head=verb.i, dep="conj")
        yield one._replace(head=verb.i)
        yield joined[0]._replace(head=verb.i)


def _chained(tokens: Sequence[Token], children: Children, _: RepairWords) -> Iterator[Token]:
    """Put the verbs of a list in order: "Lima apologised, said that it was a mistake, and offered help"."""
    for token in tokens:
        if token.tag not in ("VBD", "VBZ", "VBP") or any(tokens[child].dep in SUBJECTS for child in children[token.i]):
            continue
        before = [tokens[child] for child in children[token.i] if child < token.i and tokens[child].dep in _LOOSE]
        for first in before[-1:]:
            is_next = tokens[token.i - 1].text == "," and first.tag == token.tag
            if is_next and any(tokens[child].dep in SUBJECTS for child in children[first.i]):
                yield first._replace(head=first.i if token.head == token.i else token.head, dep=token.dep)
                yield token._replace(head=first.i, dep="conj")


def _restrictive(tokens: Sequence[Token], _: Children, __: RepairWords) -> Iterator[Token]:
    """Give a clause without a comma to the noun above a name: "a lawmaker close to Juan Lopez who was jailed"."""
    for token in tokens:
        name = tokens[token.head]
        is_restricted = token.dep == "relcl" and name.pos == "PROPN" and name.dep == "pobj"
        if not is_restricted or token.i < name.i or tokens[name.i + 1].tag not in ("WP", "WDT"):
            continue
        above = tokens[tokens[name.head].head]
        while above.pos in ("ADJ", "ADV") and above.head != above.i:
            above = tokens[above.head]
        if above.pos == "NOUN" and above.i < name.i:
            yield token._replace(head=above.i)


def _apart(tokens: Sequence[Token], _: Children, __: RepairWords) -> Iterator[Token]:
    """Part from a verb what stands before a semicolon: "ten died; the army denied that it had fired"."""
    for token in tokens:
        is_before = token.dep in ("ccomp", "advcl") and token.head > token.i
        if is_before and any(between.text == ";" for between in tokens[token.i : token.head]):
            yield token._replace(head=token.i, dep="ROOT")


def _double_subjects(tokens: Sequence[Token], children: Children) -> Iterator[tuple[Token, Token]]:
    """Give the two subjects of each verb that has two before it."""
    for token in tokens:
        subjects = [tokens[child] for child in children[token.i] if tokens[child].dep in SUBJECTS and child < token.i]
        if len(subjects) == 2 and not any(subject.tag in OBJECTIVE for subject in subjects):
            yield subjects[0], subjects[1]


REPAIRS: tuple[Repair, ...] = (
    surnamed, acronyms, enumerated, _lifted, _named_whole, _own_verb, _chained, _restrictive, _apart,
    renamed, renaming, led_by, unsubjected, joined_doers, closed_lists, headed, resumed, went_on, harming,
    outright, blasted, some_of_them, stricken, counted_among, told_as,
    named_blow, pleaded_with, finite_again, own_doers, same_doer,
)  # fmt: skip
