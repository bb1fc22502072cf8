"""Reads whether something happened beside a place and not in it, and by which words to tell so."""

import re
import tomllib
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("beside.toml")


def beside(before: str) -> str:
    """Give the words by which something happened beside a place and not in it, "" where it happened there.

    A direction and a distance are kept, for "near" says that it was no long way.

    before: what the sentence says up to the name of the place.

    >>> beside("They shelled a post 20 km north of "), beside("A bomb went off outside the town of ")
    ('20 km north of', 'outside')
    >>> beside("They shelled a post close to "), beside("They shelled a post in ")
    ('near', '')
    """
    pattern, nears = _pattern()
    found = pattern.search(before)
    if not found:
        return ""
    told = re.sub(r"\s*\([^)]*\)", "", found["told"])  # "20 km (12 miles) north of"
    told = re.sub(r"\s+", " ", told).lower()
    return "near" if told in nears else told


@cache
def _pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    """Give what matches such words before a name, and those told as "near"."""
    table: dict[str, list[str]] = tomllib.loads(TABLE.read_text("utf-8"))
    either = {kind: "|".join(sorted(map(re.escape, words), key=len, reverse=True)) for kind, words in table.items()}
    number = rf"(?:\d[\d.,]*|{either['numbers']})"
    distance = rf"{number}[ -]?(?:{either['units']})(?: \([^)]*\))?"
    sides = rf"(?:{either['sides'].replace('theast', 'th-?east').replace('thwest', 'th-?west')}) of"
    told = (
        rf"{distance} (?:to the )?(?:due )?(?:{sides}|{either['measured']})"
        rf"|{either['own']}|{either['near']}|(?<!the ){sides}"
    )
    kinds = rf"(?: the)?(?: (?:{either['kinds']})(?: of)?)?,?"
    return re.compile(rf"(?<![\w-])(?P<told>{told}){kinds} $", re.IGNORECASE), frozenset(table["near"])
