"""Reads tolls told as a count that moves or stands: "the number of people killed rose to 31", "a death toll of 17"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph.model import Toll
from ingest.document import Token
from ingest.events.quantities import Quantities, bounds, count_of
from ingest.events.tree import Tree

_TO = frozenset(("to", "at"))
_WORDS_BEFORE = 3  # "to at least 31", "to no fewer than 31"
_QUALIFYING = frozenset(("ADV", "ADJ", "ADP", "DET", "SCONJ"))
_UNSURE = frozenset(("MD", "VB"))  # "could rise", "is expected to rise"


@dataclass(frozen=True, slots=True)
class TallyWords:
    """Lemmas of counts and of what they do. tolls: count the dead themselves; counts: count whom "of" names.

    moves: go or are brought to a number, or stand at one; meets: have it as object; passes: leave it behind.
    shares: make a number one of parts; deaths, whom: nouns of death, and words for the dead or for people.
    """

    tolls: frozenset[str]
    counts: frozenset[str]
    moves: frozenset[str]
    meets: frozenset[str]
    passes: frozenset[str]
    shares: frozenset[str]
    deaths: frozenset[str]
    whom: frozenset[str]


def tally_words(tables: dict[str, Any]) -> TallyWords:
    """Give the words of the tables whose names begin with "tally-", and those for the dead and for people."""
    names = ("tolls", "counts", "moves", "meets", "passes", "shares")
    killed = tables["killed"]
    return TallyWords(
        **{name: frozenset(tables[f"tally-{name}"]["words"].split()) for name in names},
        deaths=frozenset(killed["nouns"].split()),
        whom=frozenset(f"{killed['states']} {tables['people']['words']}".split()),
    )


class Tally(NamedTuple):
    """What a count has come to: number is the token that tells it. is_own: it stands after "of", with no verb."""

    number: int
    toll: Toll
    is_own: bool = False


class Tallies:
    """Reads the counts of one document."""

    def __init__(self, tree: Tree, words: TallyWords, quantities: Quantities) -> None:
        """Take the document's tree, and the words of counts and quantity."""
        self._tree, self._words, self._quantities = tree, words, quantities

    def is_toll(self, i: int) -> bool:
        """Say whether token i counts the dead by itself: "toll" of "the death toll"."""
        return self._tree.tokens[i].lemma in self._words.tolls

    def counted(self, i: int) -> tuple[int, int] | None:
        """Give the people a count names and the count, where token i is one of the two; else None."""
        tree, tokens, counts = self._tree, self._tree.tokens, self._words.counts
        if tokens[i].lemma in counts:
            of = [q for prep, q in tree.preps(i) if prep == "of"]
            return (of[0], i) if of else None
        preposition = tokens[tokens[i].head]
        is_of = tokens[i].dep == "pobj" and preposition.text == "of" and tokens[preposition.head].lemma in counts
        return (i, preposition.head) if is_of else None

    def is_under(self, i: int) -> bool:
        """Say whether the deed at token i only tells what a count that has come to a number counts."""
        over = [i, *self._tree.climb(i)]
        words = self._words.tolls | self._words.counts
        count = next((place for place in over if self._tree.tokens[place].lemma in words), None)
        tally = self.tally(count) if count is not None else None
        return tally is not None and not tally.is_own

    def tally(self, i: int) -> Tally | None:
        """Give what the count at token i has come to; None where nothing says so, or it only may."""
        tree, verb = self._tree, self._tree.tokens[self._tree.tokens[i].head]
        if self.is_toll(i):
            is_deadly = any(tree.tokens[k].lemma in self._words.deaths for k in tree.kids(i, "compound"))
            for number in (q for prep, q in tree.preps(i) if prep == "of"):
                if is_deadly and (found := self._read(number)) is not None:
                    return found._replace(is_own=True)
        if not tree.is_verbal(verb.i) or not self._is_fact(verb):
            return None
        if verb.lemma in self._words.moves:
            return next(self._after(verb), None)
        if verb.lemma in self._words.meets | self._words.passes:
            return self._met(verb)
        return None

    def _is_fact(self, verb: Token) -> bool:
        aux = [self._tree.tokens[k] for k in self._tree.kids(verb.i, "aux", "neg")]
        return not any(word.tag in _UNSURE or word.dep == "neg" for word in aux if word.text != "to") and (
            verb.tag != "VB" or not any(word.text == "to" for word in aux)
        )

    def _after(self, verb: Token) -> Iterator[Tally]:
        """Give the numbers after "to" or "at" in the clause of a verb."""
        tokens = self._tree.tokens
        for i in range(verb.i + 1, self._tree.document.sentence_at(verb.i).last):
            if tokens[i].text in {",", ";"} or tokens[i].dep == "cc":
                return
            if tokens[i].text in _TO and self._is_in_clause(i, verb.i) and (number := self._number_after(i)):
                toll = bounds(self._tree, self._quantities, number)
                if toll is not None:
                    yield Tally(number[-1], toll)

    def _is_in_clause(self, i: int, verb: int) -> bool:
        """Say whether token i hangs on a verb with no other between but a participle: "took those killed to 412"."""
        tree = self._tree
        over = list(tree.climb(i))
        between = over[: over.index(verb)] if verb in over else [i]
        return verb in over and not any(tree.is_verbal(k) and tree.tokens[k].dep != "acl" for k in between)

    def _number_after(self, i: int) -> list[int] | None:
        """Give the words of the number right after a preposition: "at least 2 million"; None where there is none."""
        tokens = self._tree.tokens
        first = i + 1
        while first < min(i + 1 + _WORDS_BEFORE, len(tokens)) and tokens[first].pos in _QUALIFYING:
            first += 1
        last = first
        while last < len(tokens) and tokens[last].pos == "NUM":
            last += 1
        if first == last or (self._tree.is_time(first) and not self._is_misread(i, last)):
            return None
        return None if last < len(tokens) and self._is_of_things(last) else list(range(first, last))

    def _is_misread(self, i: int, end: int) -> bool:
        """Say whether a number before token end is no day, though one was read: "Wednesday to 31"."""
        return self._tree.is_time(i) and not (end < len(self._tree.tokens) and self._tree.is_time(end))

    def _met(self, verb: Token) -> Tally | None:
        for number in self._tree.kids(verb.i, "dobj", "attr"):
            found = self._read(number)
            if found is not None:
                is_passed = verb.lemma in self._words.passes
                return Tally(number, Toll(found.toll.low, None)) if is_passed else found
        return None

    def _is_of_things(self, i: int) -> bool:
        """Say whether the token behind a number makes it no number of people: "12 villages", "200 per cent"."""
        token = self._tree.tokens[i]
        is_noun = token.pos in ("NOUN", "PROPN", "SYM") and not self._is_whom(i)
        return is_noun or token.lemma in self._words.shares

    def _is_whom(self, i: int) -> bool:
        return self._tree.tokens[i].lemma in self._words.whom

    def _read(self, i: int) -> Tally | None:
        """Give the number of a phrase that says one, of people: "31", "31 people", "more than 120"."""
        is_told = self._tree.tokens[i].pos == "NUM" or (bool(self._tree.kids(i, "nummod")) and self._is_whom(i))
        if not is_told or self._tree.is_time(i):
            return None
        toll = count_of(self._tree, self._quantities, i)
        return Tally(i, toll) if toll is not None else None
