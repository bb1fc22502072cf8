"""Turns the meaning of time expressions into times, reading a text front to back."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from ingest.times import absolute, daytime, from_event, measures, named, quarters, relative
from ingest.times.around import Around
from ingest.times.genre import Genre
from ingest.times.impossible import NOTHING
from ingest.times.meaning import Span
from ingest.times.numerals import is_month_first
from ingest.times.running import plan_years
from ingest.times.story import Answer, Story, point_of
from ingest.times.tokens import clause_ends

Resolve = Callable[[Story, Span], Answer]

BY_KIND: Mapping[str, Resolve] = {
    "iso": absolute.resolve_iso,
    "numeric": absolute.resolve_numeric,
    "date": absolute.resolve_date,
    "other": absolute.resolve_other,
    "decade": absolute.resolve_decade,
    "century": absolute.resolve_century,
    "season": absolute.resolve_season,
    "half": absolute.resolve_half,
    "quarter": quarters.resolve_quarter,
    "fiscal": quarters.resolve_fiscal,
    "turn-of-year": quarters.resolve_turn_of_year,
    "weekday": relative.resolve_weekday,
    "deictic": relative.resolve_deictic,
    "unit": relative.resolve_unit,
    "unit-part": relative.resolve_unit_part,
    "shift": relative.resolve_shift,
    "shift-event": from_event.resolve_shift_event,
    "vague-shift": relative.resolve_vague_shift,
    "nth-day": relative.resolve_nth_day,
    "duration": measures.resolve_duration,
    "stretch": measures.resolve_stretch,
    "reference": measures.resolve_reference,
    "recent": measures.resolve_recent,
    "frequency": measures.resolve_frequency,
    "set": measures.resolve_set,
    "clock": daytime.resolve_clock,
    "part": daytime.resolve_part,
    "part-of-date": daytime.resolve_part_of_date,
    "named-day": named.resolve_named_day,
    "calendar-day": named.resolve_calendar_day,
    "calendar-month": named.resolve_calendar_month,
    "period": named.resolve_period,
    NOTHING: absolute.resolve_nothing,
}


def _read(story: Story, span: Span) -> Answer:
    return BY_KIND[span.meaning.kind](story, span)


def answers(
    text: str,
    spans: tuple[Span, ...],
    genre: Genre,
    published: date | None,
    names: Mapping[str, Any],
    around: Around,
    country: str = "",
) -> Iterator[tuple[Span, Answer]]:
    """Resolve every expression of a text, in order.

    published: the day it came out, None where unknown. names: the table of named days and periods.
    around: the words around times.
    country (ISO 3166-1 alpha-3): whose way of writing dates in digits it follows.
    """
    plan, asides = plan_years(text, spans, genre)
    story = Story(text, spans, genre, published, names, around, country, plan=plan, asides=asides)
    story.breaks, story.read = clause_ends(text, around.clause_end), _read
    story.is_month_first = is_month_first(spans, published, country, around.lists["month-first"])
    if story.is_news and published:
        story.last, story.year = point_of(published), published.year
    for place, span in enumerate(spans):
        story.place = place
        answer = _read(story, span)
        story.take(span, answer)
        yield span, answer
