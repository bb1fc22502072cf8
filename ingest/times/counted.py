"""Dates what a sentence counts from its main event: "struck on Monday, a day after rockets were fired"."""

import re
from dataclasses import replace
from datetime import date

from graph.model import Basis, Grain, When
from ingest.document import Sentence, TimeExpression, Token
from ingest.times.account import Account
from ingest.times.bounding import doubted
from ingest.times.clauses import Tense, chain, head_of, predicate_of
from ingest.times.reaching import running
from ingest.times.telling import own_day, told
from ingest.times.values import interval, shift_day

EXACT = re.compile(r"P(?P<number>\d{1,3})D")
WEEKS = re.compile(r"P(?P<number>\d{1,2})W")
# Values of lengths shorter than a day, as TIMEX3 has them.
SHORT = re.compile(r"PT[\dX]+[HM]")
# What a count of weeks leaves open.
ABOUT_DAYS = 3


def counted(account: Account, i: int, sentence: Sentence) -> When | None:
    """Date an event by what it came so long before or after, None where its sentence counts no such length.

    A length in days gives a day, in weeks about one; hours leave two days, and a vague length gives a bound.
    """
    up = chain(account.document, i)
    for time in account.within(sentence.start, sentence.end):
        mark = _mark_after(account, sentence, time)
        if mark is None or time.type != "DURATION":
            continue
        tokens = account.document.tokens
        inner = [token.i for token in account.document.dependents(mark.i, "pobj", "pcomp")]
        inner = [mark.head] if mark.dep == "mark" else inner
        inside = next((place for place in up if place in inner), None)
        if inside is None or _is_said(account, up, inside) or _has_own(account, i, sentence, inside):
            continue
        outer = predicate_of(account.document, tokens[tokens[mark.i].head].head if mark.dep == "mark" else mark.head)
        sure = _from_now(account, outer, mark) or told(account, outer.i, sentence)
        whens = sure or _reached(account, outer, sentence)
        if len(whens) == 1 and outer.i not in (i, *inner):
            found = _count(account, mark, time, whens[0]) if whens[0].is_day() else _bound(account, mark, whens[0])
            if found:
                return found if sure else doubted(found)
    return None


def _reached(account: Account, verb: Token, sentence: Sentence) -> tuple[When, ...]:
    """Give the day the story had reached, from which an undated main event counts: "it came an hour after the raid"."""
    when = running(account, verb.i, sentence)
    return (when,) if when.is_day() and when.basis is Basis.INFERRED else ()


def _from_now(account: Account, verb: Token, mark: Token) -> tuple[When, ...]:
    """Give the day of publication where a length has passed by then: "it is four days since the mayor was killed"."""
    document, day = account.document, account.published.day
    is_it = any(account.words.has("pointing", token.text.lower()) for token in document.dependents(verb.i, "nsubj"))
    is_now = account.clauses.tense_of(verb) in (Tense.PRESENT, Tense.PERFECT)
    if (
        day is None
        or verb.lemma != "be"
        or not (is_it and is_now and account.words.has("comparing", mark.text.lower()))
    ):
        return ()
    return (When(day, day, Grain.DAY, Basis.PUBLICATION, day.isoformat()),)


def measured(account: Account, i: int, sentence: Sentence) -> When | None:
    """Date an event by how long it had gone on: "six weeks of war", "months of street protests".

    It ends with the day of what the length hangs on, or by publication; only a length in days or weeks tells where
    it began.
    """
    document, token = account.document, account.document.tokens[i]
    unit = document.tokens[document.tokens[token.head].head]
    if token.dep != "pobj" or document.tokens[token.head].lemma != "of":
        return None
    for time in account.within(sentence.start, sentence.end):
        if time.type == "DURATION" and time.start <= unit.start < time.end <= token.start:
            outer = told(account, unit.i, sentence)
            last = outer[0].last if outer else account.published.last
            if last is None:
                return None
            number = EXACT.fullmatch(time.value) or WEEKS.fullmatch(time.value)
            days = int(number["number"]) * (1 if EXACT.fullmatch(time.value) else 7) if number else 0
            first = shift_day(last, -days) if number else None
            edtf = interval(first, last, "~" if first else "")
            return When(first, last, Grain.UNKNOWN, Basis.INFERRED, edtf, time.text, time.start, time.end)
    return None


def _is_said(account: Account, up: dict[int, int], inside: int) -> bool:
    """Say whether an event is only said within the clause that is counted from."""
    tokens = account.document.tokens
    return any(tokens[place].dep == "ccomp" for place in up if up[place] < up[inside])


def _has_own(account: Account, i: int, sentence: Sentence, inside: int) -> bool:
    """Say whether an event has a day of its own within the clause that is counted from."""
    own = own_day(account, i, sentence)
    if own is None or own.start is None or own.end is None:
        return False
    head = head_of(account.document, sentence, own.start, own.end)
    return head is not None and inside in chain(account.document, head.i)


def _mark_after(account: Account, sentence: Sentence, time: TimeExpression) -> Token | None:
    """Give the word right after a length that counts it from an event: "after", "before"."""
    for token in account.document.tokens_of(sentence):
        if token.start >= time.end:
            word = token.text.lower()
            is_mark = account.words.has("later-clause", word) or account.words.has("earlier-clause", word)
            return token if is_mark and token.dep in {"mark", "prep"} else None
    return None


def _count(account: Account, mark: Token, time: TimeExpression, main: When) -> When | None:
    """Go from the day of the main event back by what it came after, or on by what it came before."""
    if main.first is None:
        return None
    sign = -1 if account.words.has("later-clause", mark.text.lower()) else 1
    first, last = _stretch(time.value, main.first, sign)
    about = "~" if first and last and WEEKS.fullmatch(time.value) else ""
    grain = Grain.DAY if first == last else Grain.UNKNOWN
    words = account.document.text[time.start : mark.end]
    edtf = interval(first, last, about)
    found = replace(
        main, first=first, last=last, edtf=edtf, grain=grain, expression=words, start=time.start, end=mark.end
    )
    return replace(found, earliest=None, latest=None)


def _bound(account: Account, mark: Token, main: When) -> When | None:
    """Bound what came some time before or after a main event of which no day is known."""
    is_before = account.words.has("later-clause", mark.text.lower())
    first, last = (None, main.last) if is_before else (main.first, None)
    edtf = interval(first, last)
    return replace(main, first=first, last=last, edtf=edtf, grain=Grain.UNKNOWN) if edtf else None


def _stretch(length: str, day: date, sign: int) -> tuple[date | None, date | None]:
    """Give the days a length away from a day: back where sign is -1, on where it is 1."""
    if SHORT.fullmatch(length):
        other = shift_day(day, sign) or day
        return min(day, other), max(day, other)
    if days := EXACT.fullmatch(length):
        moved = shift_day(day, sign * int(days["number"]))
        return moved, moved
    if weeks := WEEKS.fullmatch(length):
        number = sign * 7 * int(weeks["number"])
        return shift_day(day, number - ABOUT_DAYS), shift_day(day, number + ABOUT_DAYS)
    other = shift_day(day, sign) or day
    return (None, other) if sign < 0 else (other, None)
