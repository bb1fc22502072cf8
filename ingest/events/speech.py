"""Finds who is quoted as the source of what a sentence tells."""

from collections.abc import Iterator

from ingest.events.tree import Tree
from ingest.events.words import EventWords

_CLAUSES = frozenset(("ccomp", "conj", "xcomp", "advcl", "parataxis", "dep", "pcomp", "acl"))


class Speech:
    """Who says what, in one document."""

    def __init__(self, tree: Tree, words: EventWords) -> None:
        """Take the document's tree and the verbs of saying."""
        self._tree, self._words = tree, words
        self._introducing = words.speech | words.claim | words.deny | words.plan | words.subject_control
        self._verbs = words.speech | words.claim | words.deny

    def _verbs_over(self, i: int) -> Iterator[int]:
        tokens = self._tree.tokens
        below = i
        for place in self._tree.climb(i):
            is_clause = tokens[below].dep in ("ccomp", "parataxis", "pcomp") or (
                tokens[below].dep == "xcomp" and self._tree.is_passive(place)
            )
            if is_clause and tokens[place].lemma in self._verbs and self._tree.is_verbal(place):
                yield place
            below = place
        for child in self._tree.kids(below, "parataxis"):
            if tokens[child].lemma in self._verbs and child != i:
                yield child

    def speaker(self, i: int) -> int | None:
        """Give who says what token i tells, as the token that heads the phrase."""
        for verb in self._verbs_over(i):
            said_by = self._tree.agent(verb)
            if said_by is not None:
                return said_by
        return self._according_to(i)

    def _according_to(self, i: int) -> int | None:
        """Give the source named by "according to", on the event's own clause or one above it."""
        tree, tokens = self._tree, self._tree.tokens
        for place in (i, *tree.climb(i)):
            for child in tree.kids(place, "prep"):
                if tokens[child].lemma in ("accord", "according"):
                    for to in tree.kids(child, "prep"):
                        for governed in tree.kids(to, "pobj"):
                            return governed
        return None

    def referent(self, i: int, trigger: int) -> int:
        """Give the speaker for a pronoun in reported speech ("he said they would attack"), else i."""
        tree, tokens = self._tree, self._tree.tokens
        if tokens[i].pos != "PRON" or tokens[i].lemma not in ("it", "he", "she", "they", "we", "i"):
            return i
        place = trigger
        while tokens[place].dep in _CLAUSES and tokens[place].head != place:
            place = tokens[place].head
            said = tokens[place].lemma
            if tokens[place].pos == "VERB" and said in self._introducing:
                speaker = tree.surface_subject(place)
                is_one = speaker is not None and tokens[speaker].entity == "PERSON" and not tree.kids(speaker, "conj")
                if is_one and tokens[i].text.lower() in ("them", "it") and tokens[i].dep != "nsubj":
                    return i  # "Paz said the army did not protect them" is about others
                if speaker is not None and tokens[speaker].pos != "PRON":
                    return speaker
        return i
