"""What readers see stays legible and stays where it is: names do not overlap, nothing moves as a page comes up."""

import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

PLACE = """async (address) => {
  const { placeNames } = await import(address);
  const ordered = [...Array(60).keys()].map((n) => ({ id: `n${n}`, label: `Actor number ${n}`, size: 10 }));
  const places = Object.fromEntries(ordered.map((n, i) => [n.id, { x: (i % 8) * 40, y: Math.floor(i / 8) * 25 }]));
  const view = { left: -100, top: -100, right: 400, bottom: 400, covered: [] };
  const { shown } = placeNames(ordered, places, 12, "sans-serif", view);
  return [...shown].map(([id, up]) => [places[id].x, places[id].y, up]);
}"""
CROWDED = """async (address) => {
  const { placeNames } = await import(address);
  const ordered = [...Array(12).keys()].map((n) => ({ id: `n${n}`, label: "A longish name", size: n ? 8 : 20 }));
  const at = (n) => (n ? { x: (n % 6) * 20 - 50, y: n > 5 ? 30 : -30 } : { x: 0, y: 0 });
  const places = Object.fromEntries(ordered.map((one, n) => [one.id, at(n)]));
  const view = { left: -300, top: -300, right: 300, bottom: 300, covered: [] };
  return [...placeNames(ordered, places, 12, "sans-serif", view).shown.keys()];
}"""
# takes the parts of a page away from the last to the first, as if they had not come yet; what waits takes no room
WITHOUT_LATER = """() => {
  const parts = [...document.querySelectorAll("main > :not(.waiting), main > .body > *")];
  const tops = (kept) => kept.map((part) => Math.round(part.getBoundingClientRect().top));
  const whole = tops(parts);
  const moved = [];
  while (parts.length > 1) {
    parts.pop().remove();
    tops(parts).forEach((top, place) => { if (top !== whole[place]) moved.push(parts[place].outerHTML.slice(0, 80)); });
  }
  return moved;
}"""


def test_the_busiest_actor_has_its_name_though_smaller_ones_crowd_it(open_page: Open) -> None:
    page = open_page("/graph")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    shown = page.evaluate(CROWDED, next(one for one in loaded if re.search(r"/names[.-]", one)))

    assert shown[0] == "n0" and len(shown) < 12


def test_no_name_of_the_picture_lies_over_another(open_page: Open) -> None:
    page = open_page("/graph")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    names = next(one for one in loaded if re.search(r"/names[.-]", one))
    shown = page.evaluate(PLACE, names)

    def is_above(up: float) -> bool:
        return up < -20

    assert len(shown) >= 8
    for (x1, y1, up1), (x2, y2, up2) in combinations(shown, 2):
        top1, top2 = (y - 24 if is_above(up) else y + 11 for y, up in ((y1, up1), (y2, up2)))
        assert abs(x1 - x2) > 60 or abs(top1 - top2) > 11


@pytest.mark.parametrize("path", ["/", "/graph?view=table", "/timeline", "/cypher", "/actor/israel", "/event/e1"])
def test_a_part_of_a_page_that_comes_late_moves_nothing_above_it(open_page: Open, path: str) -> None:
    page = open_page(path, viewport={"width": 390, "height": 850})
    assert page.evaluate(WITHOUT_LATER) == []


@pytest.mark.parametrize("path", ["/", "/graph", "/graph?view=matrix", "/timeline", "/cypher"])
def test_no_page_is_wider_than_320_pixels(open_page: Open, path: str) -> None:
    page = open_page(path, viewport={"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
