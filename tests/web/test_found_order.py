"""In what order a search gives who and what bears a text."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.model import UNKNOWN_TIME, Place

ClientOf = Callable[[Any], FlaskClient]


@dataclass
class Found:
    """A search in a world of so many names."""

    client: FlaskClient

    def __call__(self, typed: str, kind: str = "actors") -> list[str]:
        found = self.client.get("/search.json", query_string={"q": typed}).get_json()[kind]
        return [one["name"] for one in found if not one["is_alike"]]


@pytest.fixture
def find(world: Any, client_of: ClientOf) -> Found:
    """Search among actors of so many events each, and places."""
    actors = {
        "Sul": 1, "Sulland": 2, "Sulland Great Army": 5, "Army of Sulland": 3, "Kasul": 9, "Naïr": 1, "Nair": 2,
        "Northern Union": 2, "Northern Ume": 1,
    }  # fmt: skip
    aliases = {"Northern Union": ("NU",), "Northern Ume": ("Nu Committee",)}
    for number, (name, events) in enumerate(actors.items()):
        world.actor(f"s{number}", name, "ngo", "", *aliases.get(name, ()))
        for event in range(events):
            world.say("a1", f"s-{number}-{event}", f"{name} met Egypt.", "CONSULT", f"s{number}", "egypt", UNKNOWN_TIME)
    for number, name in enumerate(("Old Kest", "Kestrel", "Kest")):
        place = Place(f"p{number}", name, "EGY", 30.0, 31.0, "town")
        world.say("a1", f"p-{number}", "Egypt met Hamas.", "CONSULT", "egypt", "hamas", UNKNOWN_TIME, place=place)
    return Found(client_of(world))


def test_a_whole_name_comes_first_then_names_words_and_letters_within(find: Found) -> None:
    assert find("sul") == ["Sul", "Sulland Great Army", "Sulland", "Army of Sulland", "Kasul"]


def test_a_name_spelt_as_typed_comes_before_one_that_is_alike_but_for_marks(find: Found) -> None:
    assert find("naïr") == ["Naïr", "Nair"]
    assert find("NAIR") == ["Nair", "Naïr"]


def test_another_name_that_is_the_whole_text_comes_before_the_beginning_of_one(find: Found) -> None:
    assert find("nu") == ["Northern Union", "Northern Ume"]


@pytest.mark.browser
def test_what_is_chosen_while_typing_is_marked_from_side_to_side(open_page: Callable[..., Any]) -> None:
    page = open_page("/")
    page.locator("#find").press_sequentially("ham")
    page.wait_for_selector("#find-found [role=option]")
    page.keyboard.press("ArrowDown")
    chosen, found = (page.locator(one).bounding_box() for one in ("#find-found [aria-selected=true]", "#find-found"))
    assert chosen["width"] > 0.9 * found["width"]


def test_places_are_found_in_the_same_order(find: Found) -> None:
    assert find("kest", "places") == ["Kest", "Kestrel", "Old Kest"]


def test_an_abbreviation_in_capitals_finds_no_small_word_and_a_plain_word_one_with_accents(
    world: Any, client_of: ClientOf
) -> None:
    world.actor("who", "WHO", "igo")
    world.actor("anton", "António Silva", "person")
    people = Place("w", "Whole Town", "EGY", 30.0, 31.0, "town")
    world.say("a1", "w1", "WHO met Egypt.", "CONSULT", "who", "egypt", UNKNOWN_TIME)
    world.say("a1", "w2", "António Silva met Egypt.", "CONSULT", "anton", "egypt", UNKNOWN_TIME, place=people)
    world.say("a1", "w3", "The US troops who met us left.", "ACCUSE", "un", "egypt", UNKNOWN_TIME)
    client = client_of(world)

    def ids(typed: str) -> list[str]:
        return [one["id"] for one in client.get("/search.json", query_string={"q": typed}).get_json()["events"]]

    assert (ids("WHO"), ids("who")) == (["w1"], [])
    assert ids("antonio") == ids("António") == ["w2"]
    sentences = client.get("/search.json?q=US").get_json()["sentences"]
    assert [one["parts"][1] for one in sentences] == [["US", True]]
