"""Values into the store: statements that make nodes and edges, each from its low-degree end.

What is new is created and what is known is set, so that writing the same again changes nothing.
"""

from collections.abc import Iterable, Sequence

from graph.batch import Batch, Link
from graph.bolt import Work
from graph.model import Actor, Event, Place, Report
from graph.rows import Row, actor_row, arguments_of, article_row, event_row, place_row, report_row, searched

KNOWN_ACTORS = "UNWIND $ids AS id MATCH (n:Actor {id: id}) RETURN n.id AS id, properties(n) AS row"
KNOWN_PLACES = "UNWIND $ids AS id MATCH (n:Place {id: id}) RETURN n.id AS id, properties(n) AS row"
KNOWN_ARTICLES = """
UNWIND $ids AS id MATCH (n:Article {id: id}) RETURN n.id AS id, n.sha256 AS sha256, n.ingested AS ingested
"""
ADD_ACTORS = "UNWIND $rows AS row CREATE (n:Actor) SET n = row"
SET_ACTORS = "UNWIND $rows AS row MATCH (n:Actor {id: row.id}) SET n = row"
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

OFFICES = """
UNWIND $ids AS id MATCH (a:Actor {id: id})-[p:PART_OF]->(o:Actor)
RETURN a.id AS actor, o.id AS organisation, properties(p) AS office
"""
DROP_OFFICES = "UNWIND $ids AS id MATCH (a:Actor {id: id})-[p:PART_OF]->(:Actor) DELETE p"
ADD_OFFICES = """
UNWIND $rows AS row MATCH (a:Actor {id: row.actor}) MATCH (o:Actor {id: row.organisation})
CREATE (a)-[p:PART_OF]->(o) SET p = row.office
"""


def run(work: Work, statement: str, rows: Sequence[Row]) -> None:
    """Run a statement over rows, where there are any."""
    if rows:
        work.run(statement, rows=list(rows))


def supported(batch: Batch) -> list[Actor]:
    """Give the actors that the batch's reports name, and the organisations above them.

    The graph holds nobody who is only mentioned: such an actor has no fact to show, and would
    have to outlive or vanish with any article that happens to name him.
    """
    by_id = {actor.id: actor for actor in batch.actors}
    waiting = [argument.actor for report in batch.reports for _, argument in arguments_of(report)]
    found: dict[str, Actor] = {}
    while waiting:
        actor = by_id.get(waiting.pop())
        if actor and actor.id not in found:
            found[actor.id] = actor
            waiting += [membership.organisation for membership in actor.part_of]
    return sorted(found.values(), key=lambda actor: actor.id)


def put_articles(work: Work, batch: Batch, *, now: str) -> int:
    """Write the articles; one whose text is as before keeps the time it came in. Returns how many are new."""
    known = {row["id"]: row for row in work.run(KNOWN_ARTICLES, ids=[article.id for article in batch.articles])}
    rows = []
    for article in batch.articles:
        before = known.get(article.id)
        ingested = before["ingested"] if before and before["sha256"] == article.sha256 else now
        marks = batch.marks.get(article.id, ())
        rows.append(article_row(article, batch.published.get(article.id), marks, ingested=ingested))
    run(work, ADD_ARTICLES, [row for row in rows if row["id"] not in known])
    run(work, SET_ARTICLES, [row for row in rows if row["id"] in known])
    return len(rows) - len(known)


def _with_known_aliases(actor: Actor, known: Row | None) -> Row:
    """Give an actor's row with the names it had before kept."""
    row = actor_row(actor)
    if not known:
        return row
    aliases = sorted({*row["aliases"], *(known.get("aliases") or ())})
    row["aliases"], row["search"] = aliases, searched(actor.name, aliases)
    return row


def put_actors(work: Work, actors: Sequence[Actor]) -> int:
    """Write actors; names they had before stay with them. Returns how many are new."""
    known = {row["id"]: row["row"] for row in work.run(KNOWN_ACTORS, ids=[actor.id for actor in actors])}
    rows = [_with_known_aliases(actor, known.get(actor.id)) for actor in actors]
    run(work, ADD_ACTORS, [row for row in rows if row["id"] not in known])
    run(work, SET_ACTORS, [row for row in rows if row["id"] in known and row != known[row["id"]]])
    _put_offices(work, actors)
    return len(rows) - len(known)


def _put_offices(work: Work, actors: Sequence[Actor]) -> None:
    """Make the offices of actors who have any what the batch says, where they differ."""
    wanted: dict[str, list[Row]] = {}
    for actor in actors:
        for of in actor.part_of:
            office = {"office": of.office, "first": of.first, "last": of.last, "source": of.source}
            office = {key: value for key, value in office.items() if value is not None}
            wanted.setdefault(actor.id, []).append(
                {"actor": actor.id, "organisation": of.organisation, "office": office}
            )
    found: dict[str, list[Row]] = {}
    for row in work.run(OFFICES, ids=list(wanted)) if wanted else ():
        found.setdefault(row["actor"], []).append(row)
    changed = [
        actor for actor, rows in wanted.items() if sorted(map(str, rows)) != sorted(map(str, found.get(actor, [])))
    ]
    if any(actor in found for actor in changed):
        work.run(DROP_OFFICES, ids=[actor for actor in changed if actor in found])
    run(work, ADD_OFFICES, [row for actor in changed for row in wanted[actor]])


def put_places(work: Work, places: Iterable[Place]) -> int:
    """Write places. Returns how many are new."""
    rows = [place_row(place) for place in {place.id: place for place in places}.values()]
    known = {row["id"]: row["row"] for row in work.run(KNOWN_PLACES, ids=[row["id"] for row in rows])}
    run(work, ADD_PLACES, [row for row in rows if row["id"] not in known])
    run(work, SET_PLACES, [row for row in rows if row["id"] in known and row != known[row["id"]]])
    return len(rows) - len(known)


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
