"""Resolves nouns that refer back: "the group", "the movement that governs Kabul", "the country"."""

from graph.model import Actor, Kind
from ingest.actors.folding import fold, words_of
from ingest.actors.kinds import ARMED, STATE_BODIES
from ingest.actors.owners import generic_at, owner_of
from ingest.actors.pronouns import own_subjects
from ingest.actors.scene import Scene, left_edge, mentions_in
from ingest.document import Mention, Token

_FARTHEST = 4
_CLEAR = 8
_LEAST_NOUN = 5
_PRO_STATE = "PRM"


def add_reference(scene: Scene, token: Token) -> bool:
    """Enter a definite noun for a body: the one that rules a place, or the last one of its kind.

    Says whether the noun is settled: it means a body named before, or none that is known.
    """
    if token.pos != "NOUN":
        return False
    found = generic_at(scene, token.i)
    phrase = found[0] if found else token.lemma
    kinds = scene.book.bodies.get(phrase) or scene.book.bodies.get(token.lemma)
    is_armed = token.text.lower() in scene.words("armed_nouns")
    if not (kinds or is_armed or token.lemma in ("country", "nation")) or not (
        _is_definite(scene, token) or _own_country(scene, token)
    ):
        return False
    actor = _ruler(scene, token)
    if actor is None and token.lemma in ("country", "nation"):
        actor = _own_country(scene, token)
    if actor is None and not _is_owned(scene, token):
        if token.lemma in ("country", "nation"):
            return token.tag == "NN" and _add_country(scene, token)
        if kinds and token.tag == "NN" and not _is_of_another_sort(scene, token):
            actor = _last_body(scene, token, *kinds)
            if actor is None and phrase == token.lemma:
                return not _is_narrowed(scene, token)
        elif is_armed and not _is_narrowed(scene, token):
            actor = _last_body(scene, token, ARMED, False)
            is_rebel = token.lemma in scene.words("of_rebels")
            if actor is not None and is_rebel and actor.sector == _PRO_STATE:  # "the rebels" are no hired men
                actor = None
    if actor is None:
        return False
    first = left_edge(scene.document, token.i, scene.document.sentence_at(token.i).first)
    scene.add(actor, first, token.i + 1, "nominal", head=token.i)
    return True


def _own_country(scene: Scene, token: Token) -> Actor | None:
    """Give the state of the one whose country is meant: "the envoy said his country would not yield"."""
    if token.tag != "NN":
        return None
    for owner in scene.document.dependents(token.i, "poss"):
        mention = scene.mention_at.get(owner.i)
        if mention and owner.tag == "PRP$":
            country = scene.actors[mention.actor].country
            is_one = scene.actors[mention.actor].kind in (Kind.PERSON, Kind.GOVERNMENT, Kind.MINISTRY)
            return scene.book.country(country) if is_one and country in scene.book.countries else None
    return None


def _is_owned(scene: Scene, token: Token) -> bool:
    """Say whether a noun has an owner; a faith before it ("the Shiite movement") owns no body."""
    owner = owner_of(scene, token.i)
    if owner is None:
        return False
    faiths = [
        scene.mention_at[child].actor
        for child in scene.document.children[token.i]
        if child in scene.mention_at and scene.document.tokens[child].tag in ("JJ", "NNP")
    ]
    is_faith = owner.actor in faiths and scene.actors[owner.actor].kind == Kind.RELIGIOUS_GROUP
    return not is_faith


def _add_country(scene: Scene, token: Token) -> bool:
    """Enter "the country" as the state the text is about, or the last one named; not where it is a place."""
    before = scene.document.tokens[token.head]
    if before.pos == "ADP" and before.lemma in scene.words("places_only"):
        return True
    own = mentions_in(scene, scene.document.sentence_at(token.i))
    named = [mention for mention in own if mention.how == "name" and mention.end <= token.start]
    states = [mention.actor for mention in named if scene.actors[mention.actor].kind == Kind.COUNTRY]
    iso = scene.main_country()
    is_clear = scene.evidence[iso] >= _CLEAR
    actor = scene.actors[states[-1]] if states and not is_clear else None
    actor = scene.book.country(iso) if actor is None and iso in scene.book.countries else actor
    if actor:
        scene.add(actor, token.i, token.i + 1, "nominal", head=token.i)
    return True


def _is_narrowed(scene: Scene, token: Token) -> bool:
    """Say whether an adjective, a number or a clause narrows a noun."""
    return any(scene.document.dependents(token.i, "amod", "compound", "nummod", "relcl", "acl", "prep"))


def _is_of_another_sort(scene: Scene, token: Token) -> bool:
    """Say whether an adjective tells a body of a sort no table knows: "the popular movement"."""
    words = {child.text.lower() for child in scene.document.dependents(token.i, "amod", "compound")}
    faiths = {child.text.lower() for child in scene.document.dependents(token.i, "amod") if child.i in scene.span_at}
    linked = {word for word in words if "-" in word or word in scene.words("linked") | scene.words("rulers")}
    return bool(words - faiths - linked - scene.words("apt") - scene.words("of_rebels"))


def _is_definite(scene: Scene, token: Token) -> bool:
    """Say whether a noun takes something up: by "the" or "this", or bare in a headline, which drops articles."""
    before = scene.document.tokens[token.i - 1].text.lower() if token.i else ""
    determiners = {child.text.lower() for child in scene.document.dependents(token.i, "det")} | {before}
    if determiners & scene.words("definite"):
        return True
    bare = not any(scene.document.dependents(token.i, "det", "poss", "nummod"))
    return bare and token.tag == "NN" and scene.document.sentence_at(token.i).is_headline


def _ruler(scene: Scene, token: Token) -> Actor | None:
    """Give the group that the lexicon says rules the place meant ("that governs Kabul"), or one the text is about."""
    rulers = scene.words("rulers")
    for clause in scene.document.dependents(token.i, "relcl", "acl"):
        if clause.lemma in rulers:
            for place in scene.document.dependents(clause.i, "dobj"):
                return _ruling(scene, {_place_name(scene, place.i)})
    modifiers = {child.text.lower() for child in scene.document.dependents(token.i, "amod", "compound")}
    if modifiers & rulers and token.lemma not in scene.words("state_rulers"):
        return _ruling(scene, {_place_name(scene, i) for i in scene.span_at})
    return None


def _place_name(scene: Scene, i: int) -> str:
    """Give the folded words of the span at a token, or of the token."""
    tokens, span = scene.document.tokens, scene.span_at.get(i)
    if span is None:
        return fold(tokens[i].text)
    return fold(scene.document.text[tokens[span.first].start : tokens[span.last - 1].end])


def _ruling(scene: Scene, places: set[str]) -> Actor | None:
    """Give the one group that ruled one of some places on the day of the article."""
    day = scene.day.isoformat() if scene.day else ""
    actors = {
        actor
        for actor, relation, place, first, last in scene.book.relations
        if relation == "rules" and place in places and (not day or (first <= day and (not last or day <= last)))
    }
    named = [actor for actor in actors if actor in scene.actors]
    chosen = named if len(named) == 1 else list(actors)
    return scene.book.organisation(chosen[0]) if len(chosen) == 1 else None


def _last_body(scene: Scene, token: Token, kinds: frozenset[str], by_name: bool) -> Actor | None:
    """Give the last body before a noun that it may take up: one whose name has the noun, else one of its kinds.

    by_name: only a body whose name has the noun is meant ("the council").
    """
    lowest = max(scene.document.sentence_at(token.i).number - _FARTHEST, 0)
    start = scene.document.sentences[lowest].start
    barred = own_subjects(scene, token)
    earlier = [
        mention
        for mention in scene.mentions
        if start <= mention.start and mention.end <= token.start and mention.head not in barred
    ]
    earlier.sort(key=lambda mention: -mention.start)
    named = [actor for mention in earlier for actor in _bodies_of(scene, mention) if _is_named(actor, token.lemma)]
    if named or by_name:
        return named[0] if named else None
    fitting = (actor for mention in earlier for actor in _bodies_of(scene, mention) if actor.kind in kinds)
    return next(fitting, None)


def _bodies_of(scene: Scene, mention: Mention) -> list[Actor]:
    """Give the body a mention means, or those a person belongs to."""
    actor = scene.actors[mention.actor]
    if mention.how == "adjective":
        return []
    if actor.kind != Kind.PERSON:
        is_known = actor.kind in STATE_BODIES and bool(actor.country)
        return [actor] if _is_proper(actor) or is_known else []
    groups = [scene.actors[part.organisation] for part in actor.part_of if part.organisation in scene.actors]
    return [group for group in groups if group.kind != Kind.COUNTRY]


def _is_proper(actor: Actor) -> bool:
    """Say whether a body has a name of its own, not one composed of a common noun ("death squads in Chile")."""
    return not any(len(word) >= _LEAST_NOUN and word.isalpha() and word.islower() for word in actor.name.split())


def _is_named(actor: Actor, noun: str) -> bool:
    """Say whether a body's own name has a noun: "council" in "UN Security Council"."""
    return actor.kind != Kind.COUNTRY and bool({noun, f"{noun}s"} & set(words_of(actor.name)))
