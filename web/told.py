"""Events read whole, for exports."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from graph.export.told import Citation, ToldEvent
from web.asked import rows_of
from web.countries import country_name
from web.moments import as_day, when_in_words
from web.perpetrators import names_of, perpetrators_of
from web.words import sign_of

BATCH = 250
MOST_ROWS = 25_000


def told_events(ids: Sequence[str]) -> list[ToldEvent]:
    """Give events by id with parties and sentences, in the order of `ids`; an unknown id is left out."""
    found: dict[str, ToldEvent] = {}
    for start in range(0, len(ids), BATCH):
        part = list(ids[start : start + BATCH])
        parties = _grouped(rows_of("event_parties", ids=part, limit=MOST_ROWS))
        citations = _grouped(rows_of("export_citations", ids=part, limit=MOST_ROWS))
        rows = rows_of("export_events", ids=part, limit=MOST_ROWS)
        names = names_of(one for row in rows for one in row["perpetrators"] or ())
        for row in rows:
            found.setdefault(row["id"], _told(row, names, parties.get(row["id"], []), citations.get(row["id"], [])))
    return [found[id_] for id_ in ids if id_ in found]


def _grouped(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Put rows apart by their event."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["event"]].append(row)
    return found


def _told(
    row: dict[str, Any], names: dict[str, str], parties: list[dict[str, Any]], citations: list[dict[str, Any]]
) -> ToldEvent:
    """Give one event."""
    first, last = as_day(row["first"]), as_day(row["last"])
    place = (row["latitude"], row["longitude"])
    return ToldEvent(
        id=row["id"],
        summary=row["summary"] or row["type"],
        type=row["type"],
        mode=row["mode"] or "",
        sign=sign_of(row["quad"]),
        status=row["status"],
        when=when_in_words(first, last, row["grain"] or "", row["edtf"] or ""),
        edtf=row["edtf"] or "",
        first=first,
        last=last,
        score=row["score"] or 0.0,
        reports=row["reports"] or 0,
        sources=row["sources"] or 0,
        killed=_bounds(row, "killed"),
        injured=_bounds(row, "injured"),
        place=row["place"] or "",
        place_grain=row["grain_of_place"] or "",
        town=row["town"] or "",
        region=row["region"] or "",
        country=country_name(row["country"]),
        position=place if None not in place else None,
        actors=_named(parties, "DID"),
        recipients=_named(parties, "TO"),
        mediators=_named(parties, "MEDIATED"),
        perpetrators=perpetrators_of(row, names),
        citations=tuple(_citation(one) for one in citations),
    )


def _bounds(row: dict[str, Any], effect: str) -> tuple[int, int | None] | None:
    """Give the lowest and highest figure of one effect, None where none is given."""
    low, high = row[f"{effect}_low"], row[f"{effect}_high"]
    return (low, high) if low is not None else None


def _named(parties: list[dict[str, Any]], role: str) -> tuple[tuple[str, str], ...]:
    """Give the parties in one role as ids and names."""
    return tuple((one["id"], one["name"] or one["id"]) for one in parties if one["role"] == role)


def _citation(row: dict[str, Any]) -> Citation:
    """Give one sentence with its article."""
    return Citation(
        row["sentence"] or "", row["title"] or "", row["source"] or "", row["url"] or "", as_day(row["published"])
    )
