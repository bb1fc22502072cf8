"""The graph of actors: picture, matrix and table of who did what to whom under the filters."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, Response, current_app, request

from web.answer import answer, as_json, cypher_address
from web.asked import query_text, rows_of
from web.bars import bars_between, chosen_of
from web.colours import WAYS, Legend, coloured, way_of_colouring
from web.errors import NotFoundError
from web.extent import Extent, read_extent
from web.facets import Facets, read_facets
from web.filters import Filters, filters_from, one_word, whole_number
from web.histogram import Histogram
from web.later import Later
from web.layout import Layout, LayoutCache, lay_out
from web.network import SHAPE_LEGEND, Node, draw
from web.offered import actors_offered
from web.packing import pack
from web.remembered import counts
from web.said import already_shown, remarks_of, sentence_of
from web.selection import Selection, read_selection
from web.series import read_series
from web.tabled import MatrixRow, TableRow, matrix_of, row_of
from web.ties import Ties, read_ties
from web.words import counted

bp = Blueprint("graph", __name__)

VIEWS = ("graph", "matrix", "table")
LAYOUTS = ("grouped", "plain")
FIRST_ACTORS = 300
MOST_ACTORS = 1500
MATRIX_ACTORS = 20
TABLE_ROWS = 500
PARTNERS = 25
MOST_ACTS = 10**9

Cards = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Picture:
    """The actors in their places. colours: what each colour means; has_groups: whether communities show.

    remarks: what it leaves out.
    """

    network: dict[str, Any]
    colours: Legend
    has_groups: bool
    remarks: tuple[str, ...]

    @property
    def packed(self) -> dict[str, Any]:
        """Give the picture as its script unpacks it."""
        return pack(self.network)


@dataclass(frozen=True, slots=True)
class GraphPage:
    """All that graph/show.html may use. picture: made while what stands above it is on its way."""

    filters: Filters
    view: str
    tabs: tuple[tuple[str, str, str], ...]
    facets: Facets
    extent: Extent
    sentence: str
    limit: int
    layout: str
    colour: str
    other_ways: tuple[str, str]
    has_picture: bool
    picture: Later[Picture]
    rows: tuple[TableRow, ...]
    columns: tuple[str, ...]
    matrix: tuple[MatrixRow, ...]
    is_cut: bool
    histogram: Histogram | None
    bars_remark: str
    whole: str
    compare: str
    timeline: str
    selection: Selection | None
    legend: tuple[tuple[str, str], ...]
    cypher: str


@bp.get("/graph")
@bp.get("/graph.json")
def show() -> Response:
    """Show who did what to whom, as picture, matrix or table."""
    return answer("graph/show.html", _page(filters_from(request.args)))


@dataclass(frozen=True, slots=True)
class _Look:
    """How the address asks for the graph to be shown. cut: the limit as other addresses keep it."""

    view: str
    layout: str
    colour: str
    limit: int

    @property
    def cut(self) -> str:
        return str(self.limit) if self.limit != FIRST_ACTORS else ""


def _look() -> _Look:
    """Read how the graph is to be shown.

    Raises AddressError where a part cannot be read.
    """
    return _Look(
        one_word(request.args, "view", VIEWS),
        way_of_placing(),
        way_of_colouring(),
        whole_number(request.args, "limit", least=1, most=MOST_ACTORS, default=FIRST_ACTORS),
    )


def way_of_placing() -> str:
    """Read from the address how actors are placed.

    Raises AddressError where it is none of LAYOUTS.
    """
    return one_word(request.args, "layout", LAYOUTS)


def _page(filters: Filters) -> GraphPage:
    """Put the page together."""
    look = _look()
    ties = read_ties(filters, look.limit)
    cards = cards_of(list(ties.actors))
    names = {id_: card["name"] for id_, card in cards.items()}
    extent, matrix_ids = read_extent(), list(ties.actors)[:MATRIX_ACTORS] if look.view == "matrix" else []
    bars, bars_remark = all_time(extent, filters)
    is_table, is_drawn = look.view == "table", look.view == "graph"
    return GraphPage(
        filters=filters,
        view=look.view,
        tabs=tuple((one, one.capitalize(), filters.address("/graph", view=one, limit=look.cut)) for one in VIEWS),
        facets=read_facets(filters, actors_offered(filters)),
        extent=extent,
        sentence=sentence_of(ties, counts()["actors"]),
        limit=look.limit,
        layout=look.layout,
        colour=look.colour,
        other_ways=_other_ways(filters, look),
        has_picture=is_drawn and bool(ties.actors),
        picture=Later(lambda: _picture(filters, ties, cards if is_drawn else None, look)),
        rows=tuple(row_of(tie, filters, names) for tie in ties.shown[:TABLE_ROWS]) if is_table else (),
        columns=tuple(names[id_] for id_ in matrix_ids),
        matrix=matrix_of(matrix_ids, ties.shown, filters, names),
        is_cut=is_table and len(ties.shown) > TABLE_ROWS,
        histogram=bars,
        bars_remark=bars_remark,
        whole=filters.with_(first=None, last=None).address("/graph"),
        timeline=filters.with_(sel="").address("/timeline"),
        compare=filters.with_(sel="").address("/graph/compare"),
        selection=read_selection(filters, ties.shown, names),
        legend=SHAPE_LEGEND,
        cypher=cypher_address(query_text(ties.query), ties.parameters),
    )


def _picture(filters: Filters, ties: Ties, cards: Cards | None, look: _Look) -> Picture:
    """Lay the actors out and draw them with their ties, none without their cards; and say what is left out."""
    remarks = remarks_of(filters, ties, counts()["actors"])
    if cards is None:
        return Picture({}, (), has_groups=False, remarks=remarks)
    made = layout_of(filters, ties, look.limit, is_plain=look.layout == "plain")
    nodes, colours = coloured(place_nodes(ties.actors, cards, made), look.colour)
    return Picture(draw(nodes, ties.shown), colours, made.has_groups and look.layout == "grouped", remarks)


def _other_ways(filters: Filters, look: _Look) -> tuple[str, str]:
    """Give the addresses of the picture placed the other way, and coloured the other way."""
    ways = {"limit": look.cut, "layout": "" if look.layout == "grouped" else look.layout}
    ways["colour"] = "" if look.colour == WAYS[0] else look.colour
    placed = ways | {"layout": "" if ways["layout"] else "plain"}
    dyed = ways | {"colour": "" if ways["colour"] else WAYS[1]}
    return filters.address("/graph", **placed), filters.address("/graph", **dyed)


@bp.get("/graph/selection.json")
def selection() -> Response:
    """Give what `sel` names, for the panel beside the picture."""
    filters = filters_from(request.args)
    limit = whole_number(request.args, "limit", least=1, most=MOST_ACTORS, default=FIRST_ACTORS)
    is_actor = filters.sel.startswith("actor:")
    ties = read_ties(filters, limit) if is_actor else None
    names = {id_: card["name"] for id_, card in cards_of(list(ties.actors)).items()} if ties else {}
    return as_json(read_selection(filters, ties.shown if ties else (), names))


def all_time(extent: Extent, filters: Filters) -> tuple[Histogram | None, str]:
    """Give the bars of all time under the other filters, of which one leads to the graph of its days, and a remark."""
    others = filters.with_(first=None, last=None)
    bars, remarks = bars_between(others, extent, extent.start, extent.last, "/graph")
    if bars and filters.has_window():
        bars = replace(bars, chosen=chosen_of(filters, bars))
    return bars, " ".join(remarks) if others.is_narrow() else ""


@bp.get("/graph/neighbours.json")
def neighbours() -> Response:
    """Give the strongest partners of the actor `id`, placed in a ring around it.

    most: the acts of the busiest actor of the picture they are added to, by which they have their sizes.
    """
    id_ = request.args.get("id", "").strip()
    filters = filters_from(request.args).with_(actors=(id_,))
    if not id_ or id_ not in cards_of([id_]):
        raise NotFoundError("actor", id_)
    ties = read_ties(filters, PARTNERS + 1)
    cards = cards_of(list(ties.actors))
    partners = [one for one in ties.actors if one != id_]
    ring = Layout(_ring(partners) | {id_: (0.0, 0.0)}, dict.fromkeys(ties.actors, 0), False)
    own = [tie for tie in ties.shown if id_ in (tie.actor, tie.recipient)]
    most = whole_number(request.args, "most", least=0, most=MOST_ACTS, default=0)
    found = draw([node for node in place_nodes(ties.actors, cards, ring) if node.id != id_], own, most)
    name, number = cards[id_]["name"], max(ties.all_actors - 1, 0)
    of = counted(number, "partner")
    sentence = f"{len(partners):,} of {of} of {name}, the strongest first."
    return as_json(found | {"sentence": sentence, "already": already_shown(name, len(partners), number)})


@bp.get("/graph/series.json")
def series() -> Response:
    """Give in which stretches of time each tie of the picture has events, for the brush and play."""
    filters = filters_from(request.args).with_(first=None, last=None)
    limit = whole_number(request.args, "limit", least=1, most=MOST_ACTORS, default=FIRST_ACTORS)
    return as_json(read_series(filters, set(read_ties(filters, limit).actors), read_extent()))


def _ring(ids: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Place actors in a ring around nothing."""
    turn = 2 * math.pi / max(len(ids), 1)
    wide = max(150.0, 14.0 * len(ids))
    return {
        id_: (round(wide * math.cos(i * turn), 1), round(wide * math.sin(i * turn), 1)) for i, id_ in enumerate(ids)
    }


def cards_of(ids: Sequence[str]) -> Cards:
    """Give name, kind and country of actors by id."""
    if not ids:
        return {}
    rows = rows_of("actor_cards", ids=list(ids), limit=len(ids))
    return {row["id"]: row for row in rows}


def layout_of(filters: Filters, ties: Ties, limit: int, *, is_plain: bool) -> Layout:
    """Give the places of the actors. They stay while only the window of days moves."""
    base = read_ties(filters.with_(first=None, last=None, sel=""), limit) if filters.has_window() else ties
    pairs: dict[tuple[str, str], float] = {}
    late = [tie for tie in ties.shown if not {tie.actor, tie.recipient} <= base.actors.keys()]
    for tie in (*base.shown, *late):
        one, other = sorted((tie.actor, tie.recipient))
        pairs[one, other] = pairs.get((one, other), 0.0) + tie.events
    return kept_layout(sorted(base.actors.keys() | ties.actors.keys()), pairs, is_plain=is_plain)


def kept_layout(actors: Sequence[str], pairs: dict[tuple[str, str], float], *, is_plain: bool = False) -> Layout:
    """Give the places of actors as `lay_out` does, made once for the same actors and pairs."""
    cache: LayoutCache = current_app.extensions.setdefault("layouts", LayoutCache())
    key = (is_plain, tuple(actors), tuple(sorted(pairs.items())))
    return cache.get(key, lambda: lay_out(actors, pairs, is_plain=is_plain))


def place_nodes(acts: dict[str, int], cards: Cards, layout: Layout) -> list[Node]:
    """Give the actors of a picture with their places, in the order of `acts`."""
    return [
        Node(
            id=id_,
            name=cards[id_]["name"],
            kind=cards[id_]["kind"] or "",
            country=cards[id_]["country"] or "",
            acts=number,
            x=layout.positions[id_][0],
            y=layout.positions[id_][1],
            group=layout.groups[id_],
        )
        for id_, number in acts.items()
    ]
