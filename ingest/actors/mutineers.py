"""Tells soldiers who turned on their own state from its army: "soldiers who announced the overthrow of the king"."""

from collections.abc import Iterator

from graph.model import Actor, Kind
from ingest.actors.book import Generic
from ingest.actors.kinds import FORCES
from ingest.actors.scene import Scene
from ingest.document import Token

_CLAUSES = ("relcl", "acl")


def mutiny_of(scene: Scene, generic: Generic, token: Token) -> set[str]:
    """Give the word for soldiers whose own clause tells that they overthrew, deserted or took power; none else."""
    if generic.kind not in (*FORCES, Kind.MILITIA):
        return set()
    return {"mutinous"} if any(_is_mutiny(scene, verb) for verb in _verbs(scene, token)) else set()


def is_faction(scene: Scene, token: Token) -> bool:
    """Say whether a clause tells whom soldiers follow, who may be one side of a divided army: "who back General X"."""
    verbs = (verb for verb in _verbs(scene, token) if verb.lemma in scene.words("following"))
    return any(
        followed.i in scene.mention_at and scene.actors[scene.mention_at[followed.i].actor].kind == Kind.PERSON
        for verb in verbs
        for followed in scene.document.dependents(verb.i, "dobj")
    )


def mutineers_before(scene: Scene, generic: Generic, token: Token) -> Actor | None:
    """Give the mutineers told before whom "the soldiers" takes up; None where none were, or it has an owner."""
    articles = {child.text.lower() for child in scene.document.dependents(token.i, "det")}
    is_plain = not any(scene.document.dependents(token.i, "amod", "compound", "poss", "prep", "relcl", "acl"))
    if generic.kind not in FORCES or token.tag != "NNS" or not is_plain or not articles & scene.words("definite"):
        return None
    earlier = sorted((one for one in scene.mentions if one.end <= token.start), key=lambda one: -one.start)
    told = [scene.actors[one.actor] for one in earlier]
    same = (actor for actor in told if generic.plural in actor.name.split() or actor.kind in FORCES)
    nearest = next(same, None)
    if nearest is None or nearest.kind != Kind.ARMED_GROUP:
        return None
    return nearest if set(nearest.name.split()) & scene.words("of_rebels") else None


def _verbs(scene: Scene, token: Token) -> Iterator[Token]:
    """Give the verbs of the clauses that hang on a noun, and those joined to them."""
    for clause in scene.document.dependents(token.i, *_CLAUSES):
        yield clause
        yield from scene.document.dependents(clause.i, "conj")


def _is_mutiny(scene: Scene, verb: Token) -> bool:
    """Say whether soldiers turn on their state: not where they are fought or put it down."""
    is_own = any(subject.tag in ("WP", "WDT") for subject in scene.document.dependents(verb.i, "nsubj"))
    is_own = is_own or verb.tag == "VBG" or verb.dep == "conj"
    if is_own and verb.lemma in scene.words("mutiny_verbs"):
        return True
    gained = {thing.lemma for thing in scene.document.dependents(verb.i, "dobj")}
    is_staged = verb.lemma in scene.words("staging") and bool(gained & scene.words("mutiny_deeds"))
    return is_own and (
        is_staged or (verb.lemma in scene.words("gaining") and bool(gained & scene.words("mutiny_gains")))
    )
