"""Says on which day an event happened: by its own clause, then its sentence, then the running day of the story."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.model import Basis, Grain, Published, When
from ingest.document import Document, Sentence, TimeExpression
from ingest.times.clauses import Tense, clause_mark, distance, head_of, is_report, predicate_of, tense_of
from ingest.times.values import interval

BOUND = re.compile(
    r"\b(since|until|till|before|after|by|following|ahead of|prior to|from|between)\s+"
    r"(?:about |around |the |early |late )?$",
    re.IGNORECASE,
)
# What stands right after a date that describes a noun.
ATTRIBUTIVE = re.compile(
    r"(?:['’]s)?\s+(?!(?:and|or|to|in|on|at|by|of|for|from|with|when|while|as|the|a|an|he|she|it|they|we|i|his|her|their|"
    r"its|that|this|who|which|was|were|is|are|had|has|have|will|would|but|after|before|until|since|because|about|into|"
    r"against|near|during|through|where|if|local|gmt)\b)[a-z]+(?:\s+[a-z]+)?\b",
    re.IGNORECASE,
)
RANGE = re.compile(r"\s*(?:to|until|till|through|and|-|–)\s*(?:the )?", re.IGNORECASE)
JOINED = re.compile(r"\s*(?:,|,? and|&)\s+(?:on |the |again on |again )?", re.IGNORECASE)
DATELINE_REACH = 400
AFTER_DATELINE = re.compile(r"\s*(?:\n|--|[-–—] |\(|\||$)")
# Rules of times that tell no day; the day of publication is then no more than a guess.
DAYLESS = frozenset({"clock", "part"})
FINE = frozenset({Grain.MINUTE, Grain.PART_OF_DAY, Grain.DAY})
TOO_FAR = 6.0
OUT_OF_SENTENCE = 13.0
COARSE = 1.0
VAGUE = 2.0
RUNNING_SENTENCES = 8
RUNNING_DAYS = timedelta(60)
LEAD_SENTENCES = 3
SAME_WORD_REACH = 400
SAME_CLAUSE = 1.6
STEM = 5
SUMMING_SENTENCES = 2
OCCUR = frozenset({"occur", "happen", "take", "begin", "start", "come", "ensue"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Story:
    """A document with its times, in order, and its publication."""

    document: Document
    times: Sequence[TimeExpression]
    published: Published

    def within(self, start: int, end: int) -> Sequence[TimeExpression]:
        """Give the times that begin in a stretch of the text."""
        low = bisect_left(self.times, start, key=lambda time: time.start)
        high = bisect_left(self.times, end, key=lambda time: time.start)
        return self.times[low:high]

    def of(self, sentence: Sentence) -> list[TimeExpression]:
        """Give the times of a sentence that can hold an event."""
        return [
            time
            for time in self.within(sentence.start, sentence.end)
            if is_placed(time) and not (time.rule in DAYLESS and time.when and time.when.first == self.published.day)
        ]


def govern(document: Document, i: int, times: tuple[TimeExpression, ...], published: Published) -> When:
    """Say when the event happened that the token i tells.

    Where nothing dates it: not after publication, never a day.
    """
    return govern_all(document, i, times, published)[0]


def govern_all(document: Document, i: int, times: tuple[TimeExpression, ...], published: Published) -> tuple[When, ...]:
    """Say when an event happened, one When a day where coordinated days make it several."""
    story = Story(document, times, published)
    sentence = document.sentence_at(i)
    told = _told(story, i, sentence)
    if told:
        return told
    if sentence.is_headline:
        return (_retold(story, i, sentence),)
    again = _named_again(story, i) or _summed_up(story, i, sentence)
    if again:
        return (again,)
    return (_running(story, i, sentence),)


def undated(published: Published) -> When:
    """Give the bounds of an event nobody dates: not after publication."""
    last = published.last
    return When(None, last, Grain.UNKNOWN, Basis.DOCUMENT, interval(None, last))


def is_placed(time: TimeExpression) -> bool:
    """Say whether an expression names a stretch of the calendar that can hold an event."""
    can_hold = time.type in {"DATE", "TIME"} or time.rule == "shift-from-event"
    return can_hold and time.when is not None and time.rule not in {"present", "future", "past"}


def _told(story: Story, i: int, sentence: Sentence) -> tuple[When, ...]:
    """Give the time that the event's own sentence tells of it, empty where it tells none."""
    here = story.of(sentence)
    chosen = _choose(story.document, i, sentence, here)
    if chosen is None and not sentence.is_headline:
        plain = [time for time in here if is_day(time) and not _is_bounding(story.document, time)]
        chosen = _choose(story.document, i, sentence, plain, in_clause=False)
    if chosen is None:
        return ()
    bound = _bounded(story, chosen, here) or _beside(story, i, sentence, chosen)
    if bound:
        return (bound,)
    return tuple(_until_publication(one, story.published) for one in _coordinated(story.document.text, chosen, here))


def _choose(
    document: Document, i: int, sentence: Sentence, here: Iterable[TimeExpression], *, in_clause: bool = True
) -> TimeExpression | None:
    """Choose the time that governs a token: nearest by the edges of clauses, then in the text.

    in_clause: only one that its own clause gives; else any of the sentence that no report holds.
    """
    ranked = []
    for time in here:
        head = head_of(document, sentence, time.start, time.end)
        cost = distance(document, i, head) if head else TOO_FAR
        is_said = head is not None and is_report(predicate_of(document, head.i))
        if cost < TOO_FAR or (cost < OUT_OF_SENTENCE and not in_clause and not is_said):
            ranked.append((cost + _vagueness(document, time), abs(time.start - document.tokens[i].start), time))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _vagueness(document: Document, time: TimeExpression) -> float:
    """Say how much a time is worth less than a plain day."""
    coarse = 0.0 if time.when and time.when.grain in FINE else COARSE
    unknown = VAGUE if time.value.endswith("_REF") else 0.0
    return coarse + unknown + (VAGUE if _is_bounding(document, time) else 0.0)


def _bounding_word(document: Document, time: TimeExpression) -> str:
    """Give the word before a time that makes it the end of a stretch (since, until, after), "" for none.

    In "after the 16 November murder" the word belongs to the murder.
    """
    found = BOUND.search(document.text, max(0, time.start - 20), time.start)
    if not found or ATTRIBUTIVE.match(document.text, time.end):
        return ""
    return found[1].lower()


def _is_bounding(document: Document, time: TimeExpression) -> bool:
    """Say whether a time is the end of a stretch."""
    return bool(_bounding_word(document, time))


def _bounded(story: Story, time: TimeExpression, here: list[TimeExpression]) -> When | None:
    """Read "since May", "until Friday", "from 5 to 8 May": the interval they leave, None for a plain time."""
    text, when = story.document.text, time.when
    word = _bounding_word(story.document, time)
    if not word or when is None:
        return None
    if word in {"from", "between"}:
        place = here.index(time)
        other = here[place + 1] if place + 1 < len(here) else None
        if other and other.when and RANGE.fullmatch(text[time.end : other.start]):
            return _span(when, when.first, other.when.last, end=other.end, text=text)
    if word in {"since", "from"}:
        return _span(when, when.first, story.published.last)
    if word in {"after", "following"}:
        return _span(when, when.last, story.published.last)
    if word in {"until", "till"}:
        return _span(when, None, when.last)
    return _span(when, None, when.last if word == "by" else when.first)


def _beside(story: Story, i: int, sentence: Sentence, time: TimeExpression) -> When | None:
    """Read "after rockets were fired on Monday, the army struck": the army struck on Monday or later."""
    document, when = story.document, time.when
    head = head_of(document, sentence, time.start, time.end)
    mark = clause_mark(document, i, head) if head else ""
    if when is None or not mark:
        return None
    row = [one.when for one in _coordinated(document.text, time, story.of(sentence)) if one.when]
    if mark in {"after", "once", "since"}:
        return _span(when, row[-1].last, story.published.last)
    if mark in {"before", "until", "till"}:
        return _span(when, None, row[0].first)
    return None


def _span(when: When, first: date | None, last: date | None, end: int | None = None, text: str = "") -> When:
    """Give an interval in place of a time; one turned round is left as it was."""
    if first and last and first > last:
        return when
    words = text[when.start : end] if end and when.start is not None else when.expression
    grain = when.grain if first == last else Grain.UNKNOWN
    edtf = interval(first, last)
    return replace(when, first=first, last=last, edtf=edtf, grain=grain, expression=words, end=end or when.end)


def _until_publication(time: TimeExpression, published: Published) -> When:
    """Give the When of a time, cut at publication where it reaches past it."""
    when = time.when
    if when is None:
        return undated(published)
    if when.first and when.last and published.last and when.first <= published.last < when.last:
        return replace(when, last=published.last, edtf=interval(when.first, published.last))
    return when


def _coordinated(text: str, chosen: TimeExpression, here: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Give a chosen time with those joined to it by "and" or a comma: two days make two events."""
    row = [time for time in here if is_day(time)]
    if chosen not in row:
        return [chosen]
    low = high = row.index(chosen)
    while low > 0 and JOINED.fullmatch(text[row[low - 1].end : row[low].start]):
        low -= 1
    while high + 1 < len(row) and JOINED.fullmatch(text[row[high].end : row[high + 1].start]):
        high += 1
    return row[low : high + 1]


def is_day(time: TimeExpression) -> bool:
    """Say whether an expression names one known day."""
    return time.when is not None and time.when.is_day()


def _retold(story: Story, i: int, sentence: Sentence) -> When:
    """Date an event of a headline by the lead: by the same word there, else by the lead's own time."""
    document = story.document
    lemma = document.tokens[i].lemma
    lead = [one for one in document.sentences[sentence.number + 1 :][: LEAD_SENTENCES * 2] if not one.is_headline]
    lead = lead[:LEAD_SENTENCES]
    for one in lead:
        for token in document.tokens_of(one):
            if token.lemma == lemma and (found := _told(story, token.i, one)):
                return replace(found[0], basis=Basis.INFERRED)
    for one in lead[:1]:
        if found := _told(story, _root(document, one), one):
            return replace(found[0], basis=Basis.INFERRED)
    return _dateline(story, lead[0] if lead else sentence) or undated(story.published)


def _named_again(story: Story, i: int) -> When | None:
    """Date "the raid" or "its launch" by the same word where it stands with a day of its own."""
    document, token = story.document, story.document.tokens[i]
    is_definite = token.pos == "NOUN" and any(
        child.dep == "poss" or child.text.lower() in DEFINITE for child in document.dependents(i, "det", "poss")
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
        when = _own_day(story, place, sentence)
        if when:
            return replace(when, basis=Basis.INFERRED)
    return None


def _summed_up(story: Story, i: int, sentence: Sentence) -> When | None:
    """Date an event by the sentences after it: "The attack took place on 15 January"."""
    document = story.document
    for after in document.sentences[sentence.number + 1 : sentence.number + 1 + SUMMING_SENTENCES]:
        for token in document.tokens_of(after):
            if token.dep in {"nsubj", "nsubjpass"} and document.tokens[token.head].lemma in OCCUR:
                when = _own_day(story, token.head, after)
                if when and any(child.text.lower() in DEFINITE for child in document.dependents(token.i, "det")):
                    return replace(when, basis=Basis.INFERRED)
    return None


def _is_lead(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence is among the first of the text proper."""
    before = document.sentences[max(0, sentence.number - 2 * LEAD_SENTENCES) : sentence.number]
    return sentence.number < 2 * LEAD_SENTENCES and sum(not one.is_headline for one in before) < LEAD_SENTENCES - 1


def _is_same_word(one: str, two: str) -> bool:
    """Say whether two lemmas are one word or verb and noun of it: kidnap and kidnapping."""
    return one == two or (min(len(one), len(two)) >= STEM and one[:STEM] == two[:STEM])


def _own_day(story: Story, i: int, sentence: Sentence) -> When | None:
    """Give the day that stands with a word in its own clause."""
    document = story.document
    for time in story.of(sentence):
        if is_day(time) and not _is_bounding(document, time):
            head = head_of(document, sentence, time.start, time.end)
            if head and distance(document, i, head) < SAME_CLAUSE:
                return time.when
    return None


def _root(document: Document, sentence: Sentence) -> int:
    """Give the main word of a sentence."""
    return next((token.i for token in document.tokens_of(sentence) if token.head == token.i), sentence.first)


def _running(story: Story, i: int, sentence: Sentence) -> When:
    """Date an event by the day the story had reached, as far as its tense allows."""
    document = story.document
    verb = predicate_of(document, i)
    tense = tense_of(document, verb)
    if tense is Tense.FUTURE:
        first = story.published.first
        return When(first, None, Grain.UNKNOWN, Basis.DOCUMENT, interval(first, None))
    if tense is Tense.OPEN:
        return undated(story.published)
    if tense is Tense.PRESENT and not is_report(verb):
        return _dateline(story, sentence) or undated(story.published)
    if tense is Tense.PERFECT and not is_report(verb) and _is_lead(document, sentence):
        ahead = _told_next(story, sentence)
        if ahead:
            return ahead
    if is_report(verb) or tense in {Tense.PERFECT, Tense.PRESENT}:
        return _reached(story, sentence, reports=False) or _dateline(story, sentence) or undated(story.published)
    if _is_lead(document, sentence) and (ahead := _told_next(story, sentence)):
        return ahead
    reached = _reached(story, sentence, reports=False)
    if tense is Tense.PLUPERFECT and reached:
        return replace(reached, first=None, edtf=interval(None, reached.last), grain=Grain.UNKNOWN)
    return reached or _dateline(story, sentence) or undated(story.published)


def _reached(story: Story, sentence: Sentence, *, reports: bool) -> When | None:
    """Give the past day that the last sentence before this one tells.

    reports: prefer the day something was said to the day something happened, or the other way round.
    """
    document = story.document
    other: When | None = None
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - RUNNING_SENTENCES), -1):
        before = document.sentences[number]
        for time, is_said in reversed(_days_told(story, before)):
            when = replace(time.when, basis=Basis.INFERRED) if time.when else None
            if is_said == reports:
                return when
            other = other or when
        if other and not reports and number < sentence.number - 1:
            break
    return other


def _told_next(story: Story, sentence: Sentence) -> When | None:
    """Date what a lead sums up by the day that the sentences after it tell of, where they tell only one."""
    document = story.document
    for after in document.sentences[sentence.number + 1 : sentence.number + 1 + SUMMING_SENTENCES]:
        whens = [time.when for time, is_said in _days_told(story, after) if not is_said and time.when]
        if whens:
            same = all(when.first == whens[0].first for when in whens)
            return replace(whens[0], basis=Basis.INFERRED) if same else None
    return None


def _days_told(story: Story, sentence: Sentence) -> list[tuple[TimeExpression, bool]]:
    """Give the recent past days of a sentence, with whether each is the day of a report."""
    document, found = story.document, []
    for time in story.of(sentence):
        day = time.when.first if time.when and time.when.is_day() else None
        if day is None or not _is_recent(day, story.published.last) or _is_bounding(document, time):
            continue
        if _is_at_head(story, time):
            continue
        head = head_of(document, sentence, time.start, time.end)
        found.append((time, head is not None and is_report(predicate_of(document, head.i))))
    return found


def _is_recent(day: date, published: date | None) -> bool:
    """Say whether a day is one a story can have reached: past, and not long before publication."""
    return published is None or published - RUNNING_DAYS <= day <= published


def _dateline(story: Story, sentence: Sentence) -> When | None:
    """Give the day at the head of the article, where it stands apart from its sentences."""
    for time in story.within(0, min(DATELINE_REACH, sentence.end)):
        if time.when and is_day(time) and _is_at_head(story, time):
            return replace(time.when, basis=Basis.INFERRED)
    return None


def _is_at_head(story: Story, time: TimeExpression) -> bool:
    """Say whether a time is the dateline of the article, apart from its sentences."""
    text = story.document.text
    line = text.rfind("\n", 0, time.start) + 1
    return time.start < DATELINE_REACH and time.start - line < 60 and AFTER_DATELINE.match(text, time.end) is not None
