"""Stores to test on: the embedded engine always, a Neo4j server where one can be had."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from bench.batches import batch_of
from graph.batch import Batch
from graph.console import Console
from graph.model import (
    Actor,
    Argument,
    Article,
    Basis,
    Grain,
    Kind,
    Membership,
    Place,
    PlaceMention,
    Report,
    Status,
    Toll,
    When,
)
from graph.settings import Settings
from graph.store import Store, open_store

EMPTY = ("MATCH ()-[r]->() DELETE r", "MATCH (n) DELETE n")
WORLD = """
UNWIND range(1, 300) AS i
CREATE (e:Event {id: 'e' + toString(i), first: $day})
"""
TIES = """
MATCH (a:Event) WHERE a.id IN $ids
MATCH (b:Event) WHERE b.id IN $ids AND a.id <> b.id
CREATE (a)-[:TO]->(b)
"""


@pytest.fixture(scope="session")
def embedded(patient_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store on the embedded engine."""
    with open_store(replace(patient_settings, data=tmp_path_factory.mktemp("data"))) as store:
        yield store


@pytest.fixture(scope="session")
def neo4j(neo4j_settings: Settings) -> Iterator[Store]:
    """Give a store on a Neo4j server."""
    with open_store(neo4j_settings) as store:
        yield store


@pytest.fixture(scope="session", params=["embedded", "neo4j"])
def engine(request: pytest.FixtureRequest) -> Store:
    """Give a store on each engine."""
    store: Store = request.getfixturevalue(request.param)
    return store


def empty(store: Store) -> None:
    """Take everything out of a store."""
    for statement in EMPTY:
        store.write(lambda work, statement=statement: work.run(statement))  # type: ignore[misc]


@pytest.fixture
def store(engine: Store) -> Store:
    """Give a store with nothing in it."""
    empty(engine)
    return engine


@pytest.fixture
def clear() -> Callable[[Store], None]:
    """Give what takes everything out of a store."""
    return empty


GAZA = Place("gaza", "Gaza Strip", "PSE", 31.4, 34.4, "region")
ACTORS = {
    actor.id: actor
    for actor in (
        Actor("israel", "Israel", Kind.COUNTRY, "ISR", "GOV"),
        Actor(
            "idf",
            "Israel Defense Forces",
            Kind.MILITARY,
            "ISR",
            "MIL",
            part_of=(Membership("israel"),),
            aliases=("IDF",),
        ),
        Actor("hamas", "Hamas", Kind.ARMED_GROUP, "PSE", "REB"),
        Actor("egypt", "Egypt", Kind.COUNTRY, "EGY", "GOV"),
        Actor("jordan", "Jordan", Kind.COUNTRY, "JOR", "GOV"),
    )
}


def day(text: str) -> When:
    """Give one day, or no time for an empty text."""
    if not text:
        return When(None, None, Grain.UNKNOWN, Basis.DOCUMENT, "")
    found = date.fromisoformat(text)
    return When(found, found, Grain.DAY, Basis.STATED, text, "that day", 30, 38)


def make_report(
    id_: str,
    *,
    article: str = "a1",
    type_: str = "ASSAULT",
    mode: str = "aerial",
    status: Status = Status.ACTUAL,
    when: When | str = "2019-08-25",
    actors: tuple[str, ...] = ("israel",),
    recipients: tuple[str, ...] = ("hamas",),
    mediators: tuple[str, ...] = (),
    place: Place | None = GAZA,
    killed: tuple[int, int] | None = None,
    under: str = "",
    start: int = 0,
) -> Report:
    def arguments(ids: tuple[str, ...], at: int) -> tuple[Argument, ...]:
        return tuple(Argument(id_, id_, start + at + 2 * i, start + at + 2 * i + 1) for i, id_ in enumerate(ids))

    return Report(
        id=id_,
        article=article,
        type=type_,
        mode=mode,
        cameo="195",
        status=status,
        when=day(when) if isinstance(when, str) else when,
        start=start,
        end=start + 50,
        trigger_start=start + 7,
        trigger_end=start + 13,
        quote="Israel struck Hamas that day.",
        rule="strike",
        actors=arguments(actors, 0),
        recipients=arguments(recipients, 14),
        mediators=arguments(mediators, 24),
        under=under,
        place=PlaceMention(place, place.name, start + 40, start + 44) if place else None,
        tolls={"killed": Toll(*killed)} if killed else {},
    )


def make_article(id_: str = "a1", *, source: str = "", text: str = "Text.") -> Article:
    """Make an article of 27 August 2019."""
    return Article(
        id_, f"About {id_}", text, date(2019, 8, 27), source or id_, f"https://news.example/{id_}", sha256=text
    )


def make_batch(*groups: tuple[Report, ...]) -> Batch:
    """Make a batch of reports, those of an event together, with the articles and actors they need.

    An event bears the id of its group's first report.
    """
    told = {group[0].id: group for group in groups}
    articles = sorted({report.article for group in groups for report in group})
    return batch_of(told, map(make_article, articles), ACTORS.values())


@pytest.fixture
def report() -> Callable[..., Report]:
    """Give the maker of reports."""
    return make_report


@pytest.fixture
def batch() -> Callable[..., Batch]:
    """Give the maker of batches."""
    return make_batch


@pytest.fixture(scope="module")
def console(engine: Store) -> Console:
    """Give a console on 300 events, twelve of them joined each to each."""
    for statement in EMPTY:
        engine.write(lambda work, statement=statement: work.run(statement))  # type: ignore[misc]
    engine.write(lambda work: work.run(WORLD, day=date(2019, 8, 27)))
    engine.write(lambda work: work.run(TIES, ids=[f"e{i}" for i in range(1, 13)]))
    return Console(engine)


def events(console: Console) -> int:
    """Count the events."""
    [row] = console.ask("MATCH (e:Event) RETURN count(e) AS n").rows
    return int(row["n"])
