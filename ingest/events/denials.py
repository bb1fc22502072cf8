"""Tells what denies no deed: that nobody was hurt, that none will be borne, that one was planned or is not to be."""

from collections.abc import Iterator

from ingest.events.effects import Harm
from ingest.events.matcher import Hit
from ingest.events.tree import Tree
from ingest.events.words import StatusWords

_HARMING = frozenset(("ASSAULT", "COERCE"))
_LINKS = frozenset(("dobj", "pobj", "prep", "conj"))


class Denials:
    """Reads, for one document, what is told as not done without anybody's denying that it was."""

    def __init__(self, tree: Tree, own: StatusWords) -> None:
        """Take the document's tree and the words of status."""
        self._tree, self._own = tree, own

    def denies_none(self, hit: Hit) -> bool:
        """Say whether a hit is told as of nobody, or as what will not be borne: "nobody was killed"."""
        if hit.frame.type not in _HARMING:
            return False
        return self._is_not_borne(hit.i) if hit.frame.is_noun else self._is_of_none_harmed(hit.i)

    def _is_of_none_harmed(self, i: int) -> bool:
        """Say whether verb i says that it was done to nobody: "nobody was killed", "no soldiers were hurt"."""
        tree = self._tree
        words = (word for one in tree.kids(i, "nsubjpass") for word in (one, *tree.kids(one, "det", "preconj")))
        return any(tree.tokens[word].lemma in self._own.nobody | {"no"} for word in words)

    def without_others(self, harms: list[Harm], own: set[int]) -> list[Harm]:
        """Give the harms of an event without those that befell nobody of another sort: "none of the hostages was hurt,
        but two guards were".

        own: the event's own words.
        """
        if all(harm.toll.high == 0 for harm in harms):
            return harms
        return [one for one in harms if one.head == one.word or one.word in own or not self._is_of_some(one.head)]

    def _is_of_some(self, i: int) -> bool:
        """Say whether noun or pronoun i says that nobody of a sort was harmed, which says nothing of others.

        "None of the hostages", "no soldiers"; but "nobody" and "no people" are all.
        """
        tree, token = self._tree, self._tree.tokens[i]
        if token.lemma in self._own.nobody:
            return any(prep == "of" for prep, _ in tree.preps(i))
        is_none = any(tree.tokens[word].lemma == "no" for word in tree.kids(i, "det"))
        return is_none and token.pos == "NOUN" and token.lemma not in self._own.anybody

    def _is_not_borne(self, i: int) -> bool:
        """Say whether somebody only says not to bear what noun i tells: "would tolerate no attack on France"."""
        return self._bearing(i) is not None and not self.is_known(i)

    def is_known(self, i: int) -> bool:
        """Say whether what somebody says not to bear was done: "must not tolerate the killing of men by its soldiers".

        None forgives but what was done: "would never forgive the killing of its general".
        """
        verb = self._bearing(i)
        if verb is None or not self._is_definite(i):
            return False
        is_done = any(prep == "by" for prep, _ in self._tree.preps(i))
        return is_done or self._tree.tokens[verb].lemma in self._own.forgiving

    def _bearing(self, i: int) -> int | None:
        """Give the verb by which somebody says not to bear what noun i tells."""
        tree = self._tree
        below, is_none = i, False
        while tree.tokens[below].dep in _LINKS and not tree.is_verbal(below):
            is_none = is_none or any(tree.tokens[word].lemma in ("no", "any") for word in tree.kids(below, "det"))
            below = tree.tokens[below].head
        if not tree.is_verbal(below) or tree.tokens[below].lemma not in self._own.bearing | self._own.forgiving:
            return None
        is_ahead = tree.has_to(below) or any(tree.tokens[helper].tag == "MD" for helper in tree.auxiliaries(below))
        return below if is_ahead and (is_none or tree.kids(below, "neg")) else None

    def _is_definite(self, i: int) -> bool:
        words = self._tree.words.definite
        is_named = any(self._tree.tokens[word].lemma in words for word in self._tree.kids(i, "det"))
        return is_named or bool(self._tree.kids(i, "poss"))

    def is_refused(self, i: int, owner: int) -> bool:
        """Say whether a request is that deed i, or what is above it, be not done: "asked them not to accept a coup".

        What is asked besides, with "to" of its own, is asked for: "not to advance and to withdraw".
        """
        tree = self._tree
        verbs = (place for place in self._path(i, owner) if tree.is_verbal(place))
        return any(tree.tokens[word].lemma == "not" for place in verbs for word in tree.kids(place, "neg"))

    def is_mere_plan(self, i: int, owner: int) -> bool:
        """Say whether a charge is only of planning deed i, not said to be done: "accused Chad of planning a raid".

        A deed that is known, "the raid", "his murder", "raids that killed ten", was done; so was one joined to a plan.
        """
        tree = self._tree
        if not tree.is_verbal(i) and (self._is_definite(i) or self._is_told_as_done(i)):
            return False
        return any(tree.tokens[place].lemma in self._own.scheming for place in self._path(i, owner))

    def _is_told_as_done(self, i: int) -> bool:
        """Say whether a clause in the past tells what noun i did: "bombings that killed 250 people"."""
        tree = self._tree
        words = (word for clause in tree.kids(i, "relcl") for word in (clause, *tree.auxiliaries(clause)))
        return any(tree.tokens[word].tag == "VBD" for word in words)

    def _path(self, i: int, owner: int) -> Iterator[int]:
        """Give i and what is above it up to an owner, without what one that stands for itself is only joined to."""
        tree = self._tree
        while i != owner:
            yield i
            while self._stands_for_itself(i):
                i = tree.tokens[i].head
            above = tree.tokens[i].head
            if owner == i or above == i:
                return
            i = above

    def _stands_for_itself(self, i: int) -> bool:
        """Say whether a word is joined to another and shares neither its "not" nor what it is of: "and to withdraw"."""
        token, tree = self._tree.tokens[i], self._tree
        if token.dep != "conj":
            return False
        return not tree.is_verbal(i) or tree.has_to(i) or not tree.has_to(token.head)
