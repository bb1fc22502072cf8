"""What tests of reading and coding share: the real parser and the real lexicons, each read once."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, PlaceMention, Published
from ingest import lexicon
from ingest.actors import ActorFinder, build_actors
from ingest.document import Document
from ingest.events import build_events
from ingest.events.data import EventData
from ingest.parse import Parser
from ingest.pipeline import Pipeline
from ingest.places import PlaceFinder, build_places
from ingest.times import TimeFinder, build_times


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Give the real parser."""
    return Parser()


@pytest.fixture(scope="session")
def time_finder() -> TimeFinder:
    """Give the finder of times."""
    return TimeFinder(build_times())


@pytest.fixture(scope="session")
def actor_finder() -> ActorFinder:
    """Give the finder of actors."""
    return ActorFinder(build_actors())


@pytest.fixture(scope="session")
def place_finder(tmp_path_factory: pytest.TempPathFactory) -> PlaceFinder:
    """Give the finder of places."""
    return PlaceFinder(lexicon.load((("places", build_places),), tmp_path_factory.mktemp("data"))["places"])


@pytest.fixture(scope="session")
def find_places(
    parser: Parser, actor_finder: ActorFinder, place_finder: PlaceFinder
) -> Callable[[str], tuple[Document, tuple[PlaceMention, ...]]]:
    """Give what reads a text of 27 August 2019 and finds its places."""
    day = date(2019, 8, 27)

    def found(text: str) -> tuple[Document, tuple[PlaceMention, ...]]:
        ((_, document),) = parser.parse([Article("a", "", text, day)])
        return document, place_finder.find(document, (), actor_finder.find(document, Published(day, day, "given")))

    return found


@pytest.fixture(scope="session")
def event_data() -> EventData:
    """Give the frames and words of events."""
    return build_events()


@pytest.fixture(scope="session")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """Give the whole line from an article to its reports, which knows the parties of an event."""
    return Pipeline(cache=tmp_path_factory.mktemp("lexicons"))
