"""The driver: connections, transactions, values and errors of the graph, the same for both engines.

The only module that imports neo4j. Nothing of the driver's leaves it but what is named here.
"""

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import neo4j
from neo4j import exceptions, graph, spatial
from neo4j import time as neo4j_time

from graph.complaints import place_of, plain_problem
from graph.errors import QueryError, StoreDown, StoreRefused

Row = dict[str, Any]
Parameters = Mapping[str, Any]
T = TypeVar("T")

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 8.0
CONSTRAINT_TRIES = 8
CONSTRAINT_PAUSE = 0.05
_AWAY = (
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.DatabaseUnavailable,
    exceptions.ConnectionAcquisitionTimeoutError,
)
_REFUSED_CODES = ("Neo.ClientError.Security.Unauthorized", "Neo.ClientError.Security.AuthenticationRateLimit")
_MEMORY_CODE = "MemoryPoolOutOfMemory"


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
        except exceptions.TransientError as problem:
            if _MEMORY_CODE in (problem.code or ""):
                raise QueryError("needs more memory than the server allows", query) from problem
            raise
        except exceptions.ConstraintError:
            raise
        except exceptions.ClientError as problem:
            raise query_error(problem, query) from problem


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
                max_transaction_retry_time=RETRY_SECONDS,
                telemetry_disabled=True,
            )
        except (exceptions.ConfigurationError, ValueError) as problem:
            raise StoreDown(address, str(problem)) from problem
        logging.getLogger("neo4j").setLevel(logging.CRITICAL)

    def close(self) -> None:
        """Close the connections."""
        self.driver.close()

    def check(self) -> None:
        """Find out whether the server answers this user. Raises StoreDown or StoreRefused."""
        with self.translated():
            self.driver.verify_connectivity()
            with self.session(neo4j.READ_ACCESS) as session:
                session.run("RETURN 1 AS one").consume()

    def version(self) -> str:
        """Give the server's name and version as it states them."""
        with self.translated():
            return self.driver.get_server_info().agent

    def session(self, access: str) -> neo4j.Session:
        """Open a session; the caller closes it."""
        return self.driver.session(database=self._database, default_access_mode=access)

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
        raise AssertionError("unreachable")

    def define(self, statement: str) -> None:
        """Run a statement of the schema, in a transaction of its own."""
        with self.translated(), self.session(neo4j.WRITE_ACCESS) as session:
            session.run(statement).consume()

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the driver's errors into ours."""
        try:
            yield
        except _AWAY as problem:
            raise StoreDown(self.address, first_line(problem)) from problem
        except exceptions.AuthError as problem:
            raise StoreRefused(self.address, self.user, first_line(problem)) from problem
        except exceptions.Neo4jError as problem:
            if problem.code in _REFUSED_CODES:
                raise StoreRefused(self.address, self.user, first_line(problem)) from problem
            raise query_error(problem, "") from problem
        except exceptions.DriverError as problem:
            raise StoreDown(self.address, first_line(problem)) from problem


def first_line(problem: BaseException) -> str:
    """Give an error's own words, without the lines that repeat them."""
    message = getattr(problem, "message", None) or str(problem) or type(problem).__name__
    return str(message).splitlines()[0]


def query_error(problem: exceptions.Neo4jError, text: str) -> QueryError:
    """Turn a server's error into ours, with its line and column where the server names them."""
    message = problem.message or str(problem)
    line, column = place_of(message)
    return QueryError(plain_problem(message), text, line, column)


def portable(value: Any) -> Any:
    """Give a value of the driver as plain Python: dates and times native, nodes and edges dicts.

    >>> portable(neo4j_time.Date(2019, 8, 27))
    datetime.date(2019, 8, 27)
    """
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
            return {
                "nodes": [_node(item) for item in value.nodes],
                "relationships": [_relationship(item) for item in value.relationships],
            }
        case spatial.Point():
            return list(value)
        case _:
            return value


def _node(node: graph.Node) -> Row:
    """Give a node by our own id, or the engine's where it has none."""
    properties = {key: portable(item) for key, item in node.items()}
    return {"id": str(properties.get("id", node.element_id)), "labels": sorted(node.labels), "properties": properties}


def _relationship(edge: graph.Relationship) -> Row:
    """Give a relationship with the ids of its ends."""
    ends = [_end(node) for node in (edge.start_node, edge.end_node)]
    properties = {key: portable(item) for key, item in edge.items()}
    return {"type": edge.type, "start": ends[0], "end": ends[1], "properties": properties}


def _end(node: graph.Node | None) -> str:
    """Give the id of an edge's end."""
    return "" if node is None else str(node.get("id", node.element_id))
