"""How long the server takes for each page, beside the bare Cypher of the queries that page runs."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from flask import Flask

from graph.store import Store
from web.app import create_app
from web.serve import spare_collector

KEPT = ("memory", "layouts", "standing")
# of pages that take longer than so many seconds, no more than so many rounds are timed
LIMIT, FEWEST = 3.0, 2


class Listener:
    """A store that notes what it is asked; everything else it leaves to the store behind it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def run(self, query: str, **named: Any) -> list[dict[str, Any]]:
        """Run a query and note it."""
        self.asked.append((query, named))
        return self._store.run(query, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@dataclass(frozen=True, slots=True)
class Timed:
    """One page: seconds of each first answer, of each answer again, and of its queries alone, before and after each."""

    path: str
    status: int
    queries: int
    size: int
    first: tuple[float, ...]
    again: tuple[float, ...]
    bare: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Give how much longer the page takes than its queries, in the middle of the rounds.

        A page stands between two runs of its queries alone and is set beside their mean, so that a machine that
        is now more and now less busy tells neither for the page nor against it.
        """
        beside = (statistics.fmean(pair) for pair in pairwise(self.bare))
        return statistics.median(page / max(bare, 1e-9) for page, bare in zip(self.first, beside, strict=True))

    @property
    def own(self) -> float:
        """Give the seconds a page takes beyond those of its queries, both in the middle."""
        return statistics.median(self.first) - statistics.median(self.bare)


def listening_app(store: Store) -> tuple[Flask, Listener]:
    """Give the app over a store that notes what it is asked, made ready as the server makes it."""
    listener = Listener(store)
    app = create_app(listener, store.settings)  # type: ignore[arg-type]
    spare_collector()
    return app, listener


def forget(app: Flask) -> None:
    """Take away what the app remembers of earlier answers."""
    for name in KEPT:
        app.extensions.pop(name, None)


def seconds_of(action: Callable[[], object]) -> float:
    """Give how long something takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def time_page(store: Store, app: Flask, listener: Listener, path: str, rounds: int) -> Timed:
    """Ask for a page, each time with nothing remembered, then once more, then its queries alone. rounds: 1 or more."""
    client = app.test_client()
    headers = {"Accept-Encoding": "br"}
    first, again, bare = list[float](), list[float](), list[float]()
    while len(bare) <= rounds and not (len(bare) > FEWEST and first[-1] > LIMIT):
        forget(app)
        listener.asked.clear()
        start = time.perf_counter()
        response = client.get(path, headers=headers)
        size = len(response.get_data())
        first.append(time.perf_counter() - start)
        asked = list(listener.asked)
        again.append(seconds_of(lambda: client.get(path, headers=headers).get_data()))
        bare.append(seconds_of(lambda asked=asked: [store.run(query, **named) for query, named in asked]))  # type: ignore[misc]
    # the first round only makes the engine ready
    return Timed(path, response.status_code, len(asked), size, tuple(first[1:]), tuple(again[1:]), tuple(bare))


def paths_of(store: Store) -> Iterator[str]:
    """Give the addresses worth timing: every page, wide and narrow, about the busiest and about anybody."""
    hub = store.run(
        "MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor) RETURN a.id AS a, b.id AS b, sum(x.events) AS n "
        "ORDER BY n DESC LIMIT 1"
    )[0]
    told = store.run(
        "MATCH (n:Article)<-[:IN]-(:Report)-[:OF]->(e:Event) "
        "RETURN n.id AS article, e.id AS event, e.key AS key LIMIT 1"
    )[0]
    place = store.run("MATCH (p:Place) RETURN p.id AS id ORDER BY id LIMIT 1")[0]["id"]
    day = told["key"][:10]
    month, year = day[:7], day[:4]
    yield from ("/", "/graph", "/graph?limit=1000", "/graph?view=matrix", "/graph?view=table")
    yield from (f"/graph?from={month}&to={month}", f"/graph?from={year}&to={year}", f"/graph?actors={hub['a']}")
    yield from ("/graph?sources=2", "/graph?type=ASSAULT", f"/graph?place={place}", "/graph?status=threatened")
    yield from (f"/graph?sel=actor:{hub['a']}", f"/graph?sel=tie:{hub['a']}~{hub['b']}~hostile")
    yield f"/graph/compare?then-from={month}&then-to={month}&from={year}&to={year}"
    yield from (f"/graph/neighbours.json?id={hub['a']}", "/graph/series.json", "/graph.svg")
    yield from ("/timeline", f"/timeline?from={month}&to={month}", f"/timeline?from={day}&to={day}")
    yield from (
        "/timeline?type=ASSAULT",
        f"/timeline?actors={hub['a']}",
        f"/timeline?place={place}",
        "/timeline?sources=2",
    )
    yield from (f"/timeline?before={told['key']}", "/timeline?undated=1", "/timeline?status=threatened&sign=verbal")
    yield from (f"/event/{told['event']}", f"/article/{told['article']}", f"/actor/{hub['a']}")
    yield from (f"/pair/{hub['a']}/{hub['b']}", "/search?q=actor+12", "/search?q=nobody", "/cypher", "/health")
    yield from ("/timeline.csv", "/timeline.jsonld", "/graph.csv", "/graph.gexf", "/graph.html")


def percentile(values: Sequence[float], part: float) -> float:
    """Give the value below which a part of the values lies.

    >>> percentile([3.0, 1.0, 2.0], 0.5)
    2.0
    """
    return sorted(values)[min(round(part * (len(values) - 1)), len(values) - 1)]


def line_of(timed: Timed) -> str:
    """Give one line of the report."""
    figures = [percentile(of, part) * 1000 for of in (timed.first, timed.again, timed.bare) for part in (0.5, 0.95)]
    told = "".join(f"{one:8.0f}" for one in figures)
    return f"{timed.path[:62]:62} {timed.status} {timed.queries:4} {timed.size / 1000:8.1f}{told}{timed.ratio:7.2f}"


HEADING = (
    f"{'page':62} {'':3} asks {'kB':>8}"
    + "".join(f"{name:>8}{'p95':>8}" for name in ("first", "again", "Cypher"))
    + "  ratio"
)
