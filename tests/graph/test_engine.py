"""The embedded engine: who starts it, who adopts it, what happens when somebody is killed."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.bolt import Bolt
from graph.engine import Engine, open_engine, running_engine, stop_engine
from graph.engine_home import DATABASE, OWNER, READER, Home, State, free_port
from graph.errors import EngineError, QueryError, WriteRefused
from graph.locks import Lock

Wait = Callable[[Callable[[], object]], bool]
HEAP = "256m"
PATIENCE = 120.0
HOLD = "import sys, time; from pathlib import Path; from graph.engine import open_engine\n"
HOLD += "engine = open_engine(Path(sys.argv[1]), '256m'); print(engine.state.pid, flush=True); time.sleep(600)"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of one engine, started and stopped by the tests of this file in turn."""
    return tmp_path_factory.mktemp("data") / "engine"


@pytest.fixture
def engine(folder: Path) -> Iterator[Engine]:
    """Give a running engine."""
    opened = open_engine(folder, HEAP)
    yield opened
    opened.close()


def starter(folder: Path) -> tuple[subprocess.Popen[str], int]:
    """Start a process that opens the engine and holds it; give it and the engine's process id."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    return process, int(process.stdout.readline())


def bolt(engine: Engine, user: str = OWNER) -> Bolt:
    """Connect one of the engine's accounts."""
    return Bolt(engine.address, user, engine.password(user), DATABASE)


def test_an_engine_that_runs_is_adopted_and_left_running(engine: Engine, folder: Path) -> None:
    second = open_engine(folder, HEAP)

    assert second.is_adopted and second.state == engine.state

    second.close()
    assert engine.is_alive()


def test_passwords_are_for_their_owner_only(engine: Engine) -> None:
    for file in engine.home.passwords.values():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert engine.password(OWNER) != engine.password(READER)
    assert stat.S_IMODE(engine.home.folder.stat().st_mode) == 0o700


def test_passwords_do_not_stand_in_the_list_of_processes(engine: Engine) -> None:
    shown = subprocess.run(["ps", "-ww", "-o", "args=", "-p", str(engine.state.pid)], capture_output=True, text=True)

    assert "graph.engine_process" in shown.stdout
    assert not any(file.read_text() in shown.stdout for file in engine.home.passwords.values())


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc: run it on Linux")
def test_the_engine_listens_on_loopback_only(engine: Engine) -> None:
    inodes = {str(link.readlink()) for link in Path(f"/proc/{engine.state.pid}/fd").iterdir() if link.is_symlink()}
    rows = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/{engine.state.pid}/net/{name}").read_text().splitlines()[1:]
    ]
    own = [row[1].partition(":")[0] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in inodes]

    assert own and all(address.endswith("0100007F") for address in own)


def test_the_reader_reads_and_does_not_write(engine: Engine) -> None:
    reader = bolt(engine, READER)

    assert reader.command("RETURN 1 AS one") == [{"one": 1}]
    for statement in ("CREATE (:Actor {id: 'x'})", "CREATE INDEX i FOR (n:Actor) ON (n.kind)", "CREATE (:Fresh)"):
        with pytest.raises(WriteRefused):
            reader.command(statement)
    reader.close()


def test_no_account_loads_files_or_addresses(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("secret")

    for user in (OWNER, READER):
        connection = bolt(engine, user)
        for address in (f"file://{tmp_path}/secret.csv", "http://127.0.0.1:9/x.csv"):
            with pytest.raises(QueryError):
                connection.command("LOAD CSV FROM $address AS row RETURN row", address=address)
        connection.close()


def test_a_spoilt_state_file_is_written_again(engine: Engine, folder: Path) -> None:
    engine.home.state_file.write_text('{"pid": 1')

    second = open_engine(folder, HEAP)

    assert second.is_adopted and second.state == engine.state
    second.close()


def test_a_killed_engine_is_started_again_and_keeps_what_was_committed(folder: Path, comes_true: Wait) -> None:
    first = open_engine(folder, HEAP)
    connection = bolt(first)
    connection.command("CREATE (:Actor {id: 'kept'})")
    os.kill(first.state.pid, signal.SIGKILL)
    assert comes_true(lambda: not first.home.is_running())
    connection.close()
    assert first.home.state() == first.state, "the state file of a killed engine stays"

    second = open_engine(folder, HEAP)

    assert not second.is_adopted and second.state.pid != first.state.pid
    connection = bolt(second)
    assert connection.command("MATCH (a:Actor {id: 'kept'}) RETURN count(a) AS n") == [{"n": 1}]
    connection.close()
    first.close()
    assert second.is_alive(), "closing the dead one does not stop its successor"
    second.close()
    assert running_engine(folder) is None


def test_a_state_file_with_a_reused_process_id_deceives_nobody(folder: Path) -> None:
    Home(folder).write_state(State(os.getpid(), free_port()))

    engine = open_engine(folder, HEAP)

    assert not engine.is_adopted and engine.state.pid != os.getpid()
    engine.close()
    assert "Server is down" in engine.home.log.read_text(), "stopped in order"


def test_an_engine_that_just_starts_is_told_from_the_one_a_stale_state_names(folder: Path) -> None:
    home = Home(folder)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    stale = State(ended.pid, free_port())
    home.write_state(stale)
    starting = Lock(home.running_file)
    assert starting.acquire()

    assert home.is_running() and home.state() == stale
    assert running_engine(folder) is None, "its process is gone"

    starting.release()
    assert stop_engine(folder) is False


@pytest.mark.parametrize("text", ['{"pid": -1, "port": 1}', '{"pid": "x", "port": 1}', '{"pid": 0, "port": 1}', "[1]"])
def test_a_state_that_names_no_process_is_none(tmp_path: Path, text: str) -> None:
    home = Home(tmp_path)
    home.make()
    home.state_file.write_text(text)

    assert home.state() is None


def test_who_asks_for_a_lock_is_not_taken_for_its_holder(tmp_path: Path) -> None:
    ask = "import sys; from pathlib import Path; from graph.locks import Lock\n"
    ask += "lock = Lock(Path(sys.argv[1])); print(all(lock.is_free() for _ in range(20000)))"
    lock = tmp_path / "a.lock"
    assert Lock(lock).is_free()
    lock.touch()

    askers = [subprocess.Popen([sys.executable, "-c", ask, str(lock)], stdout=subprocess.PIPE) for _ in range(2)]

    assert [asker.communicate()[0].strip() for asker in askers] == [b"True", b"True"]


def test_an_engine_whose_starter_was_killed_lives_for_its_adopters_and_then_ends(
    folder: Path, comes_true: Wait
) -> None:
    process, pid = starter(folder)
    adopted = open_engine(folder, HEAP)
    process.kill()
    process.wait()
    for _ in range(2):  # it looks after its state file and then at who holds it, so after the second time it has looked
        adopted.home.state_file.unlink()
        assert comes_true(adopted.home.state_file.exists)

    assert adopted.state.pid == pid and adopted.is_alive()

    adopted.close()
    assert comes_true(lambda: running_engine(folder) is None)


def test_starters_at_once_make_one_engine(folder: Path, comes_true: Wait) -> None:
    processes, pids = zip(*[starter(folder) for _ in range(2)], strict=True)

    assert len(set(pids)) == 1

    for process in processes:
        process.terminate()
        process.wait()
    assert comes_true(lambda: running_engine(folder) is None)


def test_an_engine_that_does_not_start_says_why_and_where_its_log_is(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as raised:
        open_engine(tmp_path / "engine", "nonsense")

    assert raised.value.log == tmp_path / "engine/engine.log"
    assert "heap" in str(raised.value) and str(raised.value.log) in str(raised.value)


def test_a_folder_that_cannot_be_made_is_named_with_its_variable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(EngineError, match="CASUS_DATA") as raised:
        open_engine(tmp_path / "file/engine", "64m")

    assert str(tmp_path / "file/engine") in str(raised.value) and raised.value.log is None
