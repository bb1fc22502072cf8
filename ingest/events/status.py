"""Tells what a sentence says of an event: that it happened, is planned, denied, feared, remembered."""

from dataclasses import dataclass

from graph.model import Status
from ingest.events.claims import is_of_own_fighting
from ingest.events.frames import CONFLICT, COOPERATION
from ingest.events.matcher import Hit
from ingest.events.tree import Tree
from ingest.events.unreal import is_relied_on, is_set_for_a_day, unreal
from ingest.events.words import EventWords, StatusWords

_COMPLEMENTS = frozenset(
    ("xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "prep", "nsubjpass", "attr", "advcl", "dep")
)
_MATERIAL = CONFLICT - {"THREATEN"} | {"AID", "COOPERATE", "RETREAT"}
_AWAY = frozenset(("relcl", "conj", "nsubj", "parataxis", "appos"))


@dataclass(frozen=True, slots=True)
class Reading:
    """The type of an event after its tense and negation, and its status.

    type differs from the frame's where the manual's rule of tense asks for it: a meeting that will be
    held is AGREE, a refusal to hold it REJECT.
    """

    type: str
    status: Status

    @property
    def is_shifted(self) -> bool:
        """Say whether the event itself has not happened, so that nothing within it has either."""
        return self.status in (Status.PLANNED, Status.DENIED)


class StatusReader:
    """Reads the status of events of one document."""

    def __init__(self, tree: Tree, words: EventWords, own: StatusWords) -> None:
        """Take the document's tree and the lists of words that colour a verb."""
        self._tree, self._words, self._own = tree, words, own

    def read(self, hit: Hit) -> Reading:
        """Give type and status of the event of a hit, its own words and those it stands under regarded."""
        if hit.frame.is_noun:
            return self._read_noun(hit)
        own = self._read_verb(hit)
        if own is not None:
            return own
        told = self._under(hit.i, hit.frame.type) or self._aspect(hit.i)
        is_claim = told is Status.ACTUAL and is_of_own_fighting(self._tree, hit, self._words, self._own)
        return Reading(hit.frame.type, Status.CLAIMED if is_claim else told)

    def _read_verb(self, hit: Hit) -> Reading | None:
        """Give the reading a verb's own negation, tense or modal forces."""
        event_type, i = hit.frame.type, hit.i
        if self._has_condition(i):
            return Reading(event_type, Status.CONDITIONAL)
        if status := unreal(self._tree, i, self._words, self._own):
            return Reading(event_type, status)
        if self._is_negated(i):
            if event_type in COOPERATION:
                return Reading("REJECT", Status.ACTUAL)
            return Reading(event_type, Status.DENIED)
        if self._is_future(i, event_type):
            if event_type in COOPERATION:
                return Reading("AGREE", Status.PLANNED)
            if event_type in CONFLICT:
                return Reading("THREATEN", Status.PLANNED)
            return Reading(event_type, Status.PLANNED)
        if self._is_conditional(i):
            return Reading(event_type, Status.CONDITIONAL)
        if event_type in COOPERATION and self._goes_with_plan(i):
            return Reading(event_type, Status.PLANNED)
        if hit.frame.status == "claimed":
            return Reading(event_type, Status.CLAIMED)
        if hit.frame.head in self._words.plan and hit.frame.status == "planned":
            return Reading(event_type, Status.PLANNED)
        return None

    def _is_negated(self, i: int) -> bool:
        tree, tokens = self._tree, self._tree.tokens
        if self._is_purpose_of_going(i) and self._is_negated(tokens[i].head):
            return True
        adverbs = (tokens[a].text.lower() for a in tree.kids(i, "advmod", "preconj"))
        if tree.kids(i, "neg") or any(adverb in self._own.negation for adverb in adverbs):
            return True
        parties = (tree.direct_object(i), tree.surface_subject(i)) if tree.is_verbal(i) else ()
        if any(party is not None and self._is_nobody(party) for party in parties):
            return True
        if tokens[i].dep == "conj" and any(tokens[c].lemma == "nor" for c in tree.kids(tokens[i].head, "cc")):
            return True
        return tokens[i].dep == "pcomp" and tokens[tokens[i].head].lemma == "without"

    def _is_nobody(self, i: int) -> bool:
        """Say whether a phrase says that there is none: "no soldiers", "neither country", "nobody"."""
        tokens = self._tree.tokens
        if tokens[i].lemma in self._own.nobody:
            return True
        return any(tokens[word].lemma in ("no", "neither") for word in self._tree.kids(i, "det", "preconj", "cc"))

    def _is_purpose_of_going(self, i: int) -> bool:
        """Say whether i is what somebody goes to do, so that it shares the tense of going."""
        token = self._tree.tokens[i]
        head = self._tree.tokens[token.head]
        return token.dep in ("advcl", "xcomp") and self._tree.has_to(i) and head.lemma in self._own.going

    def _is_future(self, i: int, event_type: str) -> bool:
        tree, tokens = self._tree, self._tree.tokens
        auxiliaries = [tokens[a].text.lower() for a in tree.auxiliaries(i)]
        if any(word in self._own.future for word in auxiliaries):
            return True
        head = tokens[tokens[i].head]
        if tokens[i].dep == "xcomp" and head.lemma == "go" and head.tag == "VBG":
            return True
        if tokens[i].dep == "ROOT" and tokens[i].tag == "VB" and self._tree.has_to(i):  # a headline's future
            return True
        is_aim = tokens[i].dep in ("advcl", "xcomp") and self._tree.has_to(i) and self._tree.is_verbal(tokens[i].head)
        if is_aim and self._is_future(tokens[i].head, event_type):  # what somebody will go or vote to do
            return True
        if tokens[i].dep == "xcomp" and self._tree.has_to(i) and head.lemma == "be":  # "are to leave"
            return True
        if i > 1 and tokens[i - 1].lemma == "to" and tokens[i - 2].text.lower() == "about":
            return True
        is_said = tokens[i].dep == "ccomp" and head.lemma in self._words.speech
        return is_said and "would" in auxiliaries and event_type != "SUPPORT"

    def _goes_with_plan(self, i: int) -> bool:
        """Say whether a bare present goes with what is still ahead: "are to disarm as foreign troops withdraw"."""
        tree, token = self._tree, self._tree.tokens[i]
        if token.dep not in ("advcl", "acl") or token.tag not in ("VB", "VBP", "VBZ") or tree.auxiliaries(i):
            return False
        below, above = i, token.head
        while not tree.is_verbal(above) and tree.tokens[above].head != above:
            below, above = above, tree.tokens[above].head
        aims = [aim for aim in tree.kids(above, "xcomp") if aim < below and tree.tokens[above].lemma == "be"]
        return any(self._is_future(place, "") for place in (above, *aims))

    def _is_conditional(self, i: int) -> bool:
        tree, tokens = self._tree, self._tree.tokens
        if any(tokens[a].text.lower() in self._own.possible for a in tree.auxiliaries(i)):
            return True
        return self._has_condition(i)

    def _has_condition(self, i: int) -> bool:
        return any(self._tree.tokens[mark].lemma in self._own.condition for mark in self._tree.kids(i, "mark"))

    def _aspect(self, i: int) -> Status:
        """Give actual, ongoing or habitual, as the form of the verb has it."""
        tree, tokens = self._tree, self._tree.tokens
        is_described = any(tokens[subject].lemma in self._words.relative for subject in tree.kids(i, "nsubj"))
        is_trait = is_described and tokens[i].tag in ("VBZ", "VBP") and not tree.auxiliaries(i)
        if self._is_often(i) or is_trait:  # "the front, which fights for autonomy"
            return Status.HABITUAL
        if tokens[i].tag == "VBG" and any(tokens[a].lemma == "be" for a in tree.auxiliaries(i)):
            return Status.ONGOING
        if tokens[i].dep == "xcomp" and tokens[tokens[i].head].lemma in self._words.ongoing:
            return Status.ONGOING
        return Status.ACTUAL

    def _is_often(self, i: int) -> bool:
        tree, tokens = self._tree, self._tree.tokens
        if any(tokens[a].lemma in self._words.habitual for a in tree.kids(i, "advmod")):
            return True
        if tokens[i].tag not in ("VBZ", "VBP"):
            return False
        often = (place for place in tree.subtree(i) if tokens[place].lemma in ("each", "every"))
        return any(tokens[tokens[place].head].lemma in self._own.period for place in often)

    def _under(self, i: int, event_type: str) -> Status | None:
        """Give the status that a word above the event gives it, the nearest one first."""
        tree, tokens = self._tree, self._tree.tokens
        below = i
        for place in tree.climb(i):
            if self._is_charge(place, below):
                return Status.ACCUSED
            if tokens[below].dep in _AWAY or self._is_divided(below, place) or self._dates(below):
                break
            if tokens[below].dep not in _COMPLEMENTS:
                below = place
                continue
            status = self._coloured(place, below, event_type)
            if status is not None:
                return status
            below = place
        return None

    def _is_charge(self, noun: int, below: int) -> bool:
        """Say whether a clause is what an accusation says: "the accusation that police tortured detainees"."""
        tree, token = self._tree, self._tree.tokens[below]
        if tree.tokens[noun].pos != "NOUN" or tree.tokens[noun].lemma not in self._words.accuse:
            return False
        is_told = bool(tree.kids(below, "nsubj", "nsubjpass")) and tree.tokens[noun].i < below
        return token.dep in ("acl", "ccomp", "prep") or (token.dep == "relcl" and is_told)

    def is_time_apart(self, i: int, top: int) -> bool:
        """Say whether a preposition of time stands between token i and top: "asked to leave after the attack"."""
        while i != top and self._tree.tokens[i].head != i:
            if self._dates(i):
                return True
            i = self._tree.tokens[i].head
        return False

    def _dates(self, i: int) -> bool:
        token = self._tree.tokens[i]
        return token.dep == "prep" and token.lemma in self._own.dating

    def _is_divided(self, below: int, place: int) -> bool:
        """Say whether a semicolon stands between a clause and the word it hangs on: two sentences in one."""
        first, last = sorted((below, place))
        return any(self._tree.tokens[i].text == ";" for i in range(first, last))

    def _coloured(self, place: int, below: int, event_type: str) -> Status | None:
        """Give the status a word gives to its complement."""
        words, tree, token = self._words, self._tree, self._tree.tokens[place]
        dep = tree.tokens[below].dep
        is_verb = tree.is_verbal(place)
        if token.lemma in words.deny:
            is_reply = event_type == "ACCUSE" and not tree.is_verbal(below)  # what is denied is the content of it
            return None if is_reply else Status.DENIED
        if token.lemma in words.claim and is_verb and dep == "ccomp":
            return Status.CLAIMED
        if dep == "advcl" and not tree.has_to(below):
            return None
        if token.lemma in words.attempt and event_type in _MATERIAL and (is_verb or dep == "acl"):
            return Status.ATTEMPTED
        if token.lemma in words.attempt_nouns and event_type in _MATERIAL and not is_verb:
            return Status.ATTEMPTED
        is_able = is_verb or token.pos == "ADJ"
        if is_able and token.lemma in words.plan and dep in ("xcomp", "ccomp") and token.lemma != "order":
            return Status.PLANNED
        if is_verb and token.lemma in self._own.seeming and dep == "xcomp":
            return Status.CLAIMED
        if token.pos == "NOUN" and token.lemma in self._own.intention and dep == "acl" and tree.has_to(below):
            return Status.PLANNED
        if token.pos == "ADJ" and token.lemma in words.feared and dep == "xcomp":
            return Status.CONDITIONAL
        if is_verb and dep in ("ccomp", "xcomp") and self._is_negated(place):
            return Status.DENIED
        if token.lemma in words.feared and dep in ("prep", "pobj", "ccomp", "acl", "dobj"):
            return Status.CONDITIONAL
        return Status.CONDITIONAL if is_verb and dep != "advcl" and self._is_unsure(place) else None

    def _is_unsure(self, verb: int) -> bool:
        """Say whether a verb makes what it governs no more than possible; "shooting could be heard" does not."""
        is_perceived = self._tree.tokens[verb].lemma in self._own.perceived and not self._has_condition(verb)
        return self._is_conditional(verb) and not is_perceived

    def _read_noun(self, hit: Hit) -> Reading:
        """Give the reading of an event told by a noun."""
        tree, tokens, words = self._tree, self._tree.tokens, self._words
        event_type, i = hit.frame.type, hit.i
        if self._is_remembered(i):
            return Reading(event_type, Status.HISTORICAL)
        before = tree.kids(i, "amod", "compound", "det", "advmod", "nmod")
        modifiers = [word for c in before for word in (tokens[c].lemma, tokens[c].text.lower())]
        if "no" in modifiers:
            return Reading(event_type, Status.DENIED)
        for listed, status in (
            (words.attempt_nouns, Status.ATTEMPTED),
            (words.accuse, Status.ACCUSED),
            (words.intended, Status.PLANNED),
            (words.feared, Status.CONDITIONAL),
            (words.ongoing, Status.ONGOING),
        ):
            if any(word in listed for word in modifiers):
                return Reading(event_type, status)
        if is_relied_on(tree, i, self._own):
            return Reading(event_type, Status.HABITUAL)
        shifted = self._shifted_noun(hit)
        return shifted or Reading(event_type, self._through_verb(i) or self._under(i, event_type) or Status.ACTUAL)

    def _through_verb(self, i: int) -> Status | None:
        """Give the status that the verb a noun is subject of lends it: "if another round of fighting began"."""
        tree, tokens = self._tree, self._tree.tokens
        while tokens[i].dep in ("pobj", "prep", "conj") and not tree.is_verbal(tokens[i].head):
            i = tokens[i].head
        verb = tokens[i].head
        if tokens[i].dep not in ("nsubj", "nsubjpass") or not tree.is_verbal(verb):
            return None
        if self._is_unsure(verb):
            return Status.CONDITIONAL
        if is_set_for_a_day(tree, verb, self._own):
            return Status.PLANNED
        if any(tokens[a].text.lower() in self._own.future for a in tree.auxiliaries(verb)):
            return Status.PLANNED
        return Status.DENIED if tree.kids(verb, "neg") else None

    def _shifted_noun(self, hit: Hit) -> Reading | None:
        """Give the reading of a noun whose verb is future: "will hold talks"."""
        tree, token = self._tree, self._tree.tokens[hit.i]
        if token.dep not in ("dobj", "pobj"):
            return None
        governor = token.head if token.dep == "dobj" else tree.tokens[token.head].head
        words = [tree.tokens[a].text.lower() for a in tree.kids(governor, "aux")]
        if not any(word in self._own.future for word in words) or tree.kids(governor, "neg"):
            return None
        if token.dep != "dobj" and hit.frame.type != "CONSULT":
            return None
        if hit.frame.type in COOPERATION:
            return Reading("AGREE", Status.PLANNED)
        return Reading("THREATEN" if hit.frame.type in CONFLICT else hit.frame.type, Status.PLANNED)

    def _is_remembered(self, i: int) -> bool:
        """Say whether the event is only remembered: "the anniversary of the massacre"."""
        tree, tokens = self._tree, self._tree.tokens
        if tokens[i].dep == "pobj" and tokens[tokens[tokens[i].head].head].lemma in self._words.history:
            return True
        if tokens[i].dep == "dobj" and tokens[tokens[i].head].lemma in self._words.history:
            return True
        return any(tokens[c].lemma in ("historic", "former") for c in tree.kids(i, "amod"))
