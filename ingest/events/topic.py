"""Tells sentences of conflict and politics from those of sport, film, business, weather and everyday life."""

from ingest.document import Document, Token
from ingest.events.blazes import Blazes
from ingest.events.compounds import compounds
from ingest.events.domains import ACCIDENT, BUSINESS, COURT, DOUBTFUL, MARKET, NAME, PLACE, PUBLIC, Domains
from ingest.events.nature import Nature
from ingest.events.tales import Tales

_NAMES = frozenset(("GPE", "NORP"))
_SPEAKING = frozenset((PUBLIC, DOUBTFUL, COURT))
_PARTIES = _SPEAKING | {NAME}
_BEARERS = frozenset(("PERSON", "ORG", "NORP"))
_SILENT = -0.3  # what words of no other domain than everyday's must come to before they silence a sentence
_FOREIGN_TEXT = -0.6  # what the words of an article come to where it is about other things than conflict
_DATELINE = 4  # tokens: "TOKYO --" before the first sentence is none
_MOST_FOREIGN = 4  # words of one other domain that make a whole article foreign, twice as many as public ones
_LONGEST_SCORE = 2
_STEEPED = 0.5  # words of public life a sentence where an article is about it
_TEAM_PLACES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss"))
_LEADING = frozenset(("compound", "amod", "nmod"))
_RESULT = 3  # what the result of a match counts for, in words


class Topic:
    """What the sentences of one document are about."""

    def __init__(self, document: Document, domains: Domains) -> None:
        """Take the document; its words are counted once."""
        self._domains, self._document, self._tokens = domains, document, document.tokens
        self._joined = dict(compounds(document))
        self._blazes = Blazes(document, domains)
        self._tales = Tales(document, domains, self._joined)
        counts: dict[str, int] = {}
        self._by_token = tuple(map(self._find_domain, document.tokens))
        for domain in self._by_token:
            if domain:
                counts[domain] = counts.get(domain, 0) + 1
        public = counts.get(PUBLIC, 0) + counts.get(COURT, 0)
        self.has_public = public > 0 or counts.get(DOUBTFUL, 0) > 1
        self._nature = Nature(document, domains, self._by_token, self._blazes)
        is_mostly = any(
            counts.get(domain, 0) >= _MOST_FOREIGN and counts.get(domain, 0) > 2 * public
            for domain in domains.families["spoiling"]
        )
        self.is_text = is_text = sum(one.last - one.first > _DATELINE for one in document.sentences) > 1
        self.is_foreign = is_mostly or (is_text and self._weigh_all() <= _FOREIGN_TEXT)
        self.has_politics = counts.get(PUBLIC, 0) > 0
        self.is_steeped = counts.get(PUBLIC, 0) >= _STEEPED * len(document.sentences)
        self._is_sport = counts.get("sport", 0) > max(1, public)
        self._is_accident = is_text and self._tells_accident(0, len(document.tokens))

        self._has_violence = any(
            domain == DOUBTFUL and token.lemma not in domains.harmless and not self._is_by_nature(token.i)
            for domain, token in zip(self._by_token, document.tokens, strict=True)
        )
        self._recalls = self._tales.are_of_dead()

    def domain_of(self, i: int) -> str:
        """Give what token i speaks of, "" for nothing in particular."""
        return self._by_token[i]

    def _domain(self, token: Token) -> str:
        return self._by_token[token.i]

    def _find_domain(self, token: Token) -> str:
        known = self._domains.of.get(self._joined.get(token.i, ""), "") or self._domains.of.get(token.lemma, "")
        if not known and token.pos == "NOUN":
            known = self._unlisted(token)
        is_counted = token.i > 0 and self._tokens[token.i - 1].pos == "NUM" and known == MARKET  # "ten pounds"
        is_amount = token.entity == "MONEY" or is_counted
        is_name = token.pos == "PROPN" or token.text.isupper() or is_amount
        if token.pos == "ADV" or (token.pos == "VERB" and known in self._domains.families["nouns"]):
            return ""
        if known == PUBLIC and (self._is_figure(token) or self._is_led(token)):
            return ""
        if known and (known in _SPEAKING or not is_name):
            return known
        if token.entity not in _NAMES:
            return ""
        return PLACE if token.dep in ("pobj", "compound") and token.entity == "GPE" else NAME

    def _unlisted(self, token: Token) -> str:
        """Give the domain of a noun in no list: a fire that nobody opened, a firm by the end of its word."""
        if self._blazes.is_blaze(token.i):
            return ACCIDENT
        return BUSINESS if token.lemma.endswith(tuple(self._domains.makers)) else ""

    def _is_figure(self, token: Token) -> bool:
        """Say whether a word of war only means many: "an army of robots"."""
        if token.lemma not in self._domains.figurative:
            return False
        tokens, children = self._tokens, self._document.children
        many = [
            q for of in children[token.i] if tokens[of].lemma == "of" for q in children[of] if tokens[q].tag == "NNS"
        ]
        is_bare = any(all(tokens[child].dep != "det" for child in children[q]) for q in many)
        return is_bare and all(self._domains.of.get(tokens[q].lemma, "") not in _SPEAKING for q in many)

    def _is_led(self, token: Token) -> bool:
        """Say whether a token is only part of a word that speaks of nothing public: "an activist investor"."""
        after = self._tokens[token.i + 1 : token.i + 2]
        joined = f"{token.lemma.lower()}-{after[0].lemma.lower()}" if after and token.dep in _LEADING else ""
        return self._domains.of.get(joined, PUBLIC) not in (PUBLIC, DOUBTFUL)

    def _is_by_nature(self, i: int) -> bool:
        """Say whether the subject of a verb is a force of nature: "when lightning struck a ridge"."""
        subjects = (c for c in self._document.children[i] if self._tokens[c].dep in ("nsubj", "nsubjpass"))
        return any(self._by_token[c] in self._domains.families["causes"] for c in subjects)

    def _weigh(self, tokens: tuple[Token, ...], own: frozenset[int] = frozenset()) -> dict[tuple[str, str], float]:
        """Give the words of tokens with what each says for conflict; a verb that others borrow says less."""
        found: dict[tuple[str, str], float] = {}
        weights = self._domains.weights
        for token in tokens:
            if token.i not in own and (domain := self._domain(token)):
                is_borrowed = token.pos == "VERB" and domain in (PUBLIC, DOUBTFUL)
                weight = weights["verb"] if is_borrowed else weights[domain]
                found[domain, token.lemma] = max(weight, found.get((domain, token.lemma), weight))
        return found

    def _weigh_all(self) -> float:
        """Give what the words of the article come to without verbs, names and courts, which all domains have."""
        found = self._weigh(tuple(token for token in self._tokens if token.pos != "VERB"))
        return sum(weight for (domain, _), weight in found.items() if domain not in (NAME, PLACE, COURT))

    def _is_result(self, token: Token) -> bool:
        """Say whether a token is the dash of a result, "3-1"."""
        if token.text not in ("-", "–") or not 0 < token.i < len(self._tokens) - 1:
            return False
        sides = (self._tokens[token.i - 1], self._tokens[token.i + 1])
        after = self._tokens[token.i + 2 : token.i + 3]
        if after and after[0].entity == "DATE" and after[0].text.isalpha():  # "6-10 February"
            return False
        return all(side.text.isdigit() and len(side.text) <= _LONGEST_SCORE for side in sides)

    def is_public(
        self, first: int, last: int, own: frozenset[int], *, is_legal: bool = False, is_at_home: bool = False
    ) -> bool:
        """Say whether tokens first to last (excluded) may tell of conflict or politics: their words weighed.

        own: the words of an event, which do not speak for themselves. is_legal: whether it may be common crime, as
        where police arrest "a man"; is_at_home: or violence within four walls, as where somebody stabs "her husband".
        """
        weights, found = self._domains.weights, self._weigh(self._tokens[first:last], own)
        domains = {domain for domain, _ in found}
        is_of_one = is_legal and any(map(self._is_anybody, self._tokens[first:last]))
        if is_of_one or ((is_legal or is_at_home) and any(map(self._is_kin, self._tokens[first:last]))):
            found.setdefault(("private", ""), weights["private"])
            domains.add("private")
        teams = self._teams(first, last) if "sport" in domains or self._is_sport else frozenset()
        total = sum(weight for (domain, lemma), weight in found.items() if domain != NAME or lemma not in teams)
        if PUBLIC not in domains and any(map(self._is_result, self._tokens[first:last])):
            domains.add("sport")
            total += _RESULT * weights["sport"]
        is_foreign = any(weights[domain] < weights["loose"] for domain in domains) or total <= _SILENT
        return not (total < 0 and is_foreign) and not (self.is_foreign and total < weights["text"])

    def _teams(self, first: int, last: int) -> frozenset[str]:
        """Give the countries and peoples that act or are acted upon, which in sport are teams."""
        named = (token for token in self._tokens[first:last] if token.entity in _NAMES)
        return frozenset(token.lemma for token in named if token.dep in _TEAM_PLACES)

    def _is_anybody(self, token: Token) -> bool:
        """Say whether a token is one private person: "a man", "a 30-year-old woman"."""
        is_one = any(self._tokens[c].text.lower() in ("a", "an") for c in self._document.children[token.i])
        return token.lemma in self._domains.anybody and is_one

    def _is_kin(self, token: Token) -> bool:
        """Say whether a token is family or such of somebody: "her husband", "his landlord"."""
        is_ones = any(self._tokens[c].tag == "PRP$" for c in self._document.children[token.i])
        return token.lemma in self._domains.kin and is_ones and not self.is_steeped

    def is_of_trade(self, i: int) -> bool:
        """Say whether token i is somebody or something of business, which fights nobody."""
        return self._tokens[i].pos == "NOUN" and self._by_token[i] in self._domains.families["trade"]

    def is_peaceful(self, i: int) -> bool:
        """Say whether token i is somebody or something that fights only in a manner of speaking: a bakery."""
        return self._tokens[i].pos == "NOUN" and self._by_token[i] in self._domains.families["peaceful"]

    def is_of_things(self, i: int) -> bool:
        """Say whether token i is nobody who can be killed, but a firm, a market or a plan of theirs."""
        return self._tokens[i].pos == "NOUN" and self._by_token[i] in ("business", "market", "industry")

    def is_of_leisure(self, i: int) -> bool:
        """Say whether token i is somebody or something of sport, arts, science, business or everyday life."""
        return self._tokens[i].pos == "NOUN" and self._by_token[i] in self._domains.families["leisure"]

    def speaks(self, i: int, but: frozenset[str]) -> bool:
        """Say whether token i is a word of conflict or politics and none of `but`; verbs may be borrowed."""
        token, domain = self._tokens[i], self._by_token[i]
        return domain in (PUBLIC, DOUBTFUL) and token.pos not in ("VERB", "ADV") and token.lemma not in but

    def is_of_police(self, i: int) -> bool:
        """Say whether token i is a general word for police or authorities, who look after accidents."""
        return self._tokens[i].pos == "NOUN" and self._by_token[i] in (COURT, DOUBTFUL)

    def is_helper(self, i: int) -> bool:
        """Say whether token i is a general word for those called in a disaster, of no country: "troops were sent"."""
        of = (self._tokens[c] for c in self._document.children[i])
        is_general = self.is_of_police(i) or self._tokens[i].lemma in self._domains.helping
        return is_general and not any(one.entity in _NAMES for one in of)

    def has_party(self, first: int, last: int, own: frozenset[int]) -> bool:
        """Say whether a sentence, or the text around it, names anybody or speaks of conflict or politics at all."""
        if self.has_public:
            return True
        others = [token for token in self._tokens[first:last] if token.i not in own]
        return any(map(self._is_party, others))

    def domains_of(self, first: int, last: int, own: frozenset[int]) -> frozenset[str]:
        """Give what tokens first to last (excluded) speak of besides an event's own words; borrowed verbs do not."""
        tokens = (token for token in self._tokens[first:last] if token.i not in own)
        found = ((self._domain(token), token.pos) for token in tokens)
        return frozenset(domain for domain, pos in found if domain and (domain != DOUBTFUL or pos != "VERB"))

    def _is_party(self, token: Token) -> bool:
        is_speaker = token.pos == "PROPN" and token.dep == "nsubj"
        is_name = (
            token.entity in _BEARERS
            or token.lemma in self._domains.persons
            or (token.text.isupper() and len(token.text) > 1)
        )
        is_name = is_name or is_speaker
        return is_name or self._domain(token) in _PARTIES

    def is_natural(self, i: int, *, is_fought: bool = False) -> bool:
        """Say whether token i names what does no violence: a storm, a crash, a currency.

        is_fought: whether it is what is fought or hit, which a bus may be.
        """
        return self._nature.is_natural(i, is_fought=is_fought)

    def is_accident(self, first: int, last: int) -> bool:
        """Say whether tokens first to last (excluded) or the whole text speak of accident or nature, not violence."""
        return self._is_accident or self._tells_accident(first, last)

    def _tells_accident(self, first: int, last: int) -> bool:
        tokens = self._tokens[first:last]
        found = {self._domain(token) for token in tokens}
        bursting = self._domains.bursting if "industry" in found else frozenset()
        speaking = {token.lemma for token in tokens if self._domain(token) in (PUBLIC, DOUBTFUL)}
        is_caused = not found.isdisjoint(self._domains.families["causes"]) or not speaking.isdisjoint(bursting)
        is_disaster = any(token.pos == "NOUN" and self._is_disaster(token) for token in tokens)
        helping = self._domains.helping if is_disaster else frozenset()
        return is_caused and speaking <= self._domains.harmless | bursting | helping

    def _is_disaster(self, token: Token) -> bool:
        return not {token.lemma, self._joined.get(token.i, "")}.isdisjoint(self._domains.disaster)

    def is_mishap(self, i: int) -> bool:
        """Say whether what hangs on a verb makes it an accident: "killed in a flood", "hurt when a bus overturned"."""
        tokens, children = self._tokens, self._document.children
        if self._has_violence:
            return False
        for child in children[i]:
            if tokens[child].dep == "prep" and any(map(self.is_cause, children[child])):
                return True
            if tokens[child].dep == "advcl":
                near = [child, *(c for c in children[child] if tokens[c].dep in ("nsubj", "nsubjpass", "dobj", "prep"))]
                told = near[1:] if self._is_by_nature(child) else near
                is_violent = any(self._domain(tokens[one]) in (PUBLIC, DOUBTFUL) for one in told)
                is_on_road = any(self._by_token[c] == "vehicle" and tokens[c].dep == "nsubj" for c in near)
                if (is_on_road or any(map(self.is_cause, near))) and not is_violent:
                    return True
        return False

    def is_cause(self, i: int) -> bool:
        """Say whether token i is an accident or a force of nature."""
        return self._by_token[i] in self._domains.families["causes"]

    def is_rescuing(self, i: int) -> bool:
        """Say whether token i is a verb for getting people out of danger."""
        return self._tokens[i].lemma in self._domains.rescuing

    def is_harm(self, i: int) -> bool:
        """Say whether token i tells that people were hurt, which is told even of nobody in particular."""
        return self._by_token[i] == DOUBTFUL and self._tokens[i].lemma in self._domains.harmless

    def is_violent(self, i: int) -> bool:
        """Say whether token i speaks of conflict or politics by no word that accidents use."""
        return self._by_token[i] in (PUBLIC, DOUBTFUL) and self._tokens[i].lemma not in self._domains.harmless

    def is_burst(self, i: int) -> bool:
        """Say whether token i is a blast, which does harm by itself in an accident."""
        return self._tokens[i].lemma in self._domains.bursting

    def is_made_up(self, i: int) -> bool:
        """Say whether token i stands in what a film, a book or a play tells, or an anniversary or obituary recalls."""
        return self._recalls or self._tales.tell(i)
