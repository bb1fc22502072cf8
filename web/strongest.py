"""Ties and actors with most events, read from the top down, so that the many with few are left alone."""

from typing import Any

from graph.totals import rank_key
from web.remembered import Rows, remembered, years

FEW_EVENTS = 2_000
STEP = 4


def strongest(name: str, *, limit: int, **parameters: Any) -> tuple[Rows, str]:
    """Give the first rows of a query of ties or actors, the most events first, and the least it read from.

    name: of a query that takes `least`, the fewest events as `rank_key` writes them.
    """
    events = sum(row["starts"] or 0 for row in years())
    # that many could have so many events only if there were no others: a little less, and a look or two is enough
    least = 1 if events <= FEW_EVENTS else max(events // (limit * STEP), 1)
    while True:
        key = rank_key(least)
        rows = remembered(name, least=key, limit=limit, **parameters)
        if len(rows) >= limit or least == 1:
            return rows, key
        least = least // STEP if least > STEP**2 else 1
