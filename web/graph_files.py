"""The graph and its comparison in the formats of other programs, under the pages' own addresses."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from flask import Blueprint, Response, request

from graph.export.csv_rows import csv_text
from graph.export.gexf import gexf_text
from graph.export.graphml import graphml_text
from graph.export.standalone import standalone_text
from graph.export.told import ActorNode, Tie
from web.asked import query_with, rows_of
from web.assets import vis_network
from web.at_once import at_once
from web.colours import SWATCHES, Legend, coloured, way_of_colouring
from web.compare import compared
from web.exports import attached, colophon, known
from web.filters import Filters, filters_from, whole_number
from web.graph import FIRST_ACTORS, MOST_ACTORS, cards_of, layout_of, place_nodes, way_of_placing
from web.kinds import events_in
from web.moments import as_day
from web.network import Node, draw, legend_of, shape_of, sizes_of
from web.partners import TIE_SIGNS
from web.picture import colour_of
from web.quoted import quotes_of
from web.remembered import counts
from web.said import COUNTED, sentence_of
from web.scope import scope_of, strangers_told
from web.shapes import GLYPHS
from web.ties import MOST_DRAWN, MOST_TIES, Ties, read_ties
from web.unknown import unknown
from web.words import QUAD_SIGNS

bp = Blueprint("graph_files", __name__)

MOST_SPELLS = 50_000
TIE_COLUMNS = ("actor", "actor_id", "recipient", "recipient_id", "sign", "events", "score", "first", "last")
PERIODS = ("then", "now")
CHANGE_COLUMNS = (
    "change", "actor_name", "actor", "recipient_name", "recipient", "then_hostile", "then_cooperative", "now_hostile",
    "now_cooperative",
)  # fmt: skip


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
    known("actor", id_)
    return _graph_file(Filters(actors=(id_,)), FIRST_ACTORS, kind)


def _graph_file(filters: Filters, limit: int, kind: str) -> Response:
    """Give the graph under the filters as a file."""
    found = read_ties(filters, limit, most_ties=MOST_DRAWN if kind == "html" else MOST_TIES)
    has_spells = events_in(filters) <= MOST_SPELLS
    with at_once() as start:
        spells = start(lambda: _ties(found, filters) if has_spells else _whole_ties(found))
        cards = cards_of(list(found.actors))
        layout = layout_of(filters, found, limit, is_plain=way_of_placing() == "plain")
        placed, colours = coloured(place_nodes(found.actors, cards, layout), way_of_colouring())
    sizes = sizes_of(placed)
    nodes = [
        ActorNode(n.id, n.name, n.kind, n.country, n.acts, n.x, n.y, n.group, sizes[n.id], colour_of(n)) for n in placed
    ]
    ties = spells.result()
    names = {node.id: node.name for node in nodes}
    asked = request.query_string.decode("utf-8", "replace")
    page = request.base_url.removesuffix(f".{kind}") + (f"?{asked}" if asked else "")
    query = query_with(found.query, found.parameters)
    about = colophon("Graph of actors", _remark(found, filters, has_spells=has_spells), query, page)
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
            swatches=SWATCHES,
            legend=_legend(placed, colours),
        ),
    }
    return attached(writers[kind](), "casus-graph", kind)


def _remark(found: Ties, filters: Filters, *, has_spells: bool) -> str:
    """Say what the file is about, how it is counted, and what it leaves out."""
    days = "Each tie from the first to the last day of its events; there are too many to give the days of each."
    told = (
        scope_of(filters),
        strangers_told(unknown(filters)),
        sentence_of(found, counts()["actors"]),
        "" if has_spells else days,
        COUNTED,
    )
    return " ".join(filter(None, told))


def _legend(nodes: Sequence[Node], colours: Legend) -> tuple[tuple[str, str, str], ...]:
    """Give what shapes and colours mean, of the shapes that are drawn: sign, its colour or "", words."""
    shapes = tuple((GLYPHS[shape], "", words) for shape, words in legend_of(shape_of(node.kind) for node in nodes))
    return shapes + tuple((GLYPHS["dot"], SWATCHES[number % len(SWATCHES)], words) for number, words in colours)


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
