"""Gives upper-case wire text its small letters back, every character at its place."""

import re
from functools import cache

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE = re.compile(r"(?:^|[.?!]\s+|\n\s*\n\s*|--\s*|[\[\]\"“(]\s*)$")
LONGEST_SHORT_FORM = 6
SHARE_OF_CAPITALS = 0.8


def is_shouted(text: str) -> bool:
    """Say whether a text is written in capitals throughout."""
    letters = [c for c in text[:4000] if c.isalpha()]
    return len(letters) >= 40 and sum(c.isupper() for c in letters) > SHARE_OF_CAPITALS * len(letters)


def recase(text: str) -> str:
    """Write common words small, names with a capital and short forms as they stand.

    A word is a name where no English dictionary form has it; a short form where it has no vowel or stands
    alone in brackets after its long form. The length of the text does not change.
    """
    parts, done = [], 0
    for match in WORD.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        parts += [text[done : match.start()], _recase_word(match[0], before, text[match.end() : match.end() + 1])]
        done = match.end()
    parts.append(text[done:])
    return "".join(parts)


def _recase_word(word: str, before: str, after: str) -> str:
    """Recase one word by what it is and where it stands."""
    lower = word.lower()
    if len(lower) != len(word) or not word.isupper():
        return word
    if _is_short_form(word, before, after):
        return word
    if lower in {"i"} or SENTENCE.search(before) or not _is_word(lower) or _is_name(lower):
        return word[0] + lower[1:]
    return lower


def _is_short_form(word: str, before: str, after: str) -> bool:
    """Say whether a word is an abbreviation such as FMLN or [ELN]."""
    if len(word) < 2 or len(word) > LONGEST_SHORT_FORM:
        return False
    is_bracketed = before[-1:] in {"[", "("} and after in {"]", ")"}
    has_vowel = re.search(r"[AEIOUY]", word) is not None
    return is_bracketed or not has_vowel


@cache
def _is_word(lower: str) -> bool:
    """Say whether English dictionaries know the form."""
    from ingest.words import is_english  # lemminflect's tables are loaded for shouted texts only

    return is_english(lower.removesuffix("'s").removesuffix("’s"))


@cache
def _is_name(lower: str) -> bool:
    """Say whether a word is one that English writes with a capital: a month, a weekday, a country."""
    from ingest.words import capitalised

    return lower.removesuffix("'s").removesuffix("’s") in capitalised()
