"""Reads articles from JSON lines: one object a line with text and, where known, title, published, url."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any

from graph.model import Article
from ingest.article import make_article, read_day
from ingest.errors import ReadError
from ingest.readers.decode import MOST_BYTES, decode
from ingest.readers.passed import REMARKS, Item, PassedField

SUFFIXES = (".jsonl", ".ndjson")
TEXTS = ("text", "title", "published", "date", "source", "url", "language")
KEYS = (*TEXTS, "id")


def read(path: Path, published: date | None = None) -> Iterator[Item]:
    """Read one article a line, however long the file. published: the day of those that bring none."""
    with path.open("rb") as file:
        yield from read_lines(file, path, published)


def read_lines(file: IO[bytes], path: Path, published: date | None = None) -> Iterator[Item]:
    """Read one article a line of an open file, each after the fields it passes over; blank lines say nothing."""
    is_empty = True
    for number, data in enumerate(_lines(file), 1):
        if not data.strip():
            continue
        is_empty = False
        record: dict[str, Any] = {}
        try:
            record = _record(data, path, number)
            article = _article(record, path, number, published)
            yield from (PassedField(key, path, number) for key in record if key not in (*KEYS, *REMARKS))
            yield article
        except ReadError as problem:
            problem.article = _given_id(record).encode("utf-8", "replace").decode()  # it may hold half a character
            yield problem
    if is_empty:
        yield ReadError(path, "empty", "a JSON object a line")


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Give the lines of a file, each cut past the size an article may have, so that memory stays bounded."""
    most = 2 * MOST_BYTES
    while line := file.readline(most):
        if len(line) == most and not line.endswith(b"\n"):
            while (rest := file.readline(most)) and not rest.endswith(b"\n"):
                pass
        yield line


def _record(data: bytes, path: Path, number: int) -> dict[str, Any]:
    """Parse one line. Raises ReadError with the line where it is no JSON object."""
    wanted = 'a JSON object such as {"text": "...", "published": "2019-08-27"}'
    if len(data) > MOST_BYTES:
        raise ReadError(path, f"more than {MOST_BYTES:,} bytes", f"at most {MOST_BYTES:,}", line=number)
    try:
        record = json.loads(decode(data, path, line=number), object_pairs_hook=_each_once)
    except _Repeated as problem:
        raise ReadError(path, f"{problem.key[:60]!r} again", "each key once", line=number) from problem
    except json.JSONDecodeError as problem:
        raise ReadError(path, f"{problem.msg} at column {problem.colno}", wanted, line=number) from problem
    except (ValueError, RecursionError) as problem:  # a number of too many digits, or lists too deep
        found = "a number or nesting that cannot be read"
        raise ReadError(path, found, wanted, line=number) from problem
    if not isinstance(record, dict):
        raise ReadError(path, f"a {type(record).__name__}", wanted, line=number)
    return record


class _Repeated(Exception):
    """An object that has a key twice."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its pairs. Raises _Repeated where it has a key twice."""
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise _Repeated(key)
        made[key] = value
    return made


def _given_id(record: dict[str, Any]) -> str:
    """Give a record's id as text, "" where it has none or one that is no name."""
    given = record.get("id")
    return "" if given is None or isinstance(given, list | dict) else str(given)


def _article(record: dict[str, Any], path: Path, number: int, published: date | None) -> Article:
    """Make an article of a record. Raises ReadError where a field is missing or of the wrong kind."""
    for key in TEXTS:
        if record.get(key) is not None and not isinstance(record[key], str):
            raise ReadError(path, f"{key} is a {type(record[key]).__name__}", f"{key} as text", line=number)
    if isinstance(record.get("id"), list | dict):
        raise ReadError(path, f"id is a {type(record['id']).__name__}", "id as text or a number", line=number)
    if not (record.get("text") or "").strip():
        raise ReadError(path, "no text", "an object with a text", line=number)
    stated = record.get("published") or record.get("date")
    return make_article(
        record.get("title") or "",
        record["text"],
        read_day(stated, path, line=number) if stated else published,
        source=record.get("source") or "",
        url=record.get("url") or "",
        language=record.get("language") or "en",
        given_id=_given_id(record),
        path=path,
        line=number,
    )
