"""The commands stats, queries, run and recount."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.batch import Batch
from graph.cli import cli
from graph.model import Report
from graph.queries import catalogue
from graph.settings import Settings
from graph.store import open_store
from graph.write import write


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a data folder whose engine runs while the tests do."""
    folder = tmp_path_factory.mktemp("data")
    with open_store(Settings(data=folder)):
        yield folder


@pytest.fixture
def run(
    data: Path, report: Callable[..., Report], batch: Callable[..., Batch], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Give what runs a command over a graph of two events."""
    monkeypatch.setenv("CASUS_DATA", str(data))
    monkeypatch.delenv("CASUS_GRAPH_URL", raising=False)
    with open_store(Settings(data=data)) as store:
        write(store, batch((report("r1"),), (report("r2", type_="AID", mode="", recipients=("egypt",), start=60),)))
    return lambda *words: CliRunner().invoke(cli, words)


def test_stats_tell_of_the_network_and_of_one_actor(run: Callable[..., Result]) -> None:
    found = json.loads(run("stats", "--actor", "israel", "--json").output)

    assert (found["network"]["ties"], found["network"]["communities"]) == (2, 1)
    assert [(one["name"], one["partners"], one["friends"], one["foes"]) for one in found["actors"]] == [
        ("Israel", 2, 1, 1)
    ]
    assert run("stats").output.splitlines()[4].startswith("Israel\tisrael\t2\t")


def test_stats_name_an_actor_who_is_not_there(run: Callable[..., Result]) -> None:
    done = run("stats", "--actor", "nobody")

    assert done.exit_code == 2
    assert "no actor 'nobody' did anything" in done.output


def test_all_queries_are_listed_and_one_is_printed(run: Callable[..., Result]) -> None:
    assert [line.split("\t")[0] for line in run("queries").output.splitlines()] == list(catalogue())
    assert run("queries", "event").output.rstrip() == catalogue()["event"].text.rstrip()


def test_a_query_runs_with_what_is_given_and_its_examples(run: Callable[..., Result]) -> None:
    lines = run("run", "actor_cards", "-p", 'ids=["hamas"]').output.splitlines()

    assert lines == ["id\tname\tkind\tcountry", "hamas\tHamas\tarmed_group\tPSE"]
    assert json.loads(run("run", "event", "-p", "event=r1", "--json").output)["first"] == "2019-08-25"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("run", "nothing"), "no query is called 'nothing'"),
        (("run", "event", "-p", "evnt=r1"), "wanted NAME=VALUE with a parameter of the query: event"),
        (("run", "event", "-p", "event"), "cannot use 'event'"),
        (("run", "event"), "event also needs -p event=… (id of the event)"),
        (("run", "ask_evidence"), "-p actor=… (name of who acted); -p recipient=…"),
        (("run", "ask_hostile_pairs", "-p", "limit=abc"), "wants limit as a whole number, such as 25"),
        (("run", "ask_hostile_pairs", "-p", "quads=VX"), "wants quads as a JSON list, such as"),
    ],
)
def test_a_query_asked_for_wrongly_is_explained(
    run: Callable[..., Result], words: tuple[str, ...], problem: str
) -> None:
    done = run(*words)

    assert done.exit_code == 2
    assert problem in done.output


def test_a_recount_says_what_it_counted(run: Callable[..., Result]) -> None:
    assert run("recount").output == "2 events: 2 edges between actors, 3 bins\n"
