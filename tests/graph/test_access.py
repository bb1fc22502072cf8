"""The way to a graph that goes away, comes back, refuses or is closed."""

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

from graph.engine import running_engine
from graph.engine_home import OWNER, free_port
from graph.errors import GraphError, StoreDown, StoreRefused, StoreRestarting
from graph.settings import Settings
from graph.store import Store, open_store

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
