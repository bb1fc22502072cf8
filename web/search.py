"""Search over actors with all their names, places, events, articles and their sentences, and what is spelt alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from graph.letters import bearing, folded
from graph.rows import UNDATED
from web.answer import answer, cypher_address
from web.asked import query_text, rows_of
from web.asked_words import words_of_text
from web.at_once import at_once
from web.countries import country_name
from web.evidence import page_address, place_address
from web.listing import EventRow, read_events
from web.moments import as_day, short_day
from web.sentences import FoundSentence, find_sentences
from web.spelling import likeness, words_alike
from web.words import kind_name

bp = Blueprint("search", __name__)

MOST_SHOWN = 12
MOST_LETTERS = 200
FEW = 5
LEAST_LETTERS = 5
MOST_ALIKE = 200
MOST_NAMING = 50
MOST_COUNTED = 5_000
SHOWN_ALIKE = 5
LEAST_ALIKE = 0.65


@dataclass(frozen=True, slots=True)
class FoundActor:
    """An actor whose names hold the text. alias: the name that does, where it is not the first one.

    is_alike: whether no name does, but one is spelt much like the text.
    """

    id: str
    name: str
    alias: str
    kind: str
    country: str
    href: str
    is_alike: bool = False


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place whose names hold the text, or are spelt much like it; href leads to the events there.

    alias: the name that does, where it is not the first one.
    """

    id: str
    name: str
    alias: str
    country: str
    href: str
    is_alike: bool = False


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
class FoundName:
    """Somebody whom articles name without a report of them. source: the latest article that does; href: its page.

    articles: how many of those looked at do.
    """

    name: str
    source: str
    articles: int
    href: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All that search/show.html may use."""

    q: str
    actors: tuple[FoundActor, ...]
    places: tuple[FoundPlace, ...]
    events: tuple[EventRow, ...]
    articles: tuple[FoundArticle, ...]
    named: tuple[FoundName, ...]
    sentences: tuple[FoundSentence, ...]
    cypher: str

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was found."""
        return not (self.actors or self.places or self.events or self.articles or self.named or self.sentences)

    @property
    def meant(self) -> tuple[tuple[str, str], ...]:
        """Give names that may be meant, with the address of a search for each; none where one bears the text."""
        named: tuple[FoundActor | FoundPlace, ...] = (*self.actors, *self.places)
        if not all(one.is_alike for one in named):
            return ()
        names = dict.fromkeys(one.name for one in named)
        return tuple((name, "/search?" + urlencode({"q": name})) for name in names)


@bp.get("/search")
@bp.get("/search.json")
def show() -> Response:
    """Show what bears the text asked for."""
    return answer("search/show.html", read_search(request.args.get("q", "")))


def read_search(asked: str, most: int = MOST_SHOWN) -> SearchPage:
    """Give what bears a text, at most so many things of a kind; nothing for a text without a letter or a number.

    Actors who are only spelt much like it come after those who bear it, where these are few; where none does, only if
    no place bears it and nobody named. So do places.
    """
    text = _text_asked(asked)
    cypher = cypher_address(query_text("search_actors"), _spelt(text) | {"limit": MOST_SHOWN})
    if not folded(text):
        return SearchPage(text, (), (), (), (), (), (), cypher)
    words = words_of(text)
    with at_once() as start:
        actors, places, named = _names(text, words, most)
        names = _borne(*actors, *places)
        events = start(lambda: read_events(_event_ids(text, most, names)))
        articles = start(lambda: words_of_text(text, names).rows("search_articles", most))
        sentences = find_sentences(text, most, names)
    told, titled = tuple(events.result()), tuple(map(article, articles.result()))
    return SearchPage(text, actors, places, told, titled, named, sentences, cypher)


def _spelt(text: str) -> dict[str, Any]:
    """Give a text as names are searched for it, and as it is spelt, and of how many the events are counted."""
    return {"text": folded(text), "spelt": text.lower(), "most": MOST_COUNTED}


def _names(
    text: str, words: str, most: int
) -> tuple[tuple[FoundActor, ...], tuple[FoundPlace, ...], tuple[FoundName, ...]]:
    """Give the actors and places that bear a text or are spelt alike, and who is only named. words: for the index."""
    actors = tuple(_actor(row, text) for row in rows_of("search_actors", **_spelt(text), limit=most))
    places = tuple(_place(row, text) for row in rows_of("search_places", text=folded(text), limit=most))
    named = _named(text, {one.name for one in actors}, most) if words else ()
    is_borne = bool(actors or places or named)
    if actors or not is_borne:
        actors += _actors_alike(text, [one.id for one in actors])
    if places or not is_borne:
        places += _places_alike(text, [one.id for one in places])
    return actors, places, named


def _borne(*found: FoundActor | FoundPlace) -> list[str]:
    """Give the names by which actors and places bear the text."""
    return [name for one in found if not one.is_alike for name in (one.name, one.alias)]


def found_events(asked: str, most: int) -> tuple[str, list[str]]:
    """Give the text that is looked for, and the ids of the events whose summaries hold it, at most so many."""
    text = _text_asked(asked)
    actors, places, _ = _names(text, "", most) if folded(text) else ((), (), ())
    return text, _event_ids(text, most, _borne(*actors, *places))


def _event_ids(text: str, most: int, names: Sequence[str]) -> list[str]:
    """Give the ids of events whose summaries hold a text, the latest first and undated ones last."""
    rows = words_of_text(text, names).rows("search_events", most)
    return [row["id"] for row in sorted(rows, key=lambda row: (row["key"] < UNDATED, row["key"]), reverse=True)]


def _text_asked(asked: str) -> str:
    """Give a text that is asked for with single spaces, cut where it is long."""
    return " ".join(asked.split())[:MOST_LETTERS]


def _named(text: str, known: set[str], most: int) -> tuple[FoundName, ...]:
    """Give whom articles name without a report of them and a name of whom holds every word of the text.

    known: names of actors that are found anyhow.
    """
    words, found = folded(text).split(), dict[str, list[dict[str, Any]]]()
    for row in rows_of("search_named", text=words_of(text), limit=max(MOST_NAMING, most)):
        for line in (row["named"] or "").split("\n"):
            if all(f" {word}" in f" {folded(line)}" for word in words):
                found.setdefault(line.partition(" | ")[0], []).append(row)
    return tuple(
        FoundName(name, str(rows[0]["title"] or "Untitled article"), len(rows), page_address("article", rows[0]["id"]))
        for name, rows in list(found.items())[:most]
        if name not in known
    )


def _actors_alike(text: str, known: Sequence[str]) -> tuple[FoundActor, ...]:
    """Give the actors with a name spelt much like a text, but those known."""
    return tuple(_actor(row, text, is_alike=True) for row in _alike("search_actors_alike", text, known))


def _places_alike(text: str, known: Sequence[str]) -> tuple[FoundPlace, ...]:
    """Give the places with a name spelt much like a text, but those known."""
    return tuple(_place(row, text, is_alike=True) for row in _alike("search_places_alike", text, known))


def _alike(name: str, text: str, known: Sequence[str]) -> list[dict[str, Any]]:
    """Give the rows of what is spelt like a text and is not known yet, the likest first; none where many are known.

    Nor for a short text, which is like too much.
    """
    words = words_alike(text)
    if len(known) >= FEW or len(folded(text)) < LEAST_LETTERS or not words:
        return []
    rows = [row for row in rows_of(name, text=words, limit=MOST_ALIKE) if row["id"] not in known]
    alike = [(likeness(text, (row["name"], *(row.get("aliases") or ()))), row) for row in rows]
    alike = [pair for pair in alike if pair[0] >= LEAST_ALIKE]
    return [row for _, row in sorted(alike, key=lambda pair: -pair[0])[:SHOWN_ALIKE]]


def words_of(text: str) -> str:
    """Give a text as the full-text index asks for it: every word must stand there, the last may go on.

    >>> words_of('air strike: "Gaz')
    '+air +strike +gaz*'
    """
    words = re.findall(r"[^\W_]+", text.lower())
    return " ".join(f"+{word}" for word in words) + "*" if words else ""


def _alias(row: dict[str, Any], text: str, *, is_alike: bool) -> str:
    """Give the name that bears the text asked for, or is likest to it, "" where it is the first one."""
    names = (str(row["name"]), *(row["aliases"] or ()))
    told = max(names, key=lambda one: likeness(text, (one,))) if is_alike else bearing(text, names)
    return told if folded(told) != folded(names[0]) else ""


def _actor(row: dict[str, Any], text: str, *, is_alike: bool = False) -> FoundActor:
    """Give one actor with the name that was found. text: as asked for."""
    id_ = str(row["id"])
    kind = kind_name(row["kind"])
    country = country_name(str(row["country"] or ""))
    alias = _alias(row, text, is_alike=is_alike)
    return FoundActor(id_, str(row["name"]), alias, kind, country, page_address("actor", id_), is_alike)


def _place(row: dict[str, Any], text: str, *, is_alike: bool = False) -> FoundPlace:
    """Give one place with the name that was found. text: as asked for."""
    country = country_name(str(row["country"] or ""))
    alias = _alias(row, text, is_alike=is_alike)
    return FoundPlace(row["id"], row["name"], alias, country, place_address(row["id"]), is_alike)


def article(row: dict[str, object]) -> FoundArticle:
    """Give one article of a list."""
    id_, published = str(row["id"]), as_day(row["published"])
    title = str(row["title"] or "Untitled article")
    return FoundArticle(id_, title, str(row["source"] or ""), published, page_address("article", id_))
