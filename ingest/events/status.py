"""Tells what a sentence says of an event: that it happened, is planned, denied, feared, remembered."""

from dataclasses import dataclass

from graph.model import Status
from ingest.events.apart import is_apart
from ingest.events.claims import is_of_own_fighting
from ingest.events.denials import Denials
from ingest.events.frames import CONFLICT, COOPERATION
from ingest.events.matcher import Hit
from ingest.events.mood import Mood
from ingest.events.tree import Tree
from ingest.events.unreal import (
    is_aim,
    is_any,
    is_demanded,
    is_halted,
    is_label,
    is_named_so,
    is_pledged,
    is_relied_on,
    is_remembered,
    is_set_for_a_day,
    is_sought,
    put_forward,
    put_off,
    unreal,
)
from ingest.events.words import EventWords, StatusWords

_COMPLEMENTS = frozenset(
    ("xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "prep", "nsubjpass", "attr", "advcl", "dep")
)
_MATERIAL = CONFLICT - {"THREATEN"} | {"AID", "COOPERATE", "RETREAT"}
_ANSWERS = frozenset(("REJECT", "REQUEST", "THREATEN"))  # what is done to a demand, or makes it
_FORCED = frozenset(("ASSAULT", "COERCE"))  # what somebody may set out for and not reach
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
        self._mood = Mood(tree, words, own)
        self.denials = Denials(tree, own)

    def read(self, hit: Hit) -> Reading:
        """Give type and status of the event of a hit, its own words and those it stands under regarded."""
        if hit.frame.is_noun:
            return self._read_noun(hit)
        own = self._read_verb(hit)
        if own is not None:
            return own
        told = self._under(hit.i, hit.frame.type) or self._mood.aspect(hit.i)
        is_claim = told is Status.ACTUAL and is_of_own_fighting(self._tree, hit, self._words, self._own)
        return Reading(hit.frame.type, Status.CLAIMED if is_claim else told)

    def _read_verb(self, hit: Hit) -> Reading | None:
        """Give the reading a verb's own negation, tense or modal forces."""
        event_type, i = hit.frame.type, hit.i
        if self._mood.has_condition(i):
            return Reading(event_type, Status.CONDITIONAL)
        if status := unreal(self._tree, i, self._words, self._own):
            return Reading(event_type, status)
        if event_type in _FORCED and is_aim(self._tree, i, self._own):
            return Reading(event_type, Status.ATTEMPTED)
        is_demanded_here = event_type not in _ANSWERS and is_demanded(self._tree, i, self._own)
        if self._mood.is_negated(i):
            if event_type in COOPERATION and not self._mood.is_of_nobody(i):
                return Reading("REJECT", Status.CALLED_FOR if is_demanded_here else Status.ACTUAL)
            return Reading(event_type, Status.DENIED)
        if is_demanded_here:
            return Reading(event_type, Status.CALLED_FOR)
        if self._mood.is_future(i, event_type):
            if event_type in COOPERATION:
                return Reading("AGREE", Status.PLANNED)
            if event_type in CONFLICT:
                return Reading("THREATEN", Status.PLANNED)
            return Reading(event_type, Status.PLANNED)
        if self._mood.is_conditional(i):
            return Reading(event_type, Status.CONDITIONAL)
        if event_type in COOPERATION and self._mood.goes_with_plan(i):
            return Reading(event_type, Status.PLANNED)
        if hit.frame.status == "claimed":
            return Reading(event_type, Status.CLAIMED)
        if hit.frame.head in self._words.plan and hit.frame.status == "planned":
            return Reading(event_type, Status.PLANNED)
        return None

    def _under(self, i: int, event_type: str) -> Status | None:
        """Give the status that a word above the event gives it, the nearest one first."""
        tree, tokens = self._tree, self._tree.tokens
        below = i
        for place in tree.climb(i):
            if self._is_charge(place, below):
                return Status.ACCUSED
            if event_type not in _ANSWERS and is_demanded(tree, below, self._own):
                return Status.CALLED_FOR
            is_plight = tokens[place].pos == "NOUN" and tokens[place].lemma in self._words.plight
            if (
                is_plight and tokens[i].dep == "acl" and not tree.kids(i, "mark")
            ):  # "concern over the fate of an engineer kidnapped in May"
                break
            if self._is_away(below) or self._is_divided(below, place) or is_apart(tree, below, self._own):
                break
            if tokens[below].dep not in _COMPLEMENTS:
                below = place
                continue
            status = put_forward(tree, below, self._own) or self._coloured(place, below, event_type, i)
            if status is not None:
                return status
            below = place
        return None

    def _is_away(self, i: int) -> bool:
        """Say whether what hangs above i colours it no more; "a body to investigate abuses" is still an aim."""
        token = self._tree.tokens[i]
        return token.dep in _AWAY and not (token.dep == "relcl" and self._tree.has_to(i))

    def is_halted(self, i: int, owner: int) -> bool:
        """Say whether the event on i is what the event on owner would end: "asked them to stop recruiting children"."""
        return is_halted(self._tree, i, owner, self._own)

    def is_unclaimed(self, i: int) -> bool:
        """Say whether noun i only names, by nothing of its own, what none has owned to: "no group claimed the raid"."""
        tree, tokens = self._tree, self._tree.tokens
        prep = tokens[tokens[i].head]
        noun = tokens[prep.head] if prep.lemma == "for" and tokens[i].dep == "pobj" else tokens[i]
        verb = tokens[noun.head]
        is_own = noun.i == i or noun.lemma == "responsibility"
        is_bare = all(tokens[part].dep == "det" for part in tree.children[i])
        is_claim = is_own and noun.dep == "dobj" and verb.lemma in self._words.claim
        return is_bare and is_claim and self._mood.is_negated(verb.i)

    def _is_charge(self, noun: int, below: int) -> bool:
        """Say whether a clause is what an accusation says: "the accusation that police tortured detainees"."""
        tree, token = self._tree, self._tree.tokens[below]
        if tree.tokens[noun].pos != "NOUN" or tree.tokens[noun].lemma not in self._words.accuse:
            return False
        is_told = bool(tree.kids(below, "nsubj", "nsubjpass")) and tree.tokens[noun].i < below
        return token.dep in ("acl", "ccomp", "prep") or (token.dep == "relcl" and is_told)

    def is_apart(self, i: int, top: int) -> bool:
        """Say whether token i is kept from top by a word between them: "asked to leave after the attack"."""
        while i != top and self._tree.tokens[i].head != i:
            if is_apart(self._tree, i, self._own):
                return True
            i = self._tree.tokens[i].head
        return False

    def _is_divided(self, below: int, place: int) -> bool:
        """Say whether a semicolon stands between a clause and the word it hangs on: two sentences in one."""
        first, last = sorted((below, place))
        return any(self._tree.tokens[i].text == ";" for i in range(first, last))

    def _coloured(self, place: int, below: int, event_type: str, i: int) -> Status | None:
        """Give the status a word gives to its complement."""
        words, tree, token = self._words, self._tree, self._tree.tokens[place]
        dep = tree.tokens[below].dep
        is_verb = tree.is_verbal(place)
        if token.lemma in words.deny:
            is_reply = event_type == "ACCUSE" and (not tree.is_verbal(below) or self._is_said_before(place, below))
            return None if is_reply else Status.DENIED  # of an accusation, what is denied is its content
        is_held = token.lemma in self._own.believing and not tree.is_passive(place)
        is_told = dep == "ccomp" or (dep == "xcomp" and tree.is_perfect(below))  # "claimed to have shot it down"
        if (token.lemma in words.claim or is_held) and is_verb and is_told:
            return Status.CLAIMED
        is_vain = is_verb and dep == "xcomp" and token.lemma in self._own.failing and event_type not in _MATERIAL
        if is_vain and below != i:  # "failed to persuade them to sign"
            return Status.DENIED
        if dep == "advcl" and not tree.has_to(below):
            return None
        tries = words.attempt if is_verb or dep == "acl" else words.attempt_nouns
        is_ended = dep == "xcomp" and token.lemma in self._own.ceasing and tree.tokens[below].tag == "VBG"
        if is_ended and event_type in _MATERIAL and not self._mood.is_negated(place):
            return Status.HABITUAL  # "until the rebels stop shelling the town"
        if event_type in _MATERIAL and (token.lemma in tries or (token.lemma in words.attempt_nouns and not is_verb)):
            return Status.ATTEMPTED
        is_able = is_verb or token.pos == "ADJ"
        if is_able and token.lemma in words.plan and dep in ("xcomp", "ccomp") and token.lemma != "order":
            return Status.PLANNED
        if is_verb and token.lemma in self._own.seeming and dep == "xcomp":
            return Status.CLAIMED
        if is_pledged(tree, place, below, self._own) and (below == i or not is_verb):  # "vowed to answer the raid"
            return Status.PLANNED
        if token.pos == "NOUN" and token.lemma in self._own.entitlement and dep == "acl" and tree.has_to(below):
            return Status.CONDITIONAL
        if token.lemma in self._own.leads and dep == "acl" and tree.tokens[below].lemma == "lead":
            return Status.CONDITIONAL
        if token.pos == "ADJ" and token.lemma in words.feared and dep == "xcomp":
            return Status.CONDITIONAL
        if is_verb and dep in ("ccomp", "xcomp") and self._mood.is_negated(place) and not self._mood.is_asked(below):
            is_kept_up = dep == "xcomp" and token.lemma in self._own.ceasing  # "would not give up seeking peace"
            return None if is_kept_up else Status.DENIED
        if token.lemma in words.feared and dep in ("prep", "pobj", "ccomp", "acl", "dobj"):
            return Status.CONDITIONAL
        return Status.CONDITIONAL if is_verb and dep != "advcl" and self._mood.is_unsure(place) else None

    def _is_said_before(self, place: int, below: int) -> bool:
        """Say whether a sentence of its own stands before the denial: "Chile accused Peru, a charge Lima denies"."""
        return below < place and self._tree.tokens[below].dep == "ccomp" and not self._tree.kids(below, "mark")

    def _read_noun(self, hit: Hit) -> Reading:
        """Give the reading of an event told by a noun."""
        tree, tokens, words = self._tree, self._tree.tokens, self._words
        event_type, i = hit.frame.type, hit.i
        if is_remembered(tree, i, words):
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
        if is_sought(tree, i, self._own):
            return Reading(event_type, Status.CALLED_FOR)
        off = put_off(tree, i, self._own) if event_type in COOPERATION else None
        if off is not None:
            return Reading("AGREE" if off is Status.PLANNED else event_type, off)
        told = None if self.denials.is_known(i) else self._through_verb(i) or self._under(i, event_type)
        return self._shifted_noun(hit) or Reading(event_type, told or self._plain_noun(i, event_type))

    def _plain_noun(self, i: int, event_type: str) -> Status:
        """Give the status of a noun that nothing above colours."""
        is_violence = event_type in _FORCED
        if is_label(self._tree, i, self._words, self._own) or (is_violence and is_named_so(self._tree, i, self._own)):
            return Status.CLAIMED
        return Status.CONDITIONAL if is_any(self._tree, i) else Status.ACTUAL

    def _through_verb(self, i: int) -> Status | None:
        """Give the status that the verb a noun is subject of lends it: "if another round of fighting began"."""
        tree, tokens = self._tree, self._tree.tokens
        while tokens[i].dep in ("pobj", "prep", "conj") and not tree.is_verbal(tokens[i].head):
            i = tokens[i].head
        verb = tokens[i].head
        if tokens[i].dep not in ("nsubj", "nsubjpass") or not tree.is_verbal(verb):
            return None
        if self._mood.is_unsure(verb):
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
