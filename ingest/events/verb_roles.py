"""Finds actor and recipient around a verb that tells an event."""

from graph.plover import PACTS
from ingest.events.frames import CONFLICT, COOPERATION
from ingest.events.matcher import Hit, Matcher
from ingest.events.parties import NAMED, Parties, Places
from ingest.events.roles import Cast, Roles

_FILLERS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ"))
# Types whose object may be a thing on its way to, or in the hands of, the real recipient.
_THROUGH = frozenset(
    (
        "AGREE",
        "AID",
        "MOBILIZE",
        "RETREAT",
        "CONCEDE",
        "REQUEST",
        "COOPERATE",
        "SUPPORT",
        "ACCUSE",
        "REJECT",
        "SANCTION",
    )
)
# Types whose object is somebody's word or deed: it is done to the one who said or did it.
_OWNED = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
_JOINT = frozenset(("SUPPORT", "AGREE", "CONSULT"))  # done together, so "in Lima" is where, not to whom
_MOVING = frozenset(("AGREE", "AID", "MOBILIZE", "RETREAT", "CONCEDE"))


class VerbRoles:
    """Fills the slots of verb frames in one document."""

    def __init__(self, matcher: Matcher, parties: Parties, cast: Cast) -> None:
        """Take the document's matcher and parties, and what casts an event within another."""
        self._matcher, self._tree, self._parties, self._cast = matcher, matcher.tree, parties, cast

    def of_verb(self, hit: Hit) -> tuple[int | None, int | None]:
        """Give actor and recipient of an event told by a verb."""
        frame, tree = hit.frame, self._tree
        places = self._prepositions(hit)
        if frame.rest[-1:] == ("to",) and frame.status and tree.is_passive(hit.i):  # "is expected to leave"
            return tree.surface_subject(hit.i), self._inner_recipient(hit)
        actor = None if "none" in frame.actor else tree.agent(hit.i)
        if actor is None and frame.type == "MOBILIZE" and tree.is_passive(hit.i):  # "troops will be stationed"
            actor = tree.surface_subject(hit.i)
        if frame.actor and frame.actor[0] in ("from", "by", "to"):
            actor = next((q for prep, q in places if prep in frame.actor), None)
        return actor, self._verb_recipient(hit, places)

    def _prepositions(self, hit: Hit) -> Places:
        """Give what prepositions around a verb frame govern: its own, its words', its object's."""
        tree, tokens = self._tree, self._tree.tokens
        found = list(tree.preps(hit.i))
        for part in hit.parts:
            if tokens[part].pos in ("NOUN", "ADP", "PROPN", "ADJ"):
                found += tree.preps(part)
            if tokens[part].dep == "prep":
                for governed in tree.kids(part, "pobj"):
                    found += [(tokens[part].lemma, governed), *tree.preps(governed)]
        target = tree.direct_object(hit.i)
        if target is not None:
            found += tree.preps(target)
        return [(prep, governed) for prep, governed in found if not tree.is_time(governed)]

    def _claimed_recipient(self, places: Places) -> int | None:
        """Give whom a deed somebody owns up to was done to."""
        for _, governed in places:
            inner = self._matcher.find(governed)
            if inner is not None and inner.frame.is_noun:
                return next(iter(self._cast(inner).recipients), None)
        return None

    def _verb_recipient(self, hit: Hit, places: Places) -> int | None:
        frame, tokens = hit.frame, self._tree.tokens
        if frame.status == "claimed":
            return self._claimed_recipient(places)
        if frame.recipient == ("none",):
            return None
        awaited = self._awaited(hit)
        if awaited is not None:
            return awaited
        slots = list(frame.recipient)
        if "inner" in slots:
            slots.insert(0, "obj")
        elif "obj" not in slots and "none" not in slots:
            slots.append("obj")
        for slot in slots:
            filler = self._verb_slot(slot, hit, places)
            if filler is not None and self._is_plight(hit, filler):
                return None
            if filler is not None:
                return filler if slot == "inner" else self._party_behind(hit, filler, places)
        if frame.type == "REQUEST":
            return self._asked(hit)
        if hit.parts:
            target = self._tree.direct_object(hit.i)
            is_answered = frame.type in _OWNED and target is not None and target in hit.parts
            return self._party_behind(hit, target, places) if target is not None and is_answered else None
        loose = [prep for prep in self._parties.words.loose if prep != "in" or frame.type not in _JOINT]
        return next((q for prep, q in places if prep in loose and tokens[q].entity in NAMED), None)

    def _is_plight(self, hit: Hit, i: int) -> bool:
        """Say whether worries are about somebody's well-being: "raised concerns about the safety of reporters"."""
        return hit.frame.type == "ACCUSE" and self._tree.tokens[i].lemma in self._parties.words.plight

    def _awaited(self, hit: Hit) -> int | None:
        """Give who must act first where something is refused: "will not end the strike until the state pays"."""
        tree, tokens = self._tree, self._tree.tokens
        if hit.frame.type not in COOPERATION or not tree.kids(hit.i, "neg"):
            return None
        for clause in tree.kids(hit.i, "advcl"):
            subject = tree.direct_object(clause) if tree.is_passive(clause) else tree.surface_subject(clause)
            marks = [tokens[mark].lemma for mark in tree.kids(clause, "mark")]
            is_other = subject is not None and subject != tree.surface_subject(hit.i) and tokens[subject].pos != "PRON"
            if subject is not None and is_other and not self._parties.words.awaiting.isdisjoint(marks):
                return subject if self._parties.is_party(subject) else None
        return None

    def _asked(self, hit: Hit) -> int | None:
        """Give who is to do what is asked for: "appealed for Nigeria to open the border"."""
        tree = self._tree
        clauses = [*tree.kids(hit.i, "xcomp", "ccomp", "advcl"), *hit.parts]
        return next((q for clause in clauses for q in tree.kids(clause, "nsubj", "nsubjpass")), None)

    def _party_behind(self, hit: Hit, filler: int, places: Places) -> int:
        """Give whom a thing done belongs to or goes to, the thing itself where nobody is told.

        "withdraw its troops from Iraq" is done to Iraq, "condemned a raid by farmers" to the farmers.
        """
        if hit.frame.type == "REQUEST" and self._parties.is_own(filler) and self._parties.is_party(filler):
            return filler  # "urged its citizens to leave Haiti"
        is_moved = hit.frame.type in _MOVING and hit.frame.mode != "release" and self._parties.is_force(filler)
        is_thing = not self._parties.is_party(filler) or self._parties.is_own(filler) or is_moved
        if hit.frame.type not in _THROUGH or not is_thing:
            return filler
        inner = self._matcher.find(filler)
        is_event = inner is not None and inner.frame.is_noun and inner.i != hit.i
        if inner is not None and is_event:
            roles = self._cast(inner)
            is_asked_to_stop = hit.frame.type == "REQUEST" and inner.frame.type in CONFLICT  # "attacks must stop"
            found = roles.actors if hit.frame.type in _OWNED or is_asked_to_stop else roles.recipients
            if found:
                return found[0]
            if is_asked_to_stop:
                return filler
        if hit.frame.type in _OWNED:
            maker = self._parties.maker(filler)
            if maker is not None or is_event:
                return filler if maker is None else maker
        but = self._settings(hit) | self._harmed(hit, filler) | frozenset(self.givers(hit))
        behind = self._parties.behind(filler, places, hit.i, but)
        if behind is None and hit.frame.type == "AID":
            behind = self._entered(hit.i)
        if behind is None and is_moved:
            behind = next((q for prep, q in places if prep in self._parties.words.goals), None)
        return filler if behind is None else behind

    def givers(self, hit: Hit) -> tuple[int, ...]:
        """Give where aid that is brought comes from: "carrying a delivery of cash from Chile"."""
        tree, tokens = self._tree, self._tree.tokens
        target = tree.direct_object(hit.i) if hit.frame.type == "AID" and hit.parts and not hit.frame.is_noun else None
        if target is None or self._parties.is_party(target):
            return ()
        things = [target, *(q for prep, q in tree.preps(target) if prep == "of")]
        found = (q for thing in things for prep, q in tree.preps(thing) if prep == "from" and tokens[q].entity in NAMED)
        return tuple(found)

    def _entered(self, i: int) -> int | None:
        """Give where somebody goes who brings something along: "entered Chile carrying food"."""
        tree, token = self._tree, self._tree.tokens[i]
        if token.dep not in ("advcl", "conj") or not tree.is_verbal(token.head):
            return None
        goal = tree.direct_object(token.head) if tree.tokens[token.head].lemma in self._parties.words.entering else None
        return goal if goal is not None and tree.tokens[goal].entity in NAMED else None

    def _is_left(self, hit: Hit, clause: int, place: int) -> bool:
        """Say whether a place is only where people set out: "the envoys are to leave Chile"."""
        if self._tree.tokens[clause].lemma not in self._parties.words.departing:
            return False
        subject = self._tree.surface_subject(hit.i)
        return self._tree.tokens[place].entity == "GPE" and subject is not None and not self._parties.is_force(subject)

    def _harmed(self, hit: Hit, thing: int) -> frozenset[int]:
        """Give who only suffers what is condemned: "condemned the use of force against villagers"."""
        if hit.frame.type != "ACCUSE":
            return frozenset()
        tree = self._tree
        words = [thing, *(q for prep, q in tree.preps(thing) if prep == "of")]
        found = {q for word in words for prep, q in tree.preps(word) if prep in ("against", "on", "towards")}
        return frozenset(found)

    def _settings(self, hit: Hit) -> frozenset[int]:
        """Give where something is done together: "agreed in Lima to a truce", "signed a pact in Lima"."""
        if hit.frame.type not in _JOINT:
            return frozenset()
        tree = self._tree
        target = tree.direct_object(hit.i)
        inner = self._matcher.find(target) if target is not None else None
        is_pact = inner is not None and inner.frame.is_noun and inner.frame.type in PACTS
        words = [hit.i, *hit.parts, *([target] if target is not None and is_pact else [])]
        return frozenset(q for word in words for prep, q in tree.preps(word) if prep in ("in", "at"))

    def _verb_slot(self, slot: str, hit: Hit, places: Places) -> int | None:
        """Give what fills one slot around a verb."""
        tree, tokens = self._tree, self._tree.tokens
        target = tree.direct_object(hit.i)
        if slot == "obj":
            return target if target is not None and (target not in hit.parts or not hit.frame.rest) else None
        if slot == "subj":
            return tree.surface_subject(hit.i)
        if slot == "iobj":
            return next(iter(tree.kids(hit.i, "dative")), None)
        if slot in ("ccompsubj", "innersubj"):
            clauses = tree.kids(hit.i, "ccomp", "xcomp")
            return next((q for c in clauses for q in tree.kids(c, "nsubj", "nsubjpass")), None)
        if slot in ("poss", "adj"):
            return self._parties.owner(target, slot) if target is not None else None
        if slot == "inner":
            return self._inner_recipient(hit)
        fillers = (q for prep, q in places if prep == slot and q not in hit.parts)
        return next((q for q in fillers if tokens[q].pos in _FILLERS), None)

    def _is_anything(self, i: int) -> bool:
        """Say whether a pronoun names no party: "refused to sign anything with Chile"."""
        return self._tree.tokens[i].pos == "PRON" and self._tree.tokens[i].lemma in self._parties.words.indefinite

    def _helped(self, clause: int) -> int | None:
        """Give whom those who are sent shall help or strike: "offered to send troops to help the army"."""
        tree = self._tree
        target = tree.direct_object(clause)
        aims = tree.kids(clause, "advcl", "xcomp") + (tree.kids(target, "relcl", "acl") if target is not None else [])
        inner = (self._matcher.find(aim) for aim in aims if tree.has_to(aim))
        found = (q for hit in inner if hit is not None for q in self._cast(hit).recipients)
        return next(found, None)

    def _inner_recipient(self, hit: Hit) -> int | None:
        """Give who the complement's own event is done to: "vowed to attack Israel"."""
        tree = self._tree
        clauses = tree.kids(hit.i, "xcomp", "ccomp")
        clauses += [q for part in hit.parts for q in tree.kids(part, "xcomp", "acl", "ccomp")]
        for clause in clauses:
            inner = self._matcher.find(clause)
            roles = self._cast(inner) if inner is not None and inner.i != hit.i else Roles()
            if roles.recipients and not self._is_anything(roles.recipients[0]):
                return roles.recipients[0]
            if inner is not None and inner.frame.type == "MOBILIZE":  # who is sent is not who it is promised to
                helped = self._helped(clause)
                if helped is None:
                    continue
                return helped
            target = tree.direct_object(clause)
            places = list(tree.preps(clause))
            if target is not None and self._is_left(hit, clause, target):
                target = None
            if target is None:
                target = next((q for _, q in places if tree.tokens[q].entity in NAMED), None)
                makers = (self._parties.maker(q) for _, q in places)  # "to respond to a request from the paper"
                target = next((q for q in makers if q is not None), None) if target is None else target
            elif self._is_anything(target) or not self._parties.is_party(target) or self._parties.is_own(target):
                behind = self._parties.behind(target, places, clause)
                target = target if behind is None else behind
            if target is not None:
                return target
        return None
