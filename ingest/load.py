"""Brings articles into the graph: skips what it holds already, codes the rest, merges and writes."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from graph.accounts import together
from graph.batch import Batch
from graph.errors import QueryError
from graph.marks import Mark, MarkKind
from graph.model import Argument, Article, Report
from graph.queries import queries
from graph.store import Store
from graph.write import write
from ingest.document import Coded, TimeExpression
from ingest.errors import ReadError
from ingest.merge import candidates, merge
from ingest.namesakes import with_namesakes
from ingest.workers import CHUNK, code_all

WRITER_SECONDS = 60.0  # another run writes sixteen articles in a second or two, then lets go


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one article. state: read, unchanged or failed; problem says why it failed."""

    name: str
    state: str
    events: int = 0
    actors: int = 0
    problem: str = ""


@dataclass(slots=True)
class Summary:
    """What a run brought: articles by what became of them; events and actors that are new in the graph."""

    read: int = 0
    unchanged: int = 0
    failed: list[str] = field(default_factory=list)
    events: int = 0
    actors: int = 0

    def add(self, done: Done) -> None:
        """Count one article."""
        self.read += done.state == "read"
        self.unchanged += done.state == "unchanged"
        if done.state == "failed":
            self.failed.append(done.problem)


def load(
    store: Store,
    items: Iterable[Article | ReadError],
    *,
    tell: Callable[[Done], None],
    workers: int = 1,
    cache: Path | None = None,
    today: date | None = None,
    again: bool = False,
) -> Summary:
    """Bring articles into the graph, and give what the run brought.

    tell: is told of every article as soon as it is stored. again: codes articles anew which the graph
    holds unchanged, for when the coder has learnt something. today: the day of reading, by which articles without a
    date are bounded.
    An article that the store refuses fails by itself. Raises any other error of the store; what was told as done
    is then stored.
    """
    summary = Summary()

    def done(what: Done) -> None:
        summary.add(what)
        tell(what)

    fresh = _fresh(store, items, done, again=again)
    coded = code_all(fresh, workers=workers, cache=cache, today=today)
    while chunk := list(itertools.islice(coded, CHUNK)):
        _store(store, [item for item in chunk if not isinstance(item, ReadError)], summary, done)
        for item in chunk:
            if isinstance(item, ReadError):
                done(Done(item.path, "failed", problem=str(item)))
    return summary


def _fresh(
    store: Store, items: Iterable[Article | ReadError], done: Callable[[Done], None], *, again: bool
) -> Iterator[Article | ReadError]:
    """Pass on what the graph does not hold as it is.

    Of one text twice in a run the first stands; of two texts at one address the later one.
    """
    seen: dict[str, str] = {}
    items = iter(items)
    while chunk := list(itertools.islice(items, CHUNK)):
        ids = [item.id for item in chunk if isinstance(item, Article)]
        rows = [] if again else store.run(queries()["article_digests"], ids=ids, limit=len(ids))
        known = {row["id"]: row["sha256"] for row in rows}
        for item in chunk:
            if isinstance(item, Article):
                before = seen.get(item.id, known.get(item.id))
                is_same_text = item.id in seen and not item.url  # told by its text alone: the first one stands
                if item.sha256 == before or is_same_text:
                    seen.setdefault(item.id, item.sha256)
                    done(Done(name_of(item), "unchanged"))
                    continue
                seen[item.id] = item.sha256
            yield item


def _store(store: Store, coded: list[tuple[Article, Coded]], summary: Summary, done: Callable[[Done], None]) -> None:
    """Merge and write some articles; of two versions of one article the later one stands."""
    latest = {article.id: (article, found) for article, found in coded}
    if latest:
        try:
            with store.writer_lock(seconds=WRITER_SECONDS):
                written = write(store, _batch(store, list(latest.values())))
        except QueryError as problem:  # nothing of the batch stands
            _store_alone(store, coded, summary, done, problem)
            return
        summary.events += written.events
        summary.actors += written.actors
    for article, found in coded:
        done(Done(name_of(article), "read", len(found.reports), len(found.actors.by_id)))


def _store_alone(
    store: Store,
    coded: list[tuple[Article, Coded]],
    summary: Summary,
    done: Callable[[Done], None],
    problem: QueryError,
) -> None:
    """Write each article of a batch that the store refused by itself, so that one costs itself alone."""
    if len(coded) > 1:
        for one in coded:
            _store(store, [one], summary, done)
        return
    [(article, _)] = coded
    error = ReadError(
        article.path or article.id, f"refused by the graph ({problem})", "what it can hold", line=article.line
    )
    done(Done(name_of(article), "failed", problem=str(error)))


def _batch(store: Store, coded: list[tuple[Article, Coded]]) -> Batch:
    """Make what is written of some coded articles: their people and reports merged with what the graph knows."""
    coded = with_namesakes(store, coded)
    reports = [report for _, found in coded for report in found.reports]
    articles = {article.id: article for article, _ in coded}
    actors = together(actor for _, found in coded for actor in found.actors.by_id.values())
    merged = merge(reports, candidates(store, reports, replaced=articles), articles, actors=actors)
    return Batch(
        articles=tuple(articles.values()),
        actors={article.id: tuple(found.actors.by_id.values()) for article, found in coded},
        reports=tuple(reports),
        events=merged.events,
        links=merged.links,
        redirects=merged.redirects,
        published={article.id: found.published for article, found in coded},
        marks={article.id: marks_of(found) for article, found in coded},
        named={article.id: named_of(found) for article, found in coded},
    )


def arguments(report: Report) -> Iterator[Argument]:
    """Give every actor of a report, its speaker too."""
    yield from (*report.actors, *report.recipients, *report.mediators)
    if report.speaker:
        yield report.speaker


def told_of(coded: Coded) -> set[str]:
    """Give the ids of the actors whom the reports of an article name."""
    return {argument.actor for report in coded.reports for argument in arguments(report)}


def named_of(coded: Coded) -> tuple[str, ...]:
    """Give whom an article names without a report of them, so that a search finds them: a line each, with all names."""
    called = {mention.actor for mention in coded.actors.mentions if mention.how == "name"} - told_of(coded)
    found = (coded.actors.by_id[id_] for id_ in called)
    return tuple(sorted(" | ".join(dict.fromkeys((one.name, *one.aliases))) for one in found))


def marks_of(coded: Coded) -> tuple[Mark, ...]:
    """Give the marks of an article's page, in order: its times, its actors and its places.

    Only the actors that its own reports name have a page for as long as it stands: none but their marks bear ids.
    """
    named = told_of(coded)
    actors = [
        Mark(MarkKind.ACTOR, found.start, found.end, found.text, id=found.actor if found.actor in named else "")
        for found in coded.actors.mentions
        if found.how != "pronoun"
    ]
    places = [Mark(MarkKind.PLACE, found.start, found.end, found.text, id=found.place.id) for found in coded.places]
    times = [_time_mark(time) for time in coded.times]
    return tuple(sorted([*times, *actors, *places], key=lambda mark: (mark.start, mark.end)))


def _time_mark(time: TimeExpression) -> Mark:
    """Make the mark of a time expression."""
    when = time.when
    return Mark(
        MarkKind.TIME,
        time.start,
        time.end,
        time.text,
        type=time.type,
        value=time.value,
        edtf=when.edtf if when else "",
        first=when.first if when else None,
        last=when.last if when else None,
    )


def name_of(article: Article) -> str:
    """Name an article for people: its file, and its line where a file holds several."""
    return f"{article.path}, line {article.line}" if article.line else article.path or article.id
