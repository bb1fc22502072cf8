"""Tells harm that accidents and nature do from what somebody does to others."""

from ingest.events.crashes import is_attack, is_sent
from ingest.events.matcher import Hit
from ingest.events.roles import Roles
from ingest.events.topic import Topic
from ingest.events.tree import Tree
from ingest.events.words import EventWords

# What police and authorities do about an accident, and what is done about one by nobody who is named.
_AFTERMATH = frozenset(("REQUEST", "COERCE", "SANCTION", "ACCUSE", "THREATEN"))
_RESCUE = frozenset(("AID", "MOBILIZE"))
_HANGING = frozenset(("advcl", "acl", "xcomp", "relcl", "ccomp"))


class Mishaps:
    """Knows the accidents of one document."""

    def __init__(self, tree: Tree, words: EventWords, topic: Topic) -> None:
        """Take the document's tree, the word lists, and what it is about."""
        self._tree, self._words, self._topic = tree, words, topic

    def tells(self, hit: Hit, roles: Roles, first: int, last: int) -> bool:
        """Say whether harm in tokens first to last (excluded) was done by nobody, or an event is what police and
        authorities do about an accident."""
        actors, event_type, is_accident = roles.actors, hit.frame.type, self._topic.is_accident(first, last)
        if event_type == "ASSAULT" and (self._is_outcome(hit, first, last) or any(map(self._is_falling, actors))):
            return True
        if is_sent(self._tree, self._words, hit):
            return False
        if event_type == "ASSAULT" and all(map(self._topic.is_burst, actors)):
            return is_accident or (not actors and self._topic.is_mishap(hit.i))
        if event_type == "ASSAULT":
            return is_accident and self._topic.is_cause(hit.i)
        is_rescue = hit.frame.is_noun or self._tree.kids(hit.i, "nsubjpass") or self._topic.is_rescuing(hit.i)
        if event_type in _RESCUE and (is_rescue or actors):
            return is_accident and all(map(self._topic.is_helper, actors))
        if hit.frame.mode == "martial-law" or self._is_evacuation(hit):
            return is_accident
        return is_accident and event_type in _AFTERMATH and all(map(self._topic.is_of_police, actors))

    def _is_outcome(self, hit: Hit, first: int, last: int) -> bool:
        """Say whether harm is what an accident came to: "the bus plunged into a ravine, killing 17".

        Nothing else in the sentence may speak of violence but those harmed, and what something that crashed is of.
        """
        tree = self._tree
        if hit.frame.is_noun or not (hit.frame.kills or self._topic.is_harm(hit.i)):
            return False
        deed = hit.i
        while tree.tokens[deed].dep == "conj" and self._topic.is_harm(tree.tokens[deed].head):
            deed = tree.tokens[deed].head
        cause = tree.tokens[deed].head
        if tree.tokens[deed].dep not in _HANGING or not tree.is_verbal(cause) or not self._topic.is_cause(cause):
            return False
        if is_attack(tree, self._words, cause):
            return False
        aside = {place for one in tree.kids(deed, "dobj", "conj") for place in tree.subtree(one)}
        subject = tree.surface_subject(cause)
        if subject is not None:
            aside |= set(tree.kids(subject, "compound", "amod", "nmod", "poss"))
        return not any(self._topic.is_violent(place) for place in range(first, last) if place not in aside)

    def _is_evacuation(self, hit: Hit) -> bool:
        """Say whether people are got out of danger: "the evacuation of a town"."""
        return hit.frame.type == "RETREAT" and self._tree.tokens[hit.i].lemma in self._words.evacuation

    def _is_falling(self, actor: int) -> bool:
        """Say whether who did it is something in an accident: "killed by a falling branch"."""
        is_moving = any(self._topic.is_cause(one) for one in self._tree.kids(actor, "amod"))
        return self._tree.tokens[actor].pos == "NOUN" and is_moving
