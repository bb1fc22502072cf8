"""The graph as a still picture: a download, what stands for the canvas where no script runs, and the plate of a PNG."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, Response, make_response, render_template, request

from graph.export.xml_text import clean
from web.colours import Legend, coloured, communities_told, way_of_colouring
from web.compare import compared
from web.filters import filters_from, one_word, whole_number
from web.graph import FIRST_ACTORS, MOST_ACTORS, cards_of, layout_of, place_nodes, way_of_placing
from web.network import Node, shape_of
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


@dataclass(frozen=True, slots=True)
class _Scene:
    """The graph that the address asks for. told: of it in words, what colours mean where they have no names too."""

    ties: Ties
    nodes: Sequence[Node]
    colours: Legend
    told: tuple[str, ...]

    @property
    def shapes(self) -> set[str]:
        return {shape_of(node.kind) for node in self.nodes}


@bp.get("/graph.svg")
def picture() -> Response:
    """Give the graph under the filters as one picture, with its legend, its filters and its source."""
    scene = _scene()
    about = about_of(TITLE, scene.told, scene.shapes, scene.colours, _address("/graph", "graph.show"))
    return _svg(render_template("graph/picture.svg", page=paint(scene.nodes, scene.ties.shown, about)))


@bp.get("/graph/plate.svg")
def plate() -> Response:
    """Give what stands around a picture of the graph `wide` and `high` pixels large, whose place is left free.

    added, grown: how many ties and actors were added to those of the page; shapes: of all actors, apart by commas.
    """
    scene = _scene()
    told = *scene.told, _added()
    address = _address("/graph", "graph.show")
    return _plate(about_of(TITLE, told, scene.shapes | _shapes(), scene.colours, address))


@bp.get("/graph/compare/plate.svg")
def compared_plate() -> Response:
    """Give what stands around a picture of what changed between two periods.

    added, grown, shapes: as of the graph.
    """
    page = compared(1)
    title = f"What changed: {', then '.join(page.names)}" if page.names else "Two periods compared"
    told = scope_of(page.filters, with_days=False), page.sentence, COUNTED, strangers_told(unknown(page.filters))
    shapes = {node["shape"] for node in page.network.get("nodes", ())} | _shapes()
    address = _address("/graph/compare", "compare.show")
    return _plate(about_of(title, (*told, page.colours, _added()), shapes, (), address, CHANGES))


def _scene() -> _Scene:
    """Read the graph that the address asks for, and place and colour its actors."""
    filters, way = filters_from(request.args), way_of_colouring()
    limit = whole_number(request.args, "limit", least=1, most=MOST_ACTORS, default=FIRST_ACTORS)
    ties = read_ties(filters, limit)
    layout = layout_of(filters, ties, limit, is_plain=way_of_placing() == "plain")
    nodes, colours = coloured(place_nodes(ties.actors, cards_of(list(ties.actors)), layout), way)
    shown = sentence_of(ties, counts()["actors"])
    communities = communities_told(node.group for node in nodes) if way == "community" else ""
    told = scope_of(filters), shown, COUNTED, strangers_told(unknown(filters)), communities
    return _Scene(ties, nodes, colours, told)


def _added() -> str:
    """Say how many actors and ties were added to the picture by hand, "" where there are none."""
    actors, ties = (whole_number(request.args, name, least=0, most=MOST_TIES, default=0) for name in ("grown", "added"))
    parts = [counted(number, word) for number, word in ((actors, "actor"), (ties, "tie")) if number]
    colours = " The colours of these actors mean nothing." if actors else ""
    return f"{' and '.join(parts)} more of single actors, added by hand.{colours}" if parts else ""


def _shapes() -> set[str]:
    """Read the shapes of a picture to which actors were added."""
    return set(request.args.get("shapes", "").split(","))


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
