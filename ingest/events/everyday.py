"""Tells what people and bodies of private life do every day, and what is done with them, from politics."""

from datetime import date

from graph.model import Kind, Report
from ingest.actors.kinds import STATE_BODIES
from ingest.events.bygones import Bygones
from ingest.events.felonies import Felonies
from ingest.events.figures import Figures
from ingest.events.selection import LEGAL, Draft
from ingest.events.standing import Standing, is_private
from ingest.events.tree import Tree

# What firms, clubs and private people do every day: it takes more than the word for it to be public.
EVERYDAY = frozenset(
    ("ACCUSE", "AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
)
_SEIZURE = ("COERCE", "seize")
# They ban phones, stop work, stay away, give back cloaks and search firms as well.
_MODES = frozenset(
    (
        ("COERCE", "restrict"),
        ("SANCTION", "discontinue"),
        ("PROTEST", "boycott"),
        ("RETREAT", ""),
        ("RETREAT", "withdraw"),
        ("RETREAT", "resign"),
        ("COERCE", ""),
        _SEIZURE,
    )
)
_CYBER = ("COERCE", "cyber")
_OF_WORK = frozenset(("REQUEST", "THREATEN", "CONCEDE", "REJECT"))
_FIRMS = frozenset((Kind.COMPANY, Kind.ORGANISATION))
_OFFENCES = frozenset(("crime", "civil"))  # domains


class Everyday:
    """Knows what one document tells of private life."""

    def __init__(self, tree: Tree, standing: Standing, day: date | None) -> None:
        """Take the tree of the document, who in it has a part in public life, and its day."""
        self._tree, self._standing = tree, standing
        self._topic, self._actors = standing.topic, standing.actors
        self._bygones, self._figures = Bygones(tree, standing, day), Figures(tree, standing)
        self._felonies = Felonies(tree, standing)

    def is_everyday(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether the report of a draft in the sentence of tokens first to last (excluded) is of private life.

        It is where people or bodies told by a trade do among themselves what is done every day, where somebody near to
        the people deals with them, where a court or the police deal with one of them, where a sight is visited or a
        feast kept, and where it lies so far back that only a life or a relic is told by it.
        """
        if draft.owner is not None or (self._topic.is_steeped and self._topic.is_text):
            return False
        if report.type in LEGAL and self._standing.has_word(first, last, self._standing.words.grave):
            return False
        if self.speaks(draft, first, last):
            return False
        return (
            self._is_visit(report, draft)
            or self._is_feast(report, draft, first, last)
            or self._is_of_crime(report, draft, first, last)
            or self._is_of_goods(report, draft)
            or self._is_among(report, draft, first, last)
        )

    def is_harmless(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether a deed is long past, or violence played or a common crime among private people."""
        span = (report, draft, first, last)
        if self._bygones.tells(*span):
            return True
        if draft.owner is not None:
            return False
        return self._figures.is_played(*span) or self._felonies.tells(*span)

    def speaks(self, draft: Draft, first: int, last: int) -> bool:
        """Say whether tokens first to last (excluded) speak of conflict or politics, but for a draft's own words."""
        roles = draft.roles
        own = {draft.hit.i, *draft.hit.parts, *roles.actors, *filter(self._standing.is_private, roles.recipients)}
        return self._standing.speaks(first, last, own)

    def is_of_work(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether those whose work concerns all quarrel over it with no firm: "nurses demanded their wages"."""
        words, standing = self._standing.words, self._standing
        heads = draft.roles.actors
        near = [one for head in heads for one in (head, *self._tree.children[head])]
        near += [
            one for head in heads for prep, one in self._tree.preps(head) if prep == "of"
        ]  # "thousands of farmers"
        if report.type not in _OF_WORK or not any(self._tree.tokens[i].lemma in words.strikers for i in near):
            return False
        at = [one for head in heads for prep, one in self._tree.preps(head) if prep in ("at", "of")]
        named = [self._actors.by_head[i].actor for i in at if i in self._actors.by_head]
        named += [one.actor for one in report.recipients]
        is_firm = any(self._actors.by_id[one].kind in _FIRMS for one in named)  # "workers at Renault", "asked Boeing"
        is_private = is_firm or standing.has_word(first, last, words.employers)
        return not is_private and standing.has_word(first, last, words.stoppages)

    def _is_among(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether nobody of public life does what is done every day, or only somebody near to the people."""
        hit, actors, recipients, standing = draft.hit, draft.roles.actors, draft.roles.recipients, self._standing
        told = (report.type, report.mode)
        is_figure = self._figures.is_borrowed(report, draft)
        is_done = told in _MODES and bool(actors)
        if not (is_figure or is_done or told == _CYBER or report.type in EVERYDAY):
            return False
        if not standing.words.freeing.isdisjoint(hit.frame.rest) or not all(map(standing.is_no_party, recipients)):
            return False
        is_visit = self._tree.tokens[hit.i].lemma in standing.words.visiting
        if is_visit and not all(map(standing.is_of_people, actors)):
            return False
        private = list(map(standing.is_private, (*actors, *recipients)))
        if told == _CYBER:
            is_at_firm = any(map(standing.is_private, recipients)) or (not recipients and not self._topic.has_public)
            is_so = is_at_firm and all(map(self._is_of_no_nation, actors)) and standing.is_of_everyday(first, last)
        elif is_figure:
            is_so = self._figures.tells(report, draft, first, last)
        elif told == _SEIZURE:
            is_so = self._is_of_neighbours(actors, recipients, first, last)
        elif not any(private) and all(map(standing.is_no_party, actors)):
            is_so = not (self._topic.has_public or standing.names_party(first, last))
            is_so = is_so and standing.is_of_everyday(first, last)
        elif all(map(standing.is_no_party, actors)):
            is_so = any(private) and (bool(actors) or report.type != "THREATEN")
        else:
            is_so = self._is_of_neighbours(actors, recipients, first, last)
        return is_so and self._is_nobody_else(report, draft)

    def _is_of_neighbours(self, actors: tuple[int, ...], recipients: tuple[int, ...], first: int, last: int) -> bool:
        """Say whether those who act are near to the people, and deal with them or with what is theirs."""
        standing = self._standing
        if all(map(standing.is_municipal, actors)) and not self._topic.has_politics:
            return True
        is_of_things = not any(head in self._actors.by_head for head in recipients)
        is_with = any(map(standing.is_private, recipients)) or (
            is_of_things and standing.is_of_everyday(first, last) and not self._topic.has_politics
        )
        return all(map(standing.is_local, actors)) and is_with

    def _is_nobody_else(self, report: Report, draft: Draft) -> bool:
        """Say whether all whom a report names are private or named within a phrase that is: "Irish vets"."""
        by_id, standing = self._actors.by_id, self._standing
        heads = (*draft.roles.actors, *draft.roles.recipients)
        within = standing.phrases(heads)
        return all(
            is_private(by_id[one.actor])
            or one.actor in standing.private_ids
            or standing.inside(one.start, one.end, within)
            for one in report.recipients
        )

    def _is_of_no_nation(self, head: int) -> bool:
        return not any(self._tree.tokens[c].entity in ("GPE", "NORP") for c in self._tree.children[head])

    def _is_visit(self, report: Report, draft: Draft) -> bool:
        """Say whether something is visited for itself by somebody of no state: "the prince visited a bakery"."""
        if report.type != "CONSULT" or self._tree.tokens[draft.hit.i].lemma not in self._standing.words.visiting:
            return False
        seen, standing = self._tree.kids(draft.hit.i, "dobj"), self._standing
        is_sight = any(self._tree.tokens[one].lemma in standing.words.sights for one in seen)
        return is_sight and bool(draft.roles.actors) and all(map(standing.is_of_people, draft.roles.actors))

    def _is_feast(self, report: Report, draft: Draft, first: int, last: int) -> bool:
        """Say whether a march keeps a feast and asks for nothing: "marched through town on the feast of St John"."""
        words, standing, rest = self._standing.words, self._standing, draft.hit.frame.rest
        if report.type == "SUPPORT" and "wreath" in rest:
            return not report.recipients and all(self._is_of_no_state(one.actor) for one in report.actors)
        if report.type != "PROTEST" or report.mode != "demo":
            return False
        if "vigil" in rest:
            return (
                bool(draft.roles.actors) and all(map(self._mourns, draft.roles.actors)) and not self._topic.has_politics
            )
        if standing.has_word(first, last, words.grievances):
            return False
        return standing.has_word(first, last, words.festive) and not self._topic.has_politics

    def _mourns(self, head: int) -> bool:
        """Say whether a head is those who know somebody private: "friends of the murdered teacher"."""
        of = [whom for prep, whom in self._tree.preps(head) if prep == "of"]
        is_known = self._tree.tokens[head].lemma in self._standing.words.mourners
        return is_known and all(map(self._standing.is_private, of))

    def _is_of_no_state(self, actor: str) -> bool:
        party = self._actors.by_id[actor]
        return is_private(party) or party.kind not in STATE_BODIES - {Kind.MILITARY}

    def _is_of_crime(self, report: Report, draft: Draft, *span: int) -> bool:
        """Say whether a court or the police deal with one of private life for a common crime: "fined for littering"."""
        roles, standing = draft.roles, self._standing
        if report.type not in LEGAL or not roles.recipients or report.speaker:
            return False
        if not self._is_of_offence(draft, *span):
            return False
        parties = [self._actors.by_id[one.actor] for one in report.actors]
        is_of_law = all(party.kind in (Kind.COURT, Kind.POLICE) for party in parties) and all(
            map(self._is_of_no_nation, roles.recipients)
        )
        return is_of_law and all(map(standing.is_private, roles.recipients))

    def _is_of_goods(self, report: Report, draft: Draft) -> bool:
        """Say whether police or customs take what is smuggled: "seized two tonnes of cocaine"."""
        roles = draft.roles
        if (report.type, report.mode) != _SEIZURE or report.recipients or self._topic.has_politics:
            return False
        parties = [self._actors.by_id[one.actor] for one in report.actors]
        taken = {i for head in roles.recipients for i in self._tree.subtree(head)}
        is_smuggled = any(self._tree.tokens[i].lemma in self._standing.words.contraband for i in taken)
        return is_smuggled and all(party.kind is Kind.POLICE for party in parties)

    def _is_of_offence(self, draft: Draft, first: int, last: int) -> bool:
        """Say whether tokens first to last (excluded) speak of a common crime, and of no faith or nation."""
        words, standing = self._standing.words, self._standing
        own = {c for head in draft.roles.actors for c in self._tree.children[head]}  # "a Kenyan court"
        if any(one.entity == "NORP" and one.i not in own for one in self._tree.tokens[first:last]):
            return False
        if draft.hit.frame.type == "RETREAT" and standing.has_word(first, last, words.trials):
            return True
        spoken = self._topic.domains_of(first, last, frozenset((*draft.roles.actors, *draft.roles.recipients)))
        return not spoken.isdisjoint(_OFFENCES) or standing.has_word(first, last, words.offences)
