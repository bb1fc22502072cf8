"""The way into the graph and out of it again: write a batch, withdraw an article."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from graph.accounts import Telling, read_telling, tellings
from graph.actors import drop_untold, events_naming, retell
from graph.batch import Batch, Link, Withdrawn, Written
from graph.bolt import Work
from graph.errors import GraphError
from graph.gather import gather
from graph.model import Event, Report
from graph.read import origin
from graph.rows import Row, arguments_of
from graph.settle import drop_lone_places, read_events, settle
from graph.store import Store
from graph.upsert import (
    add_edges,
    add_events,
    add_links,
    add_reports,
    edges_of,
    put_articles,
    put_places,
)

OLD_REPORTS = """
UNWIND $ids AS id MATCH (a:Article {id: id})<-[:IN]-(r:Report)
OPTIONAL MATCH (r)-[o:OF]->(e:Event)
RETURN r.id AS report, e.id AS event, o.score AS score, o.by AS by, o.reasons AS reasons
"""
OLD_PLACES = "UNWIND $ids AS id MATCH (r:Report {id: id})-[:LIES_IN]->(p:Place) RETURN DISTINCT p.id AS id"
DROP_REPORTS = "UNWIND $ids AS id MATCH (r:Report {id: id}) DETACH DELETE r"
DROP_ARTICLES = "UNWIND $ids AS id MATCH (a:Article {id: id}) DETACH DELETE a"
REPORTS_OF = """
UNWIND $ids AS id MATCH (e:Event {id: id})<-[o:OF]-(r:Report)
RETURN r.id AS report, o.score AS score, o.by AS by, o.reasons AS reasons
"""
DROP_OF = "UNWIND $ids AS id MATCH (r:Report {id: id})-[o:OF]->(:Event) DELETE o"
EARLIER_REDIRECTS = "UNWIND $ids AS id MATCH (n:Redirect {target: id}) RETURN n.id AS id, n.target AS target"
PUT_REDIRECTS = "UNWIND $rows AS row MERGE (n:Redirect {id: row.id}) SET n.target = row.target"
ARTICLE_BY_ID = """
UNWIND $names AS name MATCH (a:Article {id: name})
RETURN a.id AS id, a.title AS title, a.published AS published, a.tells AS tells
"""
ARTICLE_BY_ORIGIN = """
MATCH (a:Article) WHERE a.url IN $names OR a.path IN $names OR a.given_id IN $names
RETURN a.id AS id, a.title AS title, a.published AS published, a.tells AS tells ORDER BY id LIMIT 10
"""


class BatchError(GraphError):
    """A batch that cannot be written. entry: the id at fault; wanted: what it should have been."""

    def __init__(self, entry: str, problem: str, wanted: str) -> None:
        self.entry, self.problem, self.wanted = entry, problem, wanted
        super().__init__(f"{entry}: {problem}; wanted {wanted}")


class UnknownArticle(GraphError):
    """No article, or more than one, goes by this id, address or path.

    found: of those that do, ten at most, id, title and day of publication, "" where there is none.
    """

    def __init__(self, name: str, found: Sequence[tuple[str, str, str]] = ()) -> None:
        self.name, self.found = name, tuple(found)
        problem = "several articles go by" if found else "no article goes by"
        wanted = "an article's id, ours or its file's, its URL or the path it was read from"
        if found:
            lines = (f"  {id_}  {day or 'no date'}  {title or 'no title'}" for id_, title, day in found)
            wanted = "\n".join(("the id of one of them:", *lines))
        super().__init__(f"{problem} {name!r}; wanted {wanted}")


@dataclass(frozen=True, slots=True)
class Cleared:
    """What articles left behind when their reports were taken out: ids, and the links that were."""

    links: tuple[Link, ...]
    reports: tuple[str, ...]
    places: tuple[str, ...]


def check(batch: Batch) -> None:
    """Refuse a batch in which something hangs in the air. Raises BatchError."""
    articles = {article.id for article in batch.articles}
    reports = {report.id for report in batch.reports}
    linked = [link.report for link in batch.links]
    told = {link.event for link in batch.links}
    for report in batch.reports:
        if report.article not in articles:
            raise BatchError(report.id, f"its article {report.article} is missing", "the article in the same batch")
    if len(linked) != len(set(linked)):
        twice = next(report for report in linked if linked.count(report) > 1)
        raise BatchError(twice, "linked to two events", "one link for each report")
    for report_id in sorted(reports ^ set(linked)):
        raise BatchError(report_id, "a report without a link, or a link without a report", "one link for each report")
    for event in batch.events:
        if event.id not in told and event.id not in batch.redirects.values():
            raise BatchError(event.id, "an event that no report tells", "a link to it")


def _link(row: Row, event: str) -> Link:
    return Link(row["report"], event, float(row["score"]), row["by"], tuple(row["reasons"] or ()))


def _clear(work: Work, articles: Sequence[str]) -> Cleared:
    """Take the reports of these articles out of the store."""
    rows = work.run(OLD_REPORTS, ids=list(articles)) if articles else []
    ids = sorted({row["report"] for row in rows})
    if not ids:
        return Cleared((), (), ())
    places = tuple(row["id"] for row in work.run(OLD_PLACES, ids=ids))
    links = tuple(_link(row, row["event"]) for row in rows if row["event"])
    work.run(DROP_REPORTS, ids=ids)
    return Cleared(links, tuple(ids), places)


def _redirect(work: Work, redirects: dict[str, str]) -> None:
    """Move the reports of events that became part of others, and remember where those went."""
    for old, new in redirects.items():
        links = [_link(row, new) for row in work.run(REPORTS_OF, ids=[old])]
        work.run(DROP_OF, ids=[link.report for link in links])
        add_links(work, links)
    earlier = {row["id"]: redirects[row["target"]] for row in work.run(EARLIER_REDIRECTS, ids=list(redirects))}
    work.run(PUT_REDIRECTS, rows=[{"id": old, "target": new} for old, new in (earlier | redirects).items()])


def _touched(batch: Batch, cleared: Cleared, moved: Iterable[str]) -> set[str]:
    """Give the ids of all events whose reports come or go."""
    ids = {link.event for link in (*batch.links, *cleared.links)} | set(moved)
    return ids | set(batch.redirects) | set(batch.redirects.values())


def _named(
    batch: Batch, tells: Mapping[str, Telling], names: Mapping[str, str], events: Sequence[Event]
) -> list[Event]:
    """Give new events with the names their actors go by, where an article of the batch calls one otherwise."""
    told = ((actor, fact) for telling in tells.values() for actor, facts in telling.items() for fact in facts)
    others = {actor for actor, (field, *value) in told if field == "name" and value != [names[actor]]}
    if not others:
        return list(events)
    event_of = {link.report: link.event for link in batch.links}
    reports: dict[str, list[Report]] = {}
    for report in batch.reports:
        reports.setdefault(event_of[report.id], []).append(report)
    origins = {article.id: origin(article.id, article.source, article.published) for article in batch.articles}
    found = []
    for event in events:
        some = reports.get(event.id, [])
        is_other = any(argument.actor in others for report in some for _, argument in arguments_of(report))
        found.append(gather(event.id, some, origins=origins, names=names) if is_other else event)
    return found


def _write(work: Work, batch: Batch, now: str) -> Written:
    old = work.run(OLD_REPORTS, ids=[article.id for article in batch.articles])
    before = read_events(work, _touched(batch, Cleared((), (), ()), (row["event"] for row in old if row["event"])))
    cleared = _clear(work, sorted({article.id for article in batch.articles}) if old else [])
    tells, lexicon = tellings(batch)
    articles = put_articles(work, batch, tells, now=now)
    actors = retell(work, articles.told, tells.values(), lexicon)
    before |= read_events(work, set(events_naming(work, actors.renamed)) - before.keys())
    places = put_places(work, (report.place.place for report in batch.reports if report.place))
    add_reports(work, batch.reports)
    added = _named(batch, tells, actors.names, [event for event in batch.events if event.id not in before])
    add_events(work, added)
    add_links(work, batch.links)
    if batch.redirects:
        _redirect(work, batch.redirects)
    add_edges(work, ((event.id, edge) for event in added for edge in sorted(edges_of(event))))
    settled = settle(work, before, added)
    lost = set(cleared.reports) - {report.id for report in batch.reports}
    drop_untold(work, actors.untold)
    drop_lone_places(work, cleared.places)
    return Written(
        articles=articles.new,
        reports=len({report.id for report in batch.reports} - set(cleared.reports)),
        events=len(added),
        actors=actors.added,
        places=places,
        reports_removed=len(lost),
        events_removed=len(settled.removed),
        events_gathered=len(settled.gathered),
    )


def write(store: Store, batch: Batch) -> Written:
    """Write a batch in one transaction, with all that is derived from it.

    The same batch again changes nothing. An article that is known loses its old reports to the new
    ones; an event whose reports came or went is gathered anew from those it has then, whatever the
    batch says of it, and vanishes with its last. Raises BatchError or an error of the store.
    """
    check(batch)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return store.write(lambda work: _write(work, batch, now))


def _withdraw(work: Work, names: Sequence[str]) -> Withdrawn:
    spelt = sorted(set(names))
    found = work.run(ARTICLE_BY_ID, names=spelt) or work.run(ARTICLE_BY_ORIGIN, names=spelt)
    if len(found) != 1:
        raise UnknownArticle(names[0], [(row["id"], row["title"] or "", str(row["published"] or "")) for row in found])
    article = found[0]["id"]
    old = work.run(OLD_REPORTS, ids=[article])
    before = read_events(work, (row["event"] for row in old if row["event"]))
    cleared = _clear(work, [article])
    work.run(DROP_ARTICLES, ids=[article])
    retold = retell(work, [read_telling(found[0]["tells"])], (), {})
    before |= read_events(work, set(events_naming(work, retold.renamed)) - before.keys())
    settled = settle(work, before, ())
    actors, places = drop_untold(work, retold.untold), drop_lone_places(work, cleared.places)
    return Withdrawn(article, found[0]["title"], cleared.reports, settled.removed, tuple(actors), tuple(places))


def withdraw(store: Store, name: str, *others: str) -> Withdrawn:
    """Take an article out again, with whatever it alone supports; what others tell stays, under its id.

    name: the article's id, ours or the one its file gave it, its URL or the path it was read from;
    others: the same in other spellings. Raises UnknownArticle.
    """
    return store.write(lambda work: _withdraw(work, (name, *others)))
