"""Tells nouns for people that name nobody by themselves: "both sides", "his men", "two drones"."""

from graph.model import Kind
from ingest.actors.book import Generic
from ingest.actors.scene import Owner, Scene, modifiers_of
from ingest.document import Token

_BODIES = frozenset(
    {
        Kind.GOVERNMENT,
        Kind.MINISTRY,
        Kind.COURT,
        Kind.MILITARY,
        Kind.POLICE,
        Kind.INTELLIGENCE,
        Kind.PARTY,
        Kind.ORGANISATION,
    }
)


def is_nobody(scene: Scene, token: Token, phrase: str, generic: Generic, owner: Owner | None) -> bool:
    """Say whether it stays open who is meant, so that a name composed for it would be a guess."""
    words = modifiers_of(scene.document, token.i)
    if words & generic.barring or (words & scene.words("none") and generic.kind in _BODIES):
        return True
    is_of_army = owner is None and bool(words & scene.words("of_army"))  # "government tanks"
    if phrase in scene.words("arms") and (owner is None or owner.is_place) and not is_of_army:
        return True
    if is_tie(scene, token, phrase, owner):
        return False
    if _is_side(scene, token, owner):
        return True
    if owner and owner.is_person and phrase in scene.words("followers"):
        return generic.kind not in _BODIES or not owner.is_state
    if owner is None:
        return _is_bare_office(scene, token, phrase, generic)
    if phrase in scene.words("abroad") and owner.is_place:
        return True
    is_unknown = not (owner.actor or owner.country or owner.name)
    return is_unknown and generic.kind in _BODIES


def _is_bare_office(scene: Scene, token: Token, phrase: str, generic: Generic) -> bool:
    """Say whether an office stands without article and owner, so that anybody's may be meant."""
    has_article = any(scene.document.dependents(token.i, "det", "poss"))
    return generic.kind == Kind.GOVERNMENT and phrase in scene.book.ranks and token.tag == "NN" and not has_article


def is_tie(scene: Scene, token: Token, phrase: str, owner: Owner | None) -> bool:
    """Say whether somebody is named only by a tie to another: "their allies", "NATO allies", not "Arab allies"."""
    if phrase not in scene.words("ties"):
        return False
    spans = [scene.span_at.get(child.i) for child in scene.document.dependents(token.i, "amod", "compound", "nmod")]
    if any(span and span.meaning in ("adjective", "people") for span in spans):
        return False
    has_possessor = any(scene.document.dependents(token.i, "poss"))
    return has_possessor or owner is None or bool(owner.actor) or not owner.is_state


def _is_side(scene: Scene, token: Token, owner: Owner | None) -> bool:
    """Say whether a noun means the sides of a conflict or talks, or one that takes part in something."""
    if token.lemma not in scene.words("side_nouns") or (owner and owner.actor):
        return False
    if token.lemma == "party" and any(child.lemma == "to" for child in scene.document.dependents(token.i, "prep")):
        return True
    words = modifiers_of(scene.document, token.i)
    if words & scene.words("side_words"):
        return owner is None or not owner.is_state
    return token.text.lower() in ("parties", "sides", "camps") and words <= scene.words("definite")
