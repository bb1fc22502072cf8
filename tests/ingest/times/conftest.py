"""Documents written as rows of parsed words, and the dating of their events.

A row is a sentence of word/lemma/part of speech/tag/dependency/head, the heads counted from the start of the row.
"""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Published, When
from ingest.document import Document, Sentence, Token
from ingest.times import Account, TimeFinder, account_of, build_times, govern_all, read_wording

PUBLISHED = Published(date(2019, 8, 26), date(2019, 8, 26), "given")


def document(*rows: str) -> Document:
    """Build a document of sentences written as rows."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    text = ""
    for row in rows:
        first = len(tokens)
        for item in row.split():
            word, lemma, pos, tag, dep, head = item.split("/")
            text += " " if text and word not in {".", ","} else ""
            tokens.append(
                Token(len(tokens), word, lemma, pos, tag, dep, first + int(head), len(text), len(text) + len(word), "")
            )
            text += word
        sentences.append(Sentence(len(sentences), tokens[first].start, len(text), first, len(tokens), False))
    children = tuple(tuple(t.i for t in tokens if t.head == i and t.i != i) for i in range(len(tokens)))
    return Document(text, tuple(tokens), children, tuple(sentences))


@pytest.fixture(scope="session")
def account() -> Callable[..., Account]:
    """Give what reads sentences written as rows, with their times."""
    finder, words = TimeFinder(build_times()), read_wording()

    def read(*rows: str, published: Published = PUBLISHED) -> Account:
        parsed = document(*rows)
        times = finder.resolve(parsed.text, finder.tag(parsed.text), published)
        return account_of(parsed, times, published, words)

    return read


@pytest.fixture(scope="session")
def when_of(account: Callable[..., Account]) -> Callable[..., tuple[When, ...]]:
    """Give what dates the event of a word in sentences written as rows."""

    def dated(word: str, *rows: str, published: Published = PUBLISHED) -> tuple[When, ...]:
        read = account(*rows, published=published)
        place = next(token.i for token in read.document.tokens if token.text == word)
        return govern_all(read, place)

    return dated
