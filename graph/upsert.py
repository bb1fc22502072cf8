"""Values into the store: statements that make nodes and edges, each from its low-degree end.

What is new is created and what is known is set, so that writing the same again changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.accounts import Telling, read_telling, telling_text
from graph.batch import Batch, Link
from graph.bolt import Work
from graph.model import Event, Place, Report
from graph.rows import Row, arguments_of, article_row, event_row, place_row, report_row

KNOWN_PLACES = "UNWIND $ids AS id MATCH (n:Place {id: id}) RETURN n.id AS id, properties(n) AS row"
KNOWN_ARTICLES = """
UNWIND $ids AS id MATCH (n:Article {id: id})
RETURN n.id AS id, n.sha256 AS sha256, n.ingested AS ingested, n.tells AS tells
"""
LYING = ("town", "region", "latitude", "longitude", "centre")  # where a place lies
ADD_PLACES = "UNWIND $rows AS row CREATE (n:Place) SET n = row"
SET_PLACES = "UNWIND $rows AS row MATCH (n:Place {id: row.id}) SET n = row"
ADD_ARTICLES = "UNWIND $rows AS row CREATE (n:Article) SET n = row"
SET_ARTICLES = "UNWIND $rows AS row MATCH (n:Article {id: row.id}) SET n = row"
ADD_EVENTS = "UNWIND $rows AS row CREATE (n:Event) SET n = row"
SET_EVENTS = "UNWIND $rows AS row MATCH (n:Event {id: row.id}) SET n = row"

ADD_REPORTS = """
UNWIND $rows AS row MATCH (a:Article {id: row.article})
CREATE (r:Report)-[:IN]->(a) SET r = row.report
"""
ADD_NAMES = """
UNWIND $rows AS row MATCH (r:Report {id: row.report}) MATCH (a:Actor {id: row.actor})
CREATE (r)-[:NAMES {role: row.role, text: row.text, start: row.start, end: row.end}]->(a)
"""
ADD_LIES_IN = """
UNWIND $rows AS row MATCH (r:Report {id: row.report}) MATCH (p:Place {id: row.place})
CREATE (r)-[:LIES_IN {text: row.text, start: row.start, end: row.end}]->(p)
"""
ADD_OF = """
UNWIND $rows AS row MATCH (r:Report {id: row.report}) MATCH (e:Event {id: row.event})
CREATE (r)-[:OF {by: row.by, score: row.score, reasons: row.reasons}]->(e)
"""
ADD_DID = """
UNWIND $rows AS row MATCH (e:Event {id: row.event}) MATCH (a:Actor {id: row.other}) CREATE (a)-[:DID]->(e)
"""
ADD_TO = """
UNWIND $rows AS row MATCH (e:Event {id: row.event}) MATCH (a:Actor {id: row.other}) CREATE (e)-[:TO]->(a)
"""
ADD_MEDIATED = """
UNWIND $rows AS row MATCH (e:Event {id: row.event}) MATCH (a:Actor {id: row.other}) CREATE (a)-[:MEDIATED]->(e)
"""
ADD_AT = """
UNWIND $rows AS row MATCH (e:Event {id: row.event}) MATCH (p:Place {id: row.other}) CREATE (e)-[:AT]->(p)
"""
ADD_EDGES = {"DID": ADD_DID, "TO": ADD_TO, "MEDIATED": ADD_MEDIATED, "AT": ADD_AT}


def run(work: Work, statement: str, rows: Sequence[Row]) -> None:
    """Run a statement over rows, where there are any."""
    if rows:
        work.run(statement, rows=list(rows))


def drop_lone(work: Work, ids: Iterable[str], lone: str, drop: str) -> list[str]:
    """Take out those of some nodes that the query `lone` finds to stand alone. Returns their ids."""
    ids = sorted(set(ids))
    gone = [row["id"] for row in work.run(lone, ids=ids)] if ids else []
    if gone:
        work.run(drop, ids=gone)
    return gone


@dataclass(frozen=True, slots=True)
class PutArticles:
    """How many articles are new, and what the others told of their actors before."""

    new: int
    told: tuple[Telling, ...]


def put_articles(work: Work, batch: Batch, tells: Mapping[str, Telling], *, now: str) -> PutArticles:
    """Write the articles; one whose text is as before keeps the time it came in.

    tells: by article, what it tells of its actors.
    """
    known = {row["id"]: row for row in work.run(KNOWN_ARTICLES, ids=[article.id for article in batch.articles])}
    rows = []
    for article in batch.articles:
        before = known.get(article.id)
        ingested = before["ingested"] if before and before["sha256"] == article.sha256 else now
        marks = batch.marks.get(article.id, ())
        told = telling_text(tells[article.id])
        named = batch.named.get(article.id, ())
        day = batch.published.get(article.id)
        rows.append(article_row(article, day, marks, ingested=ingested, tells=told, named=named))
    run(work, ADD_ARTICLES, [row for row in rows if row["id"] not in known])
    run(work, SET_ARTICLES, [row for row in rows if row["id"] in known])
    return PutArticles(len(rows) - len(known), tuple(read_telling(row["tells"]) for row in known.values()))


def put_places(work: Work, places: Iterable[Place]) -> int:
    """Write places; what a place is known to lie in stays where it is not told anew. Returns how many are new."""
    told: dict[str, Row] = {}
    for row in map(place_row, places):
        told[row["id"]] = _with_known(row, told.get(row["id"], {}))
    rows = list(told.values())
    known = {row["id"]: row["row"] for row in work.run(KNOWN_PLACES, ids=[row["id"] for row in rows])}
    rows = [_with_known(row, known.get(row["id"], {})) for row in rows]
    run(work, ADD_PLACES, [row for row in rows if row["id"] not in known])
    run(work, SET_PLACES, [row for row in rows if row["id"] in known and row != known[row["id"]]])
    return len(rows) - len(known)


def _with_known(row: Row, known: Row) -> Row:
    """Give a place's properties with the town it is known to lie in where this text tells none."""
    is_told = row["town"] or not known.get("town") or row["country"] != known.get("country")
    return row if is_told else row | {key: known[key] for key in LYING if key in known}


def add_reports(work: Work, reports: Sequence[Report]) -> None:
    """Write reports that are not in the store, with whom they name and where they lie."""
    names = [
        {"report": r.id, "actor": a.actor, "role": role.value, "text": a.text, "start": a.start, "end": a.end}
        for r in reports
        for role, a in arguments_of(r)
    ]
    lies = [
        {"report": r.id, "place": p.place.id, "text": p.text, "start": p.start, "end": p.end}
        for r in reports
        if (p := r.place)
    ]
    run(work, ADD_REPORTS, [{"article": report.article, "report": report_row(report)} for report in reports])
    run(work, ADD_NAMES, names)
    run(work, ADD_LIES_IN, lies)


def add_links(work: Work, links: Iterable[Link]) -> None:
    """Join reports, none of which has an event yet, to their events."""
    rows = [
        {"report": k.report, "event": k.event, "by": k.by, "score": k.score, "reasons": list(k.reasons)} for k in links
    ]
    run(work, ADD_OF, rows)


def edges_of(event: Event) -> set[tuple[str, str]]:
    """Give an event's edges as pairs of type and the other end's id."""
    edges = {("DID", actor) for actor in event.actors} | {("TO", actor) for actor in event.recipients}
    edges |= {("MEDIATED", actor) for actor in event.mediators}
    return edges | {("AT", event.place.id)} if event.place else edges


def add_events(work: Work, events: Sequence[Event]) -> None:
    """Write the nodes of events that are not in the store."""
    run(work, ADD_EVENTS, [event_row(event) for event in events])


def add_edges(work: Work, edges: Iterable[tuple[str, tuple[str, str]]]) -> None:
    """Write edges of events, none of which is there yet: each an event's id and a pair of `edges_of`."""
    rows: dict[str, list[Row]] = {}
    for event, (kind, other) in edges:
        rows.setdefault(kind, []).append({"event": event, "other": other})
    for kind, statement in ADD_EDGES.items():
        run(work, statement, rows.get(kind, ()))
