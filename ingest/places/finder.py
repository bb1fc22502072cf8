"""Finds the places a document names and tells which of their name they are."""

import math
from collections import Counter
from dataclasses import replace
from typing import Any

from graph.model import Article, Kind, Place, PlaceMention
from ingest.actors.book import Book
from ingest.actors.folding import fold, words_of
from ingest.actors.lying_in import Atlas, countries_told, is_left
from ingest.document import Actors, Document, TimeExpression
from ingest.places.build import Row, place_id
from ingest.places.desks import desks_of
from ingest.places.events import place_of
from ingest.places.lying import lying
from ingest.places.origin import country_of
from ingest.places.slots import Slot, Slots, name_of
from ingest.places.spellings import spelt
from ingest.places.struck import relabelled, strikers

_SMALL, _KNOWN = 100_000, 30_000
_BONUS = 1.5


class PlaceFinder:
    """Finds places by the table that build_places compiled."""

    def __init__(self, data: dict[str, Any]) -> None:
        """Take the table."""
        self.rows: list[Row] = data["rows"]
        self.names: dict[str, tuple[int, ...]] = data["names"]
        self.lengths: dict[str, int] = data["lengths"]
        self.parts: dict[str, dict[str, tuple[float, float]]] = data["parts"]
        self.words: dict[str, frozenset[str]] = data["words"]
        self._slots = Slots(self.rows, self.names, self.words)
        self._regions: dict[str, str] = data["regions"]
        self._spellings: dict[str, str] = data["spellings"]
        self._desks = desks_of(self.rows, data["desks"], self._spellings)
        self._domains: dict[str, str] = data["domains"]

    def relabel(self, document: Document, book: Book) -> Document:
        """Give a document with the towns that are struck or taken labelled as places. book: the known actors."""
        return relabelled(document, self.names, book, self.words, self._sole_country)

    def find(self, document: Document, times: tuple[TimeExpression, ...], actors: Actors) -> tuple[PlaceMention, ...]:
        """Give every place named where a place can stand, in order of the text.

        Of places that share a name the one counts whose country the article speaks of, then the larger.
        """
        closed = self._closed(document, times, actors)
        slots = list(self._slots.slots(document, closed))
        countries, foes = self._countries(slots, actors), self._foes(document, slots, actors)
        told = countries_told(document.tokens, Atlas(self._country_named, self._lands))
        found = []
        for slot in slots:
            name = name_of(document, slot)
            in_country = told.get(fold(document.tokens[slot.last - 1].text), "")
            place = self._place(document, slot, countries, foes.get(name, set()), in_country)
            if place:
                found.append(self._mention(document, slot, place))
        found += self._sites(document, actors, countries)
        found.sort(key=lambda mention: mention.start)
        return spelt(lying(document.text, found, self._regions, self.words), self._spellings)

    def country_of(self, article: Article) -> str:
        """Give the country an article was written in, by its address or its dateline; "" where neither tells."""
        return country_of(article, self.rows, self.names, self._domains)

    def place_of(
        self, document: Document, trigger: int, mentions: tuple[PlaceMention, ...], quad: str = ""
    ) -> PlaceMention | None:
        """Give where the event that token `trigger` tells, of a quad class, took place; None where nothing says so."""
        return place_of(document, trigger, mentions, self.words, self._desks, quad)

    def _sites(self, document: Document, actors: Actors, countries: Counter[str]) -> list[PlaceMention]:
        """Give the bodies that stand where a place does and are one: "at the University of X"."""
        found = []
        for mention in actors.mentions:
            body = actors.by_id[mention.actor]
            if mention.how != "name" or body.kind in (Kind.COUNTRY, Kind.PERSON):
                continue
            before = self._slots.preposition(document, mention.head)
            is_site = any(word in self.words["sites"] for word in words_of(mention.text))
            if is_site and before is not None and before.lemma in self.words["inside"] | self.words["towards"]:
                country = body.country or self._leading(countries)
                place = Place(place_id(body.name, country), body.name, country, kind="site")
                found.append(PlaceMention(place, mention.text, mention.start, mention.end))
        return found

    def _leading(self, countries: Counter[str]) -> str:
        """Give the country most of the article's actors and places are of, "" where none has half."""
        leading = countries.most_common(1)
        return leading[0][0] if leading and 2 * leading[0][1] > sum(countries.values()) else ""

    def _closed(self, document: Document, times: tuple[TimeExpression, ...], actors: Actors) -> frozenset[int]:
        """Give the tokens that name a time, or an actor by name."""
        taken = [(time.start, time.end) for time in times]
        for mention in actors.mentions:
            if mention.how == "name" and not self._is_placed(document, mention.head, actors.by_id[mention.actor].kind):
                taken.append((mention.start, mention.end))
        taken.sort()
        closed, at = set(), 0
        for token in document.tokens:
            while at < len(taken) and taken[at][1] <= token.start:
                at += 1
            if at < len(taken) and taken[at][0] < token.end:
                closed.add(token.i)
        return frozenset(closed)

    def _is_placed(self, document: Document, i: int, kind: str) -> bool:
        """Say whether a state's name is also the name of where something is: "into Israel", "from Syria"."""
        before = self._slots.preposition(document, i)
        if kind != "country" or before is None:
            return False
        is_beside = document.tokens[i].dep == "appos"
        return (
            is_beside or before.lemma in self.words["from"] | self.words["towards"] or self._slots.is_part(document, i)
        )

    def _countries(self, slots: list[Slot], actors: Actors) -> Counter[str]:
        """Count the countries an article speaks of, by its actors and by its places of one country."""
        found: Counter[str] = Counter()
        for mention in actors.mentions:
            country = actors.by_id[mention.actor].country
            if country:
                found[country] += 1
        for slot in slots:
            countries = {iso for row in slot.rows if self.rows[row][6] >= _KNOWN for iso in self.rows[row][2]}
            if len(countries) == 1 and slot.is_sure:
                found[countries.pop()] += 1
        return found

    def _foes(self, document: Document, slots: list[Slot], actors: Actors) -> dict[str, set[str]]:
        """Give, for each name, the countries of who strikes or takes it anywhere in the article."""
        found: dict[str, set[str]] = {}
        for slot in slots:
            foes = strikers(document, actors, slot.last - 1, self.words)
            found.setdefault(name_of(document, slot), set()).update(foes)
        return found

    def _country_named(self, words: str) -> str:
        """Give the state that some words name, "" for none."""
        rows = (self.rows[row] for row in self.names.get(fold(words), ()))
        return next((row[2][0] for row in rows if row[5] == "country" and len(row[2]) == 1), "")

    def _lands(self, words: str) -> set[str]:
        """Give the countries that have a known town of a name."""
        rows = (self.rows[row] for row in self.names.get(fold(words), ()))
        return {iso for row in rows if row[5] == "town" for iso in row[2]}

    def _place(
        self, document: Document, slot: Slot, countries: Counter[str], foes: set[str], told: str
    ) -> Place | None:
        """Give the place a slot means; None where it is not sure to be one.

        told: the country that the text puts it in.
        foes: the countries of who strikes or takes it, so that it is rather of the others the article speaks of.
        """
        beside = {told} if told else self._country_beside(document, slot)
        if slot.rows and not told and is_left(document.tokens, slot.last):
            beside &= {iso for row in slot.rows for iso in self.rows[row][2]}  # who is from there is in that country
        others = Counter({iso: count for iso, count in countries.items() if iso not in foes})
        is_of_others = any(others[iso] for row in slot.rows for iso in self.rows[row][2])
        near = others if is_of_others else countries
        best = max(slot.rows, key=lambda row: self._score(row, near, beside), default=None)
        if best is None:
            return self._new(document, slot, countries, beside, foes)
        key, name, isos, latitude, longitude, kind, weight = self.rows[best]
        if told and told not in isos and kind == "town":
            return self._new(document, slot, countries, beside, foes, told)
        is_near = bool(beside & set(isos)) or any(countries[iso] for iso in isos)
        if not is_near and weight < _SMALL:
            place = self._new(document, slot, countries, beside, foes)
            return replace(place, id=place_id(place.name, ""), country="") if place and not beside else place
        country = next((iso for iso in isos if iso in beside), isos[0] if len(isos) == 1 else "")
        place = Place(key, name, country, latitude, longitude, kind)
        return self._part(document, slot, place)

    def _score(self, row: int, countries: Counter[str], beside: set[str]) -> float:
        """Score how well a place fits: the country named beside it, the article's countries, its size."""
        isos, weight = self.rows[row][2], self.rows[row][6]
        total = sum(countries.values()) or 1
        share = max((countries[iso] / total for iso in isos), default=0.0)
        near = 10.0 if beside & set(isos) else 0.0
        return near + math.log10(weight + 10) + (_BONUS + 2 * share if share else 0.0)

    def _country_beside(self, document: Document, slot: Slot) -> set[str]:
        """Give the country named just after a place ("Tripoli, Lebanon", "Tyre in southern Lebanon")."""
        tokens, i = document.tokens, slot.last
        passed = self.words["compass"] | {",", "in", "the"}
        while i < len(tokens) and i < slot.last + 3 and tokens[i].text.lower() in passed:
            i += 1
        if i == slot.last or i >= len(tokens) or not tokens[i].text[:1].isupper():
            return set()
        words: list[str] = []
        found: set[str] = set()
        for token in tokens[i : i + 4]:
            words += words_of(token.text)
            rows = [row for row in self.names.get(" ".join(words), ()) if self.rows[row][5] in ("country", "province")]
            found = {iso for row in rows for iso in self.rows[row][2]} or found
        return found

    def _new(
        self, document: Document, slot: Slot, countries: Counter[str], beside: set[str], foes: set[str], told: str = ""
    ) -> Place | None:
        """Give a place that no table knows, in the country named beside it or that the article is about.

        told: the country that the text puts it in, so that it is sure to be a place.
        """
        if not slot.is_sure and not told:
            return None
        tokens = document.tokens
        name = document.text[tokens[slot.first].start : tokens[slot.last - 1].end]
        country = next(iter(beside)) if len(beside) == 1 else self._leading(countries)
        if country in foes and not beside:
            country = ""
        nouns = [tokens[slot.last - 1].lemma.lower(), tokens[tokens[slot.last - 1].head].lemma]
        kind = next((noun for noun in nouns if noun in self.words["kinds"]), "")
        return Place(place_id(name, country), name, country, kind="site" if kind in self.words["sites"] else kind)

    def _sole_country(self, name: str) -> str:
        """Give the country that alone has a known place of a folded name, "" where none or several have."""
        known = {iso for row in self.names.get(name, ()) if self.rows[row][6] >= _KNOWN for iso in self.rows[row][2]}
        return known.pop() if len(known) == 1 else ""

    def _part(self, document: Document, slot: Slot, place: Place) -> Place:
        """Give the part of a place that a compass word before it means: "southern Israel"."""
        if not self._slots.is_part(document, slot.first):
            return place
        word = document.tokens[slot.first - 1].text.lower()
        name = f"{word} {place.name}"
        position = (place.latitude, place.longitude)
        if place.kind == "country":
            part = next((part for part in ("north", "south", "east", "west", "central") if part in word), "")
            position = self.parts.get(place.country, {}).get(part, position)
        return Place(place_id(name, place.country), name, place.country, *position, kind=f"part of {place.kind}")

    def _mention(self, document: Document, slot: Slot, place: Place) -> PlaceMention:
        """Give a place with its words, the compass word among them."""
        first = slot.first - 1 if self._slots.is_part(document, slot.first) else slot.first
        start, end = document.tokens[first].start, document.tokens[slot.last - 1].end
        return PlaceMention(place, document.text[start:end], start, end)
