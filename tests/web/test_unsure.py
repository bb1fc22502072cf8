"""Bars that tell sure days from unsure ones, and what has no date in a bar beside them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.model import UNKNOWN_TIME, Basis, Grain, When
from graph.settings import Settings
from graph.store import open_store
from graph.write import write
from web.app import create_app
from web.histogram import HEIGHT, bucket_of, stacked

UP_TO = replace(UNKNOWN_TIME, last=date(2019, 9, 5), edtf="[..2019-09-05]")
PERHAPS = When(date(2019, 8, 26), date(2019, 8, 26), Grain.DAY, Basis.INFERRED, "2019-08-26?")
DAY = "from=2019-08-25&to=2019-08-28"
# each is counted in a way of its own: all bins, bins by kind, events of an actor, events of a place
FILTERS = ("", "&type=ASSAULT", "&actors=israel", "&place=gaza")


@pytest.fixture(scope="module")
def unsure(
    patient_settings: Settings, tmp_path_factory: pytest.TempPathFactory, new_world: Callable[[], Any]
) -> Iterator[FlaskClient]:
    """Give a client of a world in which one more attack was perhaps on 26 August, and one has only a last day."""
    world = new_world()
    place = next(report.place.place for report in world.reports if report.place)
    world.say("a1", "e20", "Israel bombed Hamas.", "ASSAULT", "israel", "hamas", PERHAPS, place=place)
    world.say("a1", "e21", "Israel shot at Hamas.", "ASSAULT", "israel", "hamas", UP_TO, place=place)
    with open_store(replace(patient_settings, data=tmp_path_factory.mktemp("unsure"))) as store:
        write(store, world.batch())
        yield create_app(store, store.settings).test_client()


@pytest.mark.parametrize("filters", FILTERS)
def test_a_bar_tells_how_many_of_its_events_have_an_unsure_day(unsure: FlaskClient, filters: str) -> None:
    picture = unsure.get(f"/timeline.json?{DAY}{filters}").get_json()["histogram"]
    bar = next(one for one in picture["bars"] if one["first"] == "2019-08-26")

    assert bar["unsure"] == 1
    assert bar["told"].endswith("1 of them perhaps or about then")
    assert [part["sign"] for part in bar["parts"] if part["is_unsure"]] == ["hostile"]
    assert sum(one["unsure"] for one in picture["bars"]) == 1


@pytest.mark.parametrize("filters", FILTERS)
def test_what_has_no_date_has_a_bar_of_its_own_that_keeps_to_the_filters(unsure: FlaskClient, filters: str) -> None:
    bucket = unsure.get(f"/timeline.json?{filters}").get_json()["histogram"]["bucket"]
    listed = unsure.get(bucket["href"].replace("/timeline", "/timeline.json", 1)).get_json()["events"]
    assert bucket["total"] == len(listed) == (1 if filters else 2)
    assert all(event["first"] is None for event in listed)
    assert unsure.get(f"/timeline.json?{DAY}{filters}").get_json()["histogram"]["bucket"] is None


def test_page_legend_and_table_say_it_too(unsure: FlaskClient) -> None:
    for path in ("/timeline", "/"):
        text = unsure.get(path).get_data(as_text=True)
        assert "hatched: perhaps or about then" in text
        assert 'fill="url(#hatch-' in text
        assert ">Perhaps or about then</th>" in text
        assert ">No date</a>" in text and 'class="bucket"' in text


def test_a_picture_without_unsure_days_has_no_hatching(client: FlaskClient) -> None:
    assert "perhaps or about then" not in client.get(f"/timeline?{DAY}").get_data(as_text=True).split("<ul")[0]


def test_sure_parts_lie_under_unsure_ones_and_fill_the_bar() -> None:
    parts = stacked({("hostile", False): 2, ("hostile", True): 1, ("cooperative", True): 3}, 10.0)

    assert [(part.sign, part.is_unsure, part.height) for part in parts] == [
        ("cooperative", True, 30.0), ("hostile", False, 20.0), ("hostile", True, 10.0),
    ]  # fmt: skip
    assert [part.reach for part in parts] == [30, 50, 60]


def test_one_event_beside_very_many_is_still_seen() -> None:
    (part,) = stacked({("hostile", False): 1}, HEIGHT / 90_000)
    bucket = bucket_of({("hostile", False): 1}, 90_000, "")

    assert part.reach == part.height >= 0.5
    assert bucket and bucket.parts == (part,)


def test_a_bucket_fuller_than_any_bar_is_cut_and_says_so() -> None:
    low, high = bucket_of({("hostile", False): 2}, 10, ""), bucket_of({("hostile", False): 900}, 10, "")

    assert low and high and not low.is_cut and high.is_cut
    assert low.parts[0].height == HEIGHT / 5 and high.parts[0].reach < HEIGHT and high.top > 0
    assert bucket_of({}, 10, "") is None


@pytest.mark.browser
def test_the_bar_of_what_has_no_date_opens_it_and_leaves_the_brush_alone(open_page: Callable[..., Any]) -> None:
    page = open_page("/timeline")
    bars, bucket = page.locator("svg.bars").bounding_box(), page.locator("svg.bucket").bounding_box()
    assert bars["x"] + bars["width"] < bucket["x"]
    lane = page.locator(".lane svg").first.bounding_box()
    assert abs(lane["x"] - bars["x"]) < 2 and abs(lane["width"] - bars["width"]) < 2
    page.locator("svg.bucket a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**undated=1**")
    assert page.locator(".events > li").count() == 1
