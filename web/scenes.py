"""Where events were: places, and how many events of an actor or a pair were in each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from web.countries import country_name
from web.evidence import place_address


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place and how many of the events were there."""

    name: str
    country: str
    href: str
    events: int


def places_of(rows: Iterable[dict[str, Any]]) -> tuple[PlaceCount, ...]:
    """Give places with their counts, in the order of the rows."""
    return tuple(
        PlaceCount(row["name"] or row["id"], country_name(row["country"]), place_address(row["id"]), row["events"])
        for row in rows
    )
