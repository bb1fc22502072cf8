"""Rows of dear queries, remembered while the graph stays as it is."""

import json
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from threading import Lock
from typing import Any

from flask import current_app, g

from graph.counts import COUNTED_AS
from graph.errors import NotCounted
from web.asked import rows_of
from web.plain import plain

MOST_YEARS = 10_000
MOST_BINS = 5_000
MOST_ROWS = 120_000
Rows = list[dict[str, Any]]


class Memory:
    """The last rows asked for, by the state of the graph and what was asked. Threads may share it."""

    def __init__(self, most_rows: int = MOST_ROWS) -> None:
        self._most_rows = most_rows
        self._rows = 0
        self._lock = Lock()
        self._kept: OrderedDict[str, Rows] = OrderedDict()
        self._asking: dict[str, Future[Rows]] = {}

    def fetch(self, key: str, read: Callable[[], Rows]) -> Rows:
        """Give the rows kept under `key`; where there are none one thread reads them while others wait for it.

        Those who wait are given what it reads, or the error it ends in; who comes later tries anew.
        """
        rows = self.get(key)
        if rows is not None:
            return rows
        asking: Future[Rows] = Future()
        with self._lock:
            asked = self._asking.setdefault(key, asking)
        return self._read(key, read, asking) if asked is asking else asked.result()

    def _read(self, key: str, read: Callable[[], Rows], asking: "Future[Rows]") -> Rows:
        """Read rows, keep them, and hand them to those who wait."""
        try:
            rows = read()
            self.put(key, rows)
        except BaseException as problem:
            asking.set_exception(problem)
            raise
        else:
            asking.set_result(rows)
            return rows
        finally:
            with self._lock:
                del self._asking[key]

    def get(self, key: str) -> Rows | None:
        """Give the rows kept under `key`, None where there are none."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: str, rows: Rows) -> None:
        """Keep rows, and forget those not asked for the longest where there are too many."""
        with self._lock:
            self._rows += len(rows) + 1 - (len(self._kept.pop(key)) + 1 if key in self._kept else 0)
            self._kept[key] = rows
            while self._rows > self._most_rows and self._kept:
                _, gone = self._kept.popitem(last=False)
                self._rows -= len(gone) + 1


def years() -> Rows:
    """Give the bins of years and of what has no day."""
    return remembered("bins_span", limit=MOST_YEARS)


def bins(grain: str, first: date, last: date) -> Rows:
    """Give the counts of the days, months or years that begin in a window, the earliest first.

    Months are read once, whatever the window.
    """
    days = (date.min, date.max) if grain == "month" else (first, last)
    rows = _bins(grain, *days)
    if len(rows) == MOST_BINS:
        rows = _bins(grain, first, last)
    return [row for row in rows if first <= row["first"] <= last]


def _bins(grain: str, first: date, last: date) -> Rows:
    return remembered("bins_between", grain=grain, first=first.isoformat(), last=last.isoformat(), limit=MOST_BINS)


def counts() -> dict[str, Any]:
    """Give how many articles and actors the graph holds."""
    return remembered("counts", limit=1)[0]


def changed() -> str:
    """Give when the graph was last written, as ISO text, "" where no write has marked it."""
    return str(state()[0].get("changed") or "")


def state() -> Any:
    """Give what tells this graph from what it was before, read once a request.

    A graph no write has marked is told by its counts. Raises NotCounted where counts are missing.
    """
    if "state" not in g:
        rows = rows_of("graph_state", limit=1)
        if rows and rows[0]["counted"] != COUNTED_AS:
            raise NotCounted()
        g.state = rows or rows_of("counts", limit=1) + rows_of("bins_span", limit=MOST_YEARS)
    return g.state


def remembered(name: str, **parameters: Any) -> Rows:
    """Give the rows of a named query, from memory where the graph is what it was then.

    The rows are shared between requests: they must not be changed.
    """
    memory: Memory = current_app.extensions.setdefault("memory", Memory())
    key = json.dumps([state(), name, parameters], default=plain, sort_keys=True)
    return memory.fetch(key, lambda: rows_of(name, **parameters))
