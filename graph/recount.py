"""All edges between actors and all bins, counted from nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.bolt import Work
from graph.counts import ADD_BINS, ADD_EDGES, bin_row, mark_changed, pair_row, sum_shares
from graph.derive import Footprint, Pair, Share, Span, bins, shares
from graph.rows import Row
from graph.settle import read_events
from graph.store import Store

PAGE = 2_000
MONTHS = "MATCH (e:Event) RETURN DISTINCT left(e.key, 7) AS month ORDER BY month"
IDS = """
MATCH (e:Event) WHERE e.key > $after AND e.key < $high
RETURN e.id AS id, e.key AS key ORDER BY key LIMIT $limit
"""
DROP_SOME_EDGES = "MATCH (:Actor)-[r:ACTED_ON]->(:Actor) WITH r LIMIT $limit DELETE r RETURN count(r) AS gone"
DROP_SOME_BINS = "MATCH (b:Bin) WITH b LIMIT $limit DELETE b RETURN count(b) AS gone"


@dataclass(frozen=True, slots=True)
class Recounted:
    """How many events were read and how many edges and bins they make."""

    events: int
    edges: int
    bins: int


def _footprints(store: Store) -> Iterator[Footprint]:
    """Give all events, a page at a time by key.

    Month by month, for the embedded engine reads all keys above `after` where nothing bounds them.
    """
    for month in [row["month"] for row in store.run(MONTHS)]:
        after, high = month, f"{month}~"
        while rows := store.run(IDS, after=after, high=high, limit=PAGE):
            after = rows[-1]["key"]
            ids = [row["id"] for row in rows]
            yield from (event.footprint() for event in read_events(store, ids).values())


def _empty(store: Store, statement: str) -> None:
    def some(work: Work) -> int:
        return int(work.run(statement, limit=PAGE)[0]["gone"])

    while store.write(some):
        continue


@dataclass(frozen=True, slots=True)
class Tally:
    """What events make together: rows of edges and rows of bins, as ADD_EDGES and ADD_BINS take them."""

    events: int
    edges: list[Row]
    bins: list[Row]


def tally(events: Iterable[Footprint]) -> Tally:
    """Add up the shares of events."""
    parts: dict[Pair, list[Share]] = {}
    counts: dict[Span, dict[str, int]] = {}
    number = 0
    for event in events:
        number += 1
        for pair, share in shares(event).items():
            parts.setdefault(pair, []).append(share)
        for span, added in bins(event).items():
            total = counts.setdefault(span, {})
            for name, count in added.items():
                total[name] = total.get(name, 0) + count
    edges: list[Row] = [pair_row(pair) | {"edge": sum_shares(pair, some)} for pair, some in parts.items()]
    return Tally(number, edges, [bin_row(span, count) for span, count in counts.items()])


def recount(store: Store) -> Recounted:
    """Count every edge and bin anew from the events and put them in place of those there are.

    What stands afterwards is what stood before, unless something else than `write` changed events.
    Not one transaction: who reads meanwhile sees part of it.
    """
    found = tally(_footprints(store))
    _empty(store, DROP_SOME_EDGES)
    _empty(store, DROP_SOME_BINS)
    store.write_batch(ADD_EDGES, found.edges)
    store.write_batch(ADD_BINS, found.bins)
    store.write(mark_changed)
    return Recounted(found.events, len(found.edges), len(found.bins))
