"""Finds names of the lexicon in a document and settles which of their meanings hold."""

from collections.abc import Iterator

from graph.model import Actor, Kind
from ingest.actors.book import Entry
from ingest.actors.build import CAPS
from ingest.actors.folding import actor_id, fold, words_of
from ingest.actors.kinds import STATE_BODIES
from ingest.actors.lying_in import Atlas, countries_told
from ingest.actors.scene import Scene, Span, is_behind
from ingest.actors.settling import country_of, settle_by_context, settle_surely
from ingest.document import PLACE_ENTITIES

_PLACES = frozenset({"country", "seat", "region", "city"})
_SETTING = 3
_PERSON_LABEL = "PERSON"
_INSTITUTIONS = STATE_BODIES | {Kind.PARTY}


def find_names(scene: Scene) -> None:
    """Enter every name of the lexicon: what it means, the mention it makes, the country it tells."""
    doubtful = []
    told, tokens = _told_in(scene), scene.document.tokens
    for span in (_moved(span, told.get(fold(tokens[span.last - 1].text), "")) for span in _matches(scene)):
        if span.first in scene.skipped and span.first not in scene.dateline:
            continue
        settled = settle_surely(scene, span)
        if settled:
            _enter(scene, settled)
        else:
            doubtful.append(span)
    for span in doubtful:
        settled = settle_by_context(scene, span)
        if settled:
            _enter(scene, settled)
    for first, last, iso in scene.document.towns:
        iso = told.get(fold(tokens[last - 1].text), iso)
        if iso and not any(i in scene.span_at for i in range(first, last)):
            _enter(scene, Span(first, last, (("city", iso, 0),), "city", iso))


def _told_in(scene: Scene) -> dict[str, str]:
    """Give the country of each name of a town that the text puts there, as "Palma in northern Mozambique"."""

    def country(words: str) -> str:
        entries = scene.book.phrases.get(fold(words), ())
        return next((key for kind, key, _ in entries if kind == "country"), "")

    def lands(words: str) -> set[str]:
        name = fold(words)
        entries = scene.book.phrases.get(name, ())
        return {key for kind, key, _ in entries if kind in ("city", "seat")} | set(scene.book.cities.get(name, ()))

    return countries_told(scene.document.tokens, Atlas(country, lands))


def _is_town(span: Span) -> bool:
    return {kind for kind, _, _ in span.entries} == {"city"}


def _moved(span: Span, iso: str) -> Span:
    """Give the span of a town in the country that the text puts it in; iso: of that country, "" where none is told."""
    is_known = not iso or not _is_town(span) or any(key == iso for _, key, _ in span.entries)
    return span if is_known else span._replace(entries=(("city", iso, 0),))


def _matches(scene: Scene) -> Iterator[Span]:
    """Give the longest phrases of the lexicon, from left to right, without overlap."""
    book, tokens = scene.book, scene.document.tokens
    words: list[str] = []
    places: list[int] = []
    for token in tokens:
        for word in words_of(token.text):
            words.append(word)
            places.append(token.i)
    at = 0
    while at < len(words):
        span, step = None, 1
        longest = book.lengths.get(words[at])
        if longest and (at == 0 or places[at - 1] != places[at]):
            span, step = _longest(scene, words, places, at, longest)
        elif words[at] in book.cities:
            span = _city(scene, words, places, at)
        if span:
            yield span
        at += step


def _longest(scene: Scene, words: list[str], places: list[int], at: int, longest: int) -> tuple[Span | None, int]:
    """Give the longest phrase that begins at a word and whose spelling fits, and how many words it has."""
    for count in range(min(longest, len(words) - at), 0, -1):
        entries = scene.book.phrases.get(" ".join(words[at : at + count]))
        if not entries or (at + count < len(words) and places[at + count] == places[at + count - 1]):
            continue
        first, last = places[at], places[at + count - 1] + 1
        fitting = _spelt_right(scene, first, last, entries)
        if fitting and not _is_cut_name(scene, first, last):
            is_region = count == 1 and {kind for kind, _, _ in fitting} == {"region"}
            towns = scene.book.cities.get(words[at], ()) if is_region else ()  # a town elsewhere of a region's name
            return Span(first, last, (*fitting, *(("city", iso, 0) for iso in towns))), count
    return (_city(scene, words, places, at), 1) if words[at] in scene.book.cities else (None, 1)


def _city(scene: Scene, words: list[str], places: list[int], at: int) -> Span | None:
    """Give a town the model took for a place."""
    token = scene.document.tokens[places[at]]
    if _is_joined(scene, token.i):
        return None
    if (token.entity in PLACE_ENTITIES or token.i in scene.dateline) and token.text[:1].isupper():
        entries = tuple(("city", iso, 0) for iso in scene.book.cities[words[at]])
        return Span(token.i, token.i + 1, entries)
    return None


def _is_joined(scene: Scene, i: int) -> bool:
    """Say whether a word is part of a longer name ("San" of "San Ignacio")."""
    tokens = scene.document.tokens
    after = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    is_first = tokens[i].dep == "compound" and after.pos == "PROPN" and after.text[:1].isupper() and after.i != i
    return is_first or any(tokens[child].pos == "PROPN" for child in scene.document.children[i] if child == i - 1)


def _spelt_right(scene: Scene, first: int, last: int, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Give the entries whose case the tokens have: short forms in capitals, names with one at least."""
    tokens = scene.document.tokens[first:last]
    if not any(token.text[:1].isupper() or token.text[:1].isdigit() for token in tokens):
        return ()
    if tokens[0].entity == _PERSON_LABEL:
        entries = tuple(entry for entry in entries if entry[0] != "city")
    if all(token.text.isupper() for token in tokens):
        return entries if tokens[0].pos not in ("PRON", "DET", "VERB", "ADV") else ()
    return tuple(entry for entry in entries if not entry[2] & CAPS)


def _is_cut_name(scene: Scene, first: int, last: int) -> bool:
    """Say whether one word was cut out of a person's name ("Jordan" of "Michael Jordan")."""
    tokens = scene.document.tokens
    if last - first > 1 or tokens[first].entity != _PERSON_LABEL or tokens[first].tag == "JJ":
        return False
    for i in (first - 1, last):
        if 0 <= i < len(tokens) and tokens[i].entity == _PERSON_LABEL and tokens[i].pos == "PROPN":
            folded = words_of(tokens[i].text)
            if tokens[i].text[:1].isupper() and folded and folded[0] not in scene.book.ranks:
                return not any(kind == "adjective" for kind, _, _ in scene.book.phrases.get(folded[0], ()))
    return False


def _enter(scene: Scene, span: Span) -> None:
    """Enter a settled span: its tokens, its country, and a mention where it stands for an actor."""
    for i in range(span.first, span.last):
        scene.span_at[i] = span
    actor = _of_other_state(scene, span) or _actor_of(scene, span)
    country = actor.country if actor else country_of(scene, span.meaning, span.key)
    is_place = span.meaning in _PLACES and (span.first in scene.skipped or is_locative(scene, span))
    if country and not is_behind(scene, span.last - 1):
        scene.evidence[country] += _SETTING if is_place else 1
    is_placed = span.first in scene.skipped or (span.meaning == "country" and is_place)
    if actor and not is_placed:
        scene.add(actor, span.first, span.last, "name")


def _of_other_state(scene: Scene, span: Span) -> Actor | None:
    """Give the like institution of the state named just before ("Burundi's National Security Council")."""
    if span.meaning != "org":
        return None
    known = scene.book.organisation(span.key)
    at = span.first - 1
    if at >= 0 and scene.document.tokens[at].tag == "POS":
        at -= 1
    owner = scene.span_at.get(at)
    if known.kind not in _INSTITUTIONS or owner is None or owner.meaning not in ("adjective", "country"):
        return None
    if owner.key in ("", known.country) or not known.country:
        return None
    tokens = scene.document.tokens
    name = scene.document.text[tokens[span.first].start : tokens[span.last - 1].end]
    name = f"{scene.book.adjective(owner.key)} {name}"
    return Actor(actor_id(name, known.kind, owner.key), name, known.kind, owner.key, known.sector)


def _actor_of(scene: Scene, span: Span) -> Actor | None:
    """Give the actor a span names by itself; demonyms, seats, regions and people are settled elsewhere."""
    if span.meaning == "org":
        return scene.book.organisation(span.key)
    if span.meaning == "country":
        return scene.book.country(span.key)
    return None


def is_locative(scene: Scene, span: Span) -> bool:
    """Say whether a name stands where a place is meant: after "in", "near", "across", or after a town and a comma."""
    tokens = scene.document.tokens
    i = span.first - 1
    while i >= 0 and tokens[i].pos in ("DET", "ADJ") and tokens[i].dep in ("det", "amod"):
        i -= 1
    if i >= 1 and tokens[i].text == ",":
        before = scene.span_at.get(i - 1)
        return before is not None and before.meaning in ("city", "region", "seat")
    return i >= 0 and tokens[i].lemma in scene.words("places_only") and tokens[i].pos in ("ADP", "ADV", "SCONJ")
