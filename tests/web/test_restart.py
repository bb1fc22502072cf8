"""What visitors read while the embedded engine is restarted for a query that nothing else ends."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from waitress.server import create_server

from graph.errors import QueryTooSlow
from graph.settings import Settings
from graph.store import Store
from graph.write import write
from web.app import create_app
from web.problem import problem_of

Wait = Callable[[Callable[[], object]], bool]
Overrun = Callable[..., QueryTooSlow]
Hold = Callable[[Store], AbstractContextManager[None]]
LENGTH = "toInteger('200000')"  # a length no reader of the text can see
DEAF = f"RETURN reduce(s = 0, x IN range(1, {LENGTH}) | s + reduce(t = 0, y IN range(1, {LENGTH}) | t + y)) AS n"
VISIBLE = DEAF.replace(LENGTH, "200000").replace("200000)", "400000)")


@pytest.fixture(scope="module")
def store(patient_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store as the pages have it, on an engine of its own."""
    settings = replace(patient_settings, data=tmp_path_factory.mktemp("restart"), heap="256m")
    store = Store(settings, is_patient=False)
    store.open()
    yield store
    store.close()


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    """Give a client of an app over that store."""
    return create_app(store, store.settings).test_client()


def at(query: str, path: str = "/cypher") -> str:
    """Give the console's address for a query."""
    return f"{path}?{urlencode({'q': query})}"


def test_pages_say_why_the_graph_is_restarted_and_come_back_by_themselves(
    store: Store, client: FlaskClient, small_batch: Any, comes_true: Wait, overrun: Overrun, none_starts: Hold
) -> None:
    write(store, small_batch)
    with none_starts(store):
        told = problem_of(overrun(client.application.extensions["console"], DEAF), DEAF)
        page, data, health = client.get("/timeline"), client.get("/graph.json"), client.get("/health")
        console, sheet = client.get(at("RETURN 1 AS one")), client.get(at("RETURN 1 AS one", "/cypher.csv"))

    assert told.title == "This query ran too long" and "by a restart of the graph" in told.detail
    assert told.retry == 0, "it is not sent again by itself"
    text = page.get_data(as_text=True)
    assert page.status_code == 503 and page.headers["Retry-After"] and 'http-equiv="refresh"' in text
    assert "The graph is being restarted" in text
    assert "because a query in the console could not be stopped in any other way" in text
    assert (data.status_code, health.status_code, sheet.status_code) == (503, 503, 503)
    assert data.get_json()["error"]["title"] == "The graph is being restarted"
    text = console.get_data(as_text=True)
    assert console.status_code == 503 and console.headers["Retry-After"] and 'http-equiv="refresh"' in text
    assert "The graph is being restarted" in text and "This page sends it again by itself." in text
    assert "ran too long" not in text and "RETURN 1 AS one</textarea>" in text

    assert comes_true(lambda: client.get("/health").status_code == 200)
    assert "Hamas" in client.get("/event/e1").get_data(as_text=True)
    again = client.get(at(DEAF, "/cypher.json"))
    assert again.status_code == 403
    assert "could not be stopped" in again.get_json()["error"]["problem"]


def test_a_query_that_would_cost_a_restart_is_refused_where_that_can_be_read(client: FlaskClient) -> None:
    answer = client.get(at(VISIBLE, "/cypher.json"))

    assert answer.status_code == 400
    error = answer.get_json()["error"]
    assert "160,000,000,000 steps in one expression are too many" in error["problem"]
    assert (error["line"], error["column"]) == (1, VISIBLE.index("y IN") + 1)


@pytest.mark.browser
def test_a_page_opened_during_a_restart_shows_itself_when_the_graph_is_back(
    store: Store,
    client: FlaskClient,
    new_page: Callable[..., Any],
    comes_true: Wait,
    overrun: Overrun,
    none_starts: Hold,
) -> None:
    assert comes_true(lambda: client.get("/health").status_code == 200)
    server = create_server(client.application, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    address, page, console = f"http://127.0.0.1:{server.effective_port}", new_page(), new_page()
    with none_starts(store):
        overrun(client.application.extensions["console"], DEAF.replace("200000", "190000"))
        page.goto(f"{address}/actor/hamas")
        console.goto(address + at("MATCH (a:Actor {id: 'hamas'}) RETURN a.name AS name"))
        assert page.inner_text("h1") == "The graph is being restarted"
        assert console.inner_text("#problem h2") == "The graph is being restarted"

    page.wait_for_selector("h1:has-text('Hamas')")
    console.wait_for_selector("#result td:has-text('Hamas')")
    server.close()
    thread.join(5)
