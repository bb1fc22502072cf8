"""Knows what films, books and plays tell, and what anniversaries recall, which is no event of the day."""

from collections.abc import Mapping
from itertools import pairwise

from ingest.document import Document, Token
from ingest.events.domains import Domains

_OLD, _OLDEST = 65, 120  # years
_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "xcomp", "prep", "pobj", "pcomp", "conj", "dobj", "appos"))


class Tales:
    """The works that one document speaks of."""

    def __init__(self, document: Document, domains: Domains, joined: Mapping[int, str]) -> None:
        """Take the document, and its compounds as one word, by their last token."""
        self._document, self._tokens, self._domains, self._joined = document, document.tokens, domains, joined

    def tell(self, i: int) -> bool:
        """Say whether token i stands in what a work tells, or an anniversary recalls."""
        tokens, below = self._tokens, i
        if tokens[i].pos == "NOUN" and tokens[i].dep == "dobj" and self._is_dealt_with(tokens[tokens[i].head]):
            return True
        while True:
            head = tokens[below].head
            if head == below:
                return self._tells(below)
            words = {tokens[head].lemma, self._joined.get(head, "")}
            is_told_of = self._is_work(tokens[head]) or not words.isdisjoint(self._domains.marking)
            if is_told_of and tokens[below].dep in _CLAUSES:
                return True
            if tokens[below].lemma == "about" and below != i and self._is_book(tokens[head]):
                return True
            if self._tells(below):
                return True
            below = head

    def are_of_dead(self) -> bool:
        """Say whether the article begins with the death of somebody old: "has died aged 88"."""
        domains = self._domains
        opening = self._document.sentences[0] if self._document.sentences else None
        tokens = self._tokens[opening.first : opening.last] if opening else ()
        if not any(token.lemma == "die" and token.pos == "VERB" for token in tokens):
            return False
        pairs = pairwise(tokens)
        return any(
            before.text in domains.ages and token.text.isdigit() and _OLD <= int(token.text) <= _OLDEST
            for before, token in pairs
        )

    def _is_dealt_with(self, verb: Token) -> bool:
        """Say whether a work, an artist or somebody young then is who covers or studies: "as a young reporter"."""
        domains, children, tokens = self._domains, self._document.children, self._tokens
        if verb.lemma in domains.surviving:
            return any(self._is_young(child) for child in children[verb.i])
        if verb.lemma not in domains.covering:
            return False
        makers = domains.artists | domains.works
        if verb.dep == "relcl" and tokens[verb.head].lemma in domains.artists | domains.careers:
            return True
        for child in children[verb.i]:
            token = tokens[child]
            if token.dep in ("nsubj", "nsubjpass") and (token.lemma in makers or self._is_work(token)):
                return True
            governed = [tokens[one] for one in children[child] if token.dep == "prep" and tokens[one].dep == "pobj"]
            if token.lemma.lower() == "as" and any(one.lemma in domains.careers for one in governed):
                return True
            if token.lemma.lower() in ("in", "for") and any(self._is_work(one) for one in governed):
                return True
        return False

    def _is_young(self, i: int) -> bool:
        """Say whether token i begins "as a girl"."""
        inner = (self._tokens[one] for one in self._document.children[i])
        is_as = self._tokens[i].lemma.lower() == "as"
        return is_as and any(one.lemma in self._domains.young and one.dep == "pobj" for one in inner)

    def _is_tale(self, subject: Token, verb: int) -> bool:
        verbs = self._domains.telling
        if subject.lemma in self._domains.players:
            verbs = self._domains.acting
        elif subject.lemma in self._domains.memorials:
            verbs = self._domains.commemorating
        elif subject.lemma not in self._domains.works:
            return False
        return self._tokens[verb].lemma in verbs

    def _is_work(self, token: Token) -> bool:
        words = [f"{self._tokens[c].lemma}-{token.lemma}" for c in self._document.children[token.i]]
        return token.pos == "NOUN" and any(word in self._domains.fiction for word in (token.lemma, *words))

    def _is_book(self, token: Token) -> bool:
        """Say whether a token is a work of somebody: "her first book", which may be of facts."""
        return token.pos == "NOUN" and token.lemma in self._domains.works

    def _tells(self, i: int) -> bool:
        """Say whether a work is the subject of verb i, or what it happens in: "in the film a gang robs a train".

        What may also tell of facts, such as an episode, must be told in the present.
        """
        works = self._domains.works if self._tokens[i].tag in ("VBZ", "VBP") else frozenset()
        for child in self._document.children[i]:
            token = self._tokens[child]
            if token.dep in ("nsubj", "nsubjpass") and (self._is_work(token) or self._is_tale(token, i)):
                return True
            if token.dep == "prep" and token.lemma == "in":
                governed = (self._tokens[place] for place in self._document.children[child])
                if any(one.dep == "pobj" and (self._is_work(one) or one.lemma in works) for one in governed):
                    return True
        return False
