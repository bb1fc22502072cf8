"""Queries somebody typed: fenced, watched, and cut to a size a page can bear."""

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from secrets import token_hex
from typing import Any

from graph.access import UNSTOPPABLE
from graph.answer import Answer, Gathered
from graph.errors import (
    ConsoleFull,
    Fate,
    GraphError,
    QueryBusy,
    QueryError,
    QueryInterrupted,
    QueryTooSlow,
    QueryUnstoppable,
    StoreDown,
    StoreRestarting,
)
from graph.interruptible import check_ranges
from graph.loops import check_loops
from graph.statement import check_statement, is_planned_only, same_text, without_end
from graph.store import TAG, Store

MOST_AT_ONCE = 2
MOST_DEAF = 2
GRACE_SECONDS = 0.75
STOP_SECONDS = 1.5
POLL_SECONDS = 0.1


class Console:
    """Runs typed queries on a store. It may be shared by threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._running: Counter[str] = Counter()
        self._unstoppable: set[bytes] = set()

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
        given = dict(parameters or {})
        self._check(text, given, seconds)
        text = without_end(text)
        self._take_place(text, visitor)
        tag = f"{TAG}{token_hex(8)}"
        run = Run(lambda: self._answer(text, given, tag, seconds, rows), lambda: self._leave(visitor))
        run.start()
        run.join(seconds)
        if run.is_alive():
            self._end(run, text, given, tag)
        return run.result(text, seconds)

    def _check(self, text: str, parameters: Mapping[str, Any], seconds: float) -> None:
        """Refuse what would do more than read, and what is known to run on past its time."""
        check_statement(text)
        if is_planned_only(text):
            return
        check_loops(text, parameters, seconds)
        if not self._store.is_embedded:
            check_ranges(text, parameters, seconds)
        if _digest(text, parameters) in self._unstoppable:
            raise QueryUnstoppable(text)

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
            if not self._store.is_embedded and self._store.deaf(GRACE_SECONDS) >= MOST_DEAF:
                raise ConsoleFull(text, MOST_DEAF)
            with self._store.typed(text, parameters, tag=tag, seconds=seconds + GRACE_SECONDS) as stream:
                columns = tuple(stream.columns)
                gathered.take(columns, stream)
                if gathered.is_cut:
                    self._store.terminate(tag)
                else:
                    plan = stream.plan()
        except StoreRestarting as problem:
            raise QueryInterrupted(text, problem.cause, had_begun=False) from problem
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

    def _end(self, run: "Run", text: str, parameters: Mapping[str, Any], tag: str) -> None:
        """End a query on the server; one that does not listen costs the embedded engine a restart.

        Neo4j cannot be restarted from here. Loops are written so that it listens; what it is deaf to all the same
        (one look into a list that was made long by adding it to itself) it finishes, while the visitor is told
        at once, the place stays taken, and MOST_DEAF of them close the console.
        A query that is just being ended for another, by a restart, is not late.
        """
        if self._store.is_restarting:
            run.join(STOP_SECONDS)
            return
        run.is_late = True
        with suppress(StoreDown):  # the query is gone with the server
            self._stop(run, tag)
            if run.is_alive() and self._store.is_running(tag):
                self._unstoppable.add(_digest(text, parameters))
                run.fate = Fate.RESTARTED if self._store.break_off() else Fate.LEFT

    def _stop(self, run: "Run", tag: str) -> None:
        """Tell the server to end a query, and wait a while for it to listen."""
        self._store.terminate(tag)
        end = time.monotonic() + STOP_SECONDS
        while run.is_alive() and time.monotonic() < end:
            run.join(POLL_SECONDS)
            self._store.terminate(tag)


def _digest(text: str, parameters: Mapping[str, Any]) -> bytes:
    """Give a short mark of a statement and its parameters, the same however they are laid out."""
    asked = f"{same_text(text)}\n{sorted(parameters.items())!r}"
    return sha256(asked.encode("utf-8", "replace")).digest()


class Run(threading.Thread):
    """One query in a thread of its own, so that the one who asked is not held up with it."""

    def __init__(self, work: Callable[[], Answer], leave: Callable[[], None]) -> None:
        super().__init__(name="typed query", daemon=True)
        self._work, self._leave = work, leave
        self._answer: Answer | None = None
        self._problem: BaseException | None = None
        self.is_late, self.fate = False, Fate.STOPPED

    def run(self) -> None:
        """Do the work and keep its answer or what went wrong; what nobody thought of is printed as well."""
        try:
            self._answer = self._work()
        except GraphError as problem:
            self._problem = problem
        finally:
            self._problem = self._problem or sys.exc_info()[1]
            self._leave()

    def result(self, text: str, seconds: float) -> Answer:
        """Give the answer, or raise what went wrong."""
        if self._answer is not None:
            return self._answer
        if self.is_late:
            raise QueryTooSlow(text, seconds, self.fate) from self._problem
        if self.is_alive():
            raise QueryInterrupted(text, UNSTOPPABLE, had_begun=True)
        if isinstance(self._problem, GraphError):
            raise self._problem
        reason = f": {type(self._problem).__name__}" if self._problem else ""
        raise QueryError(f"ended without an answer{reason}", text) from self._problem
