"""The named queries: a file each, `NAME.cypher`, with a header that says what it gives.

// What it gives, one sentence or more.
// param $name    what it is
// example $name = "a value as JSON"
// sample $name = what of the graph the console fills it with, in place of the example
// returns column, column
// column name  what it holds, where that needs saying
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import GraphError

FOLDER = Path(__file__).parent
NAME = re.compile(r"[a-z][a-z0-9_]*")
PARAM = re.compile(r"param \$(\w+)\s+(\S.*)")
EXAMPLE = re.compile(r"example \$(\w+)\s*=\s*(\S.*)")
SAMPLE = re.compile(r"sample \$(\w+)\s*=\s*(\w+)")
DAY = re.compile(r"date\((\S+)\)")
RETURNS = re.compile(r"returns (\S.*)")
COLUMN = re.compile(r"column (\w+)\s+(\S.*)")
DOLLAR = re.compile(r"\$(\w+)")
KINDS = ("param", "example", "sample", "returns", "column")


class QueryFileError(GraphError):
    """A file of a named query that cannot stand. line counts from 1."""

    def __init__(self, path: Path, line: int, problem: str, wanted: str) -> None:
        self.path, self.line, self.problem, self.wanted = path, line, problem, wanted

        super().__init__(f"{path}, line {line}: {problem}; wanted {wanted}")


@dataclass(frozen=True, slots=True)
class Query:
    """A named query. text is the whole file, which both engines run as it is.

    parameters: what each is, by name; examples: values to try it with, not always for all; samples: what of the
    graph takes the place of an example where there is any;
    meanings: what a column holds, by name, where its name does not say it.
    """

    name: str
    title: str
    parameters: dict[str, str]
    examples: dict[str, Any]
    samples: dict[str, str]
    columns: tuple[str, ...]
    meanings: dict[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class _Header:
    title: str
    parameters: dict[str, str]
    examples: dict[str, Any]
    samples: dict[str, str]
    columns: tuple[str, ...]
    meanings: dict[str, str]


def _example(path: Path, line: int, text: str) -> Any:
    day = DAY.fullmatch(text)
    try:
        return date.fromisoformat(day[1]) if day else json.loads(text)
    except ValueError as problem:
        raise QueryFileError(path, line, f"the example {text!r} is not JSON", 'a value such as 3 or ["a"]') from problem


def _entry(path: Path, line: int, entry: str, header: _Header) -> str:
    """Read one line of the header into it; give back what belongs to the title."""
    if not entry.startswith(tuple(f"{kind} " for kind in KINDS)):
        return entry
    if found := PARAM.fullmatch(entry):
        header.parameters[found[1]] = found[2]
    elif found := EXAMPLE.fullmatch(entry):
        header.examples[found[1]] = _example(path, line, found[2])
    elif found := SAMPLE.fullmatch(entry):
        header.samples[found[1]] = found[2]
    elif found := COLUMN.fullmatch(entry):
        header.meanings[found[1]] = found[2]
    elif not RETURNS.fullmatch(entry):
        wanted = (
            "`param $name what it is`, `example $name = JSON`, `sample $name = kind`, `returns column, column` or "
            "`column name what it holds`"
        )
        raise QueryFileError(path, line, f"cannot read {entry!r}", wanted)
    return ""


def _header(path: Path, lines: list[str]) -> _Header:
    """Read the comment lines a file begins with."""
    header = _Header("", {}, {}, {}, (), {})
    title: list[str] = []
    columns: list[str] = []
    for number, line in enumerate(lines, 1):
        entry = line.removeprefix("//").strip()
        if found := RETURNS.fullmatch(entry):
            columns += [column.strip() for column in found[1].split(",")]
        elif rest := _entry(path, number, entry, header):
            title.append(rest)
    if not title or not title[-1].endswith("."):
        raise QueryFileError(path, 1, "no title", "`// What the query gives.` as first line")
    if not columns:
        raise QueryFileError(path, len(lines), "no columns", "`// returns column, column` in the header")
    return _Header(" ".join(title), header.parameters, header.examples, header.samples, tuple(columns), header.meanings)


def _line_of(lines: list[str], word: str) -> int:
    """Give the line where a word stands, the last one where it stands nowhere."""
    return next((number for number, line in enumerate(lines, 1) if word in line), len(lines))


def _check(path: Path, lines: list[str], body: str, header: _Header) -> None:
    """Refuse a query whose header and text disagree, or whose rows have no order or no bound."""
    used = set(DOLLAR.findall(body))
    for name in sorted(used - set(header.parameters)):
        raise QueryFileError(
            path, _line_of(lines, f"${name}"), f"${name} is not in the header", f"`// param ${name} …`"
        )
    for name in sorted((set(header.parameters) | set(header.examples) | set(header.samples)) - used):
        raise QueryFileError(path, _line_of(lines, f"${name}"), f"${name} is not in the query", "no such line")
    for name in sorted(header.meanings.keys() - set(header.columns)):
        raise QueryFileError(path, _line_of(lines, f"column {name}"), f"{name} is no column", "one that is returned")
    for column in header.columns:
        if not re.search(rf"\bAS {re.escape(column)}\b", body):
            raise QueryFileError(path, _line_of(lines, "returns"), f"no column {column}", f"`AS {column}` in the query")
    end = body[body.rfind("RETURN") :]
    for clause in ("ORDER BY", "LIMIT"):
        if clause not in end:
            raise QueryFileError(
                path, len(lines), f"no {clause} after RETURN", "an order that settles ties and a limit"
            )


def read_query(path: Path) -> Query:
    """Read one file. Raises QueryFileError where header and query do not fit."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    if not NAME.fullmatch(path.stem):
        raise QueryFileError(path, 1, f"the name {path.stem!r}", "small letters, digits and underscores")
    head = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = _header(path, lines[:head])
    _check(path, lines, "\n".join(lines[head:]), header)
    return Query(
        path.stem,
        header.title,
        header.parameters,
        header.examples,
        header.samples,
        header.columns,
        header.meanings,
        text,
    )


def read_queries(paths: Iterable[Path]) -> dict[str, Query]:
    """Read files, by name in the order of the alphabet."""
    return {path.stem: read_query(path) for path in sorted(paths)}


@cache
def catalogue() -> dict[str, Query]:
    """Give all named queries with what their headers say, read once."""
    return read_queries(FOLDER.glob("*.cypher"))


@cache
def queries() -> dict[str, str]:
    """Give the texts of all named queries, as the store runs them."""
    return {name: query.text for name, query in catalogue().items()}
