"""One page of a list of events, read in parts of the key that the engine can bear."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from graph.rows import UNDATED
from web.asked import rows_of
from web.extent import Extent
from web.remembered import remembered

ENOUGH = 2_000
MOST_BINS = 5_000
PAST_DAYS = "9999-99"


def page_ids(
    name: str, parameters: dict[str, Any], before: str, extent: Extent, limit: int
) -> tuple[list[tuple[str, str]], bool]:
    """Give ids and keys of one page, the latest first and those without a day last, and whether there are more.

    name: of the query; before: the key to go on below, "" for the first page. The engine reads a
    range of keys whole, so wide ranges are read in parts until the page is full.
    """
    rows: list[dict[str, Any]] = []
    low, high = str(parameters["low"]), str(parameters["high"])
    is_small = name.endswith("_of") or extent.events <= ENOUGH
    for start, end in _ranges(low, high, before, is_small=is_small, has_undated=extent.undated > 0):
        asked = parameters | {"low": start, "high": end, "limit": limit + 1 - len(rows)}
        rows += rows_of(name, **asked)
        if len(rows) > limit:
            break
    return [(row["id"], row["key"]) for row in rows[:limit]], len(rows) > limit


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
    """Cut a range of dated keys into months or several, of about ENOUGH events each, the latest first."""
    bins = remembered("bins_between", grain="month", first=date.min, last=date.max, limit=MOST_BINS)
    months = [(row["first"].isoformat(), row["starts"] or 0) for row in bins]
    reached, end = 0, high
    for start, starts in reversed(months):
        if start >= high:
            continue
        reached += starts
        if start <= low:
            break
        if reached >= ENOUGH:
            yield start, end
            reached, end = 0, start
    yield low, end
