"""A document read by its clauses, with the times that can hold its events."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Grain, Published
from ingest.document import Document, Sentence, TimeExpression
from ingest.times.clauses import Clauses, head_of
from ingest.times.wording import Wording

# Rules of times that tell no day; the day of publication is then no more than a guess.
DAYLESS = frozenset({"clock", "part"})
LONG = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})
# Words: how far before a time its "since" may stand, and before that what it compares.
SINCE_REACH, FOREMOST_REACH = 5, 7
DATELINE_REACH = 400
AFTER_DATELINE = re.compile(r"\s*(?:\n|--|[-–—] |\(|\||$)")


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
        """Say whether a year is part of a name: "the Peace Conference 1998 opened", or a feast says who people are."""
        head = head_of(self.document, sentence, time.start, time.end)
        if head is not None and head.dep in ("amod", "compound", "nmod"):
            people = self.document.tokens[head.head].lemma.lower()
            if time.rule == "named-day" and self.words.has("celebrating", people):
                return True
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


def is_placed(time: TimeExpression) -> bool:
    """Say whether an expression names a stretch of the calendar that can hold an event."""
    can_hold = time.type in {"DATE", "TIME"} or time.rule == "shift-from-event"
    return can_hold and time.when is not None and time.rule not in {"present", "future", "past"}


def is_day(time: TimeExpression) -> bool:
    """Say whether an expression names one known day."""
    return time.when is not None and time.when.is_day()


def is_at_head(document: Document, time: TimeExpression) -> bool:
    """Say whether a time is the dateline of the article, apart from its sentences."""
    text = document.text
    line = text.rfind("\n", 0, time.start) + 1
    return time.start < DATELINE_REACH and time.start - line < 60 and AFTER_DATELINE.match(text, time.end) is not None
