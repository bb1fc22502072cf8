"""Reads a plain text article: title on the first line, front matter before it if any."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.model import Article
from ingest.article import make_article, read_address, read_day
from ingest.errors import ReadError
from ingest.readers.decode import MOST_BYTES, decode

SUFFIXES = (".txt",)
FENCE = "---"
KEY = re.compile(r"([A-Za-z][\w-]*)\s*:\s*(.*)")


@dataclass(frozen=True, slots=True)
class Fact:
    """What front matter says under one key, and the line where it says so, from 1."""

    text: str
    line: int


def read(path: Path, published: date | None = None) -> Iterator[Article | ReadError]:
    """Read one article. published: its day where the front matter has no date."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            size = path.stat().st_size
            raise ReadError(path, f"{size:,} bytes", f"an article of at most {MOST_BYTES:,} bytes")
        yield _article(decode(data, path), path, published)
    except ReadError as problem:
        yield problem


def _article(whole: str, path: Path, published: date | None) -> Article:
    """Make an article of a file's text. Raises ReadError where its front matter is broken or no text is left."""
    facts, rest = split_front_matter(whole, path)
    said = {key: fact.text for key, fact in facts.items()}
    title = said.get("title", "")
    if not title:
        first = re.match(r"\s*([^\r\n]*)(?:\r\n|\r|\n)*", rest)
        title, rest = (first[1].strip(), rest[first.end() :]) if first else ("", rest)
    if not rest.strip():
        raise ReadError(path, "a title and nothing else", "a title on the first line and the text below it")
    return make_article(
        title,
        rest,
        read_day(said["date"], path, line=facts["date"].line) if said.get("date") else published,
        source=said.get("source", ""),
        url=read_address(said["url"], path, line=facts["url"].line) if "url" in said else "",
        language=said.get("language", "en"),
        path=path,
    )


def split_front_matter(whole: str, path: Path) -> tuple[dict[str, Fact], str]:
    """Give the `key: value` lines between two lines of `---` at the top, and the text below them.

    Raises ReadError, with the line, where the front matter does not end or has another line in it.
    """
    lines = whole.splitlines(keepends=True)
    if not lines or lines[0].strip() != FENCE:
        return {}, whole
    facts: dict[str, Fact] = {}
    for number, line in enumerate(lines[1:], 2):
        if line.strip() == FENCE:
            return facts, "".join(lines[number:])
        match = KEY.fullmatch(line.strip())
        if match:
            facts[match[1].lower()] = Fact(match[2].strip(), number)
        elif line.strip():
            raise ReadError(path, f"front matter has {line.strip()[:60]!r}", "`key: value`", line=number)
    raise ReadError(path, "front matter does not end", "a line of --- after it", line=len(lines))
