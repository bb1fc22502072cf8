"""What one write brings, what it changed, and what goes with an article that is withdrawn."""

from dataclasses import dataclass, field

from graph.marks import Mark
from graph.model import Actor, Article, Event, Published, Report


@dataclass(frozen=True, slots=True)
class Link:
    """That a report tells an event: how sure (0 to 1), by whom, and why, a phrase each."""

    report: str
    event: str
    score: float = 1.0
    by: str = "merge"
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """What one write brings. Every id a report or link names stands in the batch or in the store.

    actors, published, marks: by article; its actors are as it tells of them. redirects: from the id of an
    event that is no more to the one it became part of. named: by article, whom it names without a report of them,
    each with all names behind one another.
    """

    articles: tuple[Article, ...] = ()
    reports: tuple[Report, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    actors: dict[str, tuple[Actor, ...]] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    published: dict[str, Published] = field(default_factory=dict)
    marks: dict[str, tuple[Mark, ...]] = field(default_factory=dict)
    named: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """What a write changed: how many of each are new, and what it took away or told anew."""

    articles: int = 0
    reports: int = 0
    events: int = 0
    actors: int = 0
    places: int = 0
    reports_removed: int = 0
    events_removed: int = 0
    events_gathered: int = 0


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What went with an article: ids of its reports, events nobody else tells, actors and places."""

    article: str
    title: str
    reports: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
