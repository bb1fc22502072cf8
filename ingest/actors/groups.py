"""Composes people named by a common noun with whose they are: "Palestinian gunmen", "Hamas officials"."""

from collections.abc import Iterator

from graph.model import Actor, Membership
from ingest.actors.book import Generic
from ingest.actors.folding import actor_id, words_of
from ingest.actors.scene import MODIFIERS, Owner, Scene, left_edge
from ingest.document import Token

_LONGEST = 4
_FORCES = frozenset({"military", "police", "intelligence"})
_NATIONS = frozenset({"adjective", "people", "country", "region", "city", "seat"})
_OWNING = frozenset({"of", "from", "in", "for", "to", "at", "with", "near", "inside"})
_PLACING = frozenset({"from", "in", "near", "inside", "at"})
_COMPOUND_FORCES = frozenset({"coalition", "coalition forces", "coalition troops", "allied forces"})


def generic_at(scene: Scene, i: int) -> tuple[str, Generic, int] | None:
    """Give the common noun for people that ends at token i, as listed, with what it means and where it begins."""
    token = scene.document.tokens[i]
    if token.pos not in ("NOUN", "PROPN", "ADJ") or (token.pos == "ADJ" and token.dep in MODIFIERS):
        return None
    last = words_of(token.text)
    if not last:
        return None
    words = [*_words_before(scene, i), *last]
    for count in range(min(_LONGEST, len(words)), 0, -1):
        for phrase in (" ".join(words[-count:]), " ".join([*words[-count:-1], token.lemma])):
            found = scene.book.generics.get(phrase)
            if found:
                return phrase, Generic(*found), max(i - count + 1, 0)
    return None


def _words_before(scene: Scene, i: int) -> list[str]:
    """Give the folded words of up to three modifiers just before a noun."""
    words: list[str] = []
    for token in reversed(scene.document.tokens[max(i - _LONGEST + 1, 0) : i]):
        if token.pos not in ("NOUN", "PROPN", "ADJ", "VERB", "ADV") and token.text != "-":
            break
        words = [*words_of(token.text), *words]
    return words


def owner_of(scene: Scene, i: int) -> Owner | None:
    """Give whose people the noun at token i means: by a modifier before it, or by "of", "from", "in" after it."""
    before = _owner_before(scene, i)
    return before if before else _owner_after(scene, i)


def _owner_before(scene: Scene, i: int) -> Owner | None:
    """Give the owner among the modifiers of a noun, the nearest first."""
    found = None
    for child in _modifiers(scene, i):
        owner = _owner_at(scene, child)
        if owner and owner.actor:
            return owner
        found = found or owner
    return found


def _modifiers(scene: Scene, i: int) -> Iterator[int]:
    """Give the tokens that modify a noun from the left, the nearest first, their own modifiers after them."""
    for child in reversed(scene.document.children[i]):
        if child < i and scene.document.tokens[child].dep in MODIFIERS:
            yield child
            yield from _modifiers(scene, child)


def _owner_after(scene: Scene, i: int) -> Owner | None:
    """Give the owner in a phrase after a noun: "members of Hamas", "residents of Gaza", "protesters in Cairo"."""
    tokens = scene.document.tokens
    for preposition in scene.document.dependents(i, "prep"):
        if preposition.lemma not in _OWNING:
            continue
        for noun in scene.document.dependents(preposition.i, "pobj"):
            owner = _owner_at(scene, noun.i)
            if owner is None and preposition.lemma == "of":
                owner = _owner_before(scene, noun.i)
            if owner and preposition.lemma in _PLACING:
                return Owner("", owner.country, owner.last)
            if owner and preposition.lemma == "of":
                return owner._replace(last=max(owner.last, noun.i + 1))
            if owner and tokens[i].lemma in ("ambassador", "envoy", "liaison"):
                return None
    return None


def _owner_at(scene: Scene, i: int) -> Owner | None:
    """Give what a token names as an owner."""
    mention = scene.mention_at.get(i)
    span = scene.span_at.get(i)
    last = span.last if span else i + 1
    if mention and scene.actors[mention.actor].kind != "country":
        actor = scene.actors[mention.actor]
        if actor.kind == "person":
            return _owner_by_person(scene, actor, last)
        return Owner(actor.id, actor.country, last)
    if span and span.meaning in _NATIONS:
        return Owner("", span.key, span.last)
    if mention:
        return Owner("", scene.actors[mention.actor].country, last)
    return None


def _owner_by_person(scene: Scene, actor: Actor, last: int) -> Owner | None:
    """Give the group a person belongs to, or else the country."""
    for part in actor.part_of:
        if part.organisation in scene.actors and scene.actors[part.organisation].kind != "country":
            return Owner(part.organisation, actor.country, last)
    return Owner("", actor.country, last) if actor.country else None


def add_group(scene: Scene, token: Token) -> bool:
    """Enter the people a noun means, where it is such a noun; say whether it was."""
    found = generic_at(scene, token.i)
    if found is None:
        return False
    phrase, generic, _ = found
    owner = owner_of(scene, token.i)
    actor = compose(scene, phrase, generic, owner, token)
    first = min(left_edge(scene.document, token.i, scene.document.sentence_at(token.i).first), found[2])
    last = max(token.i + 1, owner.last if owner else 0)
    scene.add(actor, first, last, "nominal", head=token.i)
    return True


def compose(scene: Scene, phrase: str, generic: Generic, owner: Owner | None, token: Token) -> Actor:
    """Give the actor that a noun and its owner make together."""
    if owner and owner.actor and (phrase in scene.words("of_group") or _is_of_kind(scene, owner, generic)):
        return scene.actors[owner.actor]
    country = owner.country if owner else country_near(scene, token.i)
    if country in scene.book.countries:
        if phrase in scene.words("of_state") and _speaks_for_state(scene, phrase, owner, token):
            return scene.book.country(country)
        if generic.kind in _FORCES and phrase not in _COMPOUND_FORCES:
            return scene.book.force(country, generic.kind)
    return _composed(scene, generic, country, is_stated=owner is not None)


def _speaks_for_state(scene: Scene, phrase: str, owner: Owner | None, token: Token) -> bool:
    """Say whether a noun stands for its state: a body always, one person only as who acts for a state named."""
    if token.tag == "NNS" or phrase in scene.words("state_bodies"):
        return True
    return owner is not None and token.dep not in ("dobj", "nsubjpass")


def _is_of_kind(scene: Scene, owner: Owner, generic: Generic) -> bool:
    """Say whether a noun names the very kind its owner is of ("PKK rebels")."""
    return scene.actors[owner.actor].kind == generic.kind and generic.kind not in ("government", "civilians")


def _composed(scene: Scene, generic: Generic, country: str, *, is_stated: bool) -> Actor:
    """Give the actor of a group without a name, by country where one is known."""
    plural = "civilians" if generic.is_civilian and generic.sector == "CVL" else generic.plural
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
