"""Reads a parsed document the way frames need it: who stands where around a word."""

from collections.abc import Iterator

from ingest.document import Document, Token
from ingest.events.gerunds import is_suffered, named_doer
from ingest.events.grants import grants_time
from ingest.events.voice import find_passive
from ingest.events.words import EventWords

VERBAL = frozenset(("VERB", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN"))
TIMES = frozenset(("DATE", "TIME"))
NAMES = frozenset(("GPE", "NORP", "ORG", "PERSON", "LOC"))
_WHO = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
# Dependents that do not belong to a phrase's own words, and are left out of its text.
_OUTER = frozenset(("relcl", "acl", "advcl", "appos", "cc", "conj", "punct", "prep", "parataxis", "preconj"))


class Tree:
    """One document with what is asked of it again and again kept: subjects, objects, prepositions.

    Tokens are given and returned as places in the document.
    """

    __slots__ = ("_object", "_passive", "_preps", "_subject", "children", "document", "tokens", "words")

    def __init__(self, document: Document, words: EventWords) -> None:
        """Take a parsed document and the word lists; nothing is computed until asked for."""
        self.words = words
        self.document = document
        self.tokens = document.tokens
        self.children = document.children
        self._passive: dict[int, bool] = {}
        self._subject: dict[int, int | None] = {}
        self._object: dict[int, int | None] = {}
        self._preps: dict[int, tuple[tuple[str, int], ...]] = {}

    def kids(self, i: int, *deps: str) -> list[int]:
        """Give the dependents of i that have one of the labels."""
        tokens = self.tokens
        return [child for child in self.children[i] if tokens[child].dep in deps]

    def is_verbal(self, i: int) -> bool:
        """Say whether i is a verb or an auxiliary."""
        return self.tokens[i].pos in VERBAL

    def is_time(self, i: int) -> bool:
        """Say whether i belongs to a time expression, as the model sees it."""
        return self.tokens[i].entity in TIMES

    def climb(self, i: int) -> Iterator[int]:
        """Give the heads of i, nearest first, up to the root."""
        while (head := self.tokens[i].head) != i:
            i = head
            yield i

    def subtree(self, i: int) -> Iterator[int]:
        """Give i and all that hangs on it, in no stated order."""
        stack = [i]
        while stack:
            i = stack.pop()
            yield i
            stack.extend(self.children[i])

    def are_in_line(self, i: int, j: int) -> bool:
        """Say whether one of two tokens hangs on the other, however far."""
        return i == j or j in self.climb(i) or i in self.climb(j)

    def has_to(self, i: int) -> bool:
        """Say whether verb i is an infinitive with "to"."""
        return any(self.tokens[child].lemma == "to" for child in self.children[i])

    def is_perfect(self, i: int) -> bool:
        """Say whether verb i is an infinitive of what is over: "to have fired"."""
        return self.has_to(i) and any(self.tokens[aux].lemma == "have" for aux in self.kids(i, "aux"))

    def auxiliaries(self, i: int) -> list[int]:
        """Give the auxiliaries of verb i, those it shares with the verb it is joined to included."""
        found = self.kids(i, "aux", "auxpass")
        if self.tokens[i].dep == "conj" and not self.kids(i, "nsubj", "nsubjpass"):
            found = found + self.kids(self.tokens[i].head, "aux")
        return found

    def is_passive(self, i: int) -> bool:
        """Say whether verb i is passive, a reduced relative ("villages shelled by") included."""
        known = self._passive.get(i)
        if known is None:
            known = self._passive[i] = find_passive(self, i)
        return known

    def surface_subject(self, i: int) -> int | None:
        """Give what stands as subject of verb i, through relatives, control and coordination."""
        if i not in self._subject:
            self._subject[i] = None
            self._subject[i] = self._find_subject(i)
        return self._subject[i]

    def _find_subject(self, i: int) -> int | None:
        token = self.tokens[i]
        own = self.kids(i, "nsubj", "nsubjpass", "csubj")
        if own:
            return self._antecedent(own[0], i)
        if token.dep in ("acl", "relcl") or (token.dep == "amod" and token.head > i and token.tag == "VBN"):
            return token.head
        if token.dep == "xcomp":
            return self._controller(token.head)
        head = token.head
        if token.dep == "pcomp":
            while self.tokens[head].dep == "conj" and self.tokens[head].pos == "ADP":  # "of arming and of bombing"
                head = self.tokens[head].head
            head = self.tokens[head].head
            prep = self.tokens[token.head].lemma
            is_charge = prep == "with" and self.tokens[head].lemma in self.words.accuse
            if (prep in self.words.object_control or is_charge) and self.is_verbal(head):
                target = self.direct_object(head)
                if target is not None:
                    return target
        elif token.dep not in ("conj", "advcl", "ccomp", "acomp"):
            return None
        if head == i:
            return None
        if token.dep == "advcl" and self.has_to(i) and grants_time(self, head, i):
            given = [one for one in self.kids(head, "dative", "dobj") if not self.is_time(one)]
            return given[0] if given else self.surface_subject(head)  # "gave the rebels until Friday to leave"
        if self.is_verbal(head):
            return self.surface_subject(head)
        return head if token.dep == "pcomp" and self.tokens[head].pos in NOMINAL else None

    def _antecedent(self, subject: int, verb: int) -> int:
        """Give the noun a relative pronoun stands for, or the subject itself."""
        if self.tokens[subject].lemma in self.words.relative:
            for place in (verb, *self.climb(verb)):
                if self.tokens[place].dep == "relcl":
                    return self._first_listed(self.tokens[place].head)
                if self.tokens[place].dep != "conj":
                    break
        return subject

    def _first_listed(self, i: int) -> int:
        """Give the first of a list of counted people, all of whom a clause after it is about."""
        while self.tokens[i].dep == "conj" and self.kids(i, "conj") and self.kids(i, "nummod", "det"):
            i = self.tokens[i].head
        return i

    def _controller(self, head: int) -> int | None:
        """Give who does the infinitive under verb `head`: its object, else its subject."""
        objects = self.kids(head, "dobj", "dative")
        if objects and self.tokens[head].lemma not in self.words.subject_control and not self.is_passive(head):
            return objects[0]
        if self.tokens[head].lemma in self.words.pleading and not self.is_passive(head):
            asked = (who for prep, who in self.preps(head) if prep in self.words.asked_by)
            return next((who for who in asked if not self.is_time(who)), self.surface_subject(head))
        return self.surface_subject(head)

    def agent(self, i: int) -> int | None:
        """Give who does verb i: its subject, or the by-phrase of a passive or of what is as good as a noun."""
        if not self.is_passive(i):
            named = named_doer(self, i)
            if named is None and is_suffered(self, i):
                return None
            return self.surface_subject(i) if named is None else named
        agents = self.kids(i, "agent")
        agents += [prep for prep in self.kids(i, "prep") if self.tokens[prep].lemma == "by"]
        for by in agents:
            for governed in self.kids(by, "pobj"):
                if not self.is_time(governed) and self.tokens[governed].pos in _WHO:
                    return governed
        token = self.tokens[i]
        is_joined = token.dep == "conj" and not self.kids(i, "nsubjpass", "auxpass") and token.head < i
        return self.agent(token.head) if is_joined and self.is_passive(token.head) else None

    def other_agents(self, i: int, first: int) -> list[int]:
        """Give who else does verb i, by a second "by": "signed by the minister and by an envoy of the rebels"."""
        if not self.is_verbal(i) or not self.is_passive(i) or self.tokens[self.tokens[first].head].lemma != "by":
            return []
        near = [i, *self.kids(i, "agent", "prep")]
        bys = [
            by for place in near for by in self.kids(place, "conj", "prep", "agent") if self.tokens[by].lemma == "by"
        ]
        found = [q for by in bys if by > first for q in self.kids(by, "pobj") if not self.is_time(q)]
        return [q for q in dict.fromkeys(found) if self.tokens[q].pos in _WHO]

    def direct_object(self, i: int) -> int | None:
        """Give who or what verb i is done to: its object, or the subject of a passive."""
        if i not in self._object:
            self._object[i] = None
            self._object[i] = self._find_object(i)
        return self._object[i]

    def _find_object(self, i: int) -> int | None:
        if self.is_passive(i):
            return self.surface_subject(i)
        token = self.tokens[i]
        objects = self.kids(i, "dobj")
        if objects:
            return self._antecedent(objects[0], i)
        if token.dep in ("relcl", "acl"):  # "a claim that the army rejected"
            subjects = self.kids(i, "nsubj")
            is_told = token.dep == "acl" and (token.tag not in ("VBN", "VBD") or self.kids(i, "ccomp", "xcomp"))
            places = (q for prep in self.kids(i, "prep") for q in self.kids(prep, "pobj"))
            is_placed = any(self.tokens[place].lemma in self.words.relative for place in places)
            if subjects and self.tokens[subjects[0]].lemma not in self.words.relative and not is_told and not is_placed:
                return token.head
        for clause in self.kids(i, "ccomp"):  # "convicted him of murder", "accept refugees fleeing", read as clauses
            subjects = self.kids(clause, "nsubj")
            is_bare = self.tokens[clause].tag == "VBG" and not self.kids(clause, "aux", "mark")
            is_told = self.has_to(clause) and not self.kids(clause, "mark")  # "allowed the agency to deliver food"
            if subjects and (is_bare or is_told or self.tokens[clause].pos not in VERBAL):
                return subjects[0]
            if not subjects and self.tokens[clause].pos == "NOUN" and not self.kids(clause, "mark", "aux", "cop"):
                return clause  # "signed a fisheries deal", read as a clause
        return self._shared_object(token)

    def _shared_object(self, token: Token) -> int | None:
        """Give the object of the verb a bare verb is joined to: "detained and beat the reporter"."""
        for later in self.kids(token.i, "conj"):
            if self.tokens[later].tag == token.tag and not self.kids(token.i, "prep", "ccomp", "xcomp"):
                objects = self.kids(later, "dobj")
                if objects:
                    return objects[0]
        return None

    def preps(self, i: int) -> tuple[tuple[str, int], ...]:
        """Give (preposition, what it governs) of i, compound prepositions by their last word too."""
        known = self._preps.get(i)
        if known is None:
            known = self._preps[i] = tuple(self._find_preps(i))
        return known

    def _after_day(self, i: int) -> Iterator[tuple[str, int]]:
        """Give whom a noun's "of" tells where a day stands between: "the killing on 15 September of a judge"."""
        if self.is_time(i) and self.tokens[i].pos == "PROPN":
            for of in self.kids(i, "prep"):
                for governed in self.kids(of, "pobj") if self.tokens[of].lemma == "of" else ():
                    if not self.is_time(governed) and self.tokens[governed].pos != "NUM":
                        yield "of", governed

    def _find_preps(self, i: int) -> Iterator[tuple[str, int]]:
        tokens = self.tokens
        after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i].pos == "NOUN" else None
        if after is not None and after.dep == "prep" and after.head == tokens[i].head:  # "the murder on Friday of"
            for day in self.kids(after.i, "pobj"):
                yield from self._after_day(day)
        for child in self.children[i]:
            if tokens[child].dep in ("advmod", "prt"):  # "walked away from", "pulled out of"
                for inner in self.kids(child, "prep"):
                    for governed in self.kids(inner, "pobj", "pcomp"):
                        yield tokens[inner].lemma, governed
            if tokens[child].dep not in ("prep", "agent", "dative") or tokens[child].pos in NOMINAL:
                continue
            again = [one for one in self.kids(child, "conj") if tokens[one].lemma == tokens[child].lemma]
            for inner in (*self.children[child], *(inner for one in again for inner in self.children[one])):
                if tokens[inner].dep in ("pobj", "pcomp"):
                    yield tokens[child].lemma, inner
                    yield from self._after_day(inner)
                elif tokens[inner].dep == "prep":
                    for governed in self.kids(inner, "pobj", "pcomp"):
                        yield tokens[inner].lemma, governed

    def conjuncts(self, i: int) -> list[int]:
        """Give i and the nouns joined to it by "and", "or" or a comma, in order."""
        found = [i]
        for place in found:
            found.extend(child for child in self.kids(place, "conj") if self.tokens[child].pos not in VERBAL)
            found.extend(child for child in self.kids(place, "appos") if self._is_listed(place, child))
        return found

    def _is_listed(self, i: int, apposed: int) -> bool:
        """Say whether a name read as an apposition is the next of a list: "France, Italy and Spain"."""
        label = self.tokens[i].entity
        return label in ("GPE", "ORG") and self.tokens[apposed].entity == label and bool(self.kids(apposed, "conj"))

    def phrase(self, i: int) -> tuple[int, int]:
        """Give the characters of the phrase headed by i, without clauses and appositions."""
        tokens = self.tokens
        first = last = i
        stack = [
            child
            for child in self.children[i]
            if tokens[child].dep not in _OUTER
            or (tokens[child].lemma in self.words.phrasal and tokens[child].dep == "prep" and tokens[i].pos != "PROPN")
        ]
        while stack:
            place = stack.pop()
            first, last = min(first, place), max(last, place)
            stack.extend(self.children[place])
        return tokens[first].start, tokens[last].end
