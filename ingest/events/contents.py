"""Tells a deed that somebody wants ended or judged from one wanted: "urged them to stop recruiting children"."""

from ingest.events.answers import is_answered
from ingest.events.frames import CONFLICT
from ingest.events.matcher import Hit, Matcher
from ingest.events.status import StatusReader

_DEEDS = CONFLICT | {"ACCUSE"}
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
    if is_answered(matcher, hit, owner):
        return True
    is_kept_from = tree.has_to(hit.i) and bool(tree.kids(hit.i, "neg")) and bool(tree.kids(owner, "dobj"))
    return matcher.is_dissuading(outer) or is_kept_from  # "warned the West not to send tanks"


def _is_judged(matcher: Matcher, hit: Hit, owner: int) -> bool:
    """Say whether others are only to judge a deed: "called on the world to condemn the invasion"."""
    for place in matcher.tree.climb(hit.i) if hit.frame.is_noun else ():
        if place == owner:
            return False
        inner = matcher.find(place)
        if inner is not None and not inner.frame.is_noun and inner.frame.type in _JUDGING:
            return True
    return False
