"""Tells apart what one verb may tell, by who did it: "police captured the leader", "guerrillas bombed the bank"."""

from collections.abc import Mapping
from dataclasses import replace

from graph.model import Actor, Kind, Report
from ingest.actors.kinds import ARMED
from ingest.events.frames import Frame

_LAWFUL = frozenset((Kind.POLICE, Kind.COURT, Kind.INTELLIGENCE))
_FROM, _TO = "abducted", "detained"


def as_arrest(report: Report, lemma: str, by_id: Mapping[str, Actor], capturing: frozenset[str]) -> Report:
    """Give what police or a court capture as their arrest, its id as it was; any other report as it is.

    lemma: of the word that tells it; capturing: those that may tell either.
    """
    kinds = {by_id[one.actor].kind for one in report.actors}
    is_of_one = any(by_id[one.actor].kind == Kind.PERSON for one in report.recipients)
    is_taken = report.mode == "abduct" or (report.type == "ASSAULT" and not report.mode and is_of_one)
    if not is_taken or lemma not in capturing or not kinds or not kinds <= _LAWFUL:
        return report
    tolls = {_TO if effect == _FROM else effect: toll for effect, toll in report.tolls.items()}
    victims = tuple(replace(one, effect=_TO if one.effect == _FROM else one.effect) for one in report.victims)
    return replace(report, type="COERCE", mode="arrest", cameo="173", tolls=tolls, victims=victims)


def as_search(report: Report, frame: Frame, by_id: Mapping[str, Actor], searching: frozenset[str]) -> Report:
    """Give what police or a court raid as their search, its id as it was; any other report as it is.

    searching: words that may tell a search or an attack. Who is killed was attacked.
    """
    kinds = {by_id[one.actor].kind for one in report.actors}
    is_told = not searching.isdisjoint((frame.head, *frame.rest))
    is_search = is_told and report.type == "ASSAULT" and not report.mode
    if not is_search or not kinds or not kinds <= _LAWFUL or "killed" in report.tolls:
        return report
    return replace(report, type="COERCE", mode="seize", cameo="171", perpetrators=(), weapon="")


def as_bomb(
    report: Report, lemma: str, by_id: Mapping[str, Actor], bombing: frozenset[str], aircraft: frozenset[str]
) -> Report:
    """Give what fighters bomb as done with explosives, unless the sentence has aircraft; any other report as it is.

    bombing: words that may tell either.
    """
    kinds = {by_id[one.actor].kind for one in report.actors}
    flies = any(word.strip(".,;:") in aircraft for word in report.quote.lower().split())
    if report.mode != "aerial" or lemma not in bombing or not kinds or not kinds <= ARMED or flies:
        return report
    return replace(report, mode="explosives", cameo="183")
