"""Reads common nouns for people and whose they are: "Palestinian gunmen", "members of Hamas"."""

from collections.abc import Iterator

from graph.model import Actor, Kind
from ingest.actors.book import Generic
from ingest.actors.folding import words_of
from ingest.actors.kinds import ARMED, FORCES, NATIONS
from ingest.actors.scene import MODIFIERS, Owner, Scene, Span, is_behind
from ingest.document import Token

_LONGEST = 4
_RUN = frozenset(("administered", "controlled", "run", "ruled"))
_STATES = frozenset({"adjective", "people", "country", "seat"})
_OF_STATE = frozenset({"GOV", "MIL"})


def generic_at(scene: Scene, i: int) -> tuple[str, Generic, int] | None:
    """Give the common noun for people that ends at token i, as listed, with what it means and where it begins."""
    token = scene.document.tokens[i]
    if token.pos not in ("NOUN", "PROPN", "ADJ") or (token.pos == "ADJ" and token.dep in MODIFIERS):
        return None
    last = words_of(token.text)
    if not last or not (last[-1] in scene.book.generic_ends or token.lemma in scene.book.generic_ends):
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
    """Give whose people the noun at token i means: by a modifier before it, or by "of", "from", "in" after it.

    Where a pronoun owns them and stays unresolved, or they are those of somebody's neighbours, an owner
    without actor, country and name says that it is not known.
    """
    before = _owner_before(scene, i) or _ruler_before(scene, i)
    if before:
        return before
    if any(child.tag == "PRP$" for child in scene.document.dependents(i, "poss")):
        return Owner("", "", i + 1, is_state=False)
    return owner_after(scene, i)


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
        if child < i and scene.document.tokens[child].dep in MODIFIERS and not is_behind(scene, child):
            yield child
            yield from _modifiers(scene, child)


def owner_after(scene: Scene, i: int) -> Owner | None:
    """Give the owner in a phrase after a noun: "members of Hamas", "residents of Gaza", "protesters in Cairo"."""
    for preposition in _prepositions(scene, i):
        if preposition.lemma not in scene.words("owning"):
            continue
        for noun in scene.document.dependents(preposition.i, "pobj"):
            if noun.text.lower() in scene.words("ties") and any(scene.document.dependents(noun.i, "poss")):
                return Owner("", "", noun.i + 1, is_state=False)
            owner = _owner_at(scene, noun.i) or _owner_before(scene, noun.i)
            if owner is None:
                continue
            if preposition.lemma not in scene.words("placing_people"):
                return owner._replace(last=max(owner.last, noun.i + 1))
            is_origin = preposition.lemma == "from" and scene.document.tokens[i].lemma in scene.words("away")
            if preposition.lemma == "from" and (owner.actor or owner.is_state or is_origin):
                return owner._replace(last=max(owner.last, noun.i + 1))
            return owner._replace(actor="", is_state=False, is_person=False, is_place=True)
    return None


def _ruler_before(scene: Scene, i: int) -> Owner | None:
    """Give the group that runs a body, by a word with a hyphen: "Hamas-run health authorities"."""
    tokens = scene.document.tokens
    for child in scene.document.children[i]:
        if child > 1 and child < i and tokens[child].text.lower() in _RUN and tokens[child - 1].text == "-":
            mention = scene.mention_at.get(child - 2)
            if mention and scene.actors[mention.actor].kind in ARMED:
                return Owner(mention.actor, scene.actors[mention.actor].country, i + 1)
    return None


def _prepositions(scene: Scene, i: int) -> Iterator[Token]:
    """Give the prepositions after a noun; one after two joined nouns, of which the first has a name before it, is of
    the second: "Tuareg separatists and jihadists from Mali".
    """
    document = scene.document
    first = document.tokens[i]
    if first.dep == "conj" and not any(document.dependents(i, "prep")):
        above = document.tokens[first.head]
        if _is_named(scene, above.i):
            yield from (one for one in document.dependents(above.i, "prep") if one.i > i)
    joined = [one.i for one in document.dependents(i, "conj")]
    for one in document.dependents(i, "prep"):
        if not (joined and one.i > joined[0] and _is_named(scene, i)):
            yield one


def _is_named(scene: Scene, i: int) -> bool:
    """Say whether a name or nation stands before a noun, and hangs on it."""
    before = scene.document.dependents(i, "amod", "compound", "nmod")
    return any(one.i < i and one.text[:1].isupper() for one in before)


def _owner_at(scene: Scene, i: int) -> Owner | None:
    """Give what a token names as an owner."""
    if scene.document.tokens[i].lemma == "whose":
        i = _antecedent(scene, i)
    mention = scene.mention_at.get(i)
    span = scene.span_at.get(i)
    last = span.last if span else i + 1
    if mention and scene.actors[mention.actor].kind != Kind.COUNTRY:
        actor = scene.actors[mention.actor]
        if actor.kind == Kind.PERSON:
            return _owner_by_person(scene, actor, last)
        return Owner(actor.id, actor.country, last)
    if span and span.meaning in NATIONS:
        return owner_by_nation(scene, span)
    if mention:
        return Owner("", scene.actors[mention.actor].country, last)
    return None


def owner_by_nation(scene: Scene, span: Span) -> Owner:
    """Give the state, place or people a span names as an owner; "ethnic Serb" tells no state."""
    tokens = scene.document.tokens
    name = scene.document.text[tokens[span.first].start : tokens[span.last - 1].end]
    if span.first and tokens[span.first - 1].lemma == "ethnic":
        return Owner("", "", span.last, is_state=False, name=f"ethnic {name}")
    is_seat = any(kind == "seat" and key == span.key for kind, key, _ in span.entries)
    is_state = span.meaning in _STATES
    return Owner("", span.key, span.last, is_state, is_seat, name="" if span.meaning == "people" else name)


def is_owned_forces(scene: Scene, phrase: str, generic: Generic) -> bool:
    """Say whether a noun for forces means the army, police or intelligence service of its state as such."""
    apart = scene.words("compound_forces") | scene.words("forces_apart")
    return generic.kind in FORCES and phrase not in apart


def _antecedent(scene: Scene, i: int) -> int:
    """Give the noun that "whose" stands for, or its own place where the parse has none."""
    token = scene.document.tokens[i]
    while token.head != token.i and token.dep != "relcl":
        token = scene.document.tokens[token.head]
    return token.head if token.dep == "relcl" else i


def _owner_by_person(scene: Scene, actor: Actor, last: int) -> Owner | None:
    """Give the group a person belongs to, or else the country."""
    for part in actor.part_of:
        if part.organisation in scene.actors and scene.actors[part.organisation].kind != Kind.COUNTRY:
            return Owner(part.organisation, actor.country, last)
    is_state = bool(actor.country) and actor.sector in _OF_STATE
    return Owner("", actor.country, last, is_state=is_state, is_person=True)
