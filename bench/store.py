"""Rows a second of graph.write beside raw UNWIND of the same rows, in one run on one engine.

Raw by MERGE finds out what is there already, as a writer must; raw by CREATE is told what is new.

    python bench/store.py [--events 4000] [--batch 1000] [--url bolt://… --password-file FILE]

Without --url the embedded engine is started in a folder of its own. The data are generated: a few
actors take part in most events, as in any conflict. A row is a node or a relationship.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph import settle
from graph.gather import Origin, gather
from graph.model import (
    Actor,
    Argument,
    Article,
    Basis,
    Batch,
    Grain,
    Link,
    Place,
    PlaceMention,
    Report,
    Status,
    Toll,
    When,
)
from graph.plover import plover
from graph.rows import Row, actor_row, arguments_of, article_row, event_row, place_row, report_row
from graph.settings import Settings
from graph.store import Store, open_store
from graph.upsert import edges_of
from graph.write import write

SEED = 7
START = date(2019, 1, 1)
DAYS = 400
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


def skewed(chance: random.Random, count: int) -> int:
    """Give a place in a list, the first ones far more often."""
    return min(int(chance.paretovariate(0.7)) - 1, count - 1)


def argument(actor: str, start: int) -> Argument:
    """Name an actor at a place of the text."""
    return Argument(actor, actor, start, start + len(actor))


def make_report(chance: random.Random, number: int, actors: list[Actor], places: list[Place]) -> Report:
    """Make a report of an event nobody else tells."""
    day = START + timedelta(days=chance.randrange(DAYS))
    kind = chance.choice(sorted(plover().types))
    mode = chance.choice(["", *sorted(plover().types[kind].modes)])
    who, whom = (actors[skewed(chance, len(actors))].id for _ in range(2))
    place = places[skewed(chance, len(places))]
    return Report(
        id=f"r{number:08}",
        article="",
        type=kind,
        mode=mode,
        cameo=plover().types[kind].roots[0],
        status=chance.choice([Status.ACTUAL, Status.ACTUAL, Status.ACTUAL, Status.THREATENED]),
        when=When(day, day, Grain.DAY, Basis.STATED, day.isoformat(), "on Monday", 40, 49),
        start=0,
        end=120,
        trigger_start=20,
        trigger_end=28,
        quote="They say that something happened to somebody somewhere on Monday. " * 2,
        rule="some-rule",
        actors=(argument(who, 0),),
        recipients=(argument(whom, 60),),
        place=PlaceMention(place, place.name, 80, 90),
        tolls={"killed": Toll(1, 3)} if chance.random() < 0.3 else {},
    )


def batches(events: int, size: int) -> Iterator[Batch]:
    """Give the batches: of a hundred events thirty are told twice, five reports an article."""
    chance = random.Random(SEED)
    actors = [Actor(f"actor-{i}", f"Actor {i}", "country", "ISR") for i in range(1500)]
    places = [Place(f"place-{i}", f"Place {i}", "ISR", 31.0, 34.0, "city") for i in range(400)]
    names = {actor.id: actor.name for actor in actors}
    number = 0
    for low in range(0, events, size):
        groups = []
        for _ in range(min(size, events - low)):
            first = make_report(chance, number, actors, places)
            again = [replace(first, id=f"r{number:08}-again")] if chance.random() < 0.3 else []
            groups.append([first, *again])
            number += 1
        reports = [report for group in groups for report in group]
        homes = {report.id: f"article-{low}-{i // 5}" for i, report in enumerate(reports)}
        groups = [[replace(report, article=homes[report.id]) for report in group] for group in groups]
        yield batch_of(groups, sorted(set(homes.values())), actors, places, names)


def batch_of(
    groups: list[list[Report]], homes: list[str], actors: list[Actor], places: list[Place], names: dict[str, str]
) -> Batch:
    """Make one batch of groups of reports, an event a group."""
    text = "Somebody did something to somebody somewhere on Monday, they say. " * 30
    articles = tuple(Article(home, f"About {home}", text, START, f"source-{home[-1]}", sha256=home) for home in homes)
    origins = {article.id: Origin(article.source, article.published) for article in articles}
    reports = tuple(report for group in groups for report in group)
    used = {a.actor for report in reports for _, a in arguments_of(report)}
    return Batch(
        articles=articles,
        actors=tuple(actor for actor in actors if actor.id in used),
        places=tuple(places),
        reports=reports,
        events=tuple(gather(group[0].id, group, origins=origins, names=names) for group in groups),
        links=tuple(Link(report.id, group[0].id, 0.9) for group in groups for report in group),
    )


def nodes_of(batch: Batch) -> dict[str, list[Row]]:
    """Give the rows of a batch's nodes, by label."""
    here = {report.place.place.id: report.place.place for report in batch.reports if report.place}
    return {
        "Article": [article_row(article, None, (), ingested="2019-01-01T00:00:00Z") for article in batch.articles],
        "Actor": [actor_row(actor) for actor in batch.actors],
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
    timer = Timer(settle.change_counts)
    settle.change_counts = timer
    given = list(batches(events, size))
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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=4000)
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--url", default="")
    parser.add_argument("--password-file", default="")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(graph_url=asked.url, graph_password_file=asked.password_file, data=Path(folder))
        with open_store(settings) as store:
            measure(store, asked.events, asked.batch)


if __name__ == "__main__":
    main()
