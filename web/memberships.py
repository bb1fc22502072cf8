"""Who belongs to whom, with offices by date."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.model import TOLD
from web.asked import rows_of
from web.evidence import page_address
from web.moments import as_day, day_in_words
from web.words import kind_name

MOST_ROWS = 500
TABLES = {
    "": "what it is",
    TOLD: "an article",
    "known": "Casus’ own list of actors",
    "wikidata": "Wikidata",
    "wikipedia": "Wikipedia",
    "countryinfo": "CountryInfo",
    "reign": "REIGN",
    "organisations.tsv": "Casus’ own list of organisations",
}


@dataclass(frozen=True, slots=True)
class Office:
    """What one actor is in another, "" where that is not told, and when, in words; those that came last first.

    source: what says so, in words.
    """

    name: str
    terms: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Member:
    """That one actor belongs to another, with all offices it has or had there.

    source: what says so where it has none, in words.
    """

    name: str
    href: str
    kind: str
    offices: tuple[Office, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Memberships:
    """What an actor belongs to, and who belongs to it; those who came last first.

    left_out: how many more were read than are given; is_cut: whether there are more than were read.
    """

    belongs_to: tuple[Member, ...]
    members: tuple[Member, ...]
    left_out: int = 0
    is_cut: bool = False

    @property
    def remark(self) -> str:
        """Say that not all offices were read, "" where they were."""
        return f"Cut at {MOST_ROWS:,} offices and memberships: there are more." if self.is_cut else ""


def read_memberships(actor: str, most: int = MOST_ROWS) -> Memberships:
    """Give at most `most` of each way."""
    rows = rows_of("actor_memberships", actor=actor, limit=MOST_ROWS + 1)
    of, has = (members_of(row for row in rows[:MOST_ROWS] if row["direction"] == way) for way in ("of", "has"))
    left_out = sum(max(len(way) - most, 0) for way in (of, has))
    return Memberships(of[:most], has[:most], left_out, len(rows) > MOST_ROWS)


def members_of(rows: Iterable[dict[str, Any]]) -> tuple[Member, ...]:
    """Give memberships, everybody once, in the order of the rows: id, name, kind, office, first, last, source."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["id"], []).append(row)
    return tuple(
        Member(
            name=held[0]["name"] or id_,
            href=page_address("actor", id_),
            kind=kind_name(held[0]["kind"]),
            offices=(offices := _offices(held)),
            source="" if offices else sources_of(held),
        )
        for id_, held in found.items()
    )


def _offices(rows: Iterable[dict[str, Any]]) -> tuple[Office, ...]:
    """Give the offices of one actor, each once with all its terms."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["office"] or "", []).append(row)
    return tuple(
        Office(name, tuple(dict.fromkeys(term for row in held if (term := term_of(row)))), sources_of(held))
        for name, held in found.items()
        if name or any(term_of(row) for row in held)
    )


def sources_of(rows: Iterable[dict[str, Any]]) -> str:
    """Name what says so, each once, in words.

    >>> sources_of([{"source": "known+wikidata"}, {"source": "the article"}])
    'Casus’ own list of actors, Wikidata, an article'
    """
    named = (part for row in rows for part in (row["source"] or "").split("+"))
    return ", ".join(dict.fromkeys(TABLES.get(part, part) for part in named))


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
