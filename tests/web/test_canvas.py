"""The picture of the graph as a person uses it, in a headless browser."""

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
Wait = Callable[[Callable[[], object]], bool]


def drawn(page: Any) -> Any:
    """Wait until the picture is drawn, and give the page."""
    page.wait_for_selector("#canvas[data-drawn=yes]")
    return page


def test_from_the_graph_to_an_event_to_its_sentence(open_page: Open) -> None:
    page = drawn(open_page("/graph"))
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    assert re.search(r"(Israel|Hamas), \d+ ties\. ", page.inner_text("#sentence"))
    page.keyboard.press("Enter")
    page.wait_for_selector("#details .card")
    assert "sel=actor" in page.url
    page.click("#details .rows a >> nth=0")
    page.wait_for_selector("#details .quote")
    page.click("#details .told a >> nth=0")
    page.wait_for_url("**/event/**")
    assert page.inner_text("h1")


def test_a_late_answer_does_not_replace_what_was_opened_after_it(open_page: Open) -> None:
    page = drawn(open_page("/graph"))
    held: list[Any] = []
    page.route("**/selection.json*", lambda route: route.continue_() if held else held.append(route))
    page.focus("#canvas")
    names = []
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        names.append(page.inner_text("#sentence").split(",")[0])
        page.keyboard.press("Enter")
    title = page.locator("#details h2")
    title.wait_for()
    assert title.inner_text() == names[1] != names[0]
    with page.expect_response(lambda answer: answer.request == held[0].request) as late:
        held[0].continue_()
    late.value.finished()
    page.evaluate("new Promise((done) => setTimeout(done, 100))")
    assert title.inner_text() == names[1]


def test_an_actor_is_expanded_and_collapsed_again(open_page: Open) -> None:
    page = drawn(open_page("/graph?actors=un"))
    page.focus("#canvas")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        if page.inner_text("#sentence").startswith("Hamas"):
            break
    press, middle = page.keyboard.press, page.locator("#canvas")  # where the actor stands that arrow keys chose
    for act in (lambda: press("e"), lambda: press("Enter"), middle.dblclick):
        for way in ("ArrowLeft", "ArrowRight"):
            press(way)
        act()
        page.wait_for_selector("#sentence:has-text('partners of Hamas')")
        act()
        page.wait_for_selector("#sentence:has-text('away again')")
    page.wait_for_selector("#details h2:has-text('Hamas')")


DRAWN = """() => {
  const { canvas } = document.querySelector("#canvas canvas").getContext("2d");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let left = canvas.width, right = 0;
  for (let at = 3, place = 0; at < data.length; at += 4, place += 1)
    if (data[at]) { const x = place % canvas.width; left = Math.min(left, x); right = Math.max(right, x); }
  return [left / canvas.width, right / canvas.width];
}"""


def test_after_partners_are_taken_away_the_whole_picture_is_seen(open_page: Open, comes_true: Wait) -> None:
    page = drawn(open_page("/graph?actors=un"))
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")  # past the United Nations, all of whose partners are shown
    for words in ("partners of", "away again"):
        page.keyboard.press("e")
        page.wait_for_selector(f"#sentence:has-text('{words}')")

    def is_whole() -> bool:
        left, right = page.evaluate(DRAWN)
        return bool(0.01 < left < right < 0.99)

    assert comes_true(is_whole)


def test_an_actor_whose_partners_are_all_shown_says_so(open_page: Open) -> None:
    page = drawn(open_page("/graph"))
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("e")
    page.wait_for_selector("#sentence:has-text('are shown already.')")


def test_a_way_that_the_picture_does_not_draw_is_told_to_have_no_line(open_page: Open) -> None:
    page = drawn(open_page("/graph?actors=hamas&sel=path:egypt~un"))
    page.wait_for_selector("#sentence:has-text('This picture draws no line between them.')")
    assert page.locator("#details h3, #details .way").count() == 0


def test_the_picture_is_one_stop_of_the_tab_key(open_page: Open) -> None:
    page = drawn(open_page("/graph"))
    page.focus("#canvas")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('#canvas').contains(document.activeElement)") is False
    assert "With a finger, tap" in page.inner_text("#how")


def test_a_click_on_the_canvas_opens_an_actor(open_page: Open) -> None:
    page = drawn(open_page("/graph?actors=egypt&type=SUPPORT"))
    box = page.locator("#canvas").bounding_box()
    for x in range(20, int(box["width"]), 24):
        page.mouse.click(box["x"] + x, box["y"] + box["height"] / 2)
        if "sel=" in page.evaluate("location.href"):
            break
    page.wait_for_selector("#details .card")


def test_paths_between_two_actors_are_told_by_keyboard_and_kept_in_the_address(open_page: Open) -> None:
    page = drawn(open_page("/graph"))

    def go_to(name: str) -> None:
        for _ in range(8):
            page.keyboard.press("ArrowRight")
            if page.inner_text("#sentence").startswith(f"{name},"):
                return
        raise LookupError(name)

    page.focus("#canvas")
    go_to("United Nations")
    page.keyboard.press("p")
    go_to("Israel")
    page.keyboard.press("p")
    page.wait_for_selector("#details .paths >> text=Egypt met Israel.")
    assert "joined in 2 steps" in page.inner_text("#sentence")
    page.reload()
    page.wait_for_selector("#sentence:has-text('joined in 2 steps')")


def found_by_clicks(page: Any) -> dict[str, tuple[float, float]]:
    """Click along the middle of the picture until two actors were opened; give where each of them stands."""
    box, found = page.locator("#canvas").bounding_box(), dict[str, tuple[float, float]]()
    for x in range(20, int(box["width"]), 14):
        at = box["x"] + x, box["y"] + box["height"] / 2
        page.mouse.click(*at)
        opened = re.search("sel=actor%3A([a-z]+)", page.evaluate("location.href"))
        if opened and opened[1] not in found:
            found[opened[1]] = at
        if len(found) == 2:
            break
    return found


def test_a_shift_click_shows_the_paths_and_a_double_click_the_partners(open_page: Open) -> None:
    page = drawn(open_page("/graph?actors=egypt&type=SUPPORT"))
    at = found_by_clicks(page)
    page.mouse.click(*at["egypt"])
    page.keyboard.down("Shift")
    page.mouse.click(*at["un"])
    page.keyboard.up("Shift")
    page.wait_for_selector("#details .paths >> text=Egypt backed the UN.")
    page.wait_for_selector("#sentence:has-text('Egypt acted on United Nations directly')")
    assert page.locator("#details .links a:has-text('All of them in the graph')").count() == 1
    page.reload()
    drawn(page)
    page.wait_for_selector("#details .paths >> text=Egypt backed the UN.")
    page.click("#tools [data-do=fit]")
    assert page.locator("#tools [data-do=path]").is_visible()


def test_a_click_some_pixels_beside_a_thin_line_opens_it(open_page: Open) -> None:
    page = drawn(open_page("/graph?actors=egypt&type=SUPPORT"))
    for _ in range(6):
        page.click("#tools [data-do=out]")
    box = page.locator("#canvas").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(middle[0], middle[1] - 60)
    assert "sel=" not in page.url
    page.mouse.click(middle[0], middle[1] - 9)
    page.wait_for_selector("#details .quote")
    assert "sel=tie%3Aegypt%7Eun%7Ecooperative" in page.url


def test_counts_stand_only_where_no_name_and_no_other_count_does(open_page: Open) -> None:
    page = drawn(open_page("/graph"))
    shown = page.evaluate(
        """async () => {
          const path = document.querySelector("script[src$='graph.js']").src.replace("graph.js", "names.js");
          const { placeNames, placeCounts } = await import(path);
          const node = { id: "a", label: "A long name", size: 10 };
          const view = { left: -500, top: -500, right: 500, bottom: 500, covered: [] };
          const { taken } = placeNames([node], { a: { x: 0, y: 0 } }, 12, "sans-serif", view);
          const count = (id, x, y) => ({ id, label: "−1", at: { x, y } });
          const ordered = [count("over the name", 0, 16), count("free", 100, 0), count("over a count", 102, 3)];
          return [...placeCounts(ordered, 12, "sans-serif", taken)];
        }"""
    )
    assert shown == ["free"]
