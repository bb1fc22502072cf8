"""Maps coded articles to MUC-4 templates: one an incident of violence, out of its reports."""

from collections import Counter
from datetime import date
from typing import Any

import pycountry

from bench.muc_incidents import ARMED, FORCES, STATE, Gatherer, Incident
from bench.muc_people import Person, is_counted, is_particular
from graph.model import Basis, Report, Role
from ingest.document import Coded

_EFFECTS = {"killed": "DEATH", "injured": "INJURY"}
_SUMMED = 100  # more victims than one incident has: a toll of years
_RECENT = 62  # days
# a state is no organisation of MUC-4, its army and police are
_GROUPS = ARMED | STATE - {"country"} | {"party", "organisation", "criminal", "gang"}


def template_record(row: dict[str, Any], coded: Coded) -> dict[str, Any]:
    """Give one line for a MUC-4 file: the id and the templates of the article's incidents."""
    gatherer = Gatherer(coded)
    home = _home(coded)
    relevant = [one for one in gatherer.incidents if is_relevant(one, gatherer)]
    recent = [one for one in relevant if not _is_bygone(one, coded.published.first)]
    found = [_template(one, gatherer, home) for one in recent or relevant]
    harmful = [one for one in found if one["victim"] or one["target"]]
    bombings = [one for one in found if one["incident_type"] == ["BOMBING"]]
    return {"id": row["id"], "templates": harmful or bombings[:1]}


def _is_of_a_day(report: Report) -> bool:
    return report.when.is_day() or report.when.basis is Basis.INFERRED


def _is_bygone(incident: Incident, published: date | None) -> bool:
    """Say whether an incident lies over two months back, which MUC-4 takes for history."""
    lasts = [report.when.last for report in incident.reports if report.when.is_day()]
    return bool(published and lasts) and all((published - last).days > _RECENT for last in lasts if published and last)


def is_relevant(incident: Incident, gatherer: Gatherer) -> bool:
    """Say whether an incident is one MUC-4 asks for: against others than armed forces, told in particular."""
    people = gatherer.harmed(incident)
    harmed = {person.kind for person in people} | gatherer.kinds(incident, Role.RECIPIENT)
    doers = gatherer.kinds(incident, Role.ACTOR)
    has_thing = bool(gatherer.things(incident))
    if harmed and harmed <= ARMED and (not doers or doers <= STATE):
        return False
    if any(person.low >= _SUMMED for person in people) and not has_thing:
        return False
    if incident.kind == "KIDNAPPING" and not _is_told_kidnapping(people, doers):
        return False
    if gatherer.is_dated and not any(map(_is_of_a_day, incident.reports)):
        return False
    if not has_thing and incident.kind == "ATTACK" and not any(map(is_particular, people)):
        return False
    return not (harmed and harmed <= FORCES | {"police"} and not has_thing and incident.kind == "ATTACK")


def _is_told_kidnapping(people: list[Person], doers: set[str]) -> bool:
    """Say whether a kidnapping is told in particular, and no arrest: of somebody named or counted, or by somebody."""
    return not doers <= STATE if doers else any(is_counted(one) or not one.effect for one in people)


def _template(incident: Incident, gatherer: Gatherer, home: str) -> dict[str, Any]:
    people, groups = _doers(incident, gatherer)
    hit = [] if incident.kind == "KIDNAPPING" else [*gatherer.things(incident), *gatherer.bodies(incident)]
    return {
        "incident_type": [incident.kind],
        "date": _dates(incident),
        "location": _location(incident, home),
        "perp_ind": people,
        "perp_org": groups,
        "target": [{"alts": [text]} for text in hit],
        "victim": [_victim(person) for person in gatherer.harmed(incident) if person.kind not in ARMED],
    }


def _doers(incident: Incident, gatherer: Gatherer) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give the people who did it, and the organisations they are of."""
    people: dict[str, list[str]] = {}
    groups: dict[str, list[str]] = {}
    how = {mention.start: mention.how for mention in gatherer.actors.mentions}
    for report in incident.reports:
        for one in report.actors:
            actor = gatherer.actors.by_id[one.actor]
            is_name = how.get(one.start) in ("name", "adjective")
            names = gatherer.names.get(actor.id, [])
            if actor.kind in _GROUPS and (is_name or names or actor.kind in ("military", "rebel_movement")):
                groups.setdefault(actor.id, [*names, actor.name, *actor.aliases])
            if (not is_name and how.get(one.start) != "pronoun" and actor.kind != "country") or actor.kind == "person":
                is_named = how.get(one.start) == "pronoun" and names  # "he" is whom the article names
                people.setdefault(actor.id, names if is_named else [one.text])
    people |= {text: [text] for text in gatherer.anybody(incident)[:1]}
    if not groups:
        groups = _suspects(incident, gatherer)
    return [{"alts": alts} for alts in people.values()], [{"alts": alts} for alts in groups.values()]


def _suspects(incident: Incident, gatherer: Gatherer) -> dict[str, list[str]]:
    """Give the armed group that rebels or unknown doers are of where the article names only one."""
    doers = gatherer.kinds(incident, Role.ACTOR) | ({"civilians"} if gatherer.anybody(incident) else set())
    named = [actor for actor in gatherer.actors.by_id.values() if actor.kind in ARMED and gatherer.names.get(actor.id)]
    if len(named) != 1 or not doers <= ARMED:
        return {}
    return {named[0].id: [*gatherer.names[named[0].id], named[0].name, *named[0].aliases]}


def _victim(person: Person) -> dict[str, Any]:
    effect = _EFFECTS.get(person.effect)
    return {
        "names": list(person.texts) if person.is_named else [],
        "desc": [] if person.is_named else list(person.texts),
        "effect": [effect] if effect else [],
        "number_range": [[person.low, person.high]] if person.high else [],
    }


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
