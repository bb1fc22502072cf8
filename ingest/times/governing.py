"""Says on which day an event happened: by its own clause, then its sentence, then the running day of the account."""

from dataclasses import replace

from graph.model import Basis, Published, When
from ingest.document import Document, TimeExpression
from ingest.times.account import Account
from ingest.times.again import named_again, summed_up
from ingest.times.bounding import doubted
from ingest.times.claimed import claimed
from ingest.times.clauses import TOLD, Clauses, Tense, predicate_of
from ingest.times.counted import counted, measured
from ingest.times.reaching import at_any_time, ever_since, retold, running
from ingest.times.telling import told
from ingest.times.values import shift_day
from ingest.times.wording import Wording

# How far from the day an account has reached an event lies that has none of its own: 19 of 20 lie no farther.
# Neither goes beyond DOUBT_DAYS, by which merging and the pages find such an event.
DAYS_BEFORE, DAYS_AFTER = 3, 1


def account_of(document: Document, times: tuple[TimeExpression, ...], published: Published, words: Wording) -> Account:
    """Make ready to date the events of a document. words: what read_wording gave."""
    return Account(Clauses(document, words), times, published)


def govern(account: Account, i: int) -> When:
    """Say when the event happened that the token i tells.

    Where nothing dates it: not after publication, never a day.
    """
    return govern_all(account, i)[0]


def govern_all(account: Account, i: int) -> tuple[When, ...]:
    """Say when an event happened, one When a day where coordinated days make it several."""
    return tuple(_ended(account, i, when) for when in _govern(account, i))


def _govern(account: Account, i: int) -> tuple[When, ...]:
    sentence = account.document.sentence_at(i)
    before = measured(account, i, sentence) or counted(account, i, sentence)
    if before:
        return (_around(before) if before.edtf.endswith("?") else before,)
    if deed := claimed(account, i):
        return (_around(deed),)
    since = ever_since(account, i, sentence)
    here = told(account, i, sentence)
    if since and account.clauses.tense_of(predicate_of(account.document, i)) is Tense.PERFECT:
        return (since,)  # "since then shelling and the raid of late May have killed ten"
    if here:
        return tuple(_around(when) if when.edtf.endswith("?") else when for when in here)
    if sentence.is_headline:
        return (_around(retold(account, i, sentence)),)
    if since:
        return (since,)
    again = at_any_time(account, i) or named_again(account, i) or summed_up(account, i, sentence)
    if again:
        return (again,)
    return (_around(doubted(running(account, i, sentence))),)


def _around(when: When) -> When:
    """Give a day that is no more than likely the days it may have been: some before, one after it."""
    if when.first is None or not when.is_day() or not (when.basis is Basis.INFERRED or when.edtf.endswith("?")):
        return when
    latest = max(filter(None, (when.latest, shift_day(when.first, DAYS_AFTER), when.first)))
    return replace(when, earliest=shift_day(when.first, -DAYS_BEFORE), latest=latest)


def _ended(account: Account, i: int, when: When) -> When:
    """Let what is told as past, and what a past day only may be the day of, be over by publication."""
    last = account.published.last
    is_past = when.edtf.endswith("?") or account.clauses.tense_of(predicate_of(account.document, i)) in TOLD
    if when.latest is None or when.last is None or last is None or not is_past or not when.last <= last < when.latest:
        return when
    return replace(when, latest=last)
