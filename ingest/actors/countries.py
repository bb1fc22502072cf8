"""Tells the country of people named by a common noun whose owner is not told."""

from collections.abc import Collection

from graph.model import Kind
from ingest.actors.book import Generic
from ingest.actors.kinds import ARMED, AT_SEAT, FOLK, FORCES, STATE_BODIES
from ingest.actors.names import is_locative
from ingest.actors.owners import generic_at
from ingest.actors.scene import MODIFIERS, Scene, Span, modifiers_of
from ingest.actors.settings import is_host_of_others, own_settings, told_before
from ingest.document import Token

BODIES = frozenset(
    {Kind.GOVERNMENT, Kind.MINISTRY, Kind.COURT, Kind.COMPANY, Kind.NGO, Kind.ORGANISATION, Kind.ALLIANCE, Kind.PARTY}
)
_SET = frozenset({"region", "city", "seat", "country"})
_SURE, _CLEAR = 3.0, 2.0


def country_meant(scene: Scene, phrase: str, generic: Generic, token: Token) -> str:
    """Give the country of people whose owner is not told, "" where it is not sure.

    One that a text names only as where others met or signed gives its people no country.
    """
    country = _country_told(scene, phrase, generic, token)
    sentence = scene.document.sentence_at(token.i)
    inside = (i for i in range(sentence.first, sentence.last) if i not in scene.dateline)
    spans = {scene.span_at[i] for i in inside if i in scene.span_at and scene.span_at[i].key == country}
    is_guest = generic.kind in AT_SEAT and token.tag == "NNS"  # "ministers met in X" are not all of X
    is_host = bool(spans) and all(is_host_of_others(scene, span, token, is_guest=is_guest) for span in spans)
    return "" if is_host else country


def _country_told(scene: Scene, phrase: str, generic: Generic, token: Token) -> str:
    """Give the country of people by their sort, and by what the sentence and the text name."""
    if phrase in scene.words("many_states") or phrase in scene.words("abroad"):
        return ""
    determiners = {child.text.lower() for child in scene.document.dependents(token.i, "det")}
    if generic.kind in BODIES and determiners & scene.words("indefinite"):
        return ""
    is_known = generic.kind == Kind.MILITARY and bool(determiners & scene.words("definite"))
    is_fighting = generic.kind in (*ARMED, Kind.MILITARY) and not is_known
    if is_fighting and _is_only_dateline(scene, scene.main_country()):
        return ""
    if generic.kind in FORCES:
        if token.tag == "NN" and determiners & scene.words("indefinite") and _are_several_at_war(scene):
            return ""  # "an army officer" may be of either side
        is_definite = generic.kind == Kind.POLICE or bool(determiners & scene.words("definite"))
        country = _country_of_forces(scene, token, is_definite=is_definite)
        return "" if country and _is_hit_by(scene, token, country) else country
    if generic.kind in AT_SEAT:
        is_sure = scene.lead() >= _SURE
        return scene.main_country() if is_sure else country_near(scene, token.i, before=token.i)
    return _country_of_people(scene, token)


def _country_of_people(scene: Scene, token: Token) -> str:
    """Give the country of people by where they are: that of a nation beside them says nothing of theirs."""
    sentence, main = scene.document.sentence_at(token.i), scene.main_country()
    inside = range(sentence.first, sentence.last)
    places = [place for place in inside if place not in scene.dateline and _setting_at(scene, place) is not None]
    places = [place for place in places if not is_host_of_others(scene, scene.span_at[place], token)]
    settings = {scene.span_at[place].key for place in places}
    own = own_settings(scene, token, places)
    if settings and (own or len(settings) > 1):
        return own.pop() if len(own) == 1 else ""
    if settings:
        return told_before(scene, token, settings.pop())
    for place in inside:  # a place no table of names knows: "killed two people in Oldtown"
        is_known = place in scene.span_at or place in scene.mention_at or place in scene.dateline
        if scene.document.tokens[place].entity == "GPE" and not is_known:
            return ""
    told = (_setting_at(scene, place) for place in scene.span_at)
    is_setting = any(span is not None and span.key == main for span in told)
    return main if is_setting or not _is_of(scene, inside, main) else ""


def _setting_at(scene: Scene, i: int) -> Span | None:
    """Give the name of a place where a text is set; that of a state or capital may stand for who acts."""
    span = scene.span_at.get(i)
    if span is None or not _is_place(scene, i):
        return None
    is_state = span.meaning in ("seat", "country") and i not in scene.dateline
    return span if not is_state or is_locative(scene, span) or _is_of_town(scene, i) else None


def _is_of_town(scene: Scene, i: int) -> bool:
    """Say whether a capital is told as a town by the noun before "of": "the centre of X", "residents of X"."""
    tokens = scene.document.tokens
    of = tokens[tokens[i].head]
    if tokens[i].dep != "pobj" or of.lemma != "of":
        return False
    found = generic_at(scene, of.head)
    is_part = tokens[of.head].lemma in scene.words("place_nouns") | scene.words("town_parts")
    return is_part or (found is not None and found[1].kind in FOLK)


def _is_place(scene: Scene, i: int) -> bool:
    """Say whether a token names a place, not somebody who acts, nor a pact: "the Juba agreement"."""
    span = scene.span_at.get(i)
    token = scene.document.tokens[i]
    if token.dep in MODIFIERS and scene.document.tokens[token.head].lemma in scene.words("pacts"):
        return False
    return span is not None and span.meaning in _SET and i not in scene.mention_at


def _is_only_dateline(scene: Scene, country: str) -> bool:
    """Say whether nothing but a dateline names a country: a desk reports on fighters of other states too."""
    return not _is_of(scene, [token.i for token in scene.document.tokens if token.i not in scene.dateline], country)


def _is_of(scene: Scene, inside: Collection[int], country: str) -> bool:
    """Say whether a stretch names somebody of a country, or its adjective."""
    mentions = (scene.mention_at[i] for i in inside if i in scene.mention_at)
    spans = (scene.span_at[i] for i in inside if i in scene.span_at)
    named = any(scene.actors[mention.actor].country == country for mention in mentions)
    return named or any(span.key == country for span in spans)


def _country_of_forces(scene: Scene, token: Token, *, is_definite: bool) -> str:
    """Give the country of an army or police force: who moves it, else that of the text where no other is in it."""
    document = scene.document
    clauses = list(document.dependents(token.i, "acl"))
    narrowing = {clause.lemma for clause in clauses}
    if any(clause.tag == "VBN" and any(document.dependents(clause.i, "agent")) for clause in clauses):
        return ""  # "soldiers trained by Chile" are hardly Chile's own
    if modifiers_of(document, token.i) & scene.words("not_of_state") or narrowing & scene.words("siding"):
        return ""
    verb = document.tokens[token.head]
    if token.dep == "dobj" and verb.lemma in scene.words("own_forces"):
        for subject in document.dependents(verb.i, "nsubj"):
            mention = scene.mention_at.get(subject.i) if not any(document.dependents(subject.i, "conj")) else None
            return scene.actors[mention.actor].country if mention else ""
    if is_definite or token.tag == "NN":
        return country_near(scene, token.i)
    return "" if _is_between_states(scene, token) else country_near(scene, token.i)


def _is_hit_by(scene: Scene, token: Token, country: str) -> bool:
    """Say whether a state itself attacks the soldiers a noun means, who then are not its own.

    Gunmen of a country do kill its police, and an air force bombs its own by mistake or where they mutiny.
    """
    document = scene.document
    verb = document.tokens[token.head]
    if token.dep != "dobj" or verb.lemma not in scene.words("hostile_verbs"):
        return False
    near = (*document.dependents(verb.i), *document.dependents(token.i))
    around = (*near, *(child for one in near for child in document.dependents(one.i, "pobj", "amod")))
    if any(one.lemma.lower() in scene.words("own_side") for one in around):
        return False
    for subject in document.dependents(verb.i, "nsubj"):
        doer = scene.mention_at.get(subject.i)
        if doer is None and _is_of(scene, (subject.i, *document.children[subject.i]), country):  # "Israeli strikes"
            return True
        if doer is not None and scene.actors[doer.actor].country == country:
            return scene.actors[doer.actor].kind in STATE_BODIES | {Kind.COUNTRY}
    return False


def _are_several_at_war(scene: Scene) -> bool:
    """Say whether a text tells of forces of one state, and of another state besides."""
    actors = [scene.actors[mention.actor] for mention in scene.mentions]
    armed = {actor.country for actor in actors if actor.kind in FORCES}
    named = {actor.country for actor in actors if actor.kind == Kind.COUNTRY}
    named |= {span.key for span in scene.span_at.values() if span.meaning in ("adjective", *_SET)}
    return bool(armed - {""}) and len((armed | named) - {""}) > 1


def _is_between_states(scene: Scene, token: Token) -> bool:
    """Say whether soldiers may be those of several states: a text or sentence about more than one."""
    sentence = scene.document.sentence_at(token.i)
    main = scene.main_country()
    named = {
        scene.actors[mention.actor].country
        for mention in scene.mentions
        if sentence.start <= mention.start < sentence.end
        and scene.actors[mention.actor].kind in (Kind.COUNTRY, *FORCES)
    }
    return scene.lead() < _CLEAR or bool(named - {main, ""})


def country_near(scene: Scene, i: int, *, before: int | None = None) -> str:
    """Give the country a sentence is set in, where its places agree, else the one most of the text is about.

    before: only places before this token set the scene: a government met "in Caracas" need not be Venezuela's.
    """
    sentence = scene.document.sentence_at(i)
    found = _places(scene, range(sentence.first, sentence.last if before is None else before))
    if len(found) == 1:
        return found.pop()
    return scene.main_country() if not found else ""


def _places(scene: Scene, inside: range) -> set[str]:
    """Give the countries of the places that a stretch names after its dateline."""
    return {scene.span_at[i].key for i in inside if i not in scene.dateline and _is_place(scene, i)}
