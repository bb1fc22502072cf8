"""Loops within one expression, counted before a query runs: once one has begun, no engine by itself ends it.

A fold, a list comprehension or a test of all members goes through a list inside one expression, and neither engine
listens meanwhile, Neo4j only where the loop was written anew (graph/interruptible.py). Counted are lists whose length
stands in the text or in a parameter, `range(1, $n)`; of any other no length is known, and it counts as one.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.errors import QueryError
from graph.statement import CLOSING, OPENING, Token, place_in, tokens_of

STEPS_A_SECOND = 100_000_000  # several times what either engine does in simple folds, measured
BODIES = ("|", "WHERE")
_BEFORE_LOOPS = (*OPENING, ",")


def check_loops(text: str, parameters: Mapping[str, Any], seconds: float) -> None:
    """Refuse loops within loops that no engine comes to the end of in so many seconds.

    Raises QueryError with the place of the loop that makes it too much.
    """
    most = int(STEPS_A_SECOND * seconds)
    for loop, steps in loops_of(list(tokens_of(text)), parameters):
        if steps > most:
            problem = (
                f"{steps:,} steps in one expression are too many: it cannot be stopped while it runs, "
                f"so at most {most:,} are taken. Let UNWIND go through the list instead"
            )
            raise QueryError(problem, text, *place_in(text, loop.start))


def loops_of(tokens: Sequence[Token], parameters: Mapping[str, Any]) -> Iterator[tuple[Token, int]]:
    """Give the variable of each loop, and how many steps it takes with the loops around it.

    >>> text = "RETURN reduce(s = 0, x IN range(1, 10) | s + size([y IN range(1, $n) | y]))"
    >>> [(loop.text, steps) for loop, steps in loops_of(list(tokens_of(text)), {"n": 7})]
    [('x', 10), ('y', 70)]
    """
    lengths: dict[str, int] = {}
    steps = [1]
    for i, token in enumerate(tokens):
        if token.text in OPENING:
            steps.append(steps[-1])
        elif token.text in CLOSING and len(steps) > 1:
            steps.pop()
        elif token.upper == "RANGE" and (found := range_at(tokens, i, parameters)):
            length, end = found
            if end + 1 < len(tokens) and tokens[end].upper == "AS":
                lengths[tokens[end + 1].text] = length
        elif _is_loop(tokens, i) and (times := length_at(tokens, i + 2, parameters, lengths)) is not None:
            steps[-1] *= times
            yield token, steps[-1]


def _is_loop(tokens: Sequence[Token], i: int) -> bool:
    """Say whether `x IN` stands at i as it does where a loop begins."""
    if i == 0 or i + 2 >= len(tokens) or tokens[i].kind not in ("word", "name"):
        return False
    return tokens[i + 1].upper == "IN" and tokens[i - 1].text in _BEFORE_LOOPS


def length_at(tokens: Sequence[Token], i: int, parameters: Mapping[str, Any], lengths: Mapping[str, int]) -> int | None:
    """Give the length of the list at i if a loop's body follows it, None where it is not known."""
    length, end = range_at(tokens, i, parameters) or (lengths.get(tokens[i].text), i + 1)
    is_loop = end < len(tokens) and (tokens[end].upper or tokens[end].text) in BODIES
    return length if is_loop else None


def range_at(tokens: Sequence[Token], i: int, parameters: Mapping[str, Any]) -> tuple[int, int] | None:
    """Give the length of the `range(first, last, step)` at i and where it ends, None where it is another thing."""
    if tokens[i].upper != "RANGE" or i + 1 >= len(tokens) or tokens[i + 1].text != "(":
        return None
    numbers: list[int] = []
    i += 2
    while i < len(tokens):
        number, i = _number_at(tokens, i, parameters)
        if number is None or i >= len(tokens):
            return None
        numbers.append(number)
        if tokens[i].text == ")":
            break
        i += 1
    if not 2 <= len(numbers) <= 3 or numbers[2:] == [0]:
        return None
    first, last, step = (*numbers, 1)[:3]
    return max((last - first) // step + 1, 0), i + 1


def _number_at(tokens: Sequence[Token], i: int, parameters: Mapping[str, Any]) -> tuple[int | None, int]:
    """Give the whole number that stands at i alone, and where it ends; None where something else stands there."""
    sign = 1
    if tokens[i].text == "-":
        sign, i = -1, i + 1
    if i + 1 < len(tokens) and tokens[i].text == "$":
        value, i = parameters.get(tokens[i + 1].text.strip("`")), i + 1
    else:
        value = _whole(tokens[i].text) if i < len(tokens) else None
    is_alone = i + 1 < len(tokens) and tokens[i + 1].text in (",", ")")
    return (sign * value if isinstance(value, int) and is_alone else None), i + 1


def _whole(text: str) -> int | None:
    """Read a whole number as Cypher writes it."""
    try:
        return int(text, 0)
    except ValueError:
        return None
