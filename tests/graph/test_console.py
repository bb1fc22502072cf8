"""Queries somebody typed, the same on both engines: what they give, what is no query, what is stopped."""

import threading
from collections.abc import Callable

import pytest

from graph.console import Console
from graph.errors import GraphError, QueryBusy, QueryError, QueryTooSlow
from graph.store import Store
from tests.graph.conftest import events

Wait = Callable[[Callable[[], object]], bool]
RUNAWAYS = {
    "cartesian product": (
        "MATCH (a:Event), (b:Event), (c:Event), (d:Event) WHERE a.id + b.id + c.id + d.id ENDS WITH 'x' RETURN count(*)"
    ),
    "variable length": "MATCH p = (:Event)-[:TO*1..14]->(:Event) RETURN count(p) AS n",
    "double unwind": "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n",
    "many rows, none kept": (
        "MATCH (a:Event), (b:Event), (c:Event), (d:Event) WHERE a.id + b.id STARTS WITH c.id + d.id + 'x' RETURN a, b"
    ),
}
HOSTILE = {
    "nothing": "",
    "white space": " \n\t ",
    "only a comment": "// nothing",
    "two statements": "RETURN 1; RETURN 2",
    "an open text": "RETURN 'abc",
    "an open comment": "MATCH (n) RETURN n /* and",
    "an open name": "MATCH (`n) RETURN 1",
    "a null character": "RETURN \x00",
    "half a pair": "RETURN '\ud800'",
    "deep brackets": "RETURN " + "(" * 5000 + "1" + ")" * 5000,
    "too long": "RETURN " + " + ".join(["1"] * 20000),
    "no such function": "RETURN nofun(1)",
    "no such parameter": "RETURN $missing",
    "division by nothing": "RETURN 1 / 0 AS x",
    "an unknown variable": "RETURN nobody",
}


def test_an_answer_has_columns_and_rows_ready_for_json(console: Console) -> None:
    answer = console.ask("MATCH (e:Event {id: $id}) RETURN e.id AS id, e.first AS day, 0.5 AS half", {"id": "e7"})

    assert answer.columns == ("id", "day", "half")
    assert answer.rows == [{"id": "e7", "day": "2019-08-27", "half": 0.5}]
    assert not answer.is_cut and answer.seconds > 0


def test_nodes_and_relationships_of_an_answer_stand_apart_too_each_once(console: Console) -> None:
    answer = console.ask("MATCH p = (:Event {id: 'e1'})-[:TO]->(b:Event {id: 'e2'}) RETURN p, b, [b] AS list")

    assert sorted(node["id"] for node in answer.nodes) == ["e1", "e2"]
    [tie] = answer.relationships
    assert (tie["type"], tie["start"], tie["end"]) == ("TO", "e1", "e2")
    assert answer.rows[0]["p"]["kind"] == "path"


def test_a_map_that_looks_like_a_node_is_none(console: Console) -> None:
    assert console.ask("RETURN {kind: 'node', id: 'x'} AS spoof").nodes == []


def test_too_many_rows_are_cut_and_that_is_said(console: Console) -> None:
    answer = console.ask("MATCH (e:Event) RETURN e.id AS id", rows=10)

    assert len(answer.rows) == 10 and answer.is_cut
    assert not console.ask("MATCH (e:Event) RETURN e.id AS id LIMIT 10", rows=10).is_cut


def test_an_endless_answer_is_cut_at_once(console: Console) -> None:
    answer = console.ask("MATCH (a:Event), (b:Event), (c:Event), (d:Event) RETURN a.id, b.id, c.id, d.id", rows=5)

    assert len(answer.rows) == 5 and answer.is_cut


def test_a_huge_cell_is_shortened_and_that_is_said(console: Console) -> None:
    answer = console.ask("RETURN reduce(s = 'x', i IN range(1, 20) | s + s) AS text, range(1, 100000) AS list")

    assert answer.cut_cells == 2
    assert len(str(answer.rows[0])) < 100_000


@pytest.mark.parametrize("query", RUNAWAYS.values(), ids=RUNAWAYS)
def test_a_runaway_query_is_stopped_on_the_server_too(
    console: Console, engine: Store, comes_true: Wait, query: str
) -> None:
    with pytest.raises(QueryTooSlow, match="stopped after 1 seconds"):
        console.ask(query, seconds=1)

    assert comes_true(lambda: not engine.is_running("casus-")), "it runs on"


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_gets_an_error_of_ours_and_the_next_query_an_answer(console: Console, query: str) -> None:
    with pytest.raises(QueryError):
        console.ask(query)

    assert events(console) == 300


@pytest.mark.parametrize("value", [2**70, "\ud800", {"a": {1, 2}}, object()], ids=["big", "half", "set", "object"])
def test_a_parameter_that_cannot_be_sent_is_named(console: Console, value: object) -> None:
    with pytest.raises(QueryError, match="parameter"):
        console.ask("RETURN $value AS value", {"value": value})


def test_a_value_that_cannot_be_held_is_told_from_a_connection_broken_off(console: Console) -> None:
    with pytest.raises(QueryError, match="value that cannot be held here: Ordinal out of range"):
        console.ask("RETURN date('-0044-03-15') AS day")


@pytest.mark.parametrize("end", [";", ";;", " ; ;\n", ";; // one"])
def test_semicolons_at_the_end_are_no_second_statement(console: Console, end: str) -> None:
    assert console.ask(f"RETURN 1 AS one{end}").rows == [{"one": 1}]


def test_a_syntax_error_points_at_its_place(console: Console) -> None:
    with pytest.raises(QueryError) as raised:
        console.ask("MATCH (e:Event)\nRETUN e")

    assert (raised.value.line, raised.value.column) == (2, 1)
    assert str(raised.value).endswith("\n  RETUN e\n  ^")


def test_an_unknown_variable_points_at_its_place(console: Console) -> None:
    with pytest.raises(QueryError) as raised:
        console.ask("MATCH (e:Event)\nRETURN nobody.id AS id")

    assert (raised.value.line, raised.value.column) == (2, 8)


def runs() -> int:
    """Count the typed queries that run now, each in a thread of its own."""
    return sum(thread.name == "typed query" for thread in threading.enumerate())


def test_a_visitor_may_have_two_queries_running(console: Console, engine: Store, comes_true: Wait) -> None:
    assert comes_true(lambda: not runs())
    slow = RUNAWAYS["double unwind"]
    problems: list[GraphError] = []

    def ask() -> None:
        try:
            console.ask(slow, visitor="somebody")
        except GraphError as problem:
            problems.append(problem)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert comes_true(lambda: runs() == 2)
    with pytest.raises(QueryBusy):
        console.ask("RETURN 1 AS one", visitor="somebody")
    assert console.ask("RETURN 1 AS one", visitor="another").rows == [{"one": 1}]

    def are_ended() -> bool:
        engine.terminate("casus-")
        return len(problems) == 2

    assert comes_true(are_ended)
    for thread in threads:
        thread.join()

    assert all(isinstance(problem, QueryError) for problem in problems)
    assert console.ask("RETURN 1 AS one", visitor="somebody").rows == [{"one": 1}]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_nobody_thought_of_reaches_whoever_asked_with_its_cause(console: Console) -> None:
    endless: list[object] = []
    endless.append(endless)

    with pytest.raises(QueryError, match="ended without an answer: RecursionError") as raised:
        console.ask("RETURN $endless AS list", {"endless": endless})

    assert isinstance(raised.value.__cause__, RecursionError)
    assert console.ask("RETURN 1 AS one").rows == [{"one": 1}]


@pytest.mark.parametrize("word", ["EXPLAIN", "PROFILE"])
def test_a_plan_is_shown_where_it_is_asked_for(console: Console, word: str) -> None:
    assert "Event" in console.ask(f"{word} MATCH (e:Event {{id: 'e1'}}) RETURN e").plan
