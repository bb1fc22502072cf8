"""The graph as one file that opens offline: what is in it, what it draws, and how it leads to its sentences."""

import html
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from bench.pages import listening_app
from graph.model import UNKNOWN_TIME
from graph.queries import queries
from graph.store import Store

# the colours of the two lines of the key
INKS = "[...document.querySelectorAll('.line')].map((line) => getComputedStyle(line).borderTopColor)"


def text_of(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return answer.get_data(as_text=True)


@pytest.fixture
def offline(client: FlaskClient, new_page: Callable[..., Any], tmp_path: Path) -> Any:
    """Give the page of the graph, opened from disk without a network."""
    path = tmp_path / "graph.html"
    path.write_text(text_of(client, "/graph.html"), "utf-8")
    page = new_page(offline=True, viewport={"width": 1000, "height": 700})
    page.goto(path.as_uri())
    page.wait_for_selector("#canvas[data-drawn=yes]")
    return page


def test_the_offline_page_asks_nothing_of_anybody(client: FlaskClient) -> None:
    text = text_of(client, "/graph.html")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)

    assert policy is not None
    assert "default-src 'none'" in policy[1] and "'sha256-" in policy[1]
    assert "<script>alert" not in text
    assert text.count("\n<script") == 3


def test_the_offline_page_holds_the_query_with_the_values_it_ran_with(client: FlaskClient) -> None:
    text = html.unescape(text_of(client, "/graph.html?from=2019-08-25&sign=hostile"))

    assert '// $low = "2019-08-25"' in text and '// $quads = ["' in text
    assert "from=2019-08-25&sign=hostile" in text and "Apache-2.0" in text
    query = text.partition("<pre>")[2].partition("</pre>")[0]
    assert "RETURN actor AS actor" in query and "// param" not in query


def test_the_offline_page_holds_the_sentences_behind_its_ties(client: FlaskClient) -> None:
    text = html.unescape(text_of(client, "/graph.html"))

    assert "Hamas → Israel <small>hostile, 1 event</small>" in text
    assert "<b>Sunday 25 August 2019</b><blockquote>Hamas fired rockets at Israel.</blockquote>" in text
    assert "Strikes follow rocket fire, First Agency, 2019-08-27; told by 2 reports" in text
    assert 'aria-label="1 hostile event of Hamas towards Israel: the sentences"' in text
    assert 'aria-label="3 hostile events of Israel towards Hamas: the sentences"' in text
    assert "Of each tie the latest 3 events" in text and "without sentences" not in text
    friendly = text_of(client, "/graph.html?sign=cooperative&place=gaza")
    assert "<blockquote>" not in friendly


def test_the_offline_page_asks_for_the_sentences_of_all_its_ties_at_once(web_store: Store) -> None:
    app, listener = listening_app(web_store)
    assert text_of(app.test_client(), "/graph.html").count("<blockquote>") == 9
    asked = [query for query, _ in listener.asked]
    assert asked.count(queries()["ties_latest"]) == 1
    assert not {queries()["pair_keys"], queries()["pair_keys_to"]} & set(asked)


def test_the_offline_page_says_which_ties_it_has_no_sentences_of(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.quoted.MOST_TIES", 2)
    monkeypatch.setattr("web.quoted.EVENTS_EACH", 1)
    text = text_of(client, "/graph.html")

    assert text.count("<blockquote>") == 2
    assert "; 5 weaker ties without sentences." in text


def test_the_offline_page_draws_its_graph_from_disk(
    client: FlaskClient, new_page: Callable[..., Any], comes_true: Callable[..., bool], tmp_path: Path
) -> None:
    path = tmp_path / "graph.html"
    path.write_text(text_of(client, "/graph.html"), "utf-8")
    complaints: list[str] = []
    page = new_page(offline=True)
    page.on("console", lambda told: complaints.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    page.goto(path.as_uri())
    page.wait_for_selector("#canvas canvas")
    drawn = comes_true(
        lambda: page.evaluate(
            "(() => { const c = document.querySelector('#canvas canvas');"
            "return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((part) => part > 0); })()"
        )
    )

    assert drawn
    assert page.locator("tbody tr").count() == 7
    assert complaints == []


def test_the_offline_page_cuts_no_name_on_a_phone(
    client: FlaskClient, new_page: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "graph.html"
    path.write_text(text_of(client, "/graph.html"), "utf-8")
    page = new_page(viewport={"width": 390, "height": 800})
    page.goto(path.as_uri())
    page.wait_for_selector("#canvas[data-drawn=yes]")

    assert page.evaluate("written.length") > 1
    assert page.evaluate("isCut()") is False


def test_no_name_of_the_page_that_opens_without_a_network_lies_over_another(
    world: Any, client_of: Callable[[Any], FlaskClient], new_page: Callable[..., Any], tmp_path: Path
) -> None:
    for number in range(40):
        world.actor(f"n{number}", f"A group with the long name {number}", "militia")
        near = f"n{number // 3}" if number else "hamas"
        world.say("a1", f"n{number}", f"Group {number} fired.", "ASSAULT", f"n{number}", near, UNKNOWN_TIME)
    path = tmp_path / "crowd.html"
    path.write_text(text_of(client_of(world), "/graph.html"), "utf-8")
    page = new_page(viewport={"width": 1000, "height": 700})
    page.goto(path.as_uri())
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    boxes = page.evaluate("""() => nodes.getIds().map((id) => network.body.nodes[id])
      .filter((node) => node.options.font.size > 0)
      .map(({ labelModule: { size }, options: { font } }) => [size, size.top + font.vadjust])
      .map(([{ left, width, height }, top]) => [left, top, left + width, top + height])""")

    assert len(boxes) >= 8
    overlaps = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert overlaps == []


def test_on_paper_the_offline_page_has_the_colours_of_the_light_theme(offline: Any) -> None:
    offline.emulate_media(color_scheme="light")
    light = offline.evaluate(INKS)
    offline.emulate_media(color_scheme="dark")
    assert offline.evaluate(INKS) != light
    assert offline.evaluate("[ink, paper]") == ["#e8ebee", "#11161b"]
    offline.emulate_media(color_scheme="dark", media="print")
    assert offline.evaluate(INKS) == light
    assert offline.evaluate("[ink, paper]") == ["#000", "#fff"]


def test_a_click_on_a_tie_of_the_offline_page_leads_to_its_sentences(offline: Any) -> None:
    at = offline.evaluate("""() => network.canvasToDOM(
      network.body.edges['egypt~hamas~cooperative'].edgeType.getPoint(0.5))""")
    offline.click("#canvas", position=at)
    offline.wait_for_selector("section:focus")

    assert offline.inner_text("section:target h2").startswith("Egypt → Hamas")
    assert "Egypt met Hamas." in offline.inner_text("section:focus")
    assert offline.locator("section:focus").bounding_box()["y"] < 700
    assert offline.inner_text("#chosen") == "Egypt → Hamas: 1 cooperative event"


def test_by_keyboard_the_offline_page_leads_from_tie_to_tie_and_to_the_sentences(offline: Any) -> None:
    offline.focus("#canvas")
    offline.keyboard.press("ArrowRight")
    assert offline.inner_text("#chosen") == "Israel → Hamas: 3 hostile events"
    offline.keyboard.press("ArrowRight")
    second = offline.inner_text("#chosen")
    offline.keyboard.press("ArrowLeft")
    offline.keyboard.press("Enter")

    assert second != "Israel → Hamas: 3 hostile events"
    assert offline.inner_text("section:focus h2").startswith("Israel → Hamas hostile, 3 of 3 events")
    offline.click("section:focus .back")
    assert offline.evaluate("location.hash") == "#canvas"
    assert offline.evaluate("document.activeElement.id") == "canvas"


def test_a_step_from_tie_to_tie_is_drawn_once_and_asks_little_of_the_library(offline: Any) -> None:
    offline.focus("#canvas")
    offline.keyboard.press("ArrowRight")
    drawn, handed = offline.evaluate("""() => {
      let drawn = 0, handed = 0;
      network.on("afterDrawing", () => { drawn += 1; });
      const update = edges.update.bind(edges);
      edges.update = (rows) => { handed += rows.length; return update(rows); };
      canvas.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
      return [drawn, handed];
    }""")

    assert drawn == 1
    assert handed == 2, "the tie that was lit, and the one that is"


def test_an_actor_of_the_offline_page_lists_its_ties_that_lead_to_their_sentences(offline: Any) -> None:
    at = offline.evaluate("() => network.canvasToDOM(network.getPosition('egypt'))")
    offline.click("#canvas", position=at)
    assert offline.inner_text("#chosen p") == "Egypt: 3 ties"
    offline.click("#chosen a >> text=United Nations")

    assert "Egypt backed the UN." in offline.inner_text("section:focus")


def test_a_tie_whose_sentences_the_file_leaves_out_leads_to_its_row(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, new_page: Callable[..., Any], tmp_path: Path
) -> None:
    monkeypatch.setattr("web.quoted.MOST_TIES", 1)
    path = tmp_path / "graph.html"
    path.write_text(text_of(client, "/graph.html"), "utf-8")
    page = new_page(offline=True)
    page.goto(path.as_uri())
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.focus("#canvas")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")

    assert "no sentences in this file" in page.inner_text("#chosen")
    assert page.locator("tr:focus").count() == 1
    assert page.locator("tbody a").count() == 1


def test_the_offline_page_says_what_is_asked_and_what_its_marks_mean(client: FlaskClient) -> None:
    text = html.unescape(text_of(client, "/graph.html?actors=egypt,nobody&colour=country&from=2019-08-01"))

    assert "Actors: Egypt or “nobody”. Status: told as having happened. From 1 August 2019 on." in text
    assert "No actor here has the id “nobody”: as a filter it matches nothing." in text
    assert client.get("/graph.json?actors=egypt,nobody&from=2019-08-01").get_json()["sentence"] in text
    assert "●</span> State, government, court" in text and "★</span> Person" not in text
    assert re.search(r'style="color:#[0-9a-f]{6}" aria-hidden="true">●</span> Egypt', text)
