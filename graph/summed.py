"""Totals of actors and ties in the store: changed by what a write touched."""

from collections.abc import Iterable, Mapping

from graph.bolt import Work
from graph.derive import Footprint, Pair, PairChange
from graph.rows import Row
from graph.totals import TieChange, TieId, needs_days, tie_changes, tie_row, total_changes, total_counts, total_row

TOTALS = "UNWIND $ids AS id MATCH (t:Total {id: id}) RETURN t.id AS id, properties(t) AS row"
ADD_TOTALS = "UNWIND $rows AS row CREATE (t:Total) SET t = row"
SET_TOTALS = "UNWIND $rows AS row MATCH (t:Total {id: row.id}) SET t = row"
DROP_TOTALS = "UNWIND $rows AS row MATCH (t:Total {id: row.id}) DELETE t"
TIES = "UNWIND $ids AS id MATCH (t:Tie {id: id}) RETURN t.id AS id, properties(t) AS row"
ADD_TIES = "UNWIND $rows AS row CREATE (t:Tie) SET t = row"
SET_TIES = "UNWIND $rows AS row MATCH (t:Tie {id: row.id}) SET t = row"
DROP_TIES = "UNWIND $rows AS row MATCH (t:Tie {id: row.id}) DELETE t"
TIE_DAYS = """
UNWIND $rows AS row
MATCH (a:Actor {id: row.actor})-[x:ACTED_ON]->(b:Actor {id: row.recipient})
RETURN row.id AS id, CASE WHEN x.quad IN ['VC', 'MC'] THEN 'cooperative' ELSE 'hostile' END AS sign,
       x.first AS first, x.last AS last
"""


def _store(work: Work, rows: Iterable[Row], known: Mapping[str, Row], add: str, change: str, drop: str) -> None:
    """Write rows by statements for those that are new, known, and known but without an event now."""
    rows = list(rows)
    kept = [row for row in rows if row["events"]]
    for statement, some in (
        (add, [row for row in kept if row["id"] not in known]),
        (change, [row for row in kept if row["id"] in known]),
        (drop, [{"id": row["id"]} for row in rows if row["id"] in known and not row["events"]]),
    ):
        if some:
            work.run(statement, rows=some)


def change_totals(work: Work, before: Iterable[Footprint], after: Iterable[Footprint]) -> None:
    """Change the totals of actors by what events were before a write and are after it."""
    changes = total_changes(before, after)
    if not changes:
        return
    known = {row["id"]: row["row"] for row in work.run(TOTALS, ids=list(changes))}
    rows = []
    for actor, change in changes.items():
        counts = total_counts(known.get(actor, {}))
        counts.update(change)
        rows.append(total_row(actor, counts))
    _store(work, rows, known, ADD_TOTALS, SET_TOTALS, DROP_TOTALS)


def change_ties(work: Work, pairs: Mapping[Pair, PairChange]) -> None:
    """Change ties by how edges changed; these must be in the store as they are now."""
    changes = tie_changes(pairs)
    if not changes:
        return
    known = {row["id"]: row["row"] for row in work.run(TIES, ids=[str(tie) for tie in changes])}
    unclear = [tie for tie, change in changes.items() if needs_days(known.get(str(tie), {}), change)]
    days = _days(work, unclear)
    rows = [_changed(tie, known.get(str(tie), {}), change, days) for tie, change in changes.items()]
    _store(work, rows, known, ADD_TIES, SET_TIES, DROP_TIES)


def _days(work: Work, ties: Iterable[TieId]) -> dict[str, Row]:
    """Give the first and last day of ties from their edges."""
    asked = [{"id": str(tie), "actor": tie.actor, "recipient": tie.recipient} for tie in ties]
    wanted: dict[str, Row] = {row["id"]: {} for row in asked}
    for row in work.run(TIE_DAYS, rows=asked) if asked else ():
        days = wanted[row["id"]]
        if row["id"].endswith(row["sign"]) and row["first"]:
            days["first"] = min(row["first"], days.get("first", row["first"]))
            days["last"] = max(row["last"], days.get("last", row["last"]))
    return wanted


def _changed(tie: TieId, before: Row, change: TieChange, days: Mapping[str, Row]) -> Row:
    """Give a tie as a change leaves it."""
    row = tie_row(tie, before, change)
    if str(tie) in days:
        row = {key: value for key, value in row.items() if key not in ("first", "last")} | days[str(tie)]
    return row
