"""Events as JSON-LD in the words of schema.org, with Casus's own where it has none."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from graph.export.told import Citation, Colophon, ToldEvent

CONTEXT = {
    "@vocab": "https://schema.org/",
    "casus": "urn:casus:",
    "edtf": "casus:edtf",
    "eventType": "casus:eventType",
    "mode": "casus:mode",
    "status": "casus:status",
    "recipient": {"@id": "casus:recipient"},
    "mediator": {"@id": "casus:mediator"},
    "perpetrator": {"@id": "casus:perpetrator"},
    "confidence": "casus:confidence",
    "grain": "casus:grain",
    "killed": "casus:killed",
    "injured": "casus:injured",
}


def jsonld_text(events: Iterable[ToldEvent], colophon: Colophon, *, base: str) -> str:
    """Give events as one data set. base: address of the app, which the ids are under.

    A day that is not known is left out; `edtf` says how finely it is known.
    """
    whole = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": colophon.title,
        "url": colophon.address,
        "dateCreated": colophon.made.isoformat(),
        "description": colophon.remark,
        "license": colophon.licence,
        "hasPart": [_event(event, base) for event in events],
    }
    return json.dumps(_filled(whole), ensure_ascii=False, indent=1) + "\n"


def _event(event: ToldEvent, base: str) -> dict[str, Any]:
    """Give one event."""
    return _filled(
        {
            "@type": "Event",
            "@id": f"{base}/event/{quote(event.id, safe='')}",
            "name": event.summary,
            "eventType": event.type,
            "mode": event.mode,
            "status": event.status,
            "startDate": event.first.isoformat() if event.first else "",
            "endDate": event.last.isoformat() if event.last else "",
            "edtf": event.edtf,
            "temporalCoverage": event.when,
            "location": _place(event),
            "actor": _parties(event.actors, base),
            "recipient": _parties(event.recipients, base),
            "mediator": _parties(event.mediators, base),
            "perpetrator": [
                party | {"confidence": confidence}
                for id_, name, confidence in event.perpetrators
                for party in _parties([(id_, name)], base)
            ],
            "killed": list(event.killed or ()),
            "injured": list(event.injured or ()),
            "subjectOf": [_citation(one) for one in event.citations],
        }
    )


def _place(event: ToldEvent) -> dict[str, Any]:
    """Give the place, empty where none is known."""
    if not event.place:
        return {}
    place: dict[str, Any] = {"@type": "Place", "name": event.place, "address": event.country}
    around = {"town": event.town, "region": event.region}
    place["grain"] = event.place_grain
    place["containedInPlace"] = [
        {"@type": "Place", "name": name, "grain": grain} for grain, name in around.items() if name
    ]
    if event.position:
        latitude, longitude = event.position
        place["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return _filled(place)


def _parties(parties: Iterable[tuple[str, str]], base: str) -> list[dict[str, str]]:
    """Give actors by id and name."""
    return [{"@id": f"{base}/actor/{quote(id_, safe='')}", "name": name} for id_, name in parties]


def _citation(one: Citation) -> dict[str, Any]:
    """Give one article with the sentence that tells the event."""
    return _filled(
        {
            "@type": "NewsArticle",
            "headline": one.title,
            "publisher": one.source,
            "url": one.url,
            "datePublished": one.published.isoformat() if one.published else "",
            "text": one.sentence,
        }
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty."""
    return {key: value for key, value in values.items() if value not in ("", [], {}, None)}
