"""Tells sentences of conflict and politics from those of sport, film, business, weather and everyday life."""

from dataclasses import dataclass

from ingest.document import Document, Token
from ingest.lexicon import LEXICONS, read_toml

PATH = LEXICONS / "domains.toml"
PUBLIC, NATURE, COURT, NAME = "public", "nature", "court", "name"
_NAMES = frozenset(("GPE", "NORP"))
_MOST_FOREIGN = 4  # words of one other domain that make a whole article foreign, twice as many as public ones
_STRONG = frozenset(("sport", "arts", "crime"))  # two of these outweigh a country's name
_OUTWEIGHING = 2
_LONGEST_SCORE = 2
_SPOILING = ("sport", "arts", "business")


@dataclass(frozen=True, slots=True)
class Domains:
    """Lemma to its domain: public, nature, sport, arts, business or daily."""

    of: dict[str, str]


def read_domains() -> Domains:
    """Give the words of each domain; a word of two belongs to the public one. Raises LexiconError."""
    found: dict[str, str] = {}
    for domain, table in reversed(read_toml(PATH).items()):
        found.update((word, domain) for word in table["words"].split())
    return Domains(found)


class Topic:
    """What the sentences of one document are about."""

    def __init__(self, document: Document, domains: Domains) -> None:
        """Take the document; its words are counted once."""
        self._domains = domains.of
        self._tokens = document.tokens
        counts: dict[str, int] = {}
        for token in document.tokens:
            domain = self._domain(token)
            if domain:
                counts[domain] = counts.get(domain, 0) + 1
        public = counts.get(PUBLIC, 0) + counts.get(COURT, 0)
        self.is_foreign = any(
            counts.get(domain, 0) >= _MOST_FOREIGN and counts.get(domain, 0) > 2 * public for domain in _SPOILING
        )

    def _domain(self, token: Token) -> str:
        known = self._domains.get(token.lemma)
        if known:
            return known
        if self._is_score(token):
            return "sport"
        return NAME if token.entity in _NAMES else ""

    def _is_score(self, token: Token) -> bool:
        """Say whether a token is the dash of a result, "3-1"."""
        if token.text not in ("-", "–") or not 0 < token.i < len(self._tokens) - 1:
            return False
        sides = (self._tokens[token.i - 1], self._tokens[token.i + 1])
        return all(side.text.isdigit() and len(side.text) <= _LONGEST_SCORE for side in sides)

    def is_public(self, first: int, last: int) -> bool:
        """Say whether tokens first to last (excluded) may tell of conflict or politics."""
        found = [domain for token in self._tokens[first:last] if (domain := self._domain(token))]
        if PUBLIC in found:
            return not self.is_foreign
        foreign = [domain for domain in found if domain not in (NATURE, COURT, NAME)]
        if not foreign:
            return True
        strong = sum(domain in _STRONG for domain in foreign)
        return NAME in found and strong < _OUTWEIGHING and not self.is_foreign

    def is_natural(self, i: int) -> bool:
        """Say whether token i names a natural or accidental cause."""
        return self._domains.get(self._tokens[i].lemma) == NATURE
