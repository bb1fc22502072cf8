"""Names spelt otherwise than they are stored: what to ask the full-text index for, and which answer is likest."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from graph.letters import folded

WORD = re.compile(r"[^\W_]+")
LEAST_LETTERS = 3
LONG = 5
MOST_WORDS = 8


def words_alike(text: str) -> str:
    """Give a text as the full-text index asks for words spelt much like its own; "" where none is long enough.

    Nor are more than MOST_WORDS asked for, since each is then compared with every word of every name found.
    A letter more or less is borne with, two in those of five and more; the last word may go on.

    >>> words_alike("Volodimir Zelenskyy"), words_alike("UN troops"), words_alike("the " * 9)
    ('+volodimir~2 +(zelenskyy~2 zelenskyy*)', '+un +(troops~2 troops*)', '')
    """
    words = WORD.findall(folded(text))
    if len(words) > MOST_WORDS or not any(len(word) >= LEAST_LETTERS for word in words):
        return ""
    *before, last = words
    told = [f"+{_bearing(word)}" for word in before]
    return " ".join((*told, f"+({_bearing(last)} {last}*)"))


def _bearing(word: str) -> str:
    """Give a word with the letters that may differ."""
    if len(word) < LEAST_LETTERS:
        return word
    return f"{word}~{2 if len(word) >= LONG else 1}"


def likeness(text: str, names: Iterable[str]) -> float:
    """Say how like a text is to the likest of some names, word by word, from 0 to 1.

    >>> likeness("Hezbolah", ["Hezbollah"]) > likeness("Hezbolah", ["Hezbollah militants", "Kataib"])
    True
    """
    asked = WORD.findall(folded(text))
    return max((_likeness(asked, WORD.findall(folded(name))) for name in names), default=0.0)


def _likeness(asked: list[str], words: list[str]) -> float:
    """Give the mean likeness of each word asked for to its likest word, a little less for every word beyond."""
    if not asked or not words:
        return 0.0
    ratios = [max(SequenceMatcher(None, one, word, autojunk=False).ratio() for word in words) for one in asked]
    return sum(ratios) / len(ratios) - 0.02 * max(len(words) - len(asked), 0)
