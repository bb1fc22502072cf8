"""Knows where a story goes back to a month or year before: the day it had reached holds no more."""

from dataclasses import replace

from graph.model import Basis, Grain, When
from ingest.document import Sentence
from ingest.times.account import Account
from ingest.times.bounding import is_bounding, since
from ingest.times.clauses import Tense, head_of, predicate_of

OPENING_REACH = 12
COARSE = frozenset({Grain.MONTH, Grain.SEASON, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.DECADE})


def gone_back(account: Account, sentence: Sentence) -> When | None:
    """Give the stretch from a month or year to which a sentence goes back ("In May they burned a school."), no day."""
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
            return since(replace(when, basis=Basis.INFERRED), last) if is_told else None
    return None
