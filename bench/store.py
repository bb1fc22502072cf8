"""Rows a second of graph.write beside raw UNWIND of the same rows, in one run on one engine.

Raw by MERGE finds out what is there already, as a writer must; raw by CREATE is told what is new.

    python bench/store.py [--events 4000] [--batch 1000] [--url bolt://… --password-file FILE]

Without --url the embedded engine is started in a folder of its own. The data are generated: a few
actors take part in most events, as in any conflict. A row is a node or a relationship.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.asked import engine_parser, opened
from bench.batches import made_up
from graph import settle
from graph.batch import Batch
from graph.rows import Row, actor_row, arguments_of, article_row, event_row, place_row, report_row
from graph.store import Store
from graph.upsert import edges_of
from graph.write import write

LABELS = ("Article", "Actor", "Place", "Report", "Event")
MERGE = {label: f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row" for label in LABELS}
CREATE = {label: f"UNWIND $rows AS row CREATE (n:{label}) SET n = row" for label in LABELS}
# Each pattern from its low-degree end, as the store's own statements have it.
JOIN = {
    "IN": "MATCH (x:Report {id: row.a}) MATCH (y:Article {id: row.b}) MERGE (x)-[:IN]->(y)",
    "OF": "MATCH (x:Report {id: row.a}) MATCH (y:Event {id: row.b}) MERGE (x)-[r:OF]->(y) SET r = row.p",
    "NAMES": "MATCH (x:Report {id: row.a}) MATCH (y:Actor {id: row.b}) MERGE (x)-[r:NAMES]->(y) SET r = row.p",
    "LIES_IN": "MATCH (x:Report {id: row.a}) MATCH (y:Place {id: row.b}) MERGE (x)-[r:LIES_IN]->(y) SET r = row.p",
    "DID": "MATCH (x:Event {id: row.a}) MATCH (y:Actor {id: row.b}) MERGE (x)<-[:DID]-(y)",
    "TO": "MATCH (x:Event {id: row.a}) MATCH (y:Actor {id: row.b}) MERGE (x)-[:TO]->(y)",
    "AT": "MATCH (x:Event {id: row.a}) MATCH (y:Place {id: row.b}) MERGE (x)-[:AT]->(y)",
}


def nodes_of(batch: Batch) -> dict[str, list[Row]]:
    """Give the rows of a batch's nodes, by label."""
    actors = {actor.id: actor for some in batch.actors.values() for actor in some}
    here = {report.place.place.id: report.place.place for report in batch.reports if report.place}
    return {
        "Article": [article_row(article, None, (), ingested="2019-01-01T00:00:00Z") for article in batch.articles],
        "Actor": [actor_row(actor) for actor in actors.values()],
        "Place": [place_row(place) for place in here.values()],
        "Report": [report_row(report) for report in batch.reports],
        "Event": [event_row(event) for event in batch.events],
    }


def edges_by_type(batch: Batch) -> dict[str, list[Row]]:
    """Give the rows of a batch's relationships, by type."""
    rows: dict[str, list[Row]] = {kind: [] for kind in JOIN}
    for report in batch.reports:
        rows["IN"].append({"a": report.id, "b": report.article})
        for role, a in arguments_of(report):
            named = {"role": role.value, "text": a.text, "start": a.start, "end": a.end}
            rows["NAMES"].append({"a": report.id, "b": a.actor, "p": named})
        if report.place:
            lies = {"text": report.place.text, "start": report.place.start, "end": report.place.end}
            rows["LIES_IN"].append({"a": report.id, "b": report.place.place.id, "p": lies})
    for link in batch.links:
        joined = {"by": link.by, "score": link.score, "reasons": list(link.reasons)}
        rows["OF"].append({"a": link.report, "b": link.event, "p": joined})
    for event in batch.events:
        for kind, other in edges_of(event):
            rows[kind].append({"a": event.id, "b": other})
    return rows


def write_raw(store: Store, batch: Batch, verb: str, seen: set[str]) -> int:
    """Write the rows of a batch by bare statements, one transaction each. Returns how many there were.

    verb: MERGE, or CREATE, which is told what is new: `seen` holds the ids that are not.
    """
    count = 0
    for label, rows in nodes_of(batch).items():
        fresh = [row for row in rows if verb == "MERGE" or row["id"] not in seen or label in ("Report", "Event")]
        seen |= {row["id"] for row in rows}
        store.write_batch((MERGE if verb == "MERGE" else CREATE)[label], fresh)
        count += len(rows)
    for kind, rows in edges_by_type(batch).items():
        join = JOIN[kind].replace(" MERGE ", f" {verb} ")
        count += store.write_batch(f"UNWIND $rows AS row {join}", rows)
    return count


def timed(store: Store, given: list[Batch], writer: Callable[[Batch], object]) -> float:
    """Write all batches into an empty store and give the seconds it took."""
    empty(store)
    start = time.perf_counter()
    for batch in given:
        writer(batch)
    return time.perf_counter() - start


class Timer:
    """Time spent inside one function."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function, self.seconds = function, 0.0

    def __call__(self, *given: Any) -> Any:
        start = time.perf_counter()
        try:
            return self.function(*given)
        finally:
            self.seconds += time.perf_counter() - start


def empty(store: Store) -> None:
    """Take everything out of the store."""
    for kind in ("r", "n"):
        pattern = "()-[x]->()" if kind == "r" else "(x)"
        while store.write(
            lambda work, pattern=pattern: work.run(  # type: ignore[misc]
                f"MATCH {pattern} WITH x LIMIT 20000 DELETE x RETURN count(x) AS gone"
            )
        )[0]["gone"]:
            continue


def measure(store: Store, events: int, size: int) -> None:
    """Write everything raw and by `write`, in turns so that both see the same machine, and print the ratios."""
    if store.run("MATCH (n) WHERE NOT n:Meta RETURN n LIMIT 1"):
        sys.exit(f"{store.address} holds a graph already; this would empty it")
    timer = Timer(vars(settle)["change_counts"])
    vars(settle)["change_counts"] = timer
    given = list(made_up(events, size))
    rows = sum(len(some) for batch in given for by in (nodes_of(batch), edges_by_type(batch)) for some in by.values())
    timed(store, given[:1], lambda batch: write_raw(store, batch, "MERGE", set()))
    raw = {}
    for verb in ("MERGE", "CREATE"):
        seen: set[str] = set()
        raw[verb] = timed(store, given, lambda batch, verb=verb, seen=seen: write_raw(store, batch, verb, seen))  # type: ignore[misc]
    timer.seconds = 0.0
    ours = timed(store, given, lambda batch: write(store, batch))
    empty(store)
    print(f"{store.health().engine}: {rows} rows, batches of {size} events; ratios to raw MERGE and raw CREATE")
    for name, seconds in (*raw.items(), ("write, counts left out", ours - timer.seconds), ("write", ours)):
        ratios = "" if name in raw else "".join(f"{raw[verb] / seconds:8.2f}" for verb in raw)
        print(f"  {name:24}{rows / seconds:8.0f} rows a second{ratios}")


def main() -> None:
    """Measure on the engine that is asked for."""
    parser = engine_parser(__doc__ or "")
    parser.add_argument("--events", type=int, default=4000)
    parser.add_argument("--batch", type=int, default=1000)
    asked = parser.parse_args()
    with opened(asked) as store:
        measure(store, asked.events, asked.batch)


if __name__ == "__main__":
    main()
