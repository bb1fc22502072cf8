"""Times in words: when something was, as finely as it is known, and what that rests on."""

import re
from datetime import date
from typing import Any

from graph.model import Basis, Grain

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
# A stretch that begins with a month or year, and ends with one, with a day, or is open.
COARSE_ENDS = re.compile(r"\d{4}(-\d\d)?/(?:(\d{4}(?:-\d\d)?)|\d{4}-\d\d-\d\d)?\Z")
NO_DAY = "day not known"


def as_day(value: Any) -> date | None:
    """Give a day of the store as a date; None where there is none or it is no day.

    >>> as_day("2019-08-27")
    datetime.date(2019, 8, 27)
    """
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    text = value.iso_format() if hasattr(value, "iso_format") else value
    if not isinstance(text, str) or not ISO_DAY.match(text[:10]):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def day_in_words(day: date, *, with_weekday: bool = True) -> str:
    """Give a day in words.

    >>> day_in_words(date(2019, 8, 27))
    'Tuesday 27 August 2019'
    """
    words = f"{day.day} {day:%B} {day.year}"
    return f"{day:%A} {words}" if with_weekday else words


def short_day(day: date | None) -> str:
    """Give a day in a few letters, "" for none.

    >>> short_day(date(2019, 8, 7))
    '7 Aug 2019'
    """
    return f"{day.day} {day:%b} {day.year}" if day else ""


def when_in_words(first: date | None, last: date | None, grain: str = "", edtf: str = "") -> str:
    """Say when something was, no finer than it is known.

    Days are those it lies between, which says nothing of how long it lasted.

    >>> when_in_words(date(2019, 8, 1), date(2019, 8, 27), "day")
    'between 1 and 27 August 2019'
    >>> when_in_words(date(2019, 8, 1), date(2019, 8, 31), "month", "2019-08~")
    'about August 2019'
    >>> when_in_words(date(2019, 8, 1), None)
    'on or after 1 August 2019'
    >>> when_in_words(None, date(2019, 8, 27))
    'on or before 27 August 2019'
    >>> when_in_words(date(1964, 1, 1), date(1989, 12, 15), "", "1964/1989-12-15")
    'since 1964, as of 15 December 1989'
    >>> when_in_words(date(1989, 3, 1), date(1989, 5, 31), "", "1989-03/1989-05")
    'March 1989 to May 1989'
    """
    hedge = "about " if "~" in edtf or "%" in edtf else "perhaps " if "?" in edtf else ""
    if first is not None and (ends := COARSE_ENDS.match(edtf)):
        return _coarse(first, last, has_months=ends[1] is not None, is_whole=ends[2] is not None)
    if first is not None and last is not None:
        whole = _whole(first, last, grain)
        return hedge + whole if whole else _loosely(hedge) + f"between {_range(first, last, 'and')}"
    if first is not None:
        return f"{_loosely(hedge)}on or after {day_in_words(first, with_weekday=False)}"
    if last is not None:
        return f"{_loosely(hedge)}on or before {day_in_words(last, with_weekday=False)}"
    return f"{hedge}{edtf}" if edtf and edtf[0] in "-0123456789" else NO_DAY


def _loosely(hedge: str) -> str:
    """Give the words before days that are not exact: no "about between"."""
    return hedge.replace("about", "roughly")


def _coarse(first: date, last: date | None, *, has_months: bool, is_whole: bool) -> str:
    """Name a stretch that begins with a whole month or year, and ends with one (is_whole), with a day, or is open."""
    start, *end = (f"{day:%B} {day.year}" if has_months else f"{day.year}" for day in (first, last) if day)
    if is_whole and end:
        return f"{start} to {end[0]}"
    return f"since {start}" + (f", as of {day_in_words(last, with_weekday=False)}" if last else "")


def _whole(first: date, last: date, grain: str) -> str:
    """Name a whole day, week, month or year, "" where the days are none."""
    if first == last:
        return day_in_words(first)
    starts_month = first.day == 1
    if starts_month and grain == Grain.YEAR and first.year == last.year and (last.month, last.day) == (12, 31):
        return f"{first.year}"
    if starts_month and grain == Grain.MONTH and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    if grain in (Grain.WEEK, Grain.WEEKEND):
        return f"the {grain} of {_range(first, last)}"
    return ""


def _range(first: date, last: date, joining: str = "to") -> str:
    """Name the days from first to last, saying nothing twice."""
    end = day_in_words(last, with_weekday=False)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} {joining} {end}"
    if first.year == last.year:
        return f"{first.day} {first:%B} {joining} {end}"
    return f"{day_in_words(first, with_weekday=False)} {joining} {end}"


def bounds_in_words(earliest: date | None, latest: date | None) -> str:
    """Say between which days a day lies that is only the likeliest, "" where there is none.

    >>> bounds_in_words(date(2019, 8, 24), date(2019, 8, 27))
    'the likeliest day; it may have been any of 24 to 27 August 2019'
    """
    if earliest is None or latest is None or earliest == latest:
        return ""
    return f"the likeliest day; it may have been any of {_range(earliest, latest)}"


def reason_of(basis: str, expression: str, published: date | None, *, is_known: bool) -> str:
    """Say what a report's time rests on, as the end of a sentence.

    is_known: whether any day is known.

    >>> reason_of("resolved against publication", "Sunday night", date(2019, 8, 27), is_known=True)
    '“Sunday night”, resolved against Tuesday 27 August 2019, the day the article came out'
    """
    quoted = f"“{expression}”" if expression else ""
    if not is_known:
        return f"{quoted} could not be dated" if quoted else "the text names no time that could be dated"
    if basis == Basis.STATED:
        return f"stated as {quoted}" if quoted else "stated in the text"
    if basis == Basis.PUBLICATION:
        day = f"{day_in_words(published)}, the day the article came out" if published else "the day of publication"
        return f"{quoted}, resolved against {day}" if quoted else f"resolved against {day}"
    if basis == Basis.RUNNING_YEAR:
        return f"{quoted}, in the year the text was speaking of" if quoted else "in the year the text speaks of"
    if basis == Basis.INFERRED:
        return f"worked out from {quoted} in the text" if quoted else "worked out from the text"
    day = f", which came out on {day_in_words(published)}" if published else ""
    return f"the sentence names no time; bounded by the article{day}"
