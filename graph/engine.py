"""The embedded engine: start it, adopt one that runs, hold it, stop it.

The engine lives in a process of its own (`graph/engine_process.py`). Everybody who uses it holds it
by a lock on a file. Who started it stops it when done, unless somebody else holds it; where its
starter was killed, it ends by itself once nobody holds it.
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_hex

from filelock import FileLock, Timeout

from graph.errors import EngineError

DATABASE = "neo4j"
OWNER = "root"
READER = "reader"
HELD, KEPT = "held", "kept"
START_SECONDS = 90.0
STOP_SECONDS = 30.0
POLL_SECONDS = 0.05
PORT_TAKEN = "ddress already in use"
_FRAMES = ("at ", "File ", "raise ", "The above exception")
_TELLING = re.compile(r"error|exception|invalid", re.IGNORECASE)


def free_port() -> int:
    """Give a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Lock:
    """A lock on a file, freed by the system when the process that holds it is gone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path, thread_local=False, mode=0o600)

    def acquire(self, *, seconds: float = 0) -> bool:
        """Wait for the lock at most so long, and say whether it was taken."""
        try:
            self._lock.acquire(timeout=seconds, poll_interval=POLL_SECONDS)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Free the lock."""
        self._lock.release(force=True)

    def is_free(self) -> bool:
        """Say whether nobody holds the lock."""
        if not self.acquire():
            return False
        self.release()
        return True


@dataclass(frozen=True, slots=True)
class State:
    """Where a running engine is: its process and its port for Bolt."""

    pid: int
    port: int


class Home:
    """The engine's folder: its files, its passwords and the locks around it.

    `running` is held by the engine as long as it lives, so the state file of one that was killed
    deceives nobody; `starting` by whoever starts, adopts or ends one; a file in `holds` by each user.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.config = self.folder / "config"
        self.log = self.folder / "engine.log"
        self.state_file = self.folder / "engine.json"
        self.passwords = {OWNER: self.folder / "owner.password", READER: self.folder / "reader.password"}
        self.running_file = self.folder / "running.lock"
        self.starting_file = self.folder / "starting.lock"
        self.holds = self.folder / "holds"

    def make(self) -> None:
        """Make the folder, for its owner only. Raises EngineError where it cannot be made or written to."""
        try:
            self.holds.mkdir(parents=True, exist_ok=True)
            self.folder.chmod(0o700)
        except OSError as problem:
            found = f"cannot use {self.folder} ({problem.strerror or problem})"
            raise EngineError(f"{found}; wanted CASUS_DATA to name a folder that can be written to") from problem

    def is_running(self) -> bool:
        """Say whether an engine owns this folder now."""
        return self.running_file.exists() and not Lock(self.running_file).is_free()

    def state(self) -> State | None:
        """Give the state as the engine wrote it, None where there is none or it cannot be read."""
        try:
            return State(**json.loads(self.state_file.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write_state(self, state: State) -> None:
        """Write the state in one step, so that nobody reads half of it."""
        draft = self.state_file.with_suffix(".new")
        draft.write_text(json.dumps(asdict(state)), "utf-8")
        draft.replace(self.state_file)

    def holders(self) -> int:
        """Count who holds the engine, and clear away what dead processes left. Needs `starting`."""
        count = 0
        for file in self.holds.iterdir():
            if Lock(file).is_free():
                file.unlink(missing_ok=True)
            else:
                count += 1
        return count

    def reason(self) -> str:
        """Give what the log says of a failure: its first and last line that name an error, else its last line."""
        try:
            lines = [line.strip() for line in self.log.read_text("utf-8", "replace").splitlines() if line.strip()]
        except OSError:
            return "there is no log"
        telling = [line for line in lines if _TELLING.search(line) and not line.startswith(_FRAMES)]
        named = dict.fromkeys(telling[:1] + telling[-1:] or lines[-1:])
        return " | ".join(named) or "the log is empty"


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
        """Say whether this very engine still runs."""
        return self.home.is_running() and self.home.state() in (self.state, None)

    def is_gone(self, *, seconds: float) -> bool:
        """Say whether this very engine has ended, or does within so many seconds."""
        end = time.monotonic() + seconds
        while self.is_alive():
            if time.monotonic() > end:
                return False
            time.sleep(POLL_SECONDS)
        return True

    def password(self, user: str) -> str:
        """Give the password of OWNER or READER."""
        return self.home.passwords[user].read_text("utf-8")

    def kill(self) -> None:
        """End the engine at once, whoever holds it; what was committed stays. Raises EngineError."""
        if self.is_alive():
            os.kill(self.state.pid, signal.SIGKILL)
            _await_end(self.home, self._child)

    def close(self) -> None:
        """Let go of the engine; who started it stops it, unless somebody else holds it.

        Raises EngineError where it does not stop.
        """
        starting = _starting(self.home)
        try:
            self._hold.release()
            self._hold.path.unlink(missing_ok=True)
            if self._child is None or self._child.poll() is not None or self.home.holders():
                return
            self._child.terminate()
        finally:
            starting.release()
        _await_end(self.home, self._child)


def open_engine(folder: Path, heap: str) -> Engine:
    """Adopt the engine of a folder, or start one where none runs.

    heap: most memory of its heap, as Java has it ("512m").
    Raises EngineError where it does not start.
    """
    home = Home(folder)
    home.make()
    starting = _starting(home)
    try:
        hold = Lock(home.holds / f"{os.getpid()}-{token_hex(4)}")
        hold.acquire()
        try:
            state = _running_state(home)
            if state:
                return Engine(home, state, hold, None)
            state, child = _start(home, heap, HELD)
            return Engine(home, state, hold, child)
        except EngineError:
            hold.release()
            hold.path.unlink(missing_ok=True)
            raise
    finally:
        starting.release()


def start_kept(folder: Path, heap: str) -> tuple[State, bool]:
    """Start an engine that stays until `stop_engine`; give where it is and whether it ran before."""
    home = Home(folder)
    home.make()
    starting = _starting(home)
    try:
        state = _running_state(home)
        return (state, True) if state else (_start(home, heap, KEPT)[0], False)
    finally:
        starting.release()


def stop_engine(folder: Path) -> bool:
    """Stop the engine of a folder, whoever holds it, and say whether one ran."""
    home = Home(folder)
    if not home.folder.exists() or not (state := _running_state(home)):
        return False
    os.kill(state.pid, signal.SIGTERM)
    _await_end(home, None)
    return True


def running_engine(folder: Path) -> State | None:
    """Say where the engine of a folder runs, None where none does."""
    home = Home(folder)
    return home.state() if home.is_running() else None


def _starting(home: Home) -> Lock:
    """Take the lock on starting, adopting and ending."""
    lock = Lock(home.starting_file)
    if not lock.acquire(seconds=START_SECONDS):
        raise EngineError(f"is being started or stopped by another process for over {START_SECONDS:g} s", home.log)
    return lock


def _running_state(home: Home) -> State | None:
    """Give the state of an engine that runs, waiting for one that is just starting or stopping.

    An engine writes its state again where the file was lost or spoilt.
    """
    end = time.monotonic() + START_SECONDS
    while home.is_running():
        if state := home.state():
            return state
        if time.monotonic() > end:
            raise EngineError(f"owns {home.folder} but does not say where it listens", home.log)
        time.sleep(POLL_SECONDS)
    return None


def _start(home: Home, heap: str, how: str) -> tuple[State, subprocess.Popen[bytes]]:
    """Start the engine, a second time where somebody took its free port meanwhile."""
    child = _spawn(home, heap, how)
    try:
        return _await_start(home, child), child
    except EngineError as problem:
        if PORT_TAKEN not in problem.problem:
            raise
    child = _spawn(home, heap, how)
    return _await_start(home, child), child


def _spawn(home: Home, heap: str, how: str) -> subprocess.Popen[bytes]:
    """Start the engine's process, deaf to the terminal's Ctrl-C."""
    home.state_file.unlink(missing_ok=True)
    root = str(Path(__file__).parents[1])
    command = [sys.executable, "-m", "graph.engine_process", str(home.folder), heap, how]
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    with home.log.open("wb") as log:
        return subprocess.Popen(
            command,
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


def _await_end(home: Home, child: subprocess.Popen[bytes] | None) -> None:
    """Wait until an engine told to stop is gone."""
    end = time.monotonic() + STOP_SECONDS
    while home.is_running() or (child and child.poll() is None):
        if time.monotonic() > end:
            raise EngineError(f"did not stop within {STOP_SECONDS:g} s", home.log)
        time.sleep(POLL_SECONDS)
