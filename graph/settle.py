"""After reports came or went: events told anew, what nobody supports taken out, counts put right."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.bolt import Work
from graph.counts import change_counts
from graph.derive import Footprint, is_unsure
from graph.gather import gather
from graph.model import Event, Status
from graph.read import Reader, read_told
from graph.rows import Row, event_row
from graph.upsert import SET_EVENTS, add_edges, drop_lone, edges_of, run

EVENTS = """
UNWIND $ids AS id MATCH (e:Event {id: id})
RETURN e.id AS id, properties(e) AS row
"""
EVENT_EDGES = """
UNWIND $ids AS id MATCH (e:Event {id: id})<-[:DID]-(n:Actor) RETURN id AS event, 'DID' AS kind, n.id AS other
UNION ALL
UNWIND $ids AS id MATCH (e:Event {id: id})-[:TO]->(n:Actor) RETURN id AS event, 'TO' AS kind, n.id AS other
UNION ALL
UNWIND $ids AS id MATCH (e:Event {id: id})<-[:MEDIATED]-(n:Actor) RETURN id AS event, 'MEDIATED' AS kind, n.id AS other
UNION ALL
UNWIND $ids AS id MATCH (e:Event {id: id})-[:AT]->(n:Place) RETURN id AS event, 'AT' AS kind, n.id AS other
"""
DROP_DID = "UNWIND $rows AS row MATCH (e:Event {id: row.event})<-[r:DID]-(n:Actor {id: row.other}) DELETE r"
DROP_TO = "UNWIND $rows AS row MATCH (e:Event {id: row.event})-[r:TO]->(n:Actor {id: row.other}) DELETE r"
DROP_MEDIATED = "UNWIND $rows AS row MATCH (e:Event {id: row.event})<-[r:MEDIATED]-(n:Actor {id: row.other}) DELETE r"
DROP_AT = "UNWIND $rows AS row MATCH (e:Event {id: row.event})-[r:AT]->(n:Place {id: row.other}) DELETE r"
DROP_EDGES = {"DID": DROP_DID, "TO": DROP_TO, "MEDIATED": DROP_MEDIATED, "AT": DROP_AT}
DROP_EVENTS = "UNWIND $ids AS id MATCH (e:Event {id: id}) DETACH DELETE e"
DROP_REDIRECTS = "UNWIND $ids AS id MATCH (n:Redirect {target: id}) DELETE n"

LONE_PLACES = """
UNWIND $ids AS id MATCH (p:Place {id: id})
WHERE NOT EXISTS { MATCH (p)<-[:LIES_IN]-(:Report) }
RETURN p.id AS id
"""
DROP_PLACES = "UNWIND $ids AS id MATCH (p:Place {id: id}) DETACH DELETE p"


@dataclass(frozen=True, slots=True)
class Stored:
    """An event as the store has it: its properties and its edges."""

    row: Row
    edges: frozenset[tuple[str, str]]

    def footprint(self) -> Footprint:
        """Give what the counts need."""
        row = self.row
        ends = {kind: tuple(sorted(other for one, other in self.edges if one == kind)) for kind in DROP_EDGES}
        return Footprint(
            row["type"],
            row["mode"],
            Status(row["status"]),
            row.get("first"),
            row.get("last"),
            ends["DID"],
            ends["TO"],
            ends["MEDIATED"],
            next(iter(ends["AT"]), ""),
            is_unsure(row.get("edtf") or ""),
        )


def read_events(reader: Reader, ids: Iterable[str]) -> dict[str, Stored]:
    """Give the events of these ids that are in the store."""
    ids = sorted(set(ids))
    rows = reader.run(EVENTS, ids=ids) if ids else []
    edges: dict[str, set[tuple[str, str]]] = {}
    for edge in reader.run(EVENT_EDGES, ids=[row["id"] for row in rows]) if rows else ():
        edges.setdefault(edge["event"], set()).add((edge["kind"], edge["other"]))
    return {row["id"]: Stored(row["row"], frozenset(edges.get(row["id"], ()))) for row in rows}


def _gathered(work: Work, ids: Collection[str]) -> dict[str, Event]:
    """Give events as their reports now tell them; those without a report are left out."""
    told = read_told(work, sorted(ids))
    return {
        event: gather(event, reports, origins=told.origins, names=told.names) for event, reports in told.reports.items()
    }


def _update(work: Work, before: Mapping[str, Stored], events: Mapping[str, Event]) -> None:
    """Write the events that changed, edges only where they differ."""
    rows = {event.id: event_row(event) for event in events.values()}
    run(work, SET_EVENTS, [row for event, row in rows.items() if row != before[event].row])
    gone: dict[str, list[Row]] = {}
    for event in events.values():
        for kind, other in before[event.id].edges - edges_of(event):
            gone.setdefault(kind, []).append({"event": event.id, "other": other})
    for kind, statement in DROP_EDGES.items():
        run(work, statement, gone.get(kind, ()))
    add_edges(
        work,
        ((event.id, edge) for event in events.values() for edge in sorted(edges_of(event) - before[event.id].edges)),
    )


@dataclass(frozen=True, slots=True)
class Settled:
    """Ids of the events told anew and of those nobody tells any more."""

    gathered: tuple[str, ...]
    removed: tuple[str, ...]


def settle(work: Work, before: Mapping[str, Stored], added: Iterable[Event]) -> Settled:
    """Tell the events of `before` anew from their reports, and put all counts right.

    before: events of the store whose reports came or went, as they were; added: events this
    transaction made.
    """
    events = _gathered(work, before) if before else {}
    _update(work, before, events)
    removed = sorted(set(before) - set(events))
    if removed:
        work.run(DROP_EVENTS, ids=removed)
        work.run(DROP_REDIRECTS, ids=removed)
    after = [Footprint.of(event) for event in (*events.values(), *added)]
    change_counts(work, [event.footprint() for event in before.values()], after)
    return Settled(tuple(sorted(events)), tuple(removed))


def drop_lone_places(work: Work, ids: Iterable[str]) -> list[str]:
    """Take out those of these places where no report lies any more. Returns their ids."""
    return drop_lone(work, ids, LONE_PLACES, DROP_PLACES)
