"""The reports of an event: each with its sentence in its article, and those of one sentence on one card."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from web.asked import rows_of
from web.evidence import after, before, date_mark, name_marks, page_address, place_marks, safe_url, trigger_mark
from web.marks import Piece, anchor_of, pieces_of
from web.moments import as_day, day_in_words, reason_of, when_in_words
from web.perpetrators import perpetrators_of
from web.words import confidence_name, deed_name, meaning_of, status_name, type_name

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
    deed: str
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
class Reading:
    """What one or more reports read alike from one sentence. words: what told them so, as (words, rule) pairs."""

    report: ReportView
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One sentence of one article. ids: of its reports, the first stands for the rest in what they share."""

    ids: tuple[str, ...]
    report: ReportView
    pieces: tuple[Piece, ...]
    readings: tuple[Reading, ...]


def words_of(row: dict[str, Any]) -> str:
    """Say when a row's event or report was."""
    return when_in_words(as_day(row["first"]), as_day(row["last"]), row["grain"] or "", row["edtf"] or "")


def perpetrator_links(row: dict[str, Any], names: dict[str, str]) -> tuple[Link, ...]:
    """Give who did it or is said to have, with how sure that is."""
    return tuple(
        Link(id_, name, page_address("actor", id_), confidence_name(confidence))
        for id_, name, confidence in perpetrators_of(row, names)
    )


def read_reports(id_: str, told: list[dict[str, Any]], known: dict[str, str]) -> tuple[ReportView, ...]:
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
    words = words_of(row)
    is_known = as_day(row["first"]) is not None or as_day(row["last"]) is not None
    status = status_name(row["status"])
    marks = [*name_marks(names), *place_marks(places), *date_mark(row, f"date: {words}")]
    marks += trigger_mark(row, f"{type_name(row['type'])}, {status}")
    start, end = row["start"], row["end"]
    has_text = text[start:end] != ""
    title = row["title"] or row["url"] or "Article without a title"
    return ReportView(
        id=row["id"],
        deed=deed_name(row["type"], row["mode"]),
        meaning=meaning_of(row["type"], row["mode"]),
        cameo=row["cameo"] or "",
        status=status,
        is_plain_fact=row["status"] == "actual",
        speaker=", ".join(dict.fromkeys(n["name"] or n["id"] for n in names if n["role"] == "speaker")),
        perpetrators=perpetrator_links(row, known),
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


def cards_of(reports: tuple[ReportView, ...]) -> tuple[Card, ...]:
    """Put the reports of one sentence of an article on one card, in the order of the first of each."""
    found: dict[tuple[str, str], list[ReportView]] = {}
    for report in reports:
        sentence = "".join(piece.text for piece in report.pieces)
        found.setdefault((report.article.href, sentence), []).append(report)
    return tuple(
        Card(tuple(one.id for one in told), told[0], _overlaid([one.pieces for one in told]), _readings(told))
        for told in found.values()
    )


def _readings(told: list[ReportView]) -> tuple[Reading, ...]:
    """Put reports that read the same from their sentence together."""
    found: dict[tuple[object, ...], list[ReportView]] = {}
    for one in told:
        what = (one.deed, one.cameo, one.status, one.speaker, one.perpetrators)
        found.setdefault((*what, one.when, one.edtf, one.reason, one.merged), []).append(one)
    return tuple(
        Reading(alike[0], tuple(dict.fromkeys((one.trigger, one.rule) for one in alike if one.rule)))
        for alike in found.values()
    )


def _overlaid(layers: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """Lay several cuttings of one text over each other; a piece has the marks of all."""
    text = "".join(piece.text for piece in layers[0])
    ends = [list(accumulate(len(piece.text) for piece in layer)) for layer in layers]
    found, start = list[Piece](), 0
    for end in sorted({end for of_layer in ends for end in of_layer}):
        over = [layer[bisect_left(of_layer, end)] for layer, of_layer in zip(layers, ends, strict=True)]
        kinds = tuple(dict.fromkeys(kind for piece in over for kind in piece.kinds))
        labels = dict.fromkeys(label for piece in over for label in piece.label.split("; ") if label)
        found.append(Piece(text[start:end], kinds, "; ".join(labels), next((p.href for p in over if p.href), "")))
        start = end
    return tuple(found)
