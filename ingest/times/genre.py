"""Tells news, which is told from its day, from a narrative, which runs along its own years."""

import re
from datetime import date
from enum import StrEnum

from ingest.times.around import Around
from ingest.times.tokens import Word


class Genre(StrEnum):
    """How a text tells time."""

    NEWS = "news"
    NARRATIVE = "narrative"


DATELINE_REACH = 300


def genre_of(text: str, words: list[Word], around: Around, published: date | None = None) -> Genre:
    """Say how a text tells time, by the years it names and the words of news in it."""
    if around.dateline.search(text[:DATELINE_REACH]) or (published and _names_day(text[:DATELINE_REACH], published)):
        return Genre.NEWS
    years = [int(w.lower) for w in words if len(w.lower) == 4 and w.lower.isascii() and w.lower.isdigit()]
    years = [year for year in years if 1200 < year < 2100]
    present = published.year if published else max(years, default=0)
    far = sum(abs(year - present) > 1 for year in years)
    far += 3 * sum(word.lower in around.eras for word in words)
    news = sum(around.has("news-word", word.lower) or word.lower in around.weekdays for word in words)
    is_narrative = far >= 6 and far > 2 * news and far * 250 > len(words)
    return Genre.NARRATIVE if is_narrative else Genre.NEWS


def _names_day(head: str, day: date) -> bool:
    return bool(re.search(rf"\b0?{day.day}\b[^\n]{{0,9}}\b{day.year}\b", head))
