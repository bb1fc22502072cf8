"""Every page, light and dark, wide and narrow, before the axe of accessibility; the main path by keyboard alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.engine_home import free_port
from graph.settings import Settings
from graph.store import Store, open_store
from web.app import create_app

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

AXE = (Path(__file__).parent / "axe/axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 850}
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def violations(page: Any) -> list[tuple[str, str]]:
    """Give what axe finds in a page as it stands: the rule, and the first place that breaks it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"resultTypes": ["violations"], "runOnly": RULES}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.fixture
def axed(new_page: Callable[..., Any]) -> Callable[[str], Any]:
    """Give a function that opens an empty page under a scheme; axe is injected, which the pages' own policy refuses."""
    return lambda scheme: new_page(color_scheme=scheme, bypass_csp=True, viewport=WIDE)


@SCHEMES
def test_axe_finds_no_violation(axed: Callable[[str], Any], address: str, every_page: str, scheme: str) -> None:
    page = axed(scheme)
    page.goto(address + every_page)
    assert violations(page) == []
    page.set_viewport_size(NARROW)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert violations(page) == []


@SCHEMES
def test_axe_finds_no_violation_in_what_a_script_opens(axed: Callable[[str], Any], address: str, scheme: str) -> None:
    page = axed(scheme)
    page.goto(f"{address}/cypher?q=MATCH (a:Actor) RETURN a.name AS name")
    page.wait_for_selector("#past a")
    page.keyboard.press("Tab")
    page.fill("#find", "is")
    page.wait_for_selector(".found a")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []

    page.goto(f"{address}/graph")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details .card")
    page.fill("#find-actor", "eg")
    page.wait_for_selector("[data-find] li button")
    assert violations(page) == []


@SCHEMES
@pytest.mark.parametrize("path", ["/", "/graph", "/graph/compare", "/timeline", "/search?q=x", "/cypher"])
def test_axe_finds_no_violation_where_the_graph_is_empty(
    axed: Callable[[str], Any], empty: FlaskClient, visit: Open, path: str, scheme: str
) -> None:
    page = axed(scheme)
    visit(page, empty, path)
    assert page.locator("main h1").count() == 1
    assert violations(page) == []


@SCHEMES
def test_axe_finds_no_violation_while_the_store_is_away(
    axed: Callable[[str], Any], visit: Open, tmp_path: Path, scheme: str
) -> None:
    settings = Settings(graph_url=f"bolt://127.0.0.1:{free_port()}", data=tmp_path)
    page = axed(scheme)
    visit(page, create_app(Store(settings), settings).test_client(), "/timeline")
    assert "does not answer" in page.inner_text("h1")
    assert violations(page) == []


@SCHEMES
def test_axe_finds_no_violation_in_the_file_that_opens_without_a_network(
    axed: Callable[[str], Any], client: FlaskClient, tmp_path: Path, scheme: str
) -> None:
    path = tmp_path / "graph.html"
    path.write_bytes(client.get("/graph.html").data)
    page = axed(scheme)
    page.goto(path.as_uri())
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert violations(page) == []
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert violations(page) == []


@pytest.fixture(scope="module")
def empty(patient_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Give a client of an app over a graph that nothing was read into."""
    with open_store(replace(patient_settings, data=tmp_path_factory.mktemp("empty"))) as store:
        yield create_app(store, store.settings).test_client()


def open_by_keyboard(page: Any, selector: str, leads_to: str) -> None:
    """Go by the tab key to the first thing a selector fits, press Enter, and wait for where that leads."""
    go_to(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_url(leads_to)


def go_to(page: Any, selector: str) -> None:
    """Go by the tab key to the first thing a selector fits."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no tab leads to {selector} at {page.url}")


def test_the_main_path_goes_by_keyboard_alone(open_page: Open) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    go_to(page, "main input[name=q]")
    page.keyboard.type("islamic resi")
    page.wait_for_selector("main .found a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actor/hamas")

    open_by_keyboard(page, "a[href^='/graph?actors=hamas']", "**/graph?actors=hamas")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    go_to(page, "#canvas")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details .rows a")
    open_by_keyboard(page, "#details .rows a", "**sel=tie**")
    page.wait_for_selector("#details .quote")
    tie = page.url
    open_by_keyboard(page, "#details .told a[href^='/event/']", "**/event/*")
    event = page.url
    open_by_keyboard(page, "main a[href^='/article/']", "**/article/*")
    assert page.locator(".coded:target").count() == 1

    page.go_back()
    assert page.url == event
    page.go_back()
    page.wait_for_selector("#details .quote")
    assert page.url == tie


def test_a_query_and_its_result_as_a_graph_go_by_keyboard_alone(open_page: Open) -> None:
    page = open_page("/timeline")
    open_by_keyboard(page, "nav.pages a[href='/cypher']", "**/cypher")
    go_to(page, "#q")
    page.keyboard.type("MATCH (a:Actor {id: $who})-[x:ACTED_ON]->(b:Actor) RETURN a, x, b")
    page.keyboard.press("Tab")
    page.keyboard.type("israel")
    page.keyboard.press("Enter")
    page.wait_for_selector("#result tbody tr")
    open_by_keyboard(page, ".tabs a[href*='view=graph']", "**view=graph**")
    assert page.locator(".sketch a.dot").count() >= 2
    open_by_keyboard(page, ".sketch a.dot", "**/actor/*")
