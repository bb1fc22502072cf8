"""Tells a fire that burns from fire that is shot."""

from ingest.document import Document, Token
from ingest.events.domains import COURT, DOUBTFUL, PUBLIC, Domains

_BEFORE = frozenset(("compound", "amod", "nmod", "poss"))
_NAMES = frozenset(("GPE", "NORP", "LOC", "ORG", "PERSON", "FAC"))
_OF_WAR = frozenset((PUBLIC, DOUBTFUL, COURT))
_ONE = frozenset(("a", "an", "another"))  # what is shot is not counted


class Blazes:
    """The fires of one document."""

    def __init__(self, document: Document, domains: Domains) -> None:
        """Take the document."""
        self._document, self._tokens, self._domains = document, document.tokens, domains
        self._has_war = any(domains.of.get(token.lemma, "") == PUBLIC for token in document.tokens)

    def is_blaze(self, i: int) -> bool:
        """Say whether token i burns: "a fire swept", "died in a house fire"; "Israeli fire" and "heavy fire" are shot.

        What tells it is a kind of fire, its being counted, or a verb of burning. Bare fire in a text of war is shot.
        """
        token, domains = self._tokens[i], self._domains
        if token.pos != "NOUN" or token.lemma not in domains.burning or not self._is_told_of(token):
            return False
        before = [self._tokens[c] for c in self._document.children[i] if self._tokens[c].dep in _BEFORE]
        if any(one.lemma in domains.catching for one in before):
            return True
        if any(map(self._is_of_somebody, before)):
            return False
        if token.tag == "NNS" or any(self._tokens[c].text.lower() in _ONE for c in self._document.children[i]):
            return True
        if any(one.lemma not in domains.sized for one in before):
            return False
        return self._burns(token) or not self._has_war

    def _is_told_of(self, token: Token) -> bool:
        is_within = token.dep == "pobj" and self._tokens[token.head].lemma in ("in", "by")
        return token.dep in ("nsubj", "nsubjpass", "ROOT") or (is_within and bool(self._document.children[token.i]))

    def _is_of_somebody(self, token: Token) -> bool:
        is_named = token.pos == "PROPN" or token.entity in _NAMES
        return is_named or self._domains.of.get(token.lemma, "") in _OF_WAR

    def _burns(self, token: Token) -> bool:
        return token.dep == "nsubj" and self._tokens[token.head].lemma in self._domains.blazing
