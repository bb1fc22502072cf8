"""TIMEX3 values and what they cover: first and last day, grain and EDTF.

A value is the text TimeML gives a time ("1998-03", "1997-Q3", "BC0490", "2019-08-25TNI"). It is what the
resolver works out; everything else about a time follows from it and from its modifier.
"""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from graph.model import Basis, Grain, When

VALUE = re.compile(
    r"(?P<bc>BC)?(?:(?P<year>[0-9]{4})(?:-(?:(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:T(?P<time>.*))?)?"
    r"|(?P<season>SP|SU|FA|WI)|Q(?P<quarter>[1-4])|H(?P<half>[12])|W(?P<week>[0-9]{2})(?P<weekend>-WE)?))?(?:-XX)*"
    r"|(?P<decade>[0-9]{3})|(?P<century>[0-9]{2}))"
)
SEASONS = {"SP": (3, 5, 21), "SU": (6, 8, 22), "FA": (9, 11, 23), "WI": (12, 2, 24)}
NIGHT = "TNI"
APPROXIMATE = frozenset({"APPROX", "LESS_THAN", "MORE_THAN"})


class Extent(NamedTuple):
    """What a value covers. first, last: year, month, day, years before 1 negative without a year 0."""

    first: tuple[int, int, int]
    last: tuple[int, int, int]
    grain: Grain
    edtf: str


def month_end(year: int, month: int) -> int:
    """Give the last day of a month, of years before 1 too (by the years after)."""
    return calendar.monthrange(abs(year) or 4, month)[1]


def year_text(year: int) -> str:
    """Write a year as TimeML does: BC0490 for the year 490 before Christ."""
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def write(year: int, month: int | None = None, day: int | None = None) -> str:
    """Write a date as a value, as fine as it is known."""
    return year_text(year) + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def week_value(day: date, *, weekend: bool = False) -> str:
    """Write the week of a day.

    >>> week_value(date(1998, 2, 25))
    '1998-W09'
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}" + ("-WE" if weekend else "")


def extent_of(value: str) -> Extent | None:
    """Say what a value covers, None for one that names no stretch of the calendar or an impossible one.

    >>> extent_of("1997-Q3").edtf, extent_of("2019-02-30")
    ('1997-35', None)
    """
    match = VALUE.fullmatch(value)
    if not match:
        return None
    if match["decade"] or match["century"]:
        return _long(match)
    year = -int(match["year"]) if match["bc"] else int(match["year"])
    if year == 0:
        return None
    try:
        return _within_year(match, year)
    except ValueError:
        return None


def _long(match: re.Match[str]) -> Extent | None:
    """Read a decade or a century."""
    digits = match["decade"] or match["century"]
    size = 10 if match["decade"] else 100
    grain = Grain.DECADE if match["decade"] else Grain.CENTURY
    start = int(digits) * size
    open_digits = "X" * (4 - len(digits))
    if match["bc"]:
        first, last = (-start - 9, -max(start, 1)) if size == 10 else (-start - 100, -start - 1)
        return Extent((first, 1, 1), (last, 12, 31), grain, f"{_edtf_year(first)}/{_edtf_year(last)}")
    if start == 0:
        return None
    return Extent((start, 1, 1), (start + size - 1, 12, 31), grain, digits + open_digits)


def _edtf_year(year: int) -> str:
    """Write a year for EDTF, which counts 1 BC as 0000."""
    return f"-{-year - 1:04d}" if year < -1 else "0000" if year == -1 else f"{year:04d}"


def edtf_day(year: int, month: int | None = None, day: int | None = None) -> str:
    """Write a date for EDTF, as fine as it is known."""
    return _edtf_year(year) + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def _within_year(match: re.Match[str], year: int) -> Extent:
    """Read a day, month, season, quarter, half, week or year. Raises ValueError where there is no such day."""
    if match["day"]:
        month, day = int(match["month"]), int(match["day"])
        date(abs(year) if year > 0 else 4, month, day)
        return Extent((year, month, day), (year, month, day), _day_grain(match["time"]), edtf_day(year, month, day))
    if match["month"]:
        return _months(year, int(match["month"]), 1, Grain.MONTH, edtf_day(year, int(match["month"])))
    if match["quarter"]:
        quarter = int(match["quarter"])
        return _months(year, quarter * 3 - 2, 3, Grain.QUARTER, f"{_edtf_year(year)}-{32 + quarter}")
    if match["half"]:
        half = int(match["half"])
        return _months(year, half * 6 - 5, 6, Grain.HALF, f"{_edtf_year(year)}-{39 + half}")
    if match["season"]:
        return _season(year, match["season"])
    if match["week"]:
        return _week(year, int(match["week"]), is_weekend=bool(match["weekend"]))
    return Extent((year, 1, 1), (year, 12, 31), Grain.YEAR, _edtf_year(year))


def _day_grain(time: str | None) -> Grain:
    if not time:
        return Grain.DAY
    return Grain.MINUTE if ":" in time else Grain.PART_OF_DAY


def _months(year: int, month: int, count: int, grain: Grain, edtf: str) -> Extent:
    if not 1 <= month <= 12:
        raise ValueError(month)
    last = month + count - 1
    return Extent((year, month, 1), (year, last, month_end(year, last)), grain, edtf)


def _season(year: int, season: str) -> Extent:
    """A season of the north; winter of a year begins in December before and may be that year's December too."""
    begin, end, code = SEASONS[season]
    if season == "WI":
        before = year - 1 if year != 1 else -1
        return Extent(
            (before, 12, 1), (year, 3, 20), Grain.SEASON, f"{edtf_day(before, 12, 1)}/{edtf_day(year, 3, 20)}"
        )
    return Extent((year, begin, 1), (year, end, month_end(year, end)), Grain.SEASON, f"{_edtf_year(year)}-{code}")


def _week(year: int, week: int, *, is_weekend: bool) -> Extent:
    first = date.fromisocalendar(year, week, 6 if is_weekend else 1)
    last = date.fromisocalendar(year, week, 7)
    grain = Grain.WEEKEND if is_weekend else Grain.WEEK
    return Extent(_triple(first), _triple(last), grain, f"{first.isoformat()}/{last.isoformat()}")


def _triple(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _day(triple: tuple[int, int, int]) -> date | None:
    """Give a day of the common era, None for one before it or past what the calendar of Python holds."""
    return date(*triple) if 1 <= triple[0] <= 9999 else None


def when_of(value: str, modifier: str, basis: Basis, expression: str, start: int, end: int) -> When | None:
    """Say when a value is, None for one that names no stretch of the calendar.

    "early", "mid", "late" narrow a month or anything longer to the half they leave likely, with approximate ends.
    A night ends on the day after.
    """
    extent = extent_of(value)
    if extent is None:
        return None
    first, last = _day(extent.first), _day(extent.last)
    edtf = extent.edtf
    if first and last and first < last and modifier in {"START", "MID", "END"}:
        first, last = _narrow(first, last, modifier)
        edtf = interval(first, last, "~")
    elif modifier in APPROXIMATE and extent.grain in {Grain.DAY, Grain.MONTH, Grain.YEAR}:
        edtf += "~"
    latest = shift_day(last, 1) if last and value.endswith(NIGHT) else None
    return When(first, last, extent.grain, basis, edtf, expression, start, end, first if latest else None, latest)


def _narrow(first: date, last: date, modifier: str) -> tuple[date, date]:
    """Give the first half, the last half or the middle half of a stretch of days."""
    half, quarter = (last - first) // 2, (last - first) // 4
    if modifier == "START":
        return first, first + half
    if modifier == "END":
        return last - half, last
    return first + quarter, last - quarter


def interval(first: date | None, last: date | None, mark: str = "") -> str:
    """Write two days as EDTF; an end that is None is open, the mark ("~") stands at both ends.

    >>> interval(date(2019, 8, 24), date(2019, 8, 26), "~")
    '2019-08-24~/2019-08-26~'
    """
    if first is None and last is None:
        return ""
    if first == last and first is not None:
        return first.isoformat() + mark
    return f"{first.isoformat() + mark if first else ''}/{last.isoformat() + mark if last else ''}"


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Give year and month some months on."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def clamp_day(year: int, month: int, day: int) -> date | None:
    """Give a day, the month's last where it has no such day, None outside Python's calendar."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def shift_day(day: date, days: int) -> date | None:
    """Give the day some days on, None outside Python's calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None
