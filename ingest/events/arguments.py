"""Finds who stands in the slots of a frame: actors, recipients, mediators, as tokens."""

from dataclasses import replace

from graph.plover import MUTUAL, PACTS
from ingest.events.matcher import Hit, Matcher
from ingest.events.mediators import Mediators
from ingest.events.noun_roles import NounRoles
from ingest.events.pairs import is_both
from ingest.events.parties import NAMED, Parties
from ingest.events.roles import Roles
from ingest.events.verb_roles import VerbRoles
from ingest.events.words import EventWords

_TURNED = frozenset(("SUPPORT", "REJECT"))


class Caster:
    """Casts the roles of the events of one document."""

    def __init__(self, matcher: Matcher, words: EventWords) -> None:
        """Take the document's matcher, which knows its tree, and the word lists."""
        self._matcher, self._tree, self._words = matcher, matcher.tree, words
        self._parties = Parties(matcher, words)
        self._verbs = VerbRoles(matcher, self._parties, self.roles)
        self._nouns = NounRoles(matcher, words, self._parties)
        self._mediators = Mediators(matcher.tree, words)
        self._roles: dict[int, Roles] = {}

    def mediations(self, hit: Hit) -> list[int]:
        """Give the verbs that only say who brought the parties of an event together: "brokered by Egypt"."""
        return self._mediators.mediations(hit)

    def roles(self, hit: Hit) -> Roles:
        """Give who takes part in the event of a hit, and in which role."""
        if hit.i not in self._roles:
            self._roles[hit.i] = Roles()  # an actor that is itself an event may lead back here
            self._roles[hit.i] = self._cast(hit)
        return self._roles[hit.i]

    def _cast(self, hit: Hit) -> Roles:
        tree = self._tree
        if hit.frame.is_noun:
            actor, recipient = self._nouns.of_noun(hit)
        else:
            actor, recipient = self._verbs.of_verb(hit)
        actor = self._through_event(hit, actor if actor is None else self._all_of_each(actor))
        sides = self._mediators.sides(hit)
        is_offer = actor is not None and actor not in sides and self._offers_to_mediate(hit)
        if sides and is_offer and actor is not None:
            return Roles(self._joined(hit, actor), sides)
        if sides:
            return self._mediators.set_apart(hit, Roles(actors=sides, is_mutual=True))
        actors = self._joined(hit, actor) if actor is not None else ()
        actors += self._verbs.givers(hit) if actors else ()
        recipients = tuple(self._with_examples(recipient)) if recipient is not None else ()
        others = [one for one in recipients if self._parties.is_party(one) or is_both(tree, self._words, one)]
        is_mutual = len(actors) > 1 and self.can_be_mutual(hit) and not others
        recipients = () if is_mutual else recipients
        roles = Roles(actors, tuple(place for place in recipients if place not in actors), (), is_mutual)
        roles = self._mediators.set_apart(hit, roles)
        are_several = len(roles.actors) > 1 or any(is_both(tree, self._words, place) for place in roles.actors)
        if are_several and any(self._is_each_other(place) for place in roles.recipients):
            return replace(roles, recipients=(), is_mutual=True)
        can_be_mutual = self.can_be_mutual(hit) and tree.tokens[hit.i].lemma not in self._words.mediate
        is_mutual = are_several and not roles.recipients and can_be_mutual
        return replace(roles, is_mutual=is_mutual)

    def _joined(self, hit: Hit, actor: int) -> tuple[int, ...]:
        """Give the joined actors; those of a pact also before a plural: "British and EU negotiators agreed"."""
        tree, tokens = self._tree, self._tree.tokens
        found = tree.conjuncts(actor)
        found += [q for other in tree.other_agents(hit.i, actor) for q in tree.conjuncts(other) if q not in found]
        if len(found) == 1 and tokens[actor].tag == "NNS" and self.can_be_mutual(hit):
            for name in tree.kids(actor, "amod", "compound", "nmod"):
                joined = [q for q in tree.conjuncts(name) if tokens[q].entity in NAMED]
                if len(joined) > 1:
                    return tuple(joined)
        return tuple(found)

    def _all_of_each(self, actor: int) -> int:
        """Give for "each" those whom the clause above is about: "A and B exchanged fire, each accusing the other"."""
        tree, token = self._tree, self._tree.tokens[actor]
        clause = tree.tokens[token.head]
        if token.lemma != "each" or tree.children[actor] or token.dep != "nsubj" or clause.dep != "advcl":
            return actor
        above = tree.surface_subject(clause.head)
        return actor if above is None else above

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

    def can_be_mutual(self, hit: Hit) -> bool:
        """Say whether joined actors do this to each other: they meet, agree, clash, but do not kill.

        To welcome or to reject is done to somebody, unless its words tell a pact: "reached a deal", "failed to agree",
        or its frame says it is done with somebody: "signed a treaty".
        """
        if hit.frame.type in _TURNED and hit.frame.recipient != ("with",):
            target = None if hit.frame.is_noun else self._tree.direct_object(hit.i)
            inner = self._matcher.find(target) if target is not None else None
            is_pact = inner is not None and inner.frame.is_noun and inner.frame.type in PACTS
            return is_pact or (bool(hit.parts) and (target is None or target in hit.parts))
        is_joint = (hit.frame.type in MUTUAL and hit.frame.mode != "visit") or hit.frame.type in _TURNED
        return is_joint or (hit.frame.type == "ASSAULT" and "with" in hit.frame.recipient)

    def _offers_to_mediate(self, hit: Hit) -> bool:
        """Say whether an event is to bring others together: "offered to host talks between the two"."""
        clauses = [part for part in hit.parts if self._tree.has_to(part)]
        return any(self._tree.tokens[clause].lemma in self._words.mediate for clause in clauses)

    def _author(self, text: int) -> int:
        """Give whose word a text is: "parliament passed a resolution condemning", "a statement by the group"."""
        tree, token = self._tree, self._tree.tokens[text]
        maker = self._parties.maker(text)
        if maker is None and token.dep == "dobj" and tree.is_verbal(token.head):
            maker = tree.agent(token.head)
        return text if maker is None else maker

    def _through_event(self, hit: Hit, actor: int | None) -> int | None:
        """Give the actor of an actor that is an event or a text: in "a rebel attack killed ten" the rebels."""
        if actor is None or actor == hit.i or self._tree.tokens[actor].pos != "NOUN":
            return actor
        if self._tree.tokens[actor].lemma in self._words.document:
            return self._author(actor)
        inner = self._matcher.find(actor)
        if inner is None or not inner.frame.is_noun:
            return actor
        found = self.roles(inner).actors
        return found[0] if found else actor
