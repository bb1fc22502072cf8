"""Words as the full-text index of articles splits and spells them, and when two of them are the same word."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from graph.letters import plain_letters

TOKEN = re.compile(r"[^\W_]+(?:(?:['\u2019\u2018.]|(?<=\d),(?=\d))[^\W_]+)*")
APOSTROPHES = str.maketrans("\u2018\u2019", "''")
POINTED = range(2, 5)
SHORT = 2
ACCENTED = {
    "a": "áàâãäåāăą", "c": "çćč", "d": "đ", "e": "éèêëēęěė", "g": "ğ", "i": "íìîïīı", "l": "ł", "n": "ñńňņ",
    "o": "óòôõöøōő", "r": "ř", "s": "šşśș", "t": "ţțť", "u": "úùûüūůű", "y": "ýÿ", "z": "žźż",
}  # fmt: skip
STOP_LIST = Path(__file__).with_name("stop_words.txt")


@cache
def stop_words() -> frozenset[str]:
    """Give the words that nearly every text holds.

    >>> "the" in stop_words(), "gaza" in stop_words()
    (True, False)
    """
    lines = STOP_LIST.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in TOKEN.findall(line))


@lru_cache(maxsize=50_000)
def forms(word: str) -> frozenset[str]:
    """Give what a word is known by: without accents, without a possessive, with and without its apostrophes.

    >>> sorted(forms("O\u2019Neill's")), sorted(forms("São")), sorted(forms("U.S"))
    (["o'neill", "o'neill's", 'oneill'], ['sao'], ['u.s'])
    """
    plain = plain_letters(word.translate(APOSTROPHES))
    short = bare(plain)
    return frozenset((plain, short, short.replace("'", "")))


def bare(word: str) -> str:
    """Give a word without its possessive.

    >>> bare("WHO\u2019s"), bare("Moscow")
    ('WHO', 'Moscow')
    """
    return word.translate(APOSTROPHES).removesuffix("'s")


def is_exact(word: str) -> bool:
    """Say whether a word that is looked for must stand as it is written."""
    return word != word.lower()


def asked_forms(word: str) -> frozenset[str]:
    """Give what a word that is asked for may be known by in a text: a short one may be an abbreviation with points.

    >>> sorted(asked_forms("us")), sorted(asked_forms("u.s"))
    (['u.s', 'us'], ['u.s'])
    >>> sorted(asked_forms("WHO"))
    ['W.H.O', 'WHO']
    """
    pointed = {".".join(word)} if len(word) in POINTED and word.isalpha() else set()
    if is_exact(word):
        return frozenset((word, *pointed))
    return forms(word) | pointed


def spellings(word: str) -> list[str]:
    """Give how the index may spell a word: possessive or not, with either apostrophe, with points where it is short.

    >>> spellings("kyiv")[:3], "o\u2019neill" in spellings("o'neill"), "u.s" in spellings("us")
    (['kyiv', "kyiv's", 'kyiv\u2019s'], True, True)
    """
    low = word.lower().translate(APOSTROPHES)
    short = bare(low)
    found = [low, short, short + "'s", *sorted(asked_forms(low))]
    return list(dict.fromkeys(kind for one in found for kind in (one, one.replace("'", "\u2019"))))


def accented(word: str) -> Iterator[str]:
    """Give a word with an accent on one of its letters, each way there is; none for one that has accents itself.

    >>> "bogotá" in accented("bogota"), list(accented("são"))
    (True, [])
    """
    if not word.isascii():
        return
    for at, letter in enumerate(word):
        yield from (word[:at] + one + word[at + 1 :] for one in ACCENTED.get(letter, ""))


def spelt_in(names: Iterable[str], word: str) -> Iterator[str]:
    """Give a word as names spell it with accents.

    >>> list(spelt_in(["Aleksandar Vučić", "Vucic"], "vucic"))
    ['vučić']
    """
    tokens = (token.lower() for name in names for token in TOKEN.findall(name))
    return (token for token in dict.fromkeys(tokens) if not token.isascii() and plain_letters(token) == word)


def words_asked(text: str, most: int) -> tuple[str, ...]:
    """Give the words of a text that are looked for, each once, at most `most`: none that nearly every text holds.

    Such a word, and one of two letters, is looked for as it is written where it is written like an abbreviation.

    >>> words_asked("The U.S. and São Paulo's mayor", 12)
    ('u.s', 'são', "paulo's", 'mayor')
    >>> words_asked("what WHO says", 12), words_asked("WHO", 12), words_asked("THE DAM", 12)
    (('WHO', 'says'), ('WHO',), ('dam',))
    >>> words_asked("US troops", 12), words_asked("us troops", 12)
    (('US', 'troops'), ('us', 'troops'))
    """
    tokens = TOKEN.findall(text)
    is_shouted = len(tokens) > 1 and text.isupper()
    words = (_asked(word, is_shouted=is_shouted) for word in tokens)
    return tuple(dict.fromkeys(word for word in words if word))[:most]


def _asked(word: str, *, is_shouted: bool) -> str:
    """Give a word as it is looked for, "" for one that nearly every text holds."""
    low, is_short = word.lower(), len(word) == SHORT
    if low not in stop_words() and not is_short:
        return low
    if word.isupper() and len(word) > 1 and not is_shouted:
        return word
    return low if is_short and low not in stop_words() else ""
