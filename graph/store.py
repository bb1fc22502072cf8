"""The store: one graph, whichever engine holds it."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.bolt import Bolt, Parameters, Row, Work
from graph.engine import DATABASE, OWNER, READER, Engine, open_engine
from graph.errors import EngineError, GraphError, StoreDown
from graph.schema import CONSTRAINTS, INDEXES
from graph.settings import Settings
from graph.writers import Lease, file_lock

T = TypeVar("T")

BATCH_ROWS = 5_000
REVIVE_SECONDS = 10.0
ENGINE_QUERY = "CALL dbms.components() YIELD name, versions, edition RETURN versions[0] AS version"
COUNTS_QUERY = """
OPTIONAL MATCH (a:Article) WITH count(a) AS articles
OPTIONAL MATCH (e:Event) WITH articles, count(e) AS events
OPTIONAL MATCH (a:Actor) RETURN articles, events, count(a) AS actors
"""


@dataclass(frozen=True, slots=True)
class Health:
    """How the graph is. counts are None where it does not answer; problem is "" where it does."""

    engine: str
    version: str
    answers: bool
    articles: int | None
    events: int | None
    actors: int | None
    problem: str = ""


class Store:
    """The graph. It may be shared by threads, and finds its server again after it was away."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.is_embedded = not settings.graph_url
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._owner: Bolt | None = None
        self._reader: Bolt | None = None
        self._is_defined = False
        self._lease: Lease | None = None
        self._tried = 0.0

    def open(self) -> None:
        """Start or adopt the engine, connect, and make the schema.

        Raises EngineError, StoreDown or StoreRefused. After the last two the store may be used all
        the same: it tries again at every call.
        """
        with self._lock:
            self._connect()
        self._define()

    def close(self) -> None:
        """Close all connections and let go of the engine."""
        with self._lock:
            self._disconnect()

    def run(self, query: str, parameters: Parameters | None = None, **named: Any) -> list[Row]:
        """Run a reading query and give its rows, with dates as datetime.date.

        Raises StoreDown, StoreRefused or QueryError.
        """
        return self._attempt(lambda bolt: bolt.read(lambda work: work.run(query, parameters, **named)))

    def write(self, work: Callable[[Work], T]) -> T:
        """Run work in one transaction and give what it gives; it may be run more than once.

        Raises StoreDown, StoreRefused or QueryError, and then nothing was written.
        """
        lease = self._lease

        def checked(open_work: Work) -> T:
            if lease:
                lease.check(open_work)
            return work(open_work)

        return self._attempt(lambda bolt: bolt.write(checked, retries_constraints=self.is_embedded))

    def write_batch(self, statement: str, rows: Sequence[Row], *, size: int = BATCH_ROWS, **named: Any) -> int:
        """Run a statement that begins with UNWIND $rows AS row, one transaction for each `size` rows.

        Returns the number of rows written.
        """
        for start in range(0, len(rows), size):
            part = list(rows[start : start + size])
            self.write(lambda work, part=part: work.run(statement, rows=part, **named))  # type: ignore[misc]
        return len(rows)

    @contextmanager
    def writer_lock(self, *, seconds: float = 0.0) -> Iterator[None]:
        """Be the one writer while the block runs. Raises WriterBusy after so many seconds of waiting."""
        if self.is_embedded:
            with file_lock(self.settings.data / "writer.lock", seconds):
                yield
            return
        lease = Lease(self.write)
        lease.take(seconds)
        self._lease = lease
        try:
            yield
        finally:
            self._lease = None
            lease.give_back()

    def health(self) -> Health:
        """Say whether the graph answers, what it is and how much is in it. Raises nothing of ours."""
        name = "ArcadeDB (embedded)" if self.is_embedded else "Neo4j"
        try:
            version = self._attempt(lambda bolt: bolt.version())
            counts = self.run(COUNTS_QUERY)[0]
        except GraphError as problem:
            return Health(name, "", False, None, None, None, str(problem))
        return Health(name, version, True, **counts)

    @property
    def address(self) -> str:
        """Give the graph's address, "" for an embedded engine that does not run."""
        return self._engine.address if self._engine else self.settings.graph_url

    def _attempt(self, action: Callable[[Bolt], T]) -> T:
        """Do something with the owner's connection, after finding the server again if need be."""
        try:
            return action(self._ready())
        except StoreDown:
            if not self._revive():
                raise
        return action(self._ready())

    def _ready(self) -> Bolt:
        """Give the owner's connection, made now if there is none."""
        with self._lock:
            if self._owner is None:
                self._connect()
            bolt = self._owner
        assert bolt is not None
        if not self._is_defined:
            self._define()
        return bolt

    def _revive(self) -> bool:
        """Start or adopt the embedded engine again where it has died; say whether that was done.

        At most once in REVIVE_SECONDS, so that an engine which cannot start is not started for ever.
        """
        with self._lock:
            if not self._engine or self._engine.is_alive() or time.monotonic() - self._tried < REVIVE_SECONDS:
                return False
            self._tried = time.monotonic()
            self._disconnect()
            try:
                self._connect()
            except EngineError as problem:
                raise StoreDown("the embedded engine", str(problem)) from problem
        return True

    def _connect(self) -> None:
        """Connect the owner and the reader. Needs the lock."""
        settings = self.settings
        if self.is_embedded:
            self._engine = open_engine(settings.engine_folder, settings.heap)
            address = self._engine.address
            self._owner = Bolt(address, OWNER, self._engine.password(OWNER), DATABASE)
            self._reader = Bolt(address, READER, self._engine.password(READER), DATABASE)
        else:
            self._owner = Bolt(settings.graph_url, settings.graph_user, settings.password(), DATABASE)
            self._reader = self._owner

    def _disconnect(self) -> None:
        """Close connections and let go of the engine. Needs the lock."""
        for bolt in {self._owner, self._reader} - {None}:
            bolt.close()  # type: ignore[union-attr]
        if self._engine:
            self._engine.close()
        self._owner = self._reader = self._engine = None
        self._is_defined = False

    def _define(self) -> None:
        """Make constraints and indexes, those that are not there yet."""
        bolt = self._owner
        assert bolt is not None
        for statement in (*CONSTRAINTS, *INDEXES):
            bolt.define(statement)
        self._is_defined = True


@contextmanager
def open_store(settings: Settings) -> Iterator[Store]:
    """Open the graph the settings name, and close it at the end.

    Where no server is named the embedded engine is started, or adopted where it runs already.
    Raises EngineError, StoreDown or StoreRefused.
    """
    store = Store(settings)
    try:
        store.open()
        yield store
    finally:
        store.close()
