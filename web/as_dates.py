"""Dates of the graph that a query compares with text, which never matches."""

import re
from collections.abc import Iterator

from graph.statement import Token, tokens_of
from web.misspelt import variables_of
from web.moments import as_day
from web.schema import DATES

COMPARES = frozenset("=<>:")
WORDS = frozenset(("STARTS", "ENDS", "CONTAINS", "WITH", "IN"))
DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")
MOST_NAMED = 5
EXAMPLE = "2019-08-25"


def date_hints(query: str) -> tuple[str, ...]:
    """Say which dates a query compares with text, a sentence each.

    >>> date_hints("MATCH (e:Event) WHERE e.first >= '2019-08' RETURN e")
    ("first is a date, which no text equals or follows: write date('2019-08-01').",)
    >>> date_hints("MATCH (e:Event) WHERE e.first >= date('2019-08-01') RETURN e")
    ()
    """
    return tuple(dict.fromkeys(_told(list(tokens_of(query)))))[:MOST_NAMED]


def _told(tokens: list[Token]) -> Iterator[str]:
    """Say it of every date that stands beside a text."""
    bound = variables_of(tokens)
    for i, token in enumerate(tokens):
        name = token.text.strip("`")
        if name not in DATES or not _is_read(tokens, i, bound):
            continue
        text = _compared(tokens[i + 1 : i + 6]) or (
            _compared(tokens[: i - 2][::-1][:5]) if _is_dotted(tokens, i) else ""
        )
        if text:
            yield f"{name} is a date, which no text equals or follows: write date('{_day(text)}')."


def _is_dotted(tokens: list[Token], i: int) -> bool:
    """Say whether the name at i stands behind a dot."""
    return i > 1 and tokens[i - 1].text == "."


def _is_read(tokens: list[Token], i: int, bound: frozenset[str]) -> bool:
    """Say whether the name at i is read of a node or relationship: behind its dot, or as a key of its pattern."""
    if _is_dotted(tokens, i):
        return tokens[i - 2].text in bound
    opens = next((place for place in range(i - 1, 0, -1) if tokens[place].text in "{}"), 0)
    is_key = i > 0 and tokens[i - 1].text in ("{", ",") and i + 1 < len(tokens) and tokens[i + 1].text == ":"
    return is_key and opens > 1 and tokens[opens].text == "{" and tokens[opens - 2].text in ("(", "[", ":")


def _compared(beside: list[Token]) -> str:
    """Give the text that a name is compared with, "" where it is something else. beside: what follows the name."""
    is_compared = False
    for token in beside:
        if token.kind == "text":
            return token.text[1:-1] if is_compared else ""
        is_mark = token.text in COMPARES or token.upper in WORDS or (is_compared and token.text == "[")
        if not is_mark:
            return ""
        is_compared = True
    return ""


def _day(text: str) -> str:
    """Give a text as the day that may be meant.

    >>> _day("2019"), _day("2019-08-25"), _day("Monday"), _day("2019-02-31")
    ('2019-01-01', '2019-08-25', '2019-08-25', '2019-08-25')
    """
    match = DAY.match(text)
    day = f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}" if match else ""
    return day if as_day(day) else EXAMPLE
