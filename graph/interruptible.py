"""Loops within one expression, written so that Neo4j can end them.

Between two rows Neo4j looks whether it was told to end a query; within an expression it looks only where
that reads the graph. So a step of every loop that may be long is made to read: it counts the nodes of a label
no graph has, which costs about a microsecond. The embedded engine does not look even then; see graph/console.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.errors import QueryError
from graph.loops import BODIES, STEPS_A_SECOND, length_at, range_at
from graph.statement import CLOSING, OPENING, Token, place_in, tokens_of

LOOK, LOOK_END = " CASE COUNT { MATCH (:`no such label`) } WHEN 0 THEN (", ") END "
SHORT_STEPS = 10_000
_TESTS = ("ALL", "ANY", "NONE", "SINGLE")
_BEFORE_LABELS, _AFTER_LABELS = (":", "|", "&", "!"), ("|", "&", "AND", "OR", "XOR")
_SHORT_LISTS = ("NODES", "RELATIONSHIPS", "LABELS", "KEYS")


def interruptible(text: str, parameters: Mapping[str, Any]) -> str:
    """Give a statement that answers the same, and listens in every step of a loop that may be long.

    A test of all members that holds no other loop stays as it is: Neo4j looks for paths by it.

    >>> interruptible("RETURN reduce(s = 0, x IN $list | s + x) AS n", {"list": [1] * 20_000}).replace(LOOK, " <")
    'RETURN reduce(s = 0, x IN $list | < s + x) END ) AS n'
    """
    tokens = list(tokens_of(text))
    put_in: dict[int, str] = {}
    for start, end in _bodies(tokens, parameters):
        put_in[tokens[start].start + len(tokens[start].text)] = LOOK
        put_in[tokens[end].start] = LOOK_END
    for place in sorted(put_in, reverse=True):
        text = text[:place] + put_in[place] + text[place:]
    return text


def check_ranges(text: str, parameters: Mapping[str, Any], seconds: float) -> None:
    """Refuse a range that nothing goes through step by step, unless it is known to be short enough for its seconds.

    To look for a member in it, or to compare it, is one step to the engine however long it is.
    Raises QueryError with its place.
    """
    tokens = list(tokens_of(text))
    most = int(STEPS_A_SECOND * seconds)
    for i, token in enumerate(tokens):
        if token.upper != "RANGE" or tokens[i + 1 : i + 2] == [] or tokens[i + 1].text != "(":
            continue
        if closing_at(tokens, i + 1) == len(tokens):
            return
        found = range_at(tokens, i, parameters)
        if (found is None or found[0] > most) and not _is_gone_through(tokens, i):
            problem = (
                f"a range whose length is not known to be {most:,} at most cannot be stopped here. "
                "Let UNWIND or a list comprehension go through it, or write its ends as numbers or parameters"
            )
            raise QueryError(problem, text, *place_in(text, token.start))


def _is_gone_through(tokens: Sequence[Token], i: int) -> bool:
    """Say whether the range at i is what UNWIND or a loop goes through, or what `size` measures."""
    end = closing_at(tokens, i + 1)
    if i == 0 or end + 1 >= len(tokens):
        return False
    after = tokens[end + 1].upper or tokens[end + 1].text
    if tokens[i - 1].upper == "UNWIND":
        return after == "AS"
    if i > 1 and tokens[i - 1].text == "(" and tokens[i - 2].upper == "SIZE":
        return after == ")"
    opening = _opening_at(tokens, i)
    is_list = opening is not None and i > 2 and tokens[i - 1].upper == "IN" and _begins_loop(tokens, i - 2, opening)
    return is_list and after in (*BODIES, "]") and tokens[i - 2].kind in ("word", "name")


def _opening_at(tokens: Sequence[Token], i: int) -> int | None:
    """Give where the bracket around i is opened, None where there is none."""
    depth = 0
    for at in range(i - 1, -1, -1):
        depth += (tokens[at].text in CLOSING) - (tokens[at].text in OPENING)
        if depth < 0:
            return at
    return None


def _bodies(tokens: Sequence[Token], parameters: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    """Give the token before and the token after the body of each loop that may be long."""
    openings: list[int] = []
    within: list[int] = []  # where the loops around a place end
    for i, token in enumerate(tokens):
        within = [end for end in within if end > i]
        if token.text in OPENING:
            openings.append(i)
        elif token.text in CLOSING and openings:
            openings.pop()
        elif openings and (found := _body_at(tokens, i, openings[-1])):
            start, end = found
            if _may_be_long(tokens, i, start, parameters) and (
                within or not _is_test(tokens, openings[-1]) or _holds_loop(tokens[start:end])
            ):
                yield start, end
            within.append(end)


def _body_at(tokens: Sequence[Token], i: int, opening: int) -> tuple[int, int] | None:
    """Give what stands before and after the body of the loop whose variable is at i, None where there is none."""
    if i + 2 >= len(tokens) or tokens[i].kind not in ("word", "name") or tokens[i + 1].upper != "IN":
        return None
    if not _begins_loop(tokens, i, opening):
        return None
    end = closing_at(tokens, opening)
    marks = [at for at in _level(tokens, i, end) if (tokens[at].upper or tokens[at].text) in BODIES]
    if not marks or end >= len(tokens):
        return None
    bars = marks[1:] if tokens[opening].text == "[" and tokens[marks[0]].upper == "WHERE" else []
    return marks[0], next((bar for bar in bars if not _is_in_labels(tokens, bar)), bars[-1] if bars else end)


def _is_in_labels(tokens: Sequence[Token], bar: int) -> bool:
    """Say whether a bar stands between labels, as in `x:Actor|Place AND`; the last of a list comprehension does not."""
    before, after = tokens[bar - 2 : bar], tokens[bar + 1 : bar + 3]
    if len(after) < 2 or before[1].kind not in ("word", "name") or after[0].kind not in ("word", "name"):
        return False
    return before[0].text in _BEFORE_LABELS and (after[1].upper or after[1].text) in _AFTER_LABELS


def _begins_loop(tokens: Sequence[Token], i: int, opening: int) -> bool:
    """Say whether a variable stands where a list comprehension, a test of members or a fold has it."""
    if tokens[opening].text == "[":
        return i == opening + 1
    if tokens[opening].text != "(" or not opening:
        return False
    word = tokens[opening - 1].upper
    return (word in _TESTS and i == opening + 1) or (word == "REDUCE" and tokens[i - 1].text == ",")


def _is_test(tokens: Sequence[Token], opening: int) -> bool:
    """Say whether the loop opened there tests members."""
    return opening > 0 and tokens[opening - 1].upper in _TESTS


def _may_be_long(tokens: Sequence[Token], i: int, body: int, parameters: Mapping[str, Any]) -> bool:
    """Say whether the list between `IN` and the body is not known to be short."""
    first = tokens[i + 2]
    if first.upper in _SHORT_LISTS and closing_at(tokens, i + 3) == body - 1:
        return False
    if first.text == "[" and closing_at(tokens, i + 2) == body - 1:
        return _holds_loop(tokens[i + 2 : body])
    if first.text == "$" and i + 4 == body and isinstance(given := parameters.get(tokens[i + 3].text.strip("`")), list):
        return len(given) > SHORT_STEPS
    length = length_at(tokens, i + 2, parameters, {})
    return length is None or length > SHORT_STEPS


def _holds_loop(tokens: Sequence[Token]) -> bool:
    """Say whether something in these tokens goes through a list that does not stand in the text or a parameter."""
    pairs = zip(tokens, (*tokens[1:], None), strict=False)
    return any(token.upper == "IN" and (after is None or after.text not in ("[", "$")) for token, after in pairs)


def _level(tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """Give the places from start to end that stand in no bracket opened after start."""
    depth = 0
    for i in range(start, end):
        depth += (tokens[i].text in OPENING) - (tokens[i].text in CLOSING)
        if not depth:
            yield i


def closing_at(tokens: Sequence[Token], opening: int) -> int:
    """Give where the bracket opened there is closed, the number of tokens where it is not."""
    depth = 0
    for i in range(opening, len(tokens)):
        depth += (tokens[i].text in OPENING) - (tokens[i].text in CLOSING)
        if not depth:
            return i
    return len(tokens)
