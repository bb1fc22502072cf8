"""Composes people named by a common noun with whose they are: "Palestinian gunmen", "Hamas officials"."""

from graph.model import Actor, Kind, Membership
from ingest.actors.book import Generic
from ingest.actors.countries import BODIES, country_meant
from ingest.actors.folding import actor_id, fold
from ingest.actors.kinds import ARMED, AT_SEAT, FOLK, FORCES, STATE_BODIES
from ingest.actors.mutineers import is_faction, mutineers_before, mutiny_of
from ingest.actors.officers import of_police
from ingest.actors.owners import generic_at, is_owned_forces, owner_after, owner_by_nation, owner_of
from ingest.actors.roles import full_title, same_as
from ingest.actors.scene import MODIFIERS, Owner, Scene, left_edge, modifiers_of
from ingest.actors.sides import is_nobody, is_tie
from ingest.document import Token

_NAMED = frozenset({"region", "city", "country", "area", "person"})
_FAITHS = frozenset({Kind.RELIGIOUS_GROUP, Kind.ETHNIC_GROUP})
_SERVANTS = frozenset({Kind.GOVERNMENT, Kind.PEACEKEEPING, Kind.MILITARY, Kind.ORGANISATION, Kind.NGO})


def add_group(scene: Scene, token: Token) -> bool:
    """Enter the people a noun means, where it is such a noun; say whether it was."""
    found = generic_at(scene, token.i)
    if found is None:
        return False
    phrase, generic, begun = found
    generic = of_police(scene, token, phrase, generic)
    span = scene.span_at.get(token.i)
    if _is_inside(scene, token, phrase) or (span is not None and span.meaning in _NAMED):
        return True
    owner = owner_of(scene, token.i)
    if phrase in scene.words("bound") and (owner is None or not (owner.actor or owner.is_state)):
        return False
    actor = same_as(scene, token, full_title(scene, token, phrase), generic, owner)
    if actor is None and is_nobody(scene, token, phrase, generic, owner):
        return True
    actor = actor or compose(scene, phrase, generic, owner, token)
    first = min(left_edge(scene.document, token.i, scene.document.sentence_at(token.i).first), begun)
    last = max(token.i + 1, owner.last if owner else 0)
    scene.add(actor, first, last, "nominal", head=token.i)
    _add_joined(scene, phrase, generic, token)
    return True


def _add_joined(scene: Scene, phrase: str, generic: Generic, token: Token) -> None:
    """Enter the people of each nation where several own them: "Syrian and Iraqi troops"."""
    document = scene.document
    for first in document.dependents(token.i, "amod", "compound", "nmod"):
        joined = [first, *document.dependents(first.i, "conj")]
        spans = [scene.span_at.get(one.i) for one in joined]
        if len(joined) < 2 or not all(span and span.meaning == "adjective" for span in spans):
            continue
        for one, span in zip(joined, spans, strict=True):
            before = scene.mention_at.get(one.i)
            if span is None or (before is not None and before.how != "adjective"):
                continue
            actor = compose(scene, phrase, generic, owner_by_nation(scene, span), token)
            if before is not None:
                scene.mentions.remove(before)
                del scene.mention_at[one.i]
            scene.add(actor, span.first, span.last, "nominal", head=one.i)


def _is_inside(scene: Scene, token: Token, phrase: str) -> bool:
    """Say whether a noun is part of a longer one ("fighter" of "fighter jet"), of a title or of a name."""
    tokens = scene.document.tokens
    if token.dep == "pobj" and tokens[token.head].lemma == "of" and token.i - token.head <= 2:
        title = f"{tokens[tokens[token.head].head].lemma} of {token.lemma}"
        return title in scene.book.ranks and token.tag == "NN"
    if token.dep not in MODIFIERS or token.head <= token.i:
        return False
    if token.dep == "compound" and token.pos == "PROPN" and tokens[token.head].pos == "PROPN" and token.tag == "NNP":
        return True
    mention = scene.mention_at.get(token.head)
    if mention is not None and scene.actors[mention.actor].kind == Kind.PERSON and mention.how == "name":
        return True
    is_part = generic_at(scene, token.head) is not None or phrase in scene.book.ranks
    return token.dep == "compound" and is_part


def compose(scene: Scene, phrase: str, generic: Generic, owner: Owner | None, token: Token) -> Actor:
    """Give the actor that a noun and its owner make together."""
    modifiers = modifiers_of(scene.document, token.i)
    if is_tie(scene, token, phrase, owner):
        return _tied(scene, generic, owner, _label(scene, generic, phrase, token))
    if owner and owner.actor:
        group = scene.actors[owner.actor]
        of = any(prep.lemma == "of" for prep in scene.document.dependents(token.i, "prep"))
        is_one_of = of and phrase in scene.words("bare_people")  # "a woman of the Tigers"
        if _stands_for(scene, phrase, generic, group, is_one_of=is_one_of):
            return group
        is_told = " in " not in group.name  # "a union of Chilean doctors" is Chile's, "of experts" of no state
        if group.kind in FOLK and generic.kind in BODIES and not is_told:
            owner, country = None, ""
            return _composed(scene, generic, owner, country, _label(scene, generic, phrase, token))
        if group.kind in _FAITHS:
            body = owner_after(scene, token.i)
            if body and body.actor and scene.actors[body.actor].kind in ARMED and generic.kind in ARMED:
                return scene.actors[body.actor]  # "Kurdish fighters of the PKK"
            return _of_faith(scene, generic, group, token)
    if owner and owner.is_place and generic.kind in FORCES:
        owner = None
    if owner is None and generic.kind in AT_SEAT:
        owner = _unknown_owner(scene, token)
    told, rebels = generic, modifiers & scene.words("of_rebels")
    mutinous = mutiny_of(scene, generic, token) if not rebels else set()
    rebels = rebels or mutinous
    fighters = _spoken_for(scene, phrase, generic, token, rebels) if owner is None else None
    if fighters:
        return compose(scene, *fighters, owner, token)
    mutineers = mutineers_before(scene, generic, token) if owner is None and not rebels else None
    if mutineers:
        return mutineers
    if rebels and generic.kind in (Kind.MILITARY, Kind.MILITIA):
        generic = Generic(Kind.ARMED_GROUP, "REB", f"{min(rebels)} {generic.plural}", False)
    if phrase in scene.words("bare_people") and _is_armed(scene, token, modifiers):
        generic = Generic(Kind.ARMED_GROUP, "UAF", f"armed {generic.plural}", False)
    country = owner.country if owner else country_meant(scene, phrase, told if mutinous else generic, token)
    is_state = owner is None or owner.is_state or (owner.is_seat and generic.kind in AT_SEAT)
    if country in scene.book.countries and (is_state or generic.kind == Kind.POLICE):
        if phrase in scene.words("of_state") and _speaks_for_state(scene, phrase, owner, token):
            return scene.book.country(country)
        is_other = bool(rebels) or (bool(modifiers & scene.words("not_of_state")) and owner is None)
        is_other = is_other or is_faction(scene, token)
        known = _known_body(scene, phrase, country) if is_state and not is_other else None
        if known:
            return known
        is_armour = owner is None and phrase in scene.words("arms") and bool(modifiers & scene.words("of_army"))
        if (is_owned_forces(scene, phrase, generic) or is_armour) and not is_other:
            return scene.book.force(country, generic.kind, scene.day)
    return _composed(scene, generic, owner, country, _label(scene, generic, phrase, token))


def _spoken_for(
    scene: Scene, phrase: str, generic: Generic, token: Token, rebels: set[str]
) -> tuple[str, Generic] | None:
    """Give the fighters somebody speaks or acts for: "a spokesman for the rebels", "a separatist spokeswoman"."""
    if generic.kind != Kind.GOVERNMENT or phrase not in scene.words("spoken_for"):
        return None
    document = scene.document
    preps = (prep for prep in document.dependents(token.i, "prep") if prep.lemma in scene.words("owning"))
    after = [generic_at(scene, noun.i) for prep in preps for noun in document.dependents(prep.i, "pobj")]
    named = [(f"{word}s", scene.book.generics.get(f"{word}s")) for word in sorted(rebels)]
    found = [(one[0], one[1]) for one in after if one is not None]
    found += [(word, Generic(*known)) for word, known in named if known is not None]
    return next(((word, one) for word, one in found if one.kind in ARMED), None)


def _is_armed(scene: Scene, token: Token, modifiers: set[str]) -> bool:
    """Say whether people are told by their weapons, masks or uniforms: "masked men", "four men armed with rifles"."""
    document = scene.document
    clauses = {clause.lemma for clause in document.dependents(token.i, "acl", "amod") if clause.i > token.i}
    worn = {
        thing.lemma
        for prep in document.dependents(token.i, "prep")
        if prep.lemma in ("in", "with")
        for thing in document.dependents(prep.i, "pobj")
    }
    marks = scene.words("armed_marks")
    return bool((modifiers | clauses | worn) & marks)


def _unknown_owner(scene: Scene, token: Token) -> Owner | None:
    """Give the name no table knows before a body ("the Sandinist government"): it is not of the state around it."""
    is_first = scene.document.sentence_at(token.i).first
    for child in scene.document.dependents(token.i, "amod", "compound", "nmod"):
        is_name = child.text[:1].isupper() and child.i < token.i and child.i != is_first and not child.text.isupper()
        if is_name and child.i not in scene.span_at and token.text[:1].islower():
            return Owner("", "", token.i + 1, is_state=False, name=child.text)
    return None


def _stands_for(scene: Scene, phrase: str, generic: Generic, group: Actor, *, is_one_of: bool) -> bool:
    """Say whether a noun stands for the group that owns it: "ELN delegates", "PKK rebels", "UN staff"."""
    is_role = any(phrase in scene.words(name) for name in ("of_group", "of_state")) or phrase in scene.book.ranks
    is_same = group.kind == generic.kind and group.kind not in FOLK | {Kind.GOVERNMENT}
    if group.kind in _FAITHS:
        return is_same
    if group.kind in ARMED and (generic.kind in (*ARMED, *STATE_BODIES) or is_one_of):
        return True
    return is_role or is_same or (group.kind == Kind.IGO and generic.kind in _SERVANTS)


def _tied(scene: Scene, generic: Generic, owner: Owner | None, label: str) -> Actor:
    """Give those who are named by their tie to somebody: "allies of NATO", whose country is not told."""
    to = ""
    if owner and owner.actor:
        to = scene.actors[owner.actor].name
    elif owner and owner.country in scene.book.countries:
        to = scene.book.countries[owner.country][1]
    name = f"{label} of {to}" if to else label
    return Actor(actor_id(name, generic.kind, ""), name, generic.kind, "", generic.sector)


def _of_faith(scene: Scene, generic: Generic, group: Actor, token: Token) -> Actor:
    """Give the group that people of a faith or an ethnic group make: "Sunni militants"."""
    beside = (scene.mention_at.get(child) for child in scene.document.children[token.i])
    named = next((one for one in beside if one and one.actor == group.id), None)
    word = named.text if named else group.name
    span = scene.span_at.get(named.head) if named else None
    is_ethnic = span is not None and span.first > 0 and scene.document.tokens[span.first - 1].lemma == "ethnic"
    word = f"ethnic {word}" if is_ethnic else word
    plural = _plain(scene, generic) or generic.plural
    name = f"{word} {plural}"
    return Actor(actor_id(name, generic.kind, group.country), name, generic.kind, group.country, generic.sector)


def _known_body(scene: Scene, phrase: str, country: str) -> Actor | None:
    """Give the body the lexicon knows by a state's adjective and a noun: "Russian defence ministry"."""
    entries = scene.book.phrases.get(fold(f"{scene.book.adjective(country)} {phrase}"), ())
    known = {key for kind, key, _ in entries if kind == "org"}
    if len(known) != 1:
        return None
    actor = scene.book.organisation(known.pop())
    is_body = actor.kind in (*STATE_BODIES, Kind.COMPANY)
    return actor if is_body and actor.country == country else None


def _speaks_for_state(scene: Scene, phrase: str, owner: Owner | None, token: Token) -> bool:
    """Say whether a noun stands for its state: a body always, one person only as who acts for a state named."""
    if phrase in scene.words("state_bodies") or phrase in scene.words("unowned"):
        return True
    return owner is not None and (token.tag == "NNS" or token.dep not in ("dobj", "nsubjpass"))


def _plain(scene: Scene, generic: Generic) -> str:
    """Give the one word for those of whom no more is told than that they are civilians, or people; "" for others."""
    if not generic.is_civilian or generic.plural in scene.words("distinct"):
        return ""
    is_told = generic.kind == Kind.PEOPLE or (generic.kind == Kind.CIVILIANS and generic.sector == "CVL")
    return str(generic.kind) if is_told else ""


def _label(scene: Scene, generic: Generic, phrase: str, token: Token) -> str:
    """Give the noun as it stands in a name: one body by its singular, people by their plural."""
    is_body = generic.kind in BODIES or phrase in scene.words("collective")
    return phrase if is_body and token.tag in ("NN", "NNP") else generic.plural


def _composed(scene: Scene, generic: Generic, owner: Owner | None, country: str, label: str) -> Actor:
    """Give the actor of a group without a name, by country where one is known."""
    label = _plain(scene, generic) or label
    state = scene.book.countries.get(country)
    if owner and not owner.is_state and owner.name and (generic.kind in STATE_BODIES or not country):
        name = f"{owner.name} {label}"
    elif country and ((owner and not owner.is_place) or generic.kind in AT_SEAT):
        name = f"{scene.book.adjective(country)} {label}"
    else:
        name = f"{label} in {state[1]}" if state else label
    part_of = (Membership(state[0]),) if state and generic.kind in AT_SEAT else ()
    if owner and not owner.is_state and owner.name:
        part_of = ()
    return Actor(actor_id(name, generic.kind, country), name, generic.kind, country, generic.sector, part_of=part_of)
