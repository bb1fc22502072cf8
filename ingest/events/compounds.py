"""Joins the parts of compounds to one word, as lists of words have them."""

from collections.abc import Iterator

from ingest.document import Document


def compounds(document: Document) -> Iterator[tuple[int, str]]:
    """Give words with a hyphen, and nouns with the word before them, as one word at their last part."""
    tokens = document.tokens
    for token in tokens[1:-1]:
        if token.text == "-":
            before, after = tokens[token.i - 1], tokens[token.i + 1]
            if before.end == token.start and token.end == after.start:
                yield after.i, f"{before.lemma}-{after.lemma}"
        elif token.dep in ("compound", "amod") and token.head == token.i + 1:
            yield token.head, f"{token.lemma}-{tokens[token.head].lemma}"
