"""The driver: connections, transactions, values and errors of the graph, the same for both engines.

The only module that imports neo4j. Nothing of the driver's leaves it but what is named here.
"""

import logging
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar, cast

import neo4j
from neo4j import exceptions, graph, spatial
from neo4j import time as neo4j_time

from graph.complaints import place_of, plain_problem
from graph.errors import QueryError, StoreDown, StoreRefused
from graph.statement import refusal_of
from graph.values import Node, Path, Relationship

Row = dict[str, Any]
Parameters = Mapping[str, Any]
T = TypeVar("T")

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 8.0
READ_RETRY_SECONDS = 0.5
CONSTRAINT_TRIES = 8
CONSTRAINT_PAUSE = 0.05
_AWAY = (
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.DatabaseUnavailable,
    exceptions.ConnectionAcquisitionTimeoutError,
)
_REFUSED_CODES = ("Neo.ClientError.Security.Unauthorized", "Neo.ClientError.Security.AuthenticationRateLimit")
_EMBEDDED = re.compile(r"ArcadeDB ([\w.-]+)")
_REFUSING = ("Neo.ClientError.Statement.AccessMode", "Neo.ClientError.Security.Forbidden")
SHOW = "SHOW TRANSACTIONS YIELD transactionId, currentQuery"
SHOW_STATUS = "SHOW TRANSACTIONS YIELD currentQuery, status, elapsedTime"
_MEMORY_CODE = "MemoryPoolOutOfMemory"
_PLAIN = frozenset({str, int, float, bool, type(None)})
UNSENDABLE = (ValueError, TypeError, OverflowError)


class Work:
    """A transaction that is open: what is written in it stands together or not at all."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, query: str, parameters: Parameters | None = None, **named: Any) -> list[Row]:
        """Run a query and give its rows, their values portable."""
        given = {**(parameters or {}), **named}
        try:
            result = self._transaction.run(query, given)
            keys = result.keys()
            return [dict(zip(keys, map(portable, record.values()), strict=True)) for record in result]
        except exceptions.Neo4jError as problem:
            if isinstance(problem, exceptions.ConstraintError) or (
                problem.is_retryable() and _MEMORY_CODE not in (problem.code or "")
            ):
                raise
            raise query_error(problem, query) from problem
        except UNSENDABLE as problem:
            raise QueryError(f"a value that cannot be sent or read: {problem}", query) from problem


class Stream:
    """The rows of a query as the server sends them."""

    def __init__(self, result: neo4j.Result, text: str) -> None:
        self._result, self._text = result, text
        self.columns = result.keys()

    def __iter__(self) -> Iterator[list[Any]]:
        """Give the values of each row, portable."""
        for record in self._result:
            try:
                yield [portable(value) for value in record.values()]
            except UNSENDABLE as problem:
                raise unheld(problem, self._text) from problem

    def plan(self) -> str:
        """Give the engine's plan as it prints it, "" where none was asked for. Drops rows not yet read."""
        plan = self._result.consume().profile or self._result.consume().plan or {}
        return str((plan.get("args") or {}).get("string-representation", ""))


class Bolt:
    """Connections of one user to one server."""

    def __init__(self, address: str, user: str, password: str, database: str) -> None:
        self.address, self.user, self._database = address, user, database
        try:
            self.driver = neo4j.GraphDatabase.driver(
                address,
                auth=(user, password),
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=2 * CONNECT_SECONDS,
                telemetry_disabled=True,
            )
        except (exceptions.ConfigurationError, ValueError) as problem:
            raise StoreDown(address, str(problem)) from problem
        logging.getLogger("neo4j").setLevel(logging.CRITICAL)

    def close(self) -> None:
        """Close the connections."""
        self.driver.close()

    def ping(self) -> "Bolt":
        """Give this back once the server has answered. Raises StoreDown or StoreRefused."""
        self.command("RETURN 1 AS one")
        return self

    def version(self) -> str:
        """Give the server's version."""
        with self.translated():
            agent = self.driver.get_server_info().agent
        match = _EMBEDDED.search(agent)
        return match[1] if match else agent.partition("/")[2]

    def session(self, access: str) -> neo4j.Session:
        """Open a session; the caller closes it."""
        patience = READ_RETRY_SECONDS if access == neo4j.READ_ACCESS else RETRY_SECONDS
        return self.driver.session(
            database=self._database, default_access_mode=access, max_transaction_retry_time=patience
        )

    def read(self, work: Callable[[Work], T]) -> T:
        """Run work in a managed read transaction and give what it gives."""
        with self.translated(), self.session(neo4j.READ_ACCESS) as session:
            return session.execute_read(lambda transaction: work(Work(transaction)))

    def write(self, work: Callable[[Work], T], *, retries_constraints: bool) -> T:
        """Run work in a managed write transaction, again where another writer stood in its way.

        retries_constraints: also where a unique key was taken meanwhile, as two MERGEs of one key
        at once may find on the embedded engine.
        """
        tries = CONSTRAINT_TRIES if retries_constraints else 1
        with self.translated():
            for attempt in range(1, tries + 1):
                try:
                    with self.session(neo4j.WRITE_ACCESS) as session:
                        return session.execute_write(lambda transaction: work(Work(transaction)))
                except exceptions.ConstraintError:
                    if attempt == tries:
                        raise
                    time.sleep(CONSTRAINT_PAUSE * attempt)
        raise StoreDown(self.address, "no try was left")

    @contextmanager
    def stream(self, text: str, parameters: Parameters, *, sent: str, tag: str, seconds: float) -> Iterator["Stream"]:
        """Send a reading query and give its rows as they come; at the end the rest is dropped.

        text, sent: as it was typed, for errors, and as it is sent. tag: a word `running` finds it by, put behind it.
        seconds: after these the server ends it, where it can.
        """
        with (
            self.translated(text),
            self.session(neo4j.READ_ACCESS) as session,
            session.begin_transaction(timeout=seconds) as transaction,
        ):
            try:
                result = transaction.run(f"{sent}\n// {tag}", dict(parameters))
            except UNSENDABLE as problem:
                raise QueryError(f"a parameter that cannot be sent: {problem}", text) from problem
            yield Stream(result, text)

    def explain(self, text: str) -> tuple[str | None, Row | None]:
        """Give the type of a query ("r", "w", "rw", "s") and its plan, without running it."""
        asked = f"EXPLAIN\n{text}"
        try:
            with self.translated(asked), self.session(neo4j.READ_ACCESS) as session:
                summary = session.run(asked).consume()
                return summary.query_type, cast(Row | None, summary.plan)
        except QueryError as problem:
            line = problem.line - 1 if problem.line else None
            raise QueryError(problem.problem, text, line, problem.column) from problem

    def running(self, tag: str) -> list[str]:
        """Give the ids of the transactions that run a query with this tag."""
        rows = self.command(SHOW)
        return [row["transactionId"] for row in rows if tag in (row["currentQuery"] or "")]

    def deaf(self, tag: str, seconds: float) -> int:
        """Count the queries with this tag that were told to end, and still run after so many seconds in all."""
        rows = [row for row in self.command(SHOW_STATUS) if tag in (row["currentQuery"] or "")]
        told = [row["elapsedTime"] for row in rows if row["status"].startswith("Terminated")]
        return sum(elapsed.days * 86400 + elapsed.seconds > seconds for elapsed in told)

    def terminate(self, tag: str) -> bool:
        """End the query with this tag on the server, and say whether it was there."""
        found = self.running(tag)
        for transaction in found:
            self.command("TERMINATE TRANSACTIONS $id", id=transaction)
        return bool(found)

    def command(self, statement: str, **parameters: Any) -> list[Row]:
        """Run a statement about the server in a transaction of its own and give its rows."""
        with self.translated(statement), self.session(neo4j.WRITE_ACCESS) as session:
            return [record.data() for record in session.run(statement, parameters)]

    @contextmanager
    def translated(self, text: str = "") -> Iterator[None]:
        """Turn the driver's errors into ours. text: the query that runs, where there is one."""
        try:
            yield
        except _AWAY as problem:
            raise StoreDown(self.address, first_line(problem)) from problem
        except exceptions.AuthError as problem:
            raise StoreRefused(self.address, self.user, first_line(problem)) from problem
        except exceptions.Neo4jError as problem:
            if problem.code in _REFUSED_CODES:
                raise StoreRefused(self.address, self.user, first_line(problem)) from problem
            raise query_error(problem, text) from problem
        except exceptions.BrokenRecordError as problem:
            raise unheld(problem.__cause__ or problem, text) from problem
        except exceptions.DriverError as problem:
            raise StoreDown(self.address, first_line(problem)) from problem


def first_line(problem: BaseException) -> str:
    """Give an error's own words, without the lines that repeat them and the mark that leads to those."""
    message = getattr(problem, "message", None) or str(problem) or type(problem).__name__
    return str(message).splitlines()[0].rstrip(" :.")


def unheld(problem: BaseException, text: str) -> QueryError:
    """Give the error for a value of an answer that Python cannot hold, such as a day before the year 1."""
    return QueryError(f"the answer has a value that cannot be held here: {first_line(problem)}", text)


def query_error(problem: exceptions.Neo4jError, text: str) -> QueryError:
    """Turn a server's error into ours, with its line and column where the server names them."""
    message, code = problem.message or str(problem), problem.code or ""
    if _MEMORY_CODE in code:
        return QueryError("needs more memory than the server allows", text)
    if code in _REFUSING:
        return refusal_of(plain_problem(message), text)
    return QueryError(plain_problem(message), text, *place_of(message, text))


def portable(value: Any) -> Any:
    """Give a value of the driver as plain Python: dates and times native, nodes and edges as graph.values has them.

    >>> portable(neo4j_time.Date(2019, 8, 27))
    datetime.date(2019, 8, 27)
    """
    if type(value) in _PLAIN:
        return value
    match value:
        case neo4j_time.Date() | neo4j_time.DateTime() | neo4j_time.Time():
            return value.to_native()
        case neo4j_time.Duration():
            return value.iso_format()
        case list():
            return [portable(item) for item in value]
        case dict():
            return {key: portable(item) for key, item in value.items()}
        case graph.Node():
            return _node(value)
        case graph.Relationship():
            return _relationship(value)
        case graph.Path():
            nodes, edges = map(_node, value.nodes), map(_relationship, value.relationships)
            return Path(kind="path", nodes=list(nodes), relationships=list(edges))
        case spatial.Point():
            return list(value)
        case bytes() | bytearray():
            return value.hex()
        case _:
            return value


def _node(node: graph.Node) -> Node:
    """Give a node by our own id, or the engine's where it has none."""
    properties = {key: portable(item) for key, item in node.items()}
    return Node(kind="node", element=node.element_id, id=_id(node), labels=sorted(node.labels), properties=properties)


def _relationship(edge: graph.Relationship) -> Relationship:
    """Give a relationship with the ids of its ends."""
    ends = [node for node in edge.nodes if node is not None]
    return Relationship(
        kind="relationship",
        element=edge.element_id,
        type=edge.type,
        start=_id(edge.start_node),
        end=_id(edge.end_node),
        elements=[node.element_id for node in ends],
        properties={key: portable(item) for key, item in edge.items()},
    )


def _id(node: graph.Node | None) -> str:
    """Give a node's own id; of an edge's end that is no part of the answer only the engine's is known."""
    return "" if node is None else str(node.get("id", node.element_id))
