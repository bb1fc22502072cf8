"""Names in a query that nothing in the graph bears, each with the one that may be meant."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from graph.answer import Answer
from graph.queries import queries
from graph.statement import Token, tokens_of
from web.schema import Schema
from web.words import counted

NAMES = ("word", "name")
LEAST_ALIKE = 0.6
MOST_NAMED = 5


def hints_of(query: str, schema: Schema, outcome: Answer) -> tuple[str, ...]:
    """Say which names of a query the graph does not know: of properties, where nothing or an empty column came."""
    unknown = unknown_names(query, {one.name: one.count for one in schema.labels}, dict(schema.counts))
    is_empty = any(all(row.get(column) is None for row in outcome.rows) for column in outcome.columns)
    if outcome.rows and not is_empty:
        return unknown
    return unknown + misspelt(query, {name for label in schema.labels for name in label.properties})


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


def unknown_names(query: str, labels: Mapping[str, int], types: Mapping[str, int | None]) -> tuple[str, ...]:
    """Say which labels and types of relationship of a query there are none of, a sentence each.

    labels, types: those there are, with how many of each, None where they were not counted.

    >>> unknown_names("MATCH (e:Evnt)-[:TO|DOES]->(a) RETURN e", {"Event": 598}, {"TO": 9, "DID": None})
    ('There is no label Evnt; did you mean Event (598 nodes)?', 'There is no type of relationship DOES.')
    """
    found = dict.fromkeys(_classes(list(tokens_of(query))))
    told = [
        _class_sentence(name, types if is_type else labels, is_type=is_type)
        for name, is_type in found
        if name not in (types if is_type else labels)
    ]
    return tuple(told[:MOST_NAMED])


def _classes(tokens: list[Token]) -> Iterator[tuple[str, bool]]:
    """Give the labels and the types of relationship a query names, each with whether it is a type."""
    open_: list[str] = []
    is_named = False
    for i, token in enumerate(tokens):
        if token.text in ("(", "[", "{"):
            before = tokens[i - 1].text if i else ""
            open_.append("-[" if token.text == "[" and before == "-" else token.text)
        elif token.text in (")", "]", "}") and open_:
            open_.pop()
        inside = open_[-1] if open_ else ""
        if token.kind in NAMES and is_named:
            yield token.text.strip("`"), inside == "-["
            is_named = False
        elif token.text == ":":
            is_named = inside not in ("{", "[")
        elif token.text in ("|", "&", "!"):
            is_named = _goes_on(tokens, i, inside) or (is_named and token.text == "!")
        else:
            is_named = False


def _goes_on(tokens: list[Token], i: int, inside: str) -> bool:
    """Say whether a mark at i joins a label or type to those before it."""
    names = i - 1
    while names > 0 and tokens[names - 1].text in ("|", "&", "!"):
        names -= 2
    return inside in ("-[", "(") and names > 0 and tokens[i - 1].kind in NAMES and tokens[names - 1].text == ":"


def _class_sentence(name: str, known: Mapping[str, int | None] | Mapping[str, int], *, is_type: bool) -> str:
    """Say that there is no label or type of a name, and which may be meant."""
    by_fold = {one.lower(): one for one in known}
    close = get_close_matches(name.lower(), sorted(by_fold), 1, LEAST_ALIKE)
    what = "type of relationship" if is_type else "label"
    if not close:
        return f"There is no {what} {name}."
    meant = by_fold[close[0]]
    number = known[meant]
    many = "" if number is None else f" ({counted(number, 'relationship' if is_type else 'node')})"
    return f"There is no {what} {name}; did you mean {meant}{many}?"


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


def variables_of(tokens: list[Token]) -> frozenset[str]:
    """Give the variables of a query that stand for nodes and relationships."""
    return frozenset(_bound(tokens))


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
