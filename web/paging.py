"""One page of a list of events, read in parts of the key that the engine can bear."""

import re
import time
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from werkzeug.datastructures import MultiDict

from graph.rows import UNDATED
from web.errors import AddressError
from web.extent import Extent
from web.filters import EVENT_PARTS, Filters, parse_day
from web.kinds import from_few
from web.remembered import bins, remembered

ENOUGH = 2_000
FEW = 200
MOST_SECONDS = 1.5
PAST_DAYS = "9999-99"
MOST_LETTERS = 300
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Listed:
    """Ids and keys of one page. next: the key to go on below, "" at the end.

    is_cut: the page is not full, since looking further back would have taken too long.
    """

    ids: tuple[tuple[str, str], ...]
    next: str
    is_cut: bool = False


def page_ids(
    name: str, parameters: dict[str, Any], before: str, extent: Extent, limit: int, *, seconds: float = MOST_SECONDS
) -> Listed:
    """Give one page of events, the latest first and those without a day last.

    name: of the query; before: the key to go on below, "" for the first page. The engine reads a
    range of keys whole, so wide ranges are read in parts until the page is full or the time is up.
    """
    rows: list[dict[str, Any]] = []
    low, high = str(parameters["low"]), str(parameters["high"])
    is_small = name.endswith(("_of", "_at")) or extent.events <= ENOUGH
    stop, reached = time.monotonic() + seconds, ""
    for start, end in _ranges(low, high, before, is_small=is_small, has_undated=extent.undated > 0):
        if reached and time.monotonic() > stop:
            return Listed(_ids(rows), reached, is_cut=True)
        rows += remembered(name, **parameters | {"low": start, "high": end, "limit": limit + 1 - len(rows)})
        if len(rows) > limit:
            return Listed(_ids(rows[:limit]), rows[limit - 1]["key"])
        reached = start
    return Listed(_ids(rows), "")


def key_below(args: "MultiDict[str, str]") -> str:
    """Give the key below which a list goes on, "" for its first page.

    Raises AddressError where it is none: a day or UNDATED, and the id of an event behind a stroke where there is one.
    """
    text = args.get("before", "").strip()
    day, _, id_ = text.partition("/")
    is_key = day == UNDATED or (DAY.fullmatch(day) and parse_day(day, is_end=False))
    if text and (not is_key or len(id_) > MOST_LETTERS):
        raise AddressError("before", text, "the key of an event, such as 2019-08-25/…")
    return text


def list_query(filters: Filters, *, is_undated: bool) -> tuple[str, dict[str, Any]]:
    """Choose the query of the list and give its parameters but the limit.

    Where no status is asked for, only what is told as having happened is listed.
    """
    parameters = filters.asked(*EVENT_PARTS)
    if is_undated:
        parameters |= {"low": UNDATED, "high": "~"}
    return f"timeline_keys{from_few(filters)}", parameters


def _ids(rows: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Give ids and keys of rows."""
    return tuple((row["id"], row["key"]) for row in rows)


def latest_days(low: str, high: str, most: int) -> str:
    """Give the key from which on a range of keys holds about `most` events; `low` where it holds no more."""
    reached = 0
    for start, starts in reversed(_month_starts()):
        if start < high:
            reached += starts
            if reached > most and start > low:
                return start
    return low


def _ranges(low: str, high: str, before: str, *, is_small: bool, has_undated: bool) -> Iterator[tuple[str, str]]:
    """Cut a range of keys below `before` into parts to be read one after the other.

    is_small: whether all dated events may be read in one part.
    """
    is_past_days = before.startswith(UNDATED)
    dated = min(high, PAST_DAYS, before or PAST_DAYS)
    if low < dated and not is_past_days:
        yield from [(low, dated)] if is_small else _months(low, dated)
    if high > UNDATED and has_undated:
        yield UNDATED, before if is_past_days else high


def _months(low: str, high: str) -> Iterator[tuple[str, str]]:
    """Cut a range of dated keys into months, or parts or several, of about ENOUGH events each, the latest first.

    The very latest days are a part of their own, of about FEW events: most pages are full by then.
    """
    reached, end = 0, high
    held = [(start, starts) for start, starts in reversed(_month_starts()) if start < high]
    for start, starts in held:
        reached += starts
        if start <= low:
            break
        if reached >= ENOUGH:
            number = round(reached / ENOUGH)
            for begin, stop in _stretches(start, end, number):
                is_latest, last = stop == high, _last_day(stop, held[0][0])
                yield from _latest_apart(begin, stop, last, reached // number) if is_latest else [(begin, stop)]
            reached, end = 0, start
    yield low, end


def _latest_apart(start: str, end: str, last: str, events: int) -> Iterator[tuple[str, str]]:
    """Cut the last days off a range of keys, so many as hold about FEW of its events. last: its last day.

    >>> list(_latest_apart("2019-08-01", "9999-99", "2019-08-31", 2000))
    [('2019-08-28', '9999-99'), ('2019-08-01', '2019-08-28')]
    """
    past = date.fromisoformat(last)
    days = (past - date.fromisoformat(start)).days
    day = (past - timedelta(days=days * FEW // events)).isoformat()
    if start < day < end:
        yield day, end
        end = day
    yield start, end


def _last_day(end: str, month: str) -> str:
    """Give the last day of a range of keys that ends in a month or after it; both as texts.

    >>> _last_day("9999-99", "2019-08-01"), _last_day("2019-08-16/x", "2019-08-01")
    ('2019-08-31', '2019-08-16')
    """
    return min(end[:10], f"{month[:8]}{monthrange(int(month[:4]), int(month[5:7]))[1]}")


def _stretches(start: str, end: str, number: int) -> Iterator[tuple[str, str]]:
    """Cut a range of keys that begins with a month into so many stretches of days of that month, the latest first.

    >>> list(_stretches("2019-08-01", "9999-99", 2))
    [('2019-08-16', '9999-99'), ('2019-08-01', '2019-08-16')]
    """
    first = date.fromisoformat(start)
    for place in range(number - 1, 0, -1):
        day = (first + timedelta(days=31 * place // number)).isoformat()
        if day < end:
            yield day, end
            end = day
    yield start, end


def _month_starts() -> list[tuple[str, int]]:
    """Give the first day of each month that has events, and how many begin in it."""
    return [(row["first"].isoformat(), row["starts"] or 0) for row in bins("month", date.min, date.max)]
