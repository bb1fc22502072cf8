"""Pages on paper: dark ink on white whatever the theme, and nothing that only a screen can use."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("chosen", ["", "dark"])
def test_a_dark_page_prints_dark_on_white(open_page: Callable[..., Any], chosen: str) -> None:
    page = open_page("/graph", color_scheme="dark")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    if chosen:
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
    colours = "[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]"
    assert page.evaluate(colours) != ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    page.emulate_media(media="print")
    assert page.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    # the names in the picture too
    dark = """() => {
      const canvas = document.querySelector("#canvas canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] > 250 && data[at] + data[at + 1] + data[at + 2] < 30) return true;
      return false;
    }"""
    page.wait_for_function(dark)


def test_what_only_a_screen_can_use_is_not_printed(open_page: Callable[..., Any]) -> None:
    page = open_page("/timeline")
    page.emulate_media(media="print")
    for hidden in (".masthead", ".side", ".formats", ".evidence-line", ".twin-tabs"):
        assert not page.locator(hidden).first.is_visible()
    assert page.locator("svg.bars").is_visible() and page.locator(".events > li").first.is_visible()
    assert page.get_by_text("known to the month or so").is_visible()
