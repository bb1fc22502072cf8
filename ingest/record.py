"""A coded article as the batch interface prints it: one JSON object."""

from typing import Any

from graph.model import Argument, Article, PlaceMention, Published, Report, Toll, Victim
from ingest.document import Actors, Coded, TimeExpression


def record(article: Article, coded: Coded) -> dict[str, Any]:
    """Give the record of one article. Offsets are characters of its text."""
    return {
        "id": article.given_id or article.id,
        "published": _published(coded.published),
        "times": [_time(time) for time in coded.times],
        "actors": _actors(coded.actors),
        "events": [_event(report, coded.actors) for report in coded.reports],
    }


def _published(published: Published) -> dict[str, Any]:
    return {
        "first": _day(published.first),
        "last": _day(published.last),
        "basis": published.basis,
        "reasons": list(published.reasons),
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _time(time: TimeExpression) -> dict[str, Any]:
    when = time.when
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": time.type,
        "value": time.value,
        "edtf": when.edtf if when else None,
        "first": _day(when.first) if when else None,
        "last": _day(when.last) if when else None,
    }


def _actors(actors: Actors) -> list[dict[str, Any]]:
    """Give every actor with its mentions, in order of the first one."""
    spans: dict[str, list[list[int]]] = {}
    for mention in actors.mentions:
        spans.setdefault(mention.actor, []).append([mention.start, mention.end])
    return [
        {
            "id": actor,
            "name": actors.by_id[actor].name,
            "kind": actors.by_id[actor].kind,
            "country": actors.by_id[actor].country or None,
            "sector": actors.by_id[actor].sector or None,
            "mentions": found,
        }
        for actor, found in spans.items()
    ]


def _argument(argument: Argument, actors: Actors) -> dict[str, Any]:
    actor = actors.by_id[argument.actor]
    return {
        "id": actor.id,
        "name": actor.name,
        "text": argument.text,
        "start": argument.start,
        "end": argument.end,
        "country": actor.country or None,
        "sector": actor.sector or None,
        "kind": actor.kind,
    }


def _event(report: Report, actors: Actors) -> dict[str, Any]:
    return {
        "id": report.id,
        "trigger": {"start": report.trigger_start, "end": report.trigger_end},
        "type": report.type,
        "mode": report.mode or None,
        "cameo": report.cameo or None,
        "status": str(report.status),
        "speaker": _argument(report.speaker, actors) if report.speaker else None,
        "under": report.under or None,
        "actors": [_argument(argument, actors) for argument in report.actors],
        "recipients": [_argument(argument, actors) for argument in report.recipients],
        "mediators": [_argument(argument, actors) for argument in report.mediators],
        "things": [
            {
                "text": thing.text,
                "start": thing.start,
                "end": thing.end,
                "role": str(thing.role),
                "kind": thing.kind or None,
                "effect": thing.effect or None,
            }
            for thing in report.things
        ],
        "first": _day(report.when.first),
        "last": _day(report.when.last),
        "edtf": report.when.edtf or None,
        "earliest": _day(report.when.bounds()[0]),
        "latest": _day(report.when.bounds()[1]),
        "place": _place(report.place),
        "killed": _toll(report.tolls.get("killed")),
        "injured": _toll(report.tolls.get("injured")),
        "weapon": report.weapon or None,
        "perpetrators": [
            {"id": one.actor, "name": actors.by_id[one.actor].name, "confidence": one.confidence.value}
            for one in report.perpetrators
        ],
        "victims": [_victim(victim) for victim in report.victims],
        "rule": report.rule,
        "sentence": {"start": report.start, "end": report.end},
    }


def _place(mention: PlaceMention | None) -> dict[str, Any] | None:
    if mention is None:
        return None
    place = mention.place
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country or None,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "grain": place.grain.value or None,
        "town": place.town or None,
        "region": place.region or None,
        "centre": place.centre.value or None,
        "start": mention.start,
        "end": mention.end,
    }


def _toll(toll: Toll | None) -> list[int | None] | None:
    return [toll.low, toll.high] if toll else None


def _victim(victim: Victim) -> dict[str, Any]:
    return {
        "text": victim.text,
        "start": victim.start,
        "end": victim.end,
        "kind": victim.kind,
        "effect": victim.effect,
        "low": victim.low,
        "high": victim.high,
    }
