"""Gives the days of a sentence that a story can have reached by it."""

from dataclasses import replace
from datetime import date, timedelta

from graph.model import Basis, Published, When
from ingest.document import Document, Sentence, TimeExpression, Token
from ingest.times.account import DATELINE_REACH, Account, is_at_head, is_day
from ingest.times.bounding import bounding_word, is_bounding
from ingest.times.clauses import Tense, chain, head_of, predicate_of

RUNNING_DAYS = timedelta(60)
FRESH_DAYS = 7
ASIDE = frozenset({"relcl", "acl"})


def days_told(account: Account, sentence: Sentence, *, reports: bool = False) -> list[tuple[TimeExpression, bool]]:
    """Give the recent past days of a sentence, with whether each is the day of a report."""
    document, found, asides = account.document, [], set()
    for time in account.of(sentence):
        day = time.when.first if time.when and time.when.is_day() else None
        if day is None or not _is_recent(day, account.published):
            continue
        is_until = account.words.has("until", bounding_word(account, time).lower())
        if is_bounding(account, time) and not is_until:
            continue
        if is_at_head(account.document, time):
            continue
        head = head_of(document, sentence, time.start, time.end)
        if head and _is_in_passing(account, head):
            continue
        verb = predicate_of(document, head.i) if head else None
        if verb is not None and account.clauses.tense_of(verb) is Tense.PLUPERFECT and not is_until:
            continue  # what had happened before is not the day the story has reached
        is_old = is_passed(day, account.published.last)
        if reports and head and is_old and _is_aside(document, head.i):
            continue
        if head and _describes(account, head.i):
            if is_old:
                continue
            asides.add(time.start)
        found.append((time, verb is not None and account.clauses.is_report(verb)))
    return [one for one in found if one[0].start not in asides] or found


def _is_aside(document: Document, i: int) -> bool:
    """Say whether a word stands in a clause that only describes something: "the revolt that followed the murder"."""
    return any(document.tokens[place].dep in ASIDE for place in chain(document, i))


def _describes(account: Account, i: int) -> bool:
    """Say whether a word stands in a clause that says who is meant: "freed from the gang that held them on 2 May"."""
    tokens = account.document.tokens
    clause = next((tokens[place] for place in chain(account.document, i) if tokens[place].dep in ASIDE), None)
    if clause is None or clause.dep != "relcl" or any(True for _ in account.document.dependents(clause.i, "advmod")):
        return False
    return not account.words.is_deed(tokens[clause.head].lemma)


def _is_in_passing(account: Account, time: Token) -> bool:
    """Say whether a day only names a deed that another noun is of: "the guarantors of Friday's accord"."""
    tokens = account.document.tokens
    noun = tokens[time.head]
    prep = tokens[noun.head]
    is_of = noun.dep == "pobj" and account.words.has("belonging", prep.text.lower())
    return time.dep == "poss" and is_of and tokens[prep.head].pos in {"NOUN", "PROPN"}


def is_passed(day: date, published: date | None) -> bool:
    """Say whether a day lies too long before publication to be the news."""
    return published is not None and (published - day).days > FRESH_DAYS


def _is_recent(day: date, published: Published) -> bool:
    """Say whether a day is one a story can have reached: past, and not long before publication.

    Of an article without a day of publication: one that lies before the first it may have had, or, where that is not
    known, before the last.
    """
    limit = published.first
    if limit is None:
        return published.last is None or day <= published.last
    return day <= limit and limit - day <= RUNNING_DAYS


def dateline(account: Account, sentence: Sentence) -> When | None:
    """Give the day at the head of the article, where it stands apart from its sentences."""
    for time in account.within(0, min(DATELINE_REACH, sentence.end)):
        if time.when and is_day(time) and is_at_head(account.document, time):
            return replace(time.when, basis=Basis.INFERRED)
    return None
