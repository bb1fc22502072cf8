"""The small map of an event's place."""

from itertools import combinations
from typing import Any

import pytest
from flask.testing import FlaskClient

from web.locator import HEIGHT, LETTER, WIDTH, frame_of, locate


def place(id_: str, name: str, latitude: float, longitude: float, kind: str = "town") -> dict[str, Any]:
    return {"id": id_, "name": name, "kind": kind, "latitude": latitude, "longitude": longitude}


BEIRUT = place("beirut", "Beirut", 33.89, 35.5)
SIDON = place("sidon", "Sidon", 33.56, 35.37)
TRIPOLI = place("tripoli", "Tripoli", 34.43, 35.84)


def test_the_place_stands_in_the_middle_and_others_where_they_lie() -> None:
    found = locate(BEIRUT, [BEIRUT, SIDON, TRIPOLI])
    assert (found.x, found.y) == (WIDTH / 2, HEIGHT / 2)
    sidon, tripoli = found.spots
    assert sidon.y > found.y > tripoli.y and sidon.x < found.x < tripoli.x


def test_the_nearest_places_are_told_with_distance_and_direction() -> None:
    assert locate(BEIRUT, [TRIPOLI, SIDON]).nearest == ("Sidon, 39 km south", "Tripoli, 68 km north-east")


def test_an_area_gets_a_ring_and_a_point_none() -> None:
    assert locate(place("lbn", "Lebanon", 33.9, 35.9, "country"), []).ring > 0
    assert locate(BEIRUT, []).ring == 0


@pytest.mark.parametrize("latitude", [-89.5, -33.0, 0.0, 51.5, 89.5])
def test_the_scale_fits_and_degrees_are_round_anywhere(latitude: float) -> None:
    found = locate(place("x", "X", latitude, 179.0), [])
    assert 0 < found.bar <= WIDTH / 2
    assert found.lines
    assert frame_of(latitude, 179.0, "town").north > latitude


def test_no_name_on_the_map_lies_over_another() -> None:
    crowd = [place(f"p{n}", f"Place {n}", 33.5 + n / 60, 35.0 + n % 7 / 10) for n in range(40)]
    named = [spot for spot in locate(BEIRUT, crowd).spots if spot.name]
    for one, other in combinations(named, 2):
        is_level = abs(one.y - other.y) < 12
        assert not is_level or abs(one.x - other.x) > LETTER


def test_an_event_with_coordinates_shows_its_map_and_one_without_does_not(client: FlaskClient) -> None:
    pages = [client.get(f"/event/e{number}").get_data(as_text=True) for number in range(1, 11)]
    assert any('class="locator"' in page for page in pages)
    assert any('class="locator"' not in page for page in pages)
