"""Words as the full-text index of articles splits and spells them, and when two of them are the same word."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.letters import plain_letters

TOKEN = re.compile(r"[^\W_]+(?:(?:['\u2019\u2018.]|(?<=\d),(?=\d))[^\W_]+)*")
APOSTROPHES = str.maketrans("\u2018\u2019", "''")
POINTED = range(2, 5)
ACCENTED = {
    "a": "áàâãäåāăą", "c": "çćč", "d": "đ", "e": "éèêëēęěė", "g": "ğ", "i": "íìîïīı", "l": "ł", "n": "ñńňņ",
    "o": "óòôõöøōő", "r": "ř", "s": "šşśș", "t": "ţțť", "u": "úùûüūůű", "y": "ýÿ", "z": "žźż",
}  # fmt: skip
STOP_WORDS = frozenset(
    TOKEN.findall(
        "a about after all also an and any are as at be been but by can could did do for from had has have he her him "
        "his how i if in into is it its just may more most no nor not of off on one only or other our out over she so "
        "some such than that the their them then there these they this those to up was we were what when where which "
        "who whom whose why will with would you your"
    )
)


@lru_cache(maxsize=50_000)
def forms(word: str) -> frozenset[str]:
    """Give what a word is known by: without accents, without a possessive, with and without its apostrophes.

    >>> sorted(forms("O\u2019Neill's")), sorted(forms("São")), sorted(forms("U.S"))
    (["o'neill", "o'neill's", 'oneill'], ['sao'], ['u.s'])
    """
    plain = plain_letters(word.translate(APOSTROPHES))
    bare = plain.removesuffix("'s")
    return frozenset((plain, bare, bare.replace("'", "")))


def asked_forms(word: str) -> frozenset[str]:
    """Give what a word that is asked for may be known by in a text: a short one may be an abbreviation with points.

    >>> sorted(asked_forms("us")), sorted(asked_forms("u.s"))
    (['u.s', 'us'], ['u.s'])
    """
    pointed = {".".join(word)} if len(word) in POINTED and word.isalpha() else set()
    return forms(word) | pointed


def spellings(word: str) -> list[str]:
    """Give how the index may spell a word: possessive or not, with either apostrophe, with points where it is short.

    >>> spellings("kyiv")[:3], "o\u2019neill" in spellings("o'neill"), "u.s" in spellings("us")
    (['kyiv', "kyiv's", 'kyiv\u2019s'], True, True)
    """
    low = word.lower().translate(APOSTROPHES)
    bare = low.removesuffix("'s")
    found = [low, bare, bare + "'s", *sorted(asked_forms(low))]
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


def words_asked(text: str, most: int) -> tuple[str, ...]:
    """Give the words of a text that are looked for, each once, at most `most`: none that nearly every text holds.

    >>> words_asked("The U.S. and São Paulo's mayor", 12)
    ('u.s', 'são', "paulo's", 'mayor')
    """
    words = dict.fromkeys(word.lower() for word in TOKEN.findall(text))
    return tuple(word for word in words if word not in STOP_WORDS)[:most]
