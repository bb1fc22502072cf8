"""The store: one graph, whichever engine holds it."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.bolt import Bolt, Parameters, Row, Stream, Work
from graph.engine import DATABASE, OWNER, READER, Engine, open_engine
from graph.errors import EngineError, GraphError, QueryError, QueryTooSlow, StoreDown, StoreRefused
from graph.plan import check_plan
from graph.schema import CONSTRAINTS, INDEXES, TEXT_INDEXES
from graph.settings import Settings
from graph.statement import without_plan_word
from graph.writers import Lease, file_lock

T = TypeVar("T")

BATCH_ROWS = 5_000
REVIVE_SECONDS = 10.0
DYING_SECONDS = 1.0
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
        self._next_try = 0.0

    def open(self) -> None:
        """Start or adopt the engine, connect, and make the schema.

        Raises EngineError, StoreDown or StoreRefused. After the last two the store may be used all
        the same: it tries again at every call.
        """
        with self._lock:
            self._connect()
        self._ready()

    def close(self) -> None:
        """Close all connections and let go of the engine."""
        with self._lock:
            self._disconnect()
            engine, self._engine = self._engine, None
            if engine:
                engine.close()

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

    @contextmanager
    def typed(self, text: str, parameters: Parameters, *, tag: str, seconds: float) -> Iterator[Stream]:
        """Send a typed query as somebody who may only read, and give its rows as they come.

        On the embedded engine that is an account; on Neo4j, READ access and a look at the plan.
        Raises WriteRefused where it would do more than read, QueryTooSlow where its plan took all
        its seconds. See graph/console.py for the limits.
        """
        started = time.monotonic()
        bolt = self._attempt(lambda bolt: bolt.ping())
        if not self.is_embedded:
            check_plan(text, *bolt.explain(without_plan_word(text)))
        if (left := seconds - (time.monotonic() - started)) <= 0:
            raise QueryTooSlow(text, seconds)
        try:
            with (self._reader or bolt).stream(text, parameters, tag=tag, seconds=left) as stream:
                yield stream
        except StoreDown as problem:
            self._attempt(lambda bolt: bolt.ping())
            raise QueryError("the server broke it off, perhaps for lack of memory", text) from problem

    def terminate(self, tag: str) -> bool:
        """End the typed query with this tag on the server, and say whether it was there."""
        return self._attempt(lambda bolt: bolt.terminate(tag))

    def is_running(self, tag: str) -> bool:
        """Say whether the server still works on the typed query with this tag."""
        return self._attempt(lambda bolt: bool(bolt.running(tag)))

    def break_off(self) -> None:
        """End the embedded engine at once, for a query that nothing else ends; the next call starts it again."""
        with self._lock:
            if self._engine:
                self._engine.kill()
                self._next_try = 0.0

    def _attempt(self, action: Callable[[Bolt], T]) -> T:
        """Do something with the owner's connection, after finding the server again if need be."""
        bolt = self._ready()
        try:
            return action(bolt)
        except (StoreDown, StoreRefused):
            if not self._recovers(bolt):
                raise
        return action(self._ready())

    def _ready(self) -> Bolt:
        """Give the owner's connection, made now if there is none, to a graph that has its schema."""
        with self._lock:
            if self._owner is None:
                self._reconnect()
            bolt = self._owner
        if bolt is None:
            raise StoreDown("no address", "it is closed")
        if not self._is_defined:
            for statement in (*CONSTRAINTS, *INDEXES, *([] if self.is_embedded else TEXT_INDEXES)):
                bolt.command(statement)
            self._is_defined = True
        return bolt

    def _recovers(self, bolt: Bolt) -> bool:
        """Say whether another try may do better than one that failed on this connection.

        It may where another thread has connected anew meanwhile, and where the embedded engine has died
        and could be started again. A server's password is read anew for the next call.
        """
        with self._lock:
            if bolt is not self._owner:
                return self._owner is not None
            if not self._engine:
                self._disconnect()
                return False
            if not self._engine.is_gone(seconds=DYING_SECONDS):
                return False
            self._reconnect()
        return True

    def _reconnect(self) -> None:
        """Connect anew; a dead engine is started again, at most once in REVIVE_SECONDS. Needs the lock."""
        if self.is_embedded and time.monotonic() < self._next_try:
            raise StoreDown("the embedded engine", "it died a moment ago, and is started again soon")
        self._next_try = time.monotonic() + REVIVE_SECONDS
        self._disconnect()
        before, self._engine = self._engine, None
        try:
            self._connect()
        except EngineError as problem:
            raise StoreDown("the embedded engine", str(problem)) from problem
        finally:
            if before:
                before.close()

    def _connect(self) -> None:
        """Connect the owner and the reader. Needs the lock."""
        settings = self.settings
        if self.is_embedded:
            engine = self._engine = open_engine(settings.engine_folder, settings.heap)
            self._owner = Bolt(engine.address, OWNER, engine.password(OWNER), DATABASE)
            self._reader = Bolt(engine.address, READER, engine.password(READER), DATABASE)
        else:
            self._owner = Bolt(settings.graph_url, settings.graph_user, settings.password(), DATABASE)

    def _disconnect(self) -> None:
        """Close all connections. Needs the lock."""
        for bolt in (self._owner, self._reader):
            if bolt:
                bolt.close()
        self._owner = self._reader = None
        self._is_defined = False


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
