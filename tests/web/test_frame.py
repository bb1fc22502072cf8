"""The picture of the graph fills its frame, tall or wide."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SPREAD = """async ([width, height, nodes]) => {
  const { fill } = await import(document.querySelector("script[src$='/graph.js']").src.replace("graph.js", "frame.js"));
  fill(nodes, width, height);
  return ["x", "y"].map((axis) => nodes.at(-1)[axis] - nodes[0][axis]);
}"""
CORNERS = [{"x": 0, "y": 0}, {"x": 200, "y": 100}]


def test_a_wide_picture_is_drawn_out_in_a_tall_frame_and_a_tall_one_in_a_wide_frame(
    open_page: Callable[..., Any],
) -> None:
    page = open_page("/graph")
    assert page.evaluate(SPREAD, [358, 358, CORNERS]) == [200, 200]
    assert page.evaluate(SPREAD, [600, 200, CORNERS]) == [300, 100]
    assert page.evaluate(SPREAD, [100, 900, CORNERS]) == [200, 250]
    assert page.evaluate(SPREAD, [100, 900, [{"x": 0, "y": 0}, {"x": 9, "y": 0}]]) == [9, 0]


def test_on_a_narrow_screen_the_actors_reach_from_near_the_top_to_near_the_bottom(
    open_page: Callable[..., Any],
) -> None:
    page = open_page("/graph", viewport={"width": 390, "height": 844})
    page.wait_for_selector("#canvas[data-drawn=yes]")
    inked = """() => {
      const canvas = document.querySelector("#canvas canvas");
      const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const row = (y) => data.subarray(4 * y * width, 4 * (y + 1) * width);
      const rows = Array.from({ length: height }, (_, y) => row(y).some((one) => one));
      return (rows.lastIndexOf(true) - rows.indexOf(true)) / height;
    }"""
    assert page.evaluate(inked) > 0.6
