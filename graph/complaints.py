"""What a server says of a bad query, read: where in the text, and what is wrong.

Neo4j ends a line with "(line 1, column 17 (offset: 16))"; ArcadeDB writes "at line 1, column 14"
or "at line 1:7", both with columns from 0.
"""

import re

_PLACES = (
    (re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)"), 0),
    (re.compile(r"\bat line (\d+), column (\d+)"), 1),
    (re.compile(r"\bat line (\d+):(\d+)"), 1),
)
_NAMED = re.compile(r"[Vv]ariable '(\w+)'|[Ff]unction:? '?([\w.]+)|parameter\(s\): (\w+)")
_KIND = re.compile(r"^[A-Z][A-Za-z]+: ")
_EXPECTED = re.compile(r"[,:;]? expected:? (?:one of |a |an |')[^\n]{100,}")


def place_of(message: str, text: str = "") -> tuple[int | None, int | None]:
    """Give line and column, both from 1, or None twice.

    Where the message names no place but a variable, function or parameter, it is looked up in the text.

    >>> place_of("Unexpected input 'RETUN' at line 1, column 14")
    (1, 15)
    >>> place_of("Syntax error at line 1:7 - extraneous input")
    (1, 8)
    >>> place_of("Variable 'm' not defined", "MATCH (n) RETURN m")
    (1, 18)
    """
    for pattern, shift in _PLACES:
        if match := pattern.search(message):
            line, column = int(match[1]), int(match[2]) + shift
            return _within(text, line, column) if text else (line, column)
    if named := _NAMED.search(_KIND.sub("", message)):
        name = next(filter(None, named.groups()))
        if found := re.search(rf"(?<![\w.`'\"])\$?{re.escape(name)}\b", text):
            return text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
    return None, None


def _within(text: str, line: int, column: int) -> tuple[int, int]:
    """Give a place, or the end of the text where it lies behind."""
    lines = text.split("\n")
    return (line, column) if line <= len(lines) else (len(lines), len(lines[-1]) + 1)


def plain_problem(message: str) -> str:
    """Give the message in one line, without its place and without long lists of what may stand there.

    >>> plain_problem("Variable `n` not defined (line 1, column 8 (offset: 7))")
    'Variable `n` not defined'
    """
    line = message.splitlines()[0] if message else "the server gives no reason"
    for pattern, _ in _PLACES:
        line = pattern.sub("", line)
    line = _EXPECTED.sub("", _KIND.sub("", line))
    return re.sub(r"\s+", " ", line).strip(" :-") or message
