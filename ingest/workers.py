"""Codes articles in one process or in several, in the order of input."""

import itertools
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path
from typing import NamedTuple

from graph.model import Article
from ingest.document import Coded
from ingest.errors import IngestError, ReadError
from ingest.pipeline import Pipeline, compile_lexicons

CHUNK = 16
MOST_DEATHS = 3
Chunk = list[Article | ReadError]
Item = tuple[Article, Coded] | ReadError
_UNFORESEEN = (ValueError, ArithmeticError)  # what a number or a letter nobody thought of raises
_pipeline: Pipeline | None = None


class Loading(NamedTuple):
    """What the line is loaded with: the folder of the compiled lexicons, and the day of reading."""

    cache: Path | None
    today: date | None

    def load(self) -> Pipeline:
        """Load the line."""
        return Pipeline(cache=self.cache, today=self.today)


class WorkersDied(IngestError):
    """Worker processes that die whatever they are given, so many times in a row."""

    def __init__(self, times: int) -> None:
        self.times = times
        super().__init__(
            f"a worker process died {times} times in a row, whatever it was given; "
            "wanted about 700 MB of memory for each: try again with fewer --workers"
        )


def code_all(
    items: Iterable[Article | ReadError],
    *,
    workers: int = 1,
    cache: Path | None = None,
    today: date | None = None,
) -> Iterator[Item]:
    """Code each article; an error passes through at its place.

    workers: processes, each with the whole line in it (about 700 MB); 1 codes in this one. An article whose
    worker dies over it comes back as a ReadError. Nothing is loaded before there is something to code.
    cache: the folder of the compiled lexicons. today: the day of reading, by which articles without a date are bounded.
    Raises LexiconError, or WorkersDied where no worker lives.
    """
    code = _code_here if workers <= 1 else _code_there
    return code(_chunks(items), workers, Loading(cache, today))


def _code_here(chunks: Iterable[Chunk], _: int, loading: Loading) -> Iterator[Item]:
    """Code in this process."""
    pipeline: Pipeline | None = None
    for chunk in chunks:
        articles = _articles(chunk)
        if articles and pipeline is None:
            pipeline = loading.load()
        yield from _joined(chunk, iter(_coded(pipeline, articles)) if pipeline else iter(()))


def _code_there(chunks: Iterable[Chunk], workers: int, loading: Loading) -> Iterator[Item]:
    """Code in several processes, some chunks ahead of what is given out."""
    crew = _Crew(workers, loading)
    waiting: deque[tuple[Chunk, Future[list[Item]] | None]] = deque()
    try:
        for chunk in chunks:
            articles = _articles(chunk)
            waiting.append((chunk, crew.give(articles) if articles else None))
            if len(waiting) > 2 * workers:
                yield from _collected(crew, *waiting.popleft())
        for chunk, future in waiting:
            yield from _collected(crew, chunk, future)
    finally:
        crew.close()


class _Crew:
    """Worker processes, started when there is work, and anew after one of them died."""

    def __init__(self, workers: int, loading: Loading) -> None:
        self._workers, self._loading, self._deaths = workers, loading, 0
        self._pool: ProcessPoolExecutor | None = None

    def give(self, articles: list[Article]) -> Future[list[Item]]:
        """Give some articles to a worker."""
        if self._pool:
            try:
                return self._pool.submit(_work, articles)
            except (BrokenProcessPool, OSError):  # or a worker died while the pool was starting another
                self.close(is_broken=True)
        compile_lexicons(self._loading.cache)  # before the workers all look for them
        spawning = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(self._workers, spawning, _start, (self._loading,))
        return self._pool.submit(_work, articles)

    def code_alone(self, article: Article) -> Item:
        """Code one article that was in work when a worker died. Raises WorkersDied."""
        try:
            [item] = self.give([article]).result()
        except BrokenProcessPool:
            self._deaths += 1
            self.close(is_broken=True)
            if self._deaths >= MOST_DEATHS:
                raise WorkersDied(self._deaths) from None
            wanted = "an article that can be coded in the memory there is"
            return _lost(article, "the process that coded it died", wanted)
        self._deaths = 0
        return item

    def close(self, *, is_broken: bool = False) -> None:
        """Let the workers go.

        is_broken: one of them died. A worker that was being started just then is not told to end, and the
        pool would wait for it for ever: so those left are killed.
        """
        if self._pool:
            for child in multiprocessing.active_children() if is_broken else ():
                child.kill()
            self._pool.shutdown(cancel_futures=True)
        self._pool = None


def _collected(crew: _Crew, chunk: Chunk, future: Future[list[Item]] | None) -> Iterator[Item]:
    """Give what became of a chunk; where a worker died over it, each article is tried by itself."""
    if future is None:
        yield from _joined(chunk, iter(()))
        return
    try:
        coded = iter(future.result())
    except BrokenProcessPool:
        coded = (crew.code_alone(article) for article in _articles(chunk))
    yield from _joined(chunk, coded)


def _chunks(items: Iterable[Article | ReadError]) -> Iterator[Chunk]:
    items = iter(items)
    while chunk := list(itertools.islice(items, CHUNK)):
        yield chunk


def _articles(chunk: Chunk) -> list[Article]:
    return [item for item in chunk if isinstance(item, Article)]


def _joined(chunk: Chunk, coded: Iterator[Item] | Iterator[tuple[Article, Coded]]) -> Iterator[Item]:
    """Put what was coded and the errors back into the order they came in."""
    for item in chunk:
        yield next(coded) if isinstance(item, Article) else item


def _coded(pipeline: Pipeline, articles: Sequence[Article]) -> list[Item]:
    """Code some articles; where one of them cannot be coded, each by itself, so that it costs itself alone."""
    try:
        return list(pipeline.code(articles))
    except _UNFORESEEN as problem:
        if len(articles) > 1:
            return [item for article in articles for item in _coded(pipeline, [article])]
        return [_lost(article, f"cannot be coded ({problem})", "text the coder can read") for article in articles]


def _lost(article: Article, problem: str, wanted: str) -> ReadError:
    """Give the error that stands in the place of an article which could not be coded."""
    error = ReadError(article.path or article.id, problem, wanted, line=article.line)
    error.article = article.given_id or article.id
    return error


def _start(loading: Loading) -> None:
    """Load the line in a new worker."""
    global _pipeline
    _pipeline = loading.load()


def _work(articles: Sequence[Article]) -> list[Item]:
    """Code some articles in a worker."""
    if _pipeline is None:
        raise RuntimeError("the worker was not started")
    return _coded(_pipeline, articles)
