"""Tells parties that take no part in public life by the words that name them, whatever nation they are of."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.model import Actor, Kind
from ingest.actors.kinds import FOLK
from ingest.document import Actors, Document, Token
from ingest.events.compounds import compounds
from ingest.events.topic import Topic
from ingest.lexicon import LEXICONS, read_lists

PATH = LEXICONS / "private.toml"
LISTS = (
    "folk", "forerunners", "generic", "local", "municipal", "services", "sights", "festive", "grievances", "freeing",
    "soft", "borrowed", "living", "relics", "grave", "offences", "strikers", "stoppages", "employers", "monarchs",
    "visiting", "counsel", "trials", "felons", "felonious", "persecuted", "family", "eras", "bygone", "sham", "deadly",
    "athletes", "mourners", "contraband", "lawful", "showing", "townly", "single", "perils",
)  # fmt: skip
_PRIVATE = FOLK | {Kind.PERSON, Kind.COMPANY, Kind.ORGANISATION, Kind.MEDIA}
_SECTORS = frozenset(("", "MED", "CVL", "BUS"))
_NATIONS = frozenset(("GPE", "NORP"))
_NAMED_BY = ("compound", "appos", "nmod", "amod")
_WITHIN = frozenset(("compound", "amod", "poss", "nmod", "conj"))


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """Words of private life.

    folk: heads of parties; forerunners: more words before a name that make somebody one of them; generic: heads that
    are private where a word of folk stands before them; local, municipal: who deals with them day by day, the latter
    with nothing else; services: what bodies of the state that do so are for; sights: what is visited for itself;
    festive: what is marched for; grievances: what makes a march more than that; freeing: what is asked for prisoners;
    soft: words of conflict or politics that private life uses as well; borrowed: words of war that it uses; living:
    verbs of a life that is told; relics: what is told of for what befell it long ago; grave: what people are persecuted
    for; offences: words of common crime; strikers: whose quarrels over work concern the public; stoppages: what they
    do and ask; employers: with whom a quarrel over work is private; monarchs: those of `local` who lead a state;
    visiting: verbs of visits; counsel: who is private where they speak for somebody private; trials: words by which
    violence between private people is common crime; felons: who does it; felonious: words of violence that it uses;
    persecuted: whose harm is public; family: whose violence is a quarrel at home; eras, bygone: before and within what
    tells that a deed is long past; sham: that it is played; deadly: verbs of killing said of what cannot die;
    athletes: words of sport; mourners: who keeps a vigil for one they knew; contraband: what
    is smuggled; lawful: words by which violence of somebody private is crime; showing: verbs of showing `relics`;
    townly: those of `local` who are named by their town; single: words for one private person; perils: of nature, that
    threaten nobody by themselves.
    """

    folk: frozenset[str]
    forerunners: frozenset[str]
    generic: frozenset[str]
    local: frozenset[str]
    municipal: frozenset[str]
    services: frozenset[str]
    sights: frozenset[str]
    festive: frozenset[str]
    grievances: frozenset[str]
    freeing: frozenset[str]
    soft: frozenset[str]
    borrowed: frozenset[str]
    living: frozenset[str]
    relics: frozenset[str]
    grave: frozenset[str]
    offences: frozenset[str]
    strikers: frozenset[str]
    stoppages: frozenset[str]
    employers: frozenset[str]
    monarchs: frozenset[str]
    visiting: frozenset[str]
    counsel: frozenset[str]
    trials: frozenset[str]
    felons: frozenset[str]
    felonious: frozenset[str]
    persecuted: frozenset[str]
    family: frozenset[str]
    eras: frozenset[str]
    bygone: frozenset[str]
    sham: frozenset[str]
    deadly: frozenset[str]
    athletes: frozenset[str]
    mourners: frozenset[str]
    contraband: frozenset[str]
    lawful: frozenset[str]
    showing: frozenset[str]
    townly: frozenset[str]
    single: frozenset[str]
    perils: frozenset[str]


def read_private(path: Path = PATH) -> PrivateWords:
    """Read the lists of private life. Raises LexiconError for one that is missing or empty."""
    return PrivateWords(**read_lists(path, LISTS))


def is_private(party: Actor) -> bool:
    """Say whether a party is a firm, a club, or somebody of no country and no known office."""
    is_of_people = party.kind in FOLK and party.country
    return party.kind in _PRIVATE and party.sector in _SECTORS and not is_of_people


class Standing:
    """Knows who in one document takes part in public life."""

    def __init__(self, document: Document, topic: Topic, actors: Actors, words: PrivateWords) -> None:
        """Take the document, what it is about, and who is named in it."""
        self._document, self._tokens, self.topic, self.actors = document, document.tokens, topic, actors
        self.words, self._joined = words, dict(compounds(document))
        named = ((head, mention.actor) for head, mention in actors.by_head.items())
        self.private_ids = frozenset(actor for head, actor in named if self.is_private(head))

    def is_private(self, head: int) -> bool:
        """Say whether the phrase of a head names somebody of private life: "Swiss watchmakers", "the coach Ana Paz"."""
        head = self._noun_of(head)
        token, folk = self._tokens[head], self.words.folk
        mention = self.actors.by_head.get(head)
        if mention and mention.how == "name" and self.actors.by_id[mention.actor].kind not in _PRIVATE:
            return False
        near = [self._tokens[c] for c in self._document.children[head] if self._tokens[c].dep in _NAMED_BY]
        if token.pos == "PROPN":
            further = [self._tokens[c] for one in near for c in self._document.children[one.i] if one.pos != "VERB"]
            near += [one for one in further if one.dep == "compound"]
            return any(self._is_word(one, folk | self.words.forerunners) for one in near)
        is_folk = self._is_word(token, folk) or self._is_counsel(token)
        if not is_folk and token.lemma in self.words.generic:
            near = [one for one in near if one.dep == "compound"] + self._governed(head, "of")
            is_folk = any(one.pos == "NOUN" and self._is_word(one, folk) for one in near)
        return token.pos == "NOUN" and is_folk and not self._is_of_public(token)

    def _governed(self, head: int, *preps: str) -> list[Token]:
        """Give what stands after some prepositions of a head."""
        children, tokens = self._document.children, self._tokens
        return [tokens[g] for c in children[head] if tokens[c].lemma in preps for g in children[c]]

    def _noun_of(self, head: int) -> int:
        """Give the noun that a nation only describes: "European and Japanese scientists"."""
        tokens, place = self._tokens, head
        while tokens[place].entity == "NORP" and tokens[place].dep in ("amod", "conj", "compound"):
            above = tokens[place].head
            if tokens[place].dep == "conj" and tokens[above].entity != "NORP":
                return head
            place = above
        return place if tokens[place].pos == "NOUN" else head

    def _is_counsel(self, token: Token) -> bool:
        """Say whether a token is those who speak in court for somebody private: "lawyers for the banker"."""
        if token.lemma not in self.words.counsel:
            return False
        return any(self.is_private(client.i) for client in self._governed(token.i, "for", "of"))

    def is_of_private(self, head: int) -> bool:
        """Say whether a head names, or a pronoun stands for, somebody of private life."""
        mention = self.actors.by_head.get(head)
        return self.is_private(head) or (mention is not None and mention.actor in self.private_ids)

    def is_no_party(self, head: int) -> bool:
        """Say whether the phrase of a head names nobody, or somebody of private life."""
        mention = self.actors.by_head.get(head)
        return mention is None or self.is_of_private(head) or is_private(self.actors.by_id[mention.actor])

    def names_party(self, first: int, last: int) -> bool:
        """Say whether tokens first to last (excluded) name somebody who is not private."""
        named = (self.actors.by_head.get(i) for i in range(first, last) if not self._is_within_private(i))
        return any(one is not None and not is_private(self.actors.by_id[one.actor]) for one in named)

    def _is_within_private(self, i: int) -> bool:
        """Say whether token i stands within the phrase that names somebody private: "Russian" of a grandmaster."""
        token = self._tokens[i]
        return self.is_private(i) or (token.dep in _WITHIN - {"conj"} and self.is_private(token.head))

    def is_local(self, head: int) -> bool:
        """Say whether a head is one who deals with people of private life: a mayor, a bishop, a ministry of health."""
        near = [self._tokens[c] for c in self._document.children[head]]
        of = self._governed(head, "of")
        is_served = any(one.lemma.lower() in self.words.services for one in near if one.dep in ("compound", "amod"))
        is_of_town = is_served or self._tokens[head].lemma.lower() in self.words.townly
        of = [] if is_of_town else of  # "the mayor of Porto", "the health minister of Chile"
        if any(one.entity in _NATIONS for one in (*(one for one in near if one.dep in ("amod", "poss")), *of)):
            return False
        return self._tokens[head].lemma.lower() in self.words.local | self.words.municipal or is_served

    def is_of_people(self, head: int) -> bool:
        """Say whether a head is one of private life or near to it and of no state: "Prince Harry", not a king."""
        token = self._tokens[head]
        if token.lemma.lower() in self.words.monarchs:
            return False
        near = [self._tokens[c] for c in self._document.children[head] if self._tokens[c].dep in _NAMED_BY]
        titles = {one.lemma.lower() for one in near}
        is_titled = token.pos == "PROPN" and bool(titles & self.words.local) and not titles & self.words.monarchs
        return is_titled or self.is_private(head) or self.is_local(head)

    def is_folk(self, i: int) -> bool:
        """Say whether token i is a word for somebody or something of private life."""
        return self._is_word(self._tokens[i], self.words.folk)

    def is_municipal(self, head: int) -> bool:
        """Say whether a head is one who sees to a town: a council that nothing but its place names."""
        near = [self._tokens[c] for c in self._document.children[head]]
        told = [one.lemma.lower() for one in near if one.dep in ("compound", "amod", "nmod") and not one.entity]
        is_lower = self._tokens[head].pos == "NOUN" and self._tokens[head].lemma in self.words.municipal
        return is_lower and all(word in self.words.services for word in told)

    def phrases(self, heads: Iterable[int]) -> frozenset[int]:
        """Give the tokens that name the private ones of some heads: "Irish vets"."""
        found, stack = set(), [self._noun_of(head) for head in heads if self.is_private(head)]
        while stack:
            found.add(place := stack.pop())
            stack += [c for c in self._document.children[place] if self._tokens[c].dep in _WITHIN]
            stack += [one.i for one in self._governed(place, "of") if self.is_private(one.i)]
        return frozenset(found)

    def inside(self, start: int, end: int, places: frozenset[int]) -> bool:
        """Say whether characters start to end name nobody beyond the tokens at places."""
        return any(start <= self._tokens[i].start and self._tokens[i].end <= end for i in places)

    def is_of_everyday(self, first: int, last: int) -> bool:
        """Say whether tokens first to last (excluded) speak of what is private, sold, played or driven."""
        return any(self._is_word(self._tokens[i], self.words.folk) for i in range(first, last))

    def has_word(self, first: int, last: int, words: frozenset[str]) -> bool:
        """Say whether one of some words stands in tokens first to last (excluded)."""
        return any(not words.isdisjoint((self._tokens[i].lemma, self._joined.get(i, ""))) for i in range(first, last))

    def speaks(self, first: int, last: int, own: Iterable[int]) -> bool:
        """Say whether tokens first to last (excluded) but for `own` speak of conflict or politics beyond doubt."""
        aside = frozenset(own)
        told = (i for i in range(first, last) if i not in aside and not self.topic.is_made_up(i))
        return any(self.topic.speaks(i, but=self.words.soft) or self._is_of_nation(i) for i in told)

    def _is_of_nation(self, i: int) -> bool:
        """Say whether a word of war that private life uses as well is of a nation: "an Israeli air strike"."""
        near = (self._tokens[c] for c in self._document.children[i])
        is_named = any(one.entity in _NATIONS and one.dep in ("amod", "compound", "poss") for one in near)
        return is_named and self._tokens[i].lemma in self.words.borrowed and self._tokens[i].pos == "NOUN"

    def _is_word(self, token: Token, words: frozenset[str]) -> bool:
        own = {token.lemma.lower(), self._joined.get(token.i, "")}
        return not own.isdisjoint(words) or self.topic.is_of_leisure(token.i)

    def _is_of_public(self, token: Token) -> bool:
        """Say whether somebody is told by whom they serve: "lawyers of the party", "the army's doctors"."""
        children = self._document.children
        near = [c for c in children[token.i] if self._tokens[c].dep in ("poss", "compound", "amod")]
        near += [one.i for one in self._governed(token.i, "of", "for")]
        return any(self.topic.speaks(place, but=self.words.soft) for place in near)
