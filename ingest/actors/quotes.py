"""Tells where the words of somebody quoted begin."""

from ingest.document import Document

_PLAIN = frozenset(('"', "``", "''"))
_OPENING, _CLOSING = frozenset(("“", "«", "„")), frozenset(("”", "»"))


def quote_start(document: Document, i: int) -> int | None:
    """Give the first token of the quotation that token i stands in, as far as its sentence has it; None in none.

    A quotation that opened in a sentence before begins with the sentence.
    """
    sentence = document.sentence_at(i)
    opened, is_open = sentence.first, False
    for token in document.tokens[sentence.first : i]:
        if token.text in _OPENING or (token.text in _PLAIN and not is_open):
            opened, is_open = token.i + 1, True
        elif token.text in _CLOSING or token.text in _PLAIN:
            is_open = False
    if is_open:
        return opened
    before = {token.text for token in document.tokens[sentence.first : i]}
    after = [token.text for token in document.tokens[i : sentence.last]]
    is_closed_later = not before & (_PLAIN | _OPENING | _CLOSING) and _closes(after)
    return sentence.first if is_closed_later else None


def _closes(texts: list[str]) -> bool:
    """Say whether the first mark of quotation among words closes one: an odd number of plain ones, or a closing one."""
    marks = [text for text in texts if text in _PLAIN | _OPENING | _CLOSING]
    return bool(marks) and (marks[0] in _CLOSING or (marks[0] in _PLAIN and len(marks) % 2 == 1))
