"""Reads dates in other languages and rare notations: the only module that knows dateparser."""

from datetime import date
from functools import lru_cache

import dateparser

LANGUAGES = ("es", "fr", "pt", "de", "it", "nl", "ru", "uk", "pl", "tr", "id", "ar", "fa", "he")
SETTINGS = {"DATE_ORDER": "DMY", "STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}


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
