"""Gathers the reports of an article into incidents of violence, as MUC-4 counts them."""

from dataclasses import dataclass, field

from bench.muc_people import FIGHTERS, KINDS, PEOPLE, PRONOUNS, Person, head_of, is_body, is_untold, is_worse, told_once
from graph.model import Argument, Report, Role, Status, Thing, Victim
from ingest.document import Actors, Coded

TOLD = frozenset((Status.ACTUAL, Status.ONGOING, Status.ATTEMPTED, Status.CLAIMED, Status.ACCUSED))
STATE = frozenset(("military", "police", "government", "country", "intelligence"))
ARMED = frozenset(("armed_group", "rebel_movement", "militia"))
FORCES = ARMED | {"military"}
BODIES = frozenset(
    (
        *("party", "organisation", "company", "media", "ngo", "igo", "ministry", "court", "university", "union"),
        *("government", "country"),
    )
)
BOMBS = frozenset(
    (
        *("bomb", "car bomb", "ied", "mine", "explosive", "explosives", "parcel bomb", "pipe bomb", "nail bomb"),
        *("roadside bomb", "suicide vest", "petrol bomb", "booby trap", "dynamite", "bicycle bomb"),
    )
)
ANYBODY = frozenset(("man", "men", "people", "person", "youth", "individual"))
_FIRES = frozenset(("burn", "torch", "arson", "set_fire", "set_on_fire", "ablaze"))
_GENERAL = frozenset(("", "targeted", "destroy"))  # modes that any kind of incident may have
_WIDE = frozenset(("ATTACK",))
_OF_WAR = frozenset(("military", "armour", "settlement"))  # kinds of things that MUC-4 asks nothing about
_TAKEN = ("capture", "take_prisoner", "detain")  # what an army does to fighters too
_HARM = _GENERAL | {"kill"}  # what a bomb does, told without the bomb


@dataclass(slots=True)
class Incident:
    """Reports of one article taken for one incident."""

    kind: str
    reports: list[Report] = field(default_factory=list)

    @property
    def days(self) -> set[str]:
        """The days its reports tell."""
        return {str(report.when.first) for report in self.reports if report.when.is_day() and report.when.expression}

    @property
    def places(self) -> set[str]:
        """The ids of the places its reports tell."""
        return {report.place.place.id for report in self.reports if report.place}


class Gatherer:
    """Gathers the incidents of one article."""

    def __init__(self, coded: Coded) -> None:
        """Take a coded article."""
        self.actors: Actors = coded.actors
        self.mentions = {mention.start: mention for mention in coded.actors.mentions}
        self.names: dict[str, list[str]] = {}
        for mention in coded.actors.mentions:
            if mention.how == "name" and mention.text not in self.names.setdefault(mention.actor, []):
                self.names[mention.actor].append(mention.text)
        self.incidents: list[Incident] = []
        for report in coded.reports:
            if report.type == "ASSAULT" and report.status in TOLD:
                self._add(report)
        reports = [report for incident in self.incidents for report in incident.reports]
        self.is_dated = any(report.when.first or report.when.last for report in reports)

    def _add(self, report: Report) -> None:
        kind = incident_type(report)
        if kind == "ATTACK" and report.rule.endswith("-bomb") and self._is_by_armed(report):
            kind = "BOMBING"  # rebels have no planes
        if kind == "KIDNAPPING" and report.rule.endswith(_TAKEN) and not self._is_by_armed(report):
            return
        same = self._same(report, kind)
        if same is None:
            self.incidents.append(same := Incident(kind))
        elif same.kind == "ATTACK":
            same.kind = kind
        same.reports.append(report)

    def _is_by_armed(self, report: Report) -> bool:
        """Say whether an armed group is told to have done it."""
        return bool({self.actors.by_id[one.actor].kind for one in report.actors} & ARMED)

    def _same(self, report: Report, kind: str) -> Incident | None:
        """Give the incident a report tells more of, the last told first.

        Who owns up to a deed owns up to the one told last.
        """
        if report.rule.endswith("claim_responsibility") and self.incidents:
            return self.incidents[-1]
        if (again := self._retold(report) or self._again(report)) is not None:
            return again
        for incident in reversed(self.incidents):
            if self._is_of_kind(incident, report, kind) and self._fits(incident, report):
                return incident
        return self._bombed(report) if kind == "BOMBING" else None

    def _is_of_kind(self, incident: Incident, report: Report, kind: str) -> bool:
        """Say whether a report may tell an incident of this kind; who else is killed is no part of a kidnapping."""
        if kind == incident.kind:
            return True
        if kind not in _WIDE or report.mode not in _GENERAL or incident.kind == "ROBBERY":
            return False
        return incident.kind != "KIDNAPPING" or not self.people([report])

    def _retold(self, report: Report) -> Incident | None:
        """Give the incident whose report this one retells, or that retells this one."""
        for incident in self.incidents:
            if any(report.retells == one.id or one.retells == report.id for one in incident.reports):
                return incident
        return None

    def _again(self, report: Report) -> Incident | None:
        """Give the incident in which somebody named, whom a report tells killed or abducted, already was."""
        taken = self._taken([report])
        told = (one for one in reversed(self.incidents) if taken and taken & self._taken(one.reports))
        return next(told, None)

    def _taken(self, reports: list[Report]) -> set[str]:
        """Give those whom reports tell killed or abducted, by name or as a known group: that comes to nobody twice."""
        taken = [one for one in self.people(reports) if one.effect in ("killed", "abducted")]
        groups = {head_of(one.texts[-1]) for one in taken if one.is_group}
        return {one.name for one in taken if one.is_named} | groups

    def _bombed(self, report: Report) -> Incident | None:
        """Give the incident told by its harm alone that a bomb, told next and without victims, has done."""
        if self.people([report]):
            return None
        told = (one for one in reversed(self.incidents) if one.kind == "ATTACK" and _is_harm(one))
        return next((one for one in told if self._fits(one, report)), None)

    def _fits(self, incident: Incident, report: Report) -> bool:
        """Say whether a report may tell an incident: no other day or named victim, nor, of others, another place."""
        day = str(report.when.first) if report.when.is_day() and report.when.expression else ""
        if day and incident.days and day not in incident.days:
            return False
        mine = {person.name for person in self.people([report]) if person.is_named}
        theirs = {person.name for person in self.people(incident.reports) if person.is_named}
        if mine and theirs:
            return not mine.isdisjoint(theirs)
        return not (report.place and incident.places and report.place.place.id not in incident.places)

    def harmed(self, incident: Incident) -> list[Person]:
        """Give whom an incident harmed; soldiers only where a bomb did, since an attack on them is war."""
        people = self.people(incident.reports)
        return people if incident.kind == "BOMBING" else [one for one in people if one.kind not in FORCES]

    def people(self, reports: list[Report]) -> list[Person]:
        """Give whom reports tell as harmed or attacked, each once, the harm told last."""
        found: dict[str, Person] = {}
        for report in reports:
            for victim in report.victims:
                if victim.effect in ("killed", "injured", "abducted") and victim.kind not in ARMED:
                    self._keep(found, self._victim(victim))
            for argument in report.recipients:
                actor = self.actors.by_id[argument.actor]
                kind = KINDS.get(actor.kind, actor.kind)
                if kind == "person" or (kind in PEOPLE and not self._is_name(argument) and not is_body(argument.text)):
                    self._keep(found, self._person(argument.text, argument.start, kind, "", 0, 0))
        return told_once(list(found.values()))

    def _is_name(self, argument: Argument) -> bool:
        mention = self.mentions.get(argument.start)
        return mention is None or mention.how == "name"

    def _keep(self, found: dict[str, Person], person: Person) -> None:
        """Enter a person under the word that heads their phrase; what is known already stays."""
        if not person.texts or person.texts[0].lower() in PRONOUNS or is_untold(person):
            return
        key = person.texts[0].lower() if person.is_named else head_of(person.texts[0])
        known = next((name for name in found if key in name or name in key), None)
        if known is None:
            found[key] = person
        elif is_worse(found[known], person):
            found[known] = person

    def _victim(self, victim: Victim) -> Person:
        high = victim.low if victim.high is None else victim.high  # MUC counts "at least 20" as 20
        kind = KINDS.get(victim.kind, victim.kind)
        return self._person(victim.text, victim.start, kind, victim.effect, victim.low, high)

    def _person(self, text: str, start: int, kind: str, effect: str, low: int, high: int) -> Person:
        """Give a person with all the names the article has for them; a pronoun's are those of who it stands for."""
        mention = self.mentions.get(start)
        names = self.names.get(mention.actor, []) if mention and kind == "person" else []
        texts = (*names, *(() if text.lower() in PRONOUNS else (text,)))
        return Person(tuple(dict.fromkeys(texts)), kind, effect, low, high, bool(names))

    def kinds(self, incident: Incident, role: Role) -> set[str]:
        """Give the kinds of the actors in a role."""
        return {
            KINDS.get(self.actors.by_id[one.actor].kind, self.actors.by_id[one.actor].kind)
            for report in incident.reports
            for one in (report.actors if role is Role.ACTOR else report.recipients)
        }

    def things(self, incident: Incident) -> list[str]:
        """Give the things hit, each once."""
        found = [thing for report in incident.reports for thing in report.things if thing.role is Role.RECIPIENT]
        return list(dict.fromkeys(thing.text for thing in found if is_civil(thing)))

    def anybody(self, incident: Incident) -> list[str]:
        """Give the people who did it and are nobody named: "two men"."""
        found = [thing for report in incident.reports for thing in report.things if thing.role is Role.ACTOR]
        return list(dict.fromkeys(one.text for one in found if head_of(one.text) in ANYBODY))

    def bodies(self, incident: Incident) -> list[str]:
        """Give the organisations attacked, as things that stand for their premises."""
        found = {
            one.actor: one.text
            for report in incident.reports
            for one in report.recipients
            if self.actors.by_id[one.actor].kind in BODIES - {"country"} and (self._is_name(one) or is_body(one.text))
        }
        return list(found.values())


def incident_type(report: Report) -> str:
    """Give MUC-4's type of incident for an assault, from its mode, weapon and rule."""
    rule = report.rule.split("-", 2)[-1]
    if report.mode == "abduct":
        return "KIDNAPPING"
    if any(word in rule for word in _FIRES) or (report.weapon == "fire" and report.mode in ("destroy", "primitive")):
        return "ARSON"
    if report.mode in ("explosives", "suicide-attack") or report.weapon in BOMBS:
        return "BOMBING"
    return "ROBBERY" if "rob" in rule.split("_") or "robbery" in rule else "ATTACK"


def is_civil(thing: Thing) -> bool:
    """Say whether a thing is one that MUC-4 asks for: no army's, and no town."""
    return bool(thing.kind) and thing.kind not in _OF_WAR and not FIGHTERS.search(thing.text.lower())


def _is_harm(incident: Incident) -> bool:
    """Say whether an incident is told by what became of its victims, without who did it or how."""
    return all(report.mode in _HARM and not report.actors for report in incident.reports)
