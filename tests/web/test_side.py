"""The filters beside a picture: what they name, and that nothing of them lies under anything else."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.model import UNKNOWN_TIME

World = Any
Open = Callable[..., Any]


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/graph", "/timeline"])
@pytest.mark.parametrize("height", [600, 900])
def test_what_applies_the_filters_is_seen_at_once_and_lies_over_no_field(
    path: str, height: int, open_page: Open
) -> None:
    page = open_page(path, viewport={"width": 1440, "height": height})
    page.wait_for_selector(".fold[data-folded]")
    fields, button = (page.locator(one).bounding_box() for one in (".fields", ".facets .primary"))
    assert fields["y"] + fields["height"] <= button["y"]
    assert button["y"] + button["height"] <= height
    page.focus(".facets [name=sources]")
    field = page.locator(".facets [name=sources]").bounding_box()
    assert fields["y"] <= field["y"] and field["y"] + field["height"] <= fields["y"] + fields["height"]


@pytest.mark.parametrize("path", ["/", "/graph", "/timeline", "/graph/compare"])
def test_an_actor_and_a_place_that_nobody_bears_are_named(path: str, client: FlaskClient) -> None:
    text = client.get(f"{path}?actors=hamas,nobody-such&place=atlantis").get_data(as_text=True)
    assert "No actor here has the id “nobody-such”: as a filter it matches nothing." in text
    assert "No place here has the id “atlantis”" in text
    assert '<a href="/search?q=nobody+such">' in text
    assert "the id “hamas”" not in text


def test_a_choice_says_whether_the_graph_knows_it(client: FlaskClient) -> None:
    found = client.get("/graph.json?actors=hamas,nobody-such").get_json()["facets"]["actors"]
    assert {one["value"]: one["is_known"] for one in found if one["is_chosen"]} == {"hamas": True, "nobody-such": False}


def test_the_first_page_and_the_filters_rank_actors_alike_and_say_by_what(client: FlaskClient) -> None:
    found = client.get("/index.json").get_json()
    offered = [(one["value"], one["count"]) for one in found["facets"]["actors"]]
    assert [(one["id"], one["events"]) for one in found["actors"]] == offered[:10]
    assert found["actors_by"] == found["facets"]["actors_by"] == "events they had a part in"
    for path in ("/", "/graph", "/timeline"):
        assert "by events they had a part in" in client.get(path).get_data(as_text=True).casefold()


def test_the_first_page_counts_what_the_timeline_shows_apart_from_the_rest(client: FlaskClient) -> None:
    text = client.get("/").get_data(as_text=True)
    assert "10 events between" in text
    assert '<a href="/timeline">9 that happened</a> and <a href="/timeline?status=' in text
    found = client.get("/index.json").get_json()
    assert found["otherwise"] == "1 planned, claimed, denied or past"
    assert client.get(found["otherwise_href"].replace("?", ".json?")).get_json()["facets"]["dated"] == 1


def test_a_graph_without_ties_leads_to_what_the_timeline_has(
    world: World, client_of: Callable[[World], FlaskClient]
) -> None:
    world.say("a1", "alone", "Hamas called its fighters up.", "MOBILIZE", "hamas", "", UNKNOWN_TIME)
    client = client_of(world)
    text = client.get("/graph?type=MOBILIZE").get_data(as_text=True)
    assert '1 event passes them: <a href="/timeline?type=MOBILIZE">see them on the timeline</a>' in text
    assert "No event passes them at all" in client.get("/graph?type=COERCE").get_data(as_text=True)
