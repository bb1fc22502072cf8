"""Tells violence between private people, which courts try as common crime, from violence that conflict news tells."""

from collections.abc import Iterator

from graph.model import Report
from ingest.events.domains import DOUBTFUL, PUBLIC
from ingest.events.selection import Draft
from ingest.events.standing import Standing
from ingest.events.tree import NAMES, Tree

_MODES = frozenset(("", "beat", "firearms", "primitive", "sexual", "targeted", "abduct", "destroy"))
_MOST = 5  # victims: more are news whoever did it
_NAMING = ("amod", "compound", "nmod", "poss", "appos")


class Felonies:
    """Knows the common crimes of one document."""

    def __init__(self, tree: Tree, standing: Standing) -> None:
        """Take the tree of the document and who in it has a part in public life."""
        self._tree, self._standing, self._words = tree, standing, standing.words

    def tells(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether the violence of a draft in tokens first to last (excluded) is a common crime.

        Nobody in it may be of public life, of a nation or a trade that is often persecuted, nobody may be named, and
        the sentence must speak of a trial, of robbery or of kin: "jailed for poisoning two of her patients".
        """
        if report.type != "ASSAULT" or report.mode not in _MODES or report.status.value in ("denied", "threatened"):
            return False
        if any((toll.low or 0) > _MOST for toll in report.tolls.values()):
            return False
        if self._standing.has_word(first, last, self._words.grave):
            return False
        roles, own = draft.roles, {draft.hit.i, *draft.hit.parts}
        if not all(map(self._is_culprit, roles.actors)) or not all(map(self._is_victim, roles.recipients)):
            return False
        if any(self._speaks(i) for i in range(first, last) if i not in own):
            return False
        is_of_two = self._is_of_one(roles.actors) and self._is_of_one(roles.recipients)
        return is_of_two or self._is_of_kin(draft) or self._is_tried(roles.actors, first, last)

    def _is_tried(self, actors: tuple[int, ...], first: int, last: int) -> bool:
        """Say whether tokens first to last (excluded) tell of a trial or a robbery, or that somebody private did it."""
        standing = self._standing
        if standing.has_word(first, last, self._words.trials):
            return True
        is_folk = bool(actors) and all(map(standing.is_of_private, actors))
        return is_folk and standing.has_word(first, last, self._words.lawful)

    def _is_of_one(self, heads: tuple[int, ...]) -> bool:
        """Say whether heads are one private person without a name: "a woman who kidnapped a baby"."""
        tokens = self._tree.tokens
        told = [tokens[head] for head in heads]
        return len(told) == 1 and all(one.tag == "NN" and self._is_anybody(one.i) for one in told)

    def _is_anybody(self, head: int) -> bool:
        is_one = self._tree.tokens[head].lemma in self._words.single or self._standing.is_private(head)
        return is_one and not self._tree.kids(head, "amod") and bool(self._tree.kids(head, "det", "poss"))

    def _is_of_kin(self, draft: Draft) -> bool:
        """Say whether somebody's own family did it: "by his brothers"."""
        tokens = self._tree.tokens
        by = (i for prep, i in self._tree.preps(draft.hit.i) if prep == "by")
        kin = (i for i in (*draft.roles.actors, *by) if tokens[i].lemma in self._words.family)
        return any(tokens[c].tag == "PRP$" for i in kin for c in self._tree.children[i])

    def _is_culprit(self, head: int) -> bool:
        """Say whether a head may have done a common crime: nobody, somebody private, or men told only by that."""
        is_told_so = self._tree.tokens[head].lemma in self._words.felons
        return not self._is_of_nation(head) and (is_told_so or self._standing.is_no_party(head))

    def _is_victim(self, head: int) -> bool:
        """Say whether a head may have suffered a common crime: somebody private, without a name."""
        token = self._tree.tokens[head]
        if token.lemma in self._words.persecuted or self._is_of_nation(head):
            return False
        is_named = token.pos == "PROPN" and not self._standing.is_private(head)
        return not is_named and self._standing.is_no_party(head)

    def _is_of_nation(self, head: int) -> bool:
        near = self._near(head)
        return any(self._tree.tokens[c].entity in NAMES or self._speaks(c) for c in near)

    def _near(self, head: int) -> Iterator[int]:
        return (c for c in self._tree.children[head] if self._tree.tokens[c].dep in _NAMING)

    def _speaks(self, i: int) -> bool:
        """Say whether token i is a word of conflict or politics that reports of crime do not use."""
        topic, token = self._standing.topic, self._tree.tokens[i]
        if token.entity == "NORP":
            return True
        domain = topic.domain_of(i)
        if domain not in (PUBLIC, DOUBTFUL) or (token.pos in ("VERB", "ADV") and domain == DOUBTFUL):
            return False
        return token.lemma not in self._words.soft | self._words.felonious
