"""Letters without the marks over them, so that a name is found however it is typed."""

import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


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
