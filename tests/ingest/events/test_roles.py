"""Who did it and to whom, in every build of sentence: nine in ten of our own must be read right."""

from datetime import date
from pathlib import Path

from graph.model import Argument, Report, Role
from ingest.article import make_article
from ingest.pipeline import Pipeline

CASES = Path(__file__).parent / "cases" / "roles.tsv"
SHARE = 0.9


def _texts(report: Report, arguments: tuple[Argument, ...], role: Role) -> list[str]:
    return [one.text for one in arguments] + [thing.text for thing in report.things if thing.role is role]


def _are(found: list[str], wanted: str) -> bool:
    """Say whether each wanted party is named by one of those found, and none is found where none is wanted."""
    if wanted == "-":
        return not found
    return all(any(name in text or text in name for text in found) for name in wanted.split("|"))


def _is_right(report: Report, actors: str, recipients: str) -> bool:
    return _are(_texts(report, report.actors, Role.ACTOR), actors) and _are(
        _texts(report, report.recipients, Role.RECIPIENT), recipients
    )


def test_parties_are_found_in_every_build_of_sentence(pipeline: Pipeline) -> None:
    rows = [line.split("\t") for line in CASES.read_text("utf-8").splitlines()[1:]]
    articles = [make_article("", sentence, date(2020, 6, 15)) for sentence, *_ in rows]

    coded = [one for _, one in pipeline.code(articles)]

    wrong = [
        sentence
        for (sentence, event_type, *parties), one in zip(rows, coded, strict=True)
        if not any(report.type == event_type and _is_right(report, *parties) for report in one.reports)
    ]
    assert len(wrong) <= round((1 - SHARE) * len(rows)), wrong
