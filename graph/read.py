"""Reports as values, read from the store with where they come from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from graph.gather import Origin
from graph.model import Report
from graph.rows import Row, read_report

REPORTS_OF = """
UNWIND $ids AS id
MATCH (e:Event {id: id})<-[o:OF]-(r:Report)-[:IN]->(a:Article)
RETURN e.id AS event, r.id AS id, properties(r) AS report, a.id AS article, a.source AS source,
       a.published AS published, o.by AS by, o.score AS score, o.reasons AS reasons
"""
NAMES = """
UNWIND $ids AS id
MATCH (r:Report {id: id})-[n:NAMES]->(a:Actor)
RETURN r.id AS report, n.role AS role, a.id AS actor, a.name AS name, n.text AS text, n.start AS start, n.end AS end
"""
PLACES = """
UNWIND $ids AS id
MATCH (r:Report {id: id})-[l:LIES_IN]->(p:Place)
RETURN r.id AS report, properties(p) AS place, l.text AS text, l.start AS start, l.end AS end
"""


class Reader(Protocol):
    """What can run a query: a store, or a transaction that is open."""

    def run(self, query: str, parameters: Mapping[str, Any] | None = None, **named: Any) -> list[Row]:
        """Give the rows of a query."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """Reports by the event they tell, where each article comes from, and the actors' names."""

    reports: dict[str, tuple[Report, ...]]
    origins: dict[str, Origin]
    names: dict[str, str]


def origin(article: str, source: str, published: Any) -> Origin:
    """Say where an article's reports come from; one without a source speaks for itself."""
    return Origin(source or article, published)


def _grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def read_told(reader: Reader, events: Sequence[str]) -> Told:
    """Give the reports of events; an event that has none, or is unknown, has no entry."""
    rows = reader.run(REPORTS_OF, ids=list(events))
    ids = [row["id"] for row in rows]
    named = reader.run(NAMES, ids=ids)
    names, places = _grouped(named, "report"), _grouped(reader.run(PLACES, ids=ids), "report")
    reports: dict[str, list[Report]] = {}
    for row in rows:
        report = read_report(row["report"], row["article"], names.get(row["id"], ()), places.get(row["id"], ()))
        reports.setdefault(row["event"], []).append(report)
    return Told(
        {event: tuple(sorted(told, key=lambda r: r.id)) for event, told in reports.items()},
        {row["article"]: origin(row["article"], row["source"], row["published"]) for row in rows},
        {name["actor"]: name["name"] for name in named},
    )
