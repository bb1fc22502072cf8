"""Maps coded articles to MUC-4 templates: one an incident of violence, out of its reports."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pycountry

from graph.model import Report, Role, Status
from ingest.document import Actors, Coded
from ingest.events.quantities import PLURAL

_TOLD = frozenset((Status.ACTUAL, Status.ONGOING, Status.ATTEMPTED, Status.CLAIMED, Status.ACCUSED))
_STATE = frozenset(("military", "police", "government", "country", "intelligence"))
_ARMED = frozenset(("armed_group", "rebel_movement", "militia"))
_BODIES = frozenset((*_STATE, *_ARMED, "party", "organisation"))
_FORCES = _ARMED | {"military"}
_BOMBS = frozenset(
    (
        "bomb", "car bomb", "ied", "mine", "explosive", "explosives", "parcel bomb", "pipe bomb", "nail bomb",
        "roadside bomb", "suicide vest", "petrol bomb", "booby trap", "dynamite", "bicycle bomb",
    )
)  # fmt: skip
_PRONOUNS = frozenset(("he", "him", "she", "her", "they", "them", "it", "who", "others", "those"))
_EFFECTS = {"killed": "DEATH", "injured": "INJURY"}


@dataclass(slots=True)
class Incident:
    """Reports of one article taken for one incident."""

    kind: str
    reports: list[Report] = field(default_factory=list)

    def fits(self, report: Report) -> bool:
        """Say whether a report may tell this incident: no other day, no other place, no other town."""
        days = {(r.when.first, r.when.last) for r in self.reports if r.when.is_day()}
        if report.when.is_day() and days and (report.when.first, report.when.last) not in days:
            return False
        places = {r.place.place.id for r in self.reports if r.place}
        return not (report.place and places and report.place.place.id not in places)


def template_record(row: dict[str, Any], coded: Coded) -> dict[str, Any]:
    """Give one line for a MUC-4 file: the id and the templates of the article's incidents."""
    incidents: list[Incident] = []
    for report in coded.reports:
        if report.type != "ASSAULT" or report.status not in _TOLD:
            continue
        same = _incident_of(report, incidents)
        if same is None:
            incidents.append(same := Incident(incident_type(report)))
        same.reports.append(report)
    home = _home(coded)
    found = [_template(one, coded.actors, home) for one in incidents if _is_relevant(one, coded.actors)]
    return {"id": row["id"], "templates": [one for one in found if one["victim"] or one["target"]]}


def _incident_of(report: Report, incidents: list[Incident]) -> Incident | None:
    """Give the incident a report tells more of: one of its type, for a bare killing a bombing or arson too.

    Who owns up to a deed owns up to the one told last.
    """
    if report.status is Status.CLAIMED and report.rule.endswith("claim_responsibility") and incidents:
        return incidents[-1]
    kind = incident_type(report)
    kinds = (kind, "BOMBING", "ARSON") if kind == "ATTACK" and not report.mode else (kind,)
    found = (one for wanted in kinds for one in incidents if one.kind == wanted and one.fits(report))
    return next(found, None)


def incident_type(report: Report) -> str:
    """Give MUC-4's type of incident for an assault, from its mode, weapon and rule."""
    if report.mode == "abduct":
        return "KIDNAPPING"
    if report.mode in ("explosives", "suicide-attack") or report.weapon in _BOMBS:
        return "ARSON" if report.weapon == "fire" else "BOMBING"
    if report.weapon == "fire" and report.mode in ("destroy", "primitive"):
        return "ARSON"
    if any(word in report.rule for word in ("burn", "torch", "arson", "set_fire", "set_on_fire", "ablaze")):
        return "ARSON"
    return "ROBBERY" if "rob" in report.rule.split("-")[-1].split("_") else "ATTACK"


def _kinds(report: Report, actors: Actors, role: Role) -> set[str]:
    arguments = report.actors if role is Role.ACTOR else report.recipients
    return {actors.by_id[one.actor].kind for one in arguments}


def _is_relevant(incident: Incident, actors: Actors) -> bool:
    """Say whether an incident is one MUC-4 asks for: against others than armed forces, told in particular."""
    victims = {victim.kind for report in incident.reports for victim in report.victims}
    targets = {kind for report in incident.reports for kind in _kinds(report, actors, Role.RECIPIENT)}
    doers = {kind for report in incident.reports for kind in _kinds(report, actors, Role.ACTOR)}
    harmed = victims | targets
    has_thing = any(thing.role is Role.RECIPIENT for report in incident.reports for thing in report.things)
    if harmed and harmed <= _ARMED and (not doers or doers <= _STATE):
        return False
    if not any(report.when.is_day() for report in incident.reports):
        return False
    if not has_thing and incident.kind == "ATTACK" and not _is_particular(incident, actors):
        return False
    return not (harmed and harmed <= _FORCES and not has_thing and incident.kind == "ATTACK")


def _is_particular(incident: Incident, actors: Actors) -> bool:
    """Say whether somebody is named, or some are counted."""
    if any(victim.high < PLURAL.high or victim.low > PLURAL.low for r in incident.reports for victim in r.victims):
        return True
    named = (actors.by_id[one.actor].kind for report in incident.reports for one in report.recipients)
    return "person" in named


def _template(incident: Incident, actors: Actors, home: str) -> dict[str, Any]:
    how = {mention.start: mention.how for mention in actors.mentions}
    doers = {one.actor: one for report in incident.reports for one in report.actors}
    people, groups = [], []
    for actor_id, one in doers.items():
        actor = actors.by_id[actor_id]
        if actor.kind in _BODIES and how.get(one.start) == "name":
            groups.append({"alts": [one.text, actor.name, *actor.aliases]})
        elif actor.kind != "country":
            people.append({"alts": [one.text]})
    people += [{"alts": [text]} for text in _things(incident, Role.ACTOR) if _is_somebody(text)]
    return {
        "incident_type": [incident.kind],
        "date": _dates(incident),
        "location": _location(incident, home),
        "perp_ind": people,
        "perp_org": groups,
        "target": [{"alts": [text]} for text in _things(incident, Role.RECIPIENT) if not _is_somebody(text)],
        "victim": _victims(incident, actors),
    }


def _things(incident: Incident, role: Role) -> list[str]:
    found = (thing.text for report in incident.reports for thing in report.things if thing.role is role)
    return list(dict.fromkeys(found))


def _is_somebody(text: str) -> bool:
    """Say whether a phrase is about people, by its last word before any preposition."""
    head = re.split(r" (?:of|in|for|from|with|at|on) ", text.lower())[0].split()[-1:]
    return (
        bool(head)
        and re.fullmatch(r".*(?:men|man|people|persons?|ers|guards?|youths?|column|squad|unit)", head[0]) is not None
    )


def _victims(incident: Incident, actors: Actors) -> list[dict[str, Any]]:
    """Give the people harmed, and those the attack was made on."""
    found: dict[str, dict[str, Any]] = {}
    for report in incident.reports:
        for victim in report.victims:
            if victim.text.lower() in _PRONOUNS or victim.effect not in (*_EFFECTS, "abducted"):
                continue
            one = found.setdefault(victim.text.lower(), _victim(victim.text, victim.kind))
            one["effect"] = [_EFFECTS[victim.effect]] if victim.effect in _EFFECTS else one["effect"]
            one["number_range"] = [[victim.low, victim.high]]
        for argument in report.recipients:
            actor = actors.by_id[argument.actor]
            if argument.text.lower() in _PRONOUNS or any(argument.text.lower() in text for text in found):
                continue
            if actor.kind in ("person", "civilians", "government", "police", "court", "party"):
                found.setdefault(argument.text.lower(), _victim(argument.text, actor.kind))
    return list(found.values())


def _victim(text: str, kind: str) -> dict[str, Any]:
    is_name = kind == "person" and text[:1].isupper()
    return {"names": [text] if is_name else [], "desc": [] if is_name else [text], "effect": [], "number_range": []}


def _dates(incident: Incident) -> list[dict[str, Any]]:
    """Give the day most reports tell, else the last day it can have been."""
    days = Counter(report.when.first for report in incident.reports if report.when.is_day())
    if days:
        day = str(days.most_common(1)[0][0])
        return [{"start": day, "end": day, "kind": "day"}]
    for report in incident.reports:
        if report.when.last is not None:
            first = str(report.when.first) if report.when.first else None
            return [{"start": first, "end": str(report.when.last), "kind": "range" if first else "up_to"}]
    return []


def _location(incident: Incident, home: str) -> list[dict[str, Any]]:
    places = [report.place.place for report in incident.reports if report.place]
    country = next((place.country for place in places if place.country), "") or home
    names = dict.fromkeys(place.name for place in places if place.kind != "country")
    return [{"country": _country_name(country), "places": [{"name": name} for name in names]}]


def _country_name(code: str) -> str:
    country = pycountry.countries.get(alpha_3=code)
    return str(getattr(country, "common_name", country.name)).upper() if country else ""


def _home(coded: Coded) -> str:
    """Give the country most places of the article lie in."""
    found = Counter(mention.place.country for mention in coded.places if mention.place.country)
    return found.most_common(1)[0][0] if found else ""
