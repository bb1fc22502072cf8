"""Search in the text of articles: the sentences that hold the words asked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from web.asked import rows_of
from web.asked_words import AskedWords, words_of_text
from web.evidence import page_address
from web.moments import as_day, short_day
from web.tokens import TOKEN, asked_forms, bare, forms

LEAST_LETTERS = 3
MOST_LETTERS = 400
SENTENCES_EACH = 2
BREAK = re.compile(r"\n+|(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÀ-Þ0-9])")
ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Rev|Fr|St|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Brig|Sgt|Cpl|Pvt|Gov|Sen|Rep|Pres|Amb|Hon|"
    r"Jr|Sr|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.$"
)
MOST_ABBREVIATED = 8
MOST_READ = 2_000
# of words that must stand as they are written: nearly every article has them in small letters
EXACT_READ = 20_000
EXACT_ROWS = 200


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


def find_sentences(text: str, most: int, names: Sequence[str] = ()) -> tuple[FoundSentence, ...]:
    """Give sentences with the words of a text, of the latest articles first, at most `most`.

    Whole words first, possessive or not, and as they are spelt in `names`; where they fill too little, words with an
    accent that the text lacks and those that begin with its last one. Of one article at most SENTENCES_EACH, those with
    most of the words. None for a text of few letters, or of words that nearly every article holds.
    """
    asked = words_of_text(text, names)
    exact = asked.exact
    bounds = {"limit": EXACT_ROWS, "most": EXACT_READ} if exact else {"limit": most, "most": MOST_READ}
    if not exact and sum(map(len, asked.words)) < LEAST_LETTERS:
        return ()
    found: dict[str, tuple[FoundSentence, ...]] = {}
    for is_open in (False, True):
        rows = rows_of("search_texts", text=asked.for_index(is_open=is_open), exact=exact, **bounds)
        for row in (row for row in rows if row["id"] not in found):
            found[row["id"]] = tuple(_of_article(row, asked, is_open=is_open))
        if sum(map(len, found.values())) >= most:
            break
    return tuple(one for some in found.values() for one in some)[:most]


def _of_article(row: dict[str, Any], asked: AskedWords, *, is_open: bool) -> Iterator[FoundSentence]:
    """Give the sentences of one article that hold most of the words, in the order of its text."""
    seek = Seeker(tuple(map(asked_forms, asked.words)), asked.opening if is_open else "")
    held = [(len({word for _, _, word in seek.hits(one)}), one) for one in sentences_of(row["text"] or "")]
    most = max((number for number, _ in held), default=0)
    best = [sentence for number, sentence in held if number == most > 0]
    return (_found(row, sentence, seek) for sentence in best[:SENTENCES_EACH])


@dataclass(frozen=True, slots=True)
class Seeker:
    """What finds words in a sentence. words: what each may be known by; opening: how another may begin, "" for none."""

    words: tuple[frozenset[str], ...]
    opening: str = ""

    def hits(self, sentence: str) -> list[tuple[int, int, int]]:
        """Give start, end and number of each word that stands in a sentence, in its order."""
        found = ((hit.start(), hit.end(), self._number(hit[0])) for hit in TOKEN.finditer(sentence))
        return [(start, end, number) for start, end, number in found if number >= 0]

    def _number(self, token: str) -> int:
        """Give which of the words a token is, -1 for none."""
        known = forms(token) | {token, bare(token)}
        for number, word in enumerate(self.words):
            if not word.isdisjoint(known):
                return number
        begins = self.opening and any(one.startswith(self.opening) for one in known)
        return len(self.words) - 1 if begins else -1


def sentences_of(text: str) -> list[str]:
    """Give the sentences of a text as far as its marks tell, in order; none ends with a title, a month or an initial.

    >>> sentences_of('The dam broke. "We fled," Mr. Li of the U.S. Navy said.\\nNobody came.')
    ['The dam broke.', '"We fled," Mr. Li of the U.S. Navy said.', 'Nobody came.']
    """
    found, start = list[str](), 0
    for border in BREAK.finditer(text):
        if "\n" in border[0] or not ABBREVIATED.search(
            text, max(start, border.start() - MOST_ABBREVIATED), border.start()
        ):
            found.append(text[start : border.start()] + border[0].rstrip())
            start = border.end()
    return [part for one in (*found, text[start:]) if (part := one.strip())]


def _found(row: dict[str, Any], sentence: str, seek: Seeker) -> FoundSentence:
    """Give one sentence, its words marked; a very long one is cut behind its first word."""
    first = next((start for start, _, _ in seek.hits(sentence)), 0)
    start = max(first - MOST_LETTERS // 2, 0) if len(sentence) > MOST_LETTERS else 0
    shown = sentence[start : start + MOST_LETTERS]
    shown = ("…" if start else "") + shown + ("…" if start + MOST_LETTERS < len(sentence) else "")
    parts, at = list[tuple[str, bool]](), 0
    for begin, end, _ in seek.hits(shown):
        parts += [(shown[at:begin], False), (shown[begin:end], True)]
        at = end
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
