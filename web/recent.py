"""The articles that came out last and came in last, looked for ever further back, so that few are read."""

from datetime import date, datetime, timedelta

from web.extent import Extent
from web.remembered import Rows, changed, remembered

DAYS = (0, 7, 30, 365)
TIMES = tuple(timedelta(minutes=one) for one in (1, 10, 60, 180, 720, 1440, 10_080, 43_200))


def latest_articles(extent: Extent, limit: int) -> Rows:
    """Give the articles that came out last, the last first. Those after the last event are among them."""
    last = extent.last or date.min
    for days in DAYS:
        low = date.fromordinal(max(last.toordinal() - days, 1)).isoformat()
        rows = remembered("articles_latest", low=low, limit=limit)
        if len(rows) >= limit:
            return rows
    return remembered("articles_latest", low="", limit=limit)


def newest_articles(limit: int) -> Rows:
    """Give the articles that came in last, the last first."""
    last = changed()
    for span in TIMES if last else ():
        since = (datetime.fromisoformat(last) - span).isoformat(timespec="seconds")
        rows = remembered("articles_newest", since=since, limit=limit)
        if len(rows) >= limit:
            return rows
    return remembered("articles_newest", since="", limit=limit)
