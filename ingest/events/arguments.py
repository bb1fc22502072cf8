"""Finds who stands in the slots of a frame: actors, recipients, mediators, as tokens."""

from dataclasses import dataclass, replace

from ingest.events.matcher import Hit, Matcher
from ingest.events.needs import is_of_class
from ingest.events.parties import NAMED, Parties, Places
from ingest.events.tree import NAMES, NOMINAL
from ingest.events.words import EventWords

_ORDINARY = ("by", "poss", "adj")  # where the actor of a noun may stand whatever its frame says
_LOOSE = ("on", "against", "at", "with", "to", "in", "for", "of")
_FILLERS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ"))
_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "REJECT"))
_PACTS = frozenset(("AGREE", "SUPPORT", "CONCEDE"))  # an agreement's parties may stand deep within its purpose
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
_MOVING = frozenset(("AGREE", "AID", "MOBILIZE", "RETREAT", "CONCEDE"))
_OBJECTLIKE = ("dobj", "nsubjpass", "pobj")


@dataclass(frozen=True, slots=True)
class Roles:
    """Tokens that head the phrases of an event's parties, in order of the text.

    is_mutual: the parties did it to each other; all are actors, and none is a recipient.
    """

    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    mediators: tuple[int, ...] = ()
    is_mutual: bool = False


class Caster:
    """Casts the roles of the events of one document."""

    def __init__(self, matcher: Matcher, words: EventWords) -> None:
        """Take the document's matcher, which knows its tree, and the word lists."""
        self._matcher, self._tree, self._words = matcher, matcher.tree, words
        self._parties = Parties(matcher)
        self._roles: dict[int, Roles] = {}

    def roles(self, hit: Hit) -> Roles:
        """Give who takes part in the event of a hit, and in which role."""
        if hit.i not in self._roles:
            self._roles[hit.i] = Roles()  # an actor that is itself an event may lead back here
            self._roles[hit.i] = self._cast(hit)
        return self._roles[hit.i]

    def _cast(self, hit: Hit) -> Roles:
        tree = self._tree
        if hit.frame.is_noun:
            actor, recipient = self._of_noun(hit)
        else:
            actor, recipient = self._of_verb(hit)
        actor = self._through_event(hit, actor)
        sides = self._sides(hit)
        if sides:
            return self._with_mediators(hit, Roles(actors=sides, is_mutual=True))
        actors = tuple(tree.conjuncts(actor)) if actor is not None else ()
        recipients = tuple(self._with_examples(recipient)) if recipient is not None else ()
        is_mutual = len(actors) > 1 and self._can_be_mutual(hit) and not any(map(self._parties.is_party, recipients))
        recipients = () if is_mutual else recipients
        roles = Roles(actors, tuple(place for place in recipients if place not in actors), (), is_mutual)
        roles = self._with_mediators(hit, roles)
        if len(roles.actors) > 1 and any(self._is_each_other(place) for place in roles.recipients):
            return replace(roles, recipients=(), is_mutual=True)
        can_be_mutual = self._can_be_mutual(hit) and tree.tokens[hit.i].lemma not in self._words.mediate
        is_mutual = len(roles.actors) > 1 and not roles.recipients and can_be_mutual
        return replace(roles, is_mutual=is_mutual)

    def _is_each_other(self, i: int) -> bool:
        """Say whether a phrase is the rest of "each accused the other" or "blamed one another"."""
        tree, token = self._tree, self._tree.tokens[i]
        words = [tree.tokens[place].lemma for place in tree.kids(i, "det", "amod", "nummod")]
        return token.lemma in ("other", "another") and any(word in ("the", "each", "one") for word in words)

    def _with_examples(self, i: int) -> list[int]:
        """Give the joined recipients, and those named after a general word: "to rebels, mainly to the X"."""
        tree, tokens = self._tree, self._tree.tokens
        found = tree.conjuncts(i)
        if tokens[i].dep == "pobj" and tokens[i].pos == "NOUN":
            prep = tokens[tokens[i].head]
            for other in tree.kids(prep.head, "prep"):
                if tokens[other].lemma == prep.lemma and other > prep.i:
                    found += [q for named in tree.kids(other, "pobj") for q in tree.conjuncts(named)]
        return found

    def _can_be_mutual(self, hit: Hit) -> bool:
        """Say whether joined actors do this to each other: they meet, agree, clash, but do not kill."""
        return hit.frame.type in _MUTUAL or (hit.frame.type == "ASSAULT" and "with" in hit.frame.recipient)

    def _of_verb(self, hit: Hit) -> tuple[int | None, int | None]:
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
                found += [(tokens[part].lemma, governed) for governed in tree.kids(part, "pobj")]
        target = tree.direct_object(hit.i)
        if target is not None:
            found += tree.preps(target)
        return [(prep, governed) for prep, governed in found if not tree.is_time(governed)]

    def _claimed_recipient(self, places: Places) -> int | None:
        """Give whom a deed somebody owns up to was done to."""
        for _, governed in places:
            inner = self._matcher.find(governed)
            if inner is not None and inner.frame.is_noun:
                return next(iter(self.roles(inner).recipients), None)
        return None

    def _verb_recipient(self, hit: Hit, places: Places) -> int | None:
        frame, tokens = hit.frame, self._tree.tokens
        if frame.status == "claimed":
            return self._claimed_recipient(places)
        if frame.recipient == ("none",):
            return None
        slots = list(frame.recipient)
        if "inner" in slots:
            slots.insert(0, "obj")
        elif "obj" not in slots and "none" not in slots:
            slots.append("obj")
        for slot in slots:
            filler = self._verb_slot(slot, hit, places)
            if filler is not None:
                return self._party_behind(hit, filler, places)
        if frame.type == "REQUEST":
            return self._asked(hit)
        if hit.parts:
            return None
        return next((q for prep, q in places if prep in _LOOSE and tokens[q].entity in NAMED), None)

    def _asked(self, hit: Hit) -> int | None:
        """Give who is to do what is asked for: "called for Hamas to rein in the group"."""
        tree = self._tree
        clauses = [*tree.kids(hit.i, "xcomp", "ccomp", "advcl"), *hit.parts]
        return next((q for clause in clauses for q in tree.kids(clause, "nsubj", "nsubjpass")), None)

    def _party_behind(self, hit: Hit, filler: int, places: Places) -> int:
        """Give whom a thing done belongs to or goes to, the thing itself where nobody is told.

        "withdraw its troops from Iraq" is done to Iraq, "condemned a raid by farmers" to the farmers.
        """
        is_moved = hit.frame.type in _MOVING and self._parties.is_force(filler)
        is_thing = not self._parties.is_party(filler) or self._parties.is_own(filler) or is_moved
        if hit.frame.type not in _THROUGH or not is_thing:
            return filler
        inner = self._matcher.find(filler)
        if inner is not None and inner.frame.is_noun and inner.i != hit.i:
            roles = self.roles(inner)
            found = roles.actors if hit.frame.type == "ACCUSE" else roles.recipients
            if found:
                return found[0]
        behind = self._parties.behind(filler, places, hit.i)
        return filler if behind is None else behind

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
            return self._owner(target, slot) if target is not None else None
        if slot == "inner":
            return self._inner_recipient(hit)
        return next((q for prep, q in places if prep == slot and tokens[q].pos in _FILLERS), None)

    def _owner(self, noun: int, slot: str) -> int | None:
        """Give the possessor or the name before a noun."""
        tokens = self._tree.tokens
        if slot == "poss":
            return next(iter(self._tree.kids(noun, "poss")), None)
        for child in self._tree.kids(noun, "amod", "compound", "nmod"):
            if tokens[child].entity in NAMED:
                return child
            if tokens[child].pos != "ADJ" and is_of_class(self._matcher, child, "GROUP"):
                return child
        return None

    def _inner_recipient(self, hit: Hit) -> int | None:
        """Give who the complement's own event is done to: "vowed to attack Israel"."""
        tree = self._tree
        clauses = tree.kids(hit.i, "xcomp", "ccomp")
        clauses += [q for part in hit.parts for q in tree.kids(part, "xcomp", "acl", "ccomp")]
        for clause in clauses:
            inner = self._matcher.find(clause)
            roles = self.roles(inner) if inner is not None and inner.i != hit.i else Roles()
            if roles.recipients:
                return roles.recipients[0]
            target = tree.direct_object(clause)
            places = list(tree.preps(clause))
            if target is None:
                target = next((q for _, q in places if tree.tokens[q].entity in NAMED), None)
            elif not self._parties.is_party(target) or self._parties.is_own(target):
                behind = self._parties.behind(target, places, clause)
                target = target if behind is None else behind
            if target is not None:
                return target
        return None

    def _of_noun(self, hit: Hit) -> tuple[int | None, int | None]:
        """Give actor and recipient of an event told by a noun, those of its light verb included."""
        tree, tokens = self._tree, self._tree.tokens
        places = [(prep, q) for prep, q in tree.preps(hit.i) if not tree.is_time(q)]
        actor = None
        for slot in (*hit.frame.actor, *_ORDINARY):
            if slot == "none":
                break
            actor = self._noun_slot(slot, hit.i, places)
            if actor is not None:
                break
        recipient = self._by_slots(hit, places)
        token = tokens[self._container(hit.i)]
        governor = tokens[token.head].head if token.dep == "pobj" else token.head
        is_light = tokens[governor].lemma in self._words.light and tree.is_verbal(governor)
        if is_light and (token.dep in _OBJECTLIKE or tokens[governor].dep == "acl"):
            if actor is None or token.dep in ("dobj", "pobj"):
                actor = tree.agent(governor) if tree.agent(governor) is not None else actor
            if recipient is None:
                recipient = self._by_slots(hit, tree.preps(governor))
            if (
                recipient is None and token.dep == "pobj" and hit.frame.type == "CONSULT"
            ):  # "invited the leaders for talks"
                recipient = tree.direct_object(governor)
        if actor is None:
            actor = self._partaker(token.i, governor)
        if actor is None:
            actor = self._shared_actor(hit.i)
        return (actor if actor != hit.i else None), recipient

    def _container(self, i: int) -> int:
        """Give the noun that counts an event, "round" in "a new round of talks", else the event itself."""
        tokens = self._tree.tokens
        if tokens[i].dep == "pobj" and tokens[tokens[i].head].lemma == "of":
            counting = tokens[tokens[tokens[i].head].head]
            if counting.lemma in self._words.counting:
                return counting.i
        return i

    def _partaker(self, noun: int, governor: int) -> int | None:
        """Give who is told to have a part in an event: "responsible for", "took part in", "attributed to"."""
        tree, tokens = self._tree, self._tree.tokens
        if tokens[governor].lemma == "responsible" and tokens[noun].dep == "pobj":
            return tree.surface_subject(tokens[governor].head)
        if tokens[governor].lemma in self._words.partake and tokens[noun].dep == "pobj":
            return tree.surface_subject(governor)
        if tokens[governor].lemma in self._words.attribute and tokens[noun].dep in ("nsubjpass", "dobj"):
            return next((q for prep, q in tree.preps(governor) if prep in ("to", "on")), None)
        return None

    def _shared_actor(self, i: int) -> int | None:
        """Give who does what a noun is joined to: "rocket fire and raids by gunmen"."""
        tree = self._tree
        joined = [place for place in tree.conjuncts(i) if place != i and tree.tokens[place].pos == "NOUN"]
        return next((q for place in joined for prep, q in tree.preps(place) if prep == "by"), None)

    def _noun_slot(self, slot: str, i: int, places: Places) -> int | None:
        if slot in ("poss", "adj"):
            return self._owner(i, slot)
        return next((q for prep, q in places if prep == slot), None)

    def _by_slots(self, hit: Hit, places: list[tuple[str, int]] | tuple[tuple[str, int], ...]) -> int | None:
        """Give what the first preposition of the frame's recipient slots governs."""
        for slot in hit.frame.recipient:
            for prep, governed in places:
                if prep == slot and not self._tree.is_time(governed):
                    return governed
        return None

    def _through_event(self, hit: Hit, actor: int | None) -> int | None:
        """Give the actor of an actor that is an event: in "a rebel attack killed ten" the rebels."""
        if actor is None or actor == hit.i or self._tree.tokens[actor].pos != "NOUN":
            return actor
        inner = self._matcher.find(actor)
        if inner is None or not inner.frame.is_noun:
            return actor
        found = self.roles(inner).actors
        return found[0] if found else actor

    def _sides(self, hit: Hit) -> tuple[int, ...]:
        """Give both sides of what is "between" them."""
        tree = self._tree
        for place in self._words_of(hit):
            nested = tree.subtree(place) if self._is_pact(hit, place) else (place,)
            for inner in nested:
                for prep, governed in tree.preps(inner):
                    if prep == "between" and len(found := tree.conjuncts(governed)) > 1:
                        return tuple(found)
        return ()

    def _is_pact(self, hit: Hit, place: int) -> bool:
        return hit.frame.type in _PACTS and self._tree.tokens[place].pos == "NOUN"

    def _with_mediators(self, hit: Hit, roles: Roles) -> Roles:
        """Set apart who only brought the parties together."""
        tree, tokens = self._tree, self._tree.tokens
        if tokens[hit.i].lemma in self._words.mediate and roles.is_mutual:
            agent = tree.agent(hit.i) if tree.is_verbal(hit.i) else None
            return replace(roles, mediators=tuple(tree.conjuncts(agent)) if agent is not None else ())
        found: list[int] = []
        for clause in self.mediations(hit):
            agent = tree.agent(clause)
            if agent is not None and agent not in (hit.i, *hit.parts):
                found += tree.conjuncts(agent)
        for place in self._words_of(hit):
            found += self._joined_mediators(place)
        return replace(
            roles,
            mediators=tuple(found),
            actors=tuple(q for q in roles.actors if q not in found),
            recipients=tuple(q for q in roles.recipients if q not in found),
        )

    def _words_of(self, hit: Hit) -> list[int]:
        """Give the words that tell an event, the noun a verb acts on included ("signed a deal")."""
        tree, token = self._tree, self._tree.tokens[hit.i]
        target = tree.direct_object(hit.i) if tree.is_verbal(hit.i) else None
        places = [hit.i, *hit.parts]
        if hit.frame.is_noun and token.dep == "nsubj":  # "fighting broke out between the two"
            places.append(token.head)
        return places if target is None or target in places else [*places, target]

    def mediations(self, hit: Hit) -> list[int]:
        """Give the verbs that only say who brought the parties of an event together: "brokered by Egypt"."""
        tree = self._tree
        clauses = [clause for place in self._words_of(hit) for clause in tree.kids(place, "acl", "relcl")]
        return [clause for clause in clauses if tree.tokens[clause].lemma in self._words.mediate]

    def _joined_mediators(self, place: int) -> list[int]:
        """Give the name in "Egyptian-brokered truce"."""
        tree, tokens = self._tree, self._tree.tokens
        return [
            child
            for word in tree.kids(place, "amod")
            if tokens[word].lemma in self._words.mediate
            for child in tree.children[word]
            if tokens[child].entity in NAMES or tokens[child].pos in NOMINAL
        ]
