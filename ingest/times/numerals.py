"""Says in which order a text writes dates in digits: 3/4/1998 is a day in March or in April."""

import re
from collections.abc import Iterable
from datetime import date

from ingest.times.meaning import Span

PIVOT = 30
NEAR_DAYS = 7


def long_year(year: int) -> int:
    """Give the century to a year of two digits."""
    return year + (1900 if year > PIVOT else 2000)


def readings(raw: str) -> tuple[date | None, date | None]:
    """Give the day a date in digits means with the month first and with the day first, None where it is none.

    >>> readings("25/4/98")
    (None, datetime.date(1998, 4, 25))
    """
    *parts, digits = re.split(r"[/.-]", raw)
    first, second = map(int, parts)
    year = long_year(int(digits)) if len(digits) == 2 else int(digits)
    return _day(year, first, second), _day(year, second, first)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_month_first(
    spans: Iterable[Span], published: date | None, country: str, countries: frozenset[str]
) -> bool | None:
    """Say whether a text puts the month first; None where nothing tells.

    Its own dates tell first: one that can be read in one way only, or one that is about the day of publication in
    one reading only. Then the country (ISO 3166-1 alpha-3).
    countries: those that put the month first.
    """
    pairs = [
        readings(span.meaning.raw) for span in spans if span.meaning.kind == "numeric" and "." not in span.meaning.raw
    ]
    votes = [
        month_first is not None for month_first, day_first in pairs if (month_first is None) != (day_first is None)
    ]
    if not votes and published:
        votes = [vote for pair in pairs if (vote := _nearer(pair, published)) is not None]
    if votes and all(votes) != (not any(votes)):
        return all(votes)
    return country in countries if country else None


def _nearer(pair: tuple[date | None, date | None], published: date) -> bool | None:
    """Say whether the reading with the month first is the one about publication, None for both or neither."""
    near = [day is not None and abs((day - published).days) <= NEAR_DAYS for day in pair]
    return near[0] if near[0] != near[1] else None
