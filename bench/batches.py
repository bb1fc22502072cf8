"""Batches of reports: put together from what tells each event, and made up by the thousand to measure with.

Made-up batches have a few actors that take part in most events, as in any conflict.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

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
from graph.rows import arguments_of

SEED = 7
START = date(2019, 1, 1)
DAYS = 400
TEXT = "Somebody did something to somebody somewhere on Monday, they say. " * 30


def batch_of(
    events: Mapping[str, Sequence[Report]], articles: Iterable[Article], actors: Iterable[Actor], *, score: float = 1.0
) -> Batch:
    """Put reports together into a batch. events: by id, the reports that tell each; score: of every link."""
    articles, actors = tuple(articles), tuple(actors)
    origins = {article.id: Origin(article.source or article.id, article.published) for article in articles}
    names = {actor.id: actor.name for actor in actors}
    reports = tuple(report for told in events.values() for report in told)
    return Batch(
        articles=articles,
        actors=actors,
        places=tuple({report.place.place.id: report.place.place for report in reports if report.place}.values()),
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


def made_up(events: int, size: int) -> Iterator[Batch]:
    """Give batches: of a hundred events thirty are told twice, five reports an article. The same every time."""
    chance = random.Random(SEED)
    actors = [Actor(f"actor-{i}", f"Actor {i}", "country", "ISR") for i in range(1500)]
    places = [Place(f"place-{i}", f"Place {i}", "ISR", 31.0, 34.0, "city") for i in range(400)]
    for low in range(0, events, size):
        told: dict[str, list[Report]] = {}
        for number in range(low, min(low + size, events)):
            first = make_report(chance, number, actors, places)
            again = [replace(first, id=f"r{number:08}-again")] if chance.random() < 0.3 else []
            told[first.id] = [first, *again]
        homes = {
            one.id: f"article-{low}-{i // 5}" for i, one in enumerate(one for some in told.values() for one in some)
        }
        told = {id_: [replace(one, article=homes[one.id]) for one in some] for id_, some in told.items()}
        articles = [
            Article(home, f"About {home}", TEXT, START, f"source-{home[-1]}", sha256=home)
            for home in sorted(set(homes.values()))
        ]
        used = {a.actor for some in told.values() for report in some for _, a in arguments_of(report)}
        yield batch_of(told, articles, (actor for actor in actors if actor.id in used), score=0.9)
