"""Batches of reports: put together from what tells each event, and made up by the thousand to measure with.

Made-up batches have a few actors that take part in most events, as in any conflict.
"""

import random
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zlib import crc32

from graph.batch import Batch, Link
from graph.gather import Origin, gather
from graph.model import (
    UNKNOWN_TIME,
    Actor,
    Argument,
    Article,
    Basis,
    Grain,
    Kind,
    Place,
    PlaceMention,
    Report,
    Status,
    Toll,
    When,
)
from graph.plover import plover
from graph.rows import arguments_of

SEED = 7
COARSE, UNDATED = 0.06, 0.01
TEXT = "Somebody did something to somebody somewhere on Monday, they say. " * 30


@dataclass(frozen=True, slots=True)
class World:
    """What is made up: actors, places, and the days on which events happen."""

    actors: int = 1_500
    places: int = 400
    days: int = 400
    start: date = date(2019, 1, 1)


SMALL = World()


def batch_of(
    events: Mapping[str, Sequence[Report]], articles: Iterable[Article], actors: Iterable[Actor], *, score: float = 1.0
) -> Batch:
    """Put reports together into a batch. events: by id, the reports that tell each; score: of every link."""
    articles, actors = tuple(articles), tuple(actors)  # every article tells the same of its actors
    origins = {article.id: Origin(article.source or article.id, article.published) for article in articles}
    names = {actor.id: actor.name for actor in actors}
    reports = tuple(report for told in events.values() for report in told)
    return Batch(
        articles=articles,
        actors=dict.fromkeys((article.id for article in articles), actors),
        reports=reports,
        events=tuple(gather(id_, told, origins=origins, names=names) for id_, told in events.items()),
        links=tuple(Link(report.id, id_, score) for id_, told in events.items() for report in told),
    )


def skewed(chance: random.Random, count: int) -> int:
    """Give a place in a list, the first ones far more often."""
    return min(int(chance.paretovariate(0.7)) - 1, count - 1)


def argument(actor: str, start: int) -> Argument:
    """Name an actor at a place of the text."""
    return Argument(actor, actor, start, start + len(actor))


def when_of(chance: random.Random, world: World) -> When:
    """Give a day, now and then only its month, and once in a while nothing."""
    day = world.start + timedelta(days=chance.randrange(world.days))
    part = chance.random()
    if part < UNDATED:
        return UNKNOWN_TIME
    if part < COARSE:
        last = day.replace(day=monthrange(day.year, day.month)[1])
        return When(day.replace(day=1), last, Grain.MONTH, Basis.STATED, day.isoformat()[:7])
    return When(day, day, Grain.DAY, Basis.STATED, day.isoformat(), "on Monday", 40, 49)


def make_report(
    chance: random.Random, number: int, actors: list[Actor], places: list[Place], world: World = SMALL
) -> Report:
    """Make a report of an event nobody else tells. The first ones name every actor once."""
    when = when_of(chance, world)
    kind = chance.choice(sorted(plover().types))
    mode = chance.choice(["", *sorted(plover().types[kind].modes)])
    who, whom = (actors[skewed(chance, len(actors))].id for _ in range(2))
    whom = actors[number].id if number < len(actors) else whom
    place = places[skewed(chance, len(places))]
    return Report(
        id=f"r{number:08}",
        article="",
        type=kind,
        mode=mode,
        cameo=plover().types[kind].roots[0],
        status=chance.choice([Status.ACTUAL, Status.ACTUAL, Status.ACTUAL, Status.THREATENED]),
        when=when,
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


def published_of(article: str, world: World) -> date:
    """Give the day an article came out, any day of the world, always the same."""
    return world.start + timedelta(days=crc32(article.encode()) % world.days)


def made_up(events: int, size: int, world: World = SMALL, *, first: int = 0) -> Iterator[Batch]:
    """Give batches: of a hundred events thirty are told twice, five reports an article. The same every time.

    first: number of the first event; other numbers make other events, articles and reports.
    """
    chance = random.Random(SEED + first)
    actors = [Actor(f"actor-{i}", f"Actor {i}", Kind.COUNTRY, "ISR") for i in range(world.actors)]
    places = [Place(f"place-{i}", f"Place {i}", "ISR", 31.0, 34.0, "city") for i in range(world.places)]
    for low in range(first, first + events, size):
        told: dict[str, list[Report]] = {}
        for number in range(low, min(low + size, first + events)):
            report = make_report(chance, number, actors, places, world)
            again = [replace(report, id=f"r{number:08}-again")] if chance.random() < 0.3 else []
            told[report.id] = [report, *again]
        homes = {
            one.id: f"article-{low}-{i // 5}" for i, one in enumerate(one for some in told.values() for one in some)
        }
        told = {id_: [replace(one, article=homes[one.id]) for one in some] for id_, some in told.items()}
        articles = [
            Article(home, f"About {home}", TEXT, published_of(home, world), f"source-{home[-1]}", sha256=home)
            for home in sorted(set(homes.values()))
        ]
        used = {a.actor for some in told.values() for report in some for _, a in arguments_of(report)}
        yield batch_of(told, articles, (actor for actor in actors if actor.id in used), score=0.9)
