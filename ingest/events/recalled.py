"""Gives an event the parties told before, where its words only point back to them: "the delegation left".

Whom a delegation calls on, and who pays for aid and gets it, is told once; what comes of it later is told of "the
delegation" and "the funds".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.model import HAPPENED, Actor, Argument, Report, Status
from ingest.events.claims import sides
from ingest.events.tree import Tree
from ingest.events.words import EventWords

_REACH = 4  # sentences
_TALKS = frozenset(("CONSULT", "AGREE"))
_GIVEN = HAPPENED | {Status.HABITUAL}


def recalled(tree: Tree, reports: Sequence[Report], by_id: dict[str, Actor], words: EventWords) -> tuple[Report, ...]:
    """Give the reports of an article, those of known delegations and known aid with the parties told before."""
    reading = _Reading(tree, reports, by_id, words)
    found = {report.id: reading.read(report) for report in sorted(reports, key=lambda report: report.trigger_start)}
    return tuple(found[report.id] for report in reports)


class _Reading:
    """One article's reports, read in the order of its text."""

    def __init__(self, tree: Tree, reports: Sequence[Report], by_id: dict[str, Actor], words: EventWords) -> None:
        self._tree, self._by_id, self._words = tree, by_id, words
        starts = {token.start: token.i for token in tree.tokens}
        self._triggers = {report.id: starts[report.trigger_start] for report in reports}
        self._told: list[Report] = []

    def read(self, report: Report) -> Report:
        """Give a report with the parties it points back to; each is read once, in order."""
        if report.type in _TALKS and report.actors and not report.recipients:
            report = self._with_hosts(report)
        elif report.type == "AID" and not (report.actors or report.recipients):
            report = self._with_givers(report)
        self._told.append(report)
        return report

    def _near(self, report: Report) -> Iterator[Report]:
        """Give what was told shortly before, the nearest first."""
        document = self._tree.document
        number = document.sentence_at(self._triggers[report.id]).number
        for before in reversed(self._told):
            if number - document.sentence_at(self._triggers[before.id]).number > _REACH:
                return
            yield before

    def _is_known(self, places: Iterable[int | None], listed: frozenset[str]) -> bool:
        """Say whether one of some nouns is of a list and one known already."""
        tokens, definite = self._tree.tokens, self._words.definite
        return any(
            place is not None
            and tokens[place].lemma in listed
            and any(tokens[word].lemma in definite for word in self._tree.kids(place, "det"))
            for place in places
        )

    def _with_hosts(self, report: Report) -> Report:
        """Give whom a known delegation calls on: those its people were told to meet or to visit."""
        i, tree = self._triggers[report.id], self._tree
        parties = (tree.surface_subject(i), tree.direct_object(i)) if tree.is_verbal(i) else ()
        if not self._is_known(parties, self._words.envoys):
            return report
        own = self._sides(report.actors)
        for before in self._near(report):
            named = {one.actor: one for one in (*before.actors, *before.recipients)}
            hosts = tuple(one for one in named.values() if own.isdisjoint(sides(self._by_id[one.actor], self._by_id)))
            is_theirs = len(hosts) < len(named) and before.status is not Status.DENIED
            if before.type in _TALKS and is_theirs and hosts:
                return replace(report, recipients=hosts)
        return report

    def _sides(self, arguments: Iterable[Argument]) -> frozenset[str]:
        found = (sides(self._by_id[one.actor], self._by_id) for one in arguments)
        return frozenset(side for some in found for side in some)

    def _with_givers(self, report: Report) -> Report:
        """Give whose known aid it is and whom it goes to."""
        i, tree = self._triggers[report.id], self._tree
        things: list[int | None] = [governed for prep, governed in tree.preps(i) if prep == "of"]
        if tree.is_verbal(i):
            things += [tree.direct_object(i)]
        if not self._is_known(things, self._words.supplies):
            return report
        given = (one for one in self._near(report) if one.type == "AID" and one.status in _GIVEN and one.actors)
        before = next(given, None)
        return replace(report, actors=before.actors, recipients=before.recipients) if before else report
