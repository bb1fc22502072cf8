"""The plan Neo4j makes of a typed query, checked before it runs: what READ access lets through.

Source of the operators: tried on Neo4j 5.26, where each ran in a READ session of any user.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import WriteRefused
from graph.statement import PROCEDURES

READING = "r"
REFUSED_OPERATORS = ("LoadCSV", "Show", "Terminate")


def check_plan(text: str, query_type: str | None, plan: Mapping[str, Any] | None) -> None:
    """Let pass a plan that reads the graph and nothing else. Raises WriteRefused."""
    operators = list(_operators(plan or {}))
    for name, details in operators:
        if name.startswith(REFUSED_OPERATORS):
            raise WriteRefused(name, f"{name} is refused: only queries on the graph run here", text)
        if name.startswith("ProcedureCall") and not _is_listed(details):
            raise WriteRefused("CALL", f"the procedure is not on the list of those that run here: {details}", text)
    if query_type != READING:
        raise WriteRefused(query_type or "unknown", "only reading queries run here; this one writes", text)


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each operator's name, without the database it names, and its details."""
    name = str(plan.get("operatorType", "")).partition("@")[0]
    yield name, str((plan.get("args") or {}).get("Details", ""))
    for child in plan.get("children") or ():
        yield from _operators(child)


def _is_listed(details: str) -> bool:
    """Say whether the procedure that a plan's details begin with is one of PROCEDURES."""
    return details.partition("(")[0].strip().lower() in PROCEDURES
