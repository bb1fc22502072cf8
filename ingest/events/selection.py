"""Chooses which of the events found in a sentence are told, and which are only what others are about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.model import Status
from ingest.events.arguments import Caster
from ingest.events.contents import is_unwanted
from ingest.events.crashes import is_sent
from ingest.events.frays import is_contest, is_fray
from ingest.events.matcher import Hit, Matcher
from ingest.events.mishaps import Mishaps
from ingest.events.ranking import rank_of
from ingest.events.roles import Roles
from ingest.events.status import Reading, StatusReader
from ingest.events.targets import struck
from ingest.events.topic import Topic
from ingest.events.tree import Tree
from ingest.events.words import EventWords

# Types whose complement stands as an event of its own: "condemned the attack", "was arrested after a raid".
_TRANSPARENT = frozenset(("ACCUSE", "ASSAULT", "SUPPORT", "COERCE", "MOBILIZE", "PROTEST", "CONSULT"))
_CHARGING = frozenset(("ACCUSE", "COERCE", "SANCTION"))
_CONTENT = {"REQUEST": Status.CALLED_FOR, "THREATEN": Status.THREATENED, "ACCUSE": Status.ACCUSED}
_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl", "pcomp"))
# Violence that is told of nobody in particular, and still told.
_VIOLENT = frozenset(
    ("abduct", "torture", "sexual", "explosives", "suicide-attack", "heavy-weapons", "aerial", "drone", "arrest")
)
_PLAIN = frozenset(("strike", "hunger"))  # modes whose words are no metaphor: "went on strike"
LEGAL = frozenset(("COERCE", "SANCTION", "ACCUSE", "RETREAT", "CONCEDE"))  # what is done about common crime too
_AT_HOME = frozenset(("", "beat", "firearms", "primitive", "sexual", "targeted"))  # modes of violence within four walls
_FORCEFUL = frozenset(("ASSAULT", "RETREAT"))  # what traders and prices do only in a manner of speaking
_EASING = frozenset(("CONCEDE", "RETREAT", "AGREE", "SUPPORT"))
_REACH = 12  # words: what stands further from its verb is left standing for itself


@dataclass(frozen=True, slots=True)
class Draft:
    """An event of a sentence before it becomes a report.

    owner: trigger of the threat, request or accusation it is the content of; None for one that stands
    for itself. rank: higher is nearer to what the sentence is about.
    """

    hit: Hit
    reading: Reading
    roles: Roles
    owner: int | None
    rank: float


class Selector:
    """Chooses the events of the sentences of one document."""

    def __init__(self, matcher: Matcher, words: EventWords, status: StatusReader, caster: Caster, topic: Topic) -> None:
        """Take what reads frames, statuses, roles and topic of the document."""
        self._matcher, self._words, self._status, self._caster = matcher, words, status, caster
        self._topic = topic
        self._tree: Tree = matcher.tree
        self._mishaps = Mishaps(matcher.tree, words, topic)

    def select(self, first: int, last: int) -> list[Draft]:
        """Give the events told by tokens first to last (excluded), the main one first."""
        found = (hit for i in range(first, last) if (hit := self._matcher.find(i)) is not None)
        told = [hit for hit in found if not (self._matcher.is_participle(hit.i) or self._matcher.is_plight(hit.i))]
        hits = [hit for hit in told if self._is_public(hit, first, last)]
        silent = {part for hit in told if hit not in hits for part in hit.parts}
        hits = [hit for hit in hits if hit.i not in silent]  # a word of an idiom tells nothing by itself
        if not hits:
            return []
        hits = [hit for hit in hits if not self._status.denials.denies_none(hit)]
        readings = {hit.i: self._status.read(hit) for hit in hits}
        none = {i for i, reading in readings.items() if reading.status is Status.DENIED}  # "no group claimed it"
        hits = [hit for hit in hits if hit.frame.status != "claimed" or hit.i not in none]
        hits = [hit for hit in hits if len(hits) == 1 or not self._is_of_none(hit)]
        owners = self._owners(hits, readings)
        drafts = [self._draft(hit, readings[hit.i], owners.get(hit.i)) for hit in hits]
        contents = [one for one in drafts if not is_unwanted(self._matcher, self._status, one.hit, one.owner)]
        kept = [draft for draft in drafts if draft.hit.i not in owners and not self._is_natural(draft)]
        kept = [one for one in kept if not (self._is_people(one.hit) or self._is_of_victor(one, readings))]
        kept = [draft for draft in kept if not (self._is_pointed_back_to(draft) or self._is_body(draft, drafts))]
        kept = [draft for draft in kept if not self._mishaps.tells(draft.hit, draft.roles, first, last)]
        kept = [draft for draft in kept if not self._is_bare(draft) or self._is_alone(draft, kept)]
        kept += [draft for draft in contents if draft.owner in {one.hit.i for one in kept}]
        return sorted(kept, key=lambda draft: (draft.owner is not None, -draft.rank))

    def _is_of_none(self, hit: Hit) -> bool:
        """Say whether a phrase only tells that a deed harmed nobody: "causing no injuries"."""
        words = (self._tree.tokens[word] for part in hit.parts for word in self._tree.kids(part, "det"))
        return hit.frame.type == "ASSAULT" and any(word.lemma == "no" for word in words)

    def _is_public(self, hit: Hit, first: int, last: int) -> bool:
        """Say whether a sentence speaks of conflict or politics by other words than a verb that may be a metaphor."""
        is_idiom = hit.frame.mode not in _PLAIN
        parts = (part for part in hit.parts if is_idiom and not self._tree.is_verbal(part))
        own = frozenset(() if hit.frame.is_noun else (hit.i, *parts))
        is_violent = hit.frame.kills or hit.frame.mode in _VIOLENT or self._topic.is_harm(hit.i)
        if is_violent and self._topic.has_public and hit.frame.type not in LEGAL:
            own |= struck(self._tree, hit)
        is_at_home = hit.frame.type == "ASSAULT" and hit.frame.mode in _AT_HOME
        is_public = self._topic.is_public(first, last, own, is_legal=hit.frame.type in LEGAL, is_at_home=is_at_home)
        is_told = is_public and (is_violent or self._topic.has_party(first, last, own))
        return (is_told or is_fray(self._tree, hit, self._words)) and not is_contest(self._tree, hit, self._words)

    def _owners(self, hits: list[Hit], readings: dict[int, Reading]) -> dict[int, int | None]:
        """Give the events that do not stand for themselves: with the one they are content of, or None."""
        owners: dict[int, int | None] = {}
        for hit in hits:
            for part in hit.parts:
                if self._is_measured(part):
                    continue
                if self._tree.is_verbal(part) and self._tree.tokens[part].dep in _CLAUSES:
                    owners.setdefault(part, hit.i)
                else:
                    owners[part] = None
            target = None if hit.frame.is_noun else self._tree.direct_object(hit.i)
            inner = self._matcher.find(target) if target is not None else None
            if inner is not None and inner.frame.type == hit.frame.type:
                owners[inner.i] = None
            for counted in (*self._caster.mediations(hit), *self._asked_for(hit)):
                owners[counted] = None
            for place in (*self._agenda(hit), *self._covered(hit, readings[hit.i])):
                if not self._is_measured(place):
                    owners.setdefault(place, hit.i)
        by_trigger = {hit.i: hit for hit in hits}
        for i, owner in owners.items():
            if owner is not None and self._content_status(by_trigger[owner]) is None:
                owners[i] = None
        return owners

    def _asked_for(self, hit: Hit) -> list[int]:
        """Give the event noun that a frame asks for by name and so tells too: "the truce took effect"."""
        near = self._tree.kids(hit.i, "nsubj", "nsubjpass", "dobj") if not hit.frame.is_noun else []
        return [i for i in near if self._matcher.lemma(i) in hit.frame.needs and self._matcher.find(i) is not None]

    def _content_status(self, hit: Hit) -> Status | None:
        """Give the status of what a threat, request, accusation or denial is about; None for other events."""
        if self._tree.tokens[hit.i].lemma in self._words.deny:
            return Status.DENIED
        return _CONTENT.get(hit.frame.type)

    def _covered(self, hit: Hit, reading: Reading) -> Iterator[int]:
        """Give the tokens within an event's complement, where an event is no fact of its own."""
        tree, frame, i = self._tree, hit.frame, hit.i
        if frame.status or reading.is_shifted or reading.type == "REJECT" or reading.type not in _TRANSPARENT:
            tops = self._matcher.complements(i, hit.parts)
            target = tree.direct_object(i) if not frame.is_noun else None
            tops += [target] if target is not None else []
            tops += [governed for _, governed in tree.preps(i)] if frame.is_noun else []
            for top in tops:
                yield from self._within(top, i, top)
        if frame.mode == "allege" and not frame.is_noun:
            target = tree.direct_object(i)
            inner = self._matcher.find(target) if target is not None else None
            if inner is not None and inner.frame.is_noun and inner.frame.type == "ASSAULT":  # "blamed an air strike"
                yield inner.i
            for prep, governed in self._charges(hit):
                if governed != target and prep in self._words.alleging:
                    yield from self._within(governed, i, governed)
        if reading.type in _CHARGING and not frame.is_noun:
            for _, governed in self._charges(hit):
                if tree.tokens[governed].dep in ("pcomp", "ccomp"):
                    yield from self._within(governed, i, governed)

    def _agenda(self, hit: Hit) -> Iterator[int]:
        """Give the peace or help that talks are about, and that is not made: "held talks on a truce"."""
        for place in (hit.i, *hit.parts) if hit.frame.type == "CONSULT" else ():
            for prep, topic in self._tree.preps(place):
                inner = self._matcher.find(topic) if prep in self._words.topical else None
                if inner is not None and inner.frame.is_noun and inner.frame.type in _EASING | {"AID"}:
                    yield topic

    def _charges(self, hit: Hit) -> list[tuple[str, int]]:
        """Give what somebody is charged with: the prepositions of an accusation, and its clause."""
        tree = self._tree
        target = tree.direct_object(hit.i) if tree.is_verbal(hit.i) else None
        places = [hit.i, *hit.parts, *([target] if target is not None else [])]
        found = [pair for place in places for pair in tree.preps(place)]
        if hit.frame.mode == "allege":
            found += [("that", clause) for clause in tree.kids(hit.i, "ccomp")]
        return found

    def _within(self, top: int, i: int, origin: int) -> Iterator[int]:
        """Give the tokens under top near to it, relative clauses left out."""
        if top == i:
            return
        for place in self._tree.subtree(top):
            is_near = place != i and abs(place - origin) < _REACH
            line = (place, *self._tree.climb(place))
            is_hanging = any(map(self._is_condition, line[: line.index(top)])) if top in line else False
            is_apart = self._tree.tokens[place].dep == "relcl" or is_hanging
            if is_near and not is_apart and not self._status.is_apart(place, top):
                yield place

    def _is_condition(self, i: int) -> bool:
        return any(self._tree.tokens[mark].lemma in ("if", "unless") for mark in self._tree.kids(i, "mark"))

    def _draft(self, hit: Hit, reading: Reading, owner: int | None) -> Draft:
        roles = self._caster.roles(hit)
        for noun in self._asked_for(hit):
            inner = self._matcher.find(noun)
            if inner and not (roles.actors or roles.recipients):
                roles = self._caster.roles(inner)
        if owner is not None:
            outer = self._matcher.find(owner)
            status = self._content_status(outer) if outer else None
            if hit.frame.type == "ACCUSE" and status is Status.DENIED:  # the charge stands; what it says is denied
                status = reading.status
            reading = Reading(hit.frame.type, status or reading.status)
            if outer and status is Status.ACCUSED and not roles.actors and not roles.is_mutual:
                roles = replace(roles, actors=self._caster.roles(outer).recipients)
        return Draft(hit, reading, roles, owner, rank_of(self._tree, self._words, hit, roles))

    def _is_body(self, draft: Draft, drafts: list[Draft]) -> bool:
        """Say whether a noun of help only names who does or suffers another deed: "protested against the mission"."""
        i, is_help = draft.hit.i, draft.hit.frame.is_noun and draft.hit.frame.type == "AID"
        if not is_help or self._tree.tokens[i].lemma not in self._words.bodies:
            return False
        return any(i in (*other.roles.actors, *other.roles.recipients) for other in drafts if other.hit.i != i)

    def _is_natural(self, draft: Draft) -> bool:
        """Say whether a storm, a crash or a disease does it or is what is fought, or a film tells it."""
        roles = draft.roles
        if self._topic.is_made_up(draft.hit.i):
            return True
        is_fought = draft.hit.frame.type == "ASSAULT" and any(
            self._topic.is_natural(place, is_fought=True) for place in roles.recipients
        )
        if is_sent(self._tree, self._words, draft.hit):  # a bus may be, and no storm
            return any(self._topic.is_natural(one, is_fought=True) for one in roles.actors)
        if draft.hit.frame.type in _FORCEFUL and any(map(self._topic.is_peaceful, roles.actors)):
            return True
        return is_fought or self._is_of_prices(draft.hit) or any(map(self._topic.is_natural, roles.actors))

    def _is_of_prices(self, hit: Hit) -> bool:
        """Say whether what is under attack is traded or of nature: "oil prices came under attack"."""
        tree, token = self._tree, self._tree.tokens[hit.i]
        prep = tree.tokens[token.head]
        if not hit.frame.is_noun or token.dep != "pobj" or prep.lemma != "under" or not tree.is_verbal(prep.head):
            return False
        subject = tree.surface_subject(prep.head)
        return subject is not None and self._topic.is_natural(subject, is_fought=True)

    def _is_pointed_back_to(self, draft: Draft) -> bool:
        """Say whether an event is only named as what another came of: "a consequence of the invasion"."""
        tokens = self._tree.tokens
        token = tokens[draft.hit.i]
        of = tokens[token.head]
        is_within = draft.hit.frame.is_noun and token.dep == "pobj" and of.lemma == "of"
        return is_within and tokens[of.head].lemma in self._words.sequel

    def _is_of_victor(self, draft: Draft, readings: dict[int, Reading]) -> bool:
        """Say whether who took a place by force ends the fight over it: "stormed the garrison and ended the siege"."""
        tree, hit = self._tree, draft.hit
        is_end = hit.frame.type in _EASING and not hit.frame.is_noun and hit.frame.head in self._words.ending
        token = tree.tokens[hit.i]
        if not is_end or token.dep != "conj" or tree.kids(hit.i, "nsubj", "nsubjpass"):
            return False
        return token.head in readings and readings[token.head].type == "ASSAULT"

    def _is_people(self, hit: Hit) -> bool:
        """Say whether a verb stands as a noun for those harmed: "treated the wounded"."""
        token = self._tree.tokens[hit.i]
        if hit.frame.is_noun or self._tree.kids(token.i, "aux", "auxpass"):
            return False
        is_nominal = token.dep in ("dobj", "pobj", "nsubj", "nsubjpass")
        return is_nominal and bool(self._tree.kids(token.i, "det", "poss", "nummod"))

    def _is_alone(self, draft: Draft, kept: list[Draft]) -> bool:
        """Say whether a bare noun is all a sentence tells, and may stand for violence or unrest by itself."""
        is_general = self._tree.tokens[draft.hit.i].lemma in self._words.general
        return len(kept) == 1 and draft.hit.frame.type in ("ASSAULT", "PROTEST") and not is_general

    def _is_measured(self, i: int) -> bool:
        """Say whether it is told how long an event went on: "six weeks of war", "months of street protests"."""
        tree, token = self._tree, self._tree.tokens[i]
        prep = tree.tokens[token.head]
        return (
            token.dep == "pobj"
            and prep.lemma == "of"
            and tree.tokens[prep.head].pos == "NOUN"
            and tree.is_time(prep.head)
        )

    def _is_bare(self, draft: Draft) -> bool:
        """Say whether an event is a mere noun in a side place, with nobody in it."""
        roles, token = draft.roles, self._tree.tokens[draft.hit.i]
        if not draft.hit.frame.is_noun or roles.actors or roles.recipients or roles.mediators:
            return False
        if self._is_measured(token.i):
            return draft.hit.frame.type not in ("ASSAULT", "PROTEST")
        if token.lemma in self._words.general and token.dep not in ("nsubj", "nsubjpass"):
            return True
        if token.dep in ("pobj", "poss"):
            is_the_known = any(
                self._tree.tokens[d].lemma in self._words.definite for d in self._tree.kids(token.i, "det")
            )
            return not (is_the_known and draft.hit.frame.type == "ASSAULT")
        return token.dep in ("dobj", "conj", "ROOT", "appos")
