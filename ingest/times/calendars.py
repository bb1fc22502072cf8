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
    """Count from Nowruz: six months of 31 days, then of 30."""
    month, day = _month_day(rest)
    offset = (month - 1) * 31 - max(0, month - 7) + day - 1
    for start in (year - 1, year):
        for nowruz in _holiday_days("IR", "Nowruz", start):
            found = nowruz + timedelta(offset)
            if found.year == year:
                yield found, found


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
    """Give the days of a year that bear a name among a country's holidays, in order."""
    calendar_of = holidays.country_holidays(country, years=[year], language="en_US")
    return tuple(day for day, names in sorted(calendar_of.items()) if name in re.split(r"; | \(", names))
