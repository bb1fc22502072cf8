"""A sentence with what was read from it marked: trigger, actors, places and the words that date it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from web.marks import Mark

ROLE_NAMES = {"actor": "actor", "recipient": "recipient", "mediator": "mediator", "speaker": "speaker"}
CONTEXT = 220
MOST_KEPT = 10_000


def page_address(kind: str, *ids: str) -> str:
    """Give the address of a page about something.

    >>> page_address("pair", "a/b", "c")
    '/pair/a%2Fb/c'
    """
    return "/".join(["", kind, *map(in_address, ids)])


def name_marks(rows: Iterable[dict[str, Any]]) -> Iterator[Mark]:
    """Give the marks of named actors; a name two roles share is marked once, with both."""
    roles: dict[tuple[int, int, str], tuple[str, list[str]]] = {}
    for row in rows:
        key = (row["start"], row["end"], row["id"])
        roles.setdefault(key, (row["name"] or row["id"], []))[1].append(ROLE_NAMES.get(row["role"], ""))
    for (start, end, id_), (name, found) in roles.items():
        words = " and ".join(dict.fromkeys(role for role in found if role))
        yield Mark(start, end, "actor", f"{name} ({words})" if words else name, page_address("actor", id_))


def safe_url(url: str | None) -> str:
    """Give an address a browser may follow, "" for any other, so that none can run a script.

    >>> safe_url("javascript:alert(1)"), safe_url("https://example.org/a")
    ('', 'https://example.org/a')
    """
    return url if url and url.lower().startswith(("https://", "http://")) else ""


@lru_cache(maxsize=MOST_KEPT)
def in_address(id_: str) -> str:
    """Give an id as it may stand in any part of an address.

    >>> in_address("a/b")
    'a%2Fb'
    """
    return quote(id_, safe="")


def place_address(id_: str) -> str:
    """Give the address of the events at a place."""
    return f"/timeline?place={in_address(id_)}"


def place_marks(rows: Iterable[dict[str, Any]]) -> Iterator[Mark]:
    """Give the marks of places; they lead to the events there."""
    for row in rows:
        yield Mark(row["start"], row["end"], "place", f"place: {row['name'] or row['id']}", place_address(row["id"]))


def date_mark(row: dict[str, Any], label: str) -> Iterator[Mark]:
    """Give the mark of the words that date a report."""
    if row["when_start"] is not None and row["when_end"] is not None:
        yield Mark(row["when_start"], row["when_end"], "date", label)


def trigger_mark(row: dict[str, Any], label: str) -> Iterator[Mark]:
    """Give the mark of the word that tells the event."""
    if row.get("trigger_start") is not None and row.get("trigger_end") is not None:
        yield Mark(row["trigger_start"], row["trigger_end"], "trigger", label)


def before(text: str, start: int) -> str:
    """Give what stands before a place, cut at a word; line breaks stay.

    >>> before("One. Two. Three.", 10)
    'One. Two. '
    """
    cut = text[max(start - CONTEXT, 0) : start]
    if start > CONTEXT:
        cut = "… " + cut.partition(" ")[2]
    return _close(cut)


def after(text: str, end: int) -> str:
    """Give what stands behind a place, cut at a word; line breaks stay.

    >>> after("One. Two. Three.", 4)
    ' Two. Three.'
    """
    cut = text[end : end + CONTEXT]
    if end + CONTEXT < len(text):
        cut = cut.rpartition(" ")[0] + " …"
    return _close(cut)


def _close(text: str) -> str:
    """Put one space, or one line break, for every stretch of white space."""
    return re.sub(r"\s+", lambda match: "\n" if "\n" in match[0] else " ", text)
