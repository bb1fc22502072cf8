"""The graph as a still picture: a download, what stands for the canvas where no script runs, and the plate of a PNG."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, Response, make_response, render_template, request

from graph.export.xml_text import clean
from web.colours import Legend, coloured, way_of_colouring
from web.compare import compared
from web.filters import Filters, filters_from, one_word, whole_number
from web.graph import FIRST_ACTORS, MOST_ACTORS, cards_of, layout_of, place_nodes
from web.network import Node
from web.picture import paint
from web.plate import CHANGES, THEMES, About, Plate, about_of, plate_of
from web.remembered import counts
from web.said import COUNTED, sentence_of
from web.scope import scope_of, strangers_told
from web.ties import MOST_TIES, Ties, read_ties
from web.unknown import unknown
from web.unread import READ
from web.words import counted

bp = Blueprint("stills", __name__)

TITLE = "Who did what to whom"
FONT = 13.0
LEAST_SIDE, MOST_SIDE = 100, 10_000


@dataclass(frozen=True, slots=True)
class PlatePage:
    """All that graph/plate.svg may use. wide, high: of the picture inside."""

    plate: Plate
    wide: int
    high: int


@bp.get("/graph.svg")
def picture() -> Response:
    """Give the graph under the filters as one picture, with its legend, its filters and its source."""
    filters = filters_from(request.args)
    is_plain = one_word(request.args, "layout", ("grouped", "plain")) == "plain"
    ties, limit = _ties(filters)
    placed = place_nodes(ties.actors, cards_of(list(ties.actors)), layout_of(filters, ties, limit, is_plain=is_plain))
    nodes, colours = coloured(placed, way_of_colouring())
    drawing = paint(nodes, ties.shown, _about(filters, ties, nodes, colours))
    return _svg(render_template("graph/picture.svg", page=drawing))


@bp.get("/graph/plate.svg")
def plate() -> Response:
    """Give what stands around a picture of the graph `wide` and `high` pixels large, whose place is left free.

    added: how many ties were added to those of the page.
    """
    filters = filters_from(request.args)
    is_plain = one_word(request.args, "layout", ("grouped", "plain")) == "plain"
    ties, limit = _ties(filters)
    placed = place_nodes(ties.actors, cards_of(list(ties.actors)), layout_of(filters, ties, limit, is_plain=is_plain))
    about = _about(filters, ties, *coloured(placed, way_of_colouring()))
    added = whole_number(request.args, "added", least=0, most=MOST_TIES, default=0)
    more = f"{counted(added, 'tie')} more of single actors, added by hand." if added else ""
    return _plate(replace(about, told=tuple(filter(None, (*about.told, more)))))


@bp.get("/graph/compare/plate.svg")
def compared_plate() -> Response:
    """Give what stands around a picture of what changed between two periods."""
    page = compared(1)
    title = f"What changed: {', then '.join(page.names)}" if page.names else "Two periods compared"
    told = scope_of(page.filters, with_days=False), page.sentence, COUNTED, strangers_told(unknown(page.filters))
    found = about_of(title, told, (), (), "country", _address("/graph/compare", "compare.show"))
    kinds = {node["shape"] for node in page.network.get("nodes", ())}
    lines = (*found.lines[:2], ("", CHANGES))
    shapes = tuple((shape, words) for shape, words in page.legend if shape in kinds)
    return _plate(About(found.title, found.told, lines, shapes, (), found.source))


def _ties(filters: Filters) -> tuple[Ties, int]:
    """Give the ties of the picture the address asks for, and the most actors it may have."""
    limit = whole_number(request.args, "limit", least=1, most=MOST_ACTORS, default=FIRST_ACTORS)
    return read_ties(filters, limit), limit


def _about(filters: Filters, ties: Ties, nodes: Sequence[Node], colours: Legend) -> About:
    """Say what the picture of some ties shows."""
    shown = sentence_of(ties, counts()["actors"])
    told = scope_of(filters), shown, COUNTED, strangers_told(unknown(filters))
    return about_of(TITLE, told, nodes, colours, way_of_colouring(), _address("/graph", "graph.show"))


def _address(path: str, endpoint: str) -> str:
    """Give the address of the page a picture belongs to, with what that page reads but without what is opened in it."""
    read = READ[endpoint] - {"sel"}
    query = urlencode([(name, value) for name, value in request.args.items(multi=True) if name in read])
    return f"{request.url_root.rstrip('/')}{path}" + (f"?{query}" if query else "")


def _plate(about: About) -> Response:
    """Give a plate around the size that the address names."""
    wide, high = (
        whole_number(request.args, name, least=LEAST_SIDE, most=MOST_SIDE, default=default)
        for name, default in (("wide", 960), ("high", 600))
    )
    palette = THEMES[one_word(request.args, "theme", tuple(THEMES))]
    page = PlatePage(plate_of(about, 0.0, 0.0, float(wide), float(high), FONT, palette), wide, high)
    return _svg(render_template("graph/plate.svg", page=page))


def _svg(text: str) -> Response:
    """Give an SVG file."""
    response = make_response(clean(text))
    response.mimetype = "image/svg+xml"
    return response
