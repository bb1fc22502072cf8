"""Queries that neither engine can end: who is told what, what it costs, and that it happens once."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from graph.console import MOST_DEAF, Console
from graph.engine import running_engine, start_kept, stop_engine
from graph.errors import (
    ConsoleFull,
    Fate,
    QueryError,
    QueryInterrupted,
    QueryTooSlow,
    QueryUnstoppable,
    StoreRestarting,
)
from graph.loops import check_loops
from graph.settings import Settings
from graph.store import Store, open_store

Wait = Callable[[Callable[[], object]], bool]
Overrun = Callable[..., QueryTooSlow]
Hold = Callable[[Store], AbstractContextManager[None]]
FOLD = "RETURN reduce(s = 0, x IN range(1, {n}) | s + reduce(t = 0, y IN range(1, {n}) | t + y)) AS n"
LONG = "toInteger('200000')"  # a length no reader of the text can see
DEAF = FOLD.format(n=LONG)
OTHER = FOLD.format(n="toInteger('190000')")
LISTED = f"UNWIND range(1, {LONG}) AS i WITH collect(i) AS list"
ENDLESS = [
    DEAF,
    f"{LISTED} RETURN size([x IN list WHERE any(y IN list WHERE y = -x)]) AS n",
    f"{LISTED} RETURN size(reduce(s = '', x IN list | s + 'a long text made longer in every step')) AS n",
    f"{LISTED} RETURN all(x IN list WHERE none(y IN list WHERE y = -x)) AS n",
]
HEAP = "256m"
PATIENCE = 600.0


@pytest.fixture
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for an engine of one test."""
    return tmp_path_factory.mktemp("runaways")


@pytest.fixture
def waiting(data: Path) -> Iterator[Store]:
    """Give a store that waits for its engine, as commands have it, with one actor in it."""
    with open_store(Settings(data=data, heap=HEAP)) as store:
        store.write(lambda work: work.run("CREATE (:Actor {id: 'kept'})"))
        yield store


def tell(
    console: Console, text: str, parameters: dict[str, Any] | None = None, *, seconds: float = 1.0, visitor: str = ""
) -> QueryError:
    """Ask what gives no answer, and give what was said instead."""
    with pytest.raises(QueryError) as raised:
        console.ask(text, parameters, seconds=seconds, visitor=visitor)
    return raised.value


def test_what_nothing_else_ends_costs_the_embedded_engine_one_restart(waiting: Store, overrun: Overrun) -> None:
    console, before = Console(waiting), waiting.engine

    told = overrun(console, DEAF)

    assert told.fate == Fate.RESTARTED
    assert f"stopped after {told.seconds:g} seconds, the longest a query may run, by a restart" in str(told)
    for again in (DEAF, f"// once more\nPROFILE {DEAF.replace('reduce', 'REDUCE')} ;"):
        assert isinstance(tell(console, again), QueryUnstoppable)
    assert waiting.run("MATCH (a:Actor) RETURN a.id AS id") == [{"id": "kept"}]
    assert console.ask(f"EXPLAIN {DEAF}", seconds=PATIENCE).plan
    after = waiting.engine
    assert before and before.was_ended() and after and after.is_alive() and not after.was_ended()


def test_a_query_is_known_again_by_its_parameters_too(waiting: Store, overrun: Overrun) -> None:
    console, text = Console(waiting), FOLD.format(n="toInteger($n)")

    overrun(console, text, {"n": "200000"})

    assert isinstance(tell(console, text, {"n": "200000"}), QueryUnstoppable)
    assert console.ask(text, {"n": "2"}, seconds=PATIENCE).rows == [{"n": 6}]


def test_who_is_interrupted_hears_that_it_was_for_another_query(
    data: Path, comes_true: Wait, overrun: Overrun, none_starts: Hold
) -> None:
    store = Store(Settings(data=data, heap=HEAP), is_patient=False)
    store.open()
    console = Console(store)
    with ThreadPoolExecutor(1) as threads:
        other = threads.submit(tell, console, OTHER, seconds=PATIENCE, visitor="another")
        assert comes_true(lambda: store.is_running("casus-"))
        with none_starts(store):
            overrun(console, DEAF)
            late = tell(console, "RETURN 1 AS one", visitor="late")
            with pytest.raises(StoreRestarting, match="a query in the console could not be stopped"):
                store.run("RETURN 1 AS one")
            assert "is being restarted" in store.health().problem
        interrupted = other.result()

    assert isinstance(interrupted, QueryInterrupted) and interrupted.had_begun
    assert "It was another query, not this one" in str(interrupted)
    assert isinstance(late, QueryInterrupted) and not late.had_begun
    assert comes_true(lambda: store.health().answers)
    assert console.ask("RETURN 1 AS one", seconds=PATIENCE).rows == [{"one": 1}]
    store.close()


def test_another_process_that_uses_the_engine_learns_why_it_went(
    waiting: Store, comes_true: Wait, overrun: Overrun
) -> None:
    other = Store(waiting.settings, is_patient=False)
    other.open()
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(tell, Console(other), OTHER, seconds=PATIENCE)
        assert comes_true(lambda: waiting.is_running("casus-"))
        overrun(Console(waiting), DEAF)
        told = asked.result()

    assert isinstance(told, QueryInterrupted) and told.had_begun
    assert comes_true(lambda: other.health().answers)
    assert waiting.run("RETURN 1 AS one") == [{"one": 1}], "it is over with the restart too"
    assert other.engine and waiting.engine and other.engine.state == waiting.engine.state
    other.close()


def test_a_kept_engine_is_kept_after_its_restart_and_stays_at_its_port(data: Path, overrun: Overrun) -> None:
    settings = Settings(data=data, heap="300m")
    kept, _ = start_kept(settings.engine_folder, HEAP)
    with open_store(settings) as store:
        overrun(Console(store), DEAF)
        assert store.run("RETURN 1 AS one") == [{"one": 1}]

    after = running_engine(settings.engine_folder)
    assert after and after.pid != kept.pid
    assert (after.port, after.heap) == (kept.port, kept.heap)
    assert stop_engine(settings.engine_folder)


@pytest.mark.parametrize("text", ENDLESS)
def test_neo4j_ends_loops_of_unreadable_length(neo4j: Store, comes_true: Wait, text: str) -> None:
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(tell, Console(neo4j), text, seconds=3.0)
        assert comes_true(lambda: neo4j.is_running("casus-") or asked.done())
        told = asked.result()

    assert isinstance(told, QueryTooSlow) and told.fate == Fate.STOPPED
    assert comes_true(lambda: not neo4j.is_running("casus-"))
    assert neo4j.deaf(0) == 0


def test_neo4j_goes_on_with_what_it_cannot_end_and_a_second_closes_the_console(
    neo4j: Store, comes_true: Wait, overrun: Overrun
) -> None:
    console = Console(neo4j)
    doubled = "WITH range(1, 100000000) AS list " + "WITH list + list AS list " * 4
    texts = [f"{doubled} RETURN -{i} IN list AS n" for i in range(MOST_DEAF)]  # each ends by itself at last

    with ThreadPoolExecutor(MOST_DEAF) as threads:  # together, so that the first still goes on when the last is left
        asked = [threads.submit(overrun, console, text, visitor=str(i)) for i, text in enumerate(texts)]
    for told in (one.result() for one in asked):
        assert told.fate == Fate.LEFT
        assert "the server cannot stop it and goes on with it" in str(told)
    assert isinstance(tell(console, texts[0]), QueryUnstoppable)
    full = tell(console, "RETURN 1 AS one", seconds=PATIENCE)
    assert isinstance(full, ConsoleFull) and f"{MOST_DEAF} queries" in str(full)
    assert neo4j.run("RETURN 1 AS one") == [{"one": 1}], "the pages go on"

    assert any(comes_true(lambda: neo4j.deaf(0) < MOST_DEAF) for _ in range(4))
    assert console.ask("RETURN 1 AS one", seconds=PATIENCE).rows == [{"one": 1}]
    assert any(comes_true(lambda: not neo4j.is_running("casus-")) for _ in range(4))
    assert comes_true(lambda: all(thread.name != "typed query" for thread in threading.enumerate()))


def test_neo4j_takes_no_range_that_nothing_goes_through_step_by_step(neo4j: Store) -> None:
    told = tell(Console(neo4j), f"MATCH (n)\nRETURN -1 IN range(1, {LONG}) AS n")

    assert "a range whose length is not known" in str(told)
    assert (told.line, told.column) == (2, 14)


def test_neo4j_takes_no_loop_where_it_could_not_be_ended(neo4j: Store) -> None:
    told = tell(Console(neo4j), f"RETURN 1 AS one LIMIT reduce(s = 0, x IN range(1, {LONG}) | s + x)")

    assert "a loop that cannot be stopped where it stands" in str(told)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN reduce(s = 0, i IN range(1, 1000000) | s + reduce(t = 0, j IN range(1, 1000000) | t + j)) AS n",
        "RETURN [x IN range(0, $n) WHERE any(y IN range(0, $n) WHERE x = y) | x] AS list",
        "WITH range(1, 200000) AS xs RETURN reduce(s = 0, x IN xs | s + size([y IN xs WHERE y > x])) AS n",
        "RETURN reduce(s = 0, i IN range(10000000000, 1, -1) | s + i) AS n",
    ],
)
def test_loops_whose_length_can_be_read_are_refused_before_they_run(text: str) -> None:
    with pytest.raises(QueryError, match="steps in one expression are too many") as raised:
        check_loops(text, {"n": 200_000}, 10.0)

    assert raised.value.line == 1


@pytest.mark.parametrize(
    "text",
    [
        "RETURN reduce(s = 0, i IN range(1, 10000) | s + reduce(t = 0, j IN range(1, 10000) | t + j)) AS n",
        "RETURN [x IN range(1, 100000) | x] AS a, [y IN range(1, 100000) | y] AS b",
        "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n",
        "MATCH (n) WHERE n.x IN range(1, 9000000) WITH n WHERE n.y IN range(1, 9000000) RETURN n",
        "RETURN [x IN range(1, $missing) | x] AS list, [y IN range(1, 0, 0) | y] AS none",
        "RETURN [x IN range(1",
        "RETURN (x IN range(",
    ],
)
def test_loops_of_a_bearable_length_pass_and_what_cannot_be_read_is_left_to_the_engine(text: str) -> None:
    check_loops(text, {}, 10.0)
