"""Search over actors with all their names, places, events and articles."""

import re
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, request

from web.answer import answer, cypher_address
from web.asked import query_text, rows_of
from web.countries import country_name
from web.evidence import page_address, place_address
from web.listing import EventRow, read_events
from web.moments import as_day, short_day

bp = Blueprint("search", __name__)

MOST_SHOWN = 12
MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class FoundActor:
    """An actor whose names hold the text. alias: the name that does, where it is not the first one."""

    id: str
    name: str
    alias: str
    kind: str
    country: str
    href: str


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place whose name holds the text; href leads to the events there."""

    id: str
    name: str
    country: str
    href: str


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article whose title holds the text."""

    id: str
    title: str
    source: str
    published: date | None
    href: str

    @property
    def day(self) -> str:
        """Say when it was published."""
        return short_day(self.published) or "undated"


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All that search/show.html may use."""

    q: str
    actors: tuple[FoundActor, ...]
    places: tuple[FoundPlace, ...]
    events: tuple[EventRow, ...]
    articles: tuple[FoundArticle, ...]
    cypher: str

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was found."""
        return not (self.actors or self.places or self.events or self.articles)


@bp.get("/search")
@bp.get("/search.json")
def show() -> Response:
    """Show what bears the text asked for."""
    text = " ".join(request.args.get("q", "").split())[:MOST_LETTERS]
    asked = {"text": text.lower(), "limit": MOST_SHOWN}
    cypher = cypher_address(query_text("search_actors"), asked)
    if not text:
        return answer("search/show.html", SearchPage("", (), (), (), (), cypher))
    words = words_of(text)
    events = rows_of("search_events", text=words, limit=MOST_SHOWN) if words else []
    articles = rows_of("search_articles", text=words, limit=MOST_SHOWN) if words else []
    page = SearchPage(
        text,
        tuple(_actor(row, asked["text"]) for row in rows_of("search_actors", **asked)),
        tuple(
            FoundPlace(row["id"], row["name"], country_name(str(row["country"] or "")), place_address(row["id"]))
            for row in rows_of("search_places", **asked)
        ),
        tuple(read_events([row["id"] for row in events])),
        tuple(article(row) for row in articles),
        cypher,
    )
    return answer("search/show.html", page)


def words_of(text: str) -> str:
    """Give a text as the full-text index asks for it: every word must stand there, the last may go on.

    >>> words_of('air strike: "Gaz')
    '+air +strike +gaz*'
    """
    words = re.findall(r"[^\W_]+", text.lower())
    return " ".join(f"+{word}" for word in words) + "*" if words else ""


def _actor(row: dict[str, object], text: object) -> FoundActor:
    """Give one actor with the name that was found."""
    name, aliases = str(row["name"]), row["aliases"]
    alias = ""
    if str(text) not in name.lower() and isinstance(aliases, list):
        alias = next((one for one in aliases if str(text) in one.lower()), "")
    id_ = str(row["id"])
    kind = str(row["kind"] or "").replace("_", " ")
    return FoundActor(id_, name, alias, kind, country_name(str(row["country"] or "")), page_address("actor", id_))


def article(row: dict[str, object]) -> FoundArticle:
    """Give one article of a list."""
    id_, published = str(row["id"]), as_day(row["published"])
    title = str(row["title"] or "Untitled article")
    return FoundArticle(id_, title, str(row["source"] or ""), published, page_address("article", id_))
