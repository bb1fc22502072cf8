"""Gives the days of a year on which a named day falls: the only module that knows the calendar libraries.

A rule is one of
    fixed 12-25            nth -1 monday 05       holiday SG Chinese New Year
    easter orthodox -2     islamic 09-01..09-last persian 11-22
    hebrew 02-05 fri-1 sat-2 mon+1
with `..` before a last day, and, after nth and holiday, +N days. The last signs of hebrew move the day where it
would fall on that weekday. Days that begin at sunset are given by their daylight.
"""

import calendar
import re
import warnings
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import holidays
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Gregorian, Hijri
from pyluach.dates import HebrewDate

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
RULE = re.compile(
    r"fixed \d\d-\d\d(\.\.\d\d-\d\d)?|nth -?\d [a-z]+ \d\d( \+\d+)?|easter (western|orthodox) [+-]\d+(\.\.[+-]\d+)?"
    r"|islamic (\d\d-\d\d(\.\.\d\d-(\d\d|last))?|friday \d\d)"
    r"|hebrew \d\d-\d\d(\.\.(\d\d-\d\d|\+\d+))?( [a-z]{3}[+-]\d)*"
    r"|persian \d\d-\d\d|holiday [A-Z]{2} .+"
)
HIJRI_YEARS = range(1924, 2077)
HEBREW_OFFSET = 3760
NEW_YEARS = {"islamic": "islamic 01-01", "hebrew": "hebrew 07-01", "persian": "persian 01-01"}
PERSIAN_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
PERSIAN_OFFSET, KNOWN_NOWRUZ = 621, date(1996, 3, 20)
ISLAMIC_YEAR, ISLAMIC_ERA = 0.970224, 621.57
Stretch = tuple[date, date]


def is_rule(rule: str) -> bool:
    """Say whether a rule can be read."""
    return RULE.fullmatch(rule) is not None


@lru_cache(maxsize=4096)
def days_of(rule: str, year: int) -> tuple[Stretch, ...]:
    """Give first and last day of each time a named day falls in a year of the common calendar.

    Empty where it cannot be computed: outside the years a calendar is known for.
    """
    kind, _, rest = rule.partition(" ")
    finders = {
        "fixed": _fixed, "nth": _nth, "easter": _easter, "islamic": _islamic, "hebrew": _hebrew,
        "persian": _persian, "holiday": _holiday,
    }  # fmt: skip
    if not 1 < year < 9998:
        return ()
    try:
        return tuple(finders[kind](rest, year))
    except (ValueError, OverflowError):
        return ()


@lru_cache(maxsize=1024)
def days_of_own_year(rule: str, year: int) -> tuple[Stretch, ...]:
    """Give the days of a rule in a year of its own calendar: Ramadan 1419, 15 Khordad 1342, 9 Av 5758.

    Empty for a rule of the common calendar.

    >>> days_of_own_year("persian 03-15", 1342)[0][0].isoformat()
    '1963-06-05'
    """
    kind = rule.partition(" ")[0]
    if kind not in NEW_YEARS:
        return ()
    begins = {"islamic": int(year * ISLAMIC_YEAR + ISLAMIC_ERA), "hebrew": year - HEBREW_OFFSET - 1}
    begin = begins.get(kind, year + PERSIAN_OFFSET)
    firsts = [day for common in (begin - 1, begin, begin + 1, begin + 2) for day, _ in days_of(NEW_YEARS[kind], common)]
    stretches = [stretch for common in (begin - 1, begin, begin + 1, begin + 2) for stretch in days_of(rule, common)]
    return tuple(stretch for stretch in stretches if _year_number(kind, stretch[0], firsts) == year)


def _year_number(kind: str, day: date, firsts: list[date]) -> int | None:
    """Give the year of a calendar a day lies in, by the new years around it."""
    if kind == "islamic":
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    begun = [first for first in firsts if first <= day]
    if not begun:
        return None
    return begun[-1].year + (HEBREW_OFFSET + 1 if kind == "hebrew" else -PERSIAN_OFFSET)


def _parts(rest: str) -> tuple[str, str]:
    """Split a stretch at its dots; a single day is its own last."""
    first, _, last = rest.partition("..")
    return first, last or first


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _fixed(rest: str, year: int) -> Iterator[Stretch]:
    first, last = (_month_day(part) for part in _parts(rest))
    yield date(year, *first), date(year + (last < first), *last)


def _nth(rest: str, year: int) -> Iterator[Stretch]:
    count, weekday, month, *more = rest.split()
    weeks = calendar.monthcalendar(year, int(month))
    days = [week[WEEKDAYS.index(weekday)] for week in weeks if week[WEEKDAYS.index(weekday)]]
    number = int(count)
    day = date(year, int(month), days[number - 1 if number > 0 else number]) + timedelta(int(more[0]) if more else 0)
    yield day, day


def _easter(rest: str, year: int) -> Iterator[Stretch]:
    church, offsets = rest.split()
    sunday = easter(year, EASTER_WESTERN if church == "western" else EASTER_ORTHODOX)
    first, last = (timedelta(int(part)) for part in _parts(offsets))
    yield sunday + first, sunday + last


def _islamic(rest: str, year: int) -> Iterator[Stretch]:
    if year not in HIJRI_YEARS:
        return
    start = Gregorian(year, 1, 1).to_hijri().year
    for hijri in range(start, start + 3):
        if rest.startswith("friday"):
            stretch = _last_friday(hijri, int(rest.split()[1]))
        else:
            first, last = _parts(rest)
            stretch = _hijri(hijri, first), _hijri(hijri, last)
        if stretch[0].year == year:
            yield stretch


def _hijri(year: int, month_day: str) -> date:
    month, _, day = month_day.partition("-")
    number = Hijri(year, int(month), 1).month_length() if day == "last" else int(day)
    return _plain(Hijri(year, int(month), number).to_gregorian())


def _plain(day: Any) -> date:
    return date(day.year, day.month, day.day)


def _last_friday(year: int, month: int) -> Stretch:
    end = _hijri(year, f"{month:02d}-last")
    day = end - timedelta((end.weekday() - 4) % 7)
    return day, day


def _hebrew(rest: str, year: int) -> Iterator[Stretch]:
    span, *moves = rest.split()
    first, last = _parts(span)
    for hebrew in (year + HEBREW_OFFSET, year + HEBREW_OFFSET + 1):
        begin = _plain(HebrewDate(hebrew, *_hebrew_month(hebrew, first)).to_pydate())
        if last.startswith("+"):
            end = begin + timedelta(int(last))
        else:
            end = _plain(HebrewDate(hebrew, *_hebrew_month(hebrew, last)).to_pydate())
        shift = timedelta(_hebrew_shift(begin, moves))
        if begin.year == year:
            yield begin + shift, end + shift


def _hebrew_month(year: int, month_day: str) -> tuple[int, int]:
    """Give month and day, the last month (Adar) as Adar II in leap years."""
    month, day = _month_day(month_day)
    is_leap = (7 * year + 1) % 19 < 7
    return (13 if month == 12 and is_leap else month), day


def _hebrew_shift(day: date, moves: list[str]) -> int:
    return sum(int(move[3:]) for move in moves if WEEKDAYS[day.weekday()].startswith(move[:3]))


def _persian(rest: str, year: int) -> Iterator[Stretch]:
    """Count from Nowruz: six months of 31 days, then of 30, the last as long as the year."""
    month, day = _month_day(rest)
    if not 1 <= day <= (31 if month <= 6 else 30):
        return
    offset = (month - 1) * 31 - max(0, month - 7) + day - 1
    for start in (year - 1, year):
        found = nowruz(start) + timedelta(offset)
        if found.year == year and found < nowruz(start + 1):
            yield found, found


@lru_cache(maxsize=512)
def nowruz(year: int) -> date:
    """Give the Persian new year that falls in a common year, by the 33-year cycle (right from 1799 to 2256).

    >>> nowruz(1979).isoformat()
    '1979-03-21'
    """
    persian, known = year - PERSIAN_OFFSET, KNOWN_NOWRUZ.year - PERSIAN_OFFSET
    leaps = sum(one % 33 in PERSIAN_LEAPS for one in range(min(persian, known), max(persian, known)))
    days = 365 * (persian - known) + (leaps if persian > known else -leaps)
    return KNOWN_NOWRUZ + timedelta(days)


def _holiday(rest: str, year: int) -> Iterator[Stretch]:
    country, _, name = rest.partition(" ")
    name, first, last = _shifted(name)
    days = _holiday_days(country, name, year)
    if days:
        yield days[0] + timedelta(first), days[0] + timedelta(last)


def _shifted(name: str) -> tuple[str, int, int]:
    """Read the days after a holiday's name: "Dussehra -9..-1", "Chinese New Year +14"."""
    match = re.fullmatch(r"(.+?) ([+-]\d+(?:\.\.[+-]\d+)?)", name)
    if not match:
        return name, 0, 0
    first, last = _parts(match[2])
    return match[1], int(first), int(last)


@lru_cache(maxsize=1024)
def _holiday_days(country: str, name: str, year: int) -> tuple[date, ...]:
    """Give the days of a year that bear a name among a country's holidays, in order; none where it tells none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        calendar_of = holidays.country_holidays(country, years=[year], language="en_US")
    return tuple(day for day, names in sorted(calendar_of.items()) if name in re.split(r"; | \(", names))
