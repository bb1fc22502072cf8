"""What tests of coded events share: one text's reports, without actors or by the whole line."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Published, Report
from ingest.document import Actors
from ingest.events import EventCoder
from ingest.events.data import EventData
from ingest.parse import Parser
from ingest.pipeline import Pipeline
from ingest.times import TimeFinder

DAY = date(2024, 6, 14)  # a Friday
PUBLISHED = Published(DAY, DAY, "given")
MARCH = date(2024, 3, 5)  # a Tuesday
Told = Callable[[str], dict[str, Report]]
Coded = Callable[[str], tuple[Report, ...]]


@pytest.fixture(scope="module")
def told(parser: Parser, time_finder: TimeFinder, event_data: EventData) -> Told:
    """Give a function that codes one text and gives the last report of each trigger."""
    coder = EventCoder(event_data)

    def run(text: str) -> dict[str, Report]:
        ((_, document),) = parser.parse([Article("a", "", text, DAY)])
        times = time_finder.resolve(text, time_finder.tag(text), PUBLISHED)
        reports = coder.code(document, "a", PUBLISHED, times, Actors({}, (), {}), ())
        return {text[report.trigger_start : report.trigger_end]: report for report in reports}

    return run


@pytest.fixture(scope="module")
def coded(pipeline: Pipeline) -> Coded:
    """Give a function that codes one text of 5 March 2024 by the whole line and gives its reports."""

    def run(text: str) -> tuple[Report, ...]:
        ((_, article),) = pipeline.code([Article("a", "", text, MARCH)])
        return article.reports

    return run


@pytest.fixture(scope="module")
def stated(coded: Coded) -> Told:
    """Give a function that does the same and gives the last report of each trigger."""
    return lambda text: {text[report.trigger_start : report.trigger_end]: report for report in coded(text)}
