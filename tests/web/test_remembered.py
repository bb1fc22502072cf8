"""Dear rows are remembered while the graph stays as it is, and no longer."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from graph.batch import Batch
from graph.recount import drop_derived, recount
from graph.settings import Settings
from graph.store import open_store
from graph.write import withdraw, write
from web.app import create_app
from web.remembered import Memory
from web.standing import MeasureCache

Wait = Callable[[Callable[[], object]], bool]


def rows(number: int) -> list[dict[str, int]]:
    return [{"n": place} for place in range(number)]


def test_what_was_not_asked_for_the_longest_is_forgotten_first() -> None:
    memory = Memory(most_rows=10)
    memory.put("a", rows(3))
    memory.put("b", rows(3))
    assert memory.get("a")
    memory.put("c", rows(3))
    assert memory.get("b") is None
    assert memory.get("a") == rows(3) and memory.get("c") == rows(3)


def test_rows_that_are_too_many_are_not_kept() -> None:
    memory = Memory(most_rows=10)
    memory.put("a", rows(11))
    assert memory.get("a") is None
    memory.put("b", rows(2))
    assert memory.get("b") == rows(2)


def test_rows_that_several_ask_for_at_once_are_read_once() -> None:
    memory, asked, may_end = Memory(), Event(), Event()
    reads = []

    def read() -> list[dict[str, int]]:
        reads.append(1)
        asked.set()
        may_end.wait(60)
        return rows(3)

    with ThreadPoolExecutor(4) as threads:
        found = [threads.submit(memory.fetch, "a", read) for _ in range(4)]
        asked.wait(60)
        may_end.set()
        assert [one.result() for one in found] == [rows(3)] * 4
    assert len(reads) == 1


class Noted(dict[str, Any]):
    """A dict that notes who came to it."""

    come = 0

    def setdefault(self, key: str, value: Any = None) -> Any:
        """Do as a dict does, and count."""
        found = super().setdefault(key, value)
        self.come += 1
        return found


def test_those_who_wait_for_rows_are_told_of_the_error_and_the_next_reads_anew(comes_true: Wait) -> None:
    memory, may_end, reads = Memory(), Event(), []
    asking = memory._asking = Noted()

    def fail() -> list[dict[str, int]]:
        reads.append(1)
        may_end.wait(60)
        raise ZeroDivisionError

    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(memory.fetch, "a", fail) for _ in range(2)]
        assert comes_true(lambda: asking.come == 2)
        may_end.set()
        assert all(isinstance(one.exception(), ZeroDivisionError) for one in both)
    assert len(reads) == 1
    assert memory.fetch("a", lambda: rows(2)) == rows(2)


def test_a_withdrawn_article_changes_the_pages_at_once(small_batch: Batch, tmp_path: Path) -> None:
    with open_store(Settings(data=tmp_path)) as store:
        write(store, small_batch)
        client = create_app(store, store.settings).test_client()
        before = client.get("/graph.json").get_json()["sentence"]
        withdraw(store, "a2")
        after = client.get("/graph.json").get_json()["sentence"]
    assert (before, after) == ("5 actors, 7 ties.", "2 actors, 2 ties.")


def test_measures_of_the_network_are_made_anew_once_the_graph_is_another_and_time_has_passed(
    small_batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(Settings(data=tmp_path)) as store:
        write(store, small_batch)
        app, cache = create_app(store, store.settings), MeasureCache()

        def measures() -> object:
            with app.test_request_context():
                return cache.get()

        monkeypatch.setattr("web.standing.KEPT_SECONDS", -1.0)
        first = measures()
        assert first is not None and measures() is first
        withdraw(store, "a2")
        monkeypatch.setattr("web.standing.KEPT_SECONDS", 60.0)
        assert measures() is first
        monkeypatch.setattr("web.standing.KEPT_SECONDS", -1.0)
        assert measures() is not first


def test_pages_of_a_graph_whose_recount_is_not_done_say_so_and_come_back(small_batch: Batch, tmp_path: Path) -> None:
    with open_store(Settings(data=tmp_path)) as store:
        write(store, small_batch)
        client = create_app(store, store.settings).test_client()
        before = client.get("/graph.json").get_json()["sentence"]
        drop_derived(store)
        page, console = client.get("/graph"), client.get("/cypher?q=MATCH (a:Actor) RETURN count(a) AS n")
        recount(store)
        after = client.get("/graph.json").get_json()["sentence"]

    text = page.get_data(as_text=True)
    assert page.status_code == 503 and page.headers["Retry-After"] and "python -m graph recount" in text
    assert "This graph must be counted once more" in text
    assert console.status_code == 200 and "<td" in console.get_data(as_text=True)
    assert before == after == "5 actors, 7 ties."
