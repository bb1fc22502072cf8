"""What a time expression means before anything around it is known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ingest.times.genre import Genre

Values = Mapping[str, Mapping[str, Any]]

MOST = 10**18


@dataclass(frozen=True, slots=True)
class Meaning:
    """The parts of an expression that its own words give; None and "" where they are silent.

    kind: what the resolver does with it. year: negative BC. weekday: Monday is 1.
    unit: D W M Y Q (quarter), H (half-year), F (fortnight), E (decade), C (century), L (millennium), WE
    (weekend), TS TM TH (second, minute, hour). number: 0 where nobody counted.
    offset: -1 last, 0 this, 1 next. anchor: "publication", "last" (the last time told) or "".
    days: from the day of publication. part: of the day (MO, MI, AF, EV, NI), clock: "HH:MM" or a part.
    position: first, last or next of several units. reference: its year is that of the last time told.
    raw: a numeric date or a clock time as it stands; name: id of a named day or period.
    calendar: another calendar's name and the number of its month.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    decade: str = ""
    ordinal: int | None = None
    century: int | None = None
    season: str = ""
    quarter: int | None = None
    unit: str = ""
    number: float | None = None
    offset: int | None = None
    anchor: str = ""
    days: int | None = None
    shift: int = 0
    part: str = ""
    noon: str = ""
    clock: str = ""
    zone: str = ""
    half_day: int | None = None
    era: int | None = None
    position: str = ""
    modifier: str = ""
    reference: bool = False
    the: bool = False
    short_year: int | None = None
    raw: str = ""
    value: str = ""
    name: str = ""
    calendar: str = ""
    date: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Span:
    """A time expression in a text, with the rule that found it, and its place among the words.

    first, last: its first and last word, both included. genre: how its text tells time.
    """

    start: int
    end: int
    text: str
    type: str
    rule: str
    meaning: Meaning
    first: int = 0
    last: int = 0
    genre: Genre = Genre.NEWS


FIELDS = {"iso": "raw", "numeric": "raw"}


def read_meaning(kind: str, given: Mapping[str, Any], kept: Mapping[str, list[str]], values: Values) -> Meaning:
    """Put together the meaning of an expression from the words its pattern kept, by role.

    given: what the rule itself says; values: what a word stands for, by role.
    """
    parts: dict[str, Any] = {"kind": kind}
    for role, words in kept.items():
        reader = READERS.get(role)
        if reader:
            parts[FIELDS.get(role, role.replace("-", "_"))] = reader(words, values)
    if "date" in kept:
        parts["date"] = read_date(kept["date"], values)
    if parts.get("era") == -1 and parts.get("year") is not None:
        parts["year"] = -parts["year"]
    if "ago-quarters" in kept:
        parts["offset"] = -5
    parts.pop("ago_quarters", None)
    return Meaning(**{**parts, **given})


def read_date(words: list[str], values: Values) -> Meaning:
    """Read a month, a day and perhaps a year written as a phrase."""
    month = _look_up("month")(words, values)
    years = [int(word) for word in words if word.isdigit() and len(word) == 4]
    days = [int(digits[0]) for word in words if (digits := re.match(r"[0-9]{1,2}(?![0-9])", word))]
    return Meaning("date", month=month, day=days[0] if days else None, year=years[0] if years else None)


def _look_up(role: str) -> Any:
    """Give a reader which takes the first word that stands for something in a role."""

    def read(words: list[str], values: Values) -> Any:
        table = values.get(role, {})
        return next((table[word] for word in words if word in table), None)

    return read


def _text(role: str) -> Any:
    look_up = _look_up(role)
    return lambda words, values: look_up(words, values) or ""


def _digits(words: list[str], values: Values) -> int | None:
    """Give the first number written in digits, or as an ordinal word."""
    found = next((digits for word in words if (digits := re.match(r"'?([0-9]+)", word))), None)
    return int(found[1]) if found else None


def _decade(words: list[str], values: Values) -> str:
    """Give the decade as three digits, or two where its century is unknown ("the '90s")."""
    word = words[-1].lstrip("'")
    if word[0].isdigit():
        return word.rstrip("s")[:-1]
    return str(values["decade"][word])


def read_ordinal(words: list[str], values: Values) -> int | None:
    """Read first, 21st, twenty-first.

    >>> read_ordinal(["twenty", "-", "first"], {"ordinal": {"first": 1}, "number": {"twenty": 20}})
    21
    """
    total = 0
    for word in words:
        if word in values["ordinal"]:
            total += values["ordinal"][word]
        elif word in values["number"]:
            total += values["number"][word]
        elif word[0].isdigit():
            total = int(re.match(r"[0-9]+", word)[0])  # type: ignore[index]
        elif word == "latter":
            total = 2
    return total or None


def read_number(words: list[str], values: Values) -> float | None:
    """Read a number in words or digits; 0 where nobody counted, None where there is none or one beyond all use.

    Of "two or three" the first counts.

    >>> read_number(["two", "and", "a", "half"], {"number": {"two": 2}})
    2.5
    """
    if words[0] in {"a", "an"} and len(words) > 1:
        words = words[1:]
    if words[-1:] in (["1/2"], ["½"]):
        first = read_number(words[:1], values)
        return None if first is None else first + 0.5
    for cut in ("to", "or"):
        if cut in words[1:] and words[-1] != "so":
            words = words[: words.index(cut)]
    if "-" in words[1:-1] and words[0][0].isdigit() and words[-1][0].isdigit():
        words = words[:1]
    total: float | None = None
    for word in words:
        total = _add_word(total, word, words, values["number"], values.get("size", {}))
    if total is None or total > MOST:
        return None
    return int(total) if total == int(total) else total


def _add_word(
    total: float | None, word: str, words: list[str], table: Mapping[str, Any], sizes: Mapping[str, int]
) -> float | None:
    """Read one more word of a number."""
    if word in {"a", "an"} and total is None:
        return 1
    if word == "half":
        return (total or 0) + 0.5 if "and" in words or not total else 0.5
    if word in sizes:
        return (1 if total is None else total) * sizes[word]
    if word == "dozen":
        return 12 if total in (None, 1) else (total or 0) * 12
    if word in table and table[word] == 0:
        return 0
    if word in table:
        return (total or 0) + float(table[word])
    if re.fullmatch(r"[0-9]+([.,][0-9]+)*", word):
        plain = word.replace(",", "")
        return float(plain) if plain.count(".") < 2 else None
    return total


def _modifier(words: list[str], values: Values) -> str:
    """Give the TIMEX3 modifier of a phrase."""
    found = _look_up("modifier")(words, values)
    if found is not None:
        return str(found)
    phrases: Mapping[str, str] = values.get("modifier-phrase", {})
    return next((value for phrase, value in phrases.items() if all(word in words for word in phrase.split())), "")


def _position(words: list[str], values: Values) -> str:
    return str(_look_up("position")(words, values) or (words[0] if words else ""))


def _first(words: list[str], values: Values) -> str:
    return words[0]


def _true(words: list[str], values: Values) -> bool:
    return True


READERS: dict[str, Any] = {
    "year": _digits, "day": _digits, "short-year": _digits,
    "month": _look_up("month"), "weekday": _look_up("weekday"), "offset": _look_up("offset"),
    "days": _look_up("days"), "era": _look_up("era"), "half-day": _look_up("half-day"),
    "quarter": _look_up("quarter"), "shift": _look_up("offset"),
    "season": _text("season"), "unit": _text("unit"), "part": _text("part"), "noon": _text("noon"),
    "zone": _text("zone"), "decade": _decade, "ordinal": read_ordinal, "number": read_number,
    "modifier": _modifier, "position": _position, "century": _digits,
    "clock": _first, "iso": _first, "numeric": _first, "reference": _true, "the": _true,
    "name": _first, "calendar": _text("calendar"),
}  # fmt: skip
