"""What holds for every page in a browser: calm, fitting, without a complaint, usable by keyboard and without script."""

import html
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.model import Basis, Grain, When
from web.unread import READ, unread

Open = Callable[..., Any]

DAY = When(date(2019, 8, 26), date(2019, 8, 26), Grain.DAY, Basis.STATED, "2019-08-26")
GOOD = 0.1  # of layout shift, by the Web Vitals
SHIFTS = """new Promise((done) => { let sum = 0; new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
}).observe({ type: "layout-shift", buffered: true }); setTimeout(() => done(sum), 300); })"""
MOST_STOPS = 45
ADDRESSES = Path(__file__).with_name("pages.txt").read_text("utf-8").splitlines()
FILE = re.compile(r"\.(\w+|<[^/]+>)$")
UNSEEN = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const seen = [one, one.parentElement].some((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const { width, height } = one.getBoundingClientRect();
  return seen && width > 1 && height > 1 && one.checkVisibility() ? "" : one.outerHTML.slice(0, 120);
}"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_complains_or_asks_elsewhere_or_moves_or_is_wider_than_its_screen(
    open_page: Open, every_page: str, width: int
) -> None:
    page = open_page(every_page, viewport={"width": width, "height": 850})
    assert page.evaluate(SHIFTS) < GOOD
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_on_a_narrow_screen_no_page_scrolls_sideways_for_long_names_and_many_events(
    new_page: Open, visit: Callable[[Any, FlaskClient, str], None], world: Any, client_of: Any
) -> None:
    world.actor("front", "Democratic Front for the Liberation of the Southern Provinces", "armed_group", "SDN")
    for number in range(24):
        kind = "ACCUSE" if number % 2 else "ASSAULT"
        world.say("a1", f"n{number}", f"Blow {number} fell.", kind, "front", "israel", DAY)
    client, page = client_of(world), new_page()
    wider = []
    for path in (*ADDRESSES, "/actor/front", "/pair/front/israel", "/graph?sel=actor:front"):
        visit(page, client, path)
        for width in (390, 360):
            page.set_viewport_size({"width": width, "height": 850})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wider.append((path, width))
    assert "hostile acts and words 24" in client.get("/").text
    assert wider == []


@pytest.mark.browser
def test_every_page_works_without_javascript(open_page: Open, every_page: str) -> None:
    page = open_page(every_page, java_script_enabled=False)
    assert page.locator("main h1").count() == 1
    dead = page.locator("button[type=button], #canvas, .kept")
    assert [one for one in dead.all() if one.is_visible()] == []


@pytest.mark.browser
def test_every_stop_of_the_tab_key_is_seen(open_page: Open, every_page: str) -> None:
    page = open_page(every_page)
    found = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        unseen = page.evaluate(UNSEEN)
        if unseen is None:
            break
        found.append(unseen)
    assert len(found) > 4
    assert [one for one in found if one] == []


def test_every_format_a_page_offers_is_there_and_json_everywhere(client: FlaskClient, every_page: str) -> None:
    answer = client.get(every_page)
    shown = "".join(re.findall(r'<p class="[^"]*(?:formats|downloads)[^"]*">(.*?)</p>', answer.text, re.DOTALL))
    offered = [html.unescape(href) for href in re.findall(r'href="(/[^"]+)"', shown)]
    files = [href for href in offered if not href.startswith("/cypher?")]
    has_data = answer.status_code == 200 and every_page != "/cypher"
    assert any(".json" in href for href in files) is has_data
    assert {href: client.get(href).status_code for href in files} == dict.fromkeys(files, 200)


def test_every_page_leads_to_the_query_that_made_it(client: FlaskClient, every_page: str) -> None:
    answer = client.get(every_page)
    found = re.findall(r'<a href="([^"]*)">as Cypher</a>', answer.text)
    is_made_by_one = answer.status_code == 200 and not every_page.startswith("/cypher")
    assert len(found) == is_made_by_one
    for href in found:
        ran = client.get(html.unescape(href).replace("/cypher?", "/cypher.json?"))
        assert ran.status_code == 200 and "rows" in ran.get_json()


def test_a_part_of_the_address_that_a_page_does_not_read_is_named(client: FlaskClient) -> None:
    for path in (
        "/actor/hamas?from=2019",
        "/article/a1?from=2019",
        "/graph?from=2019&frmo=2020",
        "/cypher?q=RETURN+1&from=1",
    ):
        text = client.get(path).text
        name = "frmo" if "frmo" in path else "from"
        assert f"This page takes no notice of “{name}” in its address." in text, path
    assert "“&lt;script&gt;”" in client.get("/timeline?<script>=1").text


def test_json_names_the_parts_of_its_address_that_are_not_read(client: FlaskClient) -> None:
    for path in ("/index", "/graph", "/graph/compare", "/timeline", "/search", "/event/e1", "/actor/hamas"):
        assert client.get(f"{path}.json?frm=2019").get_json()["unread"] == ["frm"], path
        assert client.get(f"{path}.json").get_json()["unread"] == [], path


def test_a_part_that_is_nearly_one_a_page_reads_leads_to_that_one(client: FlaskClient) -> None:
    for path, near in (
        ("/graph?actor=hamas&from=2019", "/graph?actors=hamas&amp;from=2019"),
        ("/timeline?actor=zzznobody", "/timeline?actors=zzznobody"),
        ("/timeline?types=AID", "/timeline?type=AID"),
    ):
        assert f'Did you mean <a href="{near}">' in client.get(path).text, path
    assert "Did you mean" not in client.get("/timeline?weather=fine").text


def test_no_page_leads_to_an_address_of_which_a_part_is_not_read(client: FlaskClient, every_page: str) -> None:
    answer = client.get(every_page)
    assert "takes no notice of" not in answer.text
    for href in sorted(set(re.findall(r'href="(/[^"#]*)', answer.text))) if answer.status_code == 200 else ():
        with client.application.test_request_context(html.unescape(href)):
            assert unread() == (), href


def test_of_every_page_are_known_an_address_and_the_parts_it_reads(app: Flask) -> None:
    with_an_address = set()
    for path in ADDRESSES:
        with app.test_request_context(path) as asked:
            with_an_address.add(asked.request.endpoint)
    rules = [rule for rule in app.url_map.iter_rules() if not FILE.search(rule.rule)]
    pages = {rule.endpoint for rule in rules} - {"health.show"}
    assert pages == READ.keys()
    assert pages <= with_an_address
