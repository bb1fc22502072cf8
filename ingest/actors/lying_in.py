"""Tells in which country a text puts a town, whatever larger town has its name: "Palma in northern Mozambique"."""

from collections.abc import Callable, Sequence

from ingest.actors.folding import fold
from ingest.document import Token

_PASSED = frozenset(
    [
        *("the", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"),
        *("northeastern", "northwestern", "southeastern", "southwestern", "north-eastern", "north-western"),
        *("south-eastern", "south-western", "-"),
    ]
)
_CLOSING = frozenset((",", ".", ";", ")", "-", "–", "—", "--"))
_LONGEST = 4  # words of a country's name

Lookup = Callable[[str], str]  # the words of a country, as they stand, to its ISO 3166-1 alpha-3 code, "" for others


def country_told(tokens: Sequence[Token], last: int, lookup: Lookup) -> str:
    """Give the country that stands just after the name that ends before token `last`, "" where none does.

    It stands there by "in", or between commas: in "in Gao, Mali said" the state speaks and puts Gao nowhere.
    """
    i = last
    if i >= len(tokens) or tokens[i].text.lower() not in ("in", ","):
        return ""
    is_listed = tokens[i].text == ","
    i += 1
    while i < len(tokens) and tokens[i].text.lower() in _PASSED:
        i += 1
    for end in range(min(len(tokens), i + _LONGEST), i, -1):
        words = [token.text for token in tokens[i:end]]
        iso = lookup(" ".join(words)) if words[-1][:1].isalpha() else ""
        if iso:
            is_closed = end == len(tokens) or tokens[end].text in _CLOSING
            return iso if is_closed or not is_listed else ""
    return ""


def countries_told(tokens: Sequence[Token], lookup: Lookup) -> dict[str, str]:
    """Give, by the folded last word of its name, the one country that a text puts a town in."""
    told: dict[str, set[str]] = {}
    for token in tokens:
        if token.pos == "PROPN" and token.text[:1].isupper() and (iso := country_told(tokens, token.i + 1, lookup)):
            told.setdefault(fold(token.text), set()).add(iso)
    return {name: next(iter(found)) for name, found in told.items() if len(found) == 1}
