"""Why a typed query gave nothing, as the console shows it."""

from dataclasses import dataclass
from typing import Any

from graph.errors import QueryError, QueryInterrupted
from web.errors import RETRY_SECONDS, code_and_title


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a query gave no result. place: its line with a caret; line and column count from 1, 0 for unknown.

    retry: seconds until the page sends the query again, 0 for never.
    """

    title: str
    detail: str
    place: str
    line: int
    column: int
    retry: int = 0


def problem_of(found: QueryError, query: str) -> Problem:
    """Say what is wrong with a query, and where. One that was not begun, for a restart, is sent again."""
    line, column = found.line or 0, found.column or 0
    lines = query.split("\n")
    place = f"{lines[line - 1]}\n{'^'.rjust(column)}" if 0 < line <= len(lines) and column else ""
    _, title = code_and_title(found)
    is_sent_again = isinstance(found, QueryInterrupted) and not found.had_begun
    return Problem(title, found.problem, place, line, column, RETRY_SECONDS if is_sent_again else 0)


def in_json(problem: Problem) -> dict[str, Any]:
    """Give a problem as it stands in JSON."""
    return {
        "problem": problem.detail,
        "line": problem.line or None,
        "column": problem.column or None,
        "place": problem.place,
    }
