"""Articles coded by several processes: order, errors at their places, and workers that die."""

import multiprocessing
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.model import Article
from ingest.errors import ReadError
from ingest.workers import CHUNK, Item, WorkersDied, code_all

BROKEN = ReadError("b.txt", "empty", "an article")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for the compiled lexicons."""
    return tmp_path_factory.mktemp("lexicons")


def articles(count: int) -> list[Article]:
    """Give articles of one sentence each."""
    return [Article(f"a{number}", "", "Israel bombed Gaza.", None, path=f"{number}.txt") for number in range(count)]


def names(items: Iterator[Item]) -> list[str]:
    """Give the id of each article that was coded, the path of each that was not."""
    return [item.path if isinstance(item, ReadError) else item[0].id for item in items]


def kill_workers() -> None:
    """Kill every process that this one has started to work for it."""
    for child in multiprocessing.active_children():
        child.kill()


def test_no_worker_is_started_where_there_is_nothing_to_code(tmp_path: Path) -> None:
    assert names(code_all([BROKEN, BROKEN], workers=2, cache=tmp_path / "cache")) == ["b.txt", "b.txt"]
    assert not (tmp_path / "cache").exists()
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_cannot_be_coded_costs_only_itself(cache: Path, workers: int) -> None:
    first, second = articles(2)
    half = replace(first, id="half", given_id="mine", text="Israel bombed \ud800.", path="half.txt")

    found = list(code_all([first, half, second], workers=workers, cache=cache))

    assert names(iter(found)) == ["a0", "half.txt", "a1"]
    assert isinstance(found[1], ReadError) and found[1].article == "mine"


def test_workers_among_which_one_dies_while_another_starts_are_replaced(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ProcessPoolExecutor] = []
    submit = ProcessPoolExecutor.submit

    def breaking(pool: ProcessPoolExecutor, *given: Any) -> Future[Any]:
        asked.append(pool)
        if len(asked) == 2:
            raise OSError("handle is closed")  # as the library says where it closes the pool just then
        return submit(pool, *given)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", breaking)
    given = [*articles(CHUNK), *articles(2)]

    assert names(code_all(given, workers=2, cache=cache)) == [article.id for article in given]
    assert asked[1] is asked[0]
    assert len(set(map(id, asked))) > 1


def test_workers_that_die_are_replaced_and_every_article_is_coded_in_its_place(cache: Path) -> None:
    given: list[Article | ReadError] = [*articles(CHUNK), BROKEN, *articles(2)]

    def killing() -> Iterator[Article | ReadError]:
        for number, item in enumerate(given):
            if number == CHUNK + 1:
                kill_workers()
            yield item

    found = list(code_all(killing(), workers=2, cache=cache))

    assert names(iter(found)) == [item.path if isinstance(item, ReadError) else item.id for item in given]
    assert not multiprocessing.active_children()


def test_workers_that_die_again_and_again_end_the_run(cache: Path) -> None:
    ended = threading.Event()

    def reap() -> None:
        while not ended.wait(0.05):
            kill_workers()

    reaper = threading.Thread(target=reap)
    reaper.start()
    found: list[Item] = []
    try:
        with pytest.raises(WorkersDied, match="3 times in a row"):
            found.extend(code_all(articles(5), workers=2, cache=cache))
    finally:
        ended.set()
        reaper.join()

    assert names(iter(found)) == ["0.txt", "1.txt"]
    assert "0.txt: the process that coded it died" in str(found[0])
