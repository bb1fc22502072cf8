"""Knows what is told of no one day: standing states and habits, and what is done by now and nobody dates."""

from dataclasses import replace
from datetime import date

from graph.model import Basis, Grain, Status, When
from ingest.document import Token
from ingest.times.account import Account
from ingest.times.again import is_lead
from ingest.times.bounding import AHEAD, undated
from ingest.times.clauses import Tense, chain, head_of, predicate_of
from ingest.times.values import interval

PRESENT = frozenset({"VBZ", "VBP"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "pcomp"})


def as_standing(account: Account, i: int, when: When, status: Status) -> When:
    """Give the time of an event, for a standing state or habit without a day of its own: by publication, no more."""
    is_carried = when.is_day() and (when.basis is Basis.INFERRED or when.edtf.endswith("?"))
    is_open = when.first is None or when.last is None or when.last == account.published.last
    if status in AHEAD or (is_open and not when.is_day()) or (not is_carried and _is_own(account, i, when)):
        return when
    return undated(account.published) if _is_standing(account, i) else when


def from_then_on(account: Account, i: int, when: When, status: Status) -> When:
    """Give the time of what is ahead where a day is that of the clause above it: "threatened on Monday to strike".

    What was ordered or planned on a day came on it or later.
    """
    is_ahead = status in AHEAD and not _is_own(account, i, when) and _has_clause_above(account, i)
    if when.first is None or when.first != when.last or not (is_ahead or _is_ordered(account, i)):
        return when
    return _since(when, when.first, None if is_ahead else account.published.last)


def of_owner(when: When, owner: When, status: Status) -> When:
    """Give the time of what somebody calls for, threatens or plans, undated itself: not before they did."""
    is_undated = when.basis is Basis.DOCUMENT and when.start is None
    if status not in AHEAD or not is_undated or owner.first is None:
        return when
    return _since(when, owner.first, None)


def _since(when: When, first: date, last: date | None) -> When:
    edtf = interval(first, last)
    return replace(when, first=first, last=last, edtf=edtf, grain=Grain.UNKNOWN, earliest=None, latest=None)


def _is_standing(account: Account, i: int) -> bool:
    """Say whether the clause of an event tells what stands or recurs, or a perfect what is done by now.

    In the present: "accuses", "are stationed". In the perfect past the lead, which tells news: "has pledged".
    """
    document, clauses = account.document, account.clauses
    verb = predicate_of(document, i)
    tense, is_news = clauses.tense_of(verb), is_lead(document, document.sentence_at(i))
    if tense not in (Tense.PRESENT, Tense.PERFECT) or not _is_told_by(account, i, verb):
        return False
    if tense is Tense.PERFECT:
        return not is_news or _is_since_something(account, verb)
    helpers = list(document.dependents(verb.i, "aux"))
    if verb.tag == "VBG" and helpers:  # "are advancing" is so today
        return False
    is_passive = any(True for _ in document.dependents(verb.i, "auxpass"))
    return is_passive or verb.dep == "relcl" or not is_news or _is_held(account, i)


def _is_held(account: Account, i: int) -> bool:
    """Say whether somebody is said to hold what a clause tells, not to have said it on a day: "all accuse him of it".

    A headline says so of the news of its day.
    """
    document = account.document
    above = (document.tokens[place] for place in chain(document, i))
    is_said = any(token.tag in PRESENT and account.clauses.is_report(token) for token in above)
    return is_said and not document.sentence_at(i).is_headline


def _is_told_by(account: Account, i: int, verb: Token) -> bool:
    """Say whether a verb tells the event itself, or only that it lasts: "protests have continued"."""
    token = account.document.tokens[i]
    if token.i == verb.i or token.pos != "NOUN":
        return True
    return token.head == verb.i and account.words.has("lasting", verb.lemma)


def _is_since_something(account: Account, verb: Token) -> bool:
    """Say whether a clause counts from something else: "since the war began they have killed thousands"."""
    document = account.document
    clauses = document.dependents(verb.i, "advcl", "prep")
    marks = [token for clause in clauses for token in (clause, *document.dependents(clause.i, "mark"))]
    return any(account.words.has("comparing", mark.text.lower()) for mark in marks)


def _is_ordered(account: Account, i: int) -> bool:
    """Say whether an event is what somebody ordered or planned: "the retreat was ordered on Monday"."""
    token = account.document.tokens[i]
    verb = account.document.tokens[token.head]
    return token.pos == "NOUN" and token.dep == "nsubjpass" and account.words.has("ordering", verb.lemma)


def _has_clause_above(account: Account, i: int) -> bool:
    """Say whether the clause of an event hangs on another."""
    return predicate_of(account.document, i).dep in CLAUSES


def _is_own(account: Account, i: int, when: When) -> bool:
    """Say whether the words of a time stand in the event's own clause."""
    document = account.document
    sentence = document.sentence_at(i)
    if when.start is None or when.end is None or not sentence.start <= when.start < sentence.end:
        return False
    head = head_of(document, sentence, when.start, when.end)
    verb = predicate_of(document, i)
    if head is None:
        return False
    return i in chain(document, head.i) or predicate_of(document, head.i).i == verb.i
