"""The parts of an address that a page takes no notice of, so that it can name them; a download has no place to."""

from difflib import get_close_matches
from urllib.parse import urlencode

from flask import request

FILTERS = frozenset(("actors", "type", "sign", "status", "place", "sources", "from", "to"))
ANYWHERE = frozenset(("bars",))
# By endpoint of every page, the parts that it reads. `sel` is what is opened beside a graph; the timeline, which has
# the filters of the graph, hands it back to it.
READ = {
    "overview.show": FILTERS,
    "search.show": {"q"},
    "graph.show": FILTERS | {"sel", "view", "layout", "limit", "colour"},
    "compare.show": FILTERS | {"sel", "then-from", "then-to"},
    "timeline.show": FILTERS | {"sel", "lanes", "undated", "limit", "before"},
    "event.show": frozenset[str](),
    "article.show": frozenset[str](),
    "actor.show": {"before"},
    "pair.show": {"before"},
    "cypher.show": {"q", "view"},
}
PARAMETER = "p."
MOST_NAMED = 5
MOST_LETTERS = 40
LEAST_ALIKE = 0.7


def meant(name: str) -> tuple[str, str] | None:
    """Give the part this page does read that is spelt much like `name`, with its address; None where there is none."""
    near = get_close_matches(name, sorted(READ.get(request.endpoint or "", ())), 1, LEAST_ALIKE)
    if not near:
        return None
    pairs = [(near[0] if one == name else one, value) for one, value in request.args.items(multi=True)]
    return near[0], f"{request.path}?{urlencode(pairs)}"


def unread() -> tuple[str, ...]:
    """Give the names of the parts of this page's address that it does not read, shortened, at most MOST_NAMED."""
    read = READ.get(request.endpoint or "")
    if read is None:
        return ()
    names = [name for name in request.args if name not in read | ANYWHERE]
    if request.endpoint == "cypher.show":
        names = [name for name in names if not name.startswith(PARAMETER)]
    return tuple(name[:MOST_LETTERS] for name in names[:MOST_NAMED])
