"""Tells whom a role means: "Hamas, a militant group", "the Israeli prime minister", "the president"."""

from collections.abc import Iterator

from graph.model import Actor, Kind
from ingest.actors.book import Generic
from ingest.actors.kinds import ARMED, FOLK, OFFICES
from ingest.actors.scene import Owner, Scene, modifiers_of
from ingest.document import Token

_OPPOSED = (
    *({own, other} for own in (Kind.MILITARY, Kind.POLICE, Kind.COUNTRY) for other in ARMED | FOLK),
    *({Kind.COUNTRY, other} for other in (Kind.PARTY, Kind.COMPANY)),
)


def same_as(scene: Scene, token: Token, phrase: str, generic: Generic, owner: Owner | None) -> Actor | None:
    """Give the actor that a noun only describes, or the person who holds the office it names; None for others."""
    for i in _described(scene, token):
        mention = scene.mention_at.get(i)
        if mention:
            actor = scene.actors[mention.actor]
            is_one = token.tag in ("NN", "NNP")
            is_opposed = {actor.kind, generic.kind} in _OPPOSED and not (
                modifiers_of(scene.document, token.i) & scene.words("of_rebels")
            )
            is_body = actor.kind == Kind.PERSON and token.lemma in scene.book.bodies
            if (actor.kind != Kind.PERSON or is_one) and not is_opposed and not is_body:
                return actor
    return _office_holder(scene, token, phrase, owner)


def full_title(scene: Scene, token: Token, phrase: str) -> str:
    """Give a title with what follows it by "of", where that makes one: "secretary of state"."""
    for preposition in scene.document.dependents(token.i, "prep"):
        if preposition.lemma == "of":
            for noun in scene.document.dependents(preposition.i, "pobj"):
                longer = f"{phrase} of {noun.lemma}"
                if longer in scene.book.ranks:
                    return longer
    return phrase


def _described(scene: Scene, token: Token) -> Iterator[int]:
    """Give the heads that a noun stands in apposition to or is said to be, and a name in apposition to it."""
    document = scene.document
    if token.dep == "appos":
        yield token.head
    if token.dep == "attr" or _is_as(scene, token):
        verb = document.tokens[token.head if token.dep == "attr" else document.tokens[token.head].head]
        subjects = [subject.i for subject in document.dependents(verb.i, "nsubj")]
        is_relative = any(document.tokens[i].lemma in ("who", "which", "that") for i in subjects)
        yield from [verb.head] if is_relative and verb.dep == "relcl" else subjects
    if token.tag in ("NN", "NNP"):
        for name in document.dependents(token.i, "appos"):
            if name.pos == "PROPN":
                yield name.i


def _office_holder(scene: Scene, token: Token, phrase: str, owner: Owner | None) -> Actor | None:
    """Give who held an office: of the state named, or who was given that title in the text before."""
    office = scene.book.ranks.get(phrase, ("", ""))[0]
    if not office or token.tag not in ("NN", "NNP") or (owner and owner.actor):
        return None
    if _is_past(scene, token) or _is_as(scene, token):
        return None
    if owner is None:
        return _titled_before(scene, token, phrase) if _is_definite(scene, token) else None
    if office not in OFFICES:
        return None
    holders = scene.book.holders_of(owner.country, office, scene.day)
    return scene.book.person(holders[0], scene.day) if len(holders) == 1 else None


def _is_as(scene: Scene, token: Token) -> bool:
    """Say whether a role is the one somebody is said to act in: "left office as president"."""
    return token.dep == "pobj" and scene.document.tokens[token.head].lemma == "as"


def _is_past(scene: Scene, token: Token) -> bool:
    """Say whether an office is said to be held no longer, or only its deputy's."""
    past = scene.words("former") | scene.words("lesser")
    return bool(modifiers_of(scene.document, token.i) & past)


def _is_definite(scene: Scene, token: Token) -> bool:
    """Say whether a noun has "the" or "this"."""
    return any(child.lemma in ("the", "this") for child in scene.document.dependents(token.i, "det"))


def _titled_before(scene: Scene, token: Token, phrase: str) -> Actor | None:
    """Give the last person before a noun who bore its title in the text."""
    earlier = [
        mention for mention in scene.mentions if mention.end <= token.start and phrase in scene.titles_of(mention.actor)
    ]
    return scene.actors[max(earlier, key=lambda mention: mention.start).actor] if earlier else None
