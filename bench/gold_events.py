"""Maps what the event coder gives to the shapes of gold files of events."""

import hashlib
import itertools
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from bench.convention import labelled, read_convention
from graph.model import Argument, Article, Report, Role, Status
from ingest.document import Actors, Coded
from ingest.pipeline import Pipeline

# What did not happen, not now or not yet: a gold set without statuses labels what a text tells as done.
_NOT_DONE = frozenset((Status.DENIED, Status.HISTORICAL, Status.PLANNED, Status.CONDITIONAL, Status.HABITUAL))

# Types for which PLV names the place as source where nobody is told: "was arrested in Niger".
_HELD = frozenset(("COERCE", "ASSAULT", "RETREAT", "CONCEDE"))


def is_apart(item_id: str) -> bool:
    """Say whether a gold item belongs to the third that rules are never tuned on."""
    return int(hashlib.sha1(item_id.encode()).hexdigest(), 16) % 3 == 0


def code_rows(pipeline: Pipeline, rows: list[dict[str, Any]]) -> list[Coded]:
    """Code the texts of gold rows, in order, with their own date of publication where they have one."""
    articles = []
    for row in rows:
        day = row.get("docdate") or row.get("date")
        articles.append(Article(row["id"], "", row["text"], date.fromisoformat(day[:10]) if day else None))
    return [coded for _, coded in pipeline.code(articles)]


def sentence_record(item_id: str, coded: Coded, *, is_best: bool, convention: str = "") -> dict[str, Any]:
    """Give one line for a gold file of sentences: events with type, source and target texts.

    is_best: only the main event, the one the coder ranks first. convention: "plv" and "wikievents" translate
    what those sets label otherwise than the manual does, or not at all.
    """
    reports = list(_distinct(report for report in coded.reports if _is_told(report, convention)))
    reports = reports[:1] if is_best else [report for report in reports if report.status not in _NOT_DONE]
    events = [_event(report, coded.actors, convention) for report in reports if translated(report, convention)]
    return {"id": item_id, "events": events}


def _is_told(report: Report, convention: str) -> bool:
    """Say whether a set counts a report: not what another holds, but WikiEvents labels the deed in an accusation."""
    return not report.under or (convention == "wikievents" and report.status is Status.ACCUSED)


def _distinct(reports: Iterable[Report]) -> Iterator[Report]:
    """Give the first report of each trigger: coordinated days make one event of a sentence."""
    seen = set()
    for report in reports:
        if (report.trigger_start, report.type) not in seen:
            seen.add((report.trigger_start, report.type))
            yield report


def _event(report: Report, actors: Actors, convention: str) -> dict[str, Any]:
    sources = _texts(report, report.actors, Role.ACTOR, actors)
    targets = _texts(report, report.recipients, Role.RECIPIENT, actors)
    if report.actors and report.actors == report.recipients:
        sources, targets = sources[:1], sources[1:]
    if convention == "plv":
        mediators = _texts(report, report.mediators, Role.MEDIATOR, actors)
        if mediators and report.type == "CONSULT":
            sources, targets = mediators, sources + targets
        if not sources and targets and report.place and report.type in _HELD:
            sources = [{"text": report.place.text}]
        sources, targets = _one_span(sources), _one_span(targets)
    return {
        "plover": translated(report, convention),
        "mode": report.mode,
        "id": report.rule,
        "trigger": report.quote[report.trigger_start - report.start : report.trigger_end - report.start],
        "status": str(report.status),
        "source": sources,
        "target": targets,
    }


def translated(report: Report, convention: str) -> str:
    """Give the type as a gold set labels it, "" for what it has no type for.

    PLV has sanctions and embargoes under COERCE, convictions under ACCUSE, blockades and cyber attacks under ASSAULT.
    """
    if convention == "plv":
        if report.type == "SANCTION" and any(word in report.rule for word in ("sanction", "embargo")):
            return "COERCE"
        if report.type == "SANCTION" and report.mode == "convict":
            return "ACCUSE"
        if report.mode == "cyber" or (report.type == "COERCE" and report.cameo == "191"):
            return "ASSAULT"
    if convention == "wikievents":
        return labelled(report, read_convention(convention))
    return report.type


def _texts(report: Report, arguments: tuple[Argument, ...], role: Role, actors: Actors) -> list[dict[str, Any]]:
    """Give the texts that fill a role, in order: actors by their words, and what is no actor."""
    found = [(argument.start, _text(argument, actors)) for argument in arguments]
    found += [(thing.start, thing.text) for thing in report.things if thing.role is role]
    return [{"text": text} for _, text in sorted(found)]


def _text(argument: Argument, actors: Actors) -> str:
    """Give an actor's words; for a pronoun those of its last name before it."""
    own = None
    named = ""
    for mention in actors.mentions:
        if mention.start == argument.start:
            own = mention
            break
        if mention.actor == argument.actor and mention.how != "pronoun":
            named = mention.text
    return named if own is not None and own.how == "pronoun" and named else argument.text


def _one_span(texts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the first of joined parties: the set labels one span a side."""
    return list(itertools.islice(texts, 1))
