"""Fills an empty store with made-up news, by its own write path or, where that takes too long, in bulk."""

from collections.abc import Iterator

from bench.batches import World, made_up
from graph.actors import ADD_ACTORS
from graph.derive import Footprint
from graph.recount import add_tally, tally
from graph.rows import Row, actor_row, event_row, place_row
from graph.store import Store
from graph.upsert import ADD_EDGES as ADD_LINKS
from graph.upsert import ADD_EVENTS, ADD_PLACES, edges_of
from graph.write import write

BATCH = 2_000


def count_events(store: Store) -> int:
    """Give how many events the store holds."""
    return int(store.run("MATCH (e:Event) RETURN count(e) AS events")[0]["events"])


def fill(store: Store, events: int, world: World) -> None:
    """Write events with all their articles and reports, as ingest does."""
    for batch in made_up(events, BATCH, world):
        write(store, batch)


def fill_in_bulk(store: Store, events: int, world: World) -> None:
    """Put events, their parties and places into the store, and what is counted from them, but no reports.

    One more batch is written with its articles and reports, on the same days.
    """
    known: set[str] = set()

    def loaded() -> Iterator[Footprint]:
        for batch in made_up(events - BATCH, BATCH, world):
            fresh = {one.id: actor_row(one) for some in batch.actors.values() for one in some if one.id not in known}
            here = {report.place.place.id: report.place.place for report in batch.reports if report.place}
            places = {id_: place_row(place) for id_, place in here.items() if id_ not in known}
            known.update(fresh, places)
            store.write_batch(ADD_ACTORS, list(fresh.values()))
            store.write_batch(ADD_PLACES, list(places.values()))
            store.write_batch(ADD_EVENTS, [event_row(event) for event in batch.events])
            links: dict[str, list[Row]] = {kind: [] for kind in ADD_LINKS}
            for event in batch.events:
                for kind, other in sorted(edges_of(event)):
                    links[kind].append({"event": event.id, "other": other})
            for kind, rows in links.items():
                store.write_batch(ADD_LINKS[kind], rows)
            yield from (Footprint.of(event) for event in batch.events)

    add_tally(store, tally(loaded()))
    for batch in made_up(BATCH, BATCH, world, first=events - BATCH):
        write(store, batch)
