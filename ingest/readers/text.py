"""Reads a plain text article: title on the first line, front matter before it if any."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.article import make_article, read_address, read_day
from ingest.errors import ReadError
from ingest.readers.decode import MOST_BYTES, decode
from ingest.readers.passed import REMARKS, Item, PassedField

SUFFIXES = (".txt",)
FENCE = "---"
KEYS = ("title", "date", "source", "url", "language")
KEY = re.compile(r"([A-Za-z][\w-]*)\s*:\s*(.*)")


@dataclass(frozen=True, slots=True)
class Fact:
    """What front matter says under one key, and the line where it says so, from 1."""

    text: str
    line: int


def read(path: Path, published: date | None = None) -> Iterator[Item]:
    """Read one article, after the fields it passes over. published: its day where the front matter has no date."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            size = path.stat().st_size
            raise ReadError(path, f"{size:,} bytes", f"an article of at most {MOST_BYTES:,} bytes")
        yield from _items(decode(data, path), path, published)
    except ReadError as problem:
        yield problem


def _items(whole: str, path: Path, published: date | None) -> Iterator[Item]:
    """Make an article of a file's text. Raises ReadError where its front matter is broken or no text is left."""
    facts, rest = split_front_matter(whole, path)
    yield from (PassedField(key, path, fact.line) for key, fact in facts.items() if key not in (*KEYS, *REMARKS))
    said = {key: fact.text for key, fact in facts.items()}
    title = said.get("title", "")
    if not title:
        first = re.match(r"\s*([^\r\n]*)(?:\r\n|\r|\n)*", rest)
        title, rest = (first[1].strip(), rest[first.end() :]) if first else ("", rest)
    if not rest.strip():
        raise ReadError(path, "a title and nothing else", "a title on the first line and the text below it")
    yield make_article(
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

    Below a key that is not read its list or text may stand, indented or after dashes.
    Raises ReadError, with the line, where the front matter does not end, repeats a key or has another line in it.
    """
    lines = whole.splitlines(keepends=True)
    if not lines or lines[0].strip() != FENCE:
        return {}, whole
    facts: dict[str, Fact] = {}
    key = ""
    for number, line in enumerate(lines[1:], 2):
        if line.strip() == FENCE:
            return facts, "".join(lines[number:])
        if not line.strip() or (key not in ("", *KEYS) and line[0] in " \t-"):
            continue
        match = KEY.fullmatch(line.strip())
        if not match:
            raise ReadError(path, f"front matter has {line.strip()[:60]!r}", "`key: value`", line=number)
        key = match[1].lower()
        if key in facts:
            raise ReadError(path, f"{key!r} again (first in line {facts[key].line})", "each key once", line=number)
        facts[key] = Fact(match[2].strip(), number)
    raise ReadError(path, "front matter does not end", "a line of --- after it", line=len(lines))
