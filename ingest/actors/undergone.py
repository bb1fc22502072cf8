"""Resolves "his" before what was done to somebody: "his release" is that of whoever was detained, not of his jailer."""

from graph.model import Actor
from ingest.actors.agreement import Fits
from ingest.actors.scene import Scene, mentions_in
from ingest.document import Mention, Token

_BACK = 3  # sentences
_DONE_TO = frozenset(("dobj", "nsubjpass"))


def victim_meant(scene: Scene, pronoun: Token, fits: Fits) -> Actor | None:
    """Give the one to whom a deed was done that fits, the last told; else the only one who fits, or None."""
    number = scene.document.sentence_at(pronoun.i).number
    near = scene.document.sentences[max(number - _BACK, 0) : number + 1]
    found = [one for sentence in near for one in mentions_in(scene, sentence) if one.end <= pronoun.start and fits(one)]
    struck = [one for one in found if _is_done_to(scene, one)]
    if struck:
        return scene.actors[struck[-1].actor]
    return scene.actors[found[0].actor] if len({one.actor for one in found}) == 1 else None


def _is_done_to(scene: Scene, mention: Mention) -> bool:
    """Say whether something was done to somebody by force or law: "police detained X", "the arrest of X"."""
    tokens = scene.document.tokens
    token = tokens[mention.head]
    verb = tokens[token.head]
    if token.dep in _DONE_TO:
        return verb.lemma in scene.words("hostile_verbs") | scene.words("holding")
    return verb.lemma == "of" and token.dep == "pobj" and tokens[verb.head].lemma in scene.words("undergone")
