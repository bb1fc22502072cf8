"""PLOVER's sectors of actors in plain words, from their three-letter codes."""

import csv
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("sectors.tsv")


@cache
def _words() -> dict[str, str]:
    """Give the words of every code."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row["words"] for row in csv.DictReader(lines, delimiter="\t")}


def sector_name(code: str | None) -> str:
    """Give a sector in words; a code that is none stays as it is.

    >>> sector_name("REB"), sector_name("XYZ"), sector_name(None)
    ('rebels', 'XYZ', '')
    """
    return _words().get(code or "", code or "")
