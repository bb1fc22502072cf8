"""Sentences of our own, forty and more a kind, written before the rules they test: nine in ten must be read right."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph.model import Article, Published, Report, Status
from ingest.document import Actors, Document
from ingest.events import EventCoder
from ingest.events.data import EventData
from ingest.parse import Parser
from ingest.times import TimeFinder

CASES = Path(__file__).parent / "cases"
PUBLISHED = Published(date(2024, 6, 15), date(2024, 6, 15), "given")
Code = Callable[[list[tuple[str, str]]], list[tuple[Report, ...]]]
NOBODY = Actors({}, (), {})
TOLD = (Status.ACTUAL, Status.ONGOING, Status.ATTEMPTED)
SHARE = 0.9
STORIES = 0.8  # of whole stories, which have three times the chance to go wrong


@pytest.fixture(scope="module")
def reports(parser: Parser, time_finder: TimeFinder, event_data: EventData) -> Code:
    """Give a function that codes sentences, each for itself and without actors."""
    coder = EventCoder(event_data)

    def run(rows: list[tuple[str, str]]) -> list[tuple[Report, ...]]:
        articles = [Article(str(place), "", sentence, PUBLISHED.first) for place, (sentence, _) in enumerate(rows)]
        return [one(document) for _, document in parser.parse(articles)]

    def one(document: Document) -> tuple[Report, ...]:
        times = time_finder.resolve(document.text, time_finder.tag(document.text), PUBLISHED)
        return coder.code(document, "a", PUBLISHED, times, NOBODY, ())

    return run


def _rows(name: str) -> list[tuple[str, str]]:
    lines = (CASES / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    return [(sentence, event_type) for sentence, _, event_type in (line.partition("\t") for line in lines)]


@pytest.mark.parametrize(
    "name", ["metaphor", "non_events", "quiet", "quiet_more", "quiet_last", "quiet_fresh", "quiet_unseen", "quiet_raw"]
)
def test_text_without_conflict_or_politics_yields_nothing(name: str, reports: Code) -> None:
    rows = _rows(name)

    found = reports(rows)

    wrong = [sentence for (sentence, _), some in zip(rows, found, strict=True) if some]
    assert len(wrong) <= round((1 - SHARE) * len(rows)), wrong


def test_whole_stories_without_conflict_or_politics_yield_nothing(reports: Code) -> None:
    rows = _rows("quiet_stories")

    found = reports(rows)

    wrong = [story for (story, _), some in zip(rows, found, strict=True) if some]
    assert len(wrong) <= round((1 - STORIES) * len(rows)), wrong


@pytest.mark.parametrize("name", ["negation", "future", "history"])
def test_what_did_not_happen_now_is_not_told_as_happened(name: str, reports: Code) -> None:
    rows = _rows(name)

    found = reports(rows)

    wrong = [
        sentence
        for (sentence, event_type), some in zip(rows, found, strict=True)
        if any(report.type == event_type and report.status in TOLD for report in some)
    ]
    assert len(wrong) <= round((1 - SHARE) * len(rows)), wrong
