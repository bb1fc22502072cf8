"""The port of the server: taken before anything slow, listened on once there is something to answer."""

import errno
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

from web.errors import WebError

ASK_SECONDS = 2.0
ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


class PortTaken(WebError):
    """A port that is in use. is_ours: whether it is Casus itself."""

    def __init__(self, host: str, port: int, *, is_ours: bool) -> None:
        self.host, self.port, self.is_ours = host, port, is_ours
        if is_ours:
            problem = f"Casus is already running at {address_of(host, port)}; stop it first, or choose another port"
        else:
            problem = f"port {port} of {host} is in use by another program; choose another port"
        super().__init__(f"{problem}: PORT={port + 1 if port < 65535 else 8000} make serve")


class AddressUnusable(WebError):
    """An address this machine cannot listen on."""

    def __init__(self, host: str, port: int, problem: str) -> None:
        self.host, self.port, self.problem = host, port, problem
        super().__init__(f"cannot listen on {host}:{port}: {problem}; wanted HOST and PORT this machine may use")


def address_of(host: str, port: int) -> str:
    """Give the address of a server as a browser takes it.

    >>> address_of("127.0.0.1", 8000), address_of("::1", 8000)
    ('http://127.0.0.1:8000', 'http://[::1]:8000')
    """
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def addresses_of(host: str, port: int) -> str:
    """Name the address of a server; where it listens everywhere, the one of this machine as well.

    >>> addresses_of("0.0.0.0", 8000)
    'http://0.0.0.0:8000, on this machine http://127.0.0.1:8000'
    """
    address = address_of(host, port)
    return f"{address}, on this machine {address_of(ANYWHERE[host], port)}" if host in ANYWHERE else address


@contextmanager
def taken_port(host: str, port: int, data: Path) -> Iterator[socket.socket]:
    """Hold the port, on which nothing listens yet; a note in `data` tells other starts who holds it.

    Raises PortTaken where the port is in use, AddressUnusable where it cannot be had.
    """
    taken = _bound(host, port, data)
    note = note_of(data, taken.getsockname()[1])
    try:
        data.mkdir(parents=True, exist_ok=True)
        mine = json.dumps({"host": host, "port": taken.getsockname()[1], "pid": os.getpid()})
        note.write_text(mine, "utf-8")
        try:
            yield taken
        finally:
            if note.is_file() and note.read_text("utf-8") == mine:
                note.unlink(missing_ok=True)
    finally:
        taken.close()


def note_of(data: Path, port: int) -> Path:
    """Give the file that tells who holds a port for the graph in a folder."""
    return data / f"server-{port}.json"


def others_over(data: Path, port: int) -> list[str]:
    """Give the addresses of other Casus processes over the same folder, besides the one at this port."""
    mine = note_of(data, port)
    notes = [
        _read(path) for path in sorted(data.glob(note_of(data, port).name.replace(str(port), "*"))) if path != mine
    ]
    return [address_of(note.host, note.port) for note in notes if note and note.is_alive()]


def _bound(host: str, port: int, data: Path) -> socket.socket:
    """Give a socket bound to the port.

    The first try shares the port with nobody; only the second shares it with what a server that ended left behind.
    """
    try:
        try:
            return _bind(host, port, is_shared=False)
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE:
                raise
            return _bind(host, port, is_shared=True)
    except (OSError, OverflowError) as problem:
        if isinstance(problem, OSError) and problem.errno == errno.EADDRINUSE:
            is_ours = _is_noted(data, port) or _answers_as_casus(host, port)
            raise PortTaken(host, port, is_ours=is_ours) from problem
        raise AddressUnusable(host, port, str(problem)) from problem


def _bind(host: str, port: int, *, is_shared: bool) -> socket.socket:
    """Give a bound socket; it does not listen."""
    taken = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(is_shared))
        taken.bind((host, port))
    except (OSError, OverflowError):
        taken.close()
        raise
    return taken


@dataclass(frozen=True, slots=True)
class Note:
    """Who holds a port."""

    host: str
    port: int
    pid: int

    def is_alive(self) -> bool:
        """Say whether that is another process, and still runs."""
        if self.pid <= 0 or self.pid == os.getpid():
            return False
        try:
            os.kill(self.pid, 0)
        except PermissionError:
            return True
        except (OSError, OverflowError):
            return False
        return True


def _read(path: Path) -> Note | None:
    """Read a note, None where there is none or it is spoilt."""
    try:
        note = json.loads(path.read_text("utf-8"))
        return Note(str(note["host"]), int(note["port"]), int(note["pid"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_noted(data: Path, port: int) -> bool:
    """Say whether another Casus over this data noted the port and still runs."""
    note = _read(note_of(data, port))
    return note is not None and note.port == port and note.is_alive()


def _answers_as_casus(host: str, port: int) -> bool:
    """Say whether what listens there answers as Casus does; no proxy is asked."""
    asker = build_opener(ProxyHandler({}))
    try:
        with asker.open(f"{address_of(ANYWHERE.get(host, host), port)}/health", timeout=ASK_SECONDS) as answer:
            found = json.load(answer)
    except HTTPError as problem:
        # a Casus whose graph is away answers too, with an error
        return problem.headers.get("Server") == "Casus"
    except (OSError, ValueError, HTTPException):
        return False
    return isinstance(found, dict) and "engine" in found
