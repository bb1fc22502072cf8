"""Tells what places lie in: the town of a site, the region of a town, from the text's own words and from the table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.model import Place, PlaceGrain, PlaceMention
from ingest.places.bounds import Words

_PART = "part of "
_WORD = re.compile(r"\w+|[^\w\s]")


def grain_of(kind: str, words: Words) -> PlaceGrain:
    """Give how finely a place of a kind is known; what is neither site nor town nor state is a region.

    The north of a region or a state is a region, that of a town lies in the town.
    """
    whole = kind.removeprefix(_PART)
    if not whole:
        return PlaceGrain.UNKNOWN
    if whole in words["site-kinds"] or whole in words["sites"]:
        return PlaceGrain.SITE
    if whole in words["town-kinds"]:
        return PlaceGrain.TOWN
    return PlaceGrain.COUNTRY if kind == "country" else PlaceGrain.REGION


def chain(mention: PlaceMention, mentions: Sequence[PlaceMention], text: str, words: Words) -> tuple[PlaceMention, ...]:
    """Give a place and those its own words put it in: "a hospital in Aleppo, Syria", the narrowest first.

    What is only told beside it is none of them: "a hospital and Aleppo", "a hospital, Aleppo and Homs".
    """
    found = [mention]
    for other in mentions:
        between = _WORD.findall(text[found[-1].end : other.start].lower())
        is_in = other.start > found[-1].end and words["lying-in"].issuperset(between)
        is_listed = between == [","] and _is_coordinated(other, mentions, text, words)
        is_there = not mention.place.country or other.place.country in ("", mention.place.country)
        if is_in and not is_listed and is_there:
            found.append(other)
    return tuple(found)


def _is_coordinated(mention: PlaceMention, mentions: Sequence[PlaceMention], text: str, words: Words) -> bool:
    """Say whether a place goes on with the next by "and"."""
    after = next((one for one in mentions if one.start >= mention.end), None)
    between = _WORD.findall(text[mention.end : after.start].lower()) if after else []
    return bool(between) and between[0] in words["coordinating"] and len(between) == 1


def lying(
    text: str, mentions: Sequence[PlaceMention], regions: Mapping[str, str], words: Words
) -> tuple[PlaceMention, ...]:
    """Give the places of a text with grain, town and region.

    regions: by the id of a town, the region the table of divisions has it in. What the text says beside a place
    ("a camp in Aleppo, Syria") comes first, for every time it names the place. A site without degrees of its own has
    those of its town.
    """
    told = tuple(replace(one, place=_own(one.place, regions, words)) for one in mentions)
    found: dict[str, Place] = {}
    for one in told:
        if not found.get(one.place.id, one.place).town:
            found[one.place.id] = _within(one.place, [other.place for other in chain(one, told, text, words)[1:]])
    return tuple(replace(one, place=found[one.place.id]) for one in told)


def _own(place: Place, regions: Mapping[str, str], words: Words) -> Place:
    grain = grain_of(place.kind, words)
    centre = grain if place.latitude is not None else PlaceGrain.UNKNOWN
    return replace(place, grain=grain, region=regions.get(place.id, ""), centre=centre)


def _within(place: Place, wider: Sequence[Place]) -> Place:
    """Give a place with the town and the region that its text puts it in."""
    country = next((one.country for one in wider if one.country), "") if not place.country else place.country
    place = replace(place, country=country)
    town = next((one for one in wider if one.grain is PlaceGrain.TOWN and place.grain is PlaceGrain.SITE), None)
    if town:
        place = replace(place, town=town.name, region=place.region or town.region)
        if place.latitude is None:
            place = replace(place, latitude=town.latitude, longitude=town.longitude, centre=town.centre)
    is_narrower = place.grain in (PlaceGrain.SITE, PlaceGrain.TOWN)
    region = next((one for one in wider if one.grain is PlaceGrain.REGION and is_narrower), None)
    return replace(place, region=region.name) if region and not place.region else place
