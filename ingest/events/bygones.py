"""Tells what lies long back and is only told of a life, a relic or a feast from what history news is about."""

from datetime import date

from graph.model import Report
from ingest.document import Token
from ingest.events.selection import Draft
from ingest.events.standing import Standing
from ingest.events.tree import Tree

_LONG_AGO = 50  # years
_TIMES = ("npadvmod", "prep", "advmod", "pobj")
_WORLD_WAR = frozenset(("world", "war"))
_MANY = frozenset(("centuries", "thousand", "thousands", "hundred"))  # years
_ASIDE = frozenset(("advcl", "relcl", "acl", "pobj", "dobj", "prep", "attr", "conj"))
_NAMING = ("amod", "compound", "poss", "nmod")


class Bygones:
    """Knows what one document tells of the past."""

    def __init__(self, tree: Tree, standing: Standing, day: date | None) -> None:
        """Take the tree of the document, who in it has a part in public life, and its day."""
        self._tree, self._standing, self._day = tree, standing, day
        self._topic, self._words = standing.topic, standing.words

    def tells(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether a deed is of a life that is told, of an age long past, or recalled for what is left of it."""
        words, tokens, i = self._words, self._tree.tokens, draft.hit.i
        joined = [tokens[i].head, *self._tree.kids(i, "conj")]
        if self._tree.is_verbal(i) and any(tokens[one].lemma in words.living for one in joined):
            return not self._topic.has_politics
        if self._is_of_age(draft) or self._is_of_people_past(draft, first, last):
            return True
        above = [tokens[one] for one in self._tree.climb(i) if one != i]
        is_relic = any(one.lemma in words.relics for one in above)
        if is_relic and any(one.lemma in words.showing and one.pos == "VERB" for one in above):
            return True
        when = report.when.last
        if when is None or self._day is None or self._day.year - when.year < _LONG_AGO:
            return False
        if (
            is_relic
            or self._is_of_relic(draft)
            or self._is_of_life(above, {tokens[i].dep, *(one.dep for one in above[:-1])})
        ):
            return True
        return not self._topic.is_steeped and any(one.pos == "NOUN" and self._standing.is_folk(one.i) for one in above)

    def _is_of_age(self, draft: Draft) -> bool:
        """Say whether a deed, or who did it, is told by an age of the past: "the Viking raids"."""
        tree, words, tokens = self._tree, self._words, self._tree.tokens
        heads = (draft.hit.i, *draft.roles.actors)
        before = {c for head in heads for c in tree.kids(head, *_NAMING)}
        if any(tokens[c].lemma.lower() in words.eras for c in (*before, *draft.roles.actors)):
            return True
        struck = (c for head in tree.kids(draft.hit.i, "dobj", "nsubjpass") for c in tree.subtree(head))
        if {tokens[c].lemma.lower() for c in struck} >= _WORLD_WAR:  # "a bomb from World War Two was found"
            return True
        return any(self._is_long_ago(c) for c in tree.kids(draft.hit.i, *_TIMES))

    def _is_long_ago(self, i: int) -> bool:
        """Say whether what tells a time is an age or centuries back: "in the Middle Ages", "a thousand years ago"."""
        told = [self._tree.tokens[c] for c in self._tree.subtree(i)]
        texts = {one.text.lower() for one in told}
        if not all(one.entity in ("DATE", "") for one in told):
            return False
        return not texts.isdisjoint(self._words.bygone) or ("ago" in texts and not texts.isdisjoint(_MANY))

    def _is_of_people_past(self, draft: Draft, first: int, last: int) -> bool:
        """Say whether a noun without parties stands with a people of the past: "the Inca fort fell after a siege"."""
        tokens, words = self._tree.tokens, self._words
        if not draft.hit.frame.is_noun or draft.roles.actors or draft.roles.recipients or self._topic.has_politics:
            return False
        return any(tokens[i].lemma.lower() in words.eras for i in range(first, last))

    def _is_of_life(self, above: list[Token], deps: set[str]) -> bool:
        """Say whether a deed stands by the way where somebody's life is told: "the sculptor fled after troops came"."""
        if not above or not self._tree.is_verbal(above[-1].i) or not _ASIDE.issuperset(deps):
            return False
        subjects = self._tree.kids(above[-1].i, "nsubj", "nsubjpass")
        return bool(subjects) and all(map(self._standing.is_private, subjects)) and above[-1].tag == "VBD"

    def _is_of_relic(self, draft: Draft) -> bool:
        """Say whether a building or thing that still stands is what was struck: "the cathedral was bombed in 1940"."""
        struck = self._tree.kids(draft.hit.i, "nsubjpass")
        return any(self._tree.tokens[one].lemma in self._words.relics for one in struck)
