"""The values of graph.model as properties the store holds, and back."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from graph.hours import Hours, hours_told
from graph.letters import searched
from graph.marks import Mark, marks_text
from graph.model import (
    EFFECTS,
    Actor,
    Argument,
    Article,
    Basis,
    Confidence,
    Event,
    Grain,
    Kind,
    Perpetrator,
    Place,
    PlaceGrain,
    PlaceMention,
    Published,
    Report,
    Role,
    Status,
    Thing,
    Toll,
    Victim,
    When,
)
from graph.plover import plover

Row = dict[str, Any]
UNDATED = "undated"


def event_key(when: When, event_id: str) -> str:
    """Give what events are paged by: the first day and the id, `undated` where there is no day.

    >>> from graph.model import UNKNOWN_TIME
    >>> event_key(UNKNOWN_TIME, "e1")
    'undated/e1'
    """
    return f"{when.first.isoformat() if when.first else UNDATED}/{event_id}"


def _filled(row: Row) -> Row:
    """Leave out what is unknown: neither engine keeps an empty property."""
    return {key: value for key, value in row.items() if value is not None}


def article_row(
    article: Article,
    published: Published | None,
    marks: Sequence[Mark],
    *,
    ingested: str,
    tells: str = "{}",
    named: Iterable[str] = (),
) -> Row:
    """Give an article's properties. ingested: when, as ISO text with a zone; tells: of its actors, as JSON."""
    published = published or Published(article.published, article.published, "given")
    return _filled(
        {
            "id": article.id,
            "key": f"{published.day.isoformat() if published.day else UNDATED}/{article.id}",
            "title": article.title,
            "text": article.text,
            "url": article.url,
            "path": article.path,
            "given_id": article.given_id,
            "source": article.source,
            "language": article.language,
            "sha256": article.sha256,
            "ingested": ingested,
            "published": published.day,
            "published_first": published.first,
            "published_last": published.last,
            "published_basis": published.basis,
            "published_reasons": list(published.reasons),
            "marks": marks_text(marks),
            "tells": tells,
            "named": "\n".join(named),
        }
    )


def actor_row(actor: Actor) -> Row:
    """Give an actor's properties; `search` is what the full-text index reads."""
    return _filled(
        {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "country": actor.country,
            "sector": actor.sector,
            "wikidata": actor.wikidata,
            "aliases": list(actor.aliases),
            "search": searched((actor.name, *actor.aliases)),
        }
    )


def place_row(place: Place) -> Row:
    """Give a place's properties; `search` is what the full-text index reads."""
    own = {"grain": place.grain.value, "centre": place.centre.value, "aliases": list(place.aliases)}
    return _filled(asdict(place) | own | {"search": searched((place.name, *place.aliases))})


def _time_row(when: When, hours: Hours | None) -> Row:
    """Give a time's properties. hours: those its words name of its one day, in the text's own zone."""
    hour_first, hour_last = hours or (None, None)
    return {
        "first": when.first,
        "last": when.last,
        "grain": when.grain.value,
        "basis": when.basis.value,
        "edtf": when.edtf,
        "expression": when.expression,
        "hour_first": hour_first,
        "hour_last": hour_last,
        **_bounds_row(when),
    }


def _bounds_row(when: When) -> Row:
    """Give the days a likeliest day lies between; nothing where first and last are the bounds."""
    earliest, latest = when.bounds()
    is_wider = (earliest, latest) != (when.first, when.last)
    return {"earliest": earliest, "latest": latest} if is_wider else {}


def _toll_row(tolls: dict[str, Toll]) -> Row:
    row: Row = {}
    for effect, toll in tolls.items():
        row[f"{effect}_low"], row[f"{effect}_high"] = toll.low, toll.high
    return row


def _perpetrators_row(perpetrators: Iterable[Perpetrator]) -> Row:
    """Give who did it as ids, and how sure that is as a list beside it."""
    listed = list(perpetrators)
    return {"perpetrators": [one.actor for one in listed], "confidences": [one.confidence.value for one in listed]}


def report_row(report: Report) -> Row:
    """Give a report's own properties; who and where are edges."""
    return _filled(
        {
            "id": report.id,
            "type": report.type,
            "mode": report.mode,
            "cameo": report.cameo,
            "status": report.status.value,
            "speaker": report.speaker.actor if report.speaker else None,
            "under": report.under,
            **_time_row(report.when, hours_told(report)),
            "when_start": report.when.start,
            "when_end": report.when.end,
            **_toll_row(report.tolls),
            "quote": report.quote,
            "start": report.start,
            "end": report.end,
            "trigger_start": report.trigger_start,
            "trigger_end": report.trigger_end,
            "rule": report.rule,
            "weapon": report.weapon,
            **_perpetrators_row(report.perpetrators),
            "victims": json.dumps([asdict(victim) for victim in report.victims], ensure_ascii=False),
            "things": json.dumps([asdict(thing) for thing in report.things], ensure_ascii=False),
        }
    )


def event_row(event: Event) -> Row:
    """Give an event's properties; reports and sources are counts."""
    return _filled(
        {
            "id": event.id,
            "key": event_key(event.when, event.id),
            "type": event.type,
            "mode": event.mode,
            "quad": plover().quad(event.type),
            "score": plover().score(event.type, event.mode),
            "status": event.status.value,
            **_time_row(event.when, event.hours),
            **_toll_row(event.tolls),
            **_perpetrators_row(event.perpetrators),
            "summary": event.summary,
            "reports": len(event.reports),
            "sources": event.sources,
        }
    )


def arguments_of(report: Report) -> list[tuple[Role, Argument]]:
    """Give everybody a report names with their role."""
    pairs = [(Role.ACTOR, argument) for argument in report.actors]
    pairs += [(Role.RECIPIENT, argument) for argument in report.recipients]
    pairs += [(Role.MEDIATOR, argument) for argument in report.mediators]
    return [*pairs, (Role.SPEAKER, report.speaker)] if report.speaker else pairs


def read_when(row: Row) -> When:
    """Give the time of a report's or an event's node."""
    return When(
        row.get("first"),
        row.get("last"),
        Grain(row["grain"]),
        Basis(row["basis"]),
        row["edtf"],
        row["expression"],
        row.get("when_start"),
        row.get("when_end"),
        row.get("earliest"),
        row.get("latest"),
    )


def read_tolls(row: Row) -> dict[str, Toll]:
    """Give the tolls of a report's or an event's node."""
    return {
        effect: Toll(row[f"{effect}_low"], row.get(f"{effect}_high"))
        for effect in EFFECTS
        if row.get(f"{effect}_low") is not None
    }


def read_perpetrators(row: Row) -> tuple[Perpetrator, ...]:
    """Give who did it, from a report's or an event's node."""
    pairs = zip(row.get("perpetrators") or (), row.get("confidences") or (), strict=True)
    return tuple(Perpetrator(actor, Confidence(confidence)) for actor, confidence in pairs)


def read_place(row: Row) -> Place:
    """Give a place from its node."""
    return Place(
        row["id"],
        row["name"],
        row.get("country", ""),
        row.get("latitude"),
        row.get("longitude"),
        row.get("kind", ""),
        PlaceGrain(row.get("grain", "")),
        row.get("town", ""),
        row.get("region", ""),
        PlaceGrain(row.get("centre", "")),
    )


def _thing(row: Row) -> Thing:
    return Thing(row["text"], row["start"], row["end"], Role(row["role"]), row.get("kind", ""), row.get("effect", ""))


def read_report(row: Row, article: str, names: Iterable[Row], places: Iterable[Row]) -> Report:
    """Give a report from its node, its article's id, its NAMES edges and where it lies.

    names: rows of role, actor, text, start, end; places: rows of place (a node), text, start, end.
    """
    by_role: dict[str, list[Argument]] = {}
    for name in sorted(names, key=lambda n: (n["start"], n["end"], n["actor"])):
        argument = Argument(name["actor"], name["text"], name["start"], name["end"])
        by_role.setdefault(name["role"], []).append(argument)
    lies = [PlaceMention(read_place(p["place"]), p["text"], p["start"], p["end"]) for p in places]
    return Report(
        id=row["id"],
        article=article,
        type=row["type"],
        mode=row["mode"],
        cameo=row["cameo"],
        status=Status(row["status"]),
        when=read_when(row),
        start=row["start"],
        end=row["end"],
        trigger_start=row["trigger_start"],
        trigger_end=row["trigger_end"],
        quote=row["quote"],
        rule=row["rule"],
        actors=tuple(by_role.get(Role.ACTOR, ())),
        recipients=tuple(by_role.get(Role.RECIPIENT, ())),
        mediators=tuple(by_role.get(Role.MEDIATOR, ())),
        speaker=next(iter(by_role.get(Role.SPEAKER, ())), None),
        under=row["under"],
        place=next(iter(lies), None),
        tolls=read_tolls(row),
        weapon=row["weapon"],
        victims=tuple(Victim(**{**victim, "kind": Kind(victim["kind"])}) for victim in json.loads(row["victims"])),
        things=tuple(_thing(thing) for thing in json.loads(row.get("things") or "[]")),
        perpetrators=read_perpetrators(row),
    )
