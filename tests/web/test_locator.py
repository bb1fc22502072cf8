"""The small map of an event's place."""

import json
import re
from itertools import combinations, pairwise
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.model import UNKNOWN_TIME, Place
from web.locator import HEIGHT, LETTER, WIDTH, frame_of, locate
from web.outlines import TABLE, Box, rings_within


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


def test_a_place_of_unknown_coordinates_says_why_it_has_no_map(world: Any, client_of: Any) -> None:
    nowhere = Place("ras-x", "Ras X", "LBN", None, None, "town")
    world.say("a1", "e11", "Israel struck Ras X.", "ASSAULT", "israel", "hamas", UNKNOWN_TIME, place=nowhere)
    client = client_of(world)
    unplaced, placed, unknown = (client.get(f"/event/{id_}").get_data(as_text=True) for id_ in ("e11", "e2", "e1"))

    told = "where it lies is not known here, so no map"
    assert ">Ras X</a>" in unplaced and told in unplaced and 'class="locator"' not in unplaced
    assert told not in placed and "no report names a place" in placed
    assert told not in unknown and 'class="locator"' in unknown


def test_an_event_with_coordinates_shows_its_map_and_one_without_does_not(client: FlaskClient) -> None:
    pages = [client.get(f"/event/e{number}").get_data(as_text=True) for number in range(1, 11)]
    assert any('class="locator"' in page for page in pages)
    assert any('class="locator"' not in page for page in pages)


def is_land(longitude: float, latitude: float) -> bool:
    """Say whether a point lies in any ring of the small box around it: one it crosses an odd number of times."""
    found = []
    for ring in rings_within(Box(latitude - 3, latitude + 3, longitude - 3, longitude + 3)):
        sides = [pair for pair in pairwise([*ring, ring[0]]) if (pair[0][1] > latitude) != (pair[1][1] > latitude)]
        found.append(sum(longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in sides))
    return any(crossings % 2 for crossings in found)


@pytest.mark.parametrize(
    ("longitude", "latitude", "wanted"),
    [
        (35.55, 33.85, True),
        (34.42, 31.45, True),
        (32.53, 15.5, True),
        (28.2, -29.5, True),
        (178.5, -17.9, True),
        (33.0, 33.5, False),
        (51.0, 42.0, False),
        (-30.0, 0.0, False),
    ],
)
def test_towns_lie_on_land_and_seas_are_sea(longitude: float, latitude: float, wanted: bool) -> None:
    assert is_land(longitude, latitude) is wanted


def test_land_beyond_the_date_line_is_drawn_where_the_map_goes_on() -> None:
    rings = rings_within(Box(-19.0, -15.0, 176.0, 184.0))
    assert {x > 180 for ring in rings for x, _ in ring} == {True, False}


def test_the_land_of_a_map_never_ends_at_its_edge_nor_far_beyond_it() -> None:
    land = locate(BEIRUT, []).land
    numbers = [float(one) for one in re.findall(r"-?[\d.]+", land)]
    assert max(numbers[::2]) > WIDTH and max(numbers[1::2]) > HEIGHT and min(numbers[1::2]) < 0
    assert min(numbers[::2]) > -0.1 * WIDTH and max(numbers[::2]) < 1.1 * WIDTH
    assert locate(place("mid", "Ocean", 0.0, -30.0), []).land == ""


def test_the_outlines_say_where_they_come_from_and_under_which_licence() -> None:
    table = json.loads(TABLE.read_text("utf-8"))
    assert "Natural Earth" in table["source"] and "public domain" in table["licence"] and "simplified" in table["made"]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_land_under_an_event_is_told_from_the_sea(open_page: Any, scheme: str) -> None:
    page = open_page("/event/e1", color_scheme=scheme)
    fill = "e => [getComputedStyle(e).fill, getComputedStyle(e.ownerSVGElement).backgroundColor]"
    land, sea = page.locator(".locator .land").evaluate(fill)
    assert land != sea
    assert "Natural Earth" in page.locator(".locator figcaption").inner_text()
