"""The whole line, as a person would use it: articles in, pages in a browser, stopped at the end."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph.engine import running_engine
from graph.settings import Settings
from graph.store import open_store
from ingest.cli import cli
from web.app import create_app

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
FEW = ("2019-08-25-beirut-drones.txt", "2019-08-26-gaza-fuel-cut.txt", "2019-08-28-gaza-police-bombings.txt")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
QUERY = "MATCH (a:Actor)-[:DID]->(e:Event)-[:TO]->(b:Actor) RETURN a.name AS actor, b.name AS recipient LIMIT 5"
PATIENCE = 240
EMPTY = ("MATCH ()-[r]->() DELETE r", "MATCH (n) DELETE n")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("end-to-end")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("few")
    for name in FEW:
        shutil.copy(SEEDS / name, folder)
    return folder


def serve(data: Path, seeds: Path, port: str = "0") -> subprocess.Popen[str]:
    environment = os.environ | {"CASUS_DATA": str(data), "PORT": port, "CASUS_GRAPH_URL": ""}
    command = [sys.executable, "-m", "web", "--seeds", str(seeds)]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


@pytest.fixture(scope="module")
def address(data: Path, few: Path) -> Iterator[str]:
    """Serve dispatches from a process of its own; at the end Ctrl-C stops it, and its engine with it."""
    process = serve(data, SEEDS if os.environ.get("CI") == "true" else few)
    assert process.stdout
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if found := ADDRESS.search(line):
            break
    else:
        pytest.fail("Casus did not start:\n" + "".join(lines))
    yield found[0]
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    assert running_engine(data / "engine") is None


def test_an_actor_leads_to_an_event_and_its_sentence(open_page: Callable[..., Any]) -> None:
    page = open_page("/graph?actors=israel,hamas")
    canvas = page.locator("#canvas")
    page.wait_for_selector("#canvas[data-drawn]")

    canvas.press("ArrowRight")
    named = page.locator("#sentence").inner_text().split(",")[0]
    canvas.click()  # the arrow has put the actor in the middle
    page.wait_for_selector("#details h2")
    assert page.locator("#details h2").inner_text() == named

    page.locator("#details .rows a").first.click()
    page.locator("#details .told a[href^='/event/']").first.click()
    page.wait_for_url("**/event/*")

    quote = page.locator(".reports blockquote, .reports .quote").first.inner_text()
    texts = " ".join(" ".join(path.read_text("utf-8").split()) for path in SEEDS.glob("*.txt"))
    assert any(part.strip() in texts for part in re.split(r"\s{2,}|\n", quote) if len(part.strip()) > 30)


def test_a_query_typed_into_the_console_gives_rows(open_page: Callable[..., Any]) -> None:
    page = open_page("/cypher")

    page.fill("#q", QUERY)
    page.get_by_role("button", name="Run", exact=True).click()

    page.wait_for_selector("#result tbody tr")
    assert page.locator("#result tbody tr").count() == 5
    assert page.locator("#result th").all_inner_texts()[:2] == ["actor", "recipient"]


def test_a_query_that_writes_is_refused_on_the_page(new_page: Callable[..., Any], address: str) -> None:
    page = new_page()
    page.goto(f"{address}/cypher")

    page.fill("#q", "MATCH (n) DETACH DELETE n")
    page.get_by_role("button", name="Run", exact=True).click()

    page.wait_for_selector("#problem")
    assert "refused" in page.locator("#problem").inner_text()


def test_a_second_one_beside_a_running_one_says_so(address: str, data: Path, few: Path) -> None:
    beside = serve(data, few, address.rpartition(":")[2])

    said, _ = beside.communicate(timeout=PATIENCE)

    assert beside.returncode == 1
    assert f"Casus is already running at {address}" in said


def test_one_at_another_port_over_the_same_graph_serves_it_and_says_so(address: str, data: Path, few: Path) -> None:
    beside = serve(data, few)
    try:
        said = ""
        for line in beside.stdout or ():
            said += line
            if "Ctrl-C stops it" in line:
                break
    finally:
        beside.send_signal(signal.SIGINT)
        beside.communicate(timeout=PATIENCE)

    assert f"Casus runs at {address} too, over the same graph" in said
    assert "reading" not in said
    assert running_engine(data / "engine"), "the engine is left to the first"


def test_articles_are_added_while_it_runs(
    address: str, data: Path, tmp_path: Path, new_page: Callable[..., Any]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("---\ndate: 2020-03-04\n---\nA visit\n\nPeru's foreign minister visited Chile on Tuesday.\n")
    environment = {"CASUS_DATA": str(data), "CASUS_GRAPH_URL": ""}
    page = new_page()

    added = CliRunner().invoke(cli, ["add", str(path)], env=environment)
    page.goto(f"{address}/timeline?from=2020-03-01&to=2020-03-31")
    shown = page.inner_text("main")
    CliRunner().invoke(cli, ["withdraw", str(path)], env=environment)

    assert added.exit_code == 0
    assert "Chile" in shown


def test_the_whole_line_runs_on_neo4j(neo4j_settings: Settings, few: Path) -> None:
    with open_store(neo4j_settings) as store:
        for statement in EMPTY:
            store.write(lambda work, statement=statement: work.run(statement))  # type: ignore[misc]
        environment = {
            "CASUS_GRAPH_URL": neo4j_settings.graph_url,
            "CASUS_GRAPH_PASSWORD": neo4j_settings.graph_password,
            "CASUS_GRAPH_PASSWORD_FILE": neo4j_settings.graph_password_file,
            "CASUS_DATA": str(neo4j_settings.data),
        }
        added = CliRunner().invoke(cli, ["add", str(few)], env=environment)
        client = create_app(store, neo4j_settings).test_client()
        health = client.get("/health").get_json()
        asked = client.get("/cypher.json", query_string={"q": "MATCH (e:Event) RETURN e.id AS id LIMIT 1"}).get_json()

        assert "3 articles read, 0 unchanged, 0 failed" in added.stdout
        assert (health["engine"], health["articles"]) == ("Neo4j", 3)
        assert health["version"]
        for path in ("/", "/graph", "/timeline", "/graph.json", "/timeline.json", f"/event/{asked['rows'][0]['id']}"):
            assert client.get(path).status_code == 200, path
