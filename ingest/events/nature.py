"""Tells what does no violence by itself: storms, crashes, prices, animals."""

from ingest.document import Document, Token
from ingest.events.blazes import Blazes
from ingest.events.domains import ACCIDENT, Domains

_NAMES = frozenset(("GPE", "NORP"))


class Nature:
    """Knows the forces of nature and the accidents of one document."""

    def __init__(self, document: Document, domains: Domains, by_token: tuple[str, ...], blazes: Blazes) -> None:
        """Take the document, what its words speak of, token by token, and its fires."""
        self._document, self._tokens, self._domains = document, document.tokens, domains
        self._by_token, self._blazes = by_token, blazes

    def is_natural(self, i: int, *, is_fought: bool = False) -> bool:
        """Say whether token i names what does no violence: a storm, a crash, a currency.

        is_fought: whether it is what is fought or hit, which a bus may be.
        """
        token, tokens = self._tokens[i], self._tokens
        if self._is_named_storm(token):
            return True
        if token.pos == "PROPN" and self._is_capital_only(token):  # "Cholera has killed 45 people"
            return token.entity not in ("PERSON", *_NAMES)
        if token.pos == "PROPN" or token.text.isupper():
            return False
        if self._by_token[i] == ACCIDENT and self._blazes.is_blaze(i):
            return True
        before = [c for c in self._document.children[i] if tokens[c].dep in ("compound", "amod")]
        joined = (f"{tokens[c].lemma}-{token.lemma}" for c in before)
        of = self._domains.of  # a compound says what its head alone does not: "a land mine"
        domains = {of[word] for word in joined if word in of} or {of.get(token.lemma, "")}
        return not domains.isdisjoint(self._domains.families["unfought" if is_fought else "causeless"])

    def _is_named_storm(self, token: Token) -> bool:
        """Say whether a token is the name of a storm or such: "Cyclone Freda"."""
        near = (self._tokens[c] for c in self._document.children[token.i] if self._tokens[c].dep == "compound")
        words = {one.lemma.lower() for one in (token, *near) if one.pos == "PROPN"}
        return token.pos == "PROPN" and not words.isdisjoint(self._domains.storms)

    def _is_capital_only(self, token: Token) -> bool:
        """Say whether a word of nature is written as a name only because it begins a sentence."""
        is_first = any(one.first == token.i for one in self._document.sentences)
        word = token.lemma.lower()
        domain = self._domains.of.get(word, "") or self._domains.of.get(word.removesuffix("s"), "")
        return is_first and not self._document.children[token.i] and domain in self._domains.families["causes"]
