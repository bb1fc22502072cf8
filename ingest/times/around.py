"""Reads the words around time expressions, and makes of them what tagger and resolver look for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import LexiconError
from ingest.lexicon import read_toml

LISTS = frozenset({
    "opener", "pause", "sentence-start", "given-name", "title", "season", "result", "counted-by-dash", "temperature",
    "possessive", "sport", "no-length", "event-noun", "time-preposition", "dated-name", "evening-thing", "choosing",
    "determiner", "lead", "phrase-stop", "period-opener", "news-word", "future", "future-after", "past", "until",
    "attack", "beside", "pointing", "same", "from-told", "back", "abbreviation", "next-sentence", "month-first",
    "comparing", "matter", "range", "after-date", "no-month-after", "joined-to-day", "day-of", "greeting",
    "some-day", "one-day", "no-unit", "cause", "present", "coming", "open", "undatable", "no-past", "before-noun",
    "subject", "deed", "exactly", "called", "eve", "known-deed", "day-preposition",
    "known-by", "known-adjective", "said", "calendar-name", "aim",
    "done", "foreseen", "deed-preposition", "exactly-after",
})  # fmt: skip
LAST_HOUR = 12
AHEAD, OPEN, PAST = "ahead", "open", "past"  # how a clause tells of a time


@dataclass(frozen=True, slots=True)
class Around:
    """The lists of around.toml by name, the names of the calendar, and the patterns made of them.

    months: by number, from 1; weekdays: number by name, Monday is 1; hours: number by name; parts: of the day;
    eras: before Christ. event_ahead: an event a distance is counted from; weekday_ahead: one right after a
    clock time; dateline: a day at the head of a text; clause_end: its group 1 is the sign. telling: the words by
    which a clause tells of a time, a group each way.
    """

    lists: Mapping[str, frozenset[str]]
    months: Mapping[int, str]
    weekdays: Mapping[str, int]
    hours: Mapping[str, int]
    parts: frozenset[str]
    eras: frozenset[str]
    future: re.Pattern[str]
    future_after: re.Pattern[str]
    past: re.Pattern[str]
    until: re.Pattern[str]
    called: re.Pattern[str]
    exactly: re.Pattern[str]
    exactly_after: re.Pattern[str]
    attack: re.Pattern[str]
    known_deed: re.Pattern[str]
    known_by: re.Pattern[str]
    done: re.Pattern[str]
    foreseen: re.Pattern[str]
    inside: re.Pattern[str]
    said: re.Pattern[str]
    day_told: re.Pattern[str]
    event_ahead: re.Pattern[str]
    weekday_ahead: re.Pattern[str]
    dateline: re.Pattern[str]
    clause_end: re.Pattern[str]
    telling: re.Pattern[str]

    def has(self, name: str, word: str) -> bool:
        """Say whether a list holds a word."""
        return word in self.lists[name]


def read_around(path: Path) -> dict[str, list[str]]:
    """Read and check the lists. Raises LexiconError for one that is missing, unknown, empty or without a source."""
    tables = read_toml(path, wanted=("source", "words"))
    if tables.keys() != LISTS:
        odd = ", ".join(sorted(tables.keys() ^ LISTS))
        raise LexiconError(path, odd, "a list missing or unknown", ", ".join(sorted(LISTS)))
    return {name: list(table["words"]) for name, table in tables.items()}


def make_around(words: Mapping[str, Iterable[str]], classes: Mapping[str, Any]) -> Around:
    """Make the patterns. words: what read_around gave; classes: the word classes of the grammar."""
    lists = {name: frozenset(found) for name, found in words.items()}
    months = {number: name for key in ("month", "shy-month") for name, number in classes[key]["words"].items()}
    weekdays: dict[str, int] = classes["weekday"]["words"]
    ignoring = re.IGNORECASE
    past = rf"{_either(lists['past'])}|{_in_ed(lists['no-past'], lists['before-noun'])}"
    known_by = (
        rf"(?:\b(?:{_either(lists['known-by'])})|\w ?['’]s|s ?['’])\s+(?:(?:{_either(lists['known-adjective'])})\s+)?"
    )
    return Around(
        lists=lists,
        months=months,
        weekdays=weekdays,
        hours={word: number for word, number in classes["cardinal"]["words"].items() if number <= LAST_HOUR},
        parts=frozenset([*classes["part"]["words"], *classes["noon"]["words"]]),
        eras=frozenset(word for word, era in classes["era"]["words"].items() if era < 0),
        future=re.compile(rf"(?<!\w)(?:{_either(lists['future'])})\b"),
        future_after=re.compile(rf"^[^,]{{0,25}}?(?<!\w)(?:{_either(lists['future-after'])})\b"),
        past=re.compile(rf"\b(?:{past})\b", ignoring),
        until=re.compile(rf"\b(?:{_either(lists['until'])})\s+$", ignoring),
        called=re.compile(rf"(?<!had )(?<!had been )\b(?:{_either(lists['called'])})\s+$", ignoring),
        exactly=re.compile(rf"\b(?:{_either(lists['exactly'])})\s+(?:$|a\b|one\b|[0-9])", ignoring),
        exactly_after=re.compile(rf",?\s+(?:{_either(lists['exactly-after'])})\b", ignoring),
        attack=re.compile(rf"[,']?s? (?:{_either(lists['attack'])})\b", ignoring),
        known_deed=re.compile(rf"[,']?s? (?:{_either(lists['known-deed'])})\b", ignoring),
        known_by=re.compile(rf"{known_by}$", ignoring),
        done=re.compile(rf"\b(?:{_either(lists['done'])})\b", ignoring),
        foreseen=re.compile(rf"\b(?:{_either(lists['foreseen'])})\b", ignoring),
        inside=re.compile(rf"\b(?:{_either(lists['deed-preposition'])})\s+(?:an?\s+|{known_by})?$", ignoring),
        said=re.compile(rf"\b(?:{_either(lists['said'])})\s+(?:late\s+|early\s+)?(?:on\s+)?$", ignoring),
        day_told=re.compile(rf"\b(?:{_either(lists['day-preposition'])})\s+$", ignoring),
        event_ahead=re.compile(
            rf"\s+(?:{_either(lists['beside'])})\s+(?:{_either(lists['pointing'])})\s+([a-z]{{4,}}(?: [a-z]{{4,}})?)\b",
            ignoring,
        ),
        weekday_ahead=re.compile(
            rf"(?:\s+local time)?(?:\s*\([^()]{{0,30}}\))?,?\s+(?:on\s+)?({_either(weekdays)})\b", ignoring
        ),
        dateline=_dateline([*months.values(), *classes["short-month"]["words"]]),
        clause_end=re.compile(
            rf"\b(?:[A-Za-z]|{_either(lists['abbreviation'])})\.(?!\s+(?:{_either(lists['next-sentence'])})\b)"
            r"|(\.(?=[\s\"'”’)\]]|$)|;|\n)\n*"
        ),
        telling=re.compile(
            rf"(?<!\w)(?:(?:(?P<{AHEAD}>{_either(lists['coming'])})|(?P<{OPEN}>{_either(lists['open'])}))"
            r"(?:\s+be|\s+have|\s+been|\s+not|\s+also)*(?:\s+\w+ed)?"  # the participle is theirs: "will be delivered"
            rf"|(?P<{PAST}>{past}))\b"
        ),
    )


def _in_ed(barred: Iterable[str], before_noun: Iterable[str]) -> str:
    """Give the part of a pattern that matches a verb in -ed: no other word that ends so, and none before its noun."""
    no_noun = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in sorted(before_noun))
    return rf"{no_noun}(?<!-)(?!(?:{_either(barred)})\b)\w+ed"


def _dateline(months: Iterable[str]) -> re.Pattern[str]:
    """Give the pattern of a line that opens with at most a place and then a full day."""
    month = rf"(?:{_either(months)})\.?"
    return re.compile(
        rf"(?:^|\n)[^\n]{{0,60}}?\b(?:{month} [0-9]{{1,2}} ?,?|[0-9]{{1,2}} {month}) (?:[0-9]{{4}}|[0-9]{{2}})"
        r"(?: ?\n| ?--| ?\(| ?[-–—] )",
        re.IGNORECASE,
    )


def _either(words: Iterable[str]) -> str:
    """Give the part of a pattern that matches any of some words, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
