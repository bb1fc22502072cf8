"""The named queries as examples for the console."""

from dataclasses import dataclass
from functools import cache

from graph.queries import Query, catalogue
from web.answer import cypher_address
from web.asked import query_text, without_header

ASKED = "ask_"


@dataclass(frozen=True, slots=True)
class Example:
    """A query to start from: its name, what it gives, and the console's address with it."""

    name: str
    title: str
    href: str


@cache
def questions() -> tuple[Example, ...]:
    """Give the queries made to be asked by people."""
    return tuple(_example(query) for name, query in catalogue().items() if name.startswith(ASKED))


@cache
def page_queries() -> tuple[Example, ...]:
    """Give the queries that the pages ask."""
    return tuple(_example(query) for name, query in catalogue().items() if not name.startswith(ASKED))


def example_for(text: str) -> str:
    """Give the name of the named query with this text, its comments apart; "" where there is none."""
    return _names().get(without_header(text), "")


@cache
def _names() -> dict[str, str]:
    """Give the names of the named queries by their texts."""
    return {without_header(query.text): name for name, query in catalogue().items()}


def _example(query: Query) -> Example:
    """Give one query as an example, with the values its header gives."""
    return Example(query.name, query.title, cypher_address(query_text(query.name), query.examples))
