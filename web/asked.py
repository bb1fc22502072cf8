"""Named queries, asked of the app's store."""

import json
import re
from collections.abc import Mapping
from typing import Any

from flask import current_app

from graph.queries import catalogue, queries

HEADER = re.compile(r"\A(?:\s*//[^\n]*\n)+")


def query_text(name: str) -> str:
    """Give the text of a named query as the console shows it: its title, then the query."""
    query = catalogue()[name]
    return f"// {query.title}\n{without_header(query.text)}"


def query_with(name: str, values: Mapping[str, Any]) -> str:
    """Give the text of a named query with the values of its parameters in comments above it."""
    given = (f"// ${key} = {json.dumps(value, ensure_ascii=False, default=str)}" for key, value in values.items())
    return "\n".join((*given, query_text(name)))


def without_header(text: str) -> str:
    """Give a query without the comments it begins with, nor white space around it.

    >>> without_header("// What it gives.\\n// returns n\\nMATCH (n) RETURN n\\n")
    'MATCH (n) RETURN n'
    """
    return HEADER.sub("", text).strip()


def rows_of(name: str, **parameters: Any) -> list[dict[str, Any]]:
    """Run a named query and give its rows."""
    rows: list[dict[str, Any]] = current_app.extensions["store"].run(queries()[name], **parameters)
    return rows
