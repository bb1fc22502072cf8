"""The folder of the embedded engine: its files, its passwords, the locks around it, and what the files say."""

import json
import os
import re
import socket
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from graph.errors import EngineError
from graph.locks import Lock

DATABASE = "neo4j"
OWNER = "root"
READER = "reader"
_FRAMES = ("at ", "File ", "raise ", "The above exception")
_TELLING = re.compile(r"error|exception|invalid", re.IGNORECASE)


def free_port() -> int:
    """Give a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_process(pid: int) -> bool:
    """Say whether a process of ours has this id."""
    try:
        os.kill(pid, 0)
    except (OSError, OverflowError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class State:
    """Where an engine is - its process and its port for Bolt - and the most memory of its heap, as Java has it."""

    pid: int
    port: int
    heap: str = ""


class Home:
    """The engine's folder: its files, its passwords and the locks around it.

    `running` is held by the engine as long as it lives, so the state file of one that was killed
    deceives nobody; `starting` by whoever starts, adopts or ends one; a file in `holds` by each user.
    An engine is kept, whoever holds it, as long as there is a note that one is to be.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.config = self.folder / "config"
        self.log = self.folder / "engine.log"
        self.state_file = self.folder / "engine.json"
        self.ended_file = self.folder / "ended.json"
        self.kept_file = self.folder / "kept.json"
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
        return not Lock(self.running_file).is_free()

    def running_state(self) -> State | None:
        """Give the state of the engine that owns this folder now, None where none does or it does not say yet."""
        state = self.state() if self.is_running() else None
        return state if state and is_process(state.pid) else None

    def state(self) -> State | None:
        """Give the state as an engine wrote it, None where there is none or it cannot be read."""
        return _state_in(self.state_file)

    def write_state(self, state: State) -> None:
        """Write the state in one step, so that nobody reads half of it."""
        _write(self.state_file, state)

    def ended(self) -> State | None:
        """Give the state of the last engine that was ended for a query, None where none was."""
        return _state_in(self.ended_file)

    def note_end(self, state: State) -> None:
        """Note that an engine is ended for a query which nothing else ends, for all who use it."""
        _write(self.ended_file, state)

    @property
    def is_kept(self) -> bool:
        """Say whether an engine is to run here although nobody holds it."""
        return self.kept_file.exists()

    def kept(self) -> State | None:
        """Give the state of the last engine that was kept, None where none is or its note cannot be read."""
        return _state_in(self.kept_file)

    def keep(self, state: State) -> None:
        """Note that this engine is kept, and what follows it where it dies. Needs `starting`."""
        _write(self.kept_file, state)

    def keep_no_more(self) -> None:
        """Take back that an engine is kept. Needs `starting`."""
        self.kept_file.unlink(missing_ok=True)

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


def _state_in(file: Path) -> State | None:
    """Read a state, whatever else another version wrote with it; a process id that is none is nobody's."""
    try:
        found = json.loads(file.read_text("utf-8"))
        state = State(**{item.name: found[item.name] for item in fields(State) if item.name in found})
    except (OSError, ValueError, TypeError):
        return None
    return state if isinstance(state.pid, int) and state.pid > 0 else None


def _write(file: Path, state: State) -> None:
    """Write a state in one step."""
    draft = file.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(asdict(state)), "utf-8")
    draft.replace(file)
