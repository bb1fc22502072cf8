"""The parts of an address that a page takes no notice of, so that it can name them; a download has no place to."""

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


def unread() -> tuple[str, ...]:
    """Give the names of the parts of this page's address that it does not read, shortened, at most MOST_NAMED."""
    read = READ.get(request.endpoint or "")
    if read is None:
        return ()
    names = [name for name in request.args if name not in read | ANYWHERE]
    if request.endpoint == "cypher.show":
        names = [name for name in names if not name.startswith(PARAMETER)]
    return tuple(name[:MOST_LETTERS] for name in names[:MOST_NAMED])
