"""Queries somebody typed: fenced, watched, and cut to a size a page can bear."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from secrets import token_hex
from typing import Any

from graph.answer import Answer, Gathered
from graph.errors import GraphError, QueryBusy, QueryError, QueryTooSlow
from graph.statement import check_statement, without_end
from graph.store import Store

MOST_AT_ONCE = 2
GRACE_SECONDS = 0.75
POLL_SECONDS = 0.1


class Console:
    """Runs typed queries on a store. It may be shared by threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._running: Counter[str] = Counter()

    def ask(
        self,
        text: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float | None = None,
        rows: int | None = None,
        visitor: str = "",
    ) -> Answer:
        """Run a reading query and give its answer.

        seconds, rows: limits, those of the settings where none is given. visitor: whose queries are
        counted together; one may have MOST_AT_ONCE running.
        Raises QueryError or one of its kinds, StoreDown or StoreRefused.
        """
        settings = self._store.settings
        seconds = settings.query_seconds if seconds is None else seconds
        rows = settings.query_rows if rows is None else rows
        check_statement(text)
        text = without_end(text)
        self._take_place(text, visitor)
        tag = f"casus-{token_hex(8)}"
        run = Run(lambda: self._answer(text, dict(parameters or {}), tag, seconds, rows), lambda: self._leave(visitor))
        run.start()
        run.join(seconds)
        if run.is_alive():
            self._end(run, tag)
        return run.result(text, seconds)

    def _take_place(self, text: str, visitor: str) -> None:
        """Count a query in. Raises QueryBusy where the visitor has enough running."""
        with self._lock:
            if self._running[visitor] >= MOST_AT_ONCE:
                raise QueryBusy(text, MOST_AT_ONCE)
            self._running[visitor] += 1

    def _leave(self, visitor: str) -> None:
        """Count a query out."""
        with self._lock:
            self._running[visitor] -= 1
            if not self._running[visitor]:
                del self._running[visitor]

    def _answer(self, text: str, parameters: dict[str, Any], tag: str, seconds: float, rows: int) -> Answer:
        """Send the query and gather its answer up to the limits."""
        started, gathered = time.monotonic(), Gathered(rows)
        columns: tuple[str, ...] = ()
        plan = ""
        try:
            with self._store.typed(text, parameters, tag=tag, seconds=seconds + GRACE_SECONDS) as stream:
                columns = tuple(stream.columns)
                gathered.take(columns, stream)
                if gathered.is_cut:
                    self._store.terminate(tag)
                else:
                    plan = stream.plan()
        except QueryError:
            if not gathered.is_cut:
                raise
        return Answer(
            columns,
            gathered.rows,
            list(gathered.nodes.values()),
            list(gathered.relationships.values()),
            gathered.is_cut,
            time.monotonic() - started,
            gathered.cut_cells,
            plan,
        )

    def _end(self, run: "Run", tag: str) -> None:
        """End a query on the server; one that does not listen costs the embedded engine a restart.

        Neo4j cannot be restarted from here: what it is deaf to (a fold over a long list) it finishes,
        while the visitor is told at once and the place stays taken.
        """
        run.is_late = True
        end = time.monotonic() + GRACE_SECONDS
        while run.is_alive() and time.monotonic() < end:
            self._store.terminate(tag)
            run.join(POLL_SECONDS)
        if run.is_alive() and self._store.is_running(tag):
            self._store.break_off()


class Run(threading.Thread):
    """One query in a thread of its own, so that the one who asked is not held up with it."""

    def __init__(self, work: Callable[[], Answer], leave: Callable[[], None]) -> None:
        super().__init__(name="typed query", daemon=True)
        self._work, self._leave = work, leave
        self._answer: Answer | None = None
        self._problem: GraphError | None = None
        self.is_late = False

    def run(self) -> None:
        """Do the work and keep its answer or what went wrong."""
        try:
            self._answer = self._work()
        except GraphError as problem:
            self._problem = problem
        finally:
            self._leave()

    def result(self, text: str, seconds: float) -> Answer:
        """Give the answer, or raise what went wrong."""
        if self._answer is not None:
            return self._answer
        if self.is_late:
            raise QueryTooSlow(text, seconds) from self._problem
        if self._problem is not None:
            raise self._problem
        raise QueryError("ended without an answer", text)
