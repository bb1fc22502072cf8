"""One writer at a time: a lock on a file beside the embedded engine, a lease in the graph on Neo4j."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import TypeVar

from graph.bolt import Work
from graph.errors import GraphError, WriterBusy, WriterLost
from graph.locks import Lock

T = TypeVar("T")
Write = Callable[[Callable[[Work], T]], T]

LEASE_SECONDS = 30.0
POLL_SECONDS = 0.25
TAKE = """
MERGE (m:Meta {id: 'writer'})
SET m.touched = $me
WITH m, m.holder IS NULL OR m.holder = $me OR m.until < timestamp() AS is_free
SET m.holder = CASE WHEN is_free THEN $me ELSE m.holder END,
    m.until = CASE WHEN is_free THEN timestamp() + $lease ELSE m.until END
RETURN m.holder AS holder
"""
KEEP = """
MATCH (m:Meta {id: 'writer', holder: $me})
SET m.touched = $me, m.until = timestamp() + $lease
RETURN m.holder AS holder
"""
FREE = "MATCH (m:Meta {id: 'writer', holder: $me}) REMOVE m.holder, m.until"


@contextmanager
def file_lock(path: Path, seconds: float) -> Iterator[None]:
    """Hold the writers' lock of a data folder. Raises WriterBusy after so many seconds of waiting."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = Lock(path)
    if not lock.acquire(seconds=seconds):
        raise WriterBusy(str(path), seconds)
    try:
        yield
    finally:
        lock.release()


class Lease:
    """The right to write to a Neo4j graph, taken for LEASE_SECONDS and renewed while it is held.

    Every write checks it inside its own transaction, so a holder that slept past its time and was
    succeeded by another writes nothing any more. Times are the server's.
    """

    def __init__(self, write: Callable[[Callable[[Work], str | None]], str | None]) -> None:
        self._write = write
        self.holder = f"{socket.gethostname()}, process {os.getpid()}, {token_hex(4)}"
        self._ended = threading.Event()
        self._renewer = threading.Thread(target=self._renew, name="writer lease", daemon=True)

    def take(self, seconds: float) -> None:
        """Take the lease and keep it. Raises WriterBusy after so many seconds of waiting."""
        end = time.monotonic() + seconds
        while (holder := self._write(self._taken)) != self.holder:
            if time.monotonic() >= end:
                raise WriterBusy(holder or "unknown", seconds)
            time.sleep(POLL_SECONDS)
        self._renewer.start()

    def give_back(self) -> None:
        """Let the next writer in at once."""
        self._ended.set()
        self._renewer.join()
        self._write(self._freed)

    def check(self, work: Work) -> None:
        """Refuse to write in a transaction once another holds the lease. Raises WriterLost."""
        if not work.run(KEEP, me=self.holder, lease=int(LEASE_SECONDS * 1000)):
            raise WriterLost(self.holder)

    def _taken(self, work: Work) -> str | None:
        rows = work.run(TAKE, me=self.holder, lease=int(LEASE_SECONDS * 1000))
        return str(rows[0]["holder"])

    def _freed(self, work: Work) -> None:
        work.run(FREE, me=self.holder)

    def _kept(self, work: Work) -> None:
        self.check(work)

    def _renew(self) -> None:
        """Renew the lease until it is given back or lost; a server away for a while is asked again."""
        while not self._ended.wait(LEASE_SECONDS / 3):
            try:
                self._write(self._kept)
            except WriterLost:
                return
            except GraphError:
                continue
