"""What a typed query may not do, on both engines: anything but read."""

import pytest

from graph.console import Console
from graph.errors import NotCypher, QueryError, WriteRefused
from graph.store import Store
from tests.graph.conftest import events

WRITES = {
    "CREATE": "CREATE (n:Actor {id: 'x'})",
    "MERGE": "MERGE (n:Actor {id: 'x'}) RETURN n",
    "SET": "MATCH (n:Event) SET n.summary = 'x'",
    "set in small letters": "match (n:Event) set n.summary = 'x' return n",
    "nothing to set": "MATCH (n:Event {id: 'none'}) SET n.summary = 'x'",
    "DELETE": "MATCH (n:Event) DELETE n",
    "DETACH": "MATCH (n:Event) DETACH DELETE n",
    "REMOVE": "MATCH (n:Event) REMOVE n.first RETURN n",
    "FOREACH": "MATCH (n:Event) FOREACH (x IN [1] | SET n.summary = 'x')",
    "in a subquery": "MATCH (n:Event) CALL { WITH n SET n.summary = 'x' } RETURN n",
    "in transactions": "MATCH (n:Event) CALL { WITH n DELETE n } IN TRANSACTIONS OF 10 ROWS RETURN 1",
    "behind a comment": "/* read */ // only\nCREATE (n:Actor)",
    "behind RETURN": "RETURN 1 AS one UNION CREATE (n) RETURN 1 AS one",
    "behind EXPLAIN": "EXPLAIN CREATE (n:Actor)",
    "behind PROFILE": "PROFILE MATCH (n:Event) DELETE n",
    "label": "MATCH (n:Event) SET n:Actor",
    "constraint": "CREATE CONSTRAINT x FOR (n:Foo) REQUIRE n.id IS UNIQUE",
    "index": "DROP INDEX event_key",
    "user": "CREATE USER x SET PASSWORD 'yyyyyyyy'",
    "database": "DROP DATABASE neo4j",
    "settings": "SHOW SETTINGS",
    "transactions": "SHOW TRANSACTIONS",
    "terminate": "TERMINATE TRANSACTION 'x'",
    "alter": "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "file": "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "file behind a clause": "WITH 1 AS one LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "address": "UNWIND [1] AS one LOAD CSV FROM 'http://127.0.0.1/x' AS row RETURN row",
    "procedure": "CALL dbms.listConfig() YIELD name RETURN name",
    "procedure in backticks": "CALL `dbms`.`listConfig`() YIELD name RETURN name",
    "procedure behind a clause": "MATCH (n:Event) CALL db.clearQueryCaches() YIELD value RETURN value",
    "procedure of another library": "CALL apoc.cypher.doIt('CREATE (n)', {})",
    "another database": "USE system SHOW USERS",
}


@pytest.mark.parametrize("query", WRITES.values(), ids=WRITES)
def test_what_does_more_than_read_is_refused(console: Console, query: str) -> None:
    with pytest.raises(WriteRefused):
        console.ask(query)

    assert events(console) == 300


@pytest.mark.parametrize("text", ["Who attacked whom in May?", "Show me all attacks", "all strikes", "?"])
def test_a_question_in_plain_english_is_no_cypher_and_not_a_write(console: Console, text: str) -> None:
    with pytest.raises(NotCypher, match="a query may not begin with") as raised:
        console.ask(text)

    assert (raised.value.line, raised.value.column) == (1, 1)


def test_a_word_that_writes_in_escaped_letters_is_refused_for_its_backslash(console: Console) -> None:
    with pytest.raises(QueryError, match="a backslash outside a text") as raised:
        console.ask("RETURN 1 AS one UNION \\u0043REATE (n)")

    assert (raised.value.line, raised.value.column) == (1, 23)
    assert events(console) == 300


@pytest.mark.parametrize("name", ["CREATE", "SET", "DETACH", "REMOVE", "FOREACH", "label", "index", "file"])
def test_the_engine_itself_refuses_what_passes_the_first_fence(console: Console, engine: Store, name: str) -> None:
    before = engine.run("MATCH (n) RETURN n ORDER BY n.id LIMIT 1")

    with pytest.raises(QueryError), engine.typed(WRITES[name], {}, tag="none", seconds=5) as stream:
        list(stream)

    assert events(console) == 300 and engine.run("MATCH (n) RETURN n ORDER BY n.id LIMIT 1") == before


def test_an_escaped_quotation_does_not_open_a_way_to_write(console: Console) -> None:
    with pytest.raises(QueryError):
        console.ask("RETURN '\\u0027 AS x MATCH (n) DELETE n //' AS x, nobody")

    assert events(console) == 300


def test_a_refused_write_names_its_clause_and_place(console: Console) -> None:
    with pytest.raises(WriteRefused) as raised:
        console.ask("MATCH (e:Event)\nDETACH DELETE e")

    problem = raised.value
    assert (problem.clause, problem.line, problem.column) == ("DETACH", 2, 1)
    assert str(problem).endswith("  DETACH DELETE e\n  ^")


@pytest.mark.parametrize("word", ["create", "Set", "DELETE", "load"])
def test_a_word_that_writes_may_be_a_name(console: Console, word: str) -> None:
    answer = console.ask(
        f"MATCH (e:Event {{id: 'e1'}}) RETURN e.{word} AS value, {{{word}: 1}} AS map, '{word}' AS text"
    )

    assert answer.rows == [{"value": None, "map": {word: 1}, "text": word}]
