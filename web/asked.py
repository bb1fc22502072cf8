"""Named queries, asked of the app's store."""

from typing import Any

from flask import current_app

from graph.queries import queries


def query_text(name: str) -> str:
    """Give the text of a named query, as the console shows it."""
    return queries()[name]


def rows_of(name: str, **parameters: Any) -> list[dict[str, Any]]:
    """Run a named query and give its rows."""
    rows: list[dict[str, Any]] = current_app.extensions["store"].run(queries()[name], **parameters)
    return rows
