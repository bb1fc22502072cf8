"""Edges between actors and bins in the store: changed by what a write touched."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from uuid import uuid4

from graph.bolt import Work
from graph.derive import QUADS, UNSURE, Footprint, Pair, PairChange, Share, Span, bin_changes, pair_changes, shares
from graph.errors import NotCounted
from graph.model import Status
from graph.plover import plover
from graph.rows import Row
from graph.summed import change_ties, change_totals

EDGES = """
UNWIND $rows AS row
MATCH (a:Actor {id: row.actor})-[r:ACTED_ON {type: row.type}]->(b:Actor {id: row.recipient})
RETURN a.id AS actor, b.id AS recipient, r.type AS type, r.events AS events, r.score AS score,
       r.first AS first, r.last AS last
"""
ADD_EDGES = """
UNWIND $rows AS row MATCH (a:Actor {id: row.actor}) MATCH (b:Actor {id: row.recipient})
CREATE (a)-[r:ACTED_ON]->(b) SET r = row.edge
"""
SET_EDGES = """
UNWIND $rows AS row
MATCH (a:Actor {id: row.actor})-[r:ACTED_ON {type: row.type}]->(b:Actor {id: row.recipient})
SET r = row.edge
"""
DROP_EDGES = """
UNWIND $rows AS row
MATCH (a:Actor {id: row.actor})-[r:ACTED_ON {type: row.type}]->(b:Actor {id: row.recipient})
DELETE r
"""
PAIR_EVENTS = """
UNWIND $rows AS row
MATCH (b:Actor {id: row.recipient})<-[:TO]-(e:Event {type: row.type})<-[:DID]-(a:Actor {id: row.actor})
RETURN a.id AS actor, b.id AS recipient, e.type AS type, e.mode AS mode, e.status AS status,
       e.first AS first, e.last AS last
"""
BINS = "UNWIND $ids AS id MATCH (n:Bin {id: id}) RETURN n.id AS id, properties(n) AS row"
ADD_BINS = "UNWIND $rows AS row CREATE (n:Bin) SET n = row"
SET_BINS = "UNWIND $rows AS row MATCH (n:Bin {id: row.id}) SET n = row"
DROP_BINS = "UNWIND $ids AS id MATCH (n:Bin {id: id}) DELETE n"
MARKED = "MATCH (m:Meta {id: 'state'}) RETURN m.counted AS counted"
MARK = "MERGE (m:Meta {id: 'state'}) SET m.state = $state, m.counted = $counted"
MARK_CHANGED = "MATCH (m:Meta {id: 'state'}) SET m.changed = $changed"
COUNTED_AS, UNCOUNTED = 2, 0
TOTALS = ("starts", *QUADS, *UNSURE.values())


def pair_row(pair: Pair) -> Row:
    """Give a pair as statements take it."""
    return {"actor": pair.actor, "recipient": pair.recipient, "type": pair.type}


def _edge(pair: Pair, events: int, score: float, days: Iterable[date | None]) -> Row:
    """Give the properties of an edge; days are the first and last ones of its events."""
    known = sorted(day for day in days if day)
    edge: Row = {"type": pair.type, "quad": plover().quad(pair.type), "events": events, "score": score}
    return edge | ({"first": known[0], "last": known[-1]} if known else {})


def sum_shares(pair: Pair, parts: Iterable[Share]) -> Row:
    """Give the edge made of these shares."""
    parts = list(parts)
    days = [day for part in parts for day in (part.first, part.last)]
    return _edge(pair, len(parts), sum(part.score for part in parts), days)


def _changed(pair: Pair, edge: Row, change: PairChange) -> Row | None:
    """Give the edge as the change leaves it, None where its days must be read from its events.

    A share that went may have held the first or the last day, and nobody knows the second one.
    """
    went = {day for share in change.went for day in (share.first, share.last) if day}
    if {edge["first"], edge["last"]} & went:
        return None
    events = edge["events"] + len(change.came) - len(change.went)
    score = edge["score"] + sum(share.score for share in change.came) - sum(share.score for share in change.went)
    days = [day for share in change.came for day in (share.first, share.last)]
    return _edge(pair, events, score, [*days, edge["first"], edge["last"]])


def _recounted(work: Work, pairs: Iterable[Pair]) -> dict[Pair, Row]:
    """Give edges counted from the events of their two actors."""
    parts: dict[Pair, list[Share]] = {}
    for row in work.run(PAIR_EVENTS, rows=[pair_row(pair) for pair in pairs]):
        event = Footprint(
            row["type"],
            row["mode"],
            Status(row["status"]),
            row["first"],
            row["last"],
            (row["actor"],),
            (row["recipient"],),
        )
        for pair, share in shares(event).items():
            parts.setdefault(pair, []).append(share)
    return {pair: sum_shares(pair, shared) for pair, shared in parts.items()}


def _change_edges(work: Work, changes: Mapping[Pair, PairChange]) -> None:
    if not changes:
        return
    rows = work.run(EDGES, rows=[pair_row(pair) for pair in changes])
    known = {Pair(row["actor"], row["recipient"], row["type"]): row for row in rows}
    edges: dict[Pair, Row | None] = {}
    for pair, change in changes.items():
        edges[pair] = _changed(pair, known[pair], change) if pair in known else sum_shares(pair, change.came)
    unclear = [pair for pair, edge in edges.items() if edge is None]
    if unclear:
        recounted = _recounted(work, unclear)
        edges |= {pair: recounted.get(pair) for pair in unclear}
    _store_edges(work, edges, known)


def _store_edges(work: Work, edges: Mapping[Pair, Row | None], known: Mapping[Pair, Row]) -> None:
    """Write edges; those that are None or count no event go."""
    kept = {pair: edge for pair, edge in edges.items() if edge and edge["events"]}
    for statement, pairs in (
        (ADD_EDGES, [pair for pair in kept if pair not in known]),
        (SET_EDGES, [pair for pair in kept if pair in known]),
        (DROP_EDGES, [pair for pair in edges if pair in known and pair not in kept]),
    ):
        rows = [pair_row(pair) | {"edge": kept.get(pair)} for pair in pairs]
        if rows:
            work.run(statement, rows=rows)


def bin_row(span: Span, counts: Mapping[str, int]) -> Row:
    """Give a bin's properties; a count that is missing is 0. Kinds stand in a list, each with its count."""
    row: Row = {"id": span.id, "grain": span.grain, **{name: counts.get(name, 0) for name in TOTALS}}
    row["kinds"] = sorted(f"{name} {count}" for name, count in counts.items() if name not in TOTALS and count)
    return row | ({"first": span.first, "last": span.last} if span.first and span.last else {})


def bin_counts(row: Row) -> Counter[str]:
    """Give the counts of a bin from its properties."""
    counts = Counter({name: row.get(name, 0) for name in TOTALS})
    for text in row.get("kinds") or ():
        name, _, count = text.rpartition(" ")
        counts[name] = int(count)
    return counts


def _change_bins(work: Work, changes: Mapping[Span, Mapping[str, int]]) -> None:
    if not changes:
        return
    known = {row["id"]: row["row"] for row in work.run(BINS, ids=[span.id for span in changes])}
    added: list[Row] = []
    changed: list[Row] = []
    emptied: list[str] = []
    for span, change in changes.items():
        counts = bin_counts(known.get(span.id, {}))
        counts.update(change)
        row = bin_row(span, counts)
        if not row["starts"]:
            emptied.append(span.id)
        else:
            (changed if span.id in known else added).append(row)
    for statement, rows in ((ADD_BINS, added), (SET_BINS, changed)):
        if rows:
            work.run(statement, rows=rows)
    if emptied:
        work.run(DROP_BINS, ids=emptied)


def mark_counted(work: Work) -> None:
    """Note that the graph is another one now, so that who remembers its answers asks again, and how it was counted."""
    work.run(MARK, state=uuid4().hex, counted=COUNTED_AS)


def mark_uncounted(work: Work) -> None:
    """Note that counts are missing from now on, until `mark_counted`."""
    work.run(MARK, state=uuid4().hex, counted=UNCOUNTED)


def check_counted(work: Work) -> None:
    """Raise NotCounted where counts are missing, so that changes of them have nothing to stand on."""
    if any(row["counted"] != COUNTED_AS for row in work.run(MARKED)):
        raise NotCounted()


def change_counts(work: Work, before: Iterable[Footprint], after: Iterable[Footprint]) -> None:
    """Change what is derived by what events were before a write and are after it. Raises NotCounted."""
    check_counted(work)
    before, after = list(before), list(after)
    pairs = pair_changes(before, after)
    _change_edges(work, pairs)
    change_ties(work, pairs)
    change_totals(work, before, after)
    _change_bins(work, bin_changes(before, after))
    mark_counted(work)
    work.run(MARK_CHANGED, changed=datetime.now(UTC).isoformat(timespec="seconds"))
