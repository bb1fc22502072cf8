"""Ties what came of a deed to the deed, where one sentence tells both: "a bomb went off and killed ten"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.gather import WIDE_PLACES, overlaps
from graph.model import HAPPENED, Place, Report
from ingest.events.data import EventData
from ingest.events.matcher import Hit, Matcher
from ingest.events.roles import Roles
from ingest.wording import OUTCOMES, are_set_apart, is_means

Pair = tuple[str, str]
Told = tuple[Hit, Roles, Report]
_LOOSE_MODES = frozenset(("", "targeted"))  # of a killing that names no means
_CLAUSES = frozenset(("relcl", "acl"))
_JOINED = frozenset(("conj", "dep"))
_DESTROY = "destroy"


class Outcomes:
    """Finds the deeds of one document that its sentences tell by two words."""

    def __init__(self, matcher: Matcher, data: EventData) -> None:
        """Take the document's frames and the words of harm."""
        self._matcher, self._tree, self._tokens = matcher, matcher.tree, matcher.tree.tokens
        self._effects, self._words, self._lasting = data.effects, data.words, data.echoes.lasting

    def pairs(self, told: Sequence[Told]) -> Iterator[Pair]:
        """Give the ids of any two reports of a sentence that tell one event, the one told first before the other."""
        ordered = sorted(told, key=lambda one: one[0].i)
        for place, first in enumerate(ordered):
            for second in ordered[place + 1 :]:
                if can_be_one(first[2], second[2]) and self._is_one(first, second):
                    yield first[2].id, second[2].id

    def _is_one(self, a: Told, b: Told) -> bool:
        if self._is_joined(a[0].i, b[0].i) and self._is_one_course(a, b):
            return True
        is_of = any(self._is_outcome(outcome) and self._is_of(outcome, deed) for outcome, deed in ((a, b), (b, a)))
        return (
            is_of
            or self._is_blast(a, b)
            or self._is_opening(a, b)
            or self._is_of_one_victim(a, b)
            or self._is_one_count(a, b)
        )

    def _is_blast(self, a: Told, b: Told) -> bool:
        """Say whether a verb only tells that a deed named by its subject took place: "a car bomb exploded"."""
        is_told = a[0].frame.is_noun and self._tree.is_verbal(b[0].i) and a[2].mode == b[2].mode != ""
        return is_told and self._tree.surface_subject(b[0].i) == a[0].i

    def _is_opening(self, a: Told, b: Told) -> bool:
        """Say whether a deed is told again as what it begins: "attacked the palace, starting a broad offensive"."""
        noun = self._tokens[b[0].i]
        opening = self._tokens[noun.head]
        is_aside = opening.dep == "advcl" and opening.tag == "VBG" and opening.head == a[0].i
        return noun.dep == "dobj" and is_aside and opening.lemma in self._words.opening and self._is_deed(a)

    def _outcome(self, hit: Hit) -> frozenset[str]:
        """Give what became of people by the words of a hit: killed, injured."""
        found: set[str] = set()
        for i in (hit.i, *hit.parts):
            token = self._tokens[i]
            for words in (self._effects.verbs, self._effects.deaths, self._effects.nouns):
                found.update(words.get(token.lemma, ()))
            found.update(self._effects.states.get(token.text.lower(), ()))
        return frozenset(found & OUTCOMES)

    def _is_outcome(self, told: Told) -> bool:
        return told[2].mode in _LOOSE_MODES and bool(self._outcome(told[0]))

    def _is_deed(self, told: Told) -> bool:
        """Say whether what was done is told, no mere outcome: by its means, or as an attack."""
        mode = told[2].mode
        return is_means(mode) or (not mode and not self._outcome(told[0]))

    def _is_joined(self, i: int, j: int) -> bool:
        """Say whether the verb j is joined to the verb i before it by "and", "or" or a comma."""
        if not (self._tree.is_verbal(i) and self._tree.is_verbal(j)):
            return False
        while self._tokens[j].dep in _JOINED and j != i:
            j = self._tokens[j].head
        return i == j

    def _is_one_course(self, a: Told, b: Told) -> bool:
        """Say whether the second of two joined verbs only goes on with what the first tells."""
        i = b[0].i
        if not self._is_one_town(a, b):
            return False
        if b[2].type == "PROTEST":
            return a[2].mode == b[2].mode and not self._own_subject(i)
        if self._is_outcome(b):
            if self._is_outcome(a):
                return self._is_one_doer(a, b)
            is_plain = not self._own_subject(i) or (self._is_undergone(i) and bool(a[2].mode))
            return self._is_deed(a) and is_plain and not list(self._deeds_within(i)) and not self._has_own_cause(i)
        is_more = b[2].mode == _DESTROY and not self._own_subject(i)
        return is_more and (self._is_outcome(a) or self._is_deed(a))

    def _has_own_cause(self, i: int) -> bool:
        """Say whether a clause tells what somebody died of: "and ten died when a shell fell on a clinic"."""
        clauses = [clause for clause in self._tree.kids(i, "advcl") if self._own_subject(clause)]
        return any(self._tokens[k].lemma == "when" for clause in clauses for k in self._tree.kids(clause, "advmod"))

    def _is_one_doer(self, a: Told, b: Told) -> bool:
        """Say whether two outcomes are of two kinds, and are not told to be of two doers or in two deeds."""
        doers = [self._tree.kids(told[0].i, "agent") for told in (a, b)]
        deeds = [list(self._deeds_within(told[0].i)) for told in (a, b)]
        return not (self._outcome(a[0]) & self._outcome(b[0])) and not all(doers) and not all(deeds)

    def _is_one_count(self, a: Told, b: Told) -> bool:
        """Say whether dead and injured are counted in one breath, however they are read to hang together."""
        if not (self._is_outcome(a) and self._is_outcome(b) and self._is_one_doer(a, b) and self._is_one_town(a, b)):
            return False
        is_counted = self._tokens[b[0].i].tag == "VBN"
        return is_counted and bool(a[2].tolls and b[2].tolls) and not are_set_apart(a[2], b[2])

    def _is_one_town(self, a: Told, b: Told) -> bool:
        """Say whether two verbs have no places of their own by two names."""
        one, other = (self._towns(told[0].i) for told in (a, b))
        return not one or not other or one == other

    def _towns(self, i: int) -> frozenset[str]:
        """Give the names that a verb's own words of place give, those of its object included."""
        near = [i, *self._tree.kids(i, "dobj", "nsubjpass")]
        found = (
            governed for place in near for prep, governed in self._tree.preps(place) if prep in self._words.placing
        )
        return frozenset(
            self._tokens[k].text for k in found if self._tokens[k].pos == "PROPN" and not self._tree.is_time(k)
        )

    def _own_subject(self, i: int) -> list[int]:
        return self._tree.kids(i, "nsubj", "nsubjpass")

    def _is_undergone(self, i: int) -> bool:
        """Say whether nobody is told to do what verb i tells: "ten were killed", "ten died"."""
        is_death = self._tokens[i].lemma in self._effects.deaths
        return is_death or (self._tree.is_passive(i) and not self._tree.kids(i, "agent"))

    def _is_of(self, outcome: Told, deed: Told) -> bool:
        """Say whether an outcome is told of a deed: its doer, its "when", its "in", or a clause that hangs on it."""
        if not self._is_deed(deed):
            return False
        i, j = outcome[0].i, deed[0].i
        if self._tree.is_verbal(j):
            is_clause = self._tokens[j].dep == "advcl" and self._tokens[j].head == i
            return (is_clause and self._is_at_once(j)) or j in self._hung_on(i)
        if self._is_pointing(j) and outcome[2].tolls and outcome[2].tolls == deed[2].tolls:
            return True
        is_doer = self._tree.is_verbal(i) and j in (self._tree.agent(i), self._tree.surface_subject(i))
        return is_doer or j in self._deeds_within(i) or j in self._hung_on(i)

    def _is_at_once(self, j: int) -> bool:
        """Say whether a clause tells when something was done, as a deed and no course of things."""
        is_course = self._tokens[j].tag == "VBG"
        return not is_course and any(self._tokens[k].lemma in self._words.at_once for k in self._tree.kids(j, "advmod"))

    def _deeds_within(self, i: int) -> Iterator[int]:
        """Give the deeds in which verb i was done: "killed ten in the attack", "died in clashes"; no whole war."""
        places = [i, *self._tree.kids(i, "dobj", "nsubj", "nsubjpass", "agent")]
        for place in places:
            for prep, governed in self._tree.preps(place):
                if prep in self._words.in_deed and self._matcher.find(governed) and not self._is_backdrop(governed):
                    yield governed

    def _is_backdrop(self, i: int) -> bool:
        return self._tokens[i].lemma in self._lasting and self._is_definite(i)

    def _is_definite(self, i: int) -> bool:
        return any(self._tokens[k].lemma in self._words.definite for k in self._tree.kids(i, "det"))

    def _is_pointing(self, j: int) -> bool:
        """Say whether a noun points back within its sentence: "searched for those behind the attack"."""
        governor = self._tokens[self._tokens[j].head]
        return governor.lemma in self._words.inner and self._tokens[j].dep == "pobj" and self._is_definite(j)

    def _hung_on(self, i: int) -> Iterator[int]:
        """Give what a verb's clause hangs on and speaks of: "a strike which killed", "in which ten died"."""
        while self._tokens[i].dep == "conj":
            i = self._tokens[i].head
        token = self._tokens[i]
        near = [governed for prep, governed in self._tree.preps(i) if prep in self._words.in_deed]
        near += self._own_subject(i)
        if token.dep in ("relcl", "advcl") and any(self._tokens[k].tag in ("WDT", "WP") for k in near):
            yield token.head
        while token.dep in ("acl", "pobj", "prep") and self._tree.direct_object(i) is not None:
            token = self._tokens[token.head]  # "an explosion at a depot near X, where people had queued, killed ten"
            yield token.i

    def _is_of_one_victim(self, a: Told, b: Told) -> bool:
        """Say whether the second tells once more how those of the first died: "the death of two, killed by"."""
        i, token = b[0].i, self._tokens[b[0].i]
        is_same = self._outcome(a[0]) & self._outcome(b[0]) and {x.actor for x in a[2].recipients} == {
            x.actor for x in b[2].recipients
        }
        if not is_same or token.dep not in _CLAUSES or not self._tree.is_passive(i):
            return False
        return token.head in a[1].recipients or self._tokens[token.head].head == a[0].i


def can_be_one(a: Report, b: Report) -> bool:
    """Say whether nothing sets two reports of a sentence apart: kind, status, day, place, who did it, how many."""
    if a.type != b.type or a.under or b.under or a.retells == b.id:
        return False
    if a.status is not b.status and not {a.status, b.status} <= HAPPENED:
        return False
    doers, others = ({one.actor for one in report.actors} for report in (a, b))
    is_count_one = all(a.tolls[effect] == b.tolls[effect] for effect in a.tolls.keys() & b.tolls.keys())
    is_doer_one = not doers or not others or bool(doers & others)
    is_place_one = not a.place or not b.place or _is_one_place(a.place.place, b.place.place)
    return is_count_one and is_doer_one and is_place_one and overlaps(a.when, b.when)


def _is_one_place(a: Place, b: Place) -> bool:
    return a.id == b.id or (a.country == b.country and bool({a.kind, b.kind} & WIDE_PLACES.keys()))


def tied(reports: Sequence[Report], pairs: Iterable[Pair]) -> tuple[Report, ...]:
    """Give the reports, those that tell one event by two words tied to the one of them that is told first."""
    by_id = {report.id: report for report in reports}
    groups = {report.id: [report.id] for report in reports}
    echoed = [(report.retells, report.id) for report in reports if report.retells in by_id]
    for first, second in (*echoed, *pairs):
        one, other = groups[first], groups[second]
        is_echo = by_id[second].retells == first
        if one is not other and (is_echo or all(can_be_one(by_id[x], by_id[y]) for x in one for y in other)):
            one += other
            groups |= dict.fromkeys(other, one)
    firsts = {name: min(group, key=lambda one: by_id[one].trigger_start) for name, group in groups.items()}
    return tuple(
        report if firsts[report.id] == report.id else replace(report, retells=firsts[report.id]) for report in reports
    )
