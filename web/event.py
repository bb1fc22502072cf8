"""One event: what, who, whom, when and why, where, how many, and every sentence that says so."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, current_app, redirect

from web.answer import answer, cypher_address
from web.asked import query_text, rows_of
from web.errors import NotFoundError, wants_json
from web.evidence import page_address
from web.locator import Locator
from web.moments import as_day, bounds_in_words
from web.perpetrators import names_of
from web.reports import (
    MOST_NAMES,
    MOST_REPORTS,
    Card,
    Link,
    ReportView,
    cards_of,
    perpetrator_links,
    read_reports,
    words_of,
)
from web.tolls import Tolls, tolls_of
from web.whereabouts import Where, locator_of, where_of
from web.words import deed_name, kind_name, meaning_of, sign_of, status_name

bp = Blueprint("event", __name__)


@dataclass(frozen=True, slots=True)
class EventPage:
    """All that event/show.html may use."""

    id: str
    summary: str
    deed: str
    meaning: str
    sign: str
    status: str
    is_plain_fact: bool
    score: float | None
    when: str
    edtf: str
    bounds: str
    reasons: tuple[str, ...]
    where: Where | None
    locator: Locator | None
    actors: tuple[Link, ...]
    recipients: tuple[Link, ...]
    mediators: tuple[Link, ...]
    perpetrators: tuple[Link, ...]
    tolls: Tolls | None
    reports: tuple[ReportView, ...]
    report_count: int
    sources: int
    frames: tuple[Link, ...]
    contents: tuple[Link, ...]
    cypher: str

    @property
    def cards(self) -> tuple[Card, ...]:
        """Give the reports as the page shows them, those of one sentence together."""
        return cards_of(self.reports)


@bp.get("/event/<id_>")
@bp.get("/event/<id_>.json")
def show(id_: str) -> Response:
    """Show one event with its evidence."""
    found = rows_of("event", event=id_)
    if not found:
        return _moved(id_)
    return answer("event/show.html", _page(found[0]))


def _moved(id_: str) -> Response:
    """Lead on to the event that this one became part of.

    Raises NotFoundError where there never was such an event.
    """
    found = rows_of("event_redirect", event=id_)
    if not found:
        raise NotFoundError("event", id_)
    ending = ".json" if wants_json() else ""
    return current_app.make_response(redirect(page_address("event", found[0]["target"]) + ending, 302))


def _page(row: dict[str, Any]) -> EventPage:
    """Put the page together from the event's row and those of its reports."""
    id_ = row["id"]
    told = rows_of("event_reports", event=id_, limit=MOST_REPORTS)
    names = names_of(actor for one in (row, *told) for actor in one["perpetrators"] or ())
    reports = read_reports(id_, told, names)
    people = rows_of("event_actors", event=id_, limit=MOST_NAMES)
    related = rows_of("event_content", event=id_, limit=MOST_REPORTS)
    return EventPage(
        id=id_,
        summary=row["summary"] or "An event without a summary",
        deed=deed_name(row["type"], row["mode"]),
        meaning=meaning_of(row["type"], row["mode"]),
        sign=sign_of(row["quad"]),
        status=status_name(row["status"]),
        is_plain_fact=row["status"] == "actual",
        score=row["score"],
        when=words_of(row),
        edtf=row["edtf"] or "",
        bounds=bounds_in_words(as_day(row["earliest"]), as_day(row["latest"])),
        reasons=_reasons(reports, words_of(row)),
        where=where_of(row),
        locator=locator_of(row),
        actors=_links(people, "DID"),
        recipients=_links(people, "TO"),
        mediators=_links(people, "MEDIATED"),
        perpetrators=perpetrator_links(row, names),
        tolls=tolls_of(row, told),
        reports=reports,
        report_count=row["reports"] or len(reports),
        sources=row["sources"] or 0,
        frames=_related(related, "frame"),
        contents=_related(related, "content"),
        cypher=cypher_address(query_text("event_reports"), {"event": id_, "limit": MOST_REPORTS}),
    )


def _reasons(reports: tuple[ReportView, ...], when: str) -> tuple[str, ...]:
    """Say what the event's time rests on: the reports that give it, or why none does; and what other reports have.

    when: of the event, in words.
    """
    dated = [report for report in reports if report.is_dated]
    own = [report for report in dated if report.when == when]
    found = [report.reason for report in own or dated or reports]
    found += [f"another report has {report.when}: {report.reason}" for report in dated if own and report not in own]
    return tuple(dict.fromkeys(found))


def _links(rows: list[dict[str, Any]], role: str) -> tuple[Link, ...]:
    """Give the actors in one role, each once."""
    chosen = {row["id"]: row for row in rows if row["role"] == role}
    return tuple(
        Link(id_, row["name"] or id_, page_address("actor", id_), kind_name(row["kind"])) for id_, row in chosen.items()
    )


def _related(rows: list[dict[str, Any]], direction: str) -> tuple[Link, ...]:
    """Give the events that frame this one, or those it frames."""
    return tuple(
        Link(row["id"], row["summary"] or row["id"], page_address("event", row["id"]), status_name(row["status"]))
        for row in rows
        if row["direction"] == direction
    )
