"""Knows where a story goes back to a month or year before: the day it had reached holds no more."""

from dataclasses import replace
from datetime import date

from graph.model import Basis, Grain, When
from ingest.document import Sentence
from ingest.times.account import Account
from ingest.times.bounding import is_bounding, since
from ingest.times.clauses import Tense, head_of, predicate_of

OPENING_REACH = 12
COARSE = frozenset({Grain.MONTH, Grain.SEASON, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.DECADE})


def gone_back(account: Account, sentence: Sentence) -> When | None:
    """Give the month or year to which a sentence goes back ("In May they burned a school."), None for no such one."""
    for time in account.of(sentence)[:1]:
        head = head_of(account.document, sentence, time.start, time.end)
        when, last = time.when, account.published.last
        is_opening = (
            head is not None and time.start - sentence.start <= OPENING_REACH and not is_bounding(account, time)
        )
        is_back = when is not None and when.grain in COARSE and when.last and last and when.last < last
        if when and head and is_opening and is_back:
            verb = predicate_of(account.document, head.i)
            is_told = account.clauses.tense_of(verb) is Tense.PAST and not account.clauses.is_report(verb)
            return _held(when, last) if is_told else None
    return None


def _held(when: When, last: date | None) -> When:
    """Give what a story that went back to a time tells next: likely of that month, or since that year."""
    if when.grain is not Grain.MONTH:
        return since(replace(when, basis=Basis.INFERRED), last)
    return replace(when, basis=Basis.INFERRED, edtf=f"{when.edtf}?", earliest=when.first, latest=last)
