"""Codes articles in one process or in several, in the order of input."""

import itertools
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from graph.model import Article
from ingest.document import Coded
from ingest.errors import ReadError
from ingest.pipeline import Pipeline, compile_lexicons

CHUNK = 16
Chunk = list[Article | ReadError]
Item = tuple[Article, Coded] | ReadError
_pipeline: Pipeline | None = None


def code_all(items: Iterable[Article | ReadError], *, workers: int = 1, cache: Path | None = None) -> Iterator[Item]:
    """Code each article; an error passes through at its place.

    workers: processes, each with the whole line in it (about 700 MB); 1 codes in this one.
    cache: the folder of the compiled lexicons.
    """
    code = _code_here if workers <= 1 else _code_there
    return code(_chunks(items), workers, cache)


def _code_here(chunks: Iterable[Chunk], _: int, cache: Path | None) -> Iterator[Item]:
    """Code in this process; nothing is loaded before there is something to code."""
    pipeline: Pipeline | None = None
    for chunk in chunks:
        articles = _articles(chunk)
        if articles and pipeline is None:
            pipeline = Pipeline(cache=cache)
        yield from _joined(chunk, pipeline.code(articles) if pipeline else iter(()))


def _code_there(chunks: Iterable[Chunk], workers: int, cache: Path | None) -> Iterator[Item]:
    """Code in several processes."""
    compile_lexicons(cache)  # before the workers all look for them
    waiting: deque[tuple[Chunk, Future[list[tuple[Article, Coded]]]]] = deque()
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _start, (cache,)) as pool:
        for chunk in chunks:
            waiting.append((chunk, pool.submit(_work, _articles(chunk))))
            if len(waiting) > 2 * workers:
                done, future = waiting.popleft()
                yield from _joined(done, iter(future.result()))
        for done, future in waiting:
            yield from _joined(done, iter(future.result()))


def _chunks(items: Iterable[Article | ReadError]) -> Iterator[Chunk]:
    items = iter(items)
    while chunk := list(itertools.islice(items, CHUNK)):
        yield chunk


def _articles(chunk: Chunk) -> list[Article]:
    return [item for item in chunk if isinstance(item, Article)]


def _joined(chunk: Chunk, coded: Iterator[tuple[Article, Coded]]) -> Iterator[Item]:
    """Put what was coded and the errors back into the order they came in."""
    for item in chunk:
        yield next(coded) if isinstance(item, Article) else item


def _start(cache: Path | None) -> None:
    """Load the line in a new worker."""
    global _pipeline
    _pipeline = Pipeline(cache=cache)


def _work(articles: list[Article]) -> list[tuple[Article, Coded]]:
    """Code some articles in a worker."""
    if _pipeline is None:
        raise RuntimeError("the worker was not started")
    return list(_pipeline.code(articles))
