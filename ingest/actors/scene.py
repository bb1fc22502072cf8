"""Holds what is known so far while the actors of one document are found."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from graph.model import Actor, Membership, Published
from ingest.actors.book import Book, Entry
from ingest.document import Document, Mention, Sentence

_LEAD = 1.5
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "npadvmod", "det"})


class Span(NamedTuple):
    """Tokens first to last (last excluded) that match a phrase, and what they may name.

    meaning and key are settled later: "org", "country", "adjective", "people", "seat", "region",
    "person" or "" with the id or ISO code.
    """

    first: int
    last: int
    entries: tuple[Entry, ...]
    meaning: str = ""
    key: str = ""


class Owner(NamedTuple):
    """Whose people are meant: an actor's id, "" where only the country is known, and where the words end.

    is_state: the country is meant as a state, not as where a town or region lies; is_seat: that town is
    the seat of its government; is_person: the owner is one person; is_place: it is only where they are;
    name: the words that name the place.
    """

    actor: str
    country: str
    last: int
    is_state: bool = True
    is_seat: bool = False
    is_person: bool = False
    is_place: bool = False
    name: str = ""


@dataclass(slots=True)
class Scene:
    """One document while its actors are being found. Only ingest.actors changes it."""

    document: Document
    published: Published
    book: Book
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    mention_at: dict[int, Mention] = field(default_factory=dict)
    span_at: dict[int, Span] = field(default_factory=dict)
    evidence: Counter[str] = field(default_factory=Counter)
    skipped: set[int] = field(default_factory=set)
    dateline: set[int] = field(default_factory=set)
    titles: dict[str, set[str]] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)
    genders: dict[str, str] = field(default_factory=dict)

    @property
    def day(self) -> date | None:
        """The day the article came out, where it is known; the middle of a short range serves too."""
        first, last = self.published.first, self.published.last
        if first and last and (last - first).days <= 31:
            return first + (last - first) / 2
        return None

    def add(self, actor: Actor, first: int, last: int, how: str, *, head: int | None = None) -> Mention:
        """Enter a mention over tokens first to last and give it."""
        tokens = self.document.tokens
        known = self.actors.setdefault(actor.id, actor)
        if actor.part_of and not known.part_of:
            self.actors[actor.id] = replace(known, part_of=actor.part_of)
        start, end = tokens[first].start, tokens[last - 1].end
        head = root_of(self.document, first, last) if head is None else head
        mention = Mention(actor.id, self.document.text[start:end], start, end, head, how)
        self.mentions.append(mention)
        for i in range(first, last):
            self.mention_at.setdefault(i, mention)
        return mention

    def join(self, actor: str, membership: Membership) -> None:
        """Enter that an actor belongs to another."""
        known = self.actors[actor]
        if membership.organisation == actor or any(
            part.organisation == membership.organisation and (part.office == membership.office or not membership.office)
            for part in known.part_of
        ):
            return
        self.actors[actor] = replace(known, part_of=(*known.part_of, membership))

    def is_free(self, first: int, last: int) -> bool:
        """Say whether no mention lies on tokens first to last."""
        return not any(i in self.mention_at or i in self.skipped for i in range(first, last))

    def main_country(self) -> str:
        """Give the country most of the text is about, "" where none clearly leads."""
        leading = self.evidence.most_common(2)
        if not leading or (len(leading) > 1 and leading[0][1] < _LEAD * leading[1][1]):
            return ""
        return leading[0][0]

    def lead(self) -> float:
        """Give how many times as often as the next the country most of the text is about is named."""
        leading = self.evidence.most_common(2)
        return leading[0][1] / leading[1][1] if len(leading) > 1 and leading[1][1] else float(bool(leading)) * 99

    def titles_of(self, actor: str) -> set[str]:
        """Give the titles a person bears in the text, folded."""
        return self.titles.get(actor, set())

    def words(self, name: str) -> frozenset[str]:
        """Give a word list of the lexicon."""
        return self.book.words[name]


def mentions_in(scene: Scene, sentence: Sentence) -> list[Mention]:
    """Give the mentions of a sentence that may be taken up, in order."""
    found = [
        mention
        for mention in scene.mentions
        if sentence.start <= mention.start < sentence.end and mention.how != "adjective"
    ]
    return sorted(found, key=lambda mention: mention.start)


def is_behind(scene: Scene, i: int) -> bool:
    """Say whether a modifier only tells who stands behind or against somebody: "Iran-backed", "pro-Russian"."""
    tokens = scene.document.tokens
    if i and tokens[i - 1].text == "-":
        if tokens[i].text in scene.words("linked"):
            return True
        if i > 1 and tokens[i - 2].text.lower() in scene.words("leaning"):
            return True
    is_hyphen = i + 2 < len(tokens) and tokens[i + 1].text == "-"
    return is_hyphen and (tokens[i + 2].text in scene.words("linked") or tokens[i + 2].tag == "VBN")


def modifiers_of(document: Document, i: int) -> set[str]:
    """Give the words before a noun that hang on it, in small letters."""
    return {document.tokens[child].text.lower() for child in document.children[i] if child < i}


def root_of(document: Document, first: int, last: int) -> int:
    """Give the token of first to last that governs the others: the last one headed from outside."""
    tokens = document.tokens
    for i in range(last - 1, first - 1, -1):
        if not first <= tokens[i].head < last or tokens[i].head == i:
            return i
    return last - 1


def left_edge(document: Document, head: int, lowest: int = 0) -> int:
    """Give the first token of the modifiers before a noun; articles and numbers are left out."""
    edge = head
    for child in reversed(document.children[head]):
        if child >= edge or child < lowest or document.tokens[child].dep not in MODIFIERS:
            continue
        if document.tokens[child].dep == "det" or document.tokens[child].pos in ("DET", "PUNCT"):
            continue
        edge = left_edge(document, child, lowest)
    return edge


def runs(indices: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the stretches of adjoining places, end excluded.

    >>> list(runs([1, 2, 5]))
    [(1, 3), (5, 6)]
    """
    first = last = -1
    for i in indices:
        if i != last:
            if first >= 0:
                yield first, last
            first = i
        last = i + 1
    if first >= 0:
        yield first, last
