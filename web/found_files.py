"""What the first page counts and what a search finds, in the formats of other programs."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, request

from graph.export.csv_rows import csv_text
from web.bars import bars_between, bucket_beside, window
from web.exports import attached, told_file
from web.extent import read_extent
from web.filters import filters_from
from web.search import SearchPage, found_events, read_search
from web.told import told_events

bp = Blueprint("found_files", __name__)

MOST_FOUND = 1_000
BAR_COLUMNS = ("first", "last", "hostile_acts", "hostile_words", "cooperation", "events", "unsure")
FOUND_COLUMNS = ("what", "id", "name", "alias", "kind", "country", "day", "source", "address")


@bp.get("/index.csv")
def bars() -> Response:
    """Give how many events under the filters lie in each month, day or year; what has no date in the last row."""
    filters, extent = filters_from(request.args), read_extent()
    found, _ = bars_between(filters, extent, *window(filters, extent))
    rows: list[dict[str, Any]] = [
        _counts(one.signs) | {"first": one.first, "last": one.last, "events": one.total, "unsure": one.unsure}
        for one in (found.bars if found else ())
    ]
    if bucket := bucket_beside(filters, found.highest if found else 0):
        rows.append(_counts(bucket.signs) | {"events": bucket.total})
    return attached(csv_text(BAR_COLUMNS, rows), "casus-overview", "csv")


def _counts(signs: tuple[int, ...]) -> dict[str, Any]:
    """Give the numbers of hostile acts, hostile words and cooperation as parts of a row."""
    return dict(zip(BAR_COLUMNS[2:5], signs, strict=True))


@bp.get("/search.csv")
def search() -> Response:
    """Give all that a search finds, a thing a row; at most MOST_FOUND of a kind, and then a row says so."""
    page, base = read_search(request.args.get("q", ""), MOST_FOUND + 1), request.url_root.rstrip("/")
    kinds = ("actors", "places", "named", "events", "articles", "sentences")
    more = [kind for kind in kinds if len(getattr(page, kind)) > MOST_FOUND]
    cut = replace(page, **{kind: getattr(page, kind)[:MOST_FOUND] for kind in more})
    rows = [*_rows(cut, base), *({"what": "more", "name": _cut_remark(kind)} for kind in more)]
    return attached(csv_text(FOUND_COLUMNS, rows), "casus-search", "csv")


@bp.get("/search.<any(jsonld, timelinejs):kind>")
def events(kind: str) -> Response:
    """Give the events that a search finds."""
    text, ids = found_events(request.args.get("q", ""), MOST_FOUND + 1)
    found = told_events(ids[:MOST_FOUND])
    remark = _cut_remark("events") if len(ids) > MOST_FOUND else ""
    return told_file(found, f"Search for {text}", remark, "search_events", kind, stem="casus-search")


def _cut_remark(kind: str) -> str:
    """Say that not all of a kind are given."""
    return f"Only {MOST_FOUND:,} {'names' if kind == 'named' else kind} are given; there are more."


def _rows(page: SearchPage, base: str) -> Iterator[dict[str, Any]]:
    """Give what was found as rows. base: of the addresses."""
    for actor in page.actors:
        yield {"what": "actor", "id": actor.id, "name": actor.name, "alias": actor.alias, "kind": actor.kind,
               "country": actor.country, "address": base + actor.href}  # fmt: skip
    for place in page.places:
        yield {"what": "place", "id": place.id, "name": place.name, "alias": place.alias, "country": place.country,
               "address": base + place.href}  # fmt: skip
    for name in page.named:
        yield {"what": "name without an event", "name": name.name, "source": name.source, "address": base + name.href}
    for event in page.events:
        yield {"what": "event", "id": event.id, "name": event.summary, "kind": event.type_name, "day": event.edtf,
               "address": base + event.href}  # fmt: skip
    for article in page.articles:
        yield {"what": "article", "id": article.id, "name": article.title, "day": article.published,
               "source": article.source, "address": base + article.href}  # fmt: skip
    for one in page.sentences:
        yield {"what": "sentence", "id": one.id, "name": one.text, "day": one.day, "source": one.source,
               "address": base + one.href}  # fmt: skip
