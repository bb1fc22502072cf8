"""What tests of reading and coding share: the real parser and the real lexicons, each read once."""

import pytest

from ingest.actors import ActorFinder, build_actors
from ingest.events import build_events
from ingest.events.data import EventData
from ingest.parse import Parser
from ingest.pipeline import Pipeline
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
def event_data() -> EventData:
    """Give the frames and words of events."""
    return build_events()


@pytest.fixture(scope="session")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """Give the whole line from an article to its reports, which knows the parties of an event."""
    return Pipeline(cache=tmp_path_factory.mktemp("lexicons"))
