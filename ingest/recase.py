"""Gives upper-case wire text its small letters back, every character at its place."""

import re
from functools import cache

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE = re.compile(r"(?:^|[.?!]['\"”)]*\s+|\n\s*\n\s*|--\s*|[.?!]\s+[\"“(]\s*|--\s*\[TEXT\]\s*)[\"“]?$")
LONG_FORM = re.compile(r"((?:[^\W\d_]+[\s-]+){1,9})[\[(]([A-Z]{2,10})[\])]")
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
    spelled, short = _spelled_out(text), {match[2] for match in LONG_FORM.finditer(text)}
    parts, done = [], 0
    for match in WORD.finditer(text):
        before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() : match.end() + 6]
        word = match[0] if match[0] in short else _recase_word(match[0], before, after)
        if match.start() in spelled and word.islower():
            word = word[0].upper() + word[1:]
        parts += [text[done : match.start()], word]
        done = match.end()
    parts.append(text[done:])
    return "".join(parts)


def _spelled_out(text: str) -> set[int]:
    """Give where the words start that a short form in brackets stands for.

    >>> sorted(_spelled_out("THE NATIONAL LIBERATION ARMY [NLA]"))
    [4, 13, 24]
    """
    found: set[int] = set()
    for match in LONG_FORM.finditer(text):
        words = list(WORD.finditer(text, match.start(1), match.end(1)))
        letters = list(match[2])
        starts = []
        while words and letters:
            word = words.pop()
            if word[0][0] == letters[-1]:
                letters.pop()
                starts.append(word.start())
            elif len(word[0]) > 3:
                break
        if not letters:
            found.update(starts)
    return found


def _recase_word(word: str, before: str, after: str) -> str:
    """Recase one word by what it is and where it stands."""
    lower = word.lower()
    if len(lower) != len(word) or not word.isupper():
        return word
    if _is_short_form(word, before, after[:1]):
        return word
    is_capital = lower == "i" or _is_month(lower, before, after) or not _is_word(lower) or _is_name(lower)
    if is_capital or SENTENCE.search(before):
        return word[0] + lower[1:]
    return lower


def _is_month(lower: str, before: str, after: str) -> bool:
    """Say whether a word that may be a month stands beside a number."""
    return lower in {"may", "march"} and bool(re.search(r"\d,? ?$", before) or re.match(r",?\s\d", after))


def _is_short_form(word: str, before: str, after: str) -> bool:
    """Say whether a word is an abbreviation such as FMLN or [ELN]."""
    if word in _short_forms():
        return True
    if len(word) < 2 or len(word) > LONGEST_SHORT_FORM:
        return False
    is_bracketed = before[-1:] in {"[", "("} and after in {"]", ")"}
    has_vowel = re.search(r"[AEIOUY]", word) is not None
    return is_bracketed or not has_vowel


@cache
def _short_forms() -> frozenset[str]:
    """Give the known short forms of organisations that are no words, FARC for one."""
    from ingest.words import short_forms

    return frozenset(form for form in short_forms() if not _is_word(form.lower()))


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
