"""One article: its whole text, with everything that was read from it marked and linked both ways."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, Response

from graph.marks import Mark as Told
from graph.marks import MarkKind, read_marks
from web.answer import answer, cypher_address
from web.asked import query_text, rows_of
from web.errors import NotFoundError
from web.evidence import name_marks, page_address, place_address, place_marks, safe_url, trigger_mark
from web.marks import Coded, Mark, Run, anchor_of, lines_of
from web.moments import as_day, day_in_words, when_in_words
from web.words import deed_name, sign_of, status_name, type_name

bp = Blueprint("article", __name__)

MOST_REPORTS = 2000
MOST_NAMES = 10_000
LANGUAGES = {"en": "English"}


@dataclass(frozen=True, slots=True)
class Telling:
    """One report of the article: the event it tells and where its sentence stands in the page."""

    event: str
    summary: str
    type: str
    sign: str
    status: str
    when: str
    trigger: str
    rule: str
    href: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All that article/show.html may use.

    published: the day or days it came out, in words, and known: how that is known.
    coded, characters: how many characters of the text stand in coded sentences, and in all.
    """

    id: str
    title: str
    source: str
    url: str
    language: str
    published: str
    known: tuple[str, ...]
    ingested: str
    lines: tuple[tuple[Run, ...], ...]
    tellings: tuple[Telling, ...]
    sentences: int
    coded: int
    characters: int
    is_cut: bool
    cypher: str


@bp.get("/article/<id_>")
@bp.get("/article/<id_>.json")
def show(id_: str) -> Response:
    """Show one article with what was coded of it."""
    found = rows_of("article", article=id_)
    if not found:
        raise NotFoundError("article", id_)
    return answer("article/show.html", _page(found[0]))


def _page(row: dict[str, Any]) -> ArticlePage:
    """Put the page together from the article's row and its reports."""
    text = row["text"] or ""
    told = rows_of("article_reports", article=row["id"], limit=MOST_REPORTS + 1)
    is_cut, told = len(told) > MOST_REPORTS, told[:MOST_REPORTS]
    coded = [Coded(one["start"], one["end"], ((page_address("event", one["event"]), _chip(one)),)) for one in told]
    lines = lines_of(text, coded, _marks(row, told))
    runs = [run for line in lines for run in line]
    return ArticlePage(
        id=row["id"],
        title=row["title"] or "An article without a title",
        source=row["source"] or "",
        url=safe_url(row["url"]),
        language=LANGUAGES.get(row["language"] or "", row["language"] or ""),
        published=_published(row),
        known=_known(row),
        ingested=_ingested(row["ingested"]),
        lines=lines,
        tellings=tuple(_telling(one, text) for one in told),
        sentences=sum(bool(run.anchor) for run in runs),
        coded=sum(len(piece.text) for run in runs if run.is_coded for piece in run.pieces),
        characters=sum(len(piece.text) for run in runs for piece in run.pieces),
        is_cut=is_cut,
        cypher=cypher_address(query_text("article_reports"), {"article": row["id"], "limit": MOST_REPORTS}),
    )


def _chip(row: dict[str, Any]) -> str:
    """Name an event in two or three words; what did not simply happen says so."""
    words = type_name(row["type"])
    return words if row["status"] == "actual" else f"{words}, {status_name(row['status']).lower()}"


def _telling(row: dict[str, Any], text: str) -> Telling:
    """Give one line of the list of events."""
    return Telling(
        event=row["event"],
        summary=row["summary"] or row["event"],
        type=deed_name(row["type"], row["mode"]),
        sign=sign_of(row["quad"]),
        status=status_name(row["status"]),
        when=when_in_words(as_day(row["first"]), as_day(row["last"]), row["grain"] or "", row["edtf"] or ""),
        trigger=text[row["trigger_start"] or 0 : row["trigger_end"] or 0],
        rule=row["rule"] or "",
        href=page_address("event", row["event"]),
        anchor=f"#{anchor_of(row['start'])}",
    )


def _marks(row: dict[str, Any], told: list[dict[str, Any]]) -> Iterator[Mark]:
    """Give every mark of the text: what reports name, and what was read besides."""
    names = rows_of("article_names", article=row["id"], limit=MOST_NAMES)
    places = rows_of("article_places", article=row["id"], limit=MOST_NAMES)
    yield from name_marks(names)
    yield from place_marks(places)
    for one in told:
        yield from trigger_mark(one, f"{type_name(one['type'])}, {status_name(one['status'])}")
    known = {(one["start"], one["end"]) for one in (*names, *places)}
    marks = read_marks(row["marks"])
    addresses = _addresses(marks)
    for mark in marks:
        if mark.kind == MarkKind.TIME:
            yield Mark(mark.start, mark.end, "date", f"time: {_time(mark.first, mark.last, mark.edtf, mark.value)}")
        elif (mark.start, mark.end) not in known:
            yield Mark(mark.start, mark.end, mark.kind.value, mark.kind.value, addresses.get((mark.kind, mark.id), ""))


def _addresses(marks: Iterable[Told]) -> dict[tuple[MarkKind, str], str]:
    """Give the pages of the actors and places marked, those the graph does not hold left out."""
    found: dict[tuple[MarkKind, str], str] = {}
    ways: tuple[tuple[MarkKind, str, Callable[[str], str]], ...] = (
        (MarkKind.ACTOR, "actor_cards", lambda id_: page_address("actor", id_)),
        (MarkKind.PLACE, "place_names", place_address),
    )
    for kind, query, address in ways:
        ids = sorted({mark.id for mark in marks if mark.kind == kind and mark.id})
        rows = rows_of(query, ids=ids, limit=len(ids)) if ids else []
        found.update({(kind, row["id"]): address(row["id"]) for row in rows})
    return found


def _time(first: date | None, last: date | None, edtf: str, value: str) -> str:
    """Say what a time expression means, by its TIMEX3 value where it names no days."""
    return when_in_words(first, last, edtf=edtf) if first or last else edtf or value or "not resolved"


def _published(row: dict[str, Any]) -> str:
    """Say when the article came out, never more finely than is known."""
    first, last = as_day(row["published_first"]), as_day(row["published_last"])
    day = as_day(row["published"])
    if day:
        return day_in_words(day)
    return f"some day {when_in_words(first, last)}" if first and last and first != last else when_in_words(first, last)


def _known(row: dict[str, Any]) -> tuple[str, ...]:
    """Say how the day of publication is known."""
    basis = row["published_basis"] or ""
    if as_day(row["published_first"]) is None and as_day(row["published_last"]) is None:
        return ("the article states no day, and none could be inferred from its text",)
    words = {
        "given": "the day was given with the article",
        "dateline": "read from its dateline",
        "inferred": "inferred from its text",
    }
    return (words.get(basis, basis), *(row["published_reasons"] or ()))


def _ingested(value: Any) -> str:
    """Say when the article was read in, to the minute."""
    text = value.isoformat() if hasattr(value, "isoformat") else str(value or "")
    return text[:16].replace("T", " ")
