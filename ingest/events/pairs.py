"""Tells whom "both sides", "the two" or "each party" mean: the two who last did something to each other."""

from collections.abc import Sequence

from graph.model import Actor, Argument, Kind, Report
from ingest.actors.kinds import FOLK
from ingest.document import Actors
from ingest.events.tree import Tree
from ingest.events.words import EventWords

_STATES = frozenset({Kind.COUNTRY, Kind.GOVERNMENT})
_NEAR = 4  # sentences back, where a text tells of several pairs


def is_both(tree: Tree, words: EventWords, i: int) -> bool:
    """Say whether a phrase means two known parties without naming them: "both sides", "the two", "each of them"."""
    token = tree.tokens[i]
    near = {tree.tokens[child].lemma for child in tree.kids(i, "det", "nummod", "amod", "predet", "preconj", "advmod")}
    if tree.kids(i, "poss", "prep", "compound", "relcl", "conj"):
        return False
    if token.lemma in ("both", "two"):
        is_bare = not tree.kids(i, "appos", "acl", "amod")
        is_subject = token.dep in ("nsubj", "nsubjpass")
        return is_bare and is_subject and (token.lemma == "both" or "the" in near)
    if token.lemma not in words.sides:
        return False
    is_two = bool(near & words.pairing) or ("two" in near and bool(near & words.definite))
    is_all = token.tag == "NNS" and bool(near & words.definite) and token.lemma in words.couples
    others = near - words.pairing - words.definite - words.opposed - {"two"}
    return (is_two or is_all) and not others


class Pairs:
    """Remembers who did something to each other while an article is coded."""

    def __init__(self, tree: Tree, words: EventWords, actors: Actors) -> None:
        """Take the document's tree, the word lists and the actors."""
        self._tree, self._words, self._actors = tree, words, actors
        self._known: list[tuple[int, tuple[Argument, Argument]]] = []

    def note(self, report: Report, sentence: int, doers: Sequence[int]) -> None:
        """Remember two parties of a report that did it to each other, where no third took part.

        doers: tokens of those told to do it.
        """
        is_mutual = bool(report.actors) and report.actors == report.recipients
        texts = {one.text for one in report.actors}
        if is_mutual and len(report.actors) == len(texts) == 2 >= len(doers):
            first, second = report.actors
            self._known.append((sentence, (first, second)))

    def meant(self, i: int) -> tuple[Argument, ...]:
        """Give the two parties a phrase means, each with the phrase's own words; none where that is not sure."""
        if not is_both(self._tree, self._words, i):
            return ()
        fitting = [(number, pair) for number, pair in self._known if self._fits(i, pair)]
        if not fitting:
            return ()
        number, last = fitting[-1]
        is_one = len({frozenset(one.actor for one in pair) for _, pair in fitting}) == 1
        if not is_one and self._tree.document.sentence_at(i).number - number > _NEAR:
            return ()
        start, end = self._tree.phrase(i)
        text = self._tree.document.text[start:end]
        return tuple(Argument(one.actor, text, start, end) for one in last)

    def _fits(self, i: int, pair: tuple[Argument, Argument]) -> bool:
        """Say whether two parties are of the sort a noun asks for: leaders, states, armies, or any."""
        lemma = self._tree.tokens[i].lemma
        kinds = [self._kind(one) for one in pair]
        if lemma in self._words.chiefs:
            return all(kind == Kind.PERSON for kind in kinds)
        if lemma in self._words.states:
            return all(kind in _STATES for kind in kinds)
        return not {Kind.PERSON, *FOLK} & set(kinds)

    def _kind(self, argument: Argument) -> str:
        actor: Actor = self._actors.by_id[argument.actor]
        return actor.kind
