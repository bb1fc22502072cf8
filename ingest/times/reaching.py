"""Dates events by the rest of their account: the lead of a headline, the same event named again, the day reached."""

import re
from dataclasses import replace
from datetime import date, timedelta

from graph.model import Basis, Grain, When
from ingest.document import Document, Sentence, TimeExpression, Token
from ingest.times.clauses import Tense, chain, head_of, predicate_of
from ingest.times.telling import Account, is_bounding, is_day, own_day, told, undated
from ingest.times.values import interval

DATELINE_REACH = 400
AFTER_DATELINE = re.compile(r"\s*(?:\n|--|[-–—] |\(|\||$)")
RUNNING_SENTENCES = 8
RUNNING_DAYS = timedelta(60)
FRESH_DAYS = 7
LEAD_SENTENCES = 3
SAME_WORD_REACH = 400
STEM = 5
SUMMING_SENTENCES = 2


def retold(account: Account, i: int, sentence: Sentence) -> When:
    """Date an event of a headline by the lead: by the same word there, else by the lead's own time."""
    document = account.document
    lemma = document.tokens[i].lemma
    lead = [one for one in document.sentences[sentence.number + 1 :][: LEAD_SENTENCES * 2] if not one.is_headline]
    lead = lead[:LEAD_SENTENCES]
    for one in lead:
        for token in document.tokens_of(one):
            if token.lemma == lemma and (found := told(account, token.i, one)):
                return replace(found[0], basis=Basis.INFERRED)
    for one in lead[:1]:
        if found := told(account, root_of(document, one), one):
            return replace(found[0], basis=Basis.INFERRED)
    return _dateline(account, lead[0] if lead else sentence) or undated(account.published)


def named_again(account: Account, i: int) -> When | None:
    """Date "the raid" or "its launch" by the same word where it stands with a day of its own."""
    document, token = account.document, account.document.tokens[i]
    is_definite = token.pos == "NOUN" and any(
        child.dep == "poss" or account.words.has("definite", child.text.lower())
        for child in document.dependents(i, "det", "poss")
    )
    if not is_definite and not _is_lead(document, document.sentence_at(i)):
        return None
    places = [
        *range(i - 1, max(-1, i - SAME_WORD_REACH), -1),
        *range(i + 1, min(len(document.tokens), i + SAME_WORD_REACH)),
    ]
    for place in places:
        if not _is_same_word(document.tokens[place].lemma, token.lemma):
            continue
        sentence = document.sentence_at(place)
        when = own_day(account, place, sentence)
        if when:
            return replace(when, basis=Basis.INFERRED)
    return None


def summed_up(account: Account, i: int, sentence: Sentence) -> When | None:
    """Date an event by the sentences after it: "The attack took place on 15 January", "This happened on 5 July"."""
    document = account.document
    for after in document.sentences[sentence.number + 1 : sentence.number + 1 + SUMMING_SENTENCES]:
        for token in document.tokens_of(after):
            if token.dep in {"nsubj", "nsubjpass"} and _sums_up(account, token, i, is_next=after.number == sentence.number + 1):
                when = own_day(account, token.head, after)
                if when:
                    return replace(when, basis=Basis.INFERRED)
    return None


def _sums_up(account: Account, subject: Token, i: int, *, is_next: bool) -> bool:
    """Say whether a clause only says when the event of token i took place."""
    tokens, words = account.document.tokens, account.words
    verb = tokens[subject.head].lemma
    if words.has("occur", verb):
        is_pointing = words.has("pointing", subject.text.lower())
        return is_next and not _is_content(account, i) if is_pointing else _is_definite(account, subject.i)
    return words.has("begin", verb) and _is_same_word(subject.lemma, tokens[i].lemma) and _is_definite(account, subject.i)


def _is_content(account: Account, i: int) -> bool:
    """Say whether a token stands in what somebody says or thinks."""
    tokens = account.document.tokens
    return any(tokens[place].dep in {"ccomp", "parataxis"} for place in chain(account.document, i))


def _is_lead(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence is among the first of the text proper."""
    before = document.sentences[max(0, sentence.number - 2 * LEAD_SENTENCES) : sentence.number]
    return sentence.number < 2 * LEAD_SENTENCES and sum(not one.is_headline for one in before) < LEAD_SENTENCES - 1


def _is_definite(account: Account, i: int) -> bool:
    """Say whether a noun points back to something told: "the raid", "its launch"."""
    marks = account.document.dependents(i, "det", "poss")
    return any(mark.dep == "poss" or account.words.has("definite", mark.text.lower()) for mark in marks)


def _is_same_word(one: str, two: str) -> bool:
    """Say whether two lemmas are one word or verb and noun of it: kidnap and kidnapping."""
    return one == two or (min(len(one), len(two)) >= STEM and one[:STEM] == two[:STEM])


def root_of(document: Document, sentence: Sentence) -> int:
    """Give the main word of a sentence."""
    return next((token.i for token in document.tokens_of(sentence) if token.head == token.i), sentence.first)


def running(account: Account, i: int, sentence: Sentence) -> When:
    """Date an event by the day the story had reached, as far as its tense allows."""
    document = account.document
    verb = predicate_of(document, i)
    tense = account.clauses.tense_of(verb)
    if tense is Tense.FUTURE:
        first = account.published.first
        return When(first, None, Grain.UNKNOWN, Basis.DOCUMENT, interval(first, None))
    if tense is Tense.OPEN or (tense is Tense.PERFECT and verb.dep == "relcl"):
        return undated(account.published)
    if tense is Tense.PRESENT and not account.clauses.is_report(verb):
        return _dateline(account, sentence) or undated(account.published)
    if tense is Tense.PERFECT and not account.clauses.is_report(verb) and _is_lead(document, sentence):
        ahead = _told_next(account, sentence)
        if ahead:
            return ahead
    if account.clauses.is_report(verb) or tense in {Tense.PERFECT, Tense.PRESENT}:
        reached, dateline = _reached(account, sentence, reports=True), _dateline(account, sentence)
        is_stale = reached and dateline and tense is not Tense.PAST and _days_between(reached, dateline) > FRESH_DAYS
        return (None if is_stale else reached) or dateline or undated(account.published)
    reached = _reached(account, sentence, reports=False)
    if not reached and _is_lead(document, sentence) and (ahead := _told_next(account, sentence)):
        return ahead
    if tense is Tense.PLUPERFECT and reached:
        return replace(reached, first=None, edtf=interval(None, reached.last), grain=Grain.UNKNOWN)
    return reached or _dateline(account, sentence) or undated(account.published)


def _days_between(one: When, two: When) -> int:
    """Count the days from one day to another."""
    return abs((two.first - one.first).days) if one.first and two.first else 0


def _reached(account: Account, sentence: Sentence, *, reports: bool) -> When | None:
    """Give the past day that the last sentence before this one tells.

    reports: prefer the day something was said to the day something happened, or the other way round.
    """
    document = account.document
    other: When | None = None
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - RUNNING_SENTENCES), -1):
        before = document.sentences[number]
        for time, is_said in reversed(_days_told(account, before)):
            when = replace(time.when, basis=Basis.INFERRED) if time.when else None
            if is_said == reports:
                return when
            other = other or when
        if other and not reports and number < sentence.number - 1:
            break
    return other or (_of_lead(account, sentence) if _dateline(account, sentence) else None)


def _of_lead(account: Account, sentence: Sentence) -> When | None:
    """Give the day that the lead tells: in a story with a dateline it holds until another is told."""
    proper = [one for one in account.document.sentences[: sentence.number] if not one.is_headline]
    for lead in proper[:LEAD_SENTENCES]:
        days = _days_told(account, lead)
        if days and days[0][0].when:
            return replace(days[0][0].when, basis=Basis.INFERRED)
    return None


def _told_next(account: Account, sentence: Sentence) -> When | None:
    """Date what a lead sums up by the day that the sentences after it tell of, where they tell only one."""
    document = account.document
    for after in document.sentences[sentence.number + 1 : sentence.number + 1 + SUMMING_SENTENCES]:
        whens = [time.when for time, is_said in _days_told(account, after) if not is_said and time.when]
        if whens:
            same = all(when.first == whens[0].first for when in whens)
            return replace(whens[0], basis=Basis.INFERRED) if same else None
    return None


def _days_told(account: Account, sentence: Sentence) -> list[tuple[TimeExpression, bool]]:
    """Give the recent past days of a sentence, with whether each is the day of a report."""
    document, found = account.document, []
    for time in account.of(sentence):
        day = time.when.first if time.when and time.when.is_day() else None
        if day is None or not _is_recent(day, account.published.last) or is_bounding(account, time):
            continue
        if _is_at_head(account, time):
            continue
        head = head_of(document, sentence, time.start, time.end)
        verb = predicate_of(document, head.i) if head else None
        if verb is not None and account.clauses.tense_of(verb) is Tense.PLUPERFECT:
            continue  # what had happened before is not the day the story has reached
        found.append((time, verb is not None and account.clauses.is_report(verb)))
    return found


def _is_recent(day: date, published: date | None) -> bool:
    """Say whether a day is one a story can have reached: past, and not long before publication."""
    return published is None or published - RUNNING_DAYS <= day <= published


def _dateline(account: Account, sentence: Sentence) -> When | None:
    """Give the day at the head of the article, where it stands apart from its sentences."""
    for time in account.within(0, min(DATELINE_REACH, sentence.end)):
        if time.when and is_day(time) and _is_at_head(account, time):
            return replace(time.when, basis=Basis.INFERRED)
    return None


def _is_at_head(account: Account, time: TimeExpression) -> bool:
    """Say whether a time is the dateline of the article, apart from its sentences."""
    text = account.document.text
    line = text.rfind("\n", 0, time.start) + 1
    return time.start < DATELINE_REACH and time.start - line < 60 and AFTER_DATELINE.match(text, time.end) is not None
