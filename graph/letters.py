"""Names as they are searched: letters without marks over them, words without dashes, so that any typing finds them."""

import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_SIGNS = str.maketrans(
    dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014_/|", " ")
    | dict.fromkeys("'`\u00b4\u2018\u2019\u02bb\u02bc\u02be\u02bf.", "")
    | {"\u0259": "e", "\u00fe": "th", "\u0127": "h"}
)


def plain_letters(text: str) -> str:
    """Give a text in lower case, without marks over its letters.

    >>> plain_letters("Erdoğan"), plain_letters("SØREN")
    ('erdogan', 'soren')
    """
    low = text.lower()
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFKD", low)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).translate(_LETTERS)


def folded(text: str) -> str:
    """Give a name as it is searched: plain letters, dashes as spaces, no apostrophes and no stops.

    "" where a text has nothing but such signs. They go both before letters are taken apart, since an accent that
    stands alone comes apart into a space, and after.

    >>> folded("Al-Fāshir"), folded("Sana\u2019a"), folded("Sana\u00b4a"), folded("U.N."), folded("-.'")
    ('al fashir', 'sanaa', 'sanaa', 'un', '')
    """
    return " ".join(plain_letters(text.translate(_SIGNS)).translate(_SIGNS).split())


def searched(names: Iterable[str]) -> str:
    """Give several names of one thing as one text to be searched, each once, behind one another with strokes.

    >>> searched(["Recep Tayyip Erdoğan", "Erdogan", "Erdoğan"])
    'recep tayyip erdogan | erdogan'
    """
    return " | ".join(dict.fromkeys(name for name in map(folded, names) if name))


def bearing(text: str, names: Iterable[str]) -> str:
    """Give the first of some names a word of which begins with a text, else the first that holds it, "" for none.

    >>> bearing("fash", ["Tendelti", "Al-Fashir"])
    'Al-Fashir'
    """
    asked, names = folded(text), list(names)
    begins = (name for name in names if f" {asked}" in f" {folded(name)}")
    return next(begins, next((name for name in names if asked in folded(name)), ""))
