"""Tells news, which is told from its day, from a narrative, which runs along its own years."""

import re
from datetime import date
from enum import StrEnum

from ingest.times.tokens import Word


class Genre(StrEnum):
    """How a text tells time."""

    NEWS = "news"
    NARRATIVE = "narrative"


NEWS_WORDS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday",
    "tomorrow", "tonight", "said", "says", "told",
})  # fmt: skip
ERAS = frozenset({"bc", "b.c.", "b.c", "bce"})
DATELINE_REACH = 300
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"(?:^|\n)[^\n]{{0,60}}?\b(?:{MONTH} [0-9]{{1,2}} ?,?|[0-9]{{1,2}} {MONTH}) (?:[0-9]{{4}}|[0-9]{{2}})"
    r"(?: ?\n| ?--| ?\(| ?[-–—] )",
    re.IGNORECASE,
)


def genre_of(text: str, words: list[Word], published: date | None = None) -> Genre:
    """Say how a text tells time, by the years it names and the words of news in it."""
    if DATELINE.search(text[:DATELINE_REACH]) or (published and _names_day(text[:DATELINE_REACH], published)):
        return Genre.NEWS
    years = [int(w.lower) for w in words if len(w.lower) == 4 and w.lower.isascii() and w.lower.isdigit()]
    years = [year for year in years if 1200 < year < 2100]
    present = published.year if published else max(years, default=0)
    far = sum(abs(year - present) > 1 for year in years)
    far += 3 * sum(word.lower in ERAS for word in words)
    news = sum(word.lower in NEWS_WORDS for word in words)
    is_narrative = far >= 6 and far > 2 * news and far * 250 > len(words)
    return Genre.NARRATIVE if is_narrative else Genre.NEWS


def _names_day(head: str, day: date) -> bool:
    return bool(re.search(rf"\b0?{day.day}\b[^\n]{{0,9}}\b{day.year}\b", head))
