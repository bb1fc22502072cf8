"""Finds both sides of what is between them, and sets apart who only brought them together."""

from dataclasses import replace

from graph.plover import PACTS
from ingest.events.matcher import Hit
from ingest.events.pairs import is_both
from ingest.events.roles import Roles
from ingest.events.tree import NAMES, NOMINAL, Tree
from ingest.events.words import EventWords

_RELEASE = "release"


class Mediators:
    """Tells parties from mediators in one document."""

    def __init__(self, tree: Tree, words: EventWords) -> None:
        """Take the document's tree and the verbs of mediation."""
        self._tree, self._words = tree, words

    def sides(self, hit: Hit) -> tuple[int, ...]:
        """Give both sides of what is "between" them."""
        tree = self._tree
        for place in self._words_of(hit):
            nested = tree.subtree(place) if self._is_pact(hit, place) else (place,)
            for inner in nested:
                for prep, governed in tree.preps(inner):
                    found = tree.conjuncts(governed) if prep == "between" and not tree.is_time(governed) else []
                    is_pair = bool(found) and self._is_mediated(hit) and is_both(tree, self._words, governed)
                    if len(found) > 1 or is_pair:
                        return tuple(found)
        return ()

    def _is_pact(self, hit: Hit, place: int) -> bool:
        """Say whether a noun tells an agreement, whose parties may stand deep within its purpose."""
        is_pact = hit.frame.type in PACTS or self._tells_mediation(hit)
        return is_pact and self._tree.tokens[place].pos == "NOUN"

    def _tells_mediation(self, hit: Hit) -> bool:
        """Say whether the words of an event are of bringing others together: "launched a mediation effort"."""
        return any(self._tree.tokens[place].lemma in self._words.mediation for place in (hit.i, *hit.parts))

    def _is_mediated(self, hit: Hit) -> bool:
        """Say whether an event is of bringing two parties together: "mediated between the two sides"."""
        return self._tree.tokens[hit.i].lemma in self._words.mediate or self._tells_mediation(hit)

    def set_apart(self, hit: Hit, roles: Roles) -> Roles:
        """Set apart who only brought the parties together."""
        tree, tokens = self._tree, self._tree.tokens
        is_mediation = hit.frame.type == "CONSULT" and self._tells_mediation(hit)
        if (tokens[hit.i].lemma in self._words.mediate or is_mediation) and roles.is_mutual:
            agent = tree.agent(hit.i) if tree.is_verbal(hit.i) else None
            return replace(roles, mediators=tuple(tree.conjuncts(agent)) if agent is not None else ())
        found: list[int] = []
        for clause in self.mediations(hit):
            agent = tree.agent(clause)
            if agent is not None and agent not in (hit.i, *hit.parts):
                found += tree.conjuncts(agent)
        for place in self._words_of(hit):
            if hit.frame.type in PACTS or place in (hit.i, *hit.parts):
                found += self._joined_mediators(place)
        if hit.frame.mode == _RELEASE or hit.frame.type in PACTS:
            found += self._helpers(hit)
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
        is_joint = hit.frame.type in PACTS or hit.frame.mode == _RELEASE
        if is_joint and tree.is_verbal(hit.i):  # "agreed to a truce brokered by a third"
            places += [governed for _, governed in tree.preps(hit.i) if tree.tokens[governed].pos == "NOUN"]
        return places if target is None or target in places else [*places, target]

    def mediations(self, hit: Hit) -> list[int]:
        """Give the verbs that only say who brought the parties of an event together: "brokered by Egypt"."""
        tree = self._tree
        clauses = [clause for place in self._words_of(hit) for clause in tree.kids(place, "acl", "relcl")]
        return [clause for clause in clauses if tree.tokens[clause].lemma in self._words.mediate]

    def _helpers(self, hit: Hit) -> list[int]:
        """Give by whose hands or help something was done: "freed through the Red Cross", "with the mediation of X"."""
        tree, tokens = self._tree, self._tree.tokens
        found: list[int] = []
        for prep, governed in tree.preps(hit.i):
            if prep in self._words.conveying and tokens[governed].entity == "ORG":
                found += tree.conjuncts(governed)
            if tokens[governed].lemma in self._words.mediation | self._words.helping:
                found += [q for by, one in tree.preps(governed) if by in ("by", "of") for q in tree.conjuncts(one)]
        return [q for q in found if tokens[q].entity in NAMES]

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
