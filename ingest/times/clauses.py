"""Reads the grammar around an event: the clause of its time, its tense, whether it only reports."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.document import Document, Sentence, Token
from ingest.times.contents import names_deed
from ingest.times.wording import Wording

# What it costs to step over the edge of a clause, from a time up to what it may govern, and from an event up.
TIME_EDGE = {"relcl": 12.0, "ccomp": 8.0, "advcl": 3.0, "acl": 4.0, "csubj": 4.0, "parataxis": 8.0, "conj": 6.0}
EVENT_EDGE = {"relcl": 3.0, "ccomp": 1.0, "advcl": 1.5, "acl": 1.5, "csubj": 1.0, "parataxis": 4.0, "conj": 1.0}
EVENT_EDGE |= {"amod": 6.0}
OUT_OF_REPORT = 8.0
NEVER = 100.0
OF_NOUN = 3.0
STEP = 0.25


class Tense(StrEnum):
    """How the clause of an event tells time."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"


TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})


def chain(document: Document, i: int) -> dict[int, int]:
    """Give a token and its governors up to the root, each with its distance."""
    found: dict[int, int] = {}
    while i not in found:
        found[i] = len(found)
        i = document.tokens[i].head
    return found


def head_of(document: Document, sentence: Sentence, start: int, end: int) -> Token | None:
    """Give the token of a stretch of text whose governor lies outside it."""
    inside = [token for token in document.tokens_of(sentence) if start <= token.start < end]
    ids = {token.i for token in inside}
    return next((token for token in inside if token.head not in ids or token.head == token.i), None)


def clause_mark(document: Document, event: int, time: Token) -> str:
    """Give the word that opens the clause of a time where the event stands outside it: "after", "before"."""
    up = chain(document, event)
    for place in chain(document, time.i):
        if place in up:
            return ""
        if document.tokens[place].dep in {"advcl", "pcomp"}:
            marks = [token.text.lower() for token in document.dependents(place, "mark", "advmod", "prep")]
            parent = document.tokens[document.tokens[place].head]
            return next(iter(marks), parent.text.lower() if parent.pos == "ADP" else "")
    return ""


def predicate_of(document: Document, i: int) -> Token:
    """Give the verb whose clause a token stands in, itself where it is one; else its sentence's root."""
    for place in chain(document, i):
        token = document.tokens[place]
        if token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass", "amod", "compound"}:
            return token
    return document.tokens[list(chain(document, i))[-1]]


def joined_to(document: Document, verb: Token) -> Token:
    """Give the first verb of a row of joined verbs: "called" for each of "had called, thanked and left"."""
    while verb.dep == "conj" and document.tokens[verb.head].pos in {"VERB", "AUX"} and verb.head < verb.i:
        verb = document.tokens[verb.head]
    return verb


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a document, read with the words by which they tell time."""

    document: Document
    words: Wording

    def is_report(self, token: Token) -> bool:
        """Say whether a word tells that something was said."""
        return self.words.has("report", token.lemma)

    def distance(self, event: int, time: Token) -> float:
        """Say how far a time is from governing an event, by the edges of clauses between them."""
        up = chain(self.document, event)
        down = chain(self.document, time.i)
        meeting = next((place for place in down if place in up), None)
        if meeting is None:
            return OUT_OF_REPORT
        is_of_content = meeting == event and self._is_of_content(event, down)
        if is_of_content or names_deed(self.document, self.words, event, time.i):
            return NEVER
        cost = self._cost(down, meeting, event, is_event=False) + self._cost(up, meeting, event, is_event=True)
        return cost + self._report_cost(event, time, meeting) + self._about_cost(event, time, up, meeting)

    def _is_of_content(self, event: int, down: dict[int, int]) -> bool:
        """Say whether a time belongs to what is said or agreed: "blamed them for the raid of May", "May's accord"."""
        tokens, verb = self.document.tokens, self.document.tokens[event]
        way = list(down)[: list(down).index(event)]
        if any(tokens[i].dep == "pcomp" and self._is_over(i) for i in way):  # "thanked for having hosted talks in May"
            return True
        is_aim = any(tokens[i].dep == "xcomp" for i in way) and not self.words.has("does", verb.lemma)
        told = {tokens[i].dep for i in way if tokens[i].tag == "VBD"}  # "rejected charges that they shelled it in May"
        if verb.pos != "VERB" or not (is_aim or self.words.has("about", verb.lemma) or self.is_report(verb)):
            return verb.pos == "VERB" and "acl" in told
        holder = next((tokens[tokens[i].head] for i in way if tokens[i].dep in {"poss", "prep"}), None)
        if told & {"acl", "ccomp"} or holder is None or holder.i == event or holder.pos not in {"NOUN", "PROPN"}:
            return bool(told & {"acl", "ccomp"})
        is_of = any(tokens[i].dep == "poss" or tokens[i].text.lower() == "of" for i in way)
        is_subject = any(tokens[i].dep in {"nsubj", "nsubjpass"} for i in way)
        return is_of and not is_subject and not self.words.has("stretch", holder.lemma)

    def _is_over(self, i: int) -> bool:
        words = [self.document.tokens[i], *self.document.dependents(i, "aux")]
        return any(token.text.lower() == "having" for token in words)

    def is_reply(self, event: int, time: Token) -> bool:
        """Say whether somebody says something beside a dated deed: "war began in May, and both blamed the other"."""
        token, meeting = self.document.tokens[event], self.document.tokens[self.document.tokens[event].head]
        is_joined = token.dep == "conj" and time.i > meeting.i and meeting.i in chain(self.document, time.i)
        if not is_joined or not self.is_report(token) or self.is_report(meeting):
            return False
        return any(True for _ in self.document.dependents(event, "nsubj", "nsubjpass"))

    def holding_word(self, event: int, time: Token) -> str:
        """Give the word by which the noun of a time bounds the event, "" for none: "since the coup of 1 February"."""
        up = chain(self.document, event)
        if self.words.has("dawn", time.text.lower()):  # "before dawn on Sunday" is a part of Sunday
            return ""
        for place in chain(self.document, time.i):
            if place in up:
                return ""
            word = self.document.tokens[place].text.lower()
            is_prep = self.document.tokens[place].dep == "prep"
            if is_prep and any(self.words.has(name, word) for name in ("later-clause", "earlier-clause", "thereafter")):
                return word
        return ""

    def is_earlier(self, event: int, time: Token) -> bool:
        """Say whether an event had happened before the clause of a time, which a relative clause tells of it.

        "The students who have been kidnapped were found on Monday": they were not kidnapped on that day.
        """
        down = chain(self.document, time.i)
        for place in chain(self.document, event):
            token = self.document.tokens[place]
            if place in down:
                return False
            if token.dep == "relcl" and self.tense_of(token) in {Tense.PERFECT, Tense.PLUPERFECT}:
                return self.tense_of(predicate_of(self.document, time.i)) in {Tense.PAST, Tense.PERFECT}
        return False

    def tense_of(self, verb: Token) -> Tense:
        """Say how a verb's clause tells time; an infinitive or a modal is open."""
        lists = self.words.lists
        helpers = {token.text.lower(): token.tag for token in self.document.dependents(verb.i, "aux", "auxpass")}
        if lists["future"] & helpers.keys():
            return Tense.FUTURE
        governor = self.document.tokens[verb.head]
        if verb.dep == "xcomp" and self.words.has("does", governor.lemma) and governor.i != verb.i:
            return self.tense_of(governor)
        if lists["modal"] & helpers.keys():
            return Tense.OPEN
        if helpers.keys() & {"had", "having"} and verb.tag in {"VBN", "VBD"}:
            return Tense.PLUPERFECT
        if lists["have"] & helpers.keys():
            return Tense.PERFECT
        if not helpers and verb.tag == "VBD" and self._goes_on_with(verb, governor):
            return Tense.PLUPERFECT
        if verb.tag == "VBD" or lists["past"] & helpers.keys():
            return Tense.PAST
        if verb.tag in {"VBZ", "VBP"} or lists["present"] & helpers.keys():
            return Tense.PRESENT
        return self._inherited(verb)

    def _goes_on_with(self, verb: Token, governor: Token) -> bool:
        """Say whether a verb shares the "had" of the one it is joined to: "had overrun the post and killed ten"."""
        has_own = any(True for _ in self.document.dependents(verb.i, "nsubj", "nsubjpass"))
        is_joined = verb.dep == "conj" and governor.i < verb.i and not has_own
        return is_joined and governor.tag == "VBN" and self.tense_of(governor) is Tense.PLUPERFECT

    def _inherited(self, verb: Token) -> Tense:
        """A participle or bare form has the tense of the clause it hangs on; an infinitive has none."""
        if verb.tag == "VB" or verb.head == verb.i:
            return Tense.OPEN if verb.tag == "VB" else Tense.PAST
        if verb.tag == "VBN" and verb.dep in {"acl", "amod", "relcl"}:
            return Tense.PAST
        return self.tense_of(predicate_of(self.document, verb.head))

    def _about_cost(self, event: int, time: Token, up: dict[int, int], meeting: int) -> float:
        """What a verb is only about keeps its own time, unless that stands after it: "condemned the attack on Monday".

        The day of a clause above that verb ("the judge investigating the attack resigned on Monday") is never its time.
        """
        for place in up:
            if place == meeting:
                return 0.0
            if self._is_topic(self.document.tokens[place]):
                return 1.0 if time.i > event and self.document.tokens[place].head == meeting else NEVER
        return 0.0

    def is_about(self, event: int) -> bool:
        """Say whether an event is only what its clause is about: "deplored the raid", "spoke about the raid"."""
        return any(self._is_topic(self.document.tokens[place]) for place in chain(self.document, event))

    def _is_topic(self, token: Token) -> bool:
        """Say whether a word above is a verb or preposition that is only about this one."""
        governor = self.document.tokens[token.head]
        if token.dep == "pobj":
            return self.words.has("topic", governor.text.lower())
        return token.dep in {"dobj", "prep", "nsubjpass"} and self.words.has("about", governor.lemma)

    def _report_cost(self, event: int, time: Token, meeting: int) -> float:
        """What was reported on a day happened then or before: the day is the event's only where it stands nearer to it.

        What goes with the report ("said so on Monday, citing losses") has its day.
        """
        if meeting == event or not self.is_report(self.document.tokens[meeting]):
            return 0.0
        arm = next(
            (place for place in chain(self.document, event) if self.document.tokens[place].head == meeting), None
        )
        if arm is not None and (
            self.document.tokens[arm].dep in {"advcl", "xcomp"} or (arm == event and self._goes_on(arm, time, meeting))
        ):
            return 0.0
        is_nearer = abs(time.i - event) < abs(time.i - meeting) and time.i > event > meeting
        return 1.0 if is_nearer else OUT_OF_REPORT

    def _goes_on(self, verb: int, time: Token, report: int) -> bool:
        """Say whether a verb joined to a report tells what else was said or done then: "said on Monday and accused"."""
        token = self.document.tokens[verb]
        has_own = any(True for _ in self.document.dependents(verb, "nsubj", "nsubjpass"))
        is_of_report = self.is_report(token) or time.i < report
        return token.dep == "conj" and token.pos == "VERB" and is_of_report and not has_own

    def _cost(self, way: dict[int, int], meeting: int, event: int, *, is_event: bool) -> float:
        """Sum the edges on the way from an event or its time up to where both meet.

        A clause that describes the event itself ("the blast that occurred on Monday") is no edge.
        """
        total = 0.0
        for place in way:
            if place == meeting:
                break
            token = self.document.tokens[place]
            if not is_event and token.head == meeting == event and self._describes(token):
                continue
            is_clause = token.dep != "conj" or token.pos not in {"NOUN", "PROPN"} or is_event
            total += NEVER if not is_event and self._locates(token) else 0.0
            total += STEP + ((EVENT_EDGE if is_event else TIME_EDGE).get(token.dep, 0.0) if is_clause else 0.0)
            if is_event and token.dep == "ccomp" and self.is_report(self.document.tokens[token.head]):
                total += OUT_OF_REPORT
            if not is_event and token.head not in (event, meeting):
                total += OF_NOUN * self._belongs(token) + NEVER * self._is_of_grounds(token)
        return total

    def _belongs(self, token: Token) -> bool:
        """Say whether a word ties a time to a noun beside the verb: "the truce of 3 May collapsed"."""
        noun = self.document.tokens[token.head]
        is_of = token.dep == "prep" and self.words.has("belonging", token.text.lower())
        return is_of and noun.dep in {"nsubj", "nsubjpass", "dobj"}

    def _is_of_grounds(self, token: Token) -> bool:
        """Say whether a word ties a time to the ground for what is told: "under the accord of 3 May they left"."""
        noun = self.document.tokens[token.head]
        prep = self.document.tokens[noun.head]
        is_of = (token.dep == "prep" and self.words.has("belonging", token.text.lower())) or token.dep == "poss"
        is_ground = noun.dep == "pobj" and self.words.has("grounds", prep.text.lower())
        return is_of and is_ground and not self.words.has("stretch", noun.lemma)

    def _locates(self, token: Token) -> bool:
        """Say whether a clause tells a place by another deed: "fired a street from where the mayor was shot in May".

        A clause that a comma sets apart tells what happened there, not which place it is.
        """
        if token.dep not in {"pcomp", "relcl"}:
            return False
        marks = (mark for mark in self.document.dependents(token.i, "advmod") if mark.i < token.i)
        opener = next((mark for mark in marks if self.words.has("locating", mark.text.lower())), None)
        return opener is not None and opener.i > 0 and self.document.tokens[opener.i - 1].pos != "PUNCT"

    def _describes(self, token: Token) -> bool:
        """Say whether a dependent describes the word above it: its relative clause, or a noun beside it."""
        is_noun_pair = token.dep == "conj" and token.pos == "NOUN" and self.document.tokens[token.head].pos == "NOUN"
        return is_noun_pair or token.dep in {"relcl", "acl"}
