"""Events as the JSON of TimelineJS 3. It has no uncertain dates, so each says in words how it is known."""

import json
from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote

from graph.export.told import Colophon, ToldEvent


def timelinejs_text(events: Iterable[ToldEvent], colophon: Colophon, *, base: str) -> str:
    """Give the events that have a first day, in order; how many have none is said in the title.

    TimelineJS reads headlines and texts as HTML, so everything in them is escaped.
    base: address of the app, which the links lead to.
    """
    all_events = list(events)
    dated = sorted(
        (event for event in all_events if event.first), key=lambda event: (event.first or date.max, event.id)
    )
    undated = len(all_events) - len(dated)
    left_out = f"{undated} without a known day left out." if undated else ""
    said = " ".join(filter(None, (colophon.remark, left_out, colophon.licence)))
    whole = {
        "title": {"text": {"headline": escape(colophon.title), "text": f"<p>{escape(said)}</p>"}},
        "events": [_slide(event, base) for event in dated],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _slide(event: ToldEvent, base: str) -> dict[str, Any]:
    """Give one event; a time of several days has an end, an open one none."""
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "group": event.type,
        "display_date": event.when,
        "text": {"headline": escape(event.summary), "text": _text(event, base)},
    }
    if event.first:
        slide["start_date"] = _day(event.first)
    if event.last and event.last != event.first:
        slide["end_date"] = _day(event.last)
    return slide


def _day(day: date) -> dict[str, int]:
    """Give a day in parts."""
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(event: ToldEvent, base: str) -> str:
    """Give the sentences that tell an event, each with its source, and a link to its page."""
    quotes = "".join(
        f"<blockquote>{escape(one.sentence)} <cite>{escape(one.source or one.title)}</cite></blockquote>"
        for one in event.citations[:3]
    )
    reports = "1 report" if event.reports == 1 else f"{event.reports} reports"
    address = f"{escape(base)}/event/{quote(event.id, safe='')}"
    return f'{quotes}<p><a href="{address}">{reports}</a></p>'
