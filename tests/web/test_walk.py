"""Longer ways through graph and timeline, as a person goes them in a browser."""

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
Wait = Callable[[Callable[[], object]], bool]


def test_what_two_independent_sources_tell_is_asked_for_beside_the_graph(open_page: Open) -> None:
    page = open_page("/graph")
    page.fill("input[name=sources]", "2")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/graph\?sources=2$"))
    assert page.inner_text("#sentence") == "2 of 5 actors, 1 tie."
    page.click(".tabs a:has-text('Table')")
    page.click("td.number a")
    page.wait_for_selector("#details .quote")
    assert page.locator("#details .quote").all_inner_texts()[0].startswith("Hamas fired rockets at Israel.")
    assert page.locator("#details .quote").count() == 2


def test_two_periods_are_compared_from_the_graph_and_what_is_new_and_gone_is_told(open_page: Open) -> None:
    page = open_page("/graph?actors=hamas")
    page.click(".tabs a:has-text('Compare')")
    page.wait_for_url("**/graph/compare?actors=hamas")
    for name, day in (
        ("then-from", "2019-08-25"),
        ("then-to", "2019-08-25"),
        ("from", "2019-08-26"),
        ("to", "2019-08-27"),
    ):
        page.fill(f"input[name={name}]", day)
    page.click("button:has-text('Compare')")
    page.wait_for_url(re.compile("actors=hamas.*then-from=2019-08-25"))
    page.wait_for_selector("#canvas[data-drawn=yes]")
    changes = {
        row.locator("td a").last.get_attribute("href") or "": row.locator(".badge").inner_text()
        for row in page.locator("tbody tr").all()
    }
    assert page.inner_text("#sentence").startswith("2 new, 1 gone, 0 turned, 0 kept")
    assert set(changes.values()) == {"new", "gone"}
    page.click("tbody td a:has-text('the pair') >> nth=0")
    page.wait_for_url("**/pair/**")


def test_the_timeline_zooms_from_decades_to_one_day_bar_by_bar(open_page: Open) -> None:
    page = open_page("/timeline?from=1990&to=2025")
    grains = []
    for day in ("2019-01-01", "2019-08-01", "2019-08-25"):
        grains.append(page.locator("svg.bars").get_attribute("aria-label").rpartition(" ")[2])
        page.locator(f"svg.bars a[href*='from={day}']").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(f"from={day}"))
    assert grains == ["year", "month", "day"]
    assert "None of these events names an hour" in page.inner_text(".remarks")
    assert "by the hour" in page.inner_text(".lanes")
    assert page.locator(".events > li").count() == 1
    page.click(".zoom a:has-text('wider')")
    page.wait_for_url(re.compile("from=2019-08-24&to=2019-08-26"))
    page.click(".zoom a:has-text('all time')")
    page.wait_for_url(re.compile("/timeline$"))


def test_on_a_narrow_screen_what_an_actor_opens_is_brought_into_sight(open_page: Open, comes_true: Wait) -> None:
    page = open_page("/graph", viewport={"width": 390, "height": 800})
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details .card")
    assert comes_true(lambda: page.locator("#details h2").bounding_box()["y"] < 800)
