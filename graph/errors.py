"""What can go wrong between Casus and its graph."""

from enum import StrEnum
from pathlib import Path


class GraphError(Exception):
    """Any failure of the engine, the store or a query."""


class EngineError(GraphError):
    """The embedded engine does not start or does not stop. log: the file that tells more, None where there is none."""

    def __init__(self, problem: str, log: Path | None = None) -> None:
        self.problem, self.log = problem, log
        super().__init__(f"the embedded engine {problem}" + (f"; its log is {log}" if log else ""))


class StoreDown(GraphError):
    """Nothing answers at the graph's address, or not yet."""

    def __init__(self, address: str, problem: str) -> None:
        self.address, self.problem = address, problem
        super().__init__(f"the graph at {address} does not answer: {problem}")


class StoreRestarting(StoreDown):
    """The embedded engine is being started again just now. cause: why that had to be."""

    def __init__(self, cause: str) -> None:
        self.cause = cause
        super().__init__("the embedded engine", f"it is being restarted, because {cause}; wait a few seconds")


class StoreRefused(GraphError):
    """The graph's server answers, but not to this user and password."""

    def __init__(self, address: str, user: str, problem: str) -> None:
        self.address, self.user, self.problem = address, user, problem
        super().__init__(f"the graph at {address} refuses user {user!r}: {problem}")


class WriterBusy(GraphError):
    """Another process writes to the graph, and still did after `seconds` of waiting."""

    def __init__(self, holder: str, seconds: float) -> None:
        self.holder, self.seconds = holder, seconds
        super().__init__(f"another process writes to the graph ({holder}); waited {seconds:g} seconds")


class WriterLost(GraphError):
    """A writer that slept past its time and was succeeded by another; nothing of its last write stands."""

    def __init__(self, holder: str) -> None:
        self.holder = holder
        super().__init__(f"another process writes to the graph now; {holder} no longer may")


class NotCounted(GraphError):
    """A graph without all that is derived from its events: an older version counted less, or a recount is not done."""

    def __init__(self) -> None:
        super().__init__(
            "what is counted from its events is not there in full: an older version of Casus counted this graph, "
            "or a recount has not come to its end; wanted `python -m graph recount`"
        )


class QueryError(GraphError):
    """A query that cannot run. `line` and `column` count from 1, None where the engine names no place."""

    def __init__(self, problem: str, text: str, line: int | None = None, column: int | None = None) -> None:
        self.problem, self.text, self.line, self.column = problem, text, line, column
        super().__init__(problem if line is None or column is None else self._pointed(line, column))

    def _pointed(self, line: int, column: int) -> str:
        """Give the problem with its line of the text and a caret under its column."""
        lines = self.text.splitlines()
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        return f"{self.problem} (line {line}, column {column})\n  {source}\n  {'^'.rjust(column)}"


class NotCypher(QueryError):
    """A text that does not begin as any query does, such as a question in plain English."""


class WriteRefused(QueryError):
    """A typed query that does more than read. clause: what it would do, as it is written."""

    def __init__(
        self, clause: str, problem: str, text: str, line: int | None = None, column: int | None = None
    ) -> None:
        self.clause = clause
        super().__init__(problem, text, line, column)


class Fate(StrEnum):
    """What became of a query whose time was over."""

    STOPPED = "stopped after {seconds:g} seconds, the longest a query may run"
    RESTARTED = STOPPED + ", by a restart of the graph, since it did not listen; it is not run again"
    LEFT = "given up after {seconds:g} seconds; the server cannot stop it and goes on with it; it is not run again"


class QueryTooSlow(QueryError):
    """A query whose time was over."""

    def __init__(self, text: str, seconds: float, fate: Fate = Fate.STOPPED) -> None:
        self.seconds, self.fate = seconds, fate
        super().__init__(fate.format(seconds=seconds), text)


class QueryBusy(QueryError):
    """A visitor who already has as many queries running as one may have."""

    def __init__(self, text: str, most: int) -> None:
        self.most = most
        super().__init__(f"{most} of your queries are still running; wait until one has ended", text)


class QueryInterrupted(QueryError):
    """A query without an answer, since the graph had to be restarted for another. had_begun: whether it ran already."""

    def __init__(self, text: str, cause: str, *, had_begun: bool) -> None:
        self.cause, self.had_begun = cause, had_begun
        if had_begun:
            problem = f"ended, because the graph had to be restarted: {cause}. It was another query, not this one"
        else:
            problem = f"not run yet, because the graph is being restarted: {cause}"
        super().__init__(f"{problem}; send it again in a few seconds", text)


class QueryUnstoppable(QueryError):
    """A query that nothing could stop when it ran before, and that is not run again."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "not run again: before, it ran past its time and could not be stopped, which held up everybody else. "
            "Let it count less in one expression, or let UNWIND go through the list",
            text,
        )


class ConsoleFull(QueryError):
    """So many queries that nothing can stop run on the server that no other is taken."""

    def __init__(self, text: str, most: int) -> None:
        self.most = most
        super().__init__(
            f"{most} queries ran past their time and the server cannot stop them; "
            "no other query is taken until one of them has ended",
            text,
        )
