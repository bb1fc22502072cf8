"""The line from an article to its coded events, all of it on one screen."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from graph.model import Article
from ingest import lexicon
from ingest.actors import ActorFinder, build_actors
from ingest.document import Coded, Document
from ingest.events import EventCoder, build_events
from ingest.outlets import without_outlets
from ingest.parse import Parser
from ingest.places import PlaceFinder, build_places
from ingest.times import TimeFinder, build_times

BUILDERS = (
    ("times", build_times),
    ("actors", build_actors),
    ("places", build_places),
    ("events", build_events),
)


def compile_lexicons(cache: Path | None) -> dict[str, Any]:
    """Give the lexicons, compiled. cache: the folder that keeps them. Raises LexiconError naming file and entry."""
    return lexicon.load(BUILDERS, cache)


class Pipeline:
    """All that coding needs, loaded once a process."""

    def __init__(self, *, cache: Path | None = None, today: date | None = None) -> None:
        """Load the model and the lexicons. cache: the folder that keeps the compiled lexicons.

        today: the day of reading, after which no article came out; None bounds none.
        Raises LexiconError naming file and entry where a lexicon is broken.
        """
        data = compile_lexicons(cache)
        self.today = today
        self.parser = Parser()
        self.times = TimeFinder(data["times"])
        self.actors = ActorFinder(data["actors"])
        self.places = PlaceFinder(data["places"])
        self.events = EventCoder(data["events"], self.places.place_of)

    def code(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Coded]]:
        """Code articles, in order."""
        for article, document in self.parser.parse(articles):
            yield article, self.code_document(article, document)

    def code_document(self, article: Article, document: Document) -> Coded:
        """Code one parsed article: times, its own day, actors, places, reports."""
        document = self.places.relabel(document, self.actors.book)
        spans = self.times.tag(article.text, published=article.published)
        constraints = () if article.published else self.actors.constraints(document)
        published = self.times.date_article(article.text, spans, article.published, constraints, self.today)
        times = self.times.resolve(article.text, spans, published, self.places.country_of(article))
        actors = self.actors.find(document, published)
        places = self.places.find(document, times, actors)
        reports = self.events.code(document, article.id, published, times, actors, places)
        actors, reports = without_outlets(actors, reports)
        return Coded(article.id, published, times, actors, places, reports)
