"""Who belongs to whom, with offices by date."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from web.asked import rows_of
from web.evidence import page_address
from web.moments import as_day, day_in_words

MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Member:
    """That one actor belongs to another. term: when, in words, "" where unknown."""

    name: str
    href: str
    kind: str
    office: str
    term: str
    source: str


@dataclass(frozen=True, slots=True)
class Memberships:
    """What an actor belongs to, and who belongs to it; those who came last first.

    left_out: how many more there are than are given.
    """

    belongs_to: tuple[Member, ...]
    members: tuple[Member, ...]
    left_out: int = 0


def read_memberships(actor: str, most: int = MOST_ROWS) -> Memberships:
    """Give at most `most` of each way."""
    rows = rows_of("actor_memberships", actor=actor, limit=MOST_ROWS)
    ways = [[row for row in rows if row["direction"] == way] for way in ("of", "has")]
    of, has = (_members(way[:most]) for way in ways)
    return Memberships(of, has, sum(max(len(way) - most, 0) for way in ways))


def _members(rows: Iterable[dict[str, Any]]) -> tuple[Member, ...]:
    """Give memberships."""
    return tuple(
        Member(
            name=row["name"] or row["id"],
            href=page_address("actor", row["id"]),
            kind=(row["kind"] or "").replace("_", " "),
            office=row["office"] or "",
            term=term_of(row),
            source=row["source"] or "",
        )
        for row in rows
    )


def term_of(row: dict[str, Any]) -> str:
    """Say from when to when an office was held, "" where neither is known.

    >>> term_of({"first": "2001-02-03", "last": None})
    'since 3 February 2001'
    """
    first, last = as_day(row["first"]), as_day(row["last"])
    start = day_in_words(first, with_weekday=False) if first else ""
    end = day_in_words(last, with_weekday=False) if last else ""
    if start and end:
        return f"{start} to {end}"
    return f"since {start}" if start else f"until {end}" if end else ""
