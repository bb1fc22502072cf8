"""Resolves expressions that name a stretch of the calendar: dates, seasons, quarters, decades."""

import re
from datetime import date, datetime

from graph.model import Basis
from ingest.times.meaning import Meaning, Span
from ingest.times.nearest import year_near
from ingest.times.numerals import long_year, readings
from ingest.times.other import read_day, spoken
from ingest.times.story import SEASON_MONTH, Answer, Point, Story, point_of
from ingest.times.tokens import words_of
from ingest.times.values import add_months, interval, write, year_text

DROP = 7
TWO_YEARS = re.compile(r"[0-9]{4} ?[-–/] ?[0-9]")
YEAR_AHEAD = re.compile(r"[^.;\n]{0,30}?\b(?:of )?((?:1[5-9]|20)[0-9]{2}|[0-9]{1,4} ?BC)\b")
ERA_AHEAD = re.compile(r"[^.;\n]{0,40}\bB\.?C")


def resolve_iso(story: Story, span: Span) -> Answer:
    """2008-12-05, with or without a time; nothing of it where day or hour cannot be."""
    raw = span.meaning.raw.upper()
    try:
        datetime.fromisoformat(raw)
    except ValueError:
        raw = ""
    return Answer("TIME" if "T" in span.meaning.raw.upper() else "DATE", raw)


def resolve_nothing(_: Story, __: Span) -> Answer:
    """1 January 10000: a date that cannot be."""
    return Answer("DATE")


def resolve_numeric(story: Story, span: Span) -> Answer:
    """3/4/1998, 13.5.1999: in the order its text or country writes, with dots always the day first.

    Where nothing tells the order, the month is taken to be first, and its stretch holds both readings.
    """
    month_first, day_first = readings(span.meaning.raw)
    if "." in span.meaning.raw:
        month_first = day_first or month_first
    if not month_first or not day_first or month_first == day_first or "." in span.meaning.raw:
        day = month_first or day_first
        return Answer("DATE", day.isoformat() if day else "")
    if story.is_month_first is not None:
        return Answer("DATE", (month_first if story.is_month_first else day_first).isoformat())
    first, last = sorted((month_first, day_first))
    return Answer("DATE", month_first.isoformat(), Basis.INFERRED, first, last, interval(first, last))


def resolve_other(story: Story, span: Span) -> Answer:
    """12 de mayo de 2009: what dateparser makes of it."""
    day = read_day(spoken([word.lower for word in words_of(span.text)]))
    return Answer("DATE", day.isoformat() if day else "")


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether there is such a day; of years before 1 any month has the days of a leap year."""
    try:
        date(year if 0 < year < 10000 else 4, month, day)
    except ValueError:
        return False
    return True


def resolve_date(story: Story, span: Span) -> Answer:
    """A month, a day of a month or a year, each with or without the coarser part."""
    return date_answer(story, span, span.meaning)


def date_answer(story: Story, span: Span, meaning: Meaning) -> Answer:
    """Resolve a date whose parts stand in a meaning."""
    year, basis = told_year(story, span, meaning), Basis.STATED
    if meaning.month is None:
        if year is None and meaning.day is not None:
            return _day_of_this_month(story, span)
        return Answer("DATE", year_text(year) if year else "")
    if year is None:
        year, basis = missing_year(story, span, meaning)
    day = meaning.day
    if year is None:
        return Answer("DATE", f"XXXX-{meaning.month:02d}" + (f"-{day:02d}" if day else ""), basis)
    if day and not is_day(year, meaning.month, day):
        return Answer("DATE", "", basis)
    return Answer("DATE", write(year, meaning.month, day), basis)


def _day_of_this_month(story: Story, span: Span) -> Answer:
    """The 15th of last month; a bare "the 15th" is of the month told last, else of this one, and not ahead."""
    told = story.last if span.meaning.offset is None else None
    anchor = told if told and told.month else story.anchor()
    if not anchor or not anchor.month or not span.meaning.day:
        return Answer("DATE")
    year, month = add_months(anchor.year, anchor.month, span.meaning.offset or 0)
    good = is_day(year, month, span.meaning.day)
    if good and span.meaning.offset is None and story.published:
        is_ahead = date(year, month, span.meaning.day) > story.published
        if is_ahead and anchor == point_of(story.published) and not story.is_future(span):
            year, month = add_months(year, month, -1)
        good = is_day(year, month, span.meaning.day) and date(year, month, span.meaning.day) <= story.published
    return Answer("DATE", write(year, month, span.meaning.day) if good else "", story.basis())


def told_year(story: Story, span: Span, meaning: Meaning) -> int | None:
    """Give the year an expression tells, in two or four digits, before Christ or after."""
    if meaning.century is not None and meaning.short_year is not None:
        year = meaning.century // 100 * 100 + meaning.short_year
        return year if year >= meaning.century else year + 100
    if meaning.short_year is not None:
        return long_year(meaning.short_year)
    if meaning.year is None:
        return None
    if span.rule == "era-year" and meaning.era is None and ERA_AHEAD.match(story.text[span.end : span.end + 50]):
        return -meaning.year
    return meaning.year


def missing_year(story: Story, span: Span, meaning: Meaning) -> tuple[int | None, Basis]:
    """Give the year of a month or day that tells none."""
    if meaning.reference:
        return (story.last.year if story.last else None), Basis.RUNNING_YEAR
    month, base = meaning.month or 1, story.base_year()
    if counts_from_told(story, span) and story.last:
        return year_beside(story.last, month, meaning.offset or 0), story.basis()
    if meaning.unit == "Y" and meaning.offset is not None and base:  # "May of last year"; "last May" is another
        return base + meaning.offset, story.basis()
    named = _year_of_attack(story, span, meaning)
    if named:
        return named, Basis.STATED
    if story.is_news and story.published:
        return year_near(story, span, month, story.published), Basis.PUBLICATION
    planned = story.plan.get(story.place)
    if planned is not None:
        return planned, Basis.RUNNING_YEAR
    if story.year is None:
        return None, Basis.RUNNING_YEAR
    dropped = story.month is not None and month - story.month <= -DROP
    return story.year + dropped, Basis.RUNNING_YEAR


def counts_from_told(story: Story, span: Span) -> bool:
    """Say whether a month or season is counted from the last time told: "the following March"."""
    counting = story.around.lists["from-told"].intersection(span.text.lower().split())
    return bool(span.meaning.offset and not span.meaning.unit and counting)


def year_beside(last: Point, month: int, offset: int) -> int | None:
    """Give the year of the first such month after a time told, or of the last before it; None after a bare year."""
    if last.month is None:
        return None
    return last.year + (month <= last.month) if offset > 0 else last.year - (month >= last.month)


def _year_of_attack(story: Story, span: Span, meaning: Meaning) -> int | None:
    """Give the year of an attack known by its day ("the Sept. 11 attacks"), None for any other day."""
    if not meaning.day or not story.around.attack.match(story.text, span.end):
        return None
    month = story.around.months[meaning.month or 1]
    spellings = (f"{month} {meaning.day} ", f"{meaning.day} {month} ")
    today = story.published.isoformat() if story.published else "9999"
    firsts = [
        row["first"]
        for row in story.names.get("periods", {}).values()
        if any(_is_attack(story, name, spellings) for name in (row["name"], *row["aliases"].split("|")))
    ]
    past = [first for first in firsts if first <= today]
    return int(max(past)[:4]) if past else None


def _is_attack(story: Story, name: str, spellings: tuple[str, ...]) -> bool:
    """Say whether the name of a period is that of an attack by its day, each way to write it ending in a blank."""
    day = next((spelling for spelling in spellings if name.lower().startswith(spelling)), "")
    return bool(day) and story.around.attack.match(name, len(day) - 1) is not None


def resolve_decade(story: Story, span: Span) -> Answer:
    """The 1990s, the nineties, the 470s BC."""
    digits = span.meaning.decade
    if span.meaning.era == -1:
        return Answer("DATE", f"BC{digits.zfill(3)}")
    return Answer("DATE", digits.zfill(3) if len(digits) >= 2 else "19" + digits)


def resolve_century(story: Story, span: Span) -> Answer:
    """The late 19th century; "the turn of the century" names none."""
    ordinal = span.meaning.ordinal
    if ordinal is None or not 1 <= ordinal <= 99:
        return Answer("DATE")
    return Answer("DATE", ("BC" if span.meaning.era == -1 else "") + f"{ordinal - 1:02d}")


def resolve_season(story: Story, span: Span) -> Answer:
    """A season, of a told year, of last or next year, or of the running one."""
    meaning, told = span.meaning, told_year(story, span, span.meaning)
    if told is not None:
        return _season_of(told, meaning.season, is_told_twice=bool(TWO_YEARS.search(span.text)))
    year = _year_of_season(story, span)
    value = f"{year_text(year) if year else 'XXXX'}-{meaning.season}"
    return Answer("DATE", value, story.basis())


def _season_of(year: int, season: str, *, is_told_twice: bool) -> Answer:
    """Give a season of a year; the winter of 1995-96 begins in the first of its years."""
    value = f"{year_text(year)}-{season}"
    if not is_told_twice or not 0 < year < 9999:
        return Answer("DATE", value)
    first, last = date(year, 12, 1), date(year + 1, 3, 20)
    return Answer("DATE", value, Basis.STATED, first, last, interval(first, last))


def _year_of_season(story: Story, span: Span) -> int | None:
    meaning, base = span.meaning, story.base_year()
    if meaning.reference:
        return story.last.year if story.last else base
    if counts_from_told(story, span) and story.last:
        return year_beside(story.last, SEASON_MONTH[meaning.season], meaning.offset or 0)
    if meaning.offset is not None and base:
        month = story.published.month if story.is_news and story.published else story.month or 6
        passed = (SEASON_MONTH[meaning.season] - month) * meaning.offset <= 0
        return base + (meaning.offset if passed else 0)
    tail = story.text[span.end : span.end + 40]
    joined = YEAR_AHEAD.match(tail) if re.match(r" and |-", tail) else None
    if joined:
        digits = re.match(r"[0-9]+", joined[1])
        year = int(digits[0]) if digits else 0
        return -year if "B" in joined[1] else year
    if base and not story.is_news and meaning.season == "WI" and story.month and story.month >= 9:
        return base + 1
    return base


def resolve_half(story: Story, span: Span) -> Answer:
    """The first half of a year, month, decade or century; of the last three the whole is given."""
    meaning = span.meaning
    if meaning.decade:
        return Answer("DATE", meaning.decade)
    if meaning.century:
        return Answer("DATE", f"{meaning.century - 1:02d}")
    if meaning.month:
        return resolve_date(story, span)
    base = story.base_year()
    year = meaning.year or (base + (meaning.offset or 0) if base else None)
    half = meaning.ordinal or 2
    return Answer("DATE", f"{year_text(year)}-H{half}" if year and half <= 2 else "")
