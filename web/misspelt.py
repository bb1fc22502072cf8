"""Names of properties in a query that nothing in the graph bears, with the one that may be meant."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache

from graph.queries import queries
from graph.statement import Token, tokens_of

NAMES = ("word", "name")
LEAST_ALIKE = 0.6
MOST_NAMED = 5


def misspelt(query: str, known: Iterable[str]) -> tuple[str, ...]:
    """Say which properties of a query nobody bears, a sentence each. known: those that some node bears.

    >>> misspelt("MATCH (a:Actor {nmae: 'Hamas'}) RETURN a", ["name"])
    ('No node bears nmae; name?',)
    """
    borne = {*known, *_used()}
    tokens = list(tokens_of(query))
    bound = {"", *_bound(tokens)}
    named = dict.fromkeys(name for owner, name in _reads(tokens) if owner in bound and name not in borne)
    return tuple(_sentence(name, known) for name in list(named)[:MOST_NAMED])


def properties_of(query: str) -> Iterator[str]:
    """Give the names of the properties a query reads, of nodes and of relationships.

    >>> list(properties_of("MATCH (a:Actor {id: 'x.y'}) WHERE a.first.year = 1 RETURN {b: date.truncate('day', a.c)}"))
    ['id', 'first', 'c']
    """
    return (name for _, name in _reads(list(tokens_of(query))))


def _reads(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Give the properties that are read, each with the variable before its dot, "" for a key of a pattern."""
    inside = list[bool]()
    for i, token in enumerate(tokens):
        before, after = tokens[max(i - 2, 0) : i], tokens[i + 1].text if i + 1 < len(tokens) else ""
        if token.text == "{":
            inside.append(_is_pattern(before))
        elif token.text == "}" and inside:
            inside.pop()
        elif token.kind in NAMES and _is_read(tokens, i, after, is_key=bool(inside and inside[-1])):
            yield tokens[i - 2].text if tokens[i - 1].text == "." else "", token.text.strip("`")


def _bound(tokens: list[Token]) -> Iterator[str]:
    """Give the variables that patterns bind to nodes and relationships; what else has a dot may be a map."""
    for i, token in enumerate(tokens[:-1]):
        if token.kind in NAMES and tokens[i + 1].text != "." and _opens(tokens[max(i - 2, 0) : i]):
            yield token.text


def _opens(before: list[Token]) -> bool:
    """Say whether the last of two tokens opens a node or relationship, and not what a function takes, or a list."""
    if not before or before[-1].text not in ("(", "["):
        return False
    owner, mark = before[0], before[-1]
    if mark.text == "[":
        return owner.text.endswith("-")
    return owner.kind not in NAMES or owner.start + len(owner.text) < mark.start


def _is_pattern(before: list[Token]) -> bool:
    """Say whether a brace opens the properties of a node or relationship, by the two tokens before it."""
    if not before or before[-1].kind not in NAMES:
        return _opens(before)
    return len(before) > 1 and before[0].text in "([:|&"


def _is_read(tokens: list[Token], i: int, after: str, *, is_key: bool) -> bool:
    """Say whether the name at i is a property: the key of a pattern, or behind the dot of a variable."""
    last = tokens[i - 1].text if i else ""
    if is_key and after == ":" and last in ("{", ","):
        return True
    owner = tokens[i - 2] if i > 1 else None
    is_first = i < 3 or tokens[i - 3].text not in (".", "$")
    return last == "." and owner is not None and owner.kind in NAMES and is_first and after not in ("(", ".(")


@cache
def _used() -> frozenset[str]:
    """Give the properties that the named queries read, those of relationships among them."""
    return frozenset(name for text in queries().values() for name in properties_of(text))


def _sentence(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name.lower(), sorted(known), 1, LEAST_ALIKE)
    return f"No node bears {name}; {close[0]}?" if close else f"No node bears {name}."
