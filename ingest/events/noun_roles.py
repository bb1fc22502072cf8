"""Finds actor and recipient around a noun that tells an event, those of its light verb included."""

from ingest.events.frames import CONFLICT
from ingest.events.matcher import Hit, Matcher
from ingest.events.parties import Parties, Places
from ingest.events.words import EventWords

_ORDINARY = ("by", "poss", "adj")  # where the actor of a noun may stand whatever its frame says
_OBJECTLIKE = ("dobj", "nsubjpass", "pobj")


class NounRoles:
    """Fills the slots of noun frames in one document."""

    def __init__(self, matcher: Matcher, words: EventWords, parties: Parties) -> None:
        """Take the document's matcher and parties, and the word lists."""
        self._matcher, self._tree, self._words, self._parties = matcher, matcher.tree, words, parties

    def of_noun(self, hit: Hit) -> tuple[int | None, int | None]:
        """Give actor and recipient of an event told by a noun, those of its light verb included."""
        tree, tokens = self._tree, self._tree.tokens
        places = [(prep, q) for prep, q in tree.preps(hit.i) if not tree.is_time(q)]
        actor = None
        for slot in (*hit.frame.actor, *_ORDINARY):
            if slot == "none":
                break
            is_undergone = slot == "poss" and hit.frame.mode == "arrest"  # "after their arrest"
            actor = None if is_undergone else self._noun_slot(slot, hit.i, places)
            if actor is not None:
                break
        recipient = self._by_slots(hit, places)
        if recipient is None and hit.frame.mode == "arrest":
            recipient = self._noun_slot("poss", hit.i, places)
        if recipient is None and hit.frame.type == "REQUEST":
            recipient = self._asked(hit.i)
        token = tokens[self._container(hit.i)]
        governor = tokens[token.head].head if token.dep == "pobj" else token.head
        is_light = tokens[governor].lemma in self._words.light and tree.is_verbal(governor)
        if hit.frame.type == "RETREAT" and tokens[governor].lemma in self._words.bidding:
            is_light = False  # who orders a retreat is not who retreats
        if is_light and (token.dep in _OBJECTLIKE or tokens[governor].dep == "acl"):
            is_against = token.dep == "pobj" and self._is_apart(tokens[token.head].lemma, governor)
            is_theirs = token.dep in ("dobj", "pobj") and not is_against
            if is_theirs and self._undergoes(hit, governor):
                recipient = (
                    tree.agent(governor) if recipient is None or not self._parties.is_party(recipient) else recipient
                )
            elif (actor is None and not is_against) or is_theirs:
                actor = tree.agent(governor) if tree.agent(governor) is not None else actor
            if recipient is None:
                recipient = self._by_slots(hit, tree.preps(governor))
            if (
                recipient is None and token.dep == "pobj" and hit.frame.type == "CONSULT"
            ):  # "invited the leaders for talks"
                recipient = tree.direct_object(governor)
        if actor is None:
            actor = self._partaker(token.i, governor)
        if actor is None and recipient is not None and hit.frame.type == "CONSULT":
            actor = self._talker(token.i, recipient)
        if actor is None:
            actor = self._shared_actor(hit.i)
            if actor is not None and recipient is None:
                recipient = self._shared_recipient(hit.i)
        return (actor if actor != hit.i else None), recipient

    def _is_apart(self, prep: str, governor: int) -> bool:
        """Say whether a preposition sets an event apart from what its verb does: "opened an inquiry into the raid"."""
        is_of_object = prep in self._words.delving and self._tree.direct_object(governor) is not None
        return is_of_object or prep in self._words.beside

    def _undergoes(self, hit: Hit, governor: int) -> bool:
        """Say whether the subject is the one it is done to: "faced charges", "suffered an attack"."""
        is_hostile = hit.frame.type in CONFLICT or hit.frame.type == "ACCUSE"
        return is_hostile and self._tree.tokens[governor].lemma in self._words.undergo

    def _asked(self, i: int) -> int | None:
        """Give who is to do what is asked for: "the call for Chile to open talks"."""
        tree = self._tree
        clauses = [clause for clause in tree.kids(i, "advcl", "acl", "relcl", "ccomp") if tree.has_to(clause)]
        return next((q for clause in clauses for q in tree.kids(clause, "nsubj", "nsubjpass")), None)

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
            return next((q for prep, q in tree.preps(governor) if prep in self._words.attributing), None)
        return None

    def _talker(self, noun: int, recipient: int) -> int | None:
        """Give who does something after talks with another, and so held them: "left Lima after talks with rebels"."""
        tree, tokens = self._tree, self._tree.tokens
        prep = tokens[tokens[noun].head]
        is_after = tokens[noun].dep == "pobj" and prep.lemma in self._words.following and tree.is_verbal(prep.head)
        if not is_after or tree.is_passive(prep.head) or not self._parties.is_party(recipient):
            return None
        talker = tree.agent(prep.head)
        return talker if talker is not None and self._parties.is_party(talker) else None

    def _shared_actor(self, i: int) -> int | None:
        """Give who does what a noun is joined to: "rocket fire and raids by gunmen"."""
        tree = self._tree
        joined = [place for place in tree.conjuncts(i) if place != i and tree.tokens[place].pos == "NOUN"]
        return next((q for place in joined for prep, q in tree.preps(place) if prep == "by"), None)

    def _shared_recipient(self, i: int) -> int | None:
        """Give whom a joined attempt is on: "rocket fire and attempts by gunmen to cross into Chad"."""
        tree = self._tree
        joined = [
            place for place in tree.conjuncts(i) if place != i and tree.tokens[place].lemma in self._words.attempt
        ]
        clauses = [clause for place in joined for clause in tree.kids(place, "acl", "xcomp") if tree.has_to(clause)]
        goals = [q for clause in clauses for prep, q in tree.preps(clause) if prep in self._words.aimed]
        return next((q for q in goals if self._parties.is_party(q)), None)

    def _noun_slot(self, slot: str, i: int, places: Places) -> int | None:
        if slot in ("poss", "adj"):
            return self._parties.owner(i, slot)
        return next((q for prep, q in places if prep == slot), None)

    def _by_slots(self, hit: Hit, places: list[tuple[str, int]] | tuple[tuple[str, int], ...]) -> int | None:
        """Give what the first preposition of the frame's recipient slots governs."""
        for slot in hit.frame.recipient:
            for prep, governed in places:
                if prep == slot and not self._tree.is_time(governed):
                    return governed
        return None
