"""One event: what, who, whom, when and why, where, how many, and every sentence that says so."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, current_app, redirect

from web.answer import answer, cypher_address
from web.asked import query_text, rows_of
from web.errors import NotFoundError, wants_json
from web.evidence import (
    after,
    before,
    date_mark,
    name_marks,
    page_address,
    place_marks,
    safe_url,
    trigger_mark,
)
from web.locator import Locator
from web.marks import Piece, anchor_of, pieces_of
from web.moments import as_day, bounds_in_words, day_in_words, reason_of, when_in_words
from web.perpetrators import names_of, perpetrators_of
from web.tolls import Tolls, tolls_of
from web.whereabouts import Where, locator_of, where_of
from web.words import confidence_name, meaning_of, mode_name, sign_of, status_name, type_name

bp = Blueprint("event", __name__)

MOST_REPORTS = 200
MOST_NAMES = 2000


@dataclass(frozen=True, slots=True)
class Link:
    """Something with a page of its own. note: a few words about it."""

    id: str
    name: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report: its sentence with marks, what stands around it, and what was read from it."""

    id: str
    type: str
    mode: str
    meaning: str
    cameo: str
    status: str
    is_plain_fact: bool
    speaker: str
    perpetrators: tuple[Link, ...]
    when: str
    edtf: str
    reason: str
    is_dated: bool
    before: str
    pieces: tuple[Piece, ...]
    after: str
    trigger: str
    rule: str
    merged: str
    article: Link
    source: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class EventPage:
    """All that event/show.html may use."""

    id: str
    summary: str
    type: str
    mode: str
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
    reports = _reports(id_, told, names)
    people = rows_of("event_actors", event=id_, limit=MOST_NAMES)
    related = rows_of("event_content", event=id_, limit=MOST_REPORTS)
    return EventPage(
        id=id_,
        summary=row["summary"] or "An event without a summary",
        type=type_name(row["type"]),
        mode=mode_name(row["mode"]),
        meaning=meaning_of(row["type"], row["mode"]),
        sign=sign_of(row["quad"]),
        status=status_name(row["status"]),
        is_plain_fact=row["status"] == "actual",
        score=row["score"],
        when=_words(row),
        edtf=row["edtf"] or "",
        bounds=bounds_in_words(as_day(row["earliest"]), as_day(row["latest"])),
        reasons=_reasons(reports),
        where=where_of(row),
        locator=locator_of(row),
        actors=_links(people, "DID"),
        recipients=_links(people, "TO"),
        mediators=_links(people, "MEDIATED"),
        perpetrators=_perpetrators(row, names),
        tolls=tolls_of(row, told),
        reports=reports,
        report_count=row["reports"] or len(reports),
        sources=row["sources"] or 0,
        frames=_related(related, "frame"),
        contents=_related(related, "content"),
        cypher=cypher_address(query_text("event_reports"), {"event": id_, "limit": MOST_REPORTS}),
    )


def _words(row: dict[str, Any]) -> str:
    """Say when a row's event or report was."""
    return when_in_words(as_day(row["first"]), as_day(row["last"]), row["grain"] or "", row["edtf"] or "")


def _reasons(reports: tuple[ReportView, ...]) -> tuple[str, ...]:
    """Say what the event's time rests on: the reports that date it, or why none does."""
    dated = [report for report in reports if report.is_dated]
    return tuple(dict.fromkeys(report.reason for report in dated or reports))


def _links(rows: list[dict[str, Any]], role: str) -> tuple[Link, ...]:
    """Give the actors in one role, each once."""
    chosen = {row["id"]: row for row in rows if row["role"] == role}
    return tuple(
        Link(id_, row["name"] or id_, page_address("actor", id_), (row["kind"] or "").replace("_", " "))
        for id_, row in chosen.items()
    )


def _related(rows: list[dict[str, Any]], direction: str) -> tuple[Link, ...]:
    """Give the events that frame this one, or those it frames."""
    return tuple(
        Link(row["id"], row["summary"] or row["id"], page_address("event", row["id"]), status_name(row["status"]))
        for row in rows
        if row["direction"] == direction
    )


def _perpetrators(row: dict[str, Any], names: dict[str, str]) -> tuple[Link, ...]:
    """Give who did it or is said to have, with how sure that is."""
    return tuple(
        Link(id_, name, page_address("actor", id_), confidence_name(confidence))
        for id_, name, confidence in perpetrators_of(row, names)
    )


def _reports(id_: str, told: list[dict[str, Any]], known: dict[str, str]) -> tuple[ReportView, ...]:
    """Show every report with its sentence in its article."""
    texts = {row["id"]: row["text"] or "" for row in rows_of("event_texts", event=id_, limit=MOST_REPORTS)}
    names = _by_report(rows_of("event_names", event=id_, limit=MOST_NAMES))
    places = _by_report(rows_of("event_places", event=id_, limit=MOST_NAMES))
    return tuple(
        _report(row, texts.get(row["article"], ""), names.get(row["id"], []), places.get(row["id"], []), known)
        for row in told
    )


def _by_report(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Put rows apart by their report."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["report"], []).append(row)
    return found


def _report(
    row: dict[str, Any], text: str, names: list[dict[str, Any]], places: list[dict[str, Any]], known: dict[str, str]
) -> ReportView:
    """Show one report; where its article's text is not at hand, its quote stands alone."""
    published = as_day(row["published"])
    words = _words(row)
    is_known = as_day(row["first"]) is not None or as_day(row["last"]) is not None
    status = status_name(row["status"])
    marks = [*name_marks(names), *place_marks(places), *date_mark(row, f"date: {words}")]
    marks += trigger_mark(row, f"{type_name(row['type'])}, {status}")
    start, end = row["start"], row["end"]
    has_text = text[start:end] != ""
    title = row["title"] or row["url"] or "Article without a title"
    return ReportView(
        id=row["id"],
        type=type_name(row["type"]),
        mode=mode_name(row["mode"]),
        meaning=meaning_of(row["type"], row["mode"]),
        cameo=row["cameo"] or "",
        status=status,
        is_plain_fact=row["status"] == "actual",
        speaker=", ".join(dict.fromkeys(n["name"] or n["id"] for n in names if n["role"] == "speaker")),
        perpetrators=_perpetrators(row, known),
        when=words,
        edtf=row["edtf"] or "",
        reason=reason_of(row["basis"] or "", row["expression"] or "", published, is_known=is_known),
        is_dated=is_known,
        before=before(text, start) if has_text else "",
        pieces=pieces_of(text, start, end, marks) if has_text else (Piece(row["quote"] or ""),),
        after=after(text, end) if has_text else "",
        trigger=text[row["trigger_start"] or 0 : row["trigger_end"] or 0],
        rule=row["rule"] or "",
        merged=_merged(row),
        article=Link(row["article"], title, f"{page_address('article', row['article'])}#{anchor_of(start)}"),
        source=row["source"] or "",
        published=day_in_words(published) if published else "",
        url=safe_url(row["url"]),
    )


def _merged(row: dict[str, Any]) -> str:
    """Say why a report was put to its event, "" where nothing is recorded."""
    return "; ".join(row["merge_reasons"] or ())
