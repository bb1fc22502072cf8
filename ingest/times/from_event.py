"""Resolves distances from something told: "two days after the ceasefire", "the day before Christmas"."""

import re
from bisect import bisect_left
from datetime import date

from graph.model import Basis
from ingest.times.meaning import Span
from ingest.times.measures import duration_value, move
from ingest.times.steps import step
from ingest.times.story import Answer, Story, point_of
from ingest.times.values import extent_of

EVENT_REACH = 3000
DAY_KINDS = frozenset({"named-day", "date", "iso", "numeric", "deictic", "weekday"})
OWN = re.compile(r"[a-z]+(?: [a-z]+)? (?:of|on) (?:the )?", re.IGNORECASE)
SENTENCE_ENDS = (". ", "\n")


def resolve_shift_event(story: Story, span: Span) -> Answer:
    """Two days before something: in narratives counted from the last time told, in news a duration."""
    meaning = span.meaning
    back = meaning.offset if meaning.offset is not None else _direction(story, span)
    number = meaning.number or 1
    named = _day_ahead(story, span)
    if meaning.the:
        told = named or (_event_day(story, span) if story.is_news else None)
        is_known = not story.is_news or story.is_told_here(span)
        point = point_of(told) or (story.last if is_known else None)
        return Answer("DATE", step(point, meaning.unit, back) if meaning.unit else "", story.basis())
    uncounted = meaning.number in (None, 0)
    after = story.text[span.end : span.end + 8].strip().lower()
    if story.is_news or after.startswith("into") or uncounted:
        value, told = duration_value(meaning.number, meaning.unit), named or _event_day(story, span)
        day = move(told, back * number, meaning.unit) if told and not uncounted else None
        return (
            Answer("DURATION", value, Basis.INFERRED, day, day, day.isoformat()) if day else Answer("DURATION", value)
        )
    return Answer("DATE", step(story.last, meaning.unit, number * back), story.basis())


def _day_ahead(story: Story, span: Span) -> date | None:
    """Give the day that follows a distance in words ("the day after Christmas"), None where none does."""
    place = story.place + 1
    if place >= len(story.spans):
        return None
    following = story.spans[place]
    between = story.text[span.end : following.start].split()
    if not 0 < len(between) < 3 or between[0].lower() not in story.around.lists["beside"]:
        return None
    return _day_of(story, place, _direction(story, span))


def _day_of(story: Story, place: int, direction: int) -> date | None:
    """Give the day of an expression by its place, of a stretch the end it is counted from; None for no day."""
    if story.read is None or story.spans[place].meaning.kind not in DAY_KINDS:
        return None
    here, story.place = story.place, place
    answer = story.read(story, story.spans[place])
    story.place = here
    extent = extent_of(answer.value)
    if answer.first and answer.last:
        return answer.first if direction < 0 else answer.last
    return date(*extent.first) if extent and extent.first == extent.last and extent.first[0] > 0 else None


def _event_day(story: Story, span: Span) -> date | None:
    """Give the day of the event a distance counts from: its own ("the ceasefire of 1 June"), or that told before it."""
    named = story.around.event_ahead.match(story.text, span.end)
    if not named:
        return None
    own = _own_day(story, span, named.start(1))
    if own:
        return own
    start = max(0, span.start - EVENT_REACH)
    window = story.text[start : span.start]
    words = named[1].lower().split()
    found = (window.lower().rfind(" ".join(words[:count])) for count in range(len(words), 0, -1))
    before = next((place for place in found if place >= 0), -1)
    if before < 0:
        return None
    begin = max(window.rfind(sign, 0, before) for sign in SENTENCE_ENDS)
    end = min((place for sign in SENTENCE_ENDS if (place := window.find(sign, before)) >= 0), default=len(window))
    low = bisect_left(story.days, start + begin, key=lambda told: told[0])
    high = bisect_left(story.days, start + end, key=lambda told: told[0])
    days = {day for _, day in story.days[low:high]}
    return days.pop() if len(days) == 1 else None


def _own_day(story: Story, span: Span, event: int) -> date | None:
    """Give the day right behind the event at a place of the text: "two days after the ceasefire of 1 June"."""
    place = story.place + 1
    if place >= len(story.spans):
        return None
    is_of = OWN.fullmatch(story.text, event, story.spans[place].start)
    return _day_of(story, place, _direction(story, span)) if is_of else None


def _direction(story: Story, span: Span) -> int:
    """Say whether the word after an expression counts back or on."""
    after = story.text[span.end : span.end + 10].strip().lower()
    return -1 if after.startswith(("before", "prior")) else 1
