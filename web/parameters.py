"""The $parameters of a query: which it names, and the values its address gives them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from web.errors import WebError

PREFIX = "p."
MOST_CHARACTERS = 10_000
MOST_DEPTH = 50
TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?(?:\*/|\Z)|'(?:\\.|[^'\\])*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z)|`[^`]*(?:`|\Z)|\$(\w+)""",
    re.DOTALL,
)


class TooDeep(WebError):
    """A value whose lists and maps stand in one another too deep."""


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter in the form: the text that stands there, and what it is, "" where nobody says."""

    name: str
    text: str
    about: str
    is_missing: bool


def parameter_names(query: str) -> tuple[str, ...]:
    """Give the names of the parameters in a query, in order, those in strings and comments left out.

    >>> parameter_names("MATCH (a {id: $a}) // $no\\nWHERE a.name <> '$no' RETURN $b, $a")
    ('a', 'b')
    """
    return tuple(dict.fromkeys(match[1] for match in TOKEN.finditer(query) if match[1]))


def parameter_value(text: str) -> Any:
    """Read a value: JSON where the text is JSON, else the text itself.

    Raises TooDeep where it nests deeper than a query may be given.

    >>> parameter_value("3"), parameter_value('["a"]'), parameter_value("hamas"), parameter_value('"3"')
    (3, ['a'], 'hamas', '3')
    """
    try:
        value = json.loads(text)
    except RecursionError as problem:
        raise TooDeep(f"nested more than {MOST_DEPTH} deep") from problem
    except ValueError:
        return text
    if _is_deep(value):
        raise TooDeep(f"nested more than {MOST_DEPTH} deep")
    return value


def _is_deep(value: Any) -> bool:
    """Say whether lists and maps stand in one another more than MOST_DEPTH deep."""
    level = [value]
    for _ in range(MOST_DEPTH + 1):
        inner = [one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list)]
        level = [item for one in inner for item in one]
        if not level:
            return False
    return True


def given_texts(arguments: Mapping[str, str]) -> dict[str, str]:
    """Give the texts of all parameters an address holds, by name."""
    return {
        name.removeprefix(PREFIX): text[:MOST_CHARACTERS]
        for name, text in arguments.items()
        if name.startswith(PREFIX) and len(name) > len(PREFIX)
    }


def fields_of(query: str, texts: Mapping[str, str], about: Mapping[str, str]) -> tuple[Field, ...]:
    """Give the form of a query: a field for each parameter it names. about: what each is, where known."""
    return tuple(
        Field(name, texts.get(name, ""), about.get(name, ""), texts.get(name, "") == "")
        for name in parameter_names(query)
    )
