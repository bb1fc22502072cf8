"""Finds the names that stand where a place can stand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ingest.actors.folding import words_of
from ingest.document import PLACE_ENTITIES, Document, Sentence, Token
from ingest.places.build import Row
from ingest.places.datelines import dateline_end
from ingest.places.struck import is_struck
from ingest.words import is_adjective

_NEVER = frozenset({"DATE", "TIME", "LANGUAGE", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "NORP"})
_SMALL_WORDS = frozenset({"DET", "PRON", "ADP", "VERB"})
_MODIFIERS = frozenset({"compound", "nmod", "poss", "appos", "npadvmod", "conj"})
_KNOWN = 30_000
_GREAT = 300_000


class Slot(NamedTuple):
    """Tokens first to last that may name a place; is_sure where preposition and model agree that they do."""

    first: int
    last: int
    rows: tuple[int, ...]
    is_sure: bool


class Slots:
    """Finds slots by the names of the table of places."""

    def __init__(
        self, rows: Sequence[Row], names: Mapping[str, tuple[int, ...]], words: dict[str, frozenset[str]]
    ) -> None:
        """Take the table and the word lists."""
        self.rows, self.names, self.words = rows, names, words

    def is_part(self, document: Document, i: int) -> bool:
        """Say whether a compass word stands before a name."""
        is_owned = i > 1 and document.tokens[i - 2].dep == "case"  # "of Chad's southern Lac region" Chad is the whole
        return i > 0 and not is_owned and document.tokens[i - 1].text.lower() in self.words["compass"]

    def preposition(self, document: Document, i: int) -> Token | None:
        """Give the preposition a token hangs on, past compounds and conjunctions; of "the town of" the one before."""
        token = document.tokens[i]
        titled: Token | None = None
        for _ in range(6):
            head = document.tokens[token.head]
            if head.i == token.i:
                break
            if head.pos == "ADP" and token.dep in ("pobj", "pcomp"):
                noun = document.tokens[head.head]
                if head.lemma != "of" or noun.lemma not in self.words["kinds"]:
                    return head
                titled, head = head, noun
            elif token.dep not in _MODIFIERS:
                break
            token = head
        return titled

    def slots(self, document: Document, closed: frozenset[int]) -> Iterator[Slot]:
        """Give the names that stand in place slots, from left to right, the longest that the table knows."""
        for sentence in document.sentences:
            i = sentence.first
            while i < sentence.last:
                slot = self._slot(document, sentence, i, closed) if i not in closed else None
                if slot:
                    yield slot
                i = slot.last if slot else i + 1

    def _slot(self, document: Document, sentence: Sentence, i: int, closed: frozenset[int]) -> Slot | None:
        """Give the place name that begins at token i."""
        token = document.tokens[i]
        whole = self._labelled_end(document, sentence, i, closed)
        is_told = self._is_town(document, i) or self._is_kind_told(document, i, whole)
        if not token.text[:1].isupper() or (token.entity in _NEVER and not is_told):
            return None
        if self._is_epithet(document, i):
            return None
        first, last = i, i + 1
        rows: tuple[int, ...] = ()
        words: list[str] = []
        for end in range(i, min(sentence.last, i + 6)):
            if end in closed:
                break
            words += words_of(document.tokens[end].text)
            known = self.names.get(" ".join(words))
            if known and document.tokens[end].text[:1].isalnum():
                last, rows = end + 1, known
        is_cut = rows and last < whole and document.tokens[last - 1].dep == "compound"  # "Bara" of "Bara Sud"
        street = document.tokens[last] if rows and last < sentence.last else None
        if street and street.pos == "PROPN" and street.text in self.words["streets"] and last not in closed:
            last, rows = last + 1, self.names.get(" ".join(words_of(document.text[token.start : street.end])), ())
        elif not rows or (is_cut and last <= document.tokens[last - 1].head < whole):
            last, rows = whole, ()
        if rows and self._is_rest_of_name(document, i, last, closed):  # "Batna" of "Kafr Batna"
            first, rows = i - 1, ()
        is_placed = self.preposition(document, last - 1) is not None or i < dateline_end(document, sentence)
        noun = document.tokens[document.tokens[last - 1].head]
        is_titled = document.tokens[last - 1].dep == "compound" and noun.lemma.lower() in self.words["kinds"]
        is_site = (
            last - first > 1 and document.tokens[last - 1].lemma in self.words["kinds"]
        )  # "reopened the X crossing"
        is_placed = is_placed or is_titled or is_site or is_struck(document.tokens, last - 1, self.words)
        is_labelled = token.entity in PLACE_ENTITIES or (is_titled and token.pos == "PROPN" and noun.i == last)
        is_labelled = is_labelled or self._is_kind_told(document, first, last)
        is_name = token.pos == "PROPN" or (last - first > 1 and document.tokens[last - 1].pos == "PROPN")
        if not is_name and (token.pos in _SMALL_WORDS or not is_labelled):
            return None
        if not is_labelled and not (is_placed and rows):
            return None
        return Slot(first, last, rows, is_labelled and is_placed)

    def _is_rest_of_name(self, document: Document, i: int, last: int, closed: frozenset[int]) -> bool:
        """Say whether a name the table knows is only the last word of a longer one that it does not."""
        before = document.tokens[i - 1] if i and last == i + 1 else None
        if before is None or before.i in closed or before.pos != "PROPN" or not before.text[:1].isupper():
            return False
        is_part = before.dep == "compound" and before.head == i and before.text.lower() not in self.words["compass"]
        is_name = before.entity in ("", "ORG", *PLACE_ENTITIES) and before.lemma.lower() not in self.words["kinds"]
        is_known = before.text.lower() in self.words["beside-names"] or self._is_epithet(document, before.i)
        return is_part and is_name and not is_known

    def _is_epithet(self, document: Document, i: int) -> bool:
        """Say whether an adjective stands with a capital before the bare name of a great town: "Colonial Bogota"."""
        token = document.tokens[i]
        word, town = token.text.lower(), document.tokens[token.head]
        if token.dep != "compound" or town.i != i + 1 or word in self.words["renaming"]:
            return False
        known, both = (self.names.get(" ".join(words_of(name)), ()) for name in (town.text, f"{word} {town.text}"))
        is_great = any(self.rows[row][5] == "town" and self.rows[row][6] >= _GREAT for row in known)
        return is_great and not both and is_adjective(word)

    def _is_town(self, document: Document, i: int) -> bool:
        """Say whether a name that the model takes for a people is a known town by where it stands: "in Omdurman"."""
        token = document.tokens[i]
        before = document.tokens[token.head]
        is_there = token.dep == "pobj" and before.lemma in self.words["inside"] and token.i == before.i + 1
        known = self.names.get(" ".join(words_of(token.text)), ())
        is_large = any(self.rows[row][5] == "town" and self.rows[row][6] >= _KNOWN for row in known)
        return token.entity == "NORP" and token.tag == "NNP" and is_there and is_large

    def _is_kind_told(self, document: Document, first: int, last: int) -> bool:
        """Say whether a name is a place's by the noun before it: "the village of X", whatever the model takes X for."""
        token = document.tokens[last - 1]
        of = document.tokens[token.head]
        is_behind = token.dep == "pobj" and of.lemma == "of" and of.i == first - 1 and token.tag == "NNP"
        return is_behind and document.tokens[of.head].lemma in self.words["town-kinds"]

    def _labelled_end(self, document: Document, sentence: Sentence, i: int, closed: frozenset[int]) -> int:
        """Give where a name of one label that no table knows ends."""
        end, label = i + 1, document.tokens[i].entity
        while label and end < sentence.last and end not in closed and document.tokens[end].entity == label:
            end += 1
        while end > i + 1 and not document.tokens[end - 1].text[:1].isupper():
            end -= 1
        return end


def name_of(document: Document, slot: Slot) -> str:
    """Give the folded name of a slot."""
    return " ".join(word for token in document.tokens[slot.first : slot.last] for word in words_of(token.text))
