"""The panel beside the graph by keyboard: what it lists opens in place, and its links are a few stops away."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
HERE = "document.activeElement"


def test_enter_on_a_listed_tie_opens_it_in_place_and_goes_on_at_its_heading(open_page: Open) -> None:
    page = open_page("/graph?sel=actor:hamas")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.evaluate("window.isSame = true")
    page.focus("#details .rows a >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details .quote")
    page.wait_for_function(f"{HERE}.matches('#details h2')")

    assert page.evaluate("window.isSame === true") and "sel=tie" in page.url
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate(f"{HERE}.matches('#details .told a')"):
            break
    assert page.evaluate(f"{HERE}.matches('#details .told a')")
    page.go_back()
    page.wait_for_selector("#details .kicker:has-text('actor')")
    assert "sel=actor" in page.url


def test_a_link_skips_from_the_start_and_from_the_picture_to_the_details(open_page: Open) -> None:
    page = open_page("/graph?sel=actor:hamas")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    for start in ("#main", "#canvas"):
        assert (
            page.locator(".skip").evaluate_all("all => all.map(one => getComputedStyle(one).clipPath)")
            == ["inset(50%)"] * 3
        )
        page.focus(start)
        page.keyboard.press("Tab")
        assert page.evaluate(f"{HERE}.textContent") == "Skip to the details", start
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(f"{HERE}.matches('#details .links a')"), start
