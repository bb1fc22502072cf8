"""The store: one graph, whichever engine holds it."""

import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.access import UNSTOPPABLE, Access
from graph.bolt import Bolt, Parameters, Row, Stream, Work
from graph.engine import Engine
from graph.errors import (
    GraphError,
    QueryError,
    QueryInterrupted,
    QueryTooSlow,
    StoreDown,
    StoreRefused,
    StoreRestarting,
)
from graph.interruptible import interruptible
from graph.plan import check_plan
from graph.schema import CONSTRAINTS, DROPS, INDEXES, TEXT_INDEXES
from graph.settings import Settings
from graph.statement import is_planned_only, without_plan_word
from graph.writers import Lease, file_lock

T = TypeVar("T")

LOG = logging.getLogger(__name__)
TAG = "casus-"
BATCH_ROWS = 5_000
COUNTS_QUERY = """
CALL { MATCH (n:Article) RETURN count(n) AS told }
CALL { MATCH (n:Event) RETURN count(n) AS happened }
CALL { MATCH (n:Actor) RETURN count(n) AS known }
RETURN told AS articles, happened AS events, known AS actors
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
    """The graph. It may be shared by threads, and finds its server again after it was away.

    is_patient: whether a call waits while the embedded engine is being started again, or raises StoreRestarting.
    """

    def __init__(self, settings: Settings, *, is_patient: bool = True) -> None:
        self.settings = settings
        self.is_embedded = not settings.graph_url
        self._access = Access(settings, is_patient=is_patient)
        self._defined: Bolt | None = None
        self._lease: Lease | None = None

    def open(self) -> None:
        """Start or adopt the engine, connect, and make the schema.

        Raises EngineError, StoreDown or StoreRefused. After the last two the store may be used all
        the same: it tries again at every call.
        """
        self._access.open()
        self._ready(self._access.owner())

    def close(self) -> None:
        """Close all connections and let go of the engine, for good."""
        self._access.close()

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
            _give_back(lease, sys.exc_info()[1])

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
        return self.engine.address if self.engine else self.settings.graph_url

    @property
    def engine(self) -> Engine | None:
        """Give the embedded engine this store uses, None where there is none."""
        return self._access.engine

    @property
    def is_restarting(self) -> bool:
        """Say whether the embedded engine is being started again just now."""
        return self._access.is_restarting

    @contextmanager
    def typed(self, text: str, parameters: Parameters, *, tag: str, seconds: float) -> Iterator[Stream]:
        """Send a typed query as somebody who may only read, and give its rows as they come.

        On the embedded engine that is an account; on Neo4j, READ access and a look at the plan.
        Raises WriteRefused where it would do more than read, QueryTooSlow where its plan took all
        its seconds, QueryInterrupted where the engine was ended for another query. See graph/console.py
        for the limits.
        """
        started = time.monotonic()
        self._access.follow()
        bolt, engine = self._attempt(lambda bolt: bolt.ping()), self.engine
        sent = text
        if not self.is_embedded:
            check_plan(text, *bolt.explain(without_plan_word(text)))
            sent = _stoppable(bolt, text, parameters)
        if (left := seconds - (time.monotonic() - started)) <= 0:
            raise QueryTooSlow(text, seconds)
        try:
            with (self._access.reader or bolt).stream(text, parameters, sent=sent, tag=tag, seconds=left) as stream:
                yield stream
        except StoreDown as problem:
            if engine and engine.was_ended():
                raise QueryInterrupted(text, UNSTOPPABLE, had_begun=True) from problem
            with suppress(StoreRestarting):
                self._attempt(lambda bolt: bolt.ping())
            raise QueryError("the server broke it off, perhaps for lack of memory", text) from problem

    def terminate(self, tag: str) -> bool:
        """End the typed query with this tag on the server, and say whether it was there."""
        return self._attempt(lambda bolt: bolt.terminate(tag))

    def is_running(self, tag: str) -> bool:
        """Say whether the server still works on the typed query with this tag."""
        return self._attempt(lambda bolt: bool(bolt.running(tag)))

    def deaf(self, seconds: float) -> int:
        """Count the typed queries of all that were told to end, and still run after so many seconds in all."""
        return self._attempt(lambda bolt: bolt.deaf(TAG, seconds))

    def break_off(self) -> bool:
        """End the embedded engine at once and start it again, for a query that nothing else ends.

        Returns at once, and whether that is done: a server is not ended from here.
        """
        return self._access.break_off()

    def _attempt(self, action: Callable[[Bolt], T]) -> T:
        """Do something with the owner's connection, after finding the server again if need be."""
        bolt = self._access.owner()
        try:
            return action(self._ready(bolt))
        except (StoreDown, StoreRefused):
            if not self._access.recovers(bolt):
                raise
        return action(self._ready(self._access.owner()))

    def _ready(self, bolt: Bolt) -> Bolt:
        """Give the owner's connection back once the graph has its schema."""
        if bolt is not self._defined:
            for statement in (*CONSTRAINTS, *INDEXES, *([] if self.is_embedded else [*DROPS, *TEXT_INDEXES])):
                bolt.command(statement)
            self._defined = bolt
        return bolt


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


def _stoppable(bolt: Bolt, text: str, parameters: Parameters) -> str:
    """Give a statement as Neo4j can end it. Raises QueryError where a loop stands in a place that bars it."""
    changed = interruptible(text, parameters)
    if changed == text or is_planned_only(text):
        return text
    try:
        check_plan(changed, *bolt.explain(without_plan_word(changed)))
    except QueryError as problem:
        problem_told = "a loop that cannot be stopped where it stands; let UNWIND go through the list instead"
        raise QueryError(problem_told, text) from problem
    return changed


def _give_back(lease: Lease, first: BaseException | None) -> None:
    """Let the next writer in. Where the writing failed already, that stays the error and this one is logged."""
    try:
        lease.give_back()
    except GraphError as problem:
        if first is None:
            raise
        LOG.warning("the right to write was not given back, and ends by itself: %s", problem)
