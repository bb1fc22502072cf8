"""Reads the words that make a time one end of a stretch, and those that join it to another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from graph.model import Basis, Grain, Published, Status, When
from ingest.document import Sentence, TimeExpression
from ingest.times.account import Account, is_day
from ingest.times.clauses import chain, clause_mark, head_of, predicate_of
from ingest.times.values import interval

DEICTIC = "deictic"
CLAUSE_WORDS = 2  # between two days that may open a clause: "and on"
COARSE = re.compile(r"\d{4}(?:-\d\d)?")
# The rule of "two days after the truce": its "after" belongs to the time and bounds nothing.
COUNTED_RULE = "shift-from-event"
AHEAD = frozenset({Status.PLANNED, Status.CALLED_FOR, Status.THREATENED, Status.CONDITIONAL})
BEHIND = frozenset({Status.HABITUAL, Status.HISTORICAL})


def undated(published: Published) -> When:
    """Give the bounds of an event nobody dates: not after publication."""
    last = published.last
    return When(None, last, Grain.UNKNOWN, Basis.DOCUMENT, interval(None, last))


def bounding_word(account: Account, time: TimeExpression) -> str:
    """Give the word before a time that makes it the end of a stretch (since, until, after), "" for none.

    In "after the 16 November murder" the word belongs to the murder, in "before dawn on Sunday" to the dawn.
    """
    text, words = account.document.text, account.words
    found = words.bounding.search(text, max(0, time.start - 20), time.start)
    if not found or words.attributive.match(text, time.end):
        return ""
    word = " ".join(found[1].lower().split())
    first = time.text.split()[0].lower() if time.text.split() else ""
    return "" if words.has("earlier-clause", word) and words.has("dawn", first) else word


def is_bounding(account: Account, time: TimeExpression) -> bool:
    """Say whether a time is the end of a stretch."""
    return bool(bounding_word(account, time))


def bounded(account: Account, i: int, time: TimeExpression, here: list[TimeExpression]) -> When | None:
    """Read "since May", "until Friday", "from 5 to 8 May": the interval they leave, None for a plain time."""
    when, words = time.when, account.words
    if (whole := _range(account, time, here)) is not None:
        return whole
    word = bounding_word(account, time)
    head = head_of(account.document, account.document.sentence_at(i), time.start, time.end)
    if not word and head and time.rule != COUNTED_RULE:
        word = account.clauses.holding_word(i, head)
    if not word or when is None:
        return None
    if words.has("onward", word) or words.has("opening", word):  # "between 1983 and" an end that nobody could read
        return since(when, account.published.last)
    if words.has("thereafter", word):
        return span(when, when.last, account.published.last)
    return span(when, None, when.last if words.has("until", word) else when.first)


def _range(account: Account, time: TimeExpression, here: Sequence[TimeExpression]) -> When | None:
    """Give the stretch of which a time is an end: "from 5 to 8 May", "between May and July", "3-5 June"."""
    text, words = account.document.text, account.words
    place = here.index(time) if time in here else len(here)
    for one, other in pairwise(here[max(0, place - 1) : place + 2]):
        between = text[one.end : other.start]
        is_opened = words.has("opening", bounding_word(account, one))
        is_range = words.span.fullmatch(between) and (is_opened or not words.joined.fullmatch(between))
        if is_range and one.when and other.when and one.when.first and other.when.last:
            found = span(one.when, one.when.first, other.when.last, end=other.end, text=text)
            ends = one.when.edtf, other.when.edtf
            is_coarse = found.last == other.when.last and all(COARSE.fullmatch(end) for end in ends)
            return replace(found, edtf="/".join(ends)) if is_coarse else found
    return None


def beside(account: Account, i: int, sentence: Sentence, time: TimeExpression) -> When | None:
    """Read "after rockets were fired on Monday, the army struck": the army struck on Monday or later."""
    document, when = account.document, time.when
    head = head_of(document, sentence, time.start, time.end)
    mark = clause_mark(document, i, head) if head else ""
    if when is None or not mark:
        return None
    row = [one.when for one in coordinated(account, time, account.of(sentence)) if one.when]
    if account.words.has("later-clause", mark):
        return span(when, row[-1].last, account.published.last)
    if account.words.has("earlier-clause", mark):
        return span(when, None, row[0].first)
    return None


def after_gerund(account: Account, i: int, sentence: Sentence, time: TimeExpression) -> When | None:
    """Read "after leaving the base on Monday night, they were shot": likely on that night, None for other clauses."""
    document, up = account.document, chain(account.document, i)
    head = head_of(document, sentence, time.start, time.end)
    if head is None or time.when is None or not time.when.is_day():
        return None
    clauses = (place for place in chain(document, head.i) if document.tokens[place].dep == "pcomp")
    clause = next((document.tokens[place] for place in clauses if place not in up), None)
    if clause is None or clause.tag != "VBG" or any(True for _ in document.dependents(clause.i, "nsubj", "aux")):
        return None
    is_after = account.words.has("later-clause", document.tokens[clause.head].text.lower())
    return doubted(time.when) if is_after else None


def doubted(when: When) -> When:
    """Mark the day of an event as uncertain; bounds stay as they are."""
    is_plain_day = when.first is not None and when.is_day() and when.edtf == when.first.isoformat()
    return replace(when, edtf=f"{when.edtf}?") if is_plain_day else when


def as_told(when: When, status: Status, published: Published) -> When:
    """Give the time of an event by how it is told.

    What is only planned by publication begins with it: "are to leave by May". Where no more is known than the day the
    account had reached, what is planned, called for or threatened lies on it or later; a habit, on it or before.
    """
    is_to_come = published.first is not None and when.last is not None and when.last >= published.first
    if status is Status.PLANNED and when.first is None and is_to_come:
        last = None if when.basis is Basis.DOCUMENT and when.start is None else when.last
        return replace(when, first=published.first, last=last, edtf=interval(published.first, last))
    is_carried = when.is_day() and (when.basis is Basis.INFERRED or when.edtf.endswith("?"))
    if not is_carried or status not in AHEAD | BEHIND:
        return when
    first, last = (when.first, None) if status in AHEAD else (None, when.last)
    edtf = interval(first, last)
    return replace(when, first=first, last=last, edtf=edtf, grain=Grain.UNKNOWN, earliest=None, latest=None)


def span(when: When, first: date | None, last: date | None, end: int | None = None, text: str = "") -> When:
    """Give an interval in place of a time; one turned round is left as it was."""
    if first and last and first > last:
        return when
    words = text[when.start : end] if end and when.start is not None else when.expression
    grain = when.grain if first == last else Grain.UNKNOWN
    edtf = interval(first, last)
    return replace(when, first=first, last=last, edtf=edtf, grain=grain, expression=words, end=end or when.end)


def since(when: When, last: date | None) -> When:
    """Give the stretch from a time to a day; it begins as coarsely as the time is told: "since 1964"."""
    found = span(when, when.first, last)
    is_coarse = COARSE.fullmatch(when.edtf) is not None and found.first != found.last and found.last == last
    return replace(found, edtf=f"{when.edtf}/{last or ''}") if is_coarse else found


def until_publication(time: TimeExpression, published: Published) -> When:
    """Give the When of a time, cut at publication where it reaches past it."""
    when = time.when
    if when is None:
        return undated(published)
    if when.first and when.last and published.last and when.first <= published.last < when.last:
        return replace(when, last=published.last, edtf=interval(when.first, published.last))
    return when


def coordinated(account: Account, chosen: TimeExpression, here: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Give a chosen time with those joined to it by "and" or a comma: two days make two events, as two years do."""
    text = account.document.text
    row = [time for time in here if _is_alike(time, chosen)]
    if chosen not in row:
        return [chosen]
    low = high = row.index(chosen)
    while low > 0 and _are_joined(account, row[low - 1], row[low]):
        low -= 1
    while high + 1 < len(row) and _are_joined(account, row[high], row[high + 1]):
        high += 1
    return [one for place, one in enumerate(row[low : high + 1], low) if not _is_named_next(text, row, place, high)]


def _is_alike(time: TimeExpression, chosen: TimeExpression) -> bool:
    """Say whether a time is as fine as another: a day as a day, a month as a month, a year as a year."""
    if is_day(chosen) or time.when is None or chosen.when is None:
        return is_day(time) and is_day(chosen)
    is_plain = all(COARSE.fullmatch(when.edtf) for when in (time.when, chosen.when))
    return is_plain and len(time.when.edtf) == len(chosen.when.edtf)


def _are_joined(account: Account, one: TimeExpression, other: TimeExpression) -> bool:
    """Say whether two days are joined: not in "left on Monday, and on Tuesday others fled", where each has its verb."""
    document = account.document
    between = document.text[one.end : other.start]
    if not account.words.joined.fullmatch(between):
        return False
    if len(between.split()) < CLAUSE_WORDS:
        return True
    sentence = next(s for s in document.sentences if s.start <= one.start < s.end)
    heads = [head_of(document, sentence, time.start, time.end) for time in (one, other)]
    verbs = {predicate_of(document, head.i).i for head in heads if head}
    return len(verbs) < 2


def _is_named_next(text: str, row: Sequence[TimeExpression], place: int, high: int) -> bool:
    """Say whether a day is named by the date after its comma: "today, 30 June" is one day."""
    if place == high or not row[place].rule.startswith(DEICTIC) or row[place + 1].rule.startswith(DEICTIC):
        return False
    return text[row[place].end : row[place + 1].start].strip() == ","
