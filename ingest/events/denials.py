"""Tells what denies no deed: that nobody was hurt, that none will be borne, that one was planned or is not to be."""

from ingest.events.matcher import Hit
from ingest.events.tree import Tree
from ingest.events.words import StatusWords

_HARMING = frozenset(("ASSAULT", "COERCE"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
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

    def _is_not_borne(self, i: int) -> bool:
        """Say whether somebody only says not to bear what noun i tells: "would tolerate no attack on France"."""
        tree = self._tree
        below, is_none = i, False
        while tree.tokens[below].dep in _LINKS and not tree.is_verbal(below):
            is_none = is_none or any(tree.tokens[word].lemma in ("no", "any") for word in tree.kids(below, "det"))
            below = tree.tokens[below].head
        is_ahead = tree.has_to(below) or any(tree.tokens[helper].tag == "MD" for helper in tree.auxiliaries(below))
        is_refused = bool(tree.kids(below, "neg")) or is_none
        return tree.is_verbal(below) and tree.tokens[below].lemma in self._own.bearing and is_refused and is_ahead

    def is_refused(self, i: int, owner: int) -> bool:
        """Say whether a request is that deed i, or what is above it, be not done: "asked them not to accept a coup"."""
        tree = self._tree
        for place in (i, *tree.climb(i)):
            if place == owner:
                return False
            if tree.is_verbal(place) and any(tree.tokens[word].lemma == "not" for word in tree.kids(place, "neg")):
                return True
        return False

    def is_mere_plan(self, i: int, owner: int) -> bool:
        """Say whether a charge is only of planning deed i, not said to be done: "accused Chad of planning a raid".

        A deed that is known, "the raid" or "his murder", was done.
        """
        tree = self._tree
        is_named = any(tree.tokens[word].lemma in _DEFINITE for word in tree.kids(i, "det"))
        if not tree.is_verbal(i) and (is_named or tree.kids(i, "poss")):
            return False
        for place in (i, *tree.climb(i)):
            if place == owner:
                return False
            if tree.tokens[place].lemma in self._own.scheming:
                return True
        return False
