"""Two periods to compare where the address names none, or only one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from web.filters import Filters
from web.histogram import Bar
from web.moments import day_in_words

DAY, YEAR = timedelta(days=1), timedelta(days=365)
Days = tuple[date | None, date | None]
REVERSED = "The address names the earlier period as the later one; they stand here in the order of their days."


@dataclass(frozen=True, slots=True)
class Periods:
    """The earlier and the later period, first and last day of each. remark: how they were chosen, where not by hand."""

    then: Days
    now: Days
    remark: str = ""


def periods_of(then: Days, now: Days, bars: Sequence[Bar]) -> Periods | None:
    """Give the periods the address names; the one it does not name lies beside the other and is as long.

    It is shorter where the calendar ends before. Where the address names none, the days of `bars` are parted so that
    about as many events lie in each. None where they cannot be parted, or no day lies beside the period named.
    """
    if any(then) and any(now):
        is_reversed = _order(now) < _order(then)
        return Periods(now, then, REVERSED) if is_reversed else Periods(then, now)
    if now[0] and now[0] > date.min and not any(then):
        last = _moved(now[0], -DAY)
        first = _moved(last, -_length(now, bars))
        return Periods((first, last), now, "The earlier period is the one just before, as long.")
    if then[1] and then[1] < date.max and not any(now):
        first = _moved(then[1], DAY)
        last = _moved(first, _length(then, bars))
        return Periods(then, (first, last), "The later period is the one just after, as long.")
    halves = halved(bars)
    if halves is None or any(then) or any(now):
        return None
    return Periods(*halves, "No periods were chosen: these two hold about as many events each.")


def _order(days: Days) -> tuple[date, date]:
    """Give what periods are ordered by: where they begin, then where they end; an open side reaches all the way."""
    return days[0] or date.min, days[1] or date.max


def period_in_words(days: Days) -> str:
    """Name a period by its days; an open side is said to be open.

    >>> period_in_words((date(2023, 4, 1), date(2023, 4, 30))), period_in_words((None, date(2023, 4, 30)))
    ('1 April 2023 to 30 April 2023', 'until 30 April 2023')
    """
    first, last = (day_in_words(day, with_weekday=False) if day else "" for day in days)
    if first == last:
        return first
    return f"{first} to {last}" if first and last else f"from {first} on" if first else f"until {last}"


def _moved(day: date, by: timedelta) -> date:
    """Give the day that lies so far from another, the first or the last of the calendar where none does."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min


def _length(days: Days, bars: Sequence[Bar]) -> timedelta:
    """Give how much later the last day of a period is than its first; an open side ends with the bars."""
    first = days[0] or (bars[0].first if bars else days[1])
    last = days[1] or (bars[-1].last if bars else days[0])
    return max(last - first, timedelta()) if first and last else timedelta()


def halved(bars: Sequence[Bar]) -> tuple[Days, Days] | None:
    """Part the days of bars so that about as many events lie on both sides, None where there is one bar or none."""
    if len(bars) < 2:
        return None
    whole, before, best, cut = sum(bar.total for bar in bars), 0, float("inf"), 1
    for place, bar in enumerate(bars[:-1], 1):
        before += bar.total
        if abs(whole - 2 * before) < best:
            best, cut = abs(whole - 2 * before), place
    return (bars[0].first, bars[cut - 1].last), (bars[cut].first, bars[-1].last)


def offers_of(filters: Filters, bars: Sequence[Bar]) -> tuple[tuple[str, str], ...]:
    """Give other periods worth comparing: in a few words, and their addresses."""
    halves = halved(bars)
    if halves is None:
        return ()
    last = bars[-1].last
    years = (_moved(last, DAY - 2 * YEAR), _moved(last, -YEAR)), (_moved(last, DAY - YEAR), last)
    found = [("halves with as many events", halves)]
    if years[0][0] > bars[0].first:
        found.append(("the last year and the one before", years))
    return tuple((words, _address(filters, *days)) for words, days in found)


def _address(filters: Filters, then: Days, now: Days) -> str:
    """Give the address that compares two periods."""
    asked = {name: day.isoformat() for name, day in zip(("then-from", "then-to"), then, strict=True) if day}
    return filters.with_(first=now[0], last=now[1], sel="").address("/graph/compare", **asked)
