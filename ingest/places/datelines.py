"""Tells where a dateline ends: "BOGOTA, 3 Jan (EFE) --"."""

from bisect import bisect_right

from ingest.document import Document, Sentence

_DASHES = frozenset({"-", "--", "–", "—", "_", "―"})
_LONGEST = 30
_SURE = frozenset({"(", "[", ","})


def token_at(document: Document, offset: int) -> int:
    """Give the place of the token at a character, or the one before it."""
    return max(bisect_right(document.tokens, offset, key=lambda token: token.start) - 1, 0)


def dateline_end(document: Document, sentence: Sentence) -> int:
    """Give the token after the dash that closes a dateline, the sentence's first token where it has none.

    A dateline opens its sentence with a capital, has no verb, and a bracket, a comma or a first word in
    capitals before its dash.
    """
    first = sentence.first
    tokens = document.tokens[first : min(first + _LONGEST, len(document.tokens))]
    if not tokens or not tokens[0].text[:1].isupper():
        return first
    is_marked = tokens[0].text.isupper() and len(tokens[0].text) > 1
    for place, token in enumerate(tokens):
        if token.text in _DASHES and place and _stands_apart(document, token.i):
            return token.i + 1 if is_marked else first
        if (
            (token.pos in ("VERB", "AUX", "PRON") and token.entity not in ("DATE", "GPE", "ORG"))
            or token.text in (".", "?", "!", ";")
            or token.i >= sentence.last + 1
        ):
            return first
        is_marked = is_marked or (token.text in _SURE and place > 0)
    return first


def _stands_apart(document: Document, i: int) -> bool:
    """Say whether a dash has a space before or after it, so that it joins no two words."""
    token = document.tokens[i]
    before, after = document.text[token.start - 1 : token.start], document.text[token.end : token.end + 1]
    return before.isspace() or after.isspace() or before in ")]"
