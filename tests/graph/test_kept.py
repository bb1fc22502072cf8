"""An engine that is kept though nobody holds it: until it is stopped by hand, however often it dies before."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from graph.engine import open_again, open_engine, running_engine, start_kept, stop_engine
from graph.engine_home import State

HEAP = "256m"
PATIENCE = 120.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of one engine, started and stopped by the tests of this file in turn."""
    return tmp_path_factory.mktemp("data") / "engine"


def test_an_engine_ended_for_a_query_is_followed_by_one_like_it(folder: Path) -> None:
    state, _ = start_kept(folder, HEAP)
    user, other = open_engine(folder, "300m"), open_engine(folder, "300m")

    after = open_again(user, "300m", ends=True)

    assert user.was_ended() and other.was_ended() and not after.was_ended()
    assert after.state == State(after.state.pid, state.port, HEAP) and after.state.pid != state.pid
    followed = open_again(other, "300m")
    assert followed.is_adopted and followed.state == after.state
    for engine in (user, other, followed, after):
        engine.close()
    assert running_engine(folder) == after.state, "it is kept"
    assert stop_engine(folder)


def test_a_kept_engine_that_was_killed_is_kept_again_by_whoever_needs_it_next(folder: Path) -> None:
    state, _ = start_kept(folder, HEAP)
    user = open_engine(folder, "300m")
    os.kill(state.pid, signal.SIGKILL)
    assert user.is_gone(seconds=PATIENCE)

    after = open_again(user, "300m")
    user.close()
    after.close()

    assert not user.was_ended() and running_engine(folder) == after.state, "it is kept"
    assert (after.state.port, after.state.heap) == (state.port, HEAP)
    os.kill(after.state.pid, signal.SIGKILL)
    assert after.is_gone(seconds=PATIENCE)
    last = open_engine(folder, "300m")
    last.close()
    assert not last.is_adopted and running_engine(folder) == last.state, "also by who never knew it"
    assert stop_engine(folder)


def test_a_kept_engine_that_died_is_started_by_hand_with_the_heap_that_is_wanted_then(folder: Path) -> None:
    state, _ = start_kept(folder, HEAP)
    user = open_engine(folder, HEAP)
    os.kill(state.pid, signal.SIGKILL)
    assert user.is_gone(seconds=PATIENCE)
    user.close()

    after, was_running = start_kept(folder, "300m")

    assert not was_running and (after.port, after.heap) == (state.port, "300m")
    assert stop_engine(folder)


def test_nobody_keeps_an_engine_again_that_was_stopped_by_hand(folder: Path) -> None:
    start_kept(folder, HEAP)
    user, late = open_engine(folder, HEAP), open_engine(folder, HEAP)
    after = open_again(user, HEAP, ends=True)
    assert stop_engine(folder)

    last = open_again(late, HEAP)
    for engine in (user, late, after, last):
        engine.close()

    assert late.was_ended() and running_engine(folder) is None


def test_an_engine_that_runs_already_stays_once_it_is_to_be_kept(folder: Path) -> None:
    engine = open_engine(folder, HEAP)
    assert start_kept(folder, "300m") == (engine.state, True)

    engine.close()

    assert running_engine(folder) == engine.state
    assert stop_engine(folder) and not stop_engine(folder)


def test_a_kept_engine_whose_port_was_taken_starts_at_another_and_stays_there(folder: Path) -> None:
    state, _ = start_kept(folder, HEAP)
    user = open_engine(folder, HEAP)
    os.kill(state.pid, signal.SIGKILL)
    assert user.is_gone(seconds=PATIENCE)
    with socket.create_server(("127.0.0.1", state.port)):
        after = open_again(user, HEAP)

    assert after.state.port != state.port and after.home.kept() == after.state
    after.close()
    user.close()
    assert stop_engine(folder)


def test_commands_start_an_engine_that_stays_and_stop_it(folder: Path) -> None:
    def command(word: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "graph", "engine", word]
        environment = os.environ | {"CASUS_DATA": str(folder.parent), "CASUS_HEAP": HEAP}
        return subprocess.run(line, env=environment, capture_output=True, text=True)

    assert command("status").returncode == 1
    assert "started" in command("start").stdout
    assert "was running already" in command("start").stdout
    assert command("status").returncode == 0
    assert "stopped" in command("stop").stdout
    assert "no engine" in command("stop").stdout
