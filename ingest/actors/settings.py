"""Tells which places of a sentence hold the people it names, and which only others met in or speak of."""

from collections.abc import Iterable

from ingest.actors.names import is_locative
from ingest.actors.scene import Scene, Span, root_of
from ingest.document import Token

_SUBJECTS = ("nsubj", "nsubjpass")


def is_host_of_others(scene: Scene, span: Span, token: Token, *, is_guest: bool = False) -> bool:
    """Say whether a place is only where others met or signed: "they signed in X a pledge to spare civilians".

    is_guest: those at token may have come from elsewhere to meet there.
    """
    tokens = scene.document.tokens
    before = tokens[tokens[root_of(scene.document, span.first, span.last)].head]
    if before.lemma not in scene.words("places_only") or before.pos != "ADP":
        return False
    word = tokens[before.head]
    if word.lemma not in scene.words("parleying") | scene.words("pacts"):
        return False
    doer = _doer(scene, token)
    return is_guest or not (doer.dep in _SUBJECTS and doer.head in (word.i, word.head))


def _doer(scene: Scene, token: Token) -> Token:
    """Give the noun that counts some people, "thousands" of "thousands of demonstrators", else their own."""
    tokens = scene.document.tokens
    if (
        token.dep == "pobj"
        and tokens[token.head].lemma == "of"
        and tokens[tokens[token.head].head].entity == "CARDINAL"
    ):
        return tokens[tokens[token.head].head]
    return token


def own_settings(scene: Scene, token: Token, places: Iterable[int]) -> set[str]:
    """Give the countries of the places where somebody acts: those told with the verb they are the subject of.

    places: tokens of the sentence that name a place.
    """
    tokens = scene.document.tokens
    doer = _doer(scene, token)
    if doer.dep not in _SUBJECTS:
        return set()
    found = set()
    for place in places:
        above = tokens[place]
        is_in = False
        while above.head != above.i and above.pos not in ("VERB", "AUX"):
            is_in = is_in or (above.pos == "ADP" and above.lemma in scene.words("places_only"))
            above = tokens[above.head]
        if is_in and (above.i == doer.head or above.head in (doer.i, token.i)):
            found.add(scene.span_at[place].key)
    return found


def told_before(scene: Scene, token: Token, country: str) -> str:
    """Give the country of the same people in the sentence before where a place is only spoken of, else this one.

    country: that of the place which the sentence names. "Crowds met in X. They said ... attacked Y": of X.
    """
    sentence = scene.document.sentence_at(token.i)
    if _doer(scene, token).dep not in _SUBJECTS or sentence.number == 0:
        return country
    spans = {scene.span_at[i] for i in range(sentence.first, sentence.last) if i in scene.span_at}
    if any(span.key == country and is_locative(scene, span) for span in spans):
        return country
    earlier = scene.document.sentences[sentence.number - 1]
    for mention in scene.mentions:
        if earlier.start <= mention.start < earlier.end and scene.document.tokens[mention.head].lemma == token.lemma:
            return scene.actors[mention.actor].country or country
    return country
