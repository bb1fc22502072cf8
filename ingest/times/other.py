"""Reads dates in other languages and rare notations: the only module that knows dateparser."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import dateparser

LANGUAGES = (
    "es", "fr", "pt", "de", "it", "nl", "ru", "uk", "pl", "tr", "id", "ar", "fa", "he", "sv", "da", "nb", "fi", "el",
    "sr", "hr", "bs", "bg", "ro", "hu", "cs", "sk", "sw", "vi", "hi", "ur", "bn", "so", "am", "ka", "hy", "az", "sq",
    "mk", "sl", "lt", "lv", "et", "ca", "eu", "ga", "af", "ms", "be", "kk", "uz", "ky",
)  # fmt: skip
SETTINGS = {"DATE_ORDER": "DMY", "STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}


def spoken(words: Sequence[str]) -> str:
    """Write the words of a date as read_day takes them: without points and endings, numbers alone with strokes.

    >>> spoken(["3", ".", "oktober", "1990"]), spoken(["2009", "年", "5", "月", "12"])
    ('3 oktober 1990', '2009/5/12')
    """
    numbers = [word for word in words if word.isdigit()]
    if len(numbers) > 2:
        return "/".join(numbers)
    kept = [word for word in words if len(word) > 2 or word.isdigit() or not numbers]
    return " ".join(kept)


@lru_cache(maxsize=4096)
def read_day(text: str) -> date | None:
    """Give the day a full date means, None where it is none.

    >>> read_day("12 de mayo de 2009")
    datetime.date(2009, 5, 12)
    """
    for settings in (SETTINGS, {**SETTINGS, "DATE_ORDER": "YMD"}) if text[:4].isdigit() else (SETTINGS,):
        found = dateparser.parse(text, languages=list(LANGUAGES), settings=settings)
        if found and str(found.year) in text:
            return date(found.year, found.month, found.day)
    return None
