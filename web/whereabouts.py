"""Where one event was: its place, what that lies in, and the small map of it."""

from dataclasses import asdict, dataclass
from typing import Any

from web.asked import rows_of
from web.countries import country_name
from web.evidence import place_address
from web.locator import Locator, frame_of, locate

MOST_PLACES = 40


@dataclass(frozen=True, slots=True)
class Where:
    """Where an event was; position is "" where no coordinates are known.

    grain: site, town, region or country, how finely the place is known; around: what it lies in, the narrowest first;
    centre: what the position is the centre of where that is wider than the place, "" else.
    """

    name: str
    country: str
    kind: str
    grain: str
    around: tuple[str, ...]
    href: str
    position: str
    centre: str


def where_of(row: dict[str, Any]) -> Where | None:
    """Give the event's place, None where none is known."""
    if row["place_id"] is None:
        return None
    latitude, longitude = row["latitude"], row["longitude"]
    position = ""
    if latitude is not None and longitude is not None:
        north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
        position = f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"
    name, country = row["place"] or row["place_id"], country_name(row["place_country"])
    around = (row["place_town"] or "", row["place_region"] or "", country)
    grain, centre = row["place_grain"] or "", row["place_centre"] or ""
    return Where(
        name,
        country,
        row["place_kind"] or "",
        grain,
        tuple(one for one in around if one and one != name),
        place_address(row["place_id"]),
        position,
        centre if centre != grain else "",
    )


def locator_of(row: dict[str, Any]) -> Locator | None:
    """Give the small map of the event's place, None where no coordinates are known."""
    if row["latitude"] is None or row["longitude"] is None:
        return None
    names = {"id": row["place_id"], "name": row["place"] or row["place_id"], "kind": row["place_kind"]}
    place = names | {"latitude": row["latitude"], "longitude": row["longitude"]}
    frame = frame_of(row["latitude"], row["longitude"], row["place_kind"] or "")
    return locate(place, rows_of("places_near", **asdict(frame), limit=MOST_PLACES))
