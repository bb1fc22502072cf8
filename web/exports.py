"""Events in the formats of other programs, under the addresses of the pages that list them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, make_response, request

from graph.export.csv_rows import csv_text
from graph.export.jsonld import jsonld_text
from graph.export.timelinejs import timelinejs_text
from graph.export.told import Colophon, ToldEvent
from graph.model import Status
from graph.queries import queries
from web.asked import rows_of
from web.errors import NotFoundError
from web.extent import read_extent
from web.filters import Filters, filters_from, one_word
from web.paging import list_query, page_ids
from web.plain import plain
from web.told import told_events
from web.words import counted

bp = Blueprint("exports", __name__)

MOST_EVENTS = 5_000
MOST_SECONDS = 5.0
EVENT_COLUMNS = (
    "id", "first", "last", "edtf", "when", "type", "mode", "sign", "status", "summary", "actors", "recipients",
    "mediators", "perpetrators", "place", "place_grain", "town", "region", "country", "latitude", "longitude",
    "killed", "injured", "score", "reports", "sources", "sentences",
)  # fmt: skip
TYPES = {
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
    "csv": "text/csv",
    "html": "text/html",
    "jsonld": "application/ld+json",
    "timelinejs": "application/json",
}


@bp.get("/timeline.<any(csv, jsonld, timelinejs):kind>")
def timeline(kind: str) -> Response:
    """Give the events under the filters, the latest first; at most MOST_EVENTS, and then says so."""
    is_undated = one_word(request.args, "undated", ("0", "1")) == "1"
    return _events_file(filters_from(request.args), kind, is_undated=is_undated)


@bp.get("/actor/<id_>.<any(csv, jsonld, timelinejs):kind>")
def deeds(id_: str, kind: str) -> Response:
    """Give the events one actor had a part in, whatever their status, the latest first."""
    known("actor", id_)
    return _events_file(Filters(actors=(id_,), statuses=tuple(map(str, Status))), kind, is_undated=False)


@bp.get("/pair/<a>/<b>.<any(csv, jsonld, timelinejs):kind>")
def pair(a: str, b: str, kind: str) -> Response:
    """Give what two actors did to each other, the latest first; at most MOST_EVENTS, and then says so."""
    names = [row["name"] or row["id"] for row in known("actor", a, b)]
    most = MOST_EVENTS + 1
    rows = [
        row for x, y in ((a, b), (b, a)) for row in rows_of("pair_events", a=x, b=y, low="", before="~", limit=most)
    ]
    ids = list(dict.fromkeys(row["id"] for row in sorted(rows, key=_dated_last_first, reverse=True)))
    events = told_events(ids[:MOST_EVENTS])
    remark = _cut_remark(events) if len(ids) > MOST_EVENTS else ""
    return told_file(events, " and ".join(names), remark, "pair_events", kind)


@bp.get("/article/<id_>.<any(csv, jsonld, timelinejs):kind>")
def article(id_: str, kind: str) -> Response:
    """Give the events one article tells, in the order of its text."""
    (found,) = known("article", id_)
    rows = rows_of("article_reports", article=id_, limit=MOST_EVENTS)
    events = told_events(list(dict.fromkeys(row["event"] for row in rows)))
    return told_file(events, found["title"] or "Article without a title", "", "article_reports", kind)


def _dated_last_first(row: dict[str, Any]) -> tuple[bool, str]:
    """Rank an event by its day, those without one lowest."""
    return row["first"] is not None, row["key"]


def known(kind: str, *ids: str) -> list[dict[str, Any]]:
    """Give the rows of some things. Raises NotFoundError where there is no such thing."""
    found = []
    for id_ in ids:
        rows = rows_of(kind, **{kind: id_})
        if not rows:
            raise NotFoundError(kind, id_)
        found.append(rows[0])
    return found


def _cut_remark(events: Sequence[ToldEvent]) -> str:
    """Say that these are not all."""
    return f"The latest {counted(len(events), 'event')}; there are more."


def _events_file(filters: Filters, kind: str, *, is_undated: bool) -> Response:
    """Give the events under the filters as a file; at most MOST_EVENTS, and then it says so."""
    name, parameters = list_query(filters, is_undated=is_undated)
    listed = page_ids(name, parameters, "", read_extent(), MOST_EVENTS, seconds=MOST_SECONDS)
    events, has_more = told_events([id_ for id_, _ in listed.ids]), bool(listed.next)
    remark = _cut_remark(events) if has_more else ""
    if listed.is_cut:
        remark = f"{counted(len(events), 'event')} as far back as {listed.next[:10]}; there may be more before."
    stem = f"casus-timeline-latest-{len(events)}" if has_more else "casus-timeline"
    return told_file(events, "Timeline", remark, name, kind, stem=stem)


def told_file(
    events: Sequence[ToldEvent], title: str, remark: str, query: str, kind: str, *, stem: str = "casus-events"
) -> Response:
    """Give events as a file."""
    about = colophon(title, remark, queries()[query])
    base = request.url_root.rstrip("/")
    writers: dict[str, Callable[[], str]] = {
        "csv": lambda: csv_text(EVENT_COLUMNS, map(_event_row, events)),
        "jsonld": lambda: jsonld_text(events, about, base=base),
        "timelinejs": lambda: timelinejs_text(events, about, base=base),
    }
    return attached(writers[kind](), stem, kind)


@bp.get("/event/<id_>.<any(csv, jsonld, timelinejs):kind>")
def event(id_: str, kind: str) -> Response:
    """Give one event with its sentences."""
    events = told_events([id_])
    if not events:
        raise NotFoundError("event", id_)
    return told_file(events, events[0].summary, "", "export_events", kind, stem="casus-event")


def colophon(title: str, remark: str, query: str, address: str = "") -> Colophon:
    """Say where an export comes from. address: of the page it belongs to, the file's own where there is none."""
    return Colophon(f"Casus: {title}", address or request.url, query, datetime.now(UTC).date(), remark)


def attached(text: str, stem: str, kind: str) -> Response:
    """Give a file to be kept rather than shown."""
    response = make_response(text)
    ending = "json" if kind == "timelinejs" else kind
    response.headers["Content-Type"] = f"{TYPES[kind]}; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{stem}.{ending}"'
    return response


def _event_row(event: ToldEvent) -> dict[str, Any]:
    """Give one event as a row; several names stand behind one another with semicolons."""
    row: dict[str, Any] = plain(event)
    for role in ("actors", "recipients", "mediators"):
        row[role] = "; ".join(name for _, name in row[role])
    row["perpetrators"] = "; ".join(f"{name} ({confidence})" for _, name, confidence in event.perpetrators)
    row["latitude"], row["longitude"] = event.position or (None, None)
    for effect in ("killed", "injured"):
        row[effect] = "–".join(map(str, dict.fromkeys(row[effect] or ())))
    row["sentences"] = " | ".join(one.sentence for one in event.citations)
    return row
