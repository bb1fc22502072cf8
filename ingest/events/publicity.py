"""Tells what parties without a part in public life do among themselves, which is no event of conflict or politics."""

from collections.abc import Mapping, Sequence

from graph.model import Actor, Kind, Report
from ingest.events.domains import COURT, DOUBTFUL, NAME, PLACE, PUBLIC
from ingest.events.everyday import EVERYDAY, Everyday
from ingest.events.selection import Draft
from ingest.events.standing import is_private
from ingest.events.topic import Topic

_TRADE = frozenset((Kind.COMPANY, Kind.MEDIA))
_OF_TRADE, _SPORT = "BUS", "sport"
_SPEAKING = frozenset((PUBLIC, DOUBTFUL, NAME, PLACE))
_POLITICS, _PUBLIC, _NAMES = frozenset((PUBLIC,)), frozenset((PUBLIC, COURT)), frozenset((NAME, PLACE))


class Publicity:
    """Knows the parties of one document and what its sentences speak of."""

    def __init__(self, topic: Topic, everyday: Everyday, by_id: Mapping[str, Actor], havens: frozenset[str]) -> None:
        """Take the topic of the document, what is everyday in it, its actors by id, and nouns for shelter."""
        self._topic, self._everyday, self._by_id, self._havens = topic, everyday, by_id, havens

    def is_private(self, report: Report, draft: Draft, drafts: Sequence[Draft], first: int, last: int) -> bool:
        """Say whether the report of one of the drafts of tokens first to last (excluded) is no public matter.

        It is none between firms alone, between clubs or private people where nothing else in the sentence speaks of
        public life, nor an everyday deed of nobody in particular, nor shelter sought of none. Harm done to people is
        told unless it is common crime.
        """
        if report.type == "REQUEST" and not report.recipients and not self._havens.isdisjoint(draft.hit.frame.rest):
            return True
        if self._everyday.is_harmless(report, draft, first, last):
            return True
        if report.tolls or report.mediators or self._everyday.is_of_work(report, draft, first, last):
            return False
        contents = [other.hit.frame.type for other in drafts if other.owner == draft.hit.i]
        if report.type == "THREATEN" and "ASSAULT" in contents:
            return False
        if self._everyday.is_everyday(report, draft, first, last):
            return True
        hit, is_trade = draft.hit, any(map(self._topic.is_of_trade, draft.roles.actors))
        actors = () if is_trade else report.actors  # "the German drug maker" is not Germany
        is_within = is_trade and all(map(self._topic.is_of_trade, draft.roles.recipients))  # "to buy a Danish rival"
        recipients = () if is_within else report.recipients
        told = (*actors, *recipients, *((report.speaker,) if report.speaker else ()))
        parties = [self._by_id[argument.actor] for argument in told]
        spoken = self._topic.domains_of(first, last, frozenset(() if hit.frame.is_noun else (hit.i,)))
        if self._is_of_civil_court(report, parties) and not self._everyday.speaks(draft, first, last):
            return True
        is_stately = DOUBTFUL in spoken and not spoken.isdisjoint(_NAMES)  # "the U.S. authorities"
        public = _PUBLIC if report.type not in EVERYDAY or self._topic.has_politics else _POLITICS
        if is_stately or not spoken.isdisjoint(public) or not all(map(is_private, parties)):
            return False
        if is_trade or any(party.kind in _TRADE or party.sector == _OF_TRADE for party in parties):
            return report.type != "ASSAULT" or bool(report.actors)  # a firm's plane that is fired at is no business
        if self._topic.is_steeped or any(argument.text.isupper() for argument in told):
            return False
        is_of_club = any(party.kind is Kind.ORGANISATION for party in parties)
        is_metaphor = is_of_club and not hit.frame.is_noun and (DOUBTFUL not in spoken or _SPORT in spoken)
        is_everyday = report.type in EVERYDAY and (bool(parties) or not self._topic.has_politics)
        speaking = _SPEAKING if parties or self._topic.has_politics else _SPEAKING - {PLACE}
        return is_metaphor or (is_everyday and spoken.isdisjoint(speaking))

    def _is_of_civil_court(self, report: Report, parties: list[Actor]) -> bool:
        """Say whether a court tells private people what to do: "a judge ordered the landlord to repay the deposits"."""
        others = [party for party in parties if party.kind is not Kind.COURT]
        is_of_court = len(others) < len(parties) and report.type in EVERYDAY
        return is_of_court and bool(others) and all(map(is_private, others))
