"""Says which mentions agree with a pronoun."""

from collections.abc import Callable

from graph.model import Kind
from ingest.actors.kinds import ARMED, FOLK
from ingest.actors.scene import Scene
from ingest.document import Mention

_PERSONAL = FOLK | {Kind.PERSON, Kind.COUNTRY}

Fits = Callable[[Mention], bool]


def agreeing(scene: Scene, kind: str) -> Fits:
    """Give the test of whether a mention agrees with a pronoun in kind, number and, where it is told, sex."""
    tokens = scene.document.tokens
    other = {"he": "she", "she": "he"}.get(kind, "")

    def is_person(mention: Mention) -> bool:
        """Say whether one person is meant."""
        token, actor = tokens[mention.head], scene.actors[mention.actor]
        if scene.genders.get(actor.id) == other or scene.titles_of(actor.id) & scene.words(f"titles_{other}"):
            return False
        if mention.how == "nominal":
            is_one = token.tag == "NN" and token.lemma not in scene.words("state_bodies")
            return is_one and actor.kind in _PERSONAL
        return actor.kind == Kind.PERSON

    def is_body(mention: Mention) -> bool:
        """Say whether one body is meant."""
        tag = tokens[mention.head].tag
        is_one = tag not in ("NNS", "NNPS", "JJ") or (tag == "NNPS" and " " in mention.text)
        return is_one and scene.actors[mention.actor].kind in scene.words("bodies")

    def is_many(mention: Mention) -> bool:
        """Say whether several are meant."""
        kind_meant = scene.actors[mention.actor].kind
        if kind_meant == Kind.PERSON:
            return False
        is_armed = mention.how != "pronoun" and kind_meant in ARMED
        return tokens[mention.head].tag in ("NNS", "NNPS") or is_armed

    return {"it": is_body, "they": is_many}.get(kind, is_person)
