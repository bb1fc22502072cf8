"""What of the graph the console's examples are filled with, so that each of them finds something."""

import re
from typing import Any

from graph.letters import folded
from graph.model import Status
from web.extent import read_extent
from web.filters import Filters
from web.moments import as_day
from web.paging import list_query, page_ids
from web.remembered import remembered
from web.search import words_of
from web.spelling import words_alike
from web.words import Sign

FRAME = 2.0
MOST_EVENTS = 100


def samples() -> dict[str, Any]:
    """Give the values that examples may ask for, by the kind a query's header names; none where the graph has none."""
    ids = _latest_events()
    rows = remembered("samples", ids=ids, limit=1) if ids else []
    if not rows:
        return {}
    row = rows[0]
    found = _ids(row) | _days(row) | _texts(row) | _frame(row)
    return {kind: value for kind, value in found.items() if value not in (None, "", [None])}


def _latest_events() -> list[str]:
    """Give the ids of the latest events that happened: of the busiest pair of all there may be too many to read."""
    name, parameters = list_query(Filters(statuses=(Status.ACTUAL,)), is_undated=False)
    return [id_ for id_, _ in page_ids(name, parameters, "", read_extent(), MOST_EVENTS).ids]


def _ids(row: dict[str, Any]) -> dict[str, Any]:
    """Give ids and names, by kind."""
    single = {kind: row[kind] for kind in ("event", "article", "actor", "recipient", "actor_name", "recipient_name")}
    pair = [row["actor"], row["recipient"]]
    return single | {
        "events": [row["event"]],
        "articles": [row["article"]],
        "actors": pair,
        "member": row["member"],
        "members": [row["member"]],
        "places": [row["place"]],
        "ties": ["~".join((*pair, sign)) for sign in (Sign.HOSTILE, Sign.COOPERATIVE)],
    }


def _days(row: dict[str, Any]) -> dict[str, Any]:
    """Give the year of the event: its first day, its last and the day after, and the bin of the month."""
    day = as_day(row["day"])
    if day is None:
        return {}
    year = f"{day.year:04}"
    after = f"{min(day.year + 1, 9999):04}-01-01"
    bins = [f"month/{day.isoformat()[:7]}", "undated"]
    return {"from": f"{year}-01-01", "to": f"{year}-12-31", "until": after, "bins": bins}


def _texts(row: dict[str, Any]) -> dict[str, str]:
    """Give texts to search for, as the indexes ask for them."""
    name, place = str(row["actor_name"]), str(row["place_name"] or "")
    return {
        "actor_text": folded(name),
        "actor_words": words_alike(name),
        "event_words": words_of(name),
        "article_words": words_of(_longest(f"{row['title'] or ''} ")),
        "text_words": words_of(_longest(row["beginning"])),
        "place_text": folded(place),
        "place_words": words_alike(place),
    }


def _longest(text: str | None) -> str:
    """Give the longest word of a text but what it ends with, which may be cut, "" where it has none.

    >>> _longest("On Afghanistan"), _longest("On Afghanistan "), _longest("Peace")
    ('On', 'Afghanistan', '')
    """
    return max(re.findall(r"\b[^\W\d_]+(?=\W)", text or ""), key=len, default="")


def _frame(row: dict[str, Any]) -> dict[str, float]:
    """Give the sides of a frame around the place, in degrees; none where it is not known where it lies."""
    latitude, longitude = row["latitude"], row["longitude"]
    if latitude is None or longitude is None:
        return {}
    return {
        "south": max(latitude - FRAME, -90.0),
        "north": min(latitude + FRAME, 90.0),
        "west": max(longitude - FRAME, -180.0),
        "east": min(longitude + FRAME, 180.0),
    }
