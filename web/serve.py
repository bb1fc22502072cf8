"""The production server: take the port, open the graph, fill it once, serve until told to stop."""

import errno
import json
import logging
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.error import HTTPError
from urllib.request import urlopen

from waitress.server import create_server

from graph.errors import StoreDown, StoreRefused
from graph.settings import Settings
from graph.store import Store
from web.app import create_app
from web.errors import WebError

THREADS = 8
ASK_SECONDS = 2.0

Say = Callable[[str], None]


class PortTaken(WebError):
    """A port somebody listens on. is_ours: whether it is Casus itself."""

    def __init__(self, host: str, port: int, *, is_ours: bool) -> None:
        self.host, self.port, self.is_ours = host, port, is_ours
        if is_ours:
            problem = f"Casus is already running at http://{host}:{port}; stop it first, or choose another port"
        else:
            problem = f"port {port} of {host} is in use by another program; choose another port"
        super().__init__(f"{problem}: PORT={port + 1 if port < 65535 else 8000} make serve")


class AddressUnusable(WebError):
    """An address this machine cannot listen on."""

    def __init__(self, host: str, port: int, problem: str) -> None:
        self.host, self.port, self.problem = host, port, problem
        super().__init__(f"cannot listen on {host}:{port}: {problem}; wanted HOST and PORT this machine may use")


def take_port(host: str, port: int) -> socket.socket:
    """Give a socket that listens on the port, taken before anything slow is started.

    Raises PortTaken where somebody listens there, AddressUnusable where it cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
        taken.listen(128)
    except (OSError, OverflowError) as problem:
        taken.close()
        if isinstance(problem, OSError) and problem.errno == errno.EADDRINUSE:
            raise PortTaken(host, port, is_ours=_is_casus(host, port)) from problem
        raise AddressUnusable(host, port, str(problem)) from problem
    return taken


def _is_casus(host: str, port: int) -> bool:
    """Say whether what listens there answers as Casus does."""
    try:
        with urlopen(f"http://{host}:{port}/health", timeout=ASK_SECONDS) as answer:
            found = json.load(answer)
    except HTTPError as problem:
        # a Casus whose graph is away answers too, with an error
        return problem.headers.get("Server") == "Casus"
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and "engine" in found


def fill(store: Store, folder: Path, say: Say) -> None:
    """Ingest a folder where the graph is empty, in a process of its own, so that no model stays here."""
    health = store.health()
    if not health.answers or health.articles or not folder.is_dir():
        return
    say(f"The graph is empty: reading {folder}/ into it …")
    done = subprocess.run([sys.executable, "-m", "ingest", "add", str(folder)], check=False)
    if done.returncode:
        say("Not every article could be read; the messages above name them.")


@contextmanager
def opened(settings: Settings, say: Say) -> Iterator[Store]:
    """Open the store for serving: a server that is away or refuses is waited for by the pages.

    Raises EngineError where the embedded engine does not start.
    """
    store = Store(settings)
    try:
        try:
            store.open()
        except (StoreDown, StoreRefused) as problem:
            say(f"Warning: {problem}. The pages say so and recover when it answers.")
        yield store
    finally:
        store.close()


def serve(settings: Settings, seeds: Path | None, say: Say) -> None:
    """Serve the app until SIGINT or SIGTERM.

    Raises PortTaken, AddressUnusable or an error of the graph before anything is served.
    """
    taken = take_port(settings.host, settings.port)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    signal.signal(signal.SIGTERM, _stop)
    try:
        with opened(settings, say) as store:
            if seeds is not None:
                fill(store, seeds, say)
            server = create_server(create_app(store, settings), sockets=[taken], threads=THREADS, ident="Casus")
            say(f"Casus is at http://{settings.host}:{taken.getsockname()[1]} (Ctrl-C stops it)")
            server.run()
            say("Stopping …")
            server.close()
    except KeyboardInterrupt:
        pass
    finally:
        taken.close()
    say("Stopped.")


def _stop(_number: int, _frame: FrameType | None) -> None:
    """Stop as Ctrl-C does."""
    raise KeyboardInterrupt
