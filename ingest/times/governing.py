"""Says on which day an event happened: by its own clause, then its sentence, then the running day of the story."""

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.model import Basis, Grain, Published, When
from ingest.document import Document, Sentence, TimeExpression, Token
from ingest.times.values import interval

REPORTING = frozenset({
    "say", "report", "announce", "tell", "add", "confirm", "claim", "state", "declare", "warn", "accuse", "deny",
    "quote", "note", "insist", "explain", "reveal", "learn", "acknowledge", "argue", "write", "comment",
    "disclose", "call", "condemn", "denounce", "express", "demand", "ask", "urge",
})  # fmt: skip
BOUNDING = re.compile(
    r"\b(since|until|till|before|after|by|for|from|following|ahead of|prior to)\s+(?:about |around |the )?$", re.I
)
FINE = frozenset({Grain.MINUTE, Grain.PART_OF_DAY, Grain.DAY})
CLAUSE_DEPS = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "conj", "csubj"})
RUNNING_SENTENCES = 8
FAR = 1000


def govern(document: Document, i: int, times: tuple[TimeExpression, ...], published: Published) -> When:
    """Say when the event happened that the token i tells.

    Where nothing dates it: not after publication, never a day.
    """
    return govern_all(document, i, times, published)[0]


def govern_all(document: Document, i: int, times: tuple[TimeExpression, ...], published: Published) -> tuple[When, ...]:
    """Say when an event happened, one When a day where coordinated days make it several."""
    sentence = document.sentence_at(i)
    here = [time for time in times if sentence.start <= time.start < sentence.end and is_placed(time)]
    chosen = _choose(document, i, sentence, here)
    if chosen:
        return tuple(_bound(one, published) for one in _coordinated(document.text, chosen, here))
    running = _running(document, sentence, times)
    if running and running.when:
        return (replace(_bound(running, published), basis=Basis.INFERRED),)
    return (undated(published),)


def undated(published: Published) -> When:
    """Give the bounds of an event nobody dates: not after publication."""
    last = published.last
    return When(None, last, Grain.UNKNOWN, Basis.DOCUMENT, interval(None, last))


def is_placed(time: TimeExpression) -> bool:
    """Say whether an expression names a stretch of the calendar that can hold an event."""
    return time.type in {"DATE", "TIME"} and time.when is not None and time.rule != "present"


def _bound(time: TimeExpression, published: Published) -> When:
    """Give the When of a time, cut at publication where it reaches past it."""
    when = time.when
    if when is None:
        return undated(published)
    if when.first and when.last and published.last and when.first <= published.last < when.last:
        last = published.last
        return replace(when, last=last, edtf=interval(when.first, last))
    return when


def _choose(document: Document, i: int, sentence: Sentence, here: list[TimeExpression]) -> TimeExpression | None:
    """Choose the time of the sentence that governs a token: the one nearest to it in the tree, then in the text."""
    ranked = []
    for time in here:
        cost = _distance(document, i, sentence, time)
        if cost is not None:
            fine = time.when is not None and time.when.grain in FINE
            ranked.append((cost + (0 if fine else 2), abs(time.start - document.tokens[i].start), time))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _distance(document: Document, i: int, sentence: Sentence, time: TimeExpression) -> float | None:
    """Say how far a time is from governing a token, None where it governs something else."""
    head = _head(document, sentence, time)
    if head is None:
        return FAR
    if BOUNDING.search(document.text, max(0, time.start - 16), time.start):
        return None
    up = _chain(document, i)
    for token, steps in _chain(document, head.i).items():
        if token in up:
            return steps + _climb(document, up, token)
    return FAR


def _climb(document: Document, up: dict[int, int], meeting: int) -> float:
    """Say what it costs to go from a token up to where it meets its time."""
    cost = 0.0
    for place, steps in up.items():
        if steps >= up[meeting]:
            break
        token = document.tokens[place]
        cost += 1
        if token.dep in CLAUSE_DEPS and token.dep != "conj":
            parent = document.tokens[token.head]
            cost += 6 if token.dep == "ccomp" and parent.lemma in REPORTING else 3
    return cost


def _chain(document: Document, i: int) -> dict[int, int]:
    """Give a token and its governors up to the root, with their distance."""
    chain: dict[int, int] = {}
    while i not in chain:
        chain[i] = len(chain)
        i = document.tokens[i].head
    return chain


def _head(document: Document, sentence: Sentence, time: TimeExpression) -> Token | None:
    """Give the token of an expression whose governor lies outside it."""
    inside = [token for token in document.tokens_of(sentence) if time.start <= token.start < time.end]
    ids = {token.i for token in inside}
    return next((token for token in inside if token.head not in ids or token.head == token.i), None)


def _coordinated(text: str, chosen: TimeExpression, here: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Give a chosen time with those joined to it by "and" or a comma: two days make two events."""
    row = sorted((time for time in here if _is_day(time)), key=lambda time: time.start)
    if chosen not in row:
        return [chosen]
    place = row.index(chosen)
    low = high = place
    while low > 0 and _is_joined(text, row[low - 1], row[low]):
        low -= 1
    while high + 1 < len(row) and _is_joined(text, row[high], row[high + 1]):
        high += 1
    return row[low : high + 1]


def _is_day(time: TimeExpression) -> bool:
    return time.when is not None and time.when.is_day()


def _is_joined(text: str, one: TimeExpression, two: TimeExpression) -> bool:
    return bool(re.fullmatch(r"\s*(?:,|,? and|&)\s+(?:on |the |again on )?", text[one.end : two.start]))


def _running(document: Document, sentence: Sentence, times: tuple[TimeExpression, ...]) -> TimeExpression | None:
    """Give the day the story had reached before a sentence."""
    start = document.sentences[max(0, sentence.number - RUNNING_SENTENCES)].start
    past = [time for time in times if start <= time.start < sentence.start and is_placed(time) and _is_day(time)]
    return past[-1] if past else None
