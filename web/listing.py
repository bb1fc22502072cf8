"""Events as a list shows them: one row each, with parties and, where asked, the sentences that tell it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.derive import is_unsure
from graph.hours import Hours
from graph.model import Basis
from web.asked import rows_of
from web.evidence import page_address, place_address
from web.marks import anchor_of
from web.moments import as_day, short_day, when_in_words
from web.words import sign_of, status_name, type_name

MOST_PARTIES = 5_000
MOST_QUOTES = 2_000


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who had a part in an event. role: DID, TO or MEDIATED."""

    id: str
    name: str
    role: str
    href: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that tells an event, and where it stands."""

    text: str
    article: str
    title: str
    source: str
    published: date | None
    href: str

    @property
    def day(self) -> str:
        """Say when its article was published."""
        return short_day(self.published)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of a list. when: in words; first, last: its days, None where open or unknown.

    basis: what its time rests on; places: name and address of where it was; hours: of its first day, where its
    words name them; between: where its day is only the likeliest, the days it lies between.
    """

    id: str
    key: str
    href: str
    summary: str
    type: str
    type_name: str
    sign: str
    status: str
    status_name: str
    when: str
    edtf: str
    grain: str
    basis: str
    first: date | None
    last: date | None
    score: float
    reports: int
    sources: int
    parties: tuple[Party, ...]
    places: tuple[tuple[str, str], ...] = ()
    quotes: tuple[Quote, ...] = ()
    hours: Hours | None = None
    between: tuple[date, date] | None = None

    def of_role(self, role: str) -> tuple[Party, ...]:
        """Give those who had a part in it of one kind: DID, TO or MEDIATED."""
        return tuple(party for party in self.parties if party.role == role)

    @property
    def is_unsure(self) -> bool:
        """Say whether its day or days are only probable, or only about right."""
        return is_unsure(self.edtf)

    @property
    def is_reported(self) -> bool:
        """Say whether only the day of its report tells when it was: its sentence names no time."""
        return self.basis == Basis.DOCUMENT

    @property
    def is_day(self) -> bool:
        """Say whether the event has one known day."""
        return self.first is not None and self.first == self.last


def read_events(ids: Sequence[str], *, has_quotes: bool = False) -> list[EventRow]:
    """Give events by id, in the order of `ids`; with `has_quotes`, also their sentences."""
    if not ids:
        return []
    rows = rows_of("event_rows", ids=list(ids), limit=len(ids))
    parties = _parties(rows_of("event_parties", ids=list(ids), limit=MOST_PARTIES))
    told = rows_of("event_quotes", ids=list(ids), limit=MOST_QUOTES) if has_quotes else []
    quotes = _quotes(told)
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows_of("event_lies", ids=list(ids), limit=MOST_PARTIES):
        places[row["event"]].append((row["name"], place_address(row["id"])))
    by_id = {row["id"]: row for row in rows}
    found = []
    for id_ in ids:
        if id_ in by_id:
            found.append(_event(by_id[id_], parties.get(id_, []), places[id_], quotes.get(id_, [])))
    return found


def roles_of(ids: Sequence[str]) -> dict[str, set[str]]:
    """Give the roles in which each of some events has a party: DID, TO, MEDIATED."""
    found: dict[str, set[str]] = {id_: set() for id_ in ids}
    for row in rows_of("event_parties", ids=list(ids), limit=MOST_PARTIES) if ids else ():
        found[row["event"]].add(row["role"])
    return found


def _parties(rows: list[dict[str, Any]]) -> dict[str, list[Party]]:
    """Give the parties of each event."""
    found: dict[str, list[Party]] = defaultdict(list)
    for row in rows:
        found[row["event"]].append(Party(row["id"], row["name"], row["role"], page_address("actor", row["id"])))
    return found


def _quotes(rows: list[dict[str, Any]]) -> dict[str, list[Quote]]:
    """Give the sentences of each event, each once an article."""
    found: dict[str, dict[tuple[str, str], Quote]] = defaultdict(dict)
    for row in rows:
        address = f"{page_address('article', row['article'])}#{anchor_of(row['start'])}"
        quote = Quote(
            row["quote"], row["article"], row["title"], row["source"] or "", as_day(row["published"]), address
        )
        found[row["event"]].setdefault((row["article"], row["quote"]), quote)
    return {event: list(quotes.values()) for event, quotes in found.items()}


def _event(row: dict[str, Any], parties: list[Party], places: list[tuple[str, str]], quotes: list[Quote]) -> EventRow:
    """Make the row of one event."""
    first, last = as_day(row["first"]), as_day(row["last"])
    earliest, latest = as_day(row["earliest"]), as_day(row["latest"])
    return EventRow(
        id=row["id"],
        key=row["key"],
        href=page_address("event", row["id"]),
        summary=row["summary"] or type_name(row["type"]),
        type=row["type"],
        type_name=type_name(row["type"]),
        sign=sign_of(row["quad"]),
        status=row["status"],
        status_name=status_name(row["status"]),
        when=when_in_words(first, last, row["grain"] or "", row["edtf"] or ""),
        edtf=row["edtf"] or "",
        grain=row["grain"] or "",
        basis=row["basis"] or "",
        first=first,
        last=last,
        score=row["score"] or 0.0,
        reports=row["reports"] or 0,
        sources=row["sources"] or 0,
        parties=tuple(parties),
        places=tuple(places),
        quotes=tuple(quotes),
        hours=None if row["hour_first"] is None else (row["hour_first"], row["hour_last"]),
        between=(earliest, latest) if earliest and latest and earliest < latest else None,
    )
