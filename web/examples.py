"""The named queries as examples for the console."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.queries import Query, catalogue
from web.answer import cypher_address
from web.asked import query_text, without_header

ASKED = "ask_"
OPENS = re.compile(r"\bopens as a (graph|timeline)\b")


@dataclass(frozen=True, slots=True)
class Example:
    """A query to start from: its name, what it gives, and the console's address with it."""

    name: str
    title: str
    href: str


def questions(samples: Mapping[str, Any]) -> tuple[Example, ...]:
    """Give the queries made to be asked by people. samples: values of the graph, by kind."""
    return tuple(_example(query, samples) for name, query in catalogue().items() if name.startswith(ASKED))


def page_queries(samples: Mapping[str, Any]) -> tuple[Example, ...]:
    """Give the queries that the pages ask. samples: values of the graph, by kind."""
    return tuple(_example(query, samples) for name, query in catalogue().items() if not name.startswith(ASKED))


def example_for(text: str) -> str:
    """Give the name of the named query with this text, its comments apart; "" where there is none."""
    return _names().get(without_header(text), "")


@cache
def _names() -> dict[str, str]:
    """Give the names of the named queries by their texts."""
    return {without_header(query.text): name for name, query in catalogue().items()}


def _example(query: Query, samples: Mapping[str, Any]) -> Example:
    """Give one query as an example, with values of the graph where it has them, else those its header gives."""
    own = {name: samples[kind] for name, kind in query.samples.items() if kind in samples}
    view = OPENS.search(query.title)
    address = cypher_address(query_text(query.name), query.examples | own)
    return Example(query.name, query.title, f"{address}&view={view[1]}" if view else address)
