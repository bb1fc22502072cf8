"""Made-up news, batch by batch: a few actors take part in most events, as in any conflict."""

import random
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.gather import Origin, gather
from graph.model import (
    UNKNOWN_TIME,
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
COARSE, UNDATED = 0.06, 0.01
STATUSES = (Status.ACTUAL, Status.ACTUAL, Status.ACTUAL, Status.THREATENED)


@dataclass(frozen=True, slots=True)
class World:
    """How much is made up: actors, places, and the days on which events happen, from the first of January 2019 on."""

    actors: int = 1_500
    places: int = 400
    days: int = 400
    start: date = date(2019, 1, 1)


def skewed(chance: random.Random, count: int) -> int:
    """Give a place in a list, the first ones far more often."""
    return min(int(chance.paretovariate(0.7)) - 1, count - 1)


def argument(actor: str, start: int) -> Argument:
    """Name an actor at a place of the text."""
    return Argument(actor, actor, start, start + len(actor))


def coarse_when(day: date) -> When:
    """Give the month around a day."""
    last = monthrange(day.year, day.month)[1]
    return When(day.replace(day=1), day.replace(day=last), Grain.MONTH, Basis.STATED, day.isoformat()[:7])


def make_report(chance: random.Random, number: int, actors: list[Actor], places: list[Place], world: World) -> Report:
    """Make a report of an event nobody else tells."""
    day = world.start + timedelta(days=chance.randrange(world.days))
    when = When(day, day, Grain.DAY, Basis.STATED, day.isoformat(), "on Monday", 40, 49)
    if (part := chance.random()) < COARSE:
        when = coarse_when(day) if part > UNDATED else UNKNOWN_TIME
    kind = chance.choice(sorted(plover().types))
    mode = chance.choice(["", *sorted(plover().types[kind].modes)])
    who, whom = (actors[skewed(chance, len(actors))].id for _ in range(2))
    whom = actors[number].id if number < len(actors) else whom  # nobody is left out
    place = places[skewed(chance, len(places))]
    return Report(
        id=f"r{number:08}",
        article="",
        type=kind,
        mode=mode,
        cameo=plover().types[kind].roots[0],
        status=chance.choice(STATUSES),
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


def batches(events: int, size: int, world: World = World(), *, first: int = 0) -> Iterator[Batch]:
    """Give the batches: of a hundred events thirty are told twice, five reports an article.

    first: number of the first event; other numbers make other events, articles and reports.
    """
    chance = random.Random(SEED + first)
    actors = [Actor(f"actor-{i}", f"Actor {i}", "country", "ISR") for i in range(world.actors)]
    places = [Place(f"place-{i}", f"Place {i}", "ISR", 31.0, 34.0, "city") for i in range(world.places)]
    names = {actor.id: actor.name for actor in actors}
    number = first
    for low in range(first, first + events, size):
        groups = []
        for _ in range(min(size, first + events - low)):
            report = make_report(chance, number, actors, places, world)
            again = [replace(report, id=f"r{number:08}-again")] if chance.random() < 0.3 else []
            groups.append([report, *again])
            number += 1
        reports = [report for group in groups for report in group]
        homes = {report.id: f"article-{low}-{i // 5}" for i, report in enumerate(reports)}
        groups = [[replace(report, article=homes[report.id]) for report in group] for group in groups]
        yield batch_of(groups, sorted(set(homes.values())), actors, places, names, world.start)


def batch_of(
    groups: list[list[Report]],
    homes: list[str],
    actors: list[Actor],
    places: list[Place],
    names: dict[str, str],
    published: date,
) -> Batch:
    """Make one batch of groups of reports, an event a group."""
    text = "Somebody did something to somebody somewhere on Monday, they say. " * 30
    articles = tuple(
        Article(home, f"About {home}", text, published, f"source-{home[-1]}", sha256=home) for home in homes
    )
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
