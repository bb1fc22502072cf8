"""Says what the sentence of an event tells of its time."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.model import Basis, Grain, Published, When
from ingest.document import Document, Sentence, TimeExpression, Token
from ingest.times.clauses import Clauses, Tense, chain, clause_mark, head_of, predicate_of
from ingest.times.values import interval
from ingest.times.wording import Wording

# Rules of times that tell no day; the day of publication is then no more than a guess.
DAYLESS = frozenset({"clock", "part"})
DEICTIC = "deictic"
# The rule of "two days after the truce": its "after" belongs to the time and bounds nothing.
COUNTED_RULE = "shift-from-event"
LONG = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})
FINE = frozenset({Grain.MINUTE, Grain.PART_OF_DAY, Grain.DAY})
TOO_FAR = 6.0
OUT_OF_SENTENCE = 13.0
COARSE = 1.0
VAGUE = 2.0
SAME_CLAUSE = 1.6
NEWS_DAYS = 7
# Words: how far before a time its "since" may stand, and before that what it compares.
SINCE_REACH, FOREMOST_REACH = 5, 7


@dataclass(frozen=True, slots=True)
class Account:
    """A document read by its clauses, with its times, in order, and its publication."""

    clauses: Clauses
    times: Sequence[TimeExpression]
    published: Published

    @property
    def document(self) -> Document:
        """Give the document."""
        return self.clauses.document

    @property
    def words(self) -> Wording:
        """Give the words by which it tells time."""
        return self.clauses.words

    def within(self, start: int, end: int) -> Sequence[TimeExpression]:
        """Give the times that begin in a stretch of the text."""
        low = bisect_left(self.times, start, key=lambda time: time.start)
        high = bisect_left(self.times, end, key=lambda time: time.start)
        return self.times[low:high]

    def of(self, sentence: Sentence, event: int | None = None) -> list[TimeExpression]:
        """Give the times of a sentence that can hold an event, those of the event's own words at any rate."""
        return [
            time
            for time in self.within(sentence.start, sentence.end)
            if is_placed(time)
            and not (time.rule in DAYLESS and time.when and time.when.first == self.published.day)
            and (self._is_of(event, sentence, time) or not self._compares(sentence, time))
            and not self._is_named(sentence, time)
        ]

    def _is_named(self, sentence: Sentence, time: TimeExpression) -> bool:
        """Say whether a year is part of a name: "the Peace Conference 1998 opened"."""
        if time.rule != "year" or time.text != time.value:
            return False
        before = [token for token in self.document.tokens_of(sentence) if token.end <= time.start][-1:]
        is_joined = bool(before) and not self.document.text[before[0].end : time.start].strip()
        return is_joined and before[0].pos == "PROPN" and before[0].text[0].isupper()

    def _is_of(self, event: int | None, sentence: Sentence, time: TimeExpression) -> bool:
        """Say whether a time hangs on the noun of an event: "the coup of 1 February"."""
        head = head_of(self.document, sentence, time.start, time.end)
        if event is None or head is None or self.document.tokens[event].pos != "NOUN":
            return False
        prep = self.document.tokens[head.head]
        is_since = self.words.has("onward", prep.text.lower())
        return head.head == event or (prep.head == event and not is_since)

    def _compares(self, sentence: Sentence, time: TimeExpression) -> bool:
        """Say whether a time only measures how rare an event is: "the deadliest attack since the war of 2006".

        A year or more right after such a phrase does so without "since": "one of the deadliest wars of this century".
        """
        if self._is_scale(sentence, time):
            return True
        before = [token for token in self.document.tokens_of(sentence) if token.start < time.start][-SINCE_REACH:]
        since = next((i for i, token in enumerate(before) if self.words.has("comparing", token.text.lower())), None)
        if since is None:
            return False
        earlier = [t for t in self.document.tokens_of(sentence) if t.start < before[since].start][-FOREMOST_REACH:]
        return any(t.tag in ("JJS", "RBS") or self.words.has("foremost", t.text.lower()) for t in earlier)

    def _is_scale(self, sentence: Sentence, time: TimeExpression) -> bool:
        """Say whether a long time stands behind a superlative, with no verb or comma between them."""
        is_long = time.when is not None and time.when.grain in LONG
        before = [token for token in self.document.tokens_of(sentence) if token.start < time.start][-FOREMOST_REACH:]
        for token in reversed(before) if is_long else ():
            if token.tag in ("JJS", "RBS"):
                return True
            if token.pos in ("VERB", "AUX", "PUNCT"):
                return False
        return False


def undated(published: Published) -> When:
    """Give the bounds of an event nobody dates: not after publication."""
    last = published.last
    return When(None, last, Grain.UNKNOWN, Basis.DOCUMENT, interval(None, last))


def is_placed(time: TimeExpression) -> bool:
    """Say whether an expression names a stretch of the calendar that can hold an event."""
    can_hold = time.type in {"DATE", "TIME"} or time.rule == "shift-from-event"
    return can_hold and time.when is not None and time.rule not in {"present", "future", "past"}


def is_day(time: TimeExpression) -> bool:
    """Say whether an expression names one known day."""
    return time.when is not None and time.when.is_day()


def told(account: Account, i: int, sentence: Sentence) -> tuple[When, ...]:
    """Give the time that the event's own sentence tells of it, empty where it tells none."""
    here = account.of(sentence, i)
    chosen = _choose(account, i, sentence, here)
    if chosen is None and not sentence.is_headline:
        plain = [time for time in here if is_day(time) and not is_bounding(account, time)]
        chosen = _choose(account, i, sentence, plain, in_clause=False)
    if chosen is None:
        return ()
    bound = _bounded(account, i, chosen, here) or _beside(account, i, sentence, chosen)
    if bound:
        return (bound,)
    if chosen.when and _had_happened(account, i, sentence, chosen):
        return (_span(chosen.when, None, chosen.when.last),)
    whens = tuple(_until_publication(one, account.published) for one in _coordinated(account, chosen, here))
    return tuple(map(doubted, whens)) if _may_be_earlier(account, i, sentence, chosen) else whens


def _had_happened(account: Account, i: int, sentence: Sentence, time: TimeExpression) -> bool:
    """Say whether an event had happened by a time: "said on Friday that they had left", "declared taken on Sunday".

    A participle before its noun had too: "the stolen guns were found on Monday".
    """
    token = account.document.tokens[i]
    if token.tag == "VBN" and token.dep == "amod":
        return True
    verb = predicate_of(account.document, i)
    governor = account.document.tokens[verb.head]
    if verb.tag == "VBN" and verb.dep in {"xcomp", "oprd"} and account.clauses.is_report(governor):
        return True
    head = head_of(account.document, sentence, time.start, time.end)
    if head is None or account.clauses.tense_of(verb) is not Tense.PLUPERFECT:
        return False
    return verb.i not in chain(account.document, head.i)


def _may_be_earlier(account: Account, i: int, sentence: Sentence, time: TimeExpression) -> bool:
    """Say whether an event came before what its time dates, if on the same day: "shelters built by aid groups fell on
    Monday", "they left on Monday after two were killed".
    """
    document = account.document
    head, verb = head_of(document, sentence, time.start, time.end), predicate_of(document, i)
    if head is None or verb.i in chain(document, head.i):
        return False
    is_after = account.words.has("later-clause", clause_mark(document, head.i, document.tokens[i]))
    return is_after or (verb.tag == "VBN" and verb.dep == "acl")


def doubted(when: When) -> When:
    """Mark the day of an event as uncertain; bounds stay as they are."""
    is_plain_day = when.first is not None and when.is_day() and when.edtf == when.first.isoformat()
    return replace(when, edtf=f"{when.edtf}?") if is_plain_day else when


def own_day(account: Account, i: int, sentence: Sentence) -> When | None:
    """Give the day that stands with a word in its own clause."""
    document = account.document
    for time in account.of(sentence, i):
        if is_day(time) and not is_bounding(account, time):
            head = head_of(document, sentence, time.start, time.end)
            if head and account.clauses.distance(i, head) < SAME_CLAUSE and not account.clauses.holding_word(i, head):
                return time.when
    return None


def _choose(
    account: Account, i: int, sentence: Sentence, here: Iterable[TimeExpression], *, in_clause: bool = True
) -> TimeExpression | None:
    """Choose the time that governs a token: nearest by the edges of clauses, then in the text.

    in_clause: only one that its own clause gives; else any of the sentence that no report holds.
    """
    document, clauses = account.document, account.clauses
    ranked = []
    for time in here:
        if time.when is None or contradicts(account, i, time.when):
            continue
        head = head_of(document, sentence, time.start, time.end)
        cost = clauses.distance(i, head) if head else TOO_FAR
        is_said = head is not None and _is_apart(account, i, head)
        if head and (clauses.is_earlier(i, head) or _is_divided(document, i, head.i)):
            continue
        if head and clauses.is_reply(i, head) and _is_past_news(account, time):
            continue
        if cost < TOO_FAR or (cost < OUT_OF_SENTENCE and not in_clause and not is_said):
            ranked.append((cost + _vagueness(account, time), abs(time.start - document.tokens[i].start), time))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _is_past_news(account: Account, time: TimeExpression) -> bool:
    """Say whether a time lies so far before publication that no answer to it is news."""
    last = time.when.last if time.when else None
    return (
        last is not None and account.published.first is not None and (account.published.first - last).days > NEWS_DAYS
    )


def _is_divided(document: Document, i: int, other: int) -> bool:
    """Say whether a semicolon stands between two words: two sentences in one."""
    first, last = sorted((i, other))
    return any(token.text == ";" for token in document.tokens[first:last])


def _is_apart(account: Account, i: int, head: Token) -> bool:
    """Say whether the clause of a time is a report, or of the past where the event's own is of the present."""
    clauses, document = account.clauses, account.document
    verb = predicate_of(document, head.i)
    is_now = clauses.tense_of(predicate_of(document, i)) is Tense.PRESENT
    return clauses.is_report(verb) or (is_now and clauses.tense_of(verb) in {Tense.PAST, Tense.PLUPERFECT})


def contradicts(account: Account, i: int, when: When) -> bool:
    """Say whether a time cannot be that of a verb: ahead of publication and told as past, or the other way round."""
    verb, published = account.document.tokens[i], account.published
    if verb.pos not in {"VERB", "AUX"}:
        return False
    tense = account.clauses.tense_of(verb)
    if tense in {Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT}:
        return bool(when.first and published.last and when.first > published.last)
    return tense is Tense.FUTURE and bool(when.last and published.first and when.last < published.first)


def _vagueness(account: Account, time: TimeExpression) -> float:
    """Say how much a time is worth less than a plain day."""
    coarse = 0.0 if time.when and time.when.grain in FINE else COARSE
    unknown = VAGUE if time.value.endswith("_REF") else 0.0
    return coarse + unknown + (VAGUE if is_bounding(account, time) else 0.0)


def _bounding_word(account: Account, time: TimeExpression) -> str:
    """Give the word before a time that makes it the end of a stretch (since, until, after), "" for none.

    In "after the 16 November murder" the word belongs to the murder.
    """
    text, words = account.document.text, account.words
    found = words.bounding.search(text, max(0, time.start - 20), time.start)
    if not found or words.attributive.match(text, time.end):
        return ""
    return " ".join(found[1].lower().split())


def is_bounding(account: Account, time: TimeExpression) -> bool:
    """Say whether a time is the end of a stretch."""
    return bool(_bounding_word(account, time))


def _bounded(account: Account, i: int, time: TimeExpression, here: list[TimeExpression]) -> When | None:
    """Read "since May", "until Friday", "from 5 to 8 May": the interval they leave, None for a plain time."""
    text, when, words = account.document.text, time.when, account.words
    word = _bounding_word(account, time)
    head = head_of(account.document, account.document.sentence_at(i), time.start, time.end)
    if not word and head and time.rule != COUNTED_RULE:
        word = account.clauses.holding_word(i, head)
    if not word or when is None:
        return None
    if words.has("opening", word):
        place = here.index(time)
        other = here[place + 1] if place + 1 < len(here) else None
        if other and other.when and words.span.fullmatch(text[time.end : other.start]):
            return _span(when, when.first, other.when.last, end=other.end, text=text)
    if words.has("onward", word):
        return _span(when, when.first, account.published.last)
    if words.has("thereafter", word):
        return _span(when, when.last, account.published.last)
    return _span(when, None, when.last if words.has("until", word) else when.first)


def _beside(account: Account, i: int, sentence: Sentence, time: TimeExpression) -> When | None:
    """Read "after rockets were fired on Monday, the army struck": the army struck on Monday or later."""
    document, when = account.document, time.when
    head = head_of(document, sentence, time.start, time.end)
    mark = clause_mark(document, i, head) if head else ""
    if when is None or not mark:
        return None
    row = [one.when for one in _coordinated(account, time, account.of(sentence)) if one.when]
    if account.words.has("later-clause", mark):
        return _span(when, row[-1].last, account.published.last)
    if account.words.has("earlier-clause", mark):
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


def _coordinated(account: Account, chosen: TimeExpression, here: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Give a chosen time with those joined to it by "and" or a comma: two days make two events."""
    text, joined = account.document.text, account.words.joined
    row = [time for time in here if is_day(time)]
    if chosen not in row:
        return [chosen]
    low = high = row.index(chosen)
    while low > 0 and joined.fullmatch(text[row[low - 1].end : row[low].start]):
        low -= 1
    while high + 1 < len(row) and joined.fullmatch(text[row[high].end : row[high + 1].start]):
        high += 1
    return [one for place, one in enumerate(row[low : high + 1], low) if not _is_named_next(text, row, place, high)]


def _is_named_next(text: str, row: Sequence[TimeExpression], place: int, high: int) -> bool:
    """Say whether a day is named by the date after its comma: "today, 30 June" is one day."""
    if place == high or not row[place].rule.startswith(DEICTIC) or row[place + 1].rule.startswith(DEICTIC):
        return False
    return text[row[place].end : row[place + 1].start].strip() == ","
