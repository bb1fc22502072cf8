"""What a frame asks of the words around it: lemmas, classes of noun, shapes of the clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.events.company import Company
from ingest.events.crashes import is_attack
from ingest.events.frames import CONFLICT, COOPERATION, PENALTY, TESTS, Frame
from ingest.events.tree import Tree

if TYPE_CHECKING:
    from ingest.events.matcher import Matcher

_INNER_TYPES = {"EV_CONF": CONFLICT, "EV_COOP": COOPERATION, "EV_SANC": PENALTY}
_ENTITIES = {
    "PERSON": ("PERSON", "NORP"),
    "GROUP": ("ORG", "NORP"),
    "PLACE": ("GPE", "LOC", "FAC"),
    "FACILITY": ("FAC",),
    "MIL": (),
    "GPE": ("GPE", "LOC"),
    "ORG": ("ORG",),
    "NORP": ("NORP",),
}
_CLASSED = frozenset(("PERSON", "GROUP", "PLACE", "FACILITY", "MIL"))
_WEAK = 0.6  # a word that stands further off still lets a noun fire, or a verb without object

Test = Callable[[Tree, int, Frame, tuple[int, ...]], bool]


def is_of_class(matcher: Matcher, i: int, name: str) -> bool:
    """Say whether token i is of a class of noun or a kind of name."""
    token = matcher.tree.tokens[i]
    if token.entity in _ENTITIES[name]:
        return True
    if name == "GPE":
        return token.pos == "PROPN" and token.entity == "NORP"
    if name in _CLASSED and name in matcher.classes(i):
        return True
    if name == "PERSON":
        return token.entity == "CARDINAL" or (token.pos == "PROPN" and token.entity in ("", "ORG"))
    return False


def is_barred(matcher: Matcher, i: int, frame: Frame, company: Company) -> bool:
    """Say whether a word or shape around i forbids the frame; "death+penalty" is two words that both stand there."""
    tree = matcher.tree
    for word in frame.not_with:
        if company.barring.issuperset(word.split("+")) and word not in frame.rest:
            return True
        if word == "BYLAW":
            if _is_by_law(matcher, i):
                return True
        elif word == "OPRD":
            clauses = tree.kids(i, "ccomp")
            if tree.kids(i, "oprd") or any(not tree.is_verbal(clause) for clause in clauses):
                return True
        elif word == "DOBJ":
            if tree.is_verbal(i) and not tree.is_passive(i) and tree.direct_object(i) is not None:
                return True
        elif word == "AMOD":  # "the injured men" tells who somebody is, and "dead and wounded" counts
            token = tree.tokens[i]
            if token.dep == "amod" or (token.dep == "conj" and tree.tokens[token.head].lemma == "dead"):
                return True
        elif word == "INTRANS":
            if _is_intransitive(tree, i, frame, ()):
                return True
        elif word == "PASSIVE":
            if tree.is_verbal(i) and tree.is_passive(i):
                return True
        elif word == "METWITH":  # "the raid was met with air strikes" tells what answered it
            if tree.is_verbal(i) and tree.is_passive(i) and any(prep == "with" for prep, _ in tree.preps(i)):
                return True
        elif word in ("PERSON", "GPE", "ORG"):
            target = tree.direct_object(i) if tree.is_verbal(i) else None
            if target is not None and tree.tokens[target].entity in _ENTITIES[word]:
                return True
    return False


def _is_by_law(matcher: Matcher, i: int) -> bool:
    """Say whether a state body, or a measure, is turned on officials, firms or assets without arms or an attack."""
    tree, words = matcher.tree, matcher.tree.words
    agents = [q for prep, q in tree.preps(i) if prep == "by"] if tree.is_passive(i) else [tree.surface_subject(i)]
    struck = tree.surface_subject(i) if tree.is_passive(i) else tree.direct_object(i)
    if struck is None or not any(actor is not None and tree.tokens[actor].lemma in words.lawful for actor in agents):
        return False
    if not any(tree.tokens[place].lemma in words.regulated for place in tree.conjuncts(struck)):
        return False
    return not any(matcher.is_armed(place) for place in tree.subtree(i) if place != i)


def strength(matcher: Matcher, i: int, frame: Frame, parts: tuple[int, ...], company: Company) -> float:
    """Say how firmly the best of a frame's needs is met; 0 where none is."""
    best = 0.0
    tree = matcher.tree
    target = tree.direct_object(i) if tree.is_verbal(i) else None
    for need in frame.needs:
        if need in TESTS:
            found = _test(matcher, need, i, frame, parts)
        else:
            found = company.words.get(need, 0.0)
            if found and target is not None and tree.tokens[target].lemma == need:
                found += 1.0
        if 0.0 < found < 1.0:
            found = _WEAK if frame.is_noun or not tree.kids(i, "dobj") else 0.0
        best = max(best, found)
    return best


def _test(matcher: Matcher, need: str, i: int, frame: Frame, parts: tuple[int, ...]) -> float:
    tree = matcher.tree
    if need in _INNER_TYPES:
        wanted = _INNER_TYPES[need]
        hits = (matcher.find(place) for place in matcher.complements(i, parts))
        return 3.0 if any(hit is not None and hit.frame.type in wanted for hit in hits) else 0.0
    if need in _ENTITIES:
        return 2.0 if any(is_of_class(matcher, place, need) for place in _targets(tree, i, frame)) else 0.0
    if need == "BLAMES":
        return 3.0 if _blames(matcher, i) else 0.0
    if need == "PEOPLE":
        return 2.0 if _is_state_of_people(matcher, i, frame, parts) else 0.0
    if need in ("FLUNG", "RAMMED"):
        return 3.0 if _is_sent(matcher, i, is_fired=need == "FLUNG") else 0.0
    if need in ("TOGPE", "INGPE"):
        return 2.0 if _goes_to_place(matcher, i, need[:2].lower()) else 0.0
    test, worth = _SHAPES[need]
    return worth if test(tree, i, frame, parts) else 0.0


def _targets(tree: Tree, i: int, frame: Frame) -> list[int]:
    """Give what the event is done to: the object and what is joined to it, else the recipient's phrase."""
    target = tree.direct_object(i) if tree.is_verbal(i) else None
    if target is not None:
        return tree.conjuncts(target)
    return [q for prep, governed in tree.preps(i) if prep in frame.recipient for q in tree.conjuncts(governed)]


def _is_state_of_people(matcher: Matcher, i: int, frame: Frame, parts: tuple[int, ...]) -> bool:
    """Say whether people are in the state a verb leaves: "left two guards hurt", not "left the hall hurt"."""
    tree = matcher.tree
    those = [*_targets(tree, i, frame), *(q for part in parts for q in tree.kids(part, "nsubj", "nsubjpass"))]
    is_counted = any(tree.tokens[part - 1].pos == "NUM" or tree.kids(part, "nummod") for part in parts if part > i)
    return is_counted or any(matcher.is_people(one) for one in those)


def _is_sent(matcher: Matcher, i: int, *, is_fired: bool) -> bool:
    """Say whether what crashes is sent at somebody: what is fired or flown with nobody aboard, or else a vehicle."""
    tree, words = matcher.tree, matcher.tree.words
    thing = tree.surface_subject(i)
    if thing is None or matcher.is_people(thing) or tree.tokens[thing].lemma in words.charged:
        return False
    if not is_attack(tree, words, i):
        return False
    return (tree.tokens[thing].lemma.lower() in words.flung | words.unmanned) == is_fired


def _goes_to_place(matcher: Matcher, i: int, wanted: str) -> bool:
    """Say whether a person goes to, or is in, a country or town."""
    tree = matcher.tree
    subject = tree.surface_subject(i)
    if subject is None or not (is_of_class(matcher, subject, "PERSON") or is_of_class(matcher, subject, "GROUP")):
        return False
    return any(prep == wanted and tree.tokens[q].entity == "GPE" for prep, q in tree.preps(i))


def _blames(matcher: Matcher, i: int) -> bool:
    """Say whether the clause under i tells what another party does or did against somebody."""
    tree, tokens = matcher.tree, matcher.tree.tokens
    for clause in tree.kids(i, "ccomp"):
        subjects = tree.kids(clause, "nsubj")
        if not subjects or tokens[subjects[0]].pos == "PRON" or tree.kids(clause, "neg"):
            continue
        is_modal = any(tokens[a].tag == "MD" for a in tree.auxiliaries(clause))
        is_party = any(is_of_class(matcher, subjects[0], name) for name in ("PERSON", "GROUP", "GPE"))
        inner = [clause, *matcher.complements(clause)]
        inner += [q for verb in tree.kids(clause, "xcomp") for q in matcher.complements(verb)]
        hits = [matcher.find(place) for place in inner]
        if is_party and not is_modal and any(hit is not None and hit.frame.type in CONFLICT for hit in hits):
            return True
    return False


def _has_complement(tree: Tree, i: int, frame: Frame, parts: tuple[int, ...]) -> bool:
    return any(
        tree.has_to(clause) or (tree.tokens[clause].tag == "VBG" and not tree.kids(clause, "aux"))
        for clause in tree.kids(i, "xcomp", "ccomp", "acl", "advcl")
        if not any(tree.tokens[mark].lemma == "that" for mark in tree.kids(clause, "mark"))
    )


def _has_object(tree: Tree, i: int, frame: Frame, parts: tuple[int, ...]) -> bool:
    return tree.is_verbal(i) and not tree.is_passive(i) and tree.direct_object(i) is not None


def _is_intransitive(tree: Tree, i: int, frame: Frame, parts: tuple[int, ...]) -> bool:
    return tree.is_verbal(i) and tree.direct_object(i) is None and not tree.kids(i, "ccomp")


def _has_recipient_prep(tree: Tree, i: int, frame: Frame, parts: tuple[int, ...]) -> bool:
    places = [i, *parts]
    target = tree.direct_object(i) if tree.is_verbal(i) else None
    if target is not None:
        places.append(target)
    return any(prep in frame.recipient for place in places for prep, _ in tree.preps(place))


def _has_verb_after_prep(tree: Tree, i: int, frame: Frame, parts: tuple[int, ...]) -> bool:
    return any(tree.tokens[governed].pos == "VERB" for _, governed in tree.preps(i))


def _has_clause(tree: Tree, i: int, frame: Frame, parts: tuple[int, ...]) -> bool:
    return bool(tree.kids(i, "ccomp"))


def _has_obligation(tree: Tree, i: int, frame: Frame, parts: tuple[int, ...]) -> bool:
    return any(
        tree.tokens[clause].tag == "VB"
        or any(tree.tokens[child].lemma in tree.words.obliging for child in tree.children[clause])
        for clause in tree.kids(i, "ccomp")
    )


def _is_plural(tree: Tree, i: int, frame: Frame, parts: tuple[int, ...]) -> bool:
    return tree.tokens[i].tag in ("NNS", "NNPS")


_SHAPES: dict[str, tuple[Test, float]] = {
    "XCOMP": (_has_complement, 2.0),
    "FOR": (_has_complement, 2.0),
    "OBJ": (_has_object, 2.0),
    "DOBJ": (_has_object, 2.0),
    "INTRANS": (_is_intransitive, 1.0),
    "PREP": (_has_recipient_prep, 1.0),
    "PCOMP": (_has_verb_after_prep, 2.0),
    "CCOMP": (_has_clause, 1.0),
    "CCOMPMUST": (_has_obligation, 2.0),
    "PLURAL": (_is_plural, 1.0),
}
