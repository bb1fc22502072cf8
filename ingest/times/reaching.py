"""Dates events by the rest of their account: the lead of a headline, the same event named again, the day reached."""

from dataclasses import replace

from graph.model import Basis, Grain, When
from ingest.document import Document, Sentence, Token
from ingest.times.account import Account
from ingest.times.added import added_to
from ingest.times.again import LEAD_SENTENCES, is_lead
from ingest.times.bounding import undated
from ingest.times.clauses import TOLD, Tense, chain, predicate_of
from ingest.times.contents import is_cause
from ingest.times.days_told import FRESH_DAYS, dateline, days_told, is_passed
from ingest.times.going_back import gone_back
from ingest.times.telling import own_day, told
from ingest.times.values import interval

RUNNING_SENTENCES = 8
NEXT_SENTENCES = 3
PERSONAL = "WP"
SUBJECTS = ("nsubj", "nsubjpass")
PLURAL = frozenset({"NNS", "NNPS"})


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
    return dateline(account, lead[0] if lead else sentence) or undated(account.published)


def root_of(document: Document, sentence: Sentence) -> int:
    """Give the main word of a sentence."""
    return next((token.i for token in document.tokens_of(sentence) if token.head == token.i), sentence.first)


def ever_since(account: Account, i: int, sentence: Sentence) -> When | None:
    """Give the stretch from the day the story had reached to publication: "since then 600 have been killed"."""
    document, words = account.document, account.words
    verb = predicate_of(document, i)
    for word in document.tokens_of(sentence)[:-1]:
        is_onward = words.has("onward", word.text.lower())
        if not is_onward or not words.has("then", document.tokens[word.i + 1].text.lower()):
            continue
        is_of_all = word.i == sentence.first and all(
            document.tokens[place].dep in {"conj", "ccomp", "ROOT"} for place in chain(document, verb.i)
        )
        if is_of_all or verb.i in chain(document, word.i):
            when, last = _reached(account, sentence, reports=False), account.published.last
            return when and replace(when, last=last, edtf=interval(when.first, last), grain=Grain.UNKNOWN)
    return None


def at_any_time(account: Account, i: int) -> When | None:
    """Give the bounds of what is told of no one time: "the longest truce they have ever kept", "has always denied"."""
    verb = predicate_of(account.document, i)
    adverbs = (word.text.lower() for word in account.document.dependents(verb.i, "advmod", "neg"))
    is_perfect = account.clauses.tense_of(verb) is Tense.PERFECT
    return undated(account.published) if is_perfect and any(account.words.has("spanning", a) for a in adverbs) else None


def running(account: Account, i: int, sentence: Sentence) -> When:
    """Date an event by the day the story had reached, as far as its tense allows; what was said had come before."""
    added = added_to(account, i, sentence)
    if added:
        return replace(added, basis=Basis.INFERRED)
    when, saying = _running(account, i, sentence), _day_said(account, i, sentence)
    if saying and _goes_on(account, i):
        return replace(saying, basis=Basis.INFERRED)
    is_over = account.clauses.tense_of(predicate_of(account.document, i)) is Tense.PLUPERFECT
    if saying and is_over and not when.is_day():
        return _up_to(replace(saying, basis=Basis.INFERRED))
    said = saying.last if saying else None
    is_later = (
        said is not None and (when.first is None or when.first > said) and (when.last is None or when.last > said)
    )
    if not is_later or account.clauses.tense_of(predicate_of(account.document, i)) not in TOLD:
        return when
    return replace(when, first=None, last=said, edtf=interval(None, said), grain=Grain.UNKNOWN)


def _goes_on(account: Account, i: int) -> bool:
    """Say whether a clause tells what was going on: "said on Friday that jets were bombing the town"."""
    verb = predicate_of(account.document, i)
    helpers = {token.text.lower() for token in account.document.dependents(verb.i, "aux")}
    return verb.tag == "VBG" and bool(helpers & (account.words.lists["past"] | account.words.lists["present"]))


def _day_said(account: Account, i: int, sentence: Sentence) -> When | None:
    """Give the day on which somebody said what a token tells, where its sentence has that."""
    document = account.document
    for place in chain(document, i):
        governor = document.tokens[place].head
        if document.tokens[place].dep == "ccomp" and account.clauses.is_report(document.tokens[governor]):
            return own_day(account, governor, sentence)
    return None


def _running(account: Account, i: int, sentence: Sentence) -> When:
    """Date an event by the day the story had reached."""
    document = account.document
    verb = predicate_of(document, i)
    tense = account.clauses.tense_of(verb)
    if tense is Tense.FUTURE:
        first = account.published.first
        return When(first, None, Grain.UNKNOWN, Basis.DOCUMENT, interval(first, None))
    is_background = verb.dep == "relcl" and (
        tense is Tense.PERFECT or (tense is Tense.PRESENT and not is_lead(document, sentence))
    )
    if tense is Tense.OPEN or is_background or _is_of_former(account, i, verb):
        return undated(account.published)
    if account.clauses.is_about(i) and not _introduces(account, verb):
        return _reached(account, sentence, reports=False) or undated(account.published)
    if tense is Tense.PRESENT and not account.clauses.is_report(verb):
        return dateline(account, sentence) or undated(account.published)
    if tense is Tense.PERFECT and not account.clauses.is_report(verb) and is_lead(document, sentence):
        ahead = _told_next(account, sentence)
        if ahead:
            return ahead
    if account.clauses.is_report(verb) or tense in {Tense.PERFECT, Tense.PRESENT}:
        reached, dated = _reached(account, sentence, reports=True), dateline(account, sentence)
        is_stale = reached and dated and tense is not Tense.PAST and _days_between(reached, dated) > FRESH_DAYS
        if tense is Tense.PLUPERFECT:
            return _up_to(dated or undated(account.published))
        fresh = _fresh(account, sentence) if reached and _is_news_of_now(account, reached, verb) else None
        return fresh or (None if is_stale else reached) or dated or undated(account.published)
    reached = _reached(account, sentence, reports=False)
    if not reached and is_lead(document, sentence) and (ahead := _told_next(account, sentence)):
        return ahead
    found = reached or dateline(account, sentence) or undated(account.published)
    is_before = (
        _introduces(account, verb)
        or is_cause(document, account.words, i)
        or (tense is Tense.PLUPERFECT and (reached is not None or not is_lead(document, sentence)))
    )
    return _up_to(found) if is_before else found


def _introduces(account: Account, verb: Token) -> bool:
    """Say whether a clause only says who or what is meant: "the president who helped to mediate welcomed the pact",
    "blamed the mines that the army laid".
    """
    document = account.document
    while verb.dep == "xcomp" and verb.head != verb.i:  # "who helped to mediate"
        verb = document.tokens[verb.head]
    if verb.dep != "relcl" or is_lead(document, document.sentence_at(verb.i)):
        return False
    is_thing = not account.words.is_deed(document.tokens[verb.head].lemma)
    is_told_of = is_thing and account.words.has("about", predicate_of(document, verb.head).lemma)
    is_who = any(token.tag == PERSONAL for token in document.dependents(verb.i, "nsubj", "nsubjpass"))
    return is_who or is_told_of


def _is_of_former(account: Account, i: int, verb: Token) -> bool:
    """Say whether a noun, or who a verb is about, is of a time before: "earlier truces were broken".

    Many such put all that hangs on their clause there: "earlier truces were broken, and each accused the other".
    """
    document = account.document
    above = [token for place in chain(document, verb.i) for token in document.dependents(place, *SUBJECTS)]
    nouns = [document.tokens[i], *(token for token in above if token.head == verb.i or token.tag in PLURAL)]
    marks = (mark for noun in nouns for mark in document.dependents(noun.i, "amod"))
    return any(account.words.has("former", mark.text.lower()) for mark in marks)


def _up_to(when: When) -> When:
    """Give a day or earlier: the time of what had happened by then."""
    return replace(when, first=None, edtf=interval(None, when.last), grain=Grain.UNKNOWN)


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
        for time, is_said in reversed(days_told(account, before, reports=reports)):
            when = replace(time.when, basis=Basis.INFERRED) if time.when else None
            if is_said == reports:
                return when
            other = other or when
        if other and not reports and number < sentence.number - 1:
            break
        is_one_paragraph = "\n" not in document.text[before.end - 1 : sentence.start]
        if other is None and not reports and is_one_paragraph and (coarser := gone_back(account, before)):
            return coarser
    return other or (_of_lead(account, sentence) if dateline(account, sentence) else None)


def _is_news_of_now(account: Account, reached: When, verb: Token) -> bool:
    """Say whether a word answers the news though the story went back: "they had left on 2 May. The EU protested"."""
    is_old = reached.first is not None and is_passed(reached.first, account.published.last)
    return is_old and account.clauses.is_report(verb) and account.clauses.tense_of(verb) is Tense.PAST


def _fresh(account: Account, sentence: Sentence) -> When | None:
    """Give the last day told before a sentence that is of the news, None where all are older."""
    document = account.document
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - RUNNING_SENTENCES), -1):
        for time, _ in reversed(days_told(account, document.sentences[number])):
            if time.when and time.when.first and not is_passed(time.when.first, account.published.last):
                return replace(time.when, basis=Basis.INFERRED)
    return None


def _of_lead(account: Account, sentence: Sentence) -> When | None:
    """Give the day that the lead tells: in a story with a dateline it holds until another is told."""
    proper = [one for one in account.document.sentences[: sentence.number] if not one.is_headline]
    for lead in proper[:LEAD_SENTENCES]:
        days = days_told(account, lead)
        if days and days[0][0].when:
            return replace(days[0][0].when, basis=Basis.INFERRED)
    return None


def _told_next(account: Account, sentence: Sentence) -> When | None:
    """Date what a lead sums up by the day that the sentences after it tell of, where they tell only one."""
    document = account.document
    for after in document.sentences[sentence.number + 1 : sentence.number + 1 + NEXT_SENTENCES]:
        whens = [time.when for time, is_said in days_told(account, after) if not is_said and time.when]
        if whens:
            same = all(when.first == whens[0].first for when in whens)
            return replace(whens[0], basis=Basis.INFERRED) if same else None
    return None
