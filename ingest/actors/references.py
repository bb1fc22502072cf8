"""Resolves what refers back: "the group", "the terror group that rules Gaza", he, she, it, they."""

from collections.abc import Callable, Iterator

from graph.model import Actor
from ingest.actors.folding import fold
from ingest.actors.owners import generic_at, owner_of
from ingest.actors.scene import Scene, left_edge
from ingest.document import Mention, Sentence, Token

_MALE, _FEMALE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_THING, _MANY = frozenset({"it", "its"}), frozenset({"they", "them", "their"})
_BODY_KINDS: dict[str, frozenset[str]] = {
    "group": frozenset(
        {"armed_group", "rebel_movement", "militia", "ngo", "alliance", "party", "organisation", "religious_group"}
    ),
    "militia": frozenset({"militia", "armed_group", "rebel_movement"}),
    "party": frozenset({"party", "alliance"}),
    "agency": frozenset({"ngo", "igo", "organisation", "government", "intelligence"}),
    "ministry": frozenset({"ministry"}),
    "company": frozenset({"company"}),
    "court": frozenset({"court"}),
}
_ARMED = frozenset({"armed_group", "rebel_movement", "militia"})
_OBJECTS = frozenset({"him", "her", "them", "it"})
_WINDOW = 3
_CLEAR = 8
_DEFINITE = frozenset({"the", "this", "that"})
_SUBORDINATE = frozenset({"ccomp", "advcl", "xcomp", "conj", "acl", "relcl", "pcomp"})


def add_reference(scene: Scene, token: Token) -> bool:
    """Enter what a pronoun or a definite noun refers back to, where that is sure; say whether it was a reference."""
    word = token.text.lower()
    if token.pos in ("PRON", "DET") and (word in _MALE | _FEMALE | _THING | _MANY):
        actor = _antecedent(scene, token, word)
        if actor:
            scene.add(actor, token.i, token.i + 1, "pronoun")
        return True
    return token.pos == "NOUN" and _add_definite(scene, token)


def _add_definite(scene: Scene, token: Token) -> bool:
    """Enter a definite noun for a body: the one that rules a place, or the last one of its kind."""
    found = generic_at(scene, token.i)
    phrase = found[0] if found else token.lemma
    bodies = scene.words("body_nouns")
    if phrase not in bodies and token.lemma not in bodies:
        return False
    if not _is_definite(scene, token):
        return False
    actor = _ruler(scene, token)
    is_armed = token.text.lower() in scene.words("armed_nouns") and not _is_narrowed(scene, token)
    if actor is None and owner_of(scene, token.i) is None and (token.tag == "NN" or is_armed):
        if token.lemma in ("country", "nation"):
            return _add_country(scene, token)
        kinds = scene.words("bodies") if token.lemma == "delegation" else _BODY_KINDS.get(token.lemma, _ARMED)
        actor = _last_of_kind(scene, token.i, lambda one: one.kind in kinds)
    if actor is None:
        return False
    first = left_edge(scene.document, token.i, scene.document.sentence_at(token.i).first)
    scene.add(actor, first, token.i + 1, "nominal", head=token.i)
    return True


def _add_country(scene: Scene, token: Token) -> bool:
    """Enter "the country" as the state the text is about, or the last one named; not where it is a place."""
    before = scene.document.tokens[token.head]
    if before.pos == "ADP" and before.lemma in scene.words("places_only"):
        return True
    own = _mentions_in(scene, scene.document.sentence_at(token.i))
    named = [mention for mention in own if mention.how == "name" and mention.end <= token.start]
    states = [mention.actor for mention in named if scene.actors[mention.actor].kind == "country"]
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


def _is_definite(scene: Scene, token: Token) -> bool:
    """Say whether a noun takes something up: by "the" or "this", or bare in a headline, which drops articles."""
    if any(child.text.lower() in _DEFINITE for child in scene.document.dependents(token.i, "det")):
        return True
    bare = not any(scene.document.dependents(token.i, "det", "poss", "nummod"))
    return bare and token.tag == "NN" and scene.document.sentence_at(token.i).is_headline


def _ruler(scene: Scene, token: Token) -> Actor | None:
    """Give the group that the lexicon says rules the place meant ("that rules Gaza"), or one the text is about."""
    rulers = scene.words("rulers")
    for clause in scene.document.dependents(token.i, "relcl", "acl"):
        if clause.lemma in rulers:
            for place in scene.document.dependents(clause.i, "dobj"):
                return _ruling(scene, {_place_name(scene, place.i)})
    modifiers = {child.text.lower() for child in scene.document.dependents(token.i, "amod", "compound")}
    if modifiers & rulers:
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


def _last_of_kind(scene: Scene, i: int, fits: Callable[[Actor], bool]) -> Actor | None:
    """Give the nearest actor before a token that fits, by names and groups first, by a member's group else."""
    start = scene.document.tokens[i].start
    barred = _own_subjects(scene, scene.document.tokens[i])
    earlier = [mention for mention in scene.mentions if mention.end <= start and mention.head not in barred]
    for mention in sorted(earlier, key=lambda mention: -mention.start):
        actor = scene.actors[mention.actor]
        if mention.how != "adjective" and fits(actor):
            return actor
        for part in actor.part_of if actor.kind == "person" else ():
            group = scene.actors.get(part.organisation)
            if group and group.kind != "country" and fits(group):
                return group
    return None


def _own_subjects(scene: Scene, token: Token) -> set[int]:
    """Give the subjects of the verb a noun or pronoun is an object of: it cannot mean them."""
    tokens = scene.document.tokens
    while token.pos != "VERB" and token.head != token.i and token.dep not in ("nsubj", "nsubjpass", "poss"):
        token = tokens[token.head]
    if token.pos != "VERB":
        return set()
    while token.dep in ("xcomp", "advcl", "conj") and token.head != token.i:
        if any(scene.document.dependents(token.i, "nsubj", "nsubjpass")):
            break
        token = tokens[token.head]
    return {subject.i for subject in scene.document.dependents(token.i, "nsubj", "nsubjpass")}


def _antecedent(scene: Scene, token: Token, word: str) -> Actor | None:
    """Give whom a pronoun means: the subject it hangs under, the last subject, or the only one near; else None."""
    fits = _fitting(scene, word)
    barred = _own_subjects(scene, token) if word in _OBJECTS else set()
    barred_actors = {scene.mention_at[i].actor for i in barred if i in scene.mention_at}
    for subject in _subjects_above(scene, token):
        mention = scene.mention_at.get(subject.i)
        if mention is None and word in _THING and subject.tag in ("NN", "NNP"):
            return None
        if mention and mention.actor not in barred_actors and mention.end <= token.start and fits(mention):
            return scene.actors[mention.actor]
    sentence = scene.document.sentence_at(token.i)
    own = [
        mention
        for mention in _mentions_in(scene, sentence)
        if mention.end <= token.start and mention.actor not in barred_actors and fits(mention)
    ]
    if own and len({mention.actor for mention in own}) == 1:
        return scene.actors[own[0].actor]
    if own:
        return None
    return _in_earlier_sentences(scene, sentence, fits)


def _in_earlier_sentences(scene: Scene, sentence: Sentence, fits: Callable[[Mention], bool]) -> Actor | None:
    """Give the fitting subject of the nearest sentence that has a fitting mention, or its only fitting one."""
    for back in range(1, _WINDOW):
        if sentence.number - back < 0:
            return None
        earlier = scene.document.sentences[sentence.number - back]
        fitting = [mention for mention in _mentions_in(scene, earlier) if fits(mention)]
        subjects = [mention for mention in fitting if scene.document.tokens[mention.head].dep in ("nsubj", "nsubjpass")]
        actors = {mention.actor for mention in (subjects[:1] or fitting)}
        if len(actors) == 1:
            return scene.actors[actors.pop()]
        if actors:
            return None
    return None


def _mentions_in(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Give the mentions of a sentence that may be taken up, in order."""
    found = [
        mention
        for mention in scene.mentions
        if sentence.start <= mention.start < sentence.end and mention.how != "adjective"
    ]
    return sorted(found, key=lambda mention: mention.start)


def _subjects_above(scene: Scene, token: Token) -> Iterator[Token]:
    """Give the subjects of the clauses above a token's own, nearest first; a possessive's own clause too."""
    tokens = scene.document.tokens
    at, is_own = token, token.dep != "poss"
    while at.head != at.i:
        child, at = at, tokens[at.head]
        if at.pos not in ("VERB", "AUX"):
            continue
        for subject in scene.document.dependents(at.i, "nsubj", "nsubjpass"):
            if subject.i not in (token.i, child.i) and (not is_own or child.dep in _SUBORDINATE):
                yield subject
        is_own = False


def _fitting(scene: Scene, word: str) -> Callable[[Mention], bool]:
    """Give the test of whether a mention agrees with a pronoun in kind and number."""
    tokens = scene.document.tokens

    def is_person(mention: Mention) -> bool:
        """Say whether one person is meant."""
        token = tokens[mention.head]
        if mention.how == "nominal":
            is_one = token.tag == "NN" and token.lemma not in scene.words("state_bodies")
            return is_one and scene.actors[mention.actor].kind in ("person", "country", "civilians")
        return scene.actors[mention.actor].kind == "person"

    def is_body(mention: Mention) -> bool:
        """Say whether one body is meant."""
        return scene.actors[mention.actor].kind in scene.words("bodies") and tokens[mention.head].tag not in (
            "NNS",
            "NNPS",
            "JJ",
        )

    def is_many(mention: Mention) -> bool:
        """Say whether several are meant."""
        token = tokens[mention.head]
        if scene.actors[mention.actor].kind == "person":
            return False
        return token.tag in ("NNS", "NNPS") or (mention.how != "pronoun" and scene.actors[mention.actor].kind in _ARMED)

    if word in _MALE | _FEMALE:
        return is_person
    return is_body if word in _THING else is_many
