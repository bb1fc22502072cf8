"""Turns the patterns of the time grammar into regular expressions over coded tokens.

Every token of a text becomes one character; a pattern becomes a regular expression over them.
How a pattern is written, its elements parted by spaces:

    friday        this word or sign, small or capital
    <month>       a word of the class, kept as what the class stands for (its role); or a phrase
    at|by|<noon>  one of these; * is any word the grammar has no use for
    offset=the    a word kept under a role; _=<year> keeps nothing
    ( … )         may be missing
    { … / … }     one of these rows
    [ … ]         what belongs to the expression, where context stands around it;
                  in the context nothing is kept but by name (year=<year>)
    not:of|ago    no such word follows;  behind:$|£  none stands before
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ingest.times.tokens import NUMERIC_CLASSES, NUMERIC_TRIGGERS, Word, shape

ELEMENT = re.compile(r"[()\[\]{}]|(?<= )/(?= )|[^\s()\[\]{}]+")
UNKNOWN = "x"
FIRST_CODE = 0xE000
FIRST_SHAPE = FIRST_CODE + 0x1700
# One token of every numeric shape.
SAMPLES = (
    "1 13 45 145 1045 1999 5779 1345 2080 3999 12345 1900 0930 0099 00 123 1.5 1st 1/2/2008 1.2.2008 2008-12-05 "
    "2008/12/05 6pm 5:30 1990s 470s 90s '90s '96"
)


class PatternError(ValueError):
    """A pattern that cannot be read; the message says what was found and what was wanted."""


class Need(NamedTuple):
    """A pattern compiled, with the codes of which a text must hold one each, to be worth a search."""

    pattern: re.Pattern[str]
    codes: tuple[frozenset[str], ...]


class Alphabet:
    """Gives every word of the grammar its character.

    classes: name to {"words", "capital", "role", "trigger"}; phrases: name to {"role", "patterns"}.
    """

    def __init__(self, classes: Mapping[str, Any], phrases: Mapping[str, Any]) -> None:
        self.classes, self.phrases = classes, phrases
        self._codes: dict[tuple[str, bool], str] = {}
        self._shapes: dict[frozenset[str], str] = {}
        self._members: dict[str, frozenset[str]] = {}

    def code(self, word: str, is_capital: bool) -> str:
        """Give the character of a word, a new one where it has none yet."""
        key = (word, is_capital)
        return self._codes.setdefault(key, chr(FIRST_CODE + len(self._codes)))

    def encode(self, words: list[Word]) -> str:
        """Write a text as one character a token, UNKNOWN for words outside the grammar."""
        codes, row = self._codes, []
        for word in words:
            first = word.lower[0]
            if "0" <= first <= "9" or (first == "'" and len(word.lower) > 2):
                row.append(self._shape_code(word.lower))
            else:
                row.append(codes.get((word.lower, word.is_capital), UNKNOWN))
        return "".join(row)

    def _shape_code(self, word: str) -> str:
        found = self._codes.get((word, False))
        return found or self._shapes.get(shape(word), UNKNOWN)

    def members(self, name: str) -> frozenset[str]:
        """Give the characters of a class. Raises PatternError for a class nobody defined."""
        if name not in self._members:
            self._members[name] = frozenset(self._find_members(name))
        return self._members[name]

    def _find_members(self, name: str) -> Iterator[str]:
        if name in NUMERIC_CLASSES:
            self._make_shapes()
            yield from (code for classes, code in self._shapes.items() if name in classes)
        elif name in self.classes:
            entry = self.classes[name]
            for word in entry["words"]:
                yield from self.literal(word, capital_only=bool(entry.get("capital")))
        else:
            raise PatternError(f"<{name}> is neither a class nor a phrase")

    def _make_shapes(self) -> None:
        if not self._shapes:
            for classes in dict.fromkeys(map(shape, SAMPLES.split())):
                self._shapes[classes] = chr(FIRST_SHAPE + len(self._shapes))

    def literal(self, word: str, *, capital_only: bool = False) -> Iterator[str]:
        """Give the characters of one word, capitalised and not."""
        if not capital_only:
            yield self.code(word, False)
        if word[0].isalpha():
            yield self.code(word, True)

    def role_of(self, name: str) -> str:
        """Give the role a class or phrase fills, "" for none."""
        if name in NUMERIC_CLASSES:
            return NUMERIC_CLASSES[name]
        entry = self.phrases.get(name) or self.classes.get(name)
        if entry is None:
            raise PatternError(f"<{name}> is neither a class nor a phrase")
        return str(entry.get("role", ""))

    def plain(self) -> frozenset[str]:
        """Give what stands for a word outside the grammar: UNKNOWN, and the words of the plain classes."""
        plain = [name for name, entry in self.classes.items() if entry.get("plain")]
        used = [name for name in self.classes if name not in plain]
        members = frozenset({UNKNOWN}).union(*(self.members(name) for name in plain))
        return members.difference(*(self.members(name) for name in used))

    def triggers(self) -> frozenset[str]:
        """Give the characters of which every expression holds one."""
        names = [name for name, entry in self.classes.items() if entry.get("trigger")]
        return frozenset().union(*(self.members(name) for name in [*names, *NUMERIC_TRIGGERS]))


class Compiler:
    """Compiles patterns against one alphabet."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._groups = 0

    def compile(self, pattern: str) -> Need:
        """Compile one pattern. Raises PatternError where it cannot be read."""
        self._groups, self._needs = 0, list[frozenset[str]]()
        elements = ELEMENT.findall(pattern)
        has_extent = "[" in elements
        expression = self._row(elements, keeps=not has_extent, depth=0)
        try:
            compiled = re.compile(expression)
        except re.error as problem:
            raise PatternError(f"{pattern!r} does not compile ({problem})") from problem
        return Need(compiled, tuple(sorted(self._needs, key=len)[:3]))

    def _row(self, elements: list[str], *, keeps: bool, depth: int) -> str:
        parts = []
        for element in elements:
            if element == "[":
                keeps = True
                parts.append("(?P<from_>)")
            elif element == "]":
                keeps = False
                parts.append("(?P<to_>)")
            elif element in "({":
                depth += 1
                parts.append("(?:")
            elif element in ")}":
                depth -= 1
                parts.append(")?" if element == ")" else ")")
            elif element == "/" and depth:
                parts.append("|")
            else:
                parts.append(self._element(element, keeps=keeps, depth=depth))
        return "".join(parts)

    def _element(self, element: str, *, keeps: bool, depth: int) -> str:
        if element.startswith("not:"):
            return f"(?!{self._choice(element[4:])})"
        if element.startswith("behind:"):
            return f"(?<!{self._choice(element[7:])})"
        role, equals, rest = element.partition("=")
        if not equals or not rest:
            role, rest = "", element
        if role and not re.fullmatch(r"[a-z-]+|_", role):
            raise PatternError(f"{element!r} has no role before its =")
        names = re.fullmatch(r"<([a-z-]+)>", rest)
        if names and names[1] in self._alphabet.phrases:
            body = self._phrase(names[1], depth + 1)
        else:
            body = self._choice(rest)
            if depth == 0:
                self._needs.append(frozenset(body[1:-1]))
        role = role or (self._role(rest) if keeps else "")
        if not role or role == "_":
            return body
        self._groups += 1
        return f"(?P<{role.replace('-', '_')}__{self._groups}>{body})"

    def _role(self, choice: str) -> str:
        """Give the role of the first class in a choice."""
        names = re.findall(r"<([a-z-]+)>", choice)
        return self._alphabet.role_of(names[0]) if names else ""

    def _phrase(self, name: str, depth: int) -> str:
        rows = self._alphabet.phrases[name]["patterns"]
        return "(?:" + "|".join(self._row(ELEMENT.findall(row), keeps=False, depth=depth) for row in rows) + ")"

    def _choice(self, choice: str) -> str:
        codes: set[str] = set()
        for item in choice.split("|"):
            if item == "*":
                codes |= self._alphabet.plain()
            elif item.startswith("<") and item.endswith(">"):
                codes |= self._alphabet.members(item[1:-1])
            elif item:
                codes |= set(self._alphabet.literal(item))
            else:
                raise PatternError(f"{choice!r} has an empty choice")
        return "[" + "".join(sorted(codes)) + "]"
