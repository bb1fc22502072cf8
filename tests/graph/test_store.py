"""The store, the same on the embedded engine and on Neo4j."""

import os
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from graph.bolt import Work
from graph.errors import GraphError, QueryError, WriterBusy, WriterLost
from graph.schema import CONSTRAINTS, INDEXES, TEXT_INDEXES, Label, Link
from graph.settings import Settings
from graph.store import Store, open_store
from graph.writers import TAKE

MERGE = "UNWIND $rows AS row MERGE (e:Event {id: row.id}) SET e.first = row.first"
OLDER = """
import sys
import arcadedb_embedded
from graph.schema import DROPS_SQL, TEXT_INDEXES_SQL
with arcadedb_embedded.create_database(sys.argv[1]) as database:
    older = ("CREATE VERTEX TYPE Place", "CREATE PROPERTY Place.name STRING")
    for statement in (*older, "CREATE INDEX `place_names` ON Place (name) FULL_TEXT"):
        database.command("sql", statement)
    print([row.get("name") for row in database.query("sql", "SELECT name FROM schema:indexes")], "then")
    for statement in (*DROPS_SQL, *TEXT_INDEXES_SQL):
        database.command("sql", statement)
    print([row.get("name") for row in database.query("sql", "SELECT name FROM schema:indexes")])
"""
COUNT = "MATCH (e:Event) RETURN count(e) AS n"


def test_days_go_in_and_come_back_as_dates(store: Store) -> None:
    store.write_batch(MERGE, [{"id": "e1", "first": date(2019, 8, 27)}])

    assert store.run("MATCH (e:Event) WHERE e.first = $day RETURN e.first AS day", day=date(2019, 8, 27)) == [
        {"day": date(2019, 8, 27)}
    ]


def test_nodes_and_relationships_come_back_by_our_own_ids(store: Store) -> None:
    store.write(
        lambda work: work.run("CREATE (:Actor {id: 'hamas'})-[:DID]->(:Event {id: 'e1', first: date('2019-08-27')})")
    )

    [row] = store.run("MATCH p = (a:Actor)-[r:DID]->(e:Event) RETURN a, r, e, p")

    assert (row["a"]["id"], row["a"]["labels"]) == ("hamas", ["Actor"])
    assert (row["r"]["type"], row["r"]["start"], row["r"]["end"]) == ("DID", "hamas", "e1")
    assert row["e"]["properties"]["first"] == date(2019, 8, 27)
    assert [node["id"] for node in row["p"]["nodes"]] == ["hamas", "e1"]


def test_a_batch_is_written_in_parts_and_counted(store: Store) -> None:
    rows = [{"id": str(i), "first": None} for i in range(25)]

    assert store.write_batch(MERGE, rows, size=10) == 25
    assert store.run(COUNT) == [{"n": 25}]


def test_a_write_that_fails_leaves_nothing(store: Store) -> None:
    def half(work: Work) -> None:
        work.run(MERGE, rows=[{"id": "e1", "first": None}])
        raise GraphError("enough")

    with pytest.raises(GraphError, match="enough"):
        store.write(half)
    assert store.run(COUNT) == [{"n": 0}]


def test_a_bad_query_is_shown_with_its_place(store: Store) -> None:
    with pytest.raises(QueryError) as raised:
        store.run("MATCH (e:Event)\nRETUN e")

    problem = raised.value
    assert (problem.line, problem.text.splitlines()[1]) == (2, "RETUN e")
    assert str(problem).endswith("^")


@pytest.mark.parametrize("value", [2**70, "\ud800", object()], ids=["big", "half", "object"])
def test_a_value_that_cannot_be_sent_is_an_error_of_the_query(store: Store, value: object) -> None:
    with pytest.raises(QueryError, match="cannot be sent"):
        store.run("RETURN $value AS value", value=value)
    assert store.run("RETURN 1 AS one") == [{"one": 1}]


def test_one_key_makes_one_node_however_many_write_it_at_once(store: Store) -> None:
    def merge() -> None:
        for i in range(20):
            store.write_batch(MERGE, [{"id": str(i), "first": None}])

    threads = [threading.Thread(target=merge) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert store.run(COUNT) == [{"n": 20}]


def test_an_id_is_taken_once(store: Store) -> None:
    store.write(lambda work: work.run("CREATE (:Actor {id: 'hamas'})"))

    with pytest.raises(QueryError):
        store.write(lambda work: work.run("CREATE (:Actor {id: 'hamas'})"))


def test_names_are_found_by_their_words(store: Store) -> None:
    store.write(lambda work: work.run("CREATE (:Place {id: 'gaza', name: 'Gaza Strip', search: 'gaza strip'})"))
    query = "CALL db.index.fulltext.queryNodes('place_spellings', $words) YIELD node RETURN node.id AS id LIMIT 5"

    assert store.run(query, words="strip") == [{"id": "gaza"}]


def test_an_index_that_an_older_version_made_is_dropped(tmp_path: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-c", OLDER, str(tmp_path / "db")],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    before, after = made.stdout.split("then")
    assert ("place_names" in before, "place_names" in after, "place_spellings" in after) == (True, False, True)


def test_the_schema_is_made_twice_without_harm(store: Store) -> None:
    with open_store(store.settings) as second:
        assert second.health().answers


def test_no_label_shares_its_name_with_a_type_of_relationship() -> None:
    assert not {label.lower() for label in Label} & {link.lower() for link in Link}
    assert all(any(f":{label}" in text for label in Label) for text in (*CONSTRAINTS, *INDEXES, *TEXT_INDEXES))


def test_health_names_the_engine_and_counts(store: Store) -> None:
    store.write(lambda work: work.run("CREATE (:Actor {id: 'a'}), (:Article {id: 'b'}), (:Article {id: 'c'})"))

    health = store.health()

    assert health.answers and health.version[0].isdigit() and not health.problem
    assert ("ArcadeDB" in health.engine) == store.is_embedded
    assert (health.articles, health.events, health.actors) == (2, 0, 1)


def test_a_second_writer_is_refused_and_the_next_let_in(store: Store) -> None:
    other = Store(store.settings)
    with store.writer_lock():
        with pytest.raises(WriterBusy), other.writer_lock():
            pass
        store.write_batch(MERGE, [{"id": "e1", "first": None}])
    with other.writer_lock():
        pass
    other.close()
    assert store.run(COUNT) == [{"n": 1}]


def test_a_writer_succeeded_by_another_writes_nothing_more(neo4j_settings: Settings) -> None:
    expire = "MATCH (m:Meta {id: 'writer'}) SET m.until = timestamp() - 1"

    def steal(work: Work) -> None:
        """Let the lease end and take it, in one transaction: the holder may not renew it in between."""
        work.run(expire)
        assert work.run(TAKE, me="thief", lease=60_000) == [{"holder": "thief"}]

    with open_store(neo4j_settings) as store, open_store(neo4j_settings) as thief:
        store.write(lambda work: work.run("MATCH (e:Event) DETACH DELETE e"))
        with pytest.raises(WriterLost), store.writer_lock():
            thief.write(steal)
            store.write_batch(MERGE, [{"id": "e1", "first": None}])
        assert store.run(COUNT) == [{"n": 0}]
        thief.write(lambda work: work.run(expire))
