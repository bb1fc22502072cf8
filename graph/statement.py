"""A typed statement, looked at before any engine sees it: the first fence of the console.

It reads words, names and texts as Cypher has them and knows no grammar. What it lets pass must
still pass the engine; what it refuses is named with its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import NotCypher, QueryError, WriteRefused

MOST_CHARACTERS = 20_000
FIRST_WORDS = ("MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL", "EXPLAIN", "PROFILE")
MOST_DEPTH = 50
OPENING, CLOSING = ("(", "[", "{"), (")", "]", "}")
PLAN_WORDS = ("EXPLAIN", "PROFILE")
WRITING_WORDS = ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "INSERT", "DROP", "LOAD", "USE")
COMMANDS = ("SHOW", "TERMINATE", "ALTER", "GRANT", "DENY", "REVOKE", "RENAME", "START", "STOP", "ENABLE", "DEALLOCATE")
COMMANDED = re.compile(
    r"(ALIAS|CONSTRAINT|DATABASE|FUNCTION|INDEX|PRIVILEGE|PROCEDURE|ROLE|SERVER|SETTING|TRANSACTION|USER|SUPPORTED)E?S?"
    r"|CURRENT|HOME|DEFAULT|BUILT|FULLTEXT|LOOKUP|RANGE|VECTOR|UNIQUE"
)
PROCEDURES = (
    "db.labels",
    "db.relationshiptypes",
    "db.propertykeys",
    "db.schema.visualization",
    "db.index.fulltext.querynodes",
    "db.index.fulltext.queryrelationships",
    "dbms.components",
)
_TOKEN = re.compile(
    r"""
    (?P<gap> \s+ | //[^\n\r]* | /\*.*?\*/ )
  | (?P<text> '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
  | (?P<name> `(?:[^`]|``)*` )
  | (?P<word> [^\W\d]\w* )
  | (?P<number> \d\w* )
  | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_HALF = re.compile("[\ud800-\udfff]")
_BEFORE_NAMES = frozenset(".:$|&!%")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, name, text, number or mark of a statement, and where it starts."""

    kind: str
    text: str
    start: int

    @property
    def upper(self) -> str:
        """Give a word as keywords are compared, "" for anything else."""
        return self.text.upper() if self.kind == "word" else ""


def tokens_of(text: str) -> Iterator[Token]:
    """Give the tokens of a statement, without white space and comments.

    >>> [token.text for token in tokens_of("MATCH (n) // all of them")]
    ['MATCH', '(', 'n', ')']
    """
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "gap":
            yield Token(match.lastgroup, match[0], match.start())


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Give line and column of an offset, both from 1.

    >>> place_in("MATCH (n)\\nRETURN n", 10)
    (2, 1)
    """
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def check_statement(text: str) -> None:
    """Let pass what begins like a reading query and holds no clause that writes.

    Raises QueryError or WriteRefused with the place of what is wrong.
    """
    if len(text) > MOST_CHARACTERS:
        raise QueryError(f"{len(text):,} characters are too many; at most {MOST_CHARACTERS:,} are taken", text)
    if (broken := _HALF.search(text)) is not None:
        raise QueryError("half a character", text.encode("utf-8", "replace").decode(), *place_in(text, broken.start()))
    tokens = list(tokens_of(text))
    while tokens and tokens[-1].text == ";":
        tokens.pop()
    if not tokens:
        raise QueryError("nothing to run; a query begins with MATCH, for example", text)
    _check_first(text, tokens)
    _check_depth(text, tokens)
    for i, token in enumerate(tokens):
        _check_mark(text, token)
        if token.upper in WRITING_WORDS and not _is_name(tokens, i):
            raise refusal(text, token)
        if token.upper == "CALL" and not _is_name(tokens, i):
            _check_procedure(text, tokens[i + 1 :])


def without_plan_word(text: str) -> str:
    """Give a statement with blanks where it begins with EXPLAIN or PROFILE, every other place kept.

    >>> without_plan_word("PROFILE RETURN 1")
    '        RETURN 1'
    """
    first = next(tokens_of(text), None)
    if first is None or first.upper not in PLAN_WORDS:
        return text
    return text[: first.start] + " " * len(first.text) + text[first.start + len(first.text) :]


def is_planned_only(text: str) -> bool:
    """Say whether a statement asks for its plan alone, and is not run.

    >>> is_planned_only("explain RETURN 1"), is_planned_only("PROFILE RETURN 1")
    (True, False)
    """
    return next((token.upper for token in tokens_of(text)), "") == "EXPLAIN"


def same_text(text: str) -> str:
    """Give what is the same for statements that differ in white space, comments, case of words or PROFILE alone.

    >>> same_text("profile match (n)  RETURN n // all") == same_text("MATCH (n) return n;")
    True
    """
    tokens = tokens_of(without_end(without_plan_word(text)))
    return " ".join(token.upper or token.text for token in tokens)


def without_end(text: str) -> str:
    """Give a statement with blanks for the semicolons at its end, every other place kept.

    >>> without_end("RETURN 1;; // one")
    'RETURN 1   // one'
    """
    for token in reversed(list(tokens_of(text))):
        if token.text != ";":
            break
        text = text[: token.start] + " " + text[token.start + 1 :]
    return text


def refusal_of(problem: str, text: str) -> WriteRefused:
    """Give the error for a statement that the engine itself refused, naming its first clause that writes."""
    tokens = list(tokens_of(text))
    for i, token in enumerate(tokens):
        if token.upper in WRITING_WORDS and not _is_name(tokens, i):
            return WriteRefused(token.upper, f"{token.upper} is refused: {problem}", text, *place_in(text, token.start))
    return WriteRefused("", f"refused: {problem}", text)


def refusal(text: str, token: Token) -> WriteRefused:
    """Give the error for a clause that does more than read."""
    problem = f"{token.upper} is refused: only reading queries run here (a name like this goes in backticks)"
    return WriteRefused(token.upper, problem, text, *place_in(text, token.start))


def _check_first(text: str, tokens: list[Token]) -> None:
    """Refuse a statement whose first word, after EXPLAIN or PROFILE too, is none of FIRST_WORDS."""
    first = tokens[0]
    if first.upper in PLAN_WORDS and len(tokens) > 1:
        first = tokens[1]
        if first.upper in PLAN_WORDS:
            raise QueryError(f"{first.text} a second time", text, *place_in(text, first.start))
    if first.upper in WRITING_WORDS:
        raise refusal(text, first)
    if first.upper not in FIRST_WORDS:
        wanted = ", ".join(FIRST_WORDS)
        problem = f"a query may not begin with {first.text[:40]}; wanted {wanted}"
        place = place_in(text, first.start)
        if _is_command(tokens[tokens.index(first) :]):
            raise WriteRefused(first.upper, problem, text, *place)
        raise NotCypher(problem, text, *place)


def _is_command(tokens: list[Token]) -> bool:
    """Say whether a statement asks for something of the server, as SHOW USERS does and "Show me who" does not."""
    return tokens[0].upper in COMMANDS and len(tokens) > 1 and COMMANDED.fullmatch(tokens[1].upper) is not None


def _check_depth(text: str, tokens: list[Token]) -> None:
    """Refuse brackets within brackets beyond any use, which parsers take very long over."""
    depth = 0
    for token in tokens:
        depth += (token.text in OPENING) - (token.text in CLOSING)
        if depth > MOST_DEPTH:
            raise QueryError(f"more than {MOST_DEPTH} brackets within brackets", text, *place_in(text, token.start))


def _check_mark(text: str, token: Token) -> None:
    """Refuse a second statement, and a backslash where Cypher has none (Neo4j reads \\u anywhere)."""
    if token.text == ";":
        raise QueryError("one statement at a time; something follows this", text, *place_in(text, token.start))
    if token.text == "\\":
        raise QueryError("a backslash outside a text", text, *place_in(text, token.start))
    if token.kind == "mark" and token.text in "'\"`":
        raise QueryError("a quotation that does not end", text, *place_in(text, token.start))


def _is_name(tokens: list[Token], i: int) -> bool:
    """Say whether the word at i stands where only a name can: a label, property, key or parameter."""
    before = tokens[i - 1].text if i else ""
    after = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return before in _BEFORE_NAMES or after in (":", ".")


def _check_procedure(text: str, rest: list[Token]) -> None:
    """Refuse a procedure that is not listed. A subquery, `CALL {` or `CALL (`, is none."""
    if not rest or rest[0].text in "({":
        return
    parts = []
    for token in rest:
        if token.kind not in ("word", "name") and token.text != ".":
            break
        parts.append(token.text.strip("`"))
        if token.upper == "YIELD":
            parts.pop()
            break
    name = "".join(parts)
    if name.lower() not in PROCEDURES:
        problem = f"the procedure {name or rest[0].text} is not on the list of those that run here"
        raise WriteRefused(f"CALL {name}", problem, text, *place_in(text, rest[0].start))
