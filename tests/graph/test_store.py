"""The store, the same on the embedded engine and on Neo4j."""

import os
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.bolt import Work
from graph.engine import running_engine
from graph.engine_home import OWNER, free_port
from graph.errors import GraphError, QueryError, StoreDown, StoreRefused, StoreRestarting, WriterBusy, WriterLost
from graph.schema import CONSTRAINTS, INDEXES, TEXT_INDEXES, Label, Link
from graph.settings import Settings
from graph.store import Store, open_store
from graph.writers import TAKE

MERGE = "UNWIND $rows AS row MERGE (e:Event {id: row.id}) SET e.first = row.first"
COUNT = "MATCH (e:Event) RETURN count(e) AS n"


class Door:
    """A port that leads to a server and can be shut, as a server that goes away and comes back."""

    def __init__(self, target: int) -> None:
        self.port, self._target = free_port(), target
        self._open: list[socket.socket] = []
        self._listener: socket.socket | None = None

    def open(self) -> None:
        """Let connections in."""
        self._listener = socket.create_server(("127.0.0.1", self.port), reuse_port=False)
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def shut(self) -> None:
        """Break every connection and take no more."""
        assert self._listener
        for end in (self._listener, *self._open):
            with_shutdown(end)
        self._open.clear()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                inner, outer = listener.accept()[0], socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                return
            self._open += [inner, outer]
            for one, other in ((inner, outer), (outer, inner)):
                threading.Thread(target=pump, args=(one, other), daemon=True).start()


def with_shutdown(end: socket.socket) -> None:
    """Close a socket somebody else reads from."""
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


def pump(one: socket.socket, other: socket.socket) -> None:
    """Carry bytes one way until an end closes."""
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    with_shutdown(other)


def as_server(store: Store, **changed: object) -> Settings:
    """Give settings that reach a store's engine as a server at an address."""
    user, word = store.settings.graph_user, store.settings.password()
    if store.engine:
        user, word = OWNER, store.engine.password(OWNER)
    settings = Settings(graph_url=store.address, graph_user=user, graph_password=word, data=store.settings.data)
    return replace(settings, **changed)  # type: ignore[arg-type]


def port_of(address: str) -> int:
    """Give the port of an address."""
    return int(address.rpartition(":")[2])


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
    store.write(lambda work: work.run("CREATE (:Place {id: 'gaza', name: 'Gaza Strip'})"))
    query = "CALL db.index.fulltext.queryNodes('place_names', $words) YIELD node RETURN node.id AS id LIMIT 5"

    assert store.run(query, words="strip") == [{"id": "gaza"}]


def test_the_schema_is_made_twice_without_harm(store: Store) -> None:
    with open_store(as_server(store)) if not store.is_embedded else open_store(store.settings) as second:
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


def test_what_failed_while_writing_is_told_also_where_the_right_to_write_cannot_be_given_back(
    neo4j_settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    door = Door(port_of(neo4j_settings.graph_url))
    door.open()
    client = Store(replace(neo4j_settings, graph_url=f"bolt://127.0.0.1:{door.port}"))
    with pytest.raises(GraphError, match="the first to fail"), client.writer_lock():
        door.shut()
        raise GraphError("the first to fail")

    assert "the right to write was not given back" in caplog.text
    client.close()
    with open_store(neo4j_settings) as store:
        store.write(lambda work: work.run("MATCH (m:Meta {id: 'writer'}) REMOVE m.holder, m.until"))


def test_a_closed_store_stays_closed(tmp_path: Path) -> None:
    with open_store(Settings(data=tmp_path, heap="256m")) as store:
        pass

    with pytest.raises(StoreDown, match="it is closed"):
        store.run(COUNT)
    assert running_engine(store.settings.engine_folder) is None


def test_a_store_that_does_not_wait_says_at_once_that_its_engine_is_started_again(
    tmp_path: Path, comes_true: Callable[[Callable[[], object]], bool]
) -> None:
    store = Store(Settings(data=tmp_path, heap="256m"), is_patient=False)
    store.open()
    store.write_batch(MERGE, [{"id": "e1", "first": date(2019, 8, 27)}])
    assert store.engine
    os.kill(store.engine.state.pid, signal.SIGKILL)

    with pytest.raises(StoreRestarting, match="its engine died"):
        store.run(COUNT)

    assert comes_true(lambda: store.health().answers)
    assert store.run(COUNT) == [{"n": 1}]
    store.close()


def test_a_wrong_password_is_said_and_is_no_server_away(store: Store) -> None:
    with pytest.raises(StoreRefused) as raised, open_store(as_server(store, graph_password="wrong")):
        pass

    assert "wrong" not in str(raised.value) and store.address in str(raised.value)


def test_a_password_put_right_after_a_refused_start_is_read_anew(
    neo4j: Store, tmp_path: Path, comes_true: Callable[[Callable[[], object]], bool]
) -> None:
    settings, file = as_server(neo4j), tmp_path / "password"
    file.write_text("wrong")
    client = Store(replace(settings, graph_password="", graph_password_file=str(file)))
    with pytest.raises(StoreRefused):
        client.open()

    file.write_text(settings.graph_password)

    assert comes_true(lambda: client.health().answers)  # the server takes no password for a while after wrong ones
    client.close()


def test_a_server_that_goes_away_is_said_and_found_again(neo4j_settings: Settings) -> None:
    door = Door(port_of(neo4j_settings.graph_url))
    client = Store(replace(neo4j_settings, graph_url=f"bolt://127.0.0.1:{door.port}"))
    with pytest.raises(StoreDown):
        client.open()
    door.open()
    assert client.run("RETURN 1 AS one") == [{"one": 1}]
    door.shut()
    with pytest.raises(StoreDown):
        client.run("RETURN 1 AS one")
    assert not client.health().answers
    door.open()
    assert client.run("RETURN 1 AS one") == [{"one": 1}]
    door.shut()
    client.close()


def test_an_engine_killed_under_the_store_is_started_again(tmp_path: Path) -> None:
    with open_store(Settings(data=tmp_path, heap="256m")) as store:
        store.write_batch(MERGE, [{"id": "e1", "first": date(2019, 8, 27)}])
        assert store.engine
        os.kill(store.engine.state.pid, signal.SIGKILL)

        assert store.run(COUNT) == [{"n": 1}]
