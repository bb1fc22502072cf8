"""The embedded engine: start it, adopt one that runs, hold it, end it and start it again, stop it.

The engine lives in a process of its own (`graph/engine_process.py`). Everybody who uses it holds it
by a lock on a file. Who started it stops it when done, unless somebody else holds it; where its
starter was killed, it ends by itself once nobody holds it.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from secrets import token_hex

from graph.engine_home import Home, State
from graph.errors import EngineError
from graph.locks import POLL_SECONDS, Lock

START_SECONDS = 90.0
STOP_SECONDS = 30.0
PORT_TAKEN = ("ddress already in use", "Unable to listen")
ANY_PORT = 0


class Engine:
    """An engine that runs, held by this process until `close`."""

    def __init__(self, home: Home, state: State, hold: Lock, child: subprocess.Popen[bytes] | None) -> None:
        self.home, self.state, self._hold, self._child = home, state, hold, child

    @property
    def address(self) -> str:
        """Give the address for the driver."""
        return f"bolt://127.0.0.1:{self.state.port}"

    @property
    def is_adopted(self) -> bool:
        """Say whether somebody else started it."""
        return self._child is None

    def is_alive(self) -> bool:
        """Say whether this very engine still runs and says so."""
        return self.home.running_state() == self.state

    def is_gone(self, *, seconds: float) -> bool:
        """Say whether this very engine has ended, or does within so many seconds."""
        end = time.monotonic() + seconds
        while self.is_alive():
            if time.monotonic() > end:
                return False
            time.sleep(POLL_SECONDS)
        return True

    def was_ended(self) -> bool:
        """Say whether somebody has ended this very engine for a query that nothing else ends."""
        return self.home.ended() == self.state

    def password(self, user: str) -> str:
        """Give the password of OWNER or READER."""
        return self.home.passwords[user].read_text("utf-8")

    def kill(self) -> None:
        """End the engine at once, whoever holds it; what was committed stays. Needs `starting`. Raises EngineError."""
        if self.is_alive():
            self.home.note_end(self.state)
            _signal(self.state, signal.SIGKILL)
            _await_end(self.home, self._child)

    def let_go(self) -> None:
        """Hold the engine no longer, so that it counts this user no more. Needs `starting`."""
        self._hold.release()
        self._hold.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the engine; who started it stops it, unless it is kept or somebody else holds it.

        Raises EngineError where it does not stop.
        """
        with _starting(self.home):
            self.let_go()
            if self._child is None or self._child.poll() is not None:
                return
            if self.home.is_kept or self.home.holders():
                return
            self._child.terminate()
            _await_end(self.home, self._child)


def open_engine(folder: Path, heap: str) -> Engine:
    """Adopt the engine of a folder, or start one where none runs: the one kept there that died, if any.

    heap: most memory of its heap, as Java has it ("512m"); one that was kept has its own.
    Raises EngineError where it does not start.
    """
    home = Home(folder)
    home.make()
    with _starting(home):
        return _held(home, _wanted(home, heap))


def open_again(before: Engine, heap: str, *, ends: bool = False) -> Engine:
    """Give the engine in the place of one that has ended, or that is ended now, and let go of that one.

    ends: end the one before, whoever holds it; nobody can start another meanwhile. What follows one that
    was ended so has the same heap. What follows one that is kept has its heap and its port, however it ended.
    Raises EngineError where it does not start.
    """
    home = before.home
    with _starting(home):
        if ends:
            before.kill()
        after = _held(home, _wanted(home, (before.was_ended() and before.state.heap) or heap))
        before.let_go()
        return after


def start_kept(folder: Path, heap: str) -> tuple[State, bool]:
    """Start an engine that stays until `stop_engine`, or let one that runs stay so long.

    heap: most memory of its heap, also where one with another died here; one that runs has its own.

    Gives where it is and whether it ran before. Where it dies meanwhile, who needs it next starts it again.
    Raises EngineError where it does not start.
    """
    home = Home(folder)
    home.make()
    with _starting(home):
        running = _running_state(home)
        state = running or _start(home, replace(_wanted(home, heap), heap=heap))[0]
        home.keep(state)
        return state, running is not None


def stop_engine(folder: Path) -> bool:
    """Stop the engine of a folder, whoever holds it, keep none any more, and say whether one ran."""
    home = Home(folder)
    if not home.folder.exists():
        return False
    with _starting(home):
        home.keep_no_more()
        if not (state := _running_state(home)):
            return False
        _signal(state, signal.SIGTERM)
        _await_end(home, None)
    return True


def running_engine(folder: Path) -> State | None:
    """Say where the engine of a folder runs, None where none does."""
    return Home(folder).running_state()


@contextmanager
def _starting(home: Home) -> Iterator[None]:
    """Hold the lock on starting, adopting and ending while the block runs."""
    lock = Lock(home.starting_file)
    if not lock.acquire(seconds=START_SECONDS):
        raise EngineError(f"is being started or stopped by another process for over {START_SECONDS:g} s", home.log)
    try:
        yield
    finally:
        lock.release()


def _wanted(home: Home, heap: str) -> State:
    """Say what the next engine is to be like: the one that is kept, else one of this heap at any port."""
    kept = home.kept()
    return State(0, kept.port, kept.heap or heap) if kept else State(0, ANY_PORT, heap)


def _held(home: Home, wanted: State) -> Engine:
    """Hold the engine of a folder, adopted, or started as is wanted where none runs."""
    hold = Lock(home.holds / f"{os.getpid()}-{token_hex(4)}")
    hold.acquire()
    try:
        state = _running_state(home)
        if state:
            return Engine(home, state, hold, None)
        state, child = _start(home, wanted)
        return Engine(home, state, hold, child)
    except EngineError:
        hold.release()
        hold.path.unlink(missing_ok=True)
        raise


def _running_state(home: Home) -> State | None:
    """Give the state of an engine that runs, waiting for one that is just starting or stopping.

    An engine writes its state again where the file was lost or spoilt.
    """
    end = time.monotonic() + START_SECONDS
    while home.is_running():
        if state := home.running_state():
            return state
        if time.monotonic() > end:
            raise EngineError(f"owns {home.folder} but does not say where it listens", home.log)
        time.sleep(POLL_SECONDS)
    return None


def _start(home: Home, wanted: State) -> tuple[State, subprocess.Popen[bytes]]:
    """Start the engine, a second time at any port where somebody took its port meanwhile."""
    child = _spawn(home, wanted)
    try:
        state = _await_start(home, child)
    except EngineError as problem:
        if not any(words in problem.problem for words in PORT_TAKEN):
            raise
        child = _spawn(home, replace(wanted, port=ANY_PORT))
        state = _await_start(home, child)
    if home.is_kept:
        home.keep(state)
    return state, child


def _spawn(home: Home, wanted: State) -> subprocess.Popen[bytes]:
    """Start the engine's process, deaf to the terminal's Ctrl-C."""
    home.state_file.unlink(missing_ok=True)
    root = str(Path(__file__).parents[1])
    how = [str(home.folder), wanted.heap, str(wanted.port)]
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    with home.log.open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "graph.engine_process", *how],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            cwd=root,
            env=os.environ | {"PYTHONPATH": path},
        )


def _await_start(home: Home, child: subprocess.Popen[bytes]) -> State:
    """Wait until the engine says where it listens."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        state = home.state()
        if state and state.pid == child.pid:
            return state
        if child.poll() is not None:
            raise EngineError(f"ended with status {child.returncode} while starting ({home.reason()})", home.log)
        time.sleep(POLL_SECONDS)
    child.kill()
    child.wait()
    raise EngineError(f"did not start within {START_SECONDS:g} s ({home.reason()})", home.log)


def _signal(state: State, number: signal.Signals) -> None:
    """Tell an engine's process to end; one that has ended meanwhile needs no telling."""
    with suppress(ProcessLookupError):
        os.kill(state.pid, number)


def _await_end(home: Home, child: subprocess.Popen[bytes] | None) -> None:
    """Wait until an engine told to stop is gone."""
    end = time.monotonic() + STOP_SECONDS
    while home.is_running() or (child and child.poll() is None):
        if time.monotonic() > end:
            raise EngineError(f"did not stop within {STOP_SECONDS:g} s", home.log)
        time.sleep(POLL_SECONDS)
