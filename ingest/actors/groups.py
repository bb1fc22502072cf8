"""Composes people named by a common noun with whose they are: "Palestinian gunmen", "Hamas officials"."""

from graph.model import Actor, Membership
from ingest.actors.book import Generic
from ingest.actors.folding import actor_id
from ingest.actors.owners import generic_at, owner_of
from ingest.actors.roles import same_as
from ingest.actors.scene import MODIFIERS, Owner, Scene, left_edge
from ingest.document import Token

_FORCES = frozenset({"military", "police", "intelligence"})
_NAMED = frozenset({"region", "city", "country", "area", "person"})
_ARMED = frozenset({"armed_group", "rebel_movement", "militia"})
_SERVANTS = frozenset({"government", "peacekeeping", "military", "organisation", "ngo"})
_COMPOUND_FORCES = frozenset({"coalition", "coalition forces", "coalition troops", "allied forces"})


def add_group(scene: Scene, token: Token) -> bool:
    """Enter the people a noun means, where it is such a noun; say whether it was."""
    found = generic_at(scene, token.i)
    if found is None:
        return False
    phrase, generic, begun = found
    span = scene.span_at.get(token.i)
    if _is_inside(scene, token) or (span is not None and span.meaning in _NAMED):
        return True
    owner = owner_of(scene, token.i)
    if owner is None and phrase in scene.words("bound"):
        return False
    actor = same_as(scene, token, phrase, generic, owner) or compose(scene, phrase, generic, owner, token)
    first = min(left_edge(scene.document, token.i, scene.document.sentence_at(token.i).first), begun)
    last = max(token.i + 1, owner.last if owner else 0)
    scene.add(actor, first, last, "nominal", head=token.i)
    return True


def _is_inside(scene: Scene, token: Token) -> bool:
    """Say whether a noun is part of a longer one ("fighter" of "fighter jet") or of a person's title."""
    if token.dep not in MODIFIERS or token.head <= token.i:
        return False
    mention = scene.mention_at.get(token.head)
    is_title = mention is not None and scene.actors[mention.actor].kind == "person" and mention.how == "name"
    return is_title or (token.dep == "compound" and generic_at(scene, token.head) is not None)


def compose(scene: Scene, phrase: str, generic: Generic, owner: Owner | None, token: Token) -> Actor:
    """Give the actor that a noun and its owner make together."""
    is_role = phrase in scene.words("of_group") or phrase in scene.book.ranks
    if owner and owner.actor and (is_role or _is_of_kind(scene, owner, generic)):
        return scene.actors[owner.actor]
    if owner and owner.actor and scene.actors[owner.actor].kind == "igo" and generic.kind in _SERVANTS:
        return scene.actors[owner.actor]
    country = owner.country if owner else country_near(scene, token.i)
    if owner is None and phrase in scene.words("many_states"):
        country = ""
    if country in scene.book.countries and (owner is None or owner.is_state or generic.kind == "police"):
        if phrase in scene.words("of_state") and _speaks_for_state(scene, phrase, owner, token):
            return scene.book.country(country)
        if generic.kind in _FORCES and phrase not in _COMPOUND_FORCES:
            return scene.book.force(country, generic.kind)
    return _composed(scene, generic, country, is_stated=owner is not None)


def _speaks_for_state(scene: Scene, phrase: str, owner: Owner | None, token: Token) -> bool:
    """Say whether a noun stands for its state: a body always, one person only as who acts for a state named."""
    if phrase in scene.words("state_bodies") or phrase in scene.words("unowned"):
        return True
    return owner is not None and (token.tag == "NNS" or token.dep not in ("dobj", "nsubjpass"))


def _is_of_kind(scene: Scene, owner: Owner, generic: Generic) -> bool:
    """Say whether a noun names the very kind its owner is of ("PKK rebels")."""
    kind = scene.actors[owner.actor].kind
    is_same = kind == generic.kind and kind not in ("government", "civilians")
    return is_same or (kind in _ARMED and generic.kind in _ARMED)


def _composed(scene: Scene, generic: Generic, country: str, *, is_stated: bool) -> Actor:
    """Give the actor of a group without a name, by country where one is known."""
    is_plain = generic.is_civilian and generic.sector == "CVL" and generic.plural not in scene.words("distinct")
    plural = "civilians" if is_plain else generic.plural
    if country and is_stated:
        name = f"{scene.book.adjective(country)} {plural}"
    elif country:
        name = f"{plural} in {scene.book.countries[country][1]}" if country in scene.book.countries else plural
    else:
        name = plural
    state = scene.book.countries.get(country)
    part_of = (Membership(state[0]),) if state and generic.kind in ("government", "court", "ministry") else ()
    return Actor(actor_id(name, generic.kind, country), name, generic.kind, country, generic.sector, part_of=part_of)


def country_near(scene: Scene, i: int) -> str:
    """Give the country a sentence is set in, where its places agree, else the one most of the text is about."""
    sentence = scene.document.sentence_at(i)
    found = set()
    for place in range(sentence.first, sentence.last):
        span = scene.span_at.get(place)
        if span and span.meaning in ("region", "city", "seat", "country") and place not in scene.mention_at:
            found.add(span.key)
    if len(found) == 1:
        return found.pop()
    return scene.main_country() if not found else ""
