"""Cuts a text into the tokens of the time grammar and tells what a number can be."""

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"""\n+
    | year-earlier\b | half-century\b
    | [0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?)?(?![0-9])
    | [0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9])
    | [0-9]{4}[/.][0-9]{1,2}[/.][0-9]{1,2}(?![0-9])
    | 1/2(?![0-9/])
    | [0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})(?![0-9])
    | [0-9]{1,2}-[0-9]{1,2}-[0-9]{4}(?![0-9-])
    | [0-9]{1,2}(?:[:.][0-9]{2})?\ ?[aApP]\.?[mM]\b\.?
    | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])
    | [0-9]{1,4}s\b
    | [0-9]+(?:st|nd|rd|th|ST|ND|RD|TH)\b
    | [0-9]+(?:[.,][0-9]+)*
    | [fF][yY](?=(?:[0-9]{4}|[0-9]{2})\b)
    | [A-Za-z]+[0-9]\w*
    | [bB]\.\ ?[cC]\.(?:\ ?[eE]\.)? | [aA]\.\ ?[dD]\. | [aApP]\.[mM]\b\.?
    | (?:[A-Za-z]\.){2,}
    | [^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)?
    | ['’][sS]\b | ['’][0-9]{2}(?:s\b|(?![0-9s]))
    | -- | [^\w\s] | _
    """,
    re.VERBOSE,
)
SHORT_LINE = 45
MOST_DIGITS = 18
DECADE = re.compile(r"[0-9]{3}0s")
CENTURY_DECADE = re.compile(r"[0-9]{2,3}0s")
DECIMAL = re.compile(r"[0-9]+\.[0-9]+")


class Word(NamedTuple):
    """One token: its text, lower-cased with plain quotes, its place, and whether it begins with a capital."""

    lower: str
    start: int
    end: int
    is_capital: bool


def words_of(text: str) -> list[Word]:
    """Give the tokens of a text. A line end is a token where a paragraph, heading or list item ends.

    >>> [word.lower for word in words_of("On May 5, 2009 at 5:30 p.m.")]
    ['on', 'may', '5', ',', '2009', 'at', '5:30 p.m.']
    """
    found = []
    for match in TOKEN.finditer(text):
        word, start = match[0], match.start()
        if word[0] == "\n":
            if _is_break(text, word, start):
                found.append(Word("\n", start, match.end(), False))
            continue
        lower = word.lower().replace("’", "'")
        found.append(Word(lower, start, match.end(), word[0].isupper()))
    return found


def _is_break(text: str, breaks: str, start: int) -> bool:
    """Say whether a line end parts two texts, rather than being a fold in a paragraph."""
    line_start = text.rfind("\n", 0, start) + 1
    return len(breaks) > 1 or start - line_start < SHORT_LINE or text[start - 1] in ".!?\"'”"


def clause_ends(text: str, sign: re.Pattern[str]) -> list[int]:
    """Give the places of the signs that end sentences and clauses; sign: their pattern, group 1 empty for others."""
    found = []
    for match in sign.finditer(text):
        if match[1] and (match[1] != "\n" or _is_break(text, match[0], match.start())):
            found.append(match.start(1))
    return found


def shape(word: str) -> frozenset[str]:
    """Say which numeric classes a token with a digit at its front belongs to; none where its digits tell no time.

    >>> sorted(shape("1990s")), sorted(shape("31"))
    (['decade', 'long-decade'], ['day-number', 'era-year', 'integer', 'two-digits'])
    """
    if not word.isascii() or (len(word) > MOST_DIGITS and sum(map(str.isdigit, word)) > MOST_DIGITS):
        return frozenset()
    if word[0] == "'":
        return frozenset({"short-decade"} if word[-1] == "s" else {"short-year"})
    if word[-1] == "s":
        return _decade_shape(word)
    if word[-2:] in {"st", "nd", "rd", "th"}:
        return frozenset({"ordinal-number"})
    if len(word) > 7 and word[4] in "/." and word[:4].isdigit():
        return frozenset({"odd-date"})
    if "/" in word:
        return frozenset({"numeric-date"} if word.count("/") == 2 else ())
    if word.count("-") == 2 and len(word) < 11 and word[-5] == "-":
        return frozenset({"numeric-date"})
    if word.count(".") == 2 and word[-1] != "." and word.replace(".", "").isdigit():
        return frozenset({"numeric-date"} if len(word.split(".")[2]) in {2, 4} else ())
    if len(word) > 4 and word[4] == "-":
        return frozenset({"iso-date"})
    if "m" in word:
        return frozenset({"clock-half"})
    if ":" in word:
        return frozenset({"clock"})
    if word.isdigit():
        return _integer_shape(word)
    return frozenset({"decimal"} if DECIMAL.fullmatch(word) else {"integer"})


def _decade_shape(word: str) -> frozenset[str]:
    """Give the classes of 1990s, 90s and 470s."""
    if DECADE.fullmatch(word):
        return frozenset({"long-decade", "decade"})
    if CENTURY_DECADE.fullmatch(word):
        return frozenset({"decade"})
    return frozenset({"short-decade"} if len(word) == 3 and word[1] == "0" else ())


def _integer_shape(word: str) -> frozenset[str]:
    """Give the classes of a row of digits."""
    value, length = int(word), len(word)
    classes = {
        "integer": True,
        "year": length == 4 and 1000 <= value <= 2100,
        "era-year": length <= 4 and value > 0,
        "hebrew-year": length == 4 and 5000 <= value < 6000,
        "military-clock": length == 4 and value < 2400 and value % 100 < 60,
        "day-number": length <= 2 and 1 <= value <= 31,
        "two-digits": length == 2,
    }
    return frozenset(name for name, holds in classes.items() if holds)


NUMERIC_CLASSES = {
    "integer": "number",
    "year": "year",
    "era-year": "year",
    "hebrew-year": "year",
    "military-clock": "clock",
    "day-number": "day",
    "two-digits": "short-year",
    "short-year": "short-year",
    "decimal": "number",
    "ordinal-number": "ordinal",
    "numeric-date": "numeric",
    "iso-date": "iso",
    "odd-date": "numeric",
    "clock-half": "clock",
    "clock": "clock",
    "decade": "decade",
    "long-decade": "decade",
    "short-decade": "decade",
}
NUMERIC_TRIGGERS = frozenset(
    {
        "ordinal-number",
        "year",
        "short-year",
        "numeric-date",
        "odd-date",
        "iso-date",
        "clock-half",
        "clock",
        "decade",
        "long-decade",
        "short-decade",
    }
)
