"""The graph and the timeline in the formats of other programs, under the pages' own addresses."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from flask import Blueprint, Response, make_response, request

from graph.export.csv_rows import csv_text
from graph.export.gexf import gexf_text
from graph.export.graphml import graphml_text
from graph.export.jsonld import jsonld_text
from graph.export.standalone import standalone_text
from graph.export.timelinejs import timelinejs_text
from graph.export.told import ActorNode, Colophon, Tie, ToldEvent
from graph.model import Status
from graph.queries import queries
from web.answer import plain
from web.asked import query_with, rows_of
from web.assets import vis_network
from web.colours import coloured, way_of_colouring
from web.compare import compared
from web.errors import NotFoundError
from web.extent import read_extent
from web.filters import Filters, filters_from, one_word, whole_number
from web.graph import FIRST_ACTORS, MOST_ACTORS, cards_of, layout_of, place_nodes
from web.kinds import events_in
from web.moments import as_day
from web.network import draw, size_of
from web.paging import list_query, page_ids
from web.partners import TIE_SIGNS
from web.picture import colour_of
from web.quoted import quotes_of
from web.ties import MOST_DRAWN, MOST_TIES, Ties, read_ties
from web.told import told_events
from web.words import QUAD_SIGNS, counted

bp = Blueprint("exports", __name__)

MOST_EVENTS = 5_000
MOST_SPELLS = 50_000
MOST_SECONDS = 5.0
TIE_COLUMNS = ("actor", "actor_id", "recipient", "recipient_id", "sign", "events", "score", "first", "last")
LAYOUTS = ("grouped", "plain")
PERIODS = ("then", "now")
CHANGE_COLUMNS = (
    "change", "actor_name", "actor", "recipient_name", "recipient", "then_hostile", "then_cooperative", "now_hostile",
    "now_cooperative",
)  # fmt: skip
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


@bp.get("/graph.<any(gexf, graphml, csv, html):kind>")
def graph(kind: str) -> Response:
    """Give the graph under the filters, the same actors as its page shows."""
    limit = whole_number(request.args, "limit", least=1, most=MOST_ACTORS, default=FIRST_ACTORS)
    return _graph_file(filters_from(request.args), limit, kind)


@bp.get("/graph/compare.csv")
def changes() -> Response:
    """Give what is new, gone, turned or kept between two periods, a tie a row."""
    rows = (asdict(one) for one in compared(2 * MOST_TIES).rows)
    flat = (row | {f"{when}_{sign}": row[when][sign] for when in PERIODS for sign in TIE_SIGNS} for row in rows)
    return attached(csv_text(CHANGE_COLUMNS, flat), "casus-compare", "csv")


@bp.get("/actor/<id_>.<any(gexf, graphml):kind>")
def neighbourhood(id_: str, kind: str) -> Response:
    """Give the graph of one actor and its partners."""
    _known("actor", id_)
    return _graph_file(Filters(actors=(id_,)), FIRST_ACTORS, kind)


def _graph_file(filters: Filters, limit: int, kind: str) -> Response:
    """Give the graph under the filters as a file."""
    found = read_ties(filters, limit, most_ties=MOST_DRAWN if kind == "html" else MOST_TIES)
    cards = cards_of(list(found.actors))
    layout = layout_of(filters, found, limit, is_plain=one_word(request.args, "layout", LAYOUTS) == "plain")
    placed, _ = coloured(place_nodes(found.actors, cards, layout), way_of_colouring())
    nodes = [
        ActorNode(n.id, n.name, n.kind, n.country, n.acts, n.x, n.y, n.group, size_of(n.acts), colour_of(n))
        for n in placed
    ]
    has_spells = events_in(filters) <= MOST_SPELLS
    ties = _ties(found, filters) if has_spells else _whole_ties(found)
    names = {node.id: node.name for node in nodes}
    remark = f"{counted(len(nodes), 'actor')} of {found.all_actors:,}, ranked by events."
    if len(found.shown) < found.all_ties or not found.is_whole:
        remark += f" The {len(found.shown):,} strongest ties between them."
    if not has_spells:
        remark += " Each tie from the first to the last day of its events; there are too many to give the days of each."
    about = _colophon("Graph of actors", remark, query_with(found.query, found.parameters))
    writers: dict[str, Callable[[], str]] = {
        "gexf": lambda: gexf_text(nodes, ties, about),
        "graphml": lambda: graphml_text(nodes, ties, about),
        "csv": lambda: csv_text(TIE_COLUMNS, (_tie_row(tie, names) for tie in ties)),
        "html": lambda: standalone_text(
            draw(placed, found.shown),
            ties,
            names,
            about,
            library=vis_network().decode("utf-8"),
            quotes=quotes_of(found, filters),
        ),
    }
    return attached(writers[kind](), "casus-graph", kind)


@bp.get("/timeline.<any(csv, jsonld, timelinejs):kind>")
def timeline(kind: str) -> Response:
    """Give the events under the filters, the latest first; at most MOST_EVENTS, and then says so."""
    is_undated = one_word(request.args, "undated", ("0", "1")) == "1"
    return _events_file(filters_from(request.args), kind, is_undated=is_undated)


@bp.get("/actor/<id_>.<any(csv, jsonld, timelinejs):kind>")
def deeds(id_: str, kind: str) -> Response:
    """Give the events one actor had a part in, whatever their status, the latest first."""
    _known("actor", id_)
    return _events_file(Filters(actors=(id_,), statuses=tuple(map(str, Status))), kind, is_undated=False)


@bp.get("/pair/<a>/<b>.<any(csv, jsonld, timelinejs):kind>")
def pair(a: str, b: str, kind: str) -> Response:
    """Give what two actors did to each other, the latest first; at most MOST_EVENTS, and then says so."""
    names = [row["name"] or row["id"] for row in _known("actor", a, b)]
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
    (found,) = _known("article", id_)
    rows = rows_of("article_reports", article=id_, limit=MOST_EVENTS)
    events = told_events(list(dict.fromkeys(row["event"] for row in rows)))
    return told_file(events, found["title"] or "Article without a title", "", "article_reports", kind)


def _dated_last_first(row: dict[str, Any]) -> tuple[bool, str]:
    """Rank an event by its day, those without one lowest."""
    return row["first"] is not None, row["key"]


def _known(kind: str, *ids: str) -> list[dict[str, Any]]:
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
    about = _colophon(title, remark, queries()[query])
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


def _colophon(title: str, remark: str, query: str) -> Colophon:
    """Say where an export comes from."""
    return Colophon(f"Casus: {title}", request.url, query, datetime.now(UTC).date(), remark)


def attached(text: str, stem: str, kind: str) -> Response:
    """Give a file to be kept rather than shown."""
    response = make_response(text)
    ending = "json" if kind == "timelinejs" else kind
    response.headers["Content-Type"] = f"{TYPES[kind]}; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{stem}.{ending}"'
    return response


def _ties(found: Ties, filters: Filters) -> list[Tie]:
    """Give the ties with the days of their events."""
    asked = filters.asked("low", "high", "last", "types", "quads", "statuses", "sources", "places")
    rows = rows_of("export_spells", actors=list(found.actors), **asked, limit=MOST_SPELLS)
    spells: dict[tuple[str, str, str], list[tuple[date | None, date | None]]] = defaultdict(list)
    for row in rows:
        is_friendly = QUAD_SIGNS.get(row["quad"]) == "cooperative"
        key = row["actor"], row["recipient"], "cooperative" if is_friendly else "hostile"
        first, last = as_day(row["first"]), as_day(row["last"])
        if first or last:
            spells[key].append((first, last))
    return [
        Tie(
            tie.actor,
            tie.recipient,
            tie.sign,
            tie.events,
            tie.score,
            tuple(spells.get((tie.actor, tie.recipient, tie.sign), ())),
        )
        for tie in found.shown
    ]


def _whole_ties(found: Ties) -> list[Tie]:
    """Give the ties from the first to the last day of their events."""
    return [
        Tie(tie.actor, tie.recipient, tie.sign, tie.events, tie.score, ((tie.first, tie.last),) if tie.first else ())
        for tie in found.shown
    ]


def _tie_row(tie: Tie, names: dict[str, str]) -> dict[str, Any]:
    """Give one tie as a row."""
    firsts = [first for first, _ in tie.spells if first]
    lasts = [last for _, last in tie.spells if last]
    return {
        "actor": names.get(tie.actor, tie.actor),
        "actor_id": tie.actor,
        "recipient": names.get(tie.recipient, tie.recipient),
        "recipient_id": tie.recipient,
        "sign": tie.sign,
        "events": tie.events,
        "score": round(tie.score, 2),
        "first": min(firsts, default=None),
        "last": max(lasts, default=None),
    }


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
