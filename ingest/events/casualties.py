"""Finds who was killed, injured, abducted, detained or displaced, and how many."""

from collections.abc import Iterator

from graph.model import Actor, Kind, Toll, Victim
from ingest.actors.kinds import ARMED
from ingest.document import PLACE_ENTITIES, Actors
from ingest.events.effects import Effects, Harm, is_driven_off
from ingest.events.parts import counted_by, kind_of_part, named_among, told_among
from ingest.events.quantities import Quantities, count_joined, count_of
from ingest.events.tallies import Tallies
from ingest.events.tree import VERBAL, Tree

_NO_REFUGEES = ARMED | {Kind.MILITARY, Kind.POLICE, Kind.GOVERNMENT, Kind.PERSON}
_HUMAN = frozenset(("PERSON", "NORP", "CARDINAL", "ORG", "GPE"))


class Casualties:
    """Reads the casualties told in the sentences of one document."""

    def __init__(
        self,
        tree: Tree,
        effects: Effects,
        quantities: Quantities,
        classes: dict[str, frozenset[str]],
        actors: Actors,
        tallies: Tallies,
    ) -> None:
        """Take the document's tree, actors and counts, and the words of harm, quantity and people."""
        self._tree, self._effects, self._quantities = tree, effects, quantities
        self._classes, self._actors, self._tallies = classes, actors, tallies

    def harms(self, first: int, last: int) -> list[Harm]:
        """Give what tokens first to last (excluded) tell of people harmed, in order."""
        found: dict[tuple[str, int], Harm] = {}
        for i in range(first, last):
            for harm in self._harms_at(i):
                found.setdefault((harm.effect, harm.head), harm)
        return list(found.values())

    def _harms_at(self, i: int) -> Iterator[Harm]:
        token = self._tree.tokens[i]
        if (member := told_among(self._tree, i)) is not None:
            for effect in self._effects.states.get(token.text.lower(), ()):
                yield from self._harmed(effect, member, i)
        elif token.pos in VERBAL and not self._tree.kids(i, "neg"):
            yield from self._of_verb(i)
        elif token.pos == "NOUN":
            yield from self._of_tally(i)
            yield from self._of_noun(i)
            if token.dep not in ("pobj", "nsubj", "nsubjpass"):
                yield from self._of_taken(i)
        elif token.pos == "ADJ":
            yield from self._of_state(i)

    def _of_verb(self, i: int) -> Iterator[Harm]:
        tree, lemma = self._tree, self._tree.tokens[i].lemma
        counted = self._own_count(i)
        for effect in () if self._is_of_things(i) else self._effects.verbs.get(lemma, ()):
            if counted is None:
                yield from self._harmed(effect, tree.direct_object(i), i)
            elif (toll := count_of(tree, self._quantities, counted)) is not None:
                yield Harm(effect, counted, i, toll)
                yield from self._listed(effect, counted, i, is_many=toll.high != 1)
        yield from self._of_lives(i)
        for effect in self._effects.deaths.get(lemma, ()):
            subject = tree.surface_subject(i)
            if effect != "displaced" or not self._is_no_refugee(subject):
                yield from self._harmed(effect, subject, i)
        if lemma not in self._effects.verbs:
            yield from self._of_state(i)

    def _is_of_things(self, i: int) -> bool:
        """Say whether what is shot down may be anything: "shot down two others", or who is driven back is unhurt."""
        if is_driven_off(self._tree, i, self._effects):
            return True
        struck = self._tree.direct_object(i)
        is_down = any(self._tree.tokens[k].text == "down" for k in self._tree.kids(i, "prt"))
        return is_down and struck is not None and not self._is_person(struck)

    def _own_count(self, i: int) -> int | None:
        """Give the count that a joined participle is said of: "six were killed and several injured"."""
        if self._tree.tokens[i].dep != "conj" or self._tree.kids(i, "auxpass", "aux"):
            return None
        counts = [place for place in self._tree.kids(i, "amod", "nummod", "nsubj", "nsubjpass") if place < i]
        vague = self._quantities.vague
        return next((q for q in counts if self._tree.tokens[q].text.lower() in vague or self._is_number(q)), None)

    def _is_number(self, i: int) -> bool:
        return self._tree.tokens[i].pos == "NUM" and not self._tree.is_time(i)

    def _of_lives(self, i: int) -> Iterator[Harm]:
        """Give those whose lives a verb tells as lost or taken: "cost the lives of four", "he lost his life"."""
        tree, lemma = self._tree, self._tree.tokens[i].lemma
        life = next((place for place in tree.kids(i, "dobj") if tree.tokens[place].lemma == "life"), None)
        if life is None:
            return
        if lemma in self._effects.losing:
            yield from self._harmed("killed", tree.surface_subject(i), i)
        elif lemma in self._effects.taking:
            owners = [q for prep, q in tree.preps(life) if prep == "of"] + tree.kids(life, "poss")
            for owner in owners or (tree.kids(life, "nummod") and [life]):
                yield from self._harmed("killed", owner, i)

    def _of_noun(self, i: int) -> Iterator[Harm]:
        """Give the harm a noun counts: "the death of three soldiers", "no injuries", "five deaths"."""
        tree, tokens = self._tree, self._tree.tokens
        bearer = self._bearer(i)
        for effect in self._effects.nouns.get(tokens[i].lemma, ()):
            if bearer is not None:
                yield from self._harmed(effect, bearer, i)
                continue
            owners = [q for prep, q in tree.preps(i) if prep in ("of", "to", "among")]
            owners += tree.kids(i, "poss")
            people = [q for q in owners if self._is_human(q)]
            if people == [] and (many := self._many(i)) is not None:
                yield Harm(effect, many, i, self._quantities.vague[tokens[many].text.lower()])
                continue
            if people:
                for head in people:
                    yield from self._harmed(effect, head, i)
                continue
            toll = count_of(tree, self._quantities, i)
            is_counted = bool(tree.kids(i, "nummod", "det")) or tokens[tokens[i].head].lemma in self._effects.causes
            if toll is not None and is_counted and (toll.high == 0 or tree.kids(i, "nummod")):
                yield Harm(effect, i, i, toll)

    def _bearer(self, i: int) -> int | None:
        """Give who bears wounds a noun tells, whatever their number: "the guard received three bullet wounds"."""
        tree, token = self._tree, self._tree.tokens[i]
        verb = tree.tokens[token.head]
        is_borne = token.dep == "dobj" and token.lemma in self._effects.wounds and verb.lemma in self._effects.bearing
        subject = tree.surface_subject(verb.i) if is_borne else None
        return subject if subject is not None and self._is_human(subject) else None

    def _of_tally(self, i: int) -> Iterator[Harm]:
        """Give the dead a toll counts, or those a count names by their state: "toll of 17", "the number of wounded"."""
        counted = self._tallies.counted(i)
        is_toll, is_count = self._tallies.is_toll(i), counted is not None and counted[1] == i
        tally = self._tallies.tally(i) if is_toll or is_count else None
        if tally is None:
            return
        if is_toll:
            yield Harm("killed", tally.number, self._tree.tokens[i].head if tally.is_own else i, tally.toll)
        elif counted is not None:
            word = self._tree.tokens[counted[0]]
            effects = self._effects.states.get(word.text.lower(), ()) + self._effects.nouns.get(word.lemma, ())
            for effect in dict.fromkeys(effects):
                yield Harm(effect, tally.number, word.i, tally.toll)

    def _many(self, i: int) -> int | None:
        """Give the word that counts a noun by "of": "took dozens of hostages", "scores of arrests"."""
        token, tokens = self._tree.tokens[i], self._tree.tokens
        many = tokens[token.head].head
        is_many = token.dep == "pobj" and tokens[token.head].lemma == "of"
        return many if is_many and tokens[many].text.lower() in self._quantities.vague else None

    def _of_taken(self, i: int) -> Iterator[Harm]:
        """Give the harm a noun tells of an object: "took 15 passengers hostage"."""
        tree, token = self._tree, self._tree.tokens[i]
        for effect in self._effects.states.get(token.text.lower(), ()):
            taken = [place for place in tree.kids(token.head, "dobj", "nsubj", "nsubjpass") if place != i]
            if taken and tree.is_verbal(token.head):
                yield from self._harmed(effect, tree.direct_object(token.head) or taken[-1], i)

    def _of_state(self, i: int) -> Iterator[Harm]:
        """Give the harm an adjective tells: "left five dead", "ten people were wounded", "five dead"."""
        tree, tokens = self._tree, self._tree.tokens
        token = tokens[i]
        for effect in self._effects.states.get(token.text.lower(), ()):
            if token.dep == "amod" and not tree.kids(i, "nummod"):
                continue
            if token.dep == "oprd" and (toll := self._counted_state(i)) is not None:  # "left 12 dead"
                yield Harm(effect, i, i, toll)
                continue
            holders = tree.kids(i, "nsubj", "nsubjpass")
            if not holders and token.dep in ("acomp", "oprd", "xcomp", "ccomp"):
                holders = tree.kids(token.head, "dobj") or tree.kids(token.head, "nsubj", "nsubjpass")
            if holders:
                yield from self._harmed(effect, holders[0], i)
            elif (toll := self._counted_state(i)) is not None:
                yield Harm(effect, i, i, toll)

    def _counted_state(self, i: int) -> Toll | None:
        """Give the number before a state that stands for people: "12 wounded"."""
        tree, tokens = self._tree, self._tree.tokens
        if tree.kids(i, "nummod"):
            return count_of(tree, self._quantities, i)
        before = tokens[i - 1] if i else None
        if before is not None and before.pos == "NUM" and before.entity not in ("DATE", "TIME"):
            return count_of(tree, self._quantities, before.i)
        return None

    def _harmed(self, effect: str, head: int | None, word: int) -> Iterator[Harm]:
        """Give one harm for each of joined victims."""
        if head is None:
            return
        head = self._whole(head)
        counted = self._tallies.counted(head)
        if counted is not None and (tally := self._tallies.tally(counted[1])) is not None:
            yield Harm(effect, counted[0], word, tally.toll)
            return
        for victim in self._tree.conjuncts(head):
            toll = count_joined(self._tree, self._quantities, head, victim)
            if toll is not None and (self._is_human(victim) or toll.high == 0):
                yield Harm(effect, victim, word, toll)
                yield from self._listed(effect, victim, word, is_many=toll.high is None or toll.high > 1)

    def _whole(self, i: int) -> int:
        """Give those of whom some are set apart: the priests in "six priests, five of them foreigners, were killed"."""
        token = self._tree.tokens[i]
        is_part = any(prep == "of" and self._tree.tokens[q].pos == "PRON" for prep, q in self._tree.preps(i))
        return token.head if is_part and token.dep in ("appos", "conj") else i

    def _listed(self, effect: str, victim: int, word: int, *, is_many: bool) -> Iterator[Harm]:
        """Give those a phrase names after it: of many the same again, after one, where several follow, others."""
        for part in named_among(self._tree, self._effects.parts, victim, word) if is_many else ():
            for one in self._tree.conjuncts(part):
                toll = count_of(self._tree, self._quantities, one)
                if toll is not None and self._is_human(one):
                    yield Harm(effect, one, word, toll, is_listed=True)
        for name in self._tree.kids(victim, "appos"):
            if self._is_counted_again(name) or not self._tree.tokens[name].text[:1].isalnum():
                continue  # some of those counted: "six priests, five of them foreigners"
            names = self._tree.conjuncts(name)
            for one in names:
                is_word = self._tree.tokens[one].text[:1].isalnum()
                if self._tree.tokens[one].pos == "PROPN" and is_word and not self._tree.is_time(one):
                    yield Harm(effect, one, word, Toll(1, 1), is_listed=is_many or len(names) == 1)

    def _is_counted_again(self, i: int) -> bool:
        """Say whether a phrase counts some of those before it; "among them X" names one of them."""
        tokens, words = self._tree.tokens, self._effects.counted_again
        told = (place for place in self._tree.subtree(i) if tokens[place].lemma in words)
        return any(tokens[tokens[place].head].lemma != "among" for place in told)

    def _is_no_refugee(self, i: int | None) -> bool:
        """Say whether who flees is not displaced: gunmen and soldiers, those in power, one person by name."""
        return i is not None and self._kind(i) in _NO_REFUGEES

    def _is_place(self, i: int) -> bool:
        """Say whether a bare name is that of a place, or of a state, and so of nobody who is harmed: "took Lima"."""
        token, mention = self._tree.tokens[i], self._actors.by_head.get(i)
        is_bare = token.tag == "NNP" and not self._tree.kids(i, "det", "amod", "nummod", "poss")
        is_state = mention is None or self._actors.by_id[mention.actor].kind is Kind.COUNTRY
        return is_bare and is_state and token.entity in PLACE_ENTITIES

    def _is_human(self, i: int) -> bool:
        token = self._tree.tokens[i]
        counted = counted_by(self._tree, i, self._quantities.vague)
        if self._is_place(i) or token.lemma in self._effects.settlements or counted is not None:
            return counted is not None and self._is_human(counted)
        if token.entity in _HUMAN or token.pos == "NUM" or i in self._actors.by_head:
            return not self._tree.is_time(i)
        is_people = token.lemma in self._effects.people or token.text.lower() in self._quantities.vague
        return token.pos == "PRON" or self._is_person(i) or is_people

    def _is_person(self, i: int) -> bool:
        """Say whether a noun is one for persons or groups, or names an actor."""
        classes = self._classes.get(self._tree.tokens[i].lemma, frozenset())
        return i in self._actors.by_head or bool(classes & {"PERSON", "GROUP"})

    def victim(self, harm: Harm) -> Victim:
        """Give the victim of a harm as a report keeps it."""
        start, end = self._tree.phrase(harm.head)
        return Victim(
            text=self._tree.document.text[start:end],
            start=start,
            end=end,
            kind=self._kind(harm.head),
            effect=harm.effect,
            low=harm.toll.low,
            high=harm.toll.high,
        )

    def _kind(self, head: int) -> Kind:
        """Give the kind of the victims: that of the actor they are, or of whom they are some, else people."""
        mention = self._actors.by_head.get(head)
        actor: Actor | None = self._actors.by_id.get(mention.actor) if mention else None
        of_force = kind_of_part(self._tree, self._actors, self._effects, head)
        if of_force or actor is not None:
            return of_force or (actor.kind if actor else Kind.PEOPLE)
        some = [q for prep, q in self._tree.preps(head) if prep == "of"] if self._is_number(head) else []
        return self._kind(some[0]) if some else Kind.PEOPLE


def tolls_of(harms: list[Harm]) -> dict[str, Toll]:
    """Give the toll by effect, victims of one effect added up; no injuries means no deaths either."""
    tolls: dict[str, Toll] = {}
    for harm in harms:
        if harm.is_listed:
            continue
        before = tolls.get(harm.effect, Toll(0, 0))
        ends = (before.high, harm.toll.high)
        high = None if None in ends else sum(end for end in ends if end is not None)
        tolls[harm.effect] = Toll(before.low + harm.toll.low, high)
    if tolls.get("injured") == Toll(0, 0):
        tolls.setdefault("killed", Toll(0, 0))
    return tolls
