"""Reads the time grammar from its lexicon files and checks it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import LexiconError
from ingest.lexicon import read_table
from ingest.times.patterns import Alphabet, Compiler, Need, PatternError

FOLDER = Path(__file__).parents[1] / "lexicons" / "times"
RULE_FILES = ("calendar.toml", "relative.toml", "durations.toml", "clock.toml")
TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})
GENRES = frozenset({"", "news", "narrative"})
EXAMPLE = re.compile(r"(?P<before>.*)\[(?P<text>[^\]]+)\](?P<after>.*) => (?P<value>\S+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the grammar, as its file has it."""

    id: str
    type: str
    kind: str
    genre: str
    given: dict[str, Any]
    refuse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled grammar. values: what a word stands for, by role; patterns: with the rule each belongs to."""

    alphabet: Alphabet
    patterns: tuple[tuple[Rule, Need], ...]
    values: dict[str, dict[str, Any]]


def read_grammar(folder: Path = FOLDER) -> dict[str, Any]:
    """Read words and rules as plain values. Raises LexiconError for an entry that cannot stand."""
    words = _read(folder / "words.toml")
    rules: dict[str, Any] = {}
    for name in RULE_FILES:
        for rule_id, entry in _read(folder / name).items():
            _check(folder / name, rule_id, entry)
            if rule_id in rules:
                raise LexiconError(folder / name, rule_id, "a second rule of this name", "one rule a name")
            rules[rule_id] = entry
    months = [row["word"] for row in read_table(folder / "months.tsv", ("id", "word", "language", "month"))]
    classes = {**words["class"], "foreign-month": {"words": months, "trigger": True, "plain": True}}
    data = {"classes": classes, "phrases": words["phrase"], "rules": rules}
    _check_patterns(folder, data)
    return data


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, OSError) as problem:
        raise LexiconError(path, "file", str(problem), "a TOML file") from problem


def _check(path: Path, rule_id: str, entry: dict[str, Any]) -> None:
    """Refuse a rule that lacks a part or has an unknown one."""
    wanted = {"type": TYPES, "genre": GENRES}
    for key in ("type", "kind", "patterns", "source", "examples"):
        if not entry.get(key):
            raise LexiconError(path, rule_id, f"{key} is missing", f"a rule with {key}")
    for key, choices in wanted.items():
        if entry.get(key, "") not in choices:
            raise LexiconError(path, rule_id, f"{key} is {entry[key]!r}", " or ".join(sorted(choices)))
    known = {"type", "kind", "patterns", "source", "examples", "not_for", "genre", "set", "refuse"}
    for key in entry.keys() - known:
        raise LexiconError(path, rule_id, f"{key} is unknown", ", ".join(sorted(known)))
    for example in entry["examples"]:
        if not EXAMPLE.fullmatch(example):
            raise LexiconError(path, rule_id, f"example {example!r}", "a text with one [expression] => value")


def _check_patterns(folder: Path, data: dict[str, Any]) -> None:
    compiler = Compiler(Alphabet(data["classes"], data["phrases"]))
    for rule_id, entry in data["rules"].items():
        for pattern in entry["patterns"]:
            try:
                compiler.compile(pattern)
            except PatternError as problem:
                raise LexiconError(folder, rule_id, str(problem), "a pattern as patterns.py describes it") from problem


def compile_grammar(data: dict[str, Any]) -> Grammar:
    """Compile what read_grammar gave.

    Classes and words take their characters first, so that a pattern compiled early knows them all.
    """
    alphabet = Alphabet(data["classes"], data["phrases"])
    compiler = Compiler(alphabet)
    patterns = [
        (_rule(rule_id, entry), compiler.compile(p))
        for rule_id, entry in data["rules"].items()
        for p in entry["patterns"]
    ]
    return Grammar(alphabet, tuple(patterns), _values(data["classes"]))


def _rule(rule_id: str, entry: dict[str, Any]) -> Rule:
    return Rule(
        rule_id,
        entry["type"],
        entry["kind"],
        entry.get("genre", ""),
        entry.get("set", {}),
        tuple(entry.get("refuse", ())),
    )


def _values(classes: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Give what every word stands for, by the role of its class."""
    values: dict[str, dict[str, Any]] = {}
    for entry in classes.values():
        if isinstance(entry["words"], dict) and entry.get("role"):
            values.setdefault(entry["role"], {}).update(entry["words"])
    return values


def examples(data: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Give every example: rule, text without its brackets, expression, value."""
    for rule_id, entry in data["rules"].items():
        for example in entry["examples"]:
            match = EXAMPLE.fullmatch(example)
            if match:
                yield rule_id, match["before"] + match["text"] + match["after"], match["text"], match["value"]
