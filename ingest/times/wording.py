"""Reads the words by which a sentence tells when its event happened."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import LexiconError
from ingest.lexicon import LEXICONS, read_toml

TELLING = LEXICONS / "times" / "telling.toml"
LISTS = frozenset({
    "report", "about", "topic", "does", "occur", "begin", "definite", "pointing", "modal", "future", "have", "past",
    "present", "bounding", "hedging", "onward", "thereafter", "until", "opening", "later-clause", "earlier-clause",
    "range", "joining", "again", "deeds", "befalling", "not-attributive", "foremost", "stretch", "then",
    "belonging", "comparing", "locating", "spanning", "lasting", "ordering", "same-time", "deed-noun", "weapon-noun",
    "dawn", "grounds", "charged-with", "causing", "former", "celebrating", "claiming", "taking", "claimed",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """The lists of telling.toml by name, and the patterns made of them.

    deeds: the number of its row for every lemma of the list of that name.
    bounding: a word that makes the time after it one end of a stretch, up to that time. attributive: words
    right after a date that it describes. span: what joins the two ends of a range. joined: what joins two times.
    """

    lists: dict[str, frozenset[str]]
    deeds: dict[str, int]
    bounding: re.Pattern[str]
    attributive: re.Pattern[str]
    span: re.Pattern[str]
    joined: re.Pattern[str]

    def is_one_deed(self, one: str, other: str) -> bool:
        """Say whether two lemmas may tell one deed: murder and assassinate."""
        return one in self.deeds and self.deeds[one] == self.deeds.get(other)

    def is_deed(self, lemma: str) -> bool:
        """Say whether a noun names a deed: murder, offensive."""
        return lemma in self.deeds or lemma in self.lists["deed-noun"]

    def has(self, name: str, word: str) -> bool:
        """Say whether a list holds a word."""
        return word in self.lists[name]


def read_wording(path: Path = TELLING) -> Wording:
    """Read and check the word lists. Raises LexiconError for a list missing or unknown."""
    tables = read_toml(path)
    if tables.keys() != LISTS:
        odd = ", ".join(sorted(tables.keys() ^ LISTS))
        raise LexiconError(path.name, odd, "a list missing or unknown", ", ".join(sorted(LISTS)))
    deeds = {word: row for row, line in enumerate(tables["deeds"]["words"].split("\n")) for word in line.split()}
    lists = {name: frozenset(table["words"].split()) for name, table in tables.items()}
    bounds = _either(lists["bounding"], tables["bounding"])
    hedge, other = _either(lists["hedging"]), _either(lists["not-attributive"])
    return Wording(
        lists,
        deeds,
        re.compile(rf"\b({bounds})\s+(?:(?:{hedge}) )?$", re.IGNORECASE),
        re.compile(rf"(?:['’]s)?\s+(?!(?:{other})\b)[a-z]+(?:\s+[a-z]+)?\b", re.IGNORECASE),
        re.compile(rf"\s*(?:{_either(lists['range'])}|-|–)\s*(?:the )?", re.IGNORECASE),
        re.compile(
            rf"\s*(?:,|,? (?:{_either(lists['joining'])})|&)\s+(?:(?:{_either(lists['again'])}) )*", re.IGNORECASE
        ),
    )


def _either(words: frozenset[str], table: dict[str, Any] | None = None) -> str:
    """Give the part of a pattern that matches any of some words, and any phrase of their table."""
    phrases = (table or {}).get("phrases", ())
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted([*words, *phrases], key=len, reverse=True)
    )
