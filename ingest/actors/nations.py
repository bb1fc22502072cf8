"""Enters nations by adjective, by people and by their seat of government."""

from graph.model import Actor, Kind
from ingest.actors.build import AMBIGUOUS
from ingest.actors.folding import actor_id, fold
from ingest.actors.kinds import FORCES
from ingest.actors.names import is_locative
from ingest.actors.owners import generic_at, is_owned_forces
from ingest.actors.scene import Scene, Span, is_behind, left_edge
from ingest.document import Token

_PEOPLE = Kind.PEOPLE


def add_nation(scene: Scene, token: Token) -> bool:
    """Enter the nation a token names, where it stands for an actor; say whether it did."""
    span = scene.span_at.get(token.i)
    if span is None or token.i != span.last - 1 or token.i in scene.mention_at:
        return False
    if span.meaning in ("adjective", "people"):
        return _add_demonym(scene, token, span)
    if span.meaning == "seat" and acts_as_government(scene, span):
        scene.add(scene.book.country(span.key), span.first, span.last, "name")
        return True
    return False


def _add_demonym(scene: Scene, token: Token, span: Span) -> bool:
    """Enter "Israeli" of "Israeli strikes" as the state, "three Israelis" as people."""
    below = _forces_below(scene, token, span)
    if below is not None:
        scene.add(below, span.first, span.last, "nominal", head=token.i)
        return True
    if token.dep in ("amod", "compound", "nmod", "conj") and (token.tag in ("JJ", "NNP") or token.dep == "amod"):
        head = scene.document.tokens[token.head]
        force = _joined_force(scene, token, span)
        if force is not None:
            scene.add(force, span.first, span.last, "nominal", head=token.i)
            return True
        if token.dep != "conj" or head.dep in ("amod", "compound", "nmod"):
            if _add_persons(scene, token, head, span):
                return True
            if token.entity != "LANGUAGE" and not (token.i and scene.document.tokens[token.i - 1].lemma == "ethnic"):
                scene.add(scene.book.country(span.key), span.first, span.last, "adjective")
            return True
    if _is_adjective(scene, token, span):
        scene.add(scene.book.country(span.key), span.first, span.last, "adjective")
        return True
    if token.pos not in ("NOUN", "PROPN", "ADJ") or token.entity == "LANGUAGE" or _is_language(scene, token):
        return False
    first = left_edge(scene.document, token.i, scene.document.sentence_at(token.i).first)
    scene.add(_people(scene, token, span), min(first, span.first), span.last, "nominal", head=token.i)
    return True


def _add_persons(scene: Scene, token: Token, head: Token, span: Span) -> bool:
    """Enter somebody told by nation and a noun of no table as people, never as the state: "a Norwegian hiker"."""
    is_beside = head.i > token.i and head.i not in scene.mention_at and head.i not in scene.span_at
    if not is_beside or head.pos != "NOUN" or head.lemma not in scene.book.persons:
        return False
    scene.add(_of_nation(scene, span), span.first, head.i + 1, "nominal", head=head.i)
    return True


def _joined_force(scene: Scene, token: Token, span: Span) -> Actor | None:
    """Give the forces of a nation joined to those a name names: "Syrian" of "Syrian and Iraqi troops"."""
    named = scene.span_at.get(token.head)
    joined = [one.i for one in scene.document.dependents(token.i, "conj")]
    if named is None or named.meaning != "org" or not any(named.first <= i < named.last for i in joined):
        return None
    actor = scene.book.organisation(named.key)
    is_force = actor.kind in FORCES and span.key in scene.book.countries
    return scene.book.force(span.key, actor.kind, scene.day) if is_force else None


def _forces_below(scene: Scene, token: Token, span: Span) -> Actor | None:
    """Give the forces of a nation that stands before those of another: "French" of "300 French and 200 US soldiers"."""
    tokens = scene.document.tokens
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    if after.pos != "CCONJ" or token.tag in ("NNS", "NNPS") or any(scene.document.dependents(token.i, "det")):
        return None
    for noun in scene.document.dependents(token.i, "conj"):
        found = generic_at(scene, noun.i)
        nations = (scene.span_at.get(one) for one in scene.document.children[noun.i])
        is_owned = any(nation and nation.meaning in ("adjective", "org") for nation in nations)
        if found and is_owned and is_owned_forces(scene, found[0], found[1]) and span.key in scene.book.countries:
            return scene.book.force(span.key, found[1].kind, scene.day)
    return None


def _is_adjective(scene: Scene, token: Token, span: Span) -> bool:
    """Say whether a demonym the model takes for a noun is an adjective by what follows it.

    "Ukrainian shelling", "Egyptian-brokered".
    """
    after = scene.document.tokens[token.i + 1] if token.i + 1 < len(scene.document.tokens) else token
    is_form = any(kind == "adjective" for kind, _, _ in span.entries) and token.tag not in ("NNS", "NNPS")
    counted = any(scene.document.dependents(token.i, "det", "nummod", "poss"))
    if is_form and is_behind(scene, token.i):
        return True
    return is_form and not counted and after.tag in ("NN", "NNS", "VBG") and after.pos != "PUNCT"


def _is_language(scene: Scene, token: Token) -> bool:
    """Say whether a demonym is a tongue: "in Arabic", "spoke Russian"."""
    before = scene.document.tokens[token.i - 1] if token.i else None
    return token.tag in ("NNP", "JJ", "NN") and before is not None and before.lemma in scene.words("before_language")


def _people(scene: Scene, token: Token, span: Span) -> Actor:
    """Give the state where a nation speaks or deals as one ("the Palestinians rejected"), else people of it."""
    children = [scene.document.tokens[child] for child in scene.document.children[token.i]]
    is_bare = all(child.dep in ("det", "conj", "cc", "case", "punct") for child in children)
    has_article = any(child.lemma == "the" for child in children)
    verb = scene.document.tokens[token.head]
    deeds = scene.words("acting_verbs") | scene.words("war_verbs")
    deals = token.dep == "nsubj" and verb.lemma in deeds
    is_part = token.dep == "pobj" and _is_counted(scene, token)
    is_one = (
        token.tag in ("NN", "NNP") and f"{fold(token.text)}s" in scene.book.phrases
    )  # "the Kenyan", not "the French"
    if has_article and is_bare and not (is_part or is_one) and (deals or token.dep == "pobj"):
        return scene.book.country(span.key)
    return _of_nation(scene, span)


def _of_nation(scene: Scene, span: Span) -> Actor:
    """Give people of a nation."""
    name = f"{scene.book.adjective(span.key)} {_PEOPLE}"
    return Actor(actor_id(name, _PEOPLE, span.key), name, _PEOPLE, span.key, "")


def _is_counted(scene: Scene, token: Token) -> bool:
    """Say whether some of a people are meant: "200 of the Ukrainians"."""
    tokens = scene.document.tokens
    preposition = tokens[token.head]
    governor = tokens[preposition.head]
    return preposition.lemma == "of" and (governor.tag in ("CD", "DT", "JJ", "JJS") or governor.lemma == "number")


def acts_as_government(scene: Scene, span: Span) -> bool:
    """Say whether a capital stands for its government: as subject of a verb of speech or policy, as a partner."""
    tokens = scene.document.tokens
    token = tokens[span.last - 1]
    if is_locative(scene, span):
        return False
    head = tokens[token.head]
    while token.dep == "conj" and token.head != token.i:
        token, head = head, tokens[head.head]
    if token.dep == "nsubj" and head.pos == "VERB":
        is_doubtful = any(flags & AMBIGUOUS for kind, _, flags in span.entries if kind == "seat")
        return head.lemma in scene.words("acting_verbs") or not (
            is_doubtful or head.lemma in scene.words("place_verbs")
        )
    if token.dep in ("poss", "compound"):
        return head.lemma in scene.words("policy_nouns")
    if token.dep == "pobj" and head.lemma in scene.words("talking"):
        governor = tokens[head.head]
        if governor.lemma in scene.words("counterpart_nouns"):
            return True
        if head.lemma in scene.words("joining"):
            return governor.pos == "VERB"
        return head.lemma == "by" and (governor.tag == "VBN" or governor.pos == "NOUN")  # "an attack by Kyiv"
    return token.dep == "dobj" and head.lemma in scene.words("addressing_verbs")
