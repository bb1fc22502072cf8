"""All that is derived from events - edges between actors, ties, totals and bins - counted from nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.bolt import Work
from graph.counts import ADD_BINS, ADD_EDGES, bin_row, mark_counted, mark_uncounted, pair_row, sum_shares
from graph.derive import Footprint, Pair, PairChange, Share, Span, bins, shares
from graph.rows import UNDATED, Row
from graph.searchable import make_searchable
from graph.settle import read_events
from graph.store import Store
from graph.summed import ADD_TIES, ADD_TOTALS
from graph.totals import Part, parts_of, tie_changes, tie_row, total_row

PAGE = 2_000
MONTHS = "MATCH (e:Event) RETURN DISTINCT left(e.key, 7) AS month ORDER BY month"
IDS = """
MATCH (e:Event) WHERE e.key > $after AND e.key < $high
RETURN e.id AS id, e.key AS key ORDER BY key LIMIT $limit
"""
DROP_SOME = (
    "MATCH (:Actor)-[r:ACTED_ON]->(:Actor) WITH r LIMIT $limit DELETE r RETURN count(r) AS gone",
    "MATCH (t:Tie) WITH t LIMIT $limit DELETE t RETURN count(t) AS gone",
    "MATCH (t:Total) WITH t LIMIT $limit DELETE t RETURN count(t) AS gone",
    "MATCH (b:Bin) WITH b LIMIT $limit DELETE b RETURN count(b) AS gone",
)
GIVE_KEYS = """
MATCH (a:Article) WHERE a.key IS NULL WITH a LIMIT $limit
SET a.key = coalesce(toString(a.published), $undated) + '/' + a.id
RETURN count(a) AS gone
"""


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


def _repeat(store: Store, statement: str, **named: Any) -> None:
    """Run a statement over a page of nodes at a time until it finds none."""

    def some(work: Work) -> int:
        return int(work.run(statement, limit=PAGE, **named)[0]["gone"])

    while store.write(some):
        continue


@dataclass(frozen=True, slots=True)
class Tally:
    """What events make together: rows of edges, ties, totals and bins, as the statements that add them take them."""

    events: int
    edges: list[Row]
    ties: list[Row]
    totals: list[Row]
    bins: list[Row]


def tally(events: Iterable[Footprint]) -> Tally:
    """Add up the shares of events."""
    parts: dict[Pair, list[Share]] = {}
    counts: dict[Span, dict[str, int]] = {}
    totals: dict[str, Counter[Part]] = {}
    number = 0
    for event in events:
        number += 1
        for pair, share in shares(event).items():
            parts.setdefault(pair, []).append(share)
        for actor, added in parts_of(event).items():
            totals.setdefault(actor, Counter()).update(added)
        for span, counted in bins(event).items():
            total = counts.setdefault(span, {})
            for name, count in counted.items():
                total[name] = total.get(name, 0) + count
    ties = tie_changes({pair: PairChange(tuple(some), ()) for pair, some in parts.items()})
    return Tally(
        events=number,
        edges=[pair_row(pair) | {"edge": sum_shares(pair, some)} for pair, some in parts.items()],
        ties=[tie_row(tie, {}, change) for tie, change in ties.items()],
        totals=[total_row(actor, total) for actor, total in totals.items()],
        bins=[bin_row(span, count) for span, count in counts.items()],
    )


def add_tally(store: Store, found: Tally) -> None:
    """Write what events make together into a store that has nothing derived."""
    store.write_batch(ADD_EDGES, found.edges)
    store.write_batch(ADD_TIES, found.ties)
    store.write_batch(ADD_TOTALS, found.totals)
    store.write_batch(ADD_BINS, found.bins)


def drop_derived(store: Store) -> None:
    """Take out all that is derived. Until all is counted again nothing can be written: see NotCounted."""
    store.write(mark_uncounted)
    for statement in DROP_SOME:
        _repeat(store, statement)


def recount(store: Store) -> Recounted:
    """Count all that is derived anew from the events and put it in place of what there is.

    Articles that an older version wrote without a key are given theirs, and actors and places the text by which
    they are searched.

    What stands afterwards is what stood before, unless something else than `write` changed events.
    Not one transaction: a graph whose recount was broken off says so until another comes to its end.
    """
    found = tally(_footprints(store))
    drop_derived(store)
    add_tally(store, found)
    _repeat(store, GIVE_KEYS, undated=UNDATED)
    make_searchable(store)
    store.write(mark_counted)
    return Recounted(found.events, len(found.edges), len(found.bins))
