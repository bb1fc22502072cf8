"""Tells what people and bodies of private life do every day, and what is done with them, from politics."""

from datetime import date

from graph.model import Kind, Report
from ingest.events.selection import LEGAL, Draft
from ingest.events.standing import Standing, is_private
from ingest.events.tree import Tree

# What firms, clubs and private people do every day: it takes more than the word for it to be public.
EVERYDAY = frozenset(
    ("ACCUSE", "AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
)
_MODES = frozenset((("COERCE", "restrict"), ("SANCTION", "discontinue")))  # they ban phones and stop work as well
_CYBER = ("COERCE", "cyber")
_OF_WORK = frozenset(("REQUEST", "THREATEN", "CONCEDE", "REJECT"))
_VISITS = frozenset(("visit", "tour"))
_OFFENCES = frozenset(("crime", "civil"))  # domains
_LONG_AGO = 50  # years


class Everyday:
    """Knows what one document tells of private life."""

    def __init__(self, tree: Tree, standing: Standing, day: date | None) -> None:
        """Take the tree of the document, who in it has a part in public life, and its day."""
        self._tree, self._standing, self._day = tree, standing, day
        self._topic, self._actors = standing.topic, standing.actors

    def is_everyday(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether the report of a draft in the sentence of tokens first to last (excluded) is of private life.

        It is where people or bodies told by a trade do among themselves what is done every day, where somebody near to
        the people deals with them, where a court or the police deal with one of them, where a sight is visited or a
        feast kept, and where it lies so far back that only a life or a relic is told by it.
        """
        if self._is_of_old(report, draft):
            return True
        if draft.owner is not None or self._topic.is_steeped:
            return False
        if report.type in LEGAL and self._standing.has_word(first, last, self._standing.words.grave):
            return False
        roles = draft.roles
        own = {draft.hit.i, *draft.hit.parts, *roles.actors, *filter(self._standing.is_private, roles.recipients)}
        if self._standing.speaks(first, last, own):
            return False
        return (
            self._is_visit(report, draft)
            or self._is_feast(report, draft, first, last)
            or self._is_of_crime(report, draft, first, last)
            or self._is_among(report, draft, first, last)
        )

    def is_of_work(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether those whose work concerns all quarrel over it with no firm: "nurses demanded their wages"."""
        words, standing = self._standing.words, self._standing
        near = [one for head in draft.roles.actors for one in (head, *self._tree.children[head])]
        if report.type not in _OF_WORK or not any(self._tree.tokens[i].lemma in words.strikers for i in near):
            return False
        is_private = standing.has_word(first, last, words.employers)
        return not is_private and standing.has_word(first, last, words.stoppages)

    def _is_among(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether nobody of public life does what is done every day, or only somebody near to the people."""
        hit, actors, recipients, standing = draft.hit, draft.roles.actors, draft.roles.recipients, self._standing
        told = (report.type, report.mode)
        is_figure = report.type == "ASSAULT" and self._tree.tokens[hit.i].lemma in standing.words.borrowed
        is_done = told in _MODES and bool(actors)
        if not (is_figure or is_done or told == _CYBER or report.type in EVERYDAY):
            return False
        if not standing.words.freeing.isdisjoint(hit.frame.rest) or not all(map(standing.is_no_party, recipients)):
            return False
        if self._tree.tokens[hit.i].lemma in _VISITS and not all(map(standing.is_of_people, actors)):
            return False
        private = list(map(standing.is_private, (*actors, *recipients)))
        if told == _CYBER:
            is_at_firm = any(map(standing.is_private, recipients)) or (not recipients and not self._topic.has_public)
            is_so = is_at_firm and all(map(self._is_of_no_nation, actors)) and standing.is_of_everyday(first, last)
        elif is_figure and not actors and hit.frame.is_noun:
            is_bare = not (report.mode or report.tolls or report.weapon or self._topic.has_politics)
            is_bare = is_bare and not standing.names_party(first, last)
            is_so = is_bare and standing.is_of_everyday(first, last)
        elif is_figure:
            is_so = any(map(standing.is_private, actors)) and all(map(standing.is_no_party, actors))
            is_so = is_so and not self._is_blow(hit.i, recipients, first, last)
        elif not private:
            is_so = not self._topic.has_public and standing.is_of_everyday(first, last)
        elif all(map(standing.is_no_party, actors)):
            is_so = any(private) and (bool(actors) or report.type != "THREATEN")
        else:
            is_so = self._is_of_neighbours(actors, recipients, first, last)
        return is_so and self._is_nobody_else(report, draft)

    def _is_blow(self, i: int, recipients: tuple[int, ...], first: int, last: int) -> bool:
        """Say whether violence may be meant: it is against somebody or something to touch, or of nations and places."""
        tokens, words = self._tree.tokens, self._standing.words
        struck = [tokens[one].lemma for one in self._tree.kids(i, "dobj", "nsubjpass")]
        is_of_place = any(one.entity in ("GPE", "NORP", "LOC", "FAC") for one in tokens[first:last])
        return bool(recipients) or is_of_place or any(one in words.sights for one in struck)

    def _is_of_neighbours(self, actors: tuple[int, ...], recipients: tuple[int, ...], first: int, last: int) -> bool:
        """Say whether those who act are near to the people, and deal with them or with what is theirs."""
        standing = self._standing
        if all(map(standing.is_municipal, actors)) and not self._topic.has_politics:
            return True
        is_with = any(map(standing.is_private, recipients)) or (
            not recipients and standing.is_of_everyday(first, last) and not self._topic.has_politics
        )
        return all(map(standing.is_local, actors)) and is_with

    def _is_nobody_else(self, report: Report, draft: Draft) -> bool:
        """Say whether all whom a report names are private or named within a phrase that is: "Irish vets"."""
        by_id, standing = self._actors.by_id, self._standing
        heads = (*draft.roles.actors, *draft.roles.recipients)
        within = standing.phrases(heads)
        return all(
            is_private(by_id[one.actor]) or standing.inside(one.start, one.end, within) for one in report.recipients
        )

    def _is_of_no_nation(self, head: int) -> bool:
        return not any(self._tree.tokens[c].entity in ("GPE", "NORP") for c in self._tree.children[head])

    def _is_visit(self, report: Report, draft: Draft) -> bool:
        """Say whether something is visited for itself by somebody of no state: "the prince visited a bakery"."""
        if report.type != "CONSULT" or self._tree.tokens[draft.hit.i].lemma not in _VISITS:
            return False
        seen, standing = self._tree.kids(draft.hit.i, "dobj"), self._standing
        is_sight = any(self._tree.tokens[one].lemma in standing.words.sights for one in seen)
        return is_sight and bool(draft.roles.actors) and all(map(standing.is_of_people, draft.roles.actors))

    def _is_feast(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether a march keeps a feast and asks for nothing: "marched through town on the feast of St John"."""
        words, standing = self._standing.words, self._standing
        if report.type != "PROTEST" or report.mode != "demo" or standing.has_word(first, last, words.grievances):
            return False
        return standing.has_word(first, last, words.festive) and not self._topic.has_politics

    def _is_of_crime(self, report: Report, draft: Draft, *span: int) -> bool:
        """Say whether a court or the police deal with one of private life for a common crime: "fined for littering"."""
        roles, standing = draft.roles, self._standing
        if report.type not in LEGAL or not roles.recipients or report.speaker:
            return False
        if not self._is_of_offence(draft, *span):
            return False
        parties = [self._actors.by_id[one.actor] for one in report.actors]
        is_of_law = all(party.kind in (Kind.COURT, Kind.POLICE) for party in parties) and all(
            map(self._is_of_no_nation, (*roles.actors, *roles.recipients))
        )
        return is_of_law and all(map(standing.is_private, roles.recipients)) and bool(roles.actors)

    def _is_of_offence(self, draft: Draft, first: int, last: int) -> bool:
        """Say whether tokens first to last (excluded) speak of a common crime, and of no faith or nation."""
        words, standing = self._standing.words, self._standing
        if any(one.entity == "NORP" for one in self._tree.tokens[first:last]):
            return False
        spoken = self._topic.domains_of(first, last, frozenset((*draft.roles.actors, *draft.roles.recipients)))
        return not spoken.isdisjoint(_OFFENCES) or standing.has_word(first, last, words.offences)

    def _is_of_old(self, report: Report, draft: Draft) -> bool:
        """Say whether what lies long back is only told of a life or a relic: "bombed in 1945, was lit up"."""
        words, standing, tokens = self._standing.words, self._standing, self._tree.tokens
        joined = [tokens[draft.hit.i].head, *self._tree.kids(draft.hit.i, "conj")]
        is_verb = self._tree.is_verbal(draft.hit.i)
        if is_verb and any(tokens[one].lemma in words.living for one in joined):
            return not self._topic.has_politics
        when = report.when.last
        if when is None or self._day is None or self._day.year - when.year < _LONG_AGO:
            return False
        above = [tokens[one] for one in self._tree.climb(draft.hit.i) if one != draft.hit.i]
        if any(one.lemma in words.relics for one in above):
            return True
        return not self._topic.is_steeped and any(one.pos == "NOUN" and standing.is_folk(one.i) for one in above)
