"""Tells what a dateline says of where an event took place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.model import Place, PlaceGrain, PlaceMention
from ingest.document import Document
from ingest.places.build import Row
from ingest.places.datelines import dateline_end, token_at

_NEAREST_SENTENCES = 2
_FIRST = 6


class Desks(NamedTuple):
    """The ids of towns where desks for a whole state sit, and every state as a place, by ISO 3166-1 alpha-3."""

    towns: frozenset[str]
    states: Mapping[str, Place]


def desks_of(rows: Sequence[Row], towns: frozenset[str], spellings: Mapping[str, str]) -> Desks:
    """Give the desks. rows, towns, spellings: of the table of places, as build_places gives it."""
    grain = PlaceGrain.COUNTRY
    states = (
        Place(
            key,
            name,
            isos[0],
            latitude,
            longitude,
            kind,
            grain=grain,
            centre=grain,
            aliases=_split(spellings.get(key, "")),
        )
        for key, name, isos, latitude, longitude, kind, _ in rows
        if kind == "country"
    )
    return Desks(towns, {place.country: place for place in states})


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def dateline(
    document: Document,
    trigger: int,
    mentions: tuple[PlaceMention, ...],
    desks: Desks,
    *,
    is_word: bool,
    has_site: bool,
) -> PlaceMention | None:
    """Give where the dateline puts an event, for the first sentences of the text after it.

    A capital or the largest town tells of its whole country, so it counts for that alone; but for words that are
    given, and for what has a site without a name ("at a hotel", "in the capital"), it counts itself. Nor does any town
    count more than its country where the text has told of another one by then, and not of it.
    """
    number = document.sentence_at(trigger).number
    for mention in mentions[:_FIRST]:
        if not _is_of_country(document, mention, mentions):
            continue  # a desk abroad: what it reports happened elsewhere
        opening = document.sentence_at(token_at(document, mention.start))
        if is_dateline(document, mention) and 0 <= number - opening.number <= _NEAREST_SENTENCES:
            is_desk = mention.place.id in desks.towns and not (is_word or has_site)
            is_desk = is_desk or _is_elsewhere(document, mention, mentions, trigger)
            state = desks.states.get(mention.place.country) if is_desk else None
            return replace(mention, place=state) if state else mention
    return None


def _is_elsewhere(document: Document, desk: PlaceMention, mentions: tuple[PlaceMention, ...], trigger: int) -> bool:
    """Say whether a text has told of other towns than that of its dateline, up to an event."""
    before = document.tokens[trigger].start
    told = [one.place for one in mentions if one.start < before and not is_dateline(document, one)]
    towns = {place.id for place in told if place.grain is PlaceGrain.TOWN}
    return bool(towns) and desk.place.id not in towns


def _is_of_country(document: Document, mention: PlaceMention, mentions: tuple[PlaceMention, ...]) -> bool:
    """Say whether the places of the text after its dateline lie mostly in the same country, or there are none."""
    countries = Counter(one.place.country for one in mentions if one.place.country and not is_dateline(document, one))
    return not countries or countries[mention.place.country] == max(countries.values())


def is_dateline(document: Document, mention: PlaceMention) -> bool:
    """Say whether a place stands in the dateline of its sentence."""
    i = token_at(document, mention.start)
    return i < dateline_end(document, document.sentence_at(i))
