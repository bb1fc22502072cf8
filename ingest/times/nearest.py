"""Gives a month or day told without its year the likeliest: the nearest, unless the words around it tell another."""

import re
from datetime import date

from ingest.times.around import PAST
from ingest.times.meaning import Span
from ingest.times.story import Story

AHEAD_MONTHS = 2
AHEAD_DAYS = 60
REACH = 70
OPENING_WORDS = 2  # before a date that opens its clause: "and on"
LEAP_REACH = 8  # years between two leap days at most: 1896 and 1904
HALF_YEAR = 184  # only a leap day lies farther from any day
DAY_OF_MONTH = re.compile(r"the [0-9]{1,2} ", re.IGNORECASE)


def year_near(story: Story, span: Span, month: int, published: date) -> int:
    """Give the year that brings a month or day nearest to publication."""
    meaning = span.meaning
    if meaning.offset is not None:
        step = meaning.offset
        passed = (month - published.month) * step <= 0
        return published.year + (step if step and passed else 0)
    if meaning.day:
        return _year_of_day(story, span, _days_near(published.year, month, meaning.day), published)
    years = (published.year - 1, published.year, published.year + 1)
    distance = {year: (year - published.year) * 12 + month - published.month for year in years}
    year = min(years, key=lambda one: abs(distance[one]))
    if distance[year] > AHEAD_MONTHS and not story.is_future(span) and _is_told_past(story, span):
        return year - 1
    return year


def _year_of_day(story: Story, span: Span, days: dict[int, date], published: date) -> int:
    """Give the year that brings a day nearest to publication, the next where it is told as ahead."""
    if not days:
        return published.year
    distance, year = min((abs((day - published).days), year) for year, day in days.items())
    before = max((one for one in days if one < year), default=year)
    is_past = days[year] < published
    if not is_past and days[year] != published and is_known(story, span):
        return before
    if distance <= AHEAD_DAYS:
        return before if not is_past and days[year] != published and _is_surely_past(story, span) else year
    if is_past:
        return min((one for one in days if one > year), default=year) if story.is_future(span) else year
    is_told_past = distance > HALF_YEAR or _is_told_past(story, span)
    return before if is_told_past and not story.is_future(span) else year


def _is_told_past(story: Story, span: Span) -> bool:
    """Say whether the past is told before an expression, or after one that opens its clause: "on 2 May they fled"."""
    if story.is_past(span):
        return True
    before, after = story.clause(span)
    told = story.around.telling.search(after.lower()) if _opens(story, before) else None
    return told is not None and told.lastgroup == PAST


def _is_surely_past(story: Story, span: Span) -> bool:
    """Say whether a day can only be past: "rebels attacked the town on 3 May", with no word of a plan before it."""
    before = story.clause(span)[0].lower().rpartition(",")[2]
    words = before.split()
    signs = [match.lastgroup for match in story.around.telling.finditer(before)]
    is_on = bool(words) and words[-1] == "on"
    return is_on and signs == [PAST] and not story.around.lists["aim"].intersection(words)


def _opens(story: Story, before: str) -> bool:
    """Say whether an expression opens its clause, whatever days it is joined to: "shelling on 3-5 June and 9-"."""
    dates = {*map(str.lower, story.around.months.values()), *story.around.lists["range"], "and", ","}
    words = (word for word in re.split(r"[\s\d–—-]+", before.lower()) if word)
    return sum(word not in dates for word in words) <= OPENING_WORDS


def _days_near(year: int, month: int, day: int) -> dict[int, date]:
    """Give a day of a year, of the last year before and of the next after it that have the day."""
    earlier = (_day(year - back, month, day) for back in range(1, LEAP_REACH + 1))
    later = (_day(year + on, month, day) for on in range(1, LEAP_REACH + 1))
    found = (next(filter(None, earlier), None), _day(year, month, day), next(filter(None, later), None))
    return {one.year: one for one in found if one}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_known(story: Story, span: Span) -> bool:
    """Say whether a day names a deed that has been: "the 2 May raid", "was hurt in a 2 May attack".

    Nothing planned, feared, threatened or told as coming is one, nor what happens on that day: "on 2 May attacks …".
    """
    around, (before, after) = story.around, story.clause(span)
    deed = around.known_deed.match(story.text, span.end)
    if not deed or around.foreseen.search(before.rpartition(",")[2]) or around.future.search(before[-REACH:].lower()):
        return False
    rest = after[deed.end() - span.end :]
    told = around.telling.search(rest if around.inside.match(before.lstrip()) else rest.partition(",")[0])
    is_told_past = told is not None and told.lastgroup == PAST and not around.foreseen.search(rest.partition(",")[0])
    # what follows "those hurt in the 2 May raid" is told of them, not of the raid
    is_open = told is None or around.inside.search(before) is not None
    if DAY_OF_MONTH.match(span.text) or around.known_by.search(before):
        return is_told_past or is_open
    is_done = is_told_past or (is_open and around.done.search(before) is not None)
    return is_done and not around.day_told.search(before)
