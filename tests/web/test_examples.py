"""Every example of the console, clicked on a graph of dispatches, finds something there."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from html import unescape
from pathlib import Path
from re import findall
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from graph.settings import Settings
from graph.store import open_store
from ingest.cli import cli
from web.app import create_app

SEEDS = Path(__file__).parents[2] / "seeds"
FEW = ("2023-04-15-khartoum-fighting", "2023-04-16-sudan-second-day", "2023-04-18-sudan-convoy")
EMPTY = ("MATCH ()-[r]->() DELETE r", "MATCH (n) DELETE n")
MAY_BE_EMPTY = "there may be none"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("few")
    for name in FEW:
        shutil.copy(SEEDS / f"{name}.txt", folder)
    return folder


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def told(request: pytest.FixtureRequest, patient_settings: Settings, few: Path) -> Iterator[FlaskClient]:
    """Give a client over a few dispatches, on either engine."""
    folder = request.getfixturevalue("tmp_path_factory").mktemp("examples")
    is_server = request.param == "neo4j"
    settings = request.getfixturevalue("neo4j_settings") if is_server else made(patient_settings, folder)
    with ExitStack() as stack:
        store = stack.enter_context(open_store(settings))
        for statement in EMPTY:
            store.write(lambda work, statement=statement: work.run(statement))  # type: ignore[misc]
        environment = {
            "CASUS_GRAPH_URL": settings.graph_url,
            "CASUS_GRAPH_PASSWORD": settings.graph_password,
            "CASUS_GRAPH_PASSWORD_FILE": settings.graph_password_file,
            "CASUS_DATA": str(settings.data),
        }
        assert "3 articles read" in CliRunner().invoke(cli, ["add", str(few)], env=environment).stdout
        yield create_app(store, settings).test_client()


def made(settings: Settings, folder: Path) -> Settings:
    """Give settings with a data folder of their own."""
    return replace(settings, data=folder)


def links(client: FlaskClient) -> dict[str, str]:
    """Give the addresses of the examples by their titles."""
    page = client.get("/cypher").get_data(as_text=True)
    found = findall(r'<li><a href="(/cypher\?[^"]*)">([^<]*)</a></li>', page)
    return {unescape(title): unescape(href) for href, title in found}


def test_every_example_gives_rows_when_it_is_clicked(told: FlaskClient) -> None:
    examples = links(told)
    answers = {title: told.get(href.replace("?", ".json?", 1)) for title, href in examples.items()}
    empty = [title for title, answer in answers.items() if not answer.get_json().get("rows")]

    assert len(examples) > 80
    assert [title for title in empty if MAY_BE_EMPTY not in title] == []


def test_an_example_opens_as_it_says(told: FlaskClient) -> None:
    views = {
        title: parse_qs(href.partition("?")[2]).get("view", ["table"])[0]
        for title, href in links(told).items()
        if "opens as" in title
    }

    assert sorted(views.values()) == ["graph", "graph", "timeline"]
    assert all(f"opens as a {view}" in title for title, view in views.items())


def test_the_shortest_ways_pass_the_same_actors_once(told: FlaskClient) -> None:
    href = next(href for title, href in links(told).items() if "shortest ways" in title)
    paths = told.get(href.replace("?", ".json?", 1)).get_json()["rows"]

    assert len(paths) == 1
