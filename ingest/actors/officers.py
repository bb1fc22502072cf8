"""Tells officers of the police from those of an army, where their own words do not."""

from graph.model import Kind
from ingest.actors.book import Generic
from ingest.actors.scene import Scene
from ingest.document import Token

_BACK = 2  # sentences


def of_police(scene: Scene, token: Token, phrase: str, generic: Generic) -> Generic:
    """Give officers as police where the text around speaks of police and of no soldiers: "killed two officers"."""
    if phrase not in scene.words("officers") or generic.kind != Kind.MILITARY:
        return generic
    number = scene.document.sentence_at(token.i).number
    near = scene.document.sentences[max(number - _BACK, 0) : number + 1]
    words = {one.lemma.lower() for sentence in near for one in scene.document.tokens_of(sentence)}
    is_police = words & scene.words("police_words") and not words & scene.words("army_words")
    return Generic(*scene.book.generics["policemen"]) if is_police else generic
