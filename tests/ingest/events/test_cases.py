"""Sentences of our own, forty and more a kind, written before the rules they test: nine in ten must be read right."""

from datetime import date
from pathlib import Path

import pytest

from graph.model import Article, Published, Report, Status
from ingest.document import Actors, Document
from ingest.events import EventCoder, build_events
from ingest.parse import Parser
from ingest.times import TimeFinder, build_times

CASES = Path(__file__).parent / "cases"
PUBLISHED = Published(date(2024, 6, 15), date(2024, 6, 15), "given")
NOBODY = Actors({}, (), {})
TOLD = (Status.ACTUAL, Status.ONGOING, Status.ATTEMPTED)
SHARE = 0.9
STORIES = 0.8  # of whole stories, which have three times the chance to go wrong


@pytest.fixture(scope="module")
def coder() -> EventCoder:
    """Give a coder with the real lexicons."""
    return EventCoder(build_events())


@pytest.fixture(scope="module")
def finder() -> TimeFinder:
    """Give the finder of times."""
    return TimeFinder(build_times())


def _rows(name: str) -> list[tuple[str, str]]:
    lines = (CASES / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    return [(sentence, event_type) for sentence, _, event_type in (line.partition("\t") for line in lines)]


def _reports(rows: list[tuple[str, str]], coder: EventCoder, finder: TimeFinder) -> list[tuple[Report, ...]]:
    articles = [Article(str(place), "", sentence, PUBLISHED.first) for place, (sentence, _) in enumerate(rows)]
    return [_code(document, coder, finder) for _, document in Parser().parse(articles)]


def _code(document: Document, coder: EventCoder, finder: TimeFinder) -> tuple[Report, ...]:
    times = finder.resolve(document.text, finder.tag(document.text), PUBLISHED)
    return coder.code(document, "a", PUBLISHED, times, NOBODY, ())


@pytest.mark.parametrize(
    "name", ["metaphor", "non_events", "quiet", "quiet_more", "quiet_last", "quiet_fresh", "quiet_unseen"]
)
def test_text_without_conflict_or_politics_yields_nothing(name: str, coder: EventCoder, finder: TimeFinder) -> None:
    rows = _rows(name)

    found = _reports(rows, coder, finder)

    wrong = [sentence for (sentence, _), some in zip(rows, found, strict=True) if some]
    assert len(wrong) <= round((1 - SHARE) * len(rows)), wrong


def test_whole_stories_without_conflict_or_politics_yield_nothing(coder: EventCoder, finder: TimeFinder) -> None:
    rows = _rows("quiet_stories")

    found = _reports(rows, coder, finder)

    wrong = [story for (story, _), some in zip(rows, found, strict=True) if some]
    assert len(wrong) <= round((1 - STORIES) * len(rows)), wrong


@pytest.mark.parametrize("name", ["negation", "future", "history"])
def test_what_did_not_happen_now_is_not_told_as_happened(name: str, coder: EventCoder, finder: TimeFinder) -> None:
    rows = _rows(name)

    found = _reports(rows, coder, finder)

    wrong = [
        sentence
        for (sentence, event_type), some in zip(rows, found, strict=True)
        if any(report.type == event_type and report.status in TOLD for report in some)
    ]
    assert len(wrong) <= round((1 - SHARE) * len(rows)), wrong
