"""Settles which meaning of a name of the lexicon holds: by its words alone, or by what its article speaks of."""

from graph.model import Kind
from ingest.actors.book import Entry
from ingest.actors.build import AMBIGUOUS, CAPS, DEFAULT
from ingest.actors.folding import fold
from ingest.actors.kinds import NATIONS
from ingest.actors.scene import MODIFIERS, Scene, Span
from ingest.document import Token

_BELONGING = ("poss", "prep")
_PLACED = frozenset(("GPE", "LOC", "NORP"))
_ORDER = ("person", "org", "country", "people", "adjective", "seat", "region", "city", "area")


def settle_surely(scene: Scene, span: Span) -> Span | None:
    """Give the span with its meaning where it has one only and needs no context."""
    state = _state_of(scene, span)
    if state:
        return span._replace(meaning="adjective", key=state)
    sure = [entry for entry in span.entries if not entry[2] & AMBIGUOUS]
    if any(kind == "person" for kind, _, _ in sure):
        return None
    names = {key for kind, key, _ in span.entries if kind == "org"}
    if len(_lands(span)) > 1 and not any(kind in ("org", "country", "seat") for kind, _, _ in sure):
        return None  # a region of one state and a town of another
    if not sure or names - {key for kind, key, _ in sure if kind == "org"}:
        return None
    for kind in _ORDER:
        keys = list(dict.fromkeys(key for entry_kind, key, _ in sure if entry_kind == kind))
        if len(keys) == 1:
            return span._replace(meaning=kind, key=keys[0])
        if keys:
            return None
    return None


def _state_of(scene: Scene, span: Span) -> str:
    """Give the state of a people named before its body or office ("Croat President"), "" where the people is meant.

    That of a people in or of another state is of those who live there: "Bosnia's Croat president".
    """
    isos = [key for kind, key, _ in span.entries if kind == "adjective"]
    is_people = any(kind == "org" for kind, _, _ in span.entries)
    token = scene.document.tokens[span.last - 1]
    body = scene.document.tokens[token.head]
    if not isos or not is_people or token.dep not in MODIFIERS or body.i < span.last:
        return ""
    if body.lemma.lower() in scene.words("own_envoys"):
        return isos[0]
    is_body = body.lemma.lower() in scene.words("own_bodies")
    return isos[0] if is_body and body.tag != "NNS" and not _is_elsewhere(scene, span, body, isos[0]) else ""


def _is_elsewhere(scene: Scene, span: Span, body: Token, state: str) -> bool:
    """Say whether what hangs on a body names another state or a place that is not of this one."""
    document = scene.document
    below = [child.i for child in document.dependents(body.i, *_BELONGING)]
    for i in below:  # grows
        below += [child.i for child in document.dependents(i, *_BELONGING, "pobj", *MODIFIERS)]
    others = (i for i in below if not span.first <= i < span.last and _is_placed(scene, document.tokens[i]))
    return any(state not in _isos(scene, i) for i in others)


def _is_placed(scene: Scene, token: Token) -> bool:
    """Say whether a token names a place or a people, by the model or by the "in" before it."""
    before = scene.document.tokens[token.head]
    is_in = token.dep == "pobj" and before.text.lower() in scene.words("placing")
    return token.entity in _PLACED or (token.pos == "PROPN" and is_in)


def _isos(scene: Scene, i: int) -> set[str]:
    """Give the countries that a name may be of or lie in."""
    name = fold(scene.document.tokens[i].text)
    return {key for kind, key, _ in scene.book.phrases.get(name, ()) if kind != "org"} | set(
        scene.book.cities.get(name, ())
    )


def _lands(span: Span) -> dict[str, str]:
    """Give the countries where a region or town of the name lies, each with which of them it is."""
    return {key: kind for kind, key, _ in reversed(span.entries) if kind in ("region", "city")}


def settle_by_context(scene: Scene, span: Span) -> Span | None:
    """Give the span with the meaning that the countries and the day of the article speak for, or the noun below it."""
    lands = _lands(span)
    near = max(lands, key=lambda iso: scene.evidence[iso], default="")
    if len(lands) > 1 and scene.evidence[near] and {kind for kind, _, _ in span.entries} <= {"region", "city"}:
        return span._replace(meaning=lands[near], key=near)
    people = _people_before(scene, span)
    if people:
        return span._replace(meaning="org", key=people)
    for kind in _ORDER:
        entries = [entry for entry in span.entries if entry[0] == kind]
        if entries:
            entries = entries if kind != "person" else _likely(scene, span, entries)
            chosen = _choose(scene, kind, entries) if entries else ""
            if chosen:
                return span._replace(meaning=kind, key=chosen)
    return None


def _people_before(scene: Scene, span: Span) -> str:
    """Give the people whose name says what people a noun means ("Basque separatists"), "" where it may name others."""
    token = scene.document.tokens[span.last - 1]
    is_before = token.dep in MODIFIERS and token.head >= span.last
    if not is_before or scene.document.tokens[token.head].lemma not in scene.book.generic_ends:
        return ""
    keys = {key for _, key, _ in span.entries}
    key = keys.pop() if len(keys) == 1 else ""
    known = key in scene.book.organisations and scene.book.organisation(key).kind == Kind.ETHNIC_GROUP
    return key if known else ""


def _likely(scene: Scene, span: Span, entries: list[Entry]) -> list[Entry]:
    """Give the people whose country the text speaks of, or whom it names as they are best known, or who are in office.

    Of several bearers of one name those in office on the day are meant.
    """
    tokens, people, day = scene.document.tokens, scene.book.people, scene.day
    name = fold(scene.document.text[tokens[span.first].start : tokens[span.last - 1].end])
    serving = [entry for entry in entries if day and scene.book.holds_any(entry[1], day)]
    near = [entry for entry in entries if scene.evidence[people[entry[1]][1]]]
    best_known = [entry for entry in entries if fold(people[entry[1]][0]) == name]
    found = near or best_known or (serving if " " in name else [])
    return [entry for entry in found if entry in serving] or found


def _choose(scene: Scene, kind: str, entries: list[Entry]) -> str:
    """Give the key that fits best among those of one kind, "" where none is sure."""
    merged: dict[str, int] = {}
    for _, key, flags in entries:
        merged[key] = (merged.get(key, flags) & flags & (CAPS | AMBIGUOUS)) | ((merged.get(key, 0) | flags) & DEFAULT)
    if kind == "org":
        active = {key: flags for key, flags in merged.items() if scene.book.is_active(key, scene.day, slack=3)}
        merged = active or merged
    support = {key: _support(scene, kind, key) for key in merged}
    key = max(merged, key=lambda one: (support[one], merged[one] & DEFAULT))
    flags = merged[key]
    is_tied = any(support[other] == support[key] for other in merged if other != key)
    if kind in NATIONS:
        return "" if not support[key] and (flags & AMBIGUOUS or (kind == "seat" and is_tied)) else key
    if support[key] and (not is_tied or flags & DEFAULT):
        return key
    if kind == "org" and not flags & DEFAULT:
        is_short = not is_tied and not country_of(scene, kind, key) and flags & CAPS
        return key if is_short or (not is_tied and not flags & AMBIGUOUS) else ""
    return "" if is_tied and kind == "person" else key


def _support(scene: Scene, kind: str, key: str) -> int:
    """Count what in the article speaks for a meaning: its country, or itself under a sure name."""
    countries = scene.book.organisations[key][2] if kind == "org" else country_of(scene, kind, key)
    return sum(scene.evidence[country] for country in countries.split("|") if country) + 10 * (key in scene.actors)


def country_of(scene: Scene, kind: str, key: str) -> str:
    """Give the country of what is meant."""
    if kind == "org":
        return scene.book.organisation(key).country
    if kind == "person":
        return scene.book.people[key][1]
    return key
