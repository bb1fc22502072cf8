"""Tells sentences of conflict and politics from those of sport, film, business, weather and everyday life."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Document, Token
from ingest.lexicon import LEXICONS, read_toml

PATH = LEXICONS / "domains.toml"
PUBLIC, DOUBTFUL, COURT, NAME, PLACE = "public", "doubtful", "court", "name", "place"
_NAMES = frozenset(("GPE", "NORP"))
_CAUSELESS = frozenset(("nature", "market", "accident"))
_UNFOUGHT = frozenset(("nature", "market"))
_SPEAKING = frozenset((PUBLIC, DOUBTFUL, COURT))
_PARTIES = _SPEAKING | {NAME}
_BEARERS = frozenset(("PERSON", "ORG", "NORP"))
_PERSONS = frozenset(("he", "she", "they"))
_SILENT = -0.3  # what words of no other domain than everyday's must come to before they silence a sentence
_SPOILING = frozenset(("sport", "arts", "business", "market", "science"))
_MOST_FOREIGN = 4  # words of one other domain that make a whole article foreign, twice as many as public ones
_LONGEST_SCORE = 2
_RESULT = 3  # what the result of a match counts for, in words
_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "xcomp", "prep", "pobj", "pcomp", "conj", "dobj", "appos"))


@dataclass(frozen=True, slots=True)
class Domains:
    """Words by what they speak of.

    of: lemma to its domain; weights: what a word of each says for or against conflict; fiction: works that are
    made up; works: those that are where a verb of `telling` follows.
    """

    of: dict[str, str]
    weights: dict[str, float]
    fiction: frozenset[str]
    works: frozenset[str]
    telling: frozenset[str]


def read_domains() -> Domains:
    """Give the words of each domain; a word of two belongs to the first. Raises LexiconError."""
    tables = read_toml(PATH)
    found: dict[str, str] = {}
    weights = {key: value for key, value in tables["weights"].items() if isinstance(value, int | float)}
    for domain, table in reversed(tables.items()):
        if domain in weights:
            found.update((word, domain) for word in table["words"].split())
    made_up = (frozenset(tables[name]["words"].split()) for name in ("fiction", "works", "telling"))
    return Domains(found, weights, *made_up)


class Topic:
    """What the sentences of one document are about."""

    def __init__(self, document: Document, domains: Domains) -> None:
        """Take the document; its words are counted once."""
        self._domains, self._document, self._tokens = domains, document, document.tokens
        self._joined = dict(_hyphenated(document))
        counts: dict[str, int] = {}
        self._by_token = tuple(map(self._find_domain, document.tokens))
        for domain in self._by_token:
            if domain:
                counts[domain] = counts.get(domain, 0) + 1
        public = counts.get(PUBLIC, 0) + counts.get(COURT, 0)
        self.has_public = public > 0 or counts.get(DOUBTFUL, 0) > 1
        self.is_foreign = any(
            counts.get(domain, 0) >= _MOST_FOREIGN and counts.get(domain, 0) > 2 * public for domain in _SPOILING
        )

    def _domain(self, token: Token) -> str:
        return self._by_token[token.i]

    def _find_domain(self, token: Token) -> str:
        known = self._domains.of.get(self._joined.get(token.i, ""), "") or self._domains.of.get(token.lemma, "")
        is_amount = token.entity == "MONEY" or (token.i > 0 and self._tokens[token.i - 1].pos == "NUM")
        is_name = token.pos == "PROPN" or token.text.isupper() or is_amount
        if known and (known in _SPEAKING or not is_name):
            return known
        if token.entity not in _NAMES:
            return ""
        return PLACE if token.dep == "pobj" and token.entity == "GPE" else NAME

    def _is_result(self, token: Token) -> bool:
        """Say whether a token is the dash of a result, "3-1"."""
        if token.text not in ("-", "–") or not 0 < token.i < len(self._tokens) - 1:
            return False
        sides = (self._tokens[token.i - 1], self._tokens[token.i + 1])
        after = self._tokens[token.i + 2 : token.i + 3]
        if after and after[0].entity == "DATE" and after[0].text.isalpha():  # "6-10 February"
            return False
        return all(side.text.isdigit() and len(side.text) <= _LONGEST_SCORE for side in sides)

    def is_public(self, first: int, last: int, own: frozenset[int] = frozenset()) -> bool:
        """Say whether tokens first to last (excluded) may tell of conflict or politics: their words weighed.

        own: the words of an event, which do not speak for themselves.
        """
        weights, seen = self._domains.weights, set()
        for token in self._tokens[first:last]:
            if token.i not in own and (domain := self._domain(token)):
                seen.add((domain, token.lemma))
        domains = [domain for domain, _ in seen]
        if PUBLIC not in domains and any(map(self._is_result, self._tokens[first:last])):
            domains += ["sport"] * _RESULT
        total = sum(weights[domain] for domain in domains)
        is_foreign = any(weights[domain] < weights["loose"] for domain in domains) or total <= _SILENT
        return not (total < 0 and is_foreign) and not (self.is_foreign and total < weights[PUBLIC])

    def has_party(self, first: int, last: int, own: frozenset[int]) -> bool:
        """Say whether a sentence, or the text around it, names anybody or speaks of conflict or politics at all."""
        if self.has_public:
            return True
        others = [token for token in self._tokens[first:last] if token.i not in own]
        return any(map(self._is_party, others))

    def _is_party(self, token: Token) -> bool:
        is_name = token.entity in _BEARERS or token.lemma in _PERSONS or (token.text.isupper() and len(token.text) > 1)
        return is_name or self._domain(token) in _PARTIES

    def is_natural(self, i: int, *, is_fought: bool = False) -> bool:
        """Say whether token i names what does no violence: a storm, a crash, a currency.

        is_fought: whether it is what is fought or hit, which a bus may be.
        """
        token, tokens = self._tokens[i], self._tokens
        if token.pos == "PROPN" or token.text.isupper():
            return False
        before = [c for c in self._document.children[i] if tokens[c].dep in ("compound", "amod")]
        joined = [f"{tokens[c].lemma}-{token.lemma}" for c in before]
        domains = {self._domains.of.get(word, "") for word in (token.lemma, *joined)}
        return not domains.isdisjoint(_UNFOUGHT if is_fought else _CAUSELESS)

    def is_accident(self, first: int, last: int) -> bool:
        """Say whether tokens first to last (excluded) speak of accident or nature, and of no violence or police."""
        found = {domain for token in self._tokens[first:last] if (domain := self._domain(token))}
        return not found.isdisjoint(("accident", "nature")) and found.isdisjoint(_SPEAKING)

    def is_made_up(self, i: int) -> bool:
        """Say whether token i stands in what a film, a book or a play tells."""
        tokens, below = self._tokens, i
        while True:
            head = tokens[below].head
            if head == below:
                return self._tells(below)
            if self._is_work(tokens[head]) and tokens[below].dep in _CLAUSES:
                return True
            if self._tells(below):
                return True
            below = head

    def _is_tale(self, subject: Token, verb: int) -> bool:
        return subject.lemma in self._domains.works and self._tokens[verb].lemma in self._domains.telling

    def _is_work(self, token: Token) -> bool:
        words = [f"{self._tokens[c].lemma}-{token.lemma}" for c in self._document.children[token.i]]
        return token.pos == "NOUN" and any(word in self._domains.fiction for word in (token.lemma, *words))

    def _tells(self, i: int) -> bool:
        """Say whether a work is the subject of verb i, or what it happens in: "in the film a gang robs a train"."""
        for child in self._document.children[i]:
            token = self._tokens[child]
            if token.dep in ("nsubj", "nsubjpass") and (self._is_work(token) or self._is_tale(token, i)):
                return True
            if token.dep == "prep" and token.lemma == "in":
                governed = (self._tokens[place] for place in self._document.children[child])
                if any(one.dep == "pobj" and self._is_work(one) for one in governed):
                    return True
        return False


def _hyphenated(document: Document) -> Iterator[tuple[int, str]]:
    """Give words with a hyphen, and nouns with the word before them, as one word at their last part."""
    tokens = document.tokens
    for token in tokens[1:-1]:
        if token.text == "-":
            before, after = tokens[token.i - 1], tokens[token.i + 1]
            if before.end == token.start and token.end == after.start:
                yield after.i, f"{before.lemma}-{after.lemma}"
        elif token.dep in ("compound", "amod") and token.head == token.i + 1:
            yield token.head, f"{token.lemma}-{tokens[token.head].lemma}"
