"""An event as one entry of a list, and lists paged by key."""

from dataclasses import dataclass
from typing import Any, Protocol

from graph.rows import UNDATED
from web.evidence import page_address
from web.moments import as_day, when_in_words
from web.words import deed_name, sign_of, status_name

ANY_KEY = "~"


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a list. note: what the page's subject was in it."""

    id: str
    href: str
    summary: str
    when: str
    edtf: str
    deed: str
    sign: str
    status: str
    is_plain_fact: bool
    reports: int
    sources: int
    note: str = ""


def happening(row: dict[str, Any], note: str = "") -> Happening:
    """Give the entry of one event's row."""
    return Happening(
        id=row["id"],
        href=page_address("event", row["id"]),
        summary=row["summary"] or row["id"],
        when=when_in_words(as_day(row["first"]), as_day(row["last"]), row["grain"] or "", row["edtf"] or ""),
        edtf=row["edtf"] or "",
        deed=deed_name(row["type"], row["mode"]),
        sign=sign_of(row["quad"]),
        status=status_name(row["status"]),
        is_plain_fact=row["status"] == "actual",
        reports=row["reports"] or 0,
        sources=row["sources"] or 0,
        note=note,
    )


class Fetch(Protocol):
    """A query for events whose keys are at least `low` and below `before`, the latest first."""

    def __call__(self, *, low: str, before: str, limit: int) -> list[dict[str, Any]]:
        """Give at most `limit` rows, each with its `key`."""
        ...


def latest_first(fetch: Fetch, before: str, size: int) -> tuple[list[dict[str, Any]], str]:
    """Give one page of rows, the latest first and undated ones last, and the key to go on below.

    before: that key, "" for the first page. The key given back is "" where nothing follows.
    """
    rows = []
    if not before.startswith(UNDATED):
        rows = fetch(low="", before=min(before or UNDATED, UNDATED), limit=size + 1)
    if len(rows) <= size:
        rows += fetch(low=UNDATED, before=before if before.startswith(UNDATED) else ANY_KEY, limit=size + 1 - len(rows))
    return rows[:size], rows[size - 1]["key"] if len(rows) > size else ""
