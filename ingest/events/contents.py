"""Tells a deed that somebody wants ended or judged from one wanted: "urged them to stop recruiting children"."""

from ingest.events.frames import CONFLICT
from ingest.events.matcher import Hit, Matcher
from ingest.events.status import StatusReader

_DEEDS = CONFLICT | {"ACCUSE"}
_NAMED = frozenset(("GPE", "NORP", "ORG", "LOC"))
_JUDGING = frozenset(("ACCUSE", "REJECT"))


def is_unwanted(matcher: Matcher, status: StatusReader, hit: Hit, owner: int | None) -> bool:
    """Say whether a request or threat is that a deed end or be not done, or about what others should say of it.

    So is a charge of no more than planning it.

    owner: trigger of the request or threat; what stands for itself, without one, is no content.
    """
    if owner is None:
        return True
    if hit.frame.type not in _DEEDS and not matcher.tree.is_verbal(hit.i):
        return False
    outer = matcher.find(owner)
    if outer and outer.frame.type == "REQUEST" and status.denials.is_refused(hit.i, owner):
        return True
    if outer and outer.frame.type == "ACCUSE" and status.denials.is_mere_plan(hit.i, owner):
        return True
    return status.is_halted(hit.i, owner) or _is_judged(matcher, hit, owner) or _is_warned_off(matcher, hit, owner)


def _is_warned_off(matcher: Matcher, hit: Hit, owner: int) -> bool:
    """Say whether somebody is warned not to do a deed, which the speaker does not threaten: "warned against a raid"."""
    outer, tree = matcher.find(owner), matcher.tree
    if outer is None or outer.frame.type != "THREATEN":
        return False
    if _is_answered(matcher, hit, owner):
        return True
    is_kept_from = tree.has_to(hit.i) and bool(tree.kids(hit.i, "neg")) and bool(tree.kids(owner, "dobj"))
    return matcher.is_dissuading(outer) or is_kept_from  # "warned the West not to send tanks"


def _is_answered(matcher: Matcher, hit: Hit, owner: int) -> bool:
    """Say whether a warning tells what a deed of others will be answered with, which is no danger: "attacks would be
    punished", "it would respond to a raid". What answers is none of those others' deeds either: "would lead to war".
    """
    tree, i = matcher.tree, hit.i
    above = (place for place in tree.climb(i) if place == owner or tree.is_verbal(place))
    clause = next(above, owner)
    subject = next(iter(tree.kids(clause, "csubj", "csubjpass")), tree.surface_subject(clause))
    if clause == owner or subject is None or not _tells_answer(matcher, clause):
        return False
    if tree.tokens[subject].pos == "PRON":
        return i in tree.kids(clause, "dobj") or any(prep == "to" and q == i for prep, q in tree.preps(clause))
    is_deed = matcher.find(subject) is not None or _is_of_others(matcher, subject)
    return is_deed and (hit.frame.is_noun or i == subject)


def _is_of_others(matcher: Matcher, i: int) -> bool:
    """Say whether a thing is somebody's by name, as a deed is: "American drills"."""
    tree = matcher.tree
    owners = (tree.tokens[one].entity for one in tree.kids(i, "amod", "compound", "poss", "nmod"))
    return tree.tokens[i].pos == "NOUN" and not matcher.is_people(i) and any(one in _NAMED for one in owners)


def _tells_answer(matcher: Matcher, clause: int) -> bool:
    tree = matcher.tree
    told = [clause, *tree.kids(clause, "dobj", "attr", "acomp", "advmod", "oprd"), *(q for _, q in tree.preps(clause))]
    told += [q for one in told[1:] for prep, q in tree.preps(one) if prep == "of"]  # "an act of war"
    return any(map(matcher.is_answering, told))


def _is_judged(matcher: Matcher, hit: Hit, owner: int) -> bool:
    """Say whether others are only to judge a deed: "called on the world to condemn the invasion"."""
    for place in matcher.tree.climb(hit.i) if hit.frame.is_noun else ():
        if place == owner:
            return False
        inner = matcher.find(place)
        if inner is not None and not inner.frame.is_noun and inner.frame.type in _JUDGING:
            return True
    return False
