"""Finds the party behind a thing that is acted on: whom troops leave, whom aid is for, whose raid is condemned."""

from collections.abc import Iterable, Iterator

from ingest.events.matcher import Matcher
from ingest.events.needs import is_of_class
from ingest.events.words import EventWords

Places = list[tuple[str, int]]

NAMED = frozenset(("GPE", "ORG", "NORP", "PERSON"))
_DEPTH = 3


class Parties:
    """Tells parties from things in one document."""

    def __init__(self, matcher: Matcher, words: EventWords) -> None:
        """Take the document's matcher, which knows its tree and classes of noun, and the word lists."""
        self._matcher, self._tree, self.words = matcher, matcher.tree, words

    def is_party(self, i: int) -> bool:
        """Say whether a token can stand for somebody: a name, a person, a group."""
        token = self._tree.tokens[i]
        is_side = token.lemma in self.words.couples  # "called on both sides"
        return is_side or token.entity in NAMED or token.pos == "PRON" or self._is_one_of(i, ("PERSON", "GROUP"))

    def is_own(self, i: int) -> bool:
        """Say whether a phrase is the actor's own: "its troops"."""
        return any(self._tree.tokens[owner].tag == "PRP$" for owner in self._tree.kids(i, "poss"))

    def is_force(self, i: int) -> bool:
        """Say whether a token is a force or weapon that is moved about."""
        return self._is_one_of(i, ("MIL",)) or self._tree.tokens[i].lemma in self.words.forces

    def _is_one_of(self, i: int, classes: Iterable[str]) -> bool:
        return any(is_of_class(self._matcher, i, name) for name in classes)

    def owner(self, noun: int, slot: str) -> int | None:
        """Give the possessor (slot poss) or the name before a noun (slot adj)."""
        tokens = self._tree.tokens
        if slot == "poss":
            return next(iter(self._tree.kids(noun, "poss")), None)
        for child in self._tree.kids(noun, "amod", "compound", "nmod"):
            if tokens[child].entity in NAMED:
                return child
            if tokens[child].pos != "ADJ" and is_of_class(self._matcher, child, "GROUP"):
                return child
        return None

    def maker(self, thing: int) -> int | None:
        """Give whose word or deed a thing is: "his decision", "an appeal by lawyers", "an offer made by rebels"."""
        tree = self._tree
        owner = self.owner(thing, "poss")
        if owner is not None and not self.is_own(thing) and self.is_party(owner):
            return owner
        makers = [tree.agent(clause) for clause in tree.kids(thing, "acl") if tree.is_passive(clause)]
        preps = ("by", "from", "of") if tree.tokens[thing].lemma in self.words.deed else ("by", "from")
        makers += [q for prep, q in tree.preps(thing) if prep in preps]
        return next((q for q in makers if q is not None and self.is_party(q)), None)

    def behind(self, thing: int, places: Places, verb: int, but: frozenset[int] = frozenset()) -> int | None:
        """Give the party a thing done belongs to or goes to, None where nobody is told.

        places: what prepositions around the verb govern; but: what only says where it is done, or to whose harm.
        Names come first, then people, groups and places with a firm preposition, then those whom a purpose serves
        ("aid to help the refugees").
        """
        tokens = self._tree.tokens
        around = [*places, *self._around(thing)]
        around += [pair for _, q in places if tokens[q].pos == "NOUN" and q != thing for pair in self._around(q)]
        around = [pair for pair in around if pair[1] not in but]
        for prep, governed in around:
            if prep in self.words.towards and tokens[governed].entity in NAMED:
                return governed
        for prep, governed in around:
            if prep in self.words.firm and self._is_one_of(governed, ("PERSON", "GROUP", "PLACE")):
                return governed
        return next(self._served(verb, thing, _DEPTH), None)

    def _around(self, thing: int) -> Iterator[tuple[str, int]]:
        """Give what prepositions on a thing govern, who did it ("filed by"), and what is a step further."""
        tree, tokens = self._tree, self._tree.tokens
        near = list(tree.preps(thing))
        for clause in tree.kids(thing, "acl"):
            agent = tree.agent(clause) if tree.is_passive(clause) else None
            near += [("by", agent)] if agent is not None else []
        yield from near
        for _, governed in near:
            if tokens[governed].pos == "NOUN":
                yield from tree.preps(governed)

    def _served(self, verb: int, thing: int, depth: int) -> Iterator[int]:
        """Give the objects of what an act is for: "to pay for aid", "designed to help the rebels"."""
        tree, tokens = self._tree, self._tree.tokens
        clauses = [clause for clause in tree.kids(verb, "xcomp", "advcl") if tree.has_to(clause)]
        clauses += tree.kids(thing, "acl", "xcomp")
        for clause in clauses:
            target = tree.direct_object(clause) if not tree.is_passive(clause) else None
            if target is not None and target != thing and self.is_party(target):
                yield target
            around: Places = list(tree.preps(clause)) + (list(self._around(target)) if target is not None else [])
            yield from (governed for _, governed in around if tokens[governed].entity in NAMED)
            if depth > 1:
                yield from self._served(clause, thing if target is None else target, depth - 1)
