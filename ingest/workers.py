"""Codes articles in one process or in several, in the order of input."""

import itertools
import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from graph.model import Article
from ingest.document import Coded
from ingest.errors import ReadError
from ingest.pipeline import Pipeline

CHUNK = 16
Item = tuple[Article, Coded] | ReadError
_pipeline: Pipeline | None = None


def code_all(items: Iterable[Article | ReadError], *, workers: int = 1, cache: Path | None = None) -> Iterator[Item]:
    """Code each article; an error passes through at its place.

    workers: processes, each with the whole line in it (about 700 MB); 1 codes in this one.
    cache: the folder of the compiled lexicons.
    """
    if workers <= 1:
        pipeline = Pipeline(cache=cache)
        for chunk in _chunks(items):
            yield from _code(pipeline, chunk)
        return
    Pipeline(cache=cache)  # compiles the lexicons once, before the workers look for them
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start, (cache,)) as pool:
        waiting: list[Future[list[Item]]] = []
        for chunk in _chunks(items):
            waiting.append(pool.submit(_code_here, chunk))
            if len(waiting) > 2 * workers:
                yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()


def _chunks(items: Iterable[Article | ReadError]) -> Iterator[list[Article | ReadError]]:
    items = iter(items)
    while chunk := list(itertools.islice(items, CHUNK)):
        yield chunk


def _code(pipeline: Pipeline, chunk: list[Article | ReadError]) -> Iterator[Item]:
    """Code one chunk, errors at their places."""
    coded = pipeline.code(item for item in chunk if isinstance(item, Article))
    for item in chunk:
        yield next(coded) if isinstance(item, Article) else item


def _start(cache: Path | None) -> None:
    """Load the line in a new worker."""
    global _pipeline
    _pipeline = Pipeline(cache=cache)


def _code_here(chunk: list[Article | ReadError]) -> list[Item]:
    """Code one chunk in a worker."""
    if _pipeline is None:
        raise RuntimeError("the worker was not started")
    return list(_code(_pipeline, chunk))
