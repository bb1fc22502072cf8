"""Wraps the compiled tables of actors and answers what a folded phrase may mean."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from graph.model import Actor, Kind, Membership
from ingest.actors.folding import actor_id, fold, is_same_name, skeleton
from ingest.actors.terms import UNKNOWN_BODY, Term

Entry = tuple[str, str, int]
_STATELESS = frozenset({Kind.IGO, Kind.NGO, Kind.PEACEKEEPING, Kind.ETHNIC_GROUP, Kind.RELIGIOUS_GROUP, Kind.MEDIA})
_CHIEFS = frozenset({"head_of_state", "head_of_government"})
_LEADERS = frozenset({"faction_leader"})
_COMMAND = "military_chief"
_HEAD_OF_UN = "Secretary-General"


class Generic(NamedTuple):
    """A common noun for people: kind, sector, the name of its group, whether civilians are meant.

    barring: words before it by which it means something else ("the left bank").
    """

    kind: Kind
    sector: str
    plural: str
    is_civilian: bool
    barring: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Book:
    """The tables as build_actors makes them."""

    phrases: dict[str, tuple[Entry, ...]]
    lengths: dict[str, int]
    countries: dict[str, tuple[str, str, str]]
    organisations: dict[str, tuple[str, Kind, str, str, str, str, str]]
    aliases: dict[str, tuple[str, ...]]
    forces: dict[str, str]
    cities: dict[str, tuple[str, ...]]
    generics: dict[str, tuple[Kind, str, str, bool, frozenset[str]]]
    generic_ends: frozenset[str]
    persons: frozenset[str]
    ranks: dict[str, tuple[str, str]]
    relations: list[tuple[str, str, str, str, str]]
    org_words: dict[str, tuple[Kind, str]]
    bodies: dict[str, tuple[frozenset[Kind], bool]]
    words: dict[str, frozenset[str]]
    people: dict[str, tuple[str, str, tuple[Term, ...]]]
    surnames: dict[str, tuple[str, ...]]
    plain_surnames: frozenset[str]
    holders: dict[str, tuple[str, ...]]
    bones: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Book":
        """Take the plain data."""
        return cls(**data)

    def country(self, iso: str) -> Actor:
        """Give the actor that is a state; its government is meant."""
        key, name, _ = self.countries[iso]
        return Actor(key, name, Kind.COUNTRY, iso, "GOV", aliases=self.aliases[key])

    def adjective(self, iso: str) -> str:
        """Give the adjective of a state, or its name where there is none."""
        _, name, adjective = self.countries.get(iso, ("", "", ""))
        return adjective or name

    def organisation(self, key: str) -> Actor:
        """Give an organisation of the lexicon."""
        name, kind, countries, sector, parent, _, _ = self.organisations[key]
        country = "" if "|" in countries and kind in _STATELESS else countries.split("|")[0]
        part_of = (Membership(parent, source="organisations.tsv"),) if parent in self.organisations else ()
        return Actor(key, name, kind, country, sector, part_of=part_of, aliases=self.aliases[key])

    def is_active(self, key: str, day: date | None, *, slack: int = 0) -> bool:
        """Say whether an organisation existed in the year of a day, give or take `slack` years."""
        _, _, _, _, _, first, last = self.organisations[key]
        if day is None:
            return True
        begun = not first or int(first[:4]) - slack <= day.year
        return begun and (not last or day.year <= int(last[:4]) + slack)

    def force(self, iso: str, kind: Kind, day: date | None = None) -> Actor:
        """Give the army, police or intelligence service of a state; kind says which.

        Where the lexicon names none that existed on the day, one is made by rule from the adjective.
        """
        word = {Kind.MILITARY: "army", Kind.POLICE: "police", Kind.INTELLIGENCE: "intelligence"}[kind]
        known = self.forces.get(f"{iso} {word}")
        if known and self.is_active(known, day):
            return self.organisation(known)
        name = f"{self.adjective(iso)} {word}"
        sector = {Kind.MILITARY: "MIL", Kind.POLICE: "COP", Kind.INTELLIGENCE: "SPY"}[kind]
        parent = (Membership(self.countries[iso][0]),) if iso in self.countries else ()
        return Actor(actor_id(name, kind, iso), name, kind, iso, sector, part_of=parent)

    def person(self, key: str, day: date | None) -> Actor:
        """Give an office-holder with all terms; the sector is that of the office held on the day, or held last."""
        name, country, terms = self.people[key]
        state = self.countries[country][0] if country in self.countries else ""
        part_of = tuple(
            Membership(term[2] or state, term[1], _date(term[3]), _date(term[4]), term[5])
            for term in terms
            if (term[2] or state) and term[2] != UNKNOWN_BODY
        )
        sector = self._sector(terms, day)
        return Actor(key, name, Kind.PERSON, country, sector, part_of=part_of, aliases=self.aliases[key])

    def _sector(self, terms: tuple[Term, ...], day: date | None) -> str:
        """Give the sector of a person's office."""
        held = [term for term in terms if holds(term, day)]
        if not held:
            held = [term for term in terms if term[0] in _CHIEFS] or sorted(terms, key=lambda term: term[3])[-1:]
        for office, _, organisation, *_ in sorted(held, key=lambda term: term[0] not in _CHIEFS):
            if organisation in self.organisations and office in ("faction_leader", "other", "spokesperson"):
                return self.organisations[organisation][3]
            if office == "faction_leader":
                return "OPP"
            return {"military_chief": "MIL", "intelligence_chief": "SPY", "parliament_speaker": "LEG"}.get(
                office, "GOV"
            )
        return ""

    def holders_of(self, iso: str, office: str, day: date | None) -> list[str]:
        """Give who held an office of a state on a day; nobody where the day is unknown."""
        if day is None:
            return []
        return [
            key
            for key in self.holders.get(f"{iso} {office}", ())
            if any(term[0] == office and not term[2] and holds(term, day) for term in self.people[key][2])
        ]

    def people_spelt(self, name: str) -> list[str]:
        """Give the people of whom a name of two or more words may be another spelling."""
        folded = fold(name)
        return [key for key in self.bones.get(skeleton(folded), ()) if is_same_name(folded, fold(self.people[key][0]))]

    def is_chief(self, key: str, day: date | None) -> bool:
        """Say whether somebody headed a state or government on the day, or ever where it is unknown."""
        return any(term[0] in _CHIEFS and (day is None or holds(term, day)) for term in self.people[key][2])

    def holds_any(self, key: str, day: date) -> bool:
        """Say whether somebody held any office on a day."""
        return any(holds(term, day) for term in self.people[key][2])

    def is_prominent(self, key: str, day: date | None) -> bool:
        """Say whether a surname alone may mean somebody on the day: a chief, the head of the UN, a group's leader."""
        return any(
            (term[0] in _CHIEFS | _LEADERS or (term[0] == _COMMAND and term[2]) or term[1] == _HEAD_OF_UN)
            and (day is None or holds(term, day, slack=92))
            for term in self.people[key][2]
        )

    def has_office(self, key: str, offices: set[str], day: date | None) -> bool:
        """Say whether somebody held one of some offices within a year of the day, or ever where it is unknown."""
        return any(term[0] in offices and (day is None or holds(term, day, slack=366)) for term in self.people[key][2])


def holds(term: Term, day: date | None, *, slack: int = 0) -> bool:
    """Say whether a term covers a day, give or take `slack` days; an open end covers what is known of it."""
    if day is None:
        return False
    text, end = day.isoformat(), term[4] or term[6]
    if not slack:
        return (not term[3] or term[3] <= text) and (not end or text <= end)
    first, last = _date(term[3]), _date(end)
    begun = first is None or (first - day).days <= slack
    return begun and (last is None or (day - last).days <= slack)


def _date(text: str) -> date | None:
    """Give a day of the tables."""
    return date.fromisoformat(text) if text else None
