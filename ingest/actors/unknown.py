"""Enters organisations the lexicon does not know, with their kind from their own words and what stands by them."""

from collections.abc import Iterator
from itertools import pairwise

from graph.model import Actor, Kind
from ingest.actors.folding import actor_id, words_of
from ingest.actors.kinds import AT_SEAT
from ingest.actors.owners import generic_at, owner_of
from ingest.actors.scene import Scene, root_of, runs

_LABEL, _OTHERS = "ORG", ("DATE", "LANGUAGE", "EVENT", "LAW")
_GROUPS = frozenset(
    {
        Kind.ARMED_GROUP,
        Kind.REBEL_MOVEMENT,
        Kind.MILITIA,
        Kind.PARTY,
        Kind.NGO,
        Kind.COMPANY,
        Kind.RELIGIOUS_GROUP,
        Kind.COURT,
    }
)


def find_unknown(scene: Scene) -> None:
    """Enter what the model calls an organisation and no table knows."""
    tokens = scene.document.tokens
    labelled = (token.i for token in tokens if token.entity == _LABEL and scene.is_free(token.i, token.i + 1))
    for first, last in runs(labelled):
        trimmed = _trimmed(scene, first, min(last, scene.document.sentence_at(first).last))
        if trimmed:
            _enter(scene, *trimmed)
    for first, last in (*_beside_bodies(scene), *_clubs(scene)):
        _enter(scene, first, last)


def _clubs(scene: Scene) -> Iterator[tuple[int, int]]:
    """Give the names of clubs that act, and are no towns of the table: "Northfield City", "Northfield United".

    Counties and towns act too ("Northfield County buried its dead"): a club is told by another word of sport.
    """
    tokens = scene.document.tokens
    if not any(token.lemma in scene.words("sporting") for token in tokens if token.pos == "NOUN"):
        return
    for token in tokens:
        if token.text not in scene.words("clubs") or token.dep != "nsubj" or token.tag != "NNP":
            continue
        first = min([token.i, *(one.i for one in scene.document.dependents(token.i, "compound"))])
        name = " ".join(word for one in tokens[first : token.i + 1] for word in words_of(one.text))
        is_known = name in scene.book.cities or any(i in scene.span_at for i in range(first, token.i + 1))
        if first < token.i and not is_known and scene.is_free(first, token.i + 1):
            yield first, token.i + 1


def _beside_bodies(scene: Scene) -> Iterator[tuple[int, int]]:
    """Give names the model does not see as such that stand beside a noun for a body: "X, the national carrier"."""
    tokens = scene.document.tokens
    names = (token.i for token in tokens if token.pos == "PROPN" and not token.entity.startswith(_OTHERS))
    for first, last in runs(names):
        last = min(last, scene.document.sentence_at(first).last)
        if not scene.is_free(first, last) or any(i in scene.span_at for i in range(first, last)):
            continue
        head = root_of(scene.document, first, last)
        for noun in scene.document.dependents(head, "appos"):
            found = generic_at(scene, noun.i) if noun.pos == "NOUN" and noun.tag == "NN" else None
            if found and found[1].kind in _GROUPS and not _is_common(scene, first, last):
                yield first, last
                break


def _trimmed(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """Give a labelled span without articles and possessives at its ends, None where no name is left."""
    tokens = scene.document.tokens
    while first < last and (tokens[first].pos in ("DET", "ADP", "PUNCT") or not tokens[first].text[:1].isupper()):
        first += 1
    while last > first and not tokens[last - 1].text[:1].isupper():
        last -= 1
    is_name = any(token.pos == "PROPN" and token.dep != "amod" for token in tokens[first:last])
    if not is_name or all(i in scene.span_at for i in range(first, last)) or _is_common(scene, first, last):
        return None
    return first, last


def _is_common(scene: Scene, first: int, last: int) -> bool:
    """Say whether a span is a common noun for people, or a town or region."""
    token = scene.document.tokens[last - 1]
    words = [word for token in scene.document.tokens[first:last] for word in words_of(token.text)]
    if " ".join(words) in scene.book.cities or " ".join(words) in scene.placed:
        return True
    found = generic_at(scene, token.i)
    if found is None:
        return False
    is_body = found[1].kind in AT_SEAT and found[0] in scene.words("institutions")
    return last - first == 1 or not token.text[:1].isupper() or (is_body and _is_of_nation(scene, first, found[2]))


def _is_of_nation(scene: Scene, first: int, begun: int) -> bool:
    """Say whether nothing but a nation stands before a noun: "Honduran Congress", "Foreign Ministry"."""
    return begun <= first or all(
        i in scene.span_at and scene.span_at[i].meaning in ("adjective", "people", "country")
        for i in range(first, begun)
    )


def _enter(scene: Scene, first: int, last: int) -> None:
    """Enter one organisation."""
    tokens = scene.document.tokens
    name = scene.document.text[tokens[first].start : tokens[last - 1].end]
    words = [word for token in tokens[first:last] for word in words_of(token.text)]
    kind, sector = _kind(scene, first, last, words)
    country = _country(scene, first, last)
    scene.add(Actor(actor_id(name, kind, country), name, kind, country, sector), first, last, "name")


def _kind(scene: Scene, first: int, last: int, words: list[str]) -> tuple[Kind, str]:
    """Give kind and sector: by the noun it stands by ("the X militia"), else by a word of its own."""
    tokens = scene.document.tokens
    head = root_of(scene.document, first, last)
    around = [tokens[head].head, *(child for child in scene.document.children[head] if tokens[child].dep == "appos")]
    for i in around:
        found = generic_at(scene, i) if not first <= i < last and tokens[i].pos == "NOUN" else None
        if found and found[1].kind in _GROUPS:
            return found[1].kind, found[1].sector
    pairs = [" ".join(pair) for pair in pairwise(words)]
    for word in (*reversed(pairs), *reversed(words)):
        if word in scene.book.org_words:
            return scene.book.org_words[word]
    return Kind.ORGANISATION, ""


def _country(scene: Scene, first: int, last: int) -> str:
    """Give the country an organisation's own words or modifiers name."""
    for i in range(first, last):
        span = scene.span_at.get(i)
        if span and span.meaning in ("adjective", "country", "region", "city", "seat", "people"):
            return span.key
    head = root_of(scene.document, first, last)
    beside = (noun.i for noun in scene.document.dependents(head, "appos") if noun.pos == "NOUN")
    owners = (owner_of(scene, i) for i in (head, *beside))
    return next((owner.country for owner in owners if owner and owner.country), "")
