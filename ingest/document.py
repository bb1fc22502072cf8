"""An article as the stages of the line see it: tokens, sentences, mentions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from graph.model import Actor, PlaceMention, Published, Report, When

PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})  # labels of the model for names of places


class Token(NamedTuple):
    """One word. i and head are places in Document.tokens; start and end are characters of the text.

    lemma is lower-cased; pos, tag and dep are Universal, Penn and ClearNLP labels as spaCy's English
    models give them; entity is the model's entity label or "". A root's head is itself.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    entity: str


class Sentence(NamedTuple):
    """A sentence: characters start to end of the text, tokens first to last (last excluded).

    is_headline: a headline, deck, byline or the like, a line of its own without a full stop.
    """

    number: int
    start: int
    end: int
    first: int
    last: int
    is_headline: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed text. children holds, for each token, the places of its dependents in order.

    text is what was given; where it was recased before parsing, tokens bear the recased words at the
    same offsets. towns are the names of towns that were struck or taken: tokens first to last (excluded), and the
    country as ISO 3166-1 alpha-3, "" where several have a town of the name.
    """

    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    sentences: tuple[Sentence, ...]
    title: str = ""
    language: str = "en"
    is_recased: bool = False
    towns: tuple[tuple[int, int, str], ...] = ()

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """Give the tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def dependents(self, i: int, *deps: str) -> Iterator[Token]:
        """Give the dependents of token i, those with one of `deps` where any is named."""
        for child in self.children[i]:
            if not deps or self.tokens[child].dep in deps:
                yield self.tokens[child]

    def sentence_at(self, i: int) -> Sentence:
        """Give the sentence that holds token i."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.sentences[middle].last <= i else (low, middle)
        return self.sentences[low]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression as TIMEX3 has it (type DATE, TIME, DURATION or SET), and what it means.

    when is None for a DURATION or SET that names no stretch of the calendar.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    when: When | None
    rule: str
    modifier: str = ""


class Mention(NamedTuple):
    """Words that stand for an actor: characters start to end, head the token that governs them.

    how: "name", "adjective" (Israeli strikes), "nominal" (the group, gunmen) or "pronoun".
    """

    actor: str
    text: str
    start: int
    end: int
    head: int
    how: str


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of a document, by id, and every mention of them in order of the text."""

    by_id: dict[str, Actor]
    mentions: tuple[Mention, ...]
    by_head: dict[int, Mention]


class Constraint(NamedTuple):
    """Days within which an article must have come out, and why; a side that is not known is None."""

    first: date | None
    last: date | None
    reason: str


class Coded(NamedTuple):
    """One coded article: all that is stored of it and all the batch interface prints."""

    article_id: str
    published: Published
    times: tuple[TimeExpression, ...]
    actors: Actors
    places: tuple[PlaceMention, ...]
    reports: tuple[Report, ...]
