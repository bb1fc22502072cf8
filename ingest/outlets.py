"""Keeps news outlets apart from actors: who only reports what happened had no part in it."""

from dataclasses import replace

from graph.model import Argument, Kind, Report
from ingest.document import Actors

MEDIA = Kind.MEDIA


def without_outlets(actors: Actors, reports: tuple[Report, ...]) -> tuple[Actors, tuple[Report, ...]]:
    """Give actors and reports without the outlets that no report names as actor or recipient.

    An outlet something is done to, such as a bombed station, stays.
    """
    taking_part = {one.actor for report in reports for one in (*report.actors, *report.recipients, *report.mediators)}
    gone = {key for key, actor in actors.by_id.items() if actor.kind == MEDIA and key not in taking_part}
    if not gone:
        return actors, reports
    kept = Actors(
        {key: actor for key, actor in actors.by_id.items() if key not in gone},
        tuple(mention for mention in actors.mentions if mention.actor not in gone),
        {head: mention for head, mention in actors.by_head.items() if mention.actor not in gone},
    )
    return kept, tuple(replace(report, speaker=_unless(report.speaker, gone)) for report in reports)


def _unless(argument: Argument | None, gone: set[str]) -> Argument | None:
    return None if argument is None or argument.actor in gone else argument
