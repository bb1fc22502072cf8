"""What a server says of a bad query, read: where in the text, and what is wrong.

Neo4j ends a line with "(line 1, column 17 (offset: 16))"; ArcadeDB writes "at line 1, column 14" with
columns from 1, or "at line 1:7" with columns from 0.
"""

import re

_PLACES = (
    (re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)"), 0),
    (re.compile(r"\bat line (\d+), column (\d+)"), 0),
    (re.compile(r"\bat line (\d+):(\d+)"), 1),
)
_EXPECTED = re.compile(r",? expected:? one of (?P<list>.{120,})", re.DOTALL)


def place_of(message: str) -> tuple[int | None, int | None]:
    """Give line and column, both from 1, or None twice where the message names none.

    >>> place_of("Unexpected input 'RETUN' at line 1, column 14")
    (1, 14)
    >>> place_of("Syntax error at line 1:7 - extraneous input")
    (1, 8)
    """
    for pattern, shift in _PLACES:
        if match := pattern.search(message):
            return int(match[1]), int(match[2]) + shift
    return None, None


def plain_problem(message: str) -> str:
    """Give the message in one line, without its place and without long lists of what may stand there.

    >>> plain_problem("Variable `n` not defined (line 1, column 8 (offset: 7))")
    'Variable `n` not defined'
    """
    line = message.splitlines()[0] if message else "the server gives no reason"
    for pattern, _ in _PLACES:
        line = pattern.sub("", line)
    line = _EXPECTED.sub("", line)
    return re.sub(r"\s+", " ", line).strip(" :-") or message
