"""Bars of a histogram under the keyboard and the brush, and the actors that stand back while time plays."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
# keeps what the playing window is called, and from where to where it lies
SEEN = """() => {
  window.told = []; window.shades = [];
  new MutationObserver(() => {
    const shade = document.querySelector(".brush")?.getBoundingClientRect();
    if (!shade) return;
    window.told.push(document.querySelector("#window").textContent);
    window.shades.push([shade.left, shade.right]);
  }).observe(document.querySelector("#window"), { childList: true });
}"""


def test_the_bars_are_one_stop_and_arrows_go_from_bar_to_bar(open_page: Open) -> None:
    page = open_page("/timeline")
    page.wait_for_selector("svg.bars[data-roving]")
    bars = page.locator("svg.bars a")
    assert bars.count() > 2
    assert page.locator("svg.bars a[tabindex='0']").count() == 1
    bars.first.focus()
    here = "[...document.querySelectorAll('svg.bars a')].indexOf(document.activeElement)"
    for key, place in (("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("End", bars.count() - 1), ("Home", 0)):
        page.keyboard.press(key)
        assert page.evaluate(here) == place, key
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    assert page.evaluate(here) == -1
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(here) == 1
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("from=2019"))


def test_all_marks_on_the_lanes_are_one_stop_and_arrows_go_along_them_and_between_lanes(open_page: Open) -> None:
    page = open_page("/timeline")
    page.wait_for_selector(".lanes[data-roving]")
    lane = "document.activeElement.closest('.lane').querySelector('.lane-name').textContent.trim()"
    assert page.locator(".lane svg a[href][tabindex='0']").count() == 1 < page.locator(".lane svg a[href]").count()
    page.focus(".lane svg a[tabindex='0']")
    first = page.evaluate(lane)
    page.keyboard.press("ArrowDown")
    second = page.evaluate(lane)
    page.keyboard.press("ArrowUp")
    assert second != first == page.evaluate(lane)
    page.keyboard.press("End")
    last = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.lane')") is None
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == last


def test_without_javascript_every_bar_is_a_stop(open_page: Open) -> None:
    page = open_page("/timeline", java_script_enabled=False)
    assert page.locator("svg.bars a").count() > 2
    assert page.locator("svg.bars a[tabindex='-1']").count() == 0


@pytest.mark.parametrize(("window", "grain"), [("from=2015&to=2019", "month"), ("from=1990&to=2019", "year")])
def test_the_brush_takes_whole_bars(open_page: Open, window: str, grain: str) -> None:
    page = open_page(f"/timeline?{window}")
    page.wait_for_selector(f"[data-grain={grain}]")
    box = page.locator("svg.bars").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.33, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.55, box["y"] + 40, steps=4)
    shade = page.locator(".brush").bounding_box()
    assert shade["x"] <= box["x"] + box["width"] * 0.33
    page.mouse.up()
    page.wait_for_url(lambda url: window not in url)
    found = re.search(r"from=([\d-]+)&to=([\d-]+)", page.url)
    assert found
    first, past = date.fromisoformat(found[1]), date.fromisoformat(found[2]) + timedelta(days=1)
    assert (first.day, past.day) == (1, 1)
    assert grain == "month" or (first.month, past.month) == (1, 1)


def test_the_chosen_days_are_marked_on_the_bars_of_the_graph(open_page: Open) -> None:
    page = open_page("/graph?from=2019-08-26&to=2019-08-27", java_script_enabled=False)
    band, bars = page.locator("svg.bars .chosen").bounding_box(), page.locator("svg.bars").bounding_box()
    whole = page.locator("[data-histogram]")
    days = date.fromisoformat(whole.get_attribute("data-last")) - date.fromisoformat(whole.get_attribute("data-first"))

    assert band["width"] == pytest.approx(bars["width"] * 2 / (days.days + 1), abs=3)
    assert "2019-08-26 to 2019-08-27" in page.locator("svg.bars .chosen title").text_content()


def test_play_moves_its_window_within_the_chosen_days(open_page: Open) -> None:
    page = open_page("/graph?from=2019-08-26&to=2019-08-28")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.fill("[data-play=pace]", "10")
    page.evaluate(SEEN)
    page.click("[data-play=start]")
    page.wait_for_selector("[data-play=start]:has-text('Stop')")
    page.wait_for_selector("[data-play=start]:has-text('Play')")
    told, shades = page.evaluate("[window.told, window.shades]")
    band = page.locator("svg.bars .chosen").bounding_box()

    assert {"2019-08-26", "2019-08-28"} <= {part for one in told for part in one.split(" to ")}
    assert all("2019-08-26" <= part <= "2019-08-28" for one in told for part in one.split(" to "))
    assert all(band["x"] - 2 <= left and right <= band["x"] + band["width"] + 3 for left, right in shades)


def test_actors_that_do_nothing_in_the_window_stand_back_while_time_plays(
    open_page: Open, comes_true: Callable[..., bool]
) -> None:
    page = open_page("/graph")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.evaluate(
        "import(document.querySelector('script[src*=\"graph.js\"]').src.replace('graph.js', 'fade.js')).then((it) => {"
        "const nodes = new vis.DataSet(['a', 'b', 'c'].map((id) => ({ id, label: id, font: { size: 9 } })));"
        "const edges = new vis.DataSet([{ id: 'e', from: 'a', to: 'b' }]);"
        "const drawn = new vis.Network(document.createElement('div'), { nodes, edges }, { physics: false });"
        "const fade = it.fader(drawn, edges, (name) => name);"
        "const told = () => ['a', 'b', 'c'].map((id) => drawn.body.nodes[id])"
        ".map(({ options, labelModule: { fontOptions: { color, size } } }) => [options.opacity ?? 1, color, size]);"
        "fade(new Set(['e'])); const faded = told(); fade(null); window.seen = [faded, told()]; })"
    )
    assert comes_true(lambda: page.evaluate("Boolean(window.seen)"))
    faded, back = page.evaluate("window.seen")
    assert faded == [[1, "--ink", 9], [1, "--ink", 9], [0.2, "--neutral-fill", 9]]
    assert back == [[1, "--ink", 9]] * 3


def test_the_svg_of_the_graph_is_kept_rather_than_opened_over_it(open_page: Open) -> None:
    page = open_page("/graph")
    with page.expect_download() as kept:
        page.click(".downloads a:text-is('SVG')")
    assert kept.value.suggested_filename == "casus-graph.svg"
    assert page.url.endswith("/graph")
