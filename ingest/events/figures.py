"""Tells words of war that sport, trade and quarrels borrow from war itself."""

from graph.model import Report
from ingest.events.selection import Draft
from ingest.events.standing import Standing
from ingest.events.tree import Tree

_PLACES = frozenset(("GPE", "NORP", "LOC", "FAC"))
_ENDS = ("an", "er", "ese", "i")  # of a word for one of a nation
_TAKING = frozenset(("", "abduct"))  # modes of words of sport: "captured the yellow jersey"


class Figures:
    """Knows the figures of speech of one document."""

    def __init__(self, tree: Tree, standing: Standing) -> None:
        """Take the tree of the document and who in it has a part in public life."""
        self._tree, self._standing, self._words = tree, standing, standing.words

    def is_borrowed(self, report: Report, draft: Draft) -> bool:
        """Say whether the word of a report is one of violence that private life borrows."""
        return report.type == "ASSAULT" and self._tree.tokens[draft.hit.i].lemma in self._words.borrowed

    def tells(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether a borrowed word of tokens first to last (excluded) does nobody any violence."""
        hit, actors, recipients, standing = draft.hit, draft.roles.actors, draft.roles.recipients, self._standing
        if not actors and hit.frame.is_noun:
            is_bare = not (report.mode or report.tolls or report.weapon or standing.topic.has_politics)
            is_bare = is_bare and (self._is_of_match(first, last) or not standing.names_party(first, last))
            return is_bare and (self._is_of_match(first, last) or standing.is_of_everyday(first, last))
        is_so = any(map(standing.is_of_private, actors)) and all(map(standing.is_no_party, actors))
        return is_so and not self._is_blow(hit.i, recipients, first, last)

    def is_played(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether a deed is a game's, or done to what cannot die: "a mock battle", "is killing small mills"."""
        if report.type == "THREATEN":
            return self._is_danger(report, draft)
        if report.type != "ASSAULT" or report.tolls or report.weapon:
            return False
        tokens, i = self._tree.tokens, draft.hit.i
        before = self._tree.kids(i, "amod", "compound")
        if draft.hit.frame.is_noun and any(tokens[c].lemma.lower() in self._words.sham for c in before):
            return True
        return self._is_of_things(report, draft) or self._is_of_sport(report, draft, first, last)

    def _is_danger(self, report: Report, draft: Draft) -> bool:
        """Say whether what threatens is nobody and no weapon: "rising seas threaten to swallow the island"."""
        heads, topic = draft.roles.actors, self._standing.topic
        is_peril = all(topic.is_natural(head) or self._tree.tokens[head].lemma in self._words.perils for head in heads)
        return bool(heads) and is_peril and not report.actors

    def _is_of_things(self, report: Report, draft: Draft) -> bool:
        """Say whether what is killed is a trade or a thing: "cheap imports are killing small mills"."""
        is_deadly = self._tree.tokens[draft.hit.i].lemma in self._words.deadly and not draft.hit.frame.is_noun
        heads = draft.roles.recipients
        if not is_deadly or report.recipients or report.actors or not heads:
            return False
        return all(self._standing.topic.is_of_things(head) for head in heads)

    def _is_of_sport(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether a sentence of sport tells it of a player by nation: "the Kenyan attacked on the last climb"."""
        tokens, standing = self._tree.tokens, self._standing
        if report.mode not in _TAKING or not standing.has_word(first, last, self._words.athletes):
            return False
        own = {draft.hit.i, *draft.hit.parts}
        aside = self._words.soft | self._words.borrowed
        if any(standing.topic.speaks(i, but=aside) for i in range(first, last) if i not in own):
            return False
        actors = draft.roles.actors
        if not actors or standing.topic.has_politics or not all(map(self._is_player, actors)):
            return False
        struck = [tokens[one] for one in (*self._tree.kids(draft.hit.i, "dobj"), *draft.roles.recipients)]
        return not any(one.lemma in self._words.sights or self._is_place(one.i) for one in struck)

    def _is_of_match(self, first: int, last: int) -> bool:
        """Say whether tokens first to last (excluded) speak of sport."""
        told = {self._tree.tokens[i].lemma for i in range(first, last)} & self._words.athletes
        is_sport = any(self._standing.topic.domain_of(i) == "sport" for i in range(first, last))
        return is_sport or len(told) > 1

    def _is_place(self, i: int) -> bool:
        return self._tree.tokens[i].entity in _PLACES and not self._is_player(i)

    def _is_player(self, i: int) -> bool:
        """Say whether token i is one person told by nation, or somebody private: "the Kenyan"."""
        token = self._tree.tokens[i]
        is_one = token.entity == "NORP" and token.tag in ("NN", "NNP", "JJ") and token.text.endswith(_ENDS)
        return (is_one and bool(self._tree.kids(i, "det"))) or self._standing.is_private(i)

    def _is_blow(self, i: int, recipients: tuple[int, ...], first: int, last: int) -> bool:
        """Say whether violence may be meant: it is against somebody or something to touch, or of nations and places."""
        tokens = self._tree.tokens
        struck = [tokens[one].lemma for one in self._tree.kids(i, "dobj", "nsubjpass")]
        is_of_place = any(one.entity in _PLACES for one in tokens[first:last])
        return bool(recipients) or is_of_place or any(one in self._words.sights for one in struck)
