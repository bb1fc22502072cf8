"""Takes somebody for one person who is told of with a country here and without any there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from graph.model import Actor, Argument, Article, Kind, Report
from graph.queries import queries
from graph.read import Reader
from ingest.actors.folding import actor_id, words_of
from ingest.document import Actors, Coded
from ingest.lexicon import LEXICONS, read_table
from ingest.merge import MOST_ROWS

Read = tuple[Article, Coded]


@dataclass(slots=True)
class _Namesakes:
    """All who bear one full name: their countries by id, those the graph holds and those just read."""

    id: str
    held: dict[str, str] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)

    def asked(self) -> set[str]:
        """Give the ids that they may have in the graph: of all countries where somebody is told of without any."""
        others = {f"{self.id}-{country}" for country in _countries()} if self.id in self.read else set()
        return {self.id} | self.read.keys() | others

    def as_one(self) -> dict[str, str]:
        """Give by id who somebody just read of is, where that is another id.

        Where two countries are told, nobody without one is taken for either, nor are those two for one.
        """
        countries = {country for country in (*self.held.values(), *self.read.values()) if country}
        [country] = countries if len(countries) == 1 else [""]
        if not country:
            new = {one: told for one, told in self.read.items() if told and one not in self.held}
            return {one: self.id for one, told in new.items() if self.held.get(self.id) == told}
        ids = sorted({*self.held} or {*self.read})  # who the graph holds keeps the id, and its page its address
        return {one: ids[0] for one in self.read if one not in self.held and one != ids[0]}


def with_namesakes(store: Reader, read: Sequence[Read]) -> list[Read]:
    """Give articles just coded with one id for each person whom some of them, or of the graph's, tell no country of.

    Only full names are looked at: of two people called by a surname alone nothing says that they are one.
    """
    found: dict[str, _Namesakes] = {}
    for actor in (actor for _, coded in read for actor in coded.actors.by_id.values()):
        if base := _id_without_country(actor):
            found.setdefault(base, _Namesakes(base)).read[actor.id] = actor.country
    asked = {one: base for base, some in found.items() for one in some.asked()}
    for row in store.run(queries()["actor_cards"], ids=sorted(asked), limit=MOST_ROWS) if asked else ():
        found[asked[row["id"]]].held[row["id"]] = row["country"] or ""
    ids = {one: other for some in found.values() for one, other in some.as_one().items()}
    return [(article, _renamed(coded, ids)) for article, coded in read] if ids else list(read)


@cache
def _countries() -> tuple[str, ...]:
    """Give the countries of the world as they end an id: "eth"."""
    return tuple(row["iso3"].lower() for row in read_table(LEXICONS / "demonyms.tsv", ("iso3",)))


def _id_without_country(actor: Actor) -> str:
    """Give the id a person's full name makes, "" for whom the lexicons know and for surnames alone."""
    made = actor_id(actor.name, Kind.PERSON, actor.country)
    is_made = actor.kind is Kind.PERSON and actor.id == made and len(words_of(actor.name)) > 1
    return actor_id(actor.name, Kind.PERSON, "") if is_made else ""


def _renamed(coded: Coded, ids: Mapping[str, str]) -> Coded:
    """Give what was coded with other ids for some of its actors."""
    if ids.keys().isdisjoint(coded.actors.by_id):
        return coded
    actors = {one.id: one for one in (replace(one, id=ids.get(one.id, one.id)) for one in coded.actors.by_id.values())}
    mentions = tuple(one._replace(actor=ids.get(one.actor, one.actor)) for one in coded.actors.mentions)
    heads = {i: one._replace(actor=ids.get(one.actor, one.actor)) for i, one in coded.actors.by_head.items()}
    reports = tuple(_report(report, ids) for report in coded.reports)
    return coded._replace(actors=Actors(actors, mentions, heads), reports=reports)


def _report(report: Report, ids: Mapping[str, str]) -> Report:
    """Give a report with other ids for some of its actors."""

    def named(some: Iterable[Argument]) -> tuple[Argument, ...]:
        return tuple(replace(one, actor=ids.get(one.actor, one.actor)) for one in some)

    return replace(
        report,
        actors=named(report.actors),
        recipients=named(report.recipients),
        mediators=named(report.mediators),
        speaker=next(iter(named([report.speaker] if report.speaker else ())), None),
        perpetrators=tuple(replace(one, actor=ids.get(one.actor, one.actor)) for one in report.perpetrators),
    )
