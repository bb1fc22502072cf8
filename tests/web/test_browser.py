"""The pages as a person uses them, in a headless browser; no page may complain or ask elsewhere."""

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Open = Callable[..., Any]


def test_the_matrix_shows_twenty_actors_on_a_desk_and_keeps_its_heads(open_page: Open) -> None:
    page = open_page("/graph?view=matrix", viewport={"width": 1440, "height": 420})
    box = page.locator(".matrix-box")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    corner = page.locator(".matrix thead th").first
    before = corner.bounding_box()
    page.set_viewport_size({"width": 700, "height": 420})
    moved = box.evaluate("box => { box.scrollTo(60, 60); return [box.scrollLeft, box.scrollTop]; }")
    after, frame = corner.bounding_box(), box.bounding_box()
    assert moved[1] > 0
    assert before and after["y"] - frame["y"] <= 2 and after["x"] - frame["x"] <= 2


def test_the_brush_chooses_days_and_puts_them_into_the_address(open_page: Open) -> None:
    page = open_page("/timeline")
    box = page.locator("svg.bars").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 40, steps=4)
    page.mouse.move(box["x"] + box["width"] * 0.97, box["y"] + 40, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile(r"from=2019-08-\d\d&to=2019-08-\d\d"))
    assert page.locator(".events > li").count() > 0


def test_play_moves_a_window_along_and_stops(open_page: Open) -> None:
    page = open_page("/graph")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.click("[data-play=start]")
    page.wait_for_selector("#window:has-text('2019-')")
    page.wait_for_selector("#sentence[aria-live=polite] >> text=/^2019-.*: [0-9]+ actors?, [0-9]+ ties?\\.$/")
    assert page.locator(".brush").bounding_box()["width"] * 7 < page.locator("svg.bars").bounding_box()["width"]
    page.click("[data-play=start]")
    page.wait_for_selector(".brush", state="detached")
    page.wait_for_selector("#window:has-text('All time')")
    page.wait_for_selector("#sentence >> text=/^5 actors, /")


def test_search_as_one_types_knows_other_names(open_page: Open) -> None:
    page = open_page("/")
    page.fill("#overview-find", "cair")
    page.wait_for_selector(".found a >> text=Egypt")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/actor/egypt"))


def test_a_facet_applies_at_once_and_shows_in_the_address(open_page: Open) -> None:
    page = open_page("/timeline")
    page.click("input[name=sign][value=verbal]")
    page.wait_for_url(re.compile("sign=verbal"))
    assert page.locator(".events > li").count() == 1


def test_an_actor_is_added_to_the_filters_by_name(open_page: Open) -> None:
    page = open_page("/timeline")
    page.fill("#find-actor", "cair")
    page.wait_for_selector("[data-find] button")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("actors=egypt"))


def test_a_place_is_added_to_the_filters_by_name_and_another_name_is_told(open_page: Open) -> None:
    page = open_page("/graph")
    page.fill("#find-place", "nowhere at all")
    page.wait_for_selector("[data-find=place] [role=status]:has-text('No place is called so.')")
    page.fill("#find-actor", "cair")
    page.wait_for_selector("[data-find=actors] button:has-text('also Cairo')")
    page.fill("#find-place", "gaz")
    page.wait_for_selector("[data-find=place] button:has-text('Gaza Strip')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/graph.place=gaza$"))
    assert page.is_checked("input[name=place][value=gaza]")


def test_light_and_dark_follow_the_system_and_a_choice_is_kept(open_page: Open) -> None:
    page = open_page("/", color_scheme="dark")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    light = page.evaluate(ground)
    assert light != dark
    page.reload()
    assert page.evaluate(ground) == light


def test_without_javascript_a_form_filters_the_timeline(open_page: Open) -> None:
    page = open_page("/timeline", java_script_enabled=False)
    page.fill("input[name=from]", "2019-08-26")
    page.fill("input[name=to]", "2019-08-26")
    page.click("button:has-text('Apply')")
    page.wait_for_url("**from=2019-08-26**")
    assert page.locator(".events > li").count() == 2


def test_a_hostile_name_stays_text_in_picture_panel_and_search(open_page: Open) -> None:
    page = open_page("/graph?sel=actor:hostile")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    assert "<script>" in page.inner_text("#details h2")
    page.fill("#find", "script")
    page.wait_for_selector(".found a")
    assert page.locator(".found script").count() == 0


def test_bars_and_their_table_change_places_without_a_new_page_and_keep_to_the_address(open_page: Open) -> None:
    page = open_page("/timeline?type=ASSAULT")
    page.click(".twin-tabs a:has-text('Table')")
    assert page.locator(".twin table").is_visible() and not page.locator("svg.bars").is_visible()
    assert page.url.endswith("?type=ASSAULT&bars=table")
    page.reload()
    assert page.locator(".twin table").is_visible()
    page.focus(".twin-tabs a:has-text('Bars')")
    page.keyboard.press("Enter")
    assert page.locator("svg.bars").is_visible()
    assert "bars=" not in page.url


def test_a_table_stays_one_when_a_filter_is_chosen(open_page: Open) -> None:
    page = open_page("/timeline")
    page.click(".twin-tabs a:has-text('Table')")
    page.check("input[name=sign][value=hostile]")
    page.wait_for_url("**/timeline?sign=hostile&bars=table")
    page.click(".lane-tabs a:has-text('by place')")
    page.wait_for_url("**/timeline?sign=hostile&lanes=place&bars=table")
    assert page.locator(".twin table").is_visible()
