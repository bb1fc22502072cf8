"""Search in the text of articles: the sentences that hold the words asked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from web.asked import rows_of
from web.evidence import page_address
from web.moments import as_day, short_day

MOST_WORDS = 12
LEAST_LETTERS = 3
MOST_LETTERS = 400
SENTENCES_EACH = 2
BREAK = re.compile(r"\n+|(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÀ-Þ0-9])")
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence of an article with the words asked for.

    parts: its text in pieces, each with whether it is such a word; id, title: of the article; href: its page, at
    the sentence where the browser can.
    """

    id: str
    text: str
    parts: tuple[tuple[str, bool], ...]
    title: str
    source: str
    day: str
    href: str


def find_sentences(text: str, most: int) -> tuple[FoundSentence, ...]:
    """Give sentences with the words of a text, of the latest articles first, at most `most`.

    Whole words first; where no article holds all of them, the last one may be a beginning. Of one article at most
    SENTENCES_EACH, those with most of the words. None for a text of few letters.
    """
    words = tuple(dict.fromkeys(WORD.findall(text.lower())))[:MOST_WORDS]
    if sum(map(len, words)) < LEAST_LETTERS:
        return ()
    exact = " ".join(f"+{word}" for word in words)
    for asked, is_open in ((exact, False), (exact + "*", True)):
        rows = rows_of("search_texts", text=asked, limit=most)
        if rows:
            return tuple(one for row in rows for one in _of_article(row, words, is_open=is_open))[:most]
    return ()


def _of_article(row: dict[str, Any], words: Sequence[str], *, is_open: bool) -> Iterator[FoundSentence]:
    """Give the sentences of one article that hold most of the words, in the order of its text."""
    last = words[-1] + r"\w*" if is_open else words[-1]
    seek = re.compile(rf"(?<![^\W_])(?:{'|'.join((*words[:-1], last))})(?![^\W_])", re.IGNORECASE)
    held = [(len({hit.lower() for hit in seek.findall(one)}), one) for one in sentences_of(row["text"] or "")]
    most = max((number for number, _ in held), default=0)
    best = [sentence for number, sentence in held if number == most > 0]
    return (_found(row, sentence, seek) for sentence in best[:SENTENCES_EACH])


def sentences_of(text: str) -> list[str]:
    """Give the sentences of a text as far as its marks tell, in order.

    >>> sentences_of('The dam broke. "We fled," she said.\\nNobody came.')
    ['The dam broke.', '"We fled," she said.', 'Nobody came.']
    """
    return [part.strip() for part in BREAK.split(text) if part and part.strip()]


def _found(row: dict[str, Any], sentence: str, seek: "re.Pattern[str]") -> FoundSentence:
    """Give one sentence, its words marked; a very long one is cut behind its first word."""
    first = seek.search(sentence)
    start = max((first.start() if first else 0) - MOST_LETTERS // 2, 0) if len(sentence) > MOST_LETTERS else 0
    shown = sentence[start : start + MOST_LETTERS]
    shown = ("…" if start else "") + shown + ("…" if start + MOST_LETTERS < len(sentence) else "")
    parts, at = list[tuple[str, bool]](), 0
    for hit in seek.finditer(shown):
        parts += [(shown[at : hit.start()], False), (hit[0], True)]
        at = hit.end()
    parts.append((shown[at:], False))
    id_ = str(row["id"])
    return FoundSentence(
        id=id_,
        text=shown,
        parts=tuple(part for part in parts if part[0]),
        title=str(row["title"] or "Untitled article"),
        source=str(row["source"] or ""),
        day=short_day(as_day(row["published"])) or "undated",
        href=f"{page_address('article', id_)}#:~:text={quote(_opening(sentence), safe='')}",
    )


def _opening(sentence: str) -> str:
    """Give the first words of a sentence, by which a browser finds it."""
    return " ".join(sentence.split()[:6])
