"""What the graph is made of, with counts, for whoever writes a query."""

import time
from dataclasses import dataclass
from threading import Lock

from graph.errors import StoreRestarting
from graph.schema import Link
from web.asked import rows_of

KEPT_SECONDS = 60.0
MOST_ROWS = 500
MOST_COUNTED = 100_000
DATES = frozenset(("first", "last", "earliest", "latest", "published", "published_first", "published_last"))
ENDS = {
    Link.IN: ("Report", "Article"),
    Link.OF: ("Report", "Event"),
    Link.NAMES: ("Report", "Actor"),
    Link.LIES_IN: ("Report", "Place"),
    Link.DID: ("Actor", "Event"),
    Link.TO: ("Event", "Actor"),
    Link.MEDIATED: ("Actor", "Event"),
    Link.AT: ("Event", "Place"),
    Link.PART_OF: ("Actor", "Actor"),
    Link.ACTED_ON: ("Actor", "Actor"),
}


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One label: how many nodes bear it, and their properties."""

    name: str
    count: int
    properties: tuple[str, ...]

    @property
    def typed(self) -> tuple[str, ...]:
        """Give the properties, of dates with the word."""
        return tuple(f"{name} (date)" if name in DATES else name for name in self.properties)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One type of relationship, as a pattern, with its count; None where the graph is too large to count it."""

    name: str
    start: str
    end: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Schema:
    """All labels and types of relationship."""

    labels: tuple[LabelRow, ...]
    links: tuple[LinkRow, ...]

    @property
    def counts(self) -> tuple[tuple[str, int | None], ...]:
        """Give the types of relationship with their counts."""
        return tuple((link.name, link.count) for link in self.links)


class SchemaCache:
    """The schema as it was at most KEPT_SECONDS ago; it may be shared by threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: Schema | None = None
        self._made = 0.0

    def get(self) -> Schema:
        """Give the schema, counted anew where it is too old; while the graph is being restarted, what is known."""
        with self._lock:
            if self._kept is None or time.monotonic() - self._made > KEPT_SECONDS:
                try:
                    self._kept, self._made = _counted(), time.monotonic()
                except StoreRestarting:
                    return self._kept or Schema((), ())
            return self._kept


def _counted() -> Schema:
    """Count everything."""
    nodes = rows_of("schema_counts")[0]
    links: dict[str, int] = {}
    is_small = nodes["Report"] <= MOST_COUNTED
    if is_small:
        links = {row["type"]: row["relationships"] for row in rows_of("schema_links", limit=MOST_ROWS)}
    keys: dict[str, list[str]] = {}
    for row in rows_of("schema_keys", limit=MOST_ROWS):
        keys.setdefault(row["label"], []).append(row["property"])
    return Schema(
        tuple(LabelRow(label, count, tuple(keys.get(label, ()))) for label, count in nodes.items()),
        tuple(LinkRow(link.value, *ENDS[link], links.get(link.value, 0) if is_small else None) for link in Link),
    )
