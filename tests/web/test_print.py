"""Pages on paper: dark ink on white whatever the theme, and nothing that only a screen can use."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

SHEET = {"width": 703, "height": 1009}  # A4 within margins of 12 mm
COLUMNS = ("quote", "type", "mode", "id", "article", "rule", "status", "start", "end")
WIDE = "MATCH (r:Report) RETURN " + ", ".join(f"r.{name} AS {name}, r.{name} AS {name}_again" for name in COLUMNS)
LONG = "\n".join(f"// line {number} of a long query, its place taken" for number in range(60)) + "\nRETURN 1 AS one"
PAGES = (
    "/",
    "/?actors=hamas",
    "/graph",
    "/graph?sel=actor:hamas",
    "/graph?view=matrix",
    "/graph?view=table",
    "/graph/compare?then-from=2019-08-25&then-to=2019-08-25&from=2019-08-26&to=2019-08-29",
    "/timeline",
    "/timeline?bars=table",
    "/search?q=israel",
    "/event/e1",
    "/article/a1",
    "/actor/hamas",
    "/actor/hamas?bars=table",
    "/pair/hamas/israel",
    "/cypher",
    f"/cypher?{urlencode({'q': WIDE})}",
    f"/cypher?{urlencode({'q': WIDE, 'view': 'json'})}",
    f"/cypher?{urlencode({'q': 'MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor) RETURN a, x, b', 'view': 'graph'})}",
    f"/cypher?{urlencode({'q': 'MATCH (e:Event) RETURN e', 'view': 'timeline'})}",
)
CUT = """() => [...document.querySelectorAll("main *")].filter((one) => {
  const { overflowX, overflowY } = getComputedStyle(one);
  const cuts = (way, whole, shown) => ["auto", "scroll", "hidden", "clip"].includes(way) && whole > shown + 2;
  return one.checkVisibility() && !one.closest(".unseen, .canvas-box, svg") && one.clientHeight > 2
    && (cuts(overflowX, one.scrollWidth, one.clientWidth) || cuts(overflowY, one.scrollHeight, one.clientHeight));
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("chosen", ["", "dark"])
def test_a_dark_page_prints_dark_on_white(open_page: Open, chosen: str) -> None:
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


def test_what_only_a_screen_can_use_is_not_printed(open_page: Open) -> None:
    page = open_page("/timeline")
    page.emulate_media(media="print")
    for hidden in (".masthead", ".side", ".formats", ".evidence-line", ".twin-tabs"):
        assert not page.locator(hidden).first.is_visible()
    assert page.locator("svg.bars").is_visible() and page.locator(".events > li").first.is_visible()
    assert page.get_by_text("known to the month or so").is_visible()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_on_paper_and_no_control_is_printed(open_page: Open, path: str) -> None:
    page = open_page(path, viewport=SHEET)
    page.emulate_media(media="print")

    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET["width"]
    assert page.evaluate(CUT) == []
    controls = page.locator("button, input[type=search], select, summary, nav.pages a, nav.tabs a")
    assert [one for one in controls.all() if one.is_visible()] == []


@pytest.mark.parametrize("path", ["/actor/hamas", "/actor/hamas?bars=table", "/graph?view=table"])
def test_no_word_at_the_head_of_a_table_is_broken_on_paper(open_page: Open, path: str) -> None:
    page = open_page(path, viewport=SHEET)
    page.emulate_media(media="print")
    broken = """() => [...document.querySelectorAll("main thead th")].flatMap((head) => {
      const text = head.firstChild, range = document.createRange();
      if (!text || text.nodeType !== 3 || !head.checkVisibility()) return [];
      return [...text.data.matchAll(/\\S+/g)].filter((word) => {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return range.getClientRects().length > 1;
      }).map((word) => word[0]);
    })"""
    assert page.locator("main thead th").count() > 2
    assert page.evaluate(broken) == []


@pytest.mark.parametrize("has_script", [True, False])
def test_a_query_longer_than_its_field_is_printed_whole(open_page: Open, has_script: bool) -> None:
    page = open_page(f"/cypher?{urlencode({'q': LONG})}", viewport=SHEET, java_script_enabled=has_script)
    page.emulate_media(media="print")

    shown = page.locator("#shade" if has_script else "#q").bounding_box()
    assert shown["height"] > 61 * 18
    assert page.locator("#q").is_visible() is not has_script


@pytest.mark.parametrize(("path", "what"), [("/article/a1", ".coded"), ("/timeline", ".key"), ("/", ".key")])
def test_grounds_that_say_something_are_printed(open_page: Open, path: str, what: str) -> None:
    page = open_page(path)
    page.emulate_media(media="print")
    shown = page.evaluate(
        """(what) => ["", "::before"].map((part) => getComputedStyle(document.querySelector(what), part || null))
          .some((style) => style.printColorAdjust === "exact" && style.backgroundColor !== "rgba(0, 0, 0, 0)")""",
        what,
    )
    assert shown


def test_the_file_that_opens_without_a_network_prints_dark_on_white_and_whole(
    client: FlaskClient, new_page: Open, tmp_path: Path
) -> None:
    path = tmp_path / "graph.html"
    path.write_bytes(client.get("/graph.html").data)
    page = new_page(viewport={"width": 1400, "height": 900}, color_scheme="dark")
    page.goto(path.as_uri())
    page.wait_for_selector("#canvas[data-drawn=yes]")
    assert page.evaluate("ink") == "#e8ebee"
    page.emulate_media(media="print")
    page.wait_for_function("() => ink === '#000'")
    page.set_viewport_size(SHEET)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("document.querySelector('#canvas canvas').getBoundingClientRect().width") <= SHEET["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET["width"]
