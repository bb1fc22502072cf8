"""Finds the actors of a document: names, people, groups, seats of government, and what refers back to them."""

from collections.abc import Iterator
from typing import Any

from graph.model import Published
from ingest.actors.book import Book
from ingest.actors.desks import weigh_desks
from ingest.actors.groups import add_group
from ingest.actors.led import find_led
from ingest.actors.names import find_names
from ingest.actors.nations import add_nation
from ingest.actors.offices import constraints_of
from ingest.actors.persons import find_people
from ingest.actors.pronouns import add_pronoun
from ingest.actors.references import add_reference
from ingest.actors.scene import Scene
from ingest.actors.unknown import find_unknown
from ingest.document import Actors, Constraint, Document, Sentence, Token
from ingest.places.datelines import dateline_end

_LONGEST_CREDIT, _LONGEST_BYLINE = 40, 12
_UNDATED = Published(None, None, "inferred")


class ActorFinder:
    """Finds actors by the tables that build_actors compiled."""

    def __init__(self, data: dict[str, Any]) -> None:
        """Take the tables."""
        self.book = Book.of(data)

    def find(self, document: Document, published: Published) -> Actors:
        """Give the actors of a document with every mention of them.

        A country that is only a place ("in Syria") is no mention. Media are actors of kind "media",
        so that who uses them can leave them out. An adjective ("Israeli strikes") is a mention of its
        own where the noun it stands by names no actor.
        """
        scene = self._scene(document, published)
        for sentence in document.sentences:
            for token in document.tokens_of(sentence):
                for owner in _later_owners(document, token):
                    _enter(scene, owner)
                _enter(scene, token)
        mentions = tuple(sorted(scene.mentions, key=lambda mention: (mention.start, mention.end)))
        by_head = {mention.head: mention for mention in reversed(mentions)}
        named = {mention.actor for mention in mentions}
        return Actors({key: actor for key, actor in scene.actors.items() if key in named}, mentions, by_head)

    def constraints(self, document: Document) -> tuple[Constraint, ...]:
        """Give what the offices of the people in an undated document say of its day."""
        return constraints_of(self._scene(document, _UNDATED))

    def _scene(self, document: Document, published: Published) -> Scene:
        """Give the scene with all names and people entered."""
        scene = Scene(document, published, self.book)
        skip_bylines(scene)
        find_names(scene)
        weigh_desks(scene)
        find_led(scene)
        find_people(scene)
        find_unknown(scene)
        return scene


def _enter(scene: Scene, token: Token) -> None:
    """Enter the actor that a token by itself or with its modifiers means, if it means one."""
    if token.i in scene.skipped or token.i in scene.mention_at:
        return
    if add_pronoun(scene, token) or add_reference(scene, token):
        return
    if not add_group(scene, token):
        add_nation(scene, token)


def _later_owners(document: Document, token: Token) -> Iterator[Token]:
    """Give the nouns after a noun that may tell whose it is: "the movement" of "members of the movement"."""
    if token.pos == "NOUN":
        for preposition in document.dependents(token.i, "prep"):
            if preposition.lemma in ("of", "from"):
                for noun in document.dependents(preposition.i, "pobj"):
                    yield from document.dependents(noun.i, "poss")
                    yield noun


def skip_bylines(scene: Scene) -> None:
    """Leave out datelines and who wrote the piece: "AFP and X contributed to this report", "By X"."""
    for sentence in scene.document.sentences:
        if _is_credit(scene.document, sentence):
            scene.skipped.update(range(sentence.first, sentence.last))
        scene.dateline.update(range(sentence.first, dateline_end(scene.document, sentence)))
    scene.skipped |= scene.dateline


def _is_credit(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence only tells who wrote the piece."""
    tokens = document.tokens_of(sentence)
    lemmas = {token.lemma for token in tokens}
    opening = tokens[0].text.lower() if tokens else ""
    if "contribute" in lemmas and lemmas & {"report", "story", "article"}:
        return True
    if opening in ("reporting", "editing", "writing") and "by" in lemmas and len(tokens) < _LONGEST_CREDIT:
        return True
    return opening == "by" and sentence.is_headline and len(tokens) < _LONGEST_BYLINE
