"""The production server: take the port, open the graph, fill it once, serve until told to stop."""

import gc
import logging
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from waitress.server import create_server

from graph.errors import StoreDown, StoreRefused
from graph.locks import Lock
from graph.settings import Settings
from graph.store import Store
from web.app import create_app
from web.port import AddressUnusable, addresses_of, others_over, taken_port
from web.warm import warm

THREADS = 8
MARK, READING = "seeding", "seeding.lock"
ENDED = (0, 1)

Say = Callable[[str], None]


def fill(store: Store, data: Path, folder: Path, say: Say) -> None:
    """Ingest a folder where the graph is empty, or where an earlier start did not get to the folder's end.

    It runs in a process of its own, so that no model stays here; a mark in `data` stands as long as it runs.
    Of several Casus over one folder the first reads.
    """
    health, mark, reading = store.health(), data / MARK, Lock(data / READING)
    if not health.answers or not folder.is_dir() or (health.articles and not mark.exists()):
        return
    data.mkdir(parents=True, exist_ok=True)
    if not reading.acquire():
        say(f"Another Casus over this graph is reading {folder}/; what it reads appears here too.")
        return
    try:
        _read_into(data, folder, mark, say, is_begun=bool(health.articles))
    finally:
        reading.release()


def _read_into(data: Path, folder: Path, mark: Path, say: Say, *, is_begun: bool) -> None:
    """Let a process read a folder into the graph, with the mark standing until it has ended."""
    say(f"{'An earlier start did not end' if is_begun else 'The graph is empty'}: reading {folder}/ into it …")
    mark.touch()
    done = subprocess.run([sys.executable, "-m", "ingest", "add", str(folder)], check=False)
    if done.returncode:
        say("Not every article could be read; the messages above name them.")
    if done.returncode in ENDED:
        mark.unlink(missing_ok=True)


@contextmanager
def opened(settings: Settings, say: Say) -> Iterator[Store]:
    """Open the store for serving: a graph that is away, refuses or starts again is waited for by the pages.

    Raises EngineError where the embedded engine does not start.
    """
    store = Store(settings, is_patient=False)
    say("Starting the graph …" if not settings.graph_url else "Asking the graph's server …")
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
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    with taken_port(settings.host, settings.port, settings.data) as taken:
        signal.signal(signal.SIGTERM, _stop)
        for address in others_over(settings.data, taken.getsockname()[1]):
            say(f"Casus runs at {address} too, over the same graph ({settings.data}/); what one reads the other shows.")
        try:
            with opened(settings, say) as store:
                if seeds is not None:
                    fill(store, settings.data, seeds, say)
                _answer(store, settings, taken, say)
        except KeyboardInterrupt:
            pass
    say("Stopped.")


def _answer(store: Store, settings: Settings, taken: socket.socket, say: Say) -> None:
    """Listen on the port and answer until told to stop."""
    app, port = create_app(store, settings), taken.getsockname()[1]
    try:
        server = create_server(app, sockets=[taken], threads=THREADS, ident="Casus")
    except OSError as problem:
        raise AddressUnusable(settings.host, port, str(problem)) from problem
    spare_collector()
    say(f"Casus is at {addresses_of(settings.host, port)} (Ctrl-C stops it)")
    warm(app, say)
    server.run()
    say("Stopping …")
    server.close()


def spare_collector() -> None:
    """Leave what stands by now out of all later searches for garbage.

    It stays as long as the server does, and looking through it held up every few pages by 50 ms.
    """
    gc.collect()
    gc.freeze()


def _stop(_number: int, _frame: FrameType | None) -> None:
    """Stop as Ctrl-C does."""
    raise KeyboardInterrupt
