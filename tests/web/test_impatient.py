"""Visitors who do not wait: words half typed while a page asks again by itself, and two clicks where one is enough."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.settings import Settings
from graph.store import Store
from web.app import create_app

pytestmark = pytest.mark.browser
TWICE = "() => { const play = document.querySelector('[data-play=start]'); play.click(); play.click(); }"


def test_a_page_that_asks_again_waits_while_a_search_is_being_typed_above_it(
    new_page: Callable[..., Any], visit: Callable[[Any, FlaskClient, str], None], tmp_path: Any
) -> None:
    settings = Settings(graph_url="bolt://127.0.0.1:9", data=tmp_path)
    client, page = create_app(Store(settings), settings).test_client(), new_page()
    page.clock.install()
    visit(page, client, "/timeline")
    page.evaluate("window.isSame = true")
    page.fill("#find", "gaza")
    page.clock.run_for(12_000)
    page.wait_for_timeout(300)
    assert page.input_value("#find") == "gaza" and page.evaluate("window.isSame")
    page.fill("#find", "")
    page.clock.run_for(6_000)
    page.wait_for_function("() => !window.isSame")


def test_two_clicks_on_play_start_one_run_that_one_click_ends(open_page: Callable[..., Any]) -> None:
    page = open_page("/graph")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.evaluate(TWICE)
    page.wait_for_selector("#window:has-text('2019-')")
    page.click("[data-play=start]")
    page.wait_for_timeout(1_500)
    assert page.inner_text("#window") == "All time"
    assert page.locator(".brush").count() == 0
