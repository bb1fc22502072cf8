"""Named days ("Yom Kippur") and periods ("the second intifada"): their table, and where a text names them."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ingest.errors import LexiconError
from ingest.times.around import Around
from ingest.times.calendars import is_rule
from ingest.times.tokens import Word, words_of

DAY_COLUMNS = ("id", "name", "aliases", "rule", "countries", "moon_sighted", "source", "note")
PERIOD_COLUMNS = ("id", "name", "aliases", "kind", "country", "first", "last", "ambiguous", "source", "note")
PARTIAL_DATE = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?")


class Match(NamedTuple):
    """A name in a text: its first and last word (included) and the ids it may stand for."""

    first: int
    last: int
    ids: tuple[str, ...]
    is_day: bool


def read_names(folder: Path) -> dict[str, Any]:
    """Read the tables of named days and periods as plain values. Raises LexiconError for a bad row."""
    days = {row["id"]: row for row in _rows(folder / "fixed_days.tsv", DAY_COLUMNS)}
    for row in days.values():
        if not is_rule(row["rule"]):
            raise LexiconError(folder / "fixed_days.tsv", row["id"], f"rule {row['rule']!r}", "a rule of calendars.py")
    periods = {row["id"]: row for row in _rows(folder / "periods.tsv", PERIOD_COLUMNS)}
    for row in periods.values():
        for end in ("first", "last"):
            if not PARTIAL_DATE.fullmatch(row[end]) and (end == "first" or row[end]):
                raise LexiconError(folder / "periods.tsv", row["id"], f"{end} {row[end]!r}", "YYYY, YYYY-MM or a day")
    return {"days": days, "periods": periods}


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Read a table, each row complete, with an id of its own and a source."""
    seen = set()
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(reader.fieldnames or ()) != columns:
            raise LexiconError(path, "1", f"columns {reader.fieldnames}", ", ".join(columns))
        for row in reader:
            if None in row or None in row.values() or not row["id"] or not row["source"]:
                entry = row["id"] or str(reader.line_num)
                raise LexiconError(path, entry, "a cell is missing", "an id, a source and every cell")
            if row["id"] in seen:
                raise LexiconError(path, row["id"], "a second row of this id", "one row an id")
            seen.add(row["id"])
            yield row


class NameFinder:
    """Finds the names of one table in texts."""

    def __init__(self, names: Mapping[str, Any], around: Around) -> None:
        self._openers = around.lists["period-opener"]
        self._by_start: dict[str, dict[str, list[tuple[tuple[Word, ...], dict[str, bool]]]]] = {}
        dates = frozenset([*around.months.values(), *names["classes"]["short-month"]["words"], ".", "/"])
        phrases: dict[tuple[Word, ...], dict[str, bool]] = {}
        for kind in ("days", "periods"):
            for key, row in names[kind].items():
                for phrase in _phrases(row, dates):
                    phrases.setdefault(phrase, {})[key] = kind == "days"
        for phrase, keys in phrases.items():
            second = phrase[1].lower if len(phrase) > 1 else ""
            self._by_start.setdefault(phrase[0].lower, {}).setdefault(second, []).append((phrase, keys))
        for rows in self._by_start.values():
            for row in rows.values():
                row.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: list[Word]) -> Iterator[Match]:
        """Give the names in a text, the longest at each place; periods only where a time is told by them."""
        for place, word in enumerate(words):
            rows = self._by_start.get(word.lower)
            if rows is None:
                continue
            second = words[place + 1].lower if place + 1 < len(words) else ""
            for phrase, keys in (*rows.get(second, ()), *rows.get("", ())):
                if not _fits(words, place, phrase):
                    continue
                last = place + len(phrase) - 1
                is_day = any(keys.values())
                first = place if is_day else _opening(words, place, self._openers)
                if first is not None:
                    yield Match(first, last, tuple(key for key, day in keys.items() if day == is_day), is_day)
                break


def _phrases(row: Mapping[str, str], dates: frozenset[str]) -> Iterator[tuple[Word, ...]]:
    """Give the names of a row as words without places; one all of numbers and dates (words) is none."""
    names = [re.sub(r" \(.*\)$", "", row["name"]), *row["aliases"].split("|")]
    for name in dict.fromkeys(names):
        phrase = tuple(word._replace(start=0, end=0) for word in words_of(name))
        is_date = all(word.lower[0].isdigit() or word.lower in dates for word in phrase)
        if phrase and "(" not in name and not is_date and (len(phrase) > 1 or phrase[0].is_capital):
            yield phrase


def _fits(words: list[Word], place: int, phrase: tuple[Word, ...]) -> bool:
    """Say whether a name stands at a place: its words, with capitals where it has them."""
    if place + len(phrase) > len(words):
        return False
    pairs: Iterable[tuple[Word, Word]] = zip(words[place : place + len(phrase)], phrase, strict=True)
    return all(word.lower == part.lower and (word.is_capital or not part.is_capital) for word, part in pairs)


def _opening(words: list[Word], place: int, openers: frozenset[str]) -> int | None:
    """Give the first word of a period that tells a time, with its article; None where it tells none."""
    first = place - 1 if place and words[place - 1].lower == "the" else place
    before = words[first - 1].lower if first else ""
    return first if before in openers else None
