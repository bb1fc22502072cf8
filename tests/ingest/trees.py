"""What tests of the parse share: a text's document, and what one of its words hangs on."""

from graph.model import Article
from ingest.document import Document
from ingest.parse import Parser


def parsed(parser: Parser, text: str) -> Document:
    """Give the document of a text."""
    [(_, document)] = parser.parse([Article("a", "", text, None)])
    return document


def hangs_on(document: Document, word: str) -> tuple[str, str]:
    """Give what a word hangs on, and how: its text and the name of the dependency."""
    token = next(token for token in document.tokens if token.text == word)
    return document.tokens[token.head].text, token.dep
