"""Tells what places lie in: the town of a site, the region of a town, from the text's own words and from the table."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.model import Place, PlaceGrain, PlaceMention
from ingest.places.bounds import Words
from ingest.places.events import chain

_PART = "part of "


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


def lying(mentions: Sequence[PlaceMention], regions: Mapping[str, str], words: Words) -> tuple[PlaceMention, ...]:
    """Give the places of a text with grain, town and region.

    regions: by the id of a town, the region the table of divisions has it in. What the text says beside a place
    ("a camp in Aleppo, Syria") comes first. A site without degrees of its own has those of its town.
    """
    told = tuple(replace(one, place=_own(one.place, regions, words)) for one in mentions)
    return tuple(
        replace(one, place=_within(one.place, [other.place for other in chain(one, told)[1:]])) for one in told
    )


def _own(place: Place, regions: Mapping[str, str], words: Words) -> Place:
    grain = grain_of(place.kind, words)
    centre = grain if place.latitude is not None else PlaceGrain.UNKNOWN
    return replace(place, grain=grain, region=regions.get(place.id, ""), centre=centre)


def _within(place: Place, wider: Sequence[Place]) -> Place:
    """Give a place with the town and the region that its text puts it in."""
    town = next((one for one in wider if one.grain is PlaceGrain.TOWN and place.grain is PlaceGrain.SITE), None)
    if town:
        place = replace(place, town=town.name, region=place.region or town.region)
        if place.latitude is None:
            place = replace(place, latitude=town.latitude, longitude=town.longitude, centre=town.centre)
    is_narrower = place.grain in (PlaceGrain.SITE, PlaceGrain.TOWN)
    region = next((one for one in wider if one.grain is PlaceGrain.REGION and is_narrower), None)
    return replace(place, region=region.name) if region and not place.region else place
