"""Tells an arrest from an abduction where one verb may tell either: "police captured the gang's leader"."""

from collections.abc import Mapping
from dataclasses import replace

from graph.model import Actor, Kind, Report

_LAWFUL = frozenset((Kind.POLICE, Kind.COURT, Kind.INTELLIGENCE))
_FROM, _TO = "abducted", "detained"


def as_arrest(report: Report, lemma: str, by_id: Mapping[str, Actor], capturing: frozenset[str]) -> Report:
    """Give what police or a court capture as their arrest, its id as it was; any other report as it is.

    lemma: of the word that tells it; capturing: those that may tell either.
    """
    kinds = {by_id[one.actor].kind for one in report.actors}
    if report.mode != "abduct" or lemma not in capturing or not kinds or not kinds <= _LAWFUL:
        return report
    tolls = {_TO if effect == _FROM else effect: toll for effect, toll in report.tolls.items()}
    victims = tuple(replace(one, effect=_TO if one.effect == _FROM else one.effect) for one in report.victims)
    return replace(report, type="COERCE", mode="arrest", cameo="173", tolls=tolls, victims=victims)
