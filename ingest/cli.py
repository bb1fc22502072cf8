"""The commands of ingest: add articles to the graph, code them without it, withdraw one."""

import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import click

from graph.errors import GraphError
from graph.settings import settings_from
from graph.store import Store, open_store
from graph.write import UnknownArticle
from graph.write import withdraw as withdraw_article
from ingest.article import id_at
from ingest.errors import IngestError, ReadError
from ingest.load import WRITER_SECONDS, load
from ingest.progress import Progress, count, summary_line
from ingest.readers import READERS, find_files, read
from ingest.readers.jsonl import read_lines
from ingest.readers.passed import Item, PassedFile, PassedOver
from ingest.readers.text import SUFFIXES
from ingest.record import record
from ingest.workers import code_all

PUBLISHED = click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day of publication of articles that bring none, such as 2019-08-27.",
)
WORKERS = click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that code."
)


@click.group()
def cli() -> None:
    """Turn articles into dated events."""


def read_all(files: Iterable[Path | ReadError | PassedFile], published: datetime | None) -> Iterator[Item | PassedFile]:
    """Read every article of some files, errors and what is passed over at their places."""
    day = published.date() if published else None
    for found in files:
        if isinstance(found, Path):
            yield from read(found, day)
        else:
            yield found


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER...")
@PUBLISHED
@WORKERS
@click.option("--again", is_flag=True, help="Code articles anew which the graph holds unchanged.")
def add(paths: tuple[Path, ...], published: datetime | None, workers: int, again: bool) -> None:
    """Read articles and write what they report into the graph.

    A file is one article of plain text (title on the first line), or one article a line (.jsonl).
    The same article again changes nothing. What cannot be read is named on standard error, and the command then
    exits with 1.
    """
    begun = time.monotonic()
    passed = PassedOver(tuple(READERS))
    files: list[Path | ReadError] = list(passed.sift(find_files(paths)))
    is_countable = all(isinstance(file, ReadError) or file.suffix.lower() in SUFFIXES for file in files)
    try:
        settings = settings_from()
        with open_store(settings) as store, Progress(len(files) if is_countable else None) as progress:
            summary = load(
                store,
                passed.sift(read_all(files, published)),
                tell=progress.tell,
                workers=workers,
                cache=settings.data / "lexicons",
                today=date.today(),
                again=again,
            )
    except (GraphError, IngestError) as problem:
        raise click.ClickException(str(problem)) from problem
    for text in (summary_line(summary, time.monotonic() - begun), *passed.lines()):
        click.echo(text)
    sys.exit(bool(summary.failed))


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="FILE...|-")
@PUBLISHED
@WORKERS
def code(paths: tuple[Path, ...], published: datetime | None, workers: int) -> None:
    """Code articles and print one JSON object a line; the graph is not touched.

    "-" reads JSON lines from standard input. The order of lines is the order of input. An article that fails
    gives {"id", "error"} in its place, and the command then exits with 1.
    """
    has_failed = False
    passed = PassedOver(tuple(READERS))
    try:
        cache = settings_from().data / "lexicons"
        for item in code_all(passed.sift(_inputs(paths, published)), workers=workers, cache=cache, today=date.today()):
            has_failed |= isinstance(item, ReadError)
            click.echo(json.dumps(_failure(item) if isinstance(item, ReadError) else record(*item), ensure_ascii=False))
    except (GraphError, IngestError) as problem:
        raise click.ClickException(str(problem)) from problem
    for text in passed.lines():
        click.echo(text, err=True)
    sys.exit(has_failed)


def _inputs(paths: tuple[Path, ...], published: datetime | None) -> Iterator[Item | PassedFile]:
    """Read the articles of files and of standard input."""
    for path in paths:
        if str(path) == "-":
            day = published.date() if published else None
            yield from read_lines(sys.stdin.buffer, Path("standard input"), day)
        else:
            yield from read_all(find_files([path]), published)


def _failure(problem: ReadError) -> dict[str, str | None]:
    """Give what is printed in the place of an article that failed."""
    return {"id": problem.article or None, "error": str(problem)}


def _spellings(name: str) -> Iterator[str]:
    """Give what else an article may be called by that somebody calls so: the id at its address, its plain path."""
    if "://" in name:
        with suppress(ValueError):
            yield id_at(name)
    else:
        yield str(Path(name))


@cli.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
def withdraw(articles: tuple[str, ...]) -> None:
    """Take each ARTICLE (its id, its address or the path it was read from) out of the graph again.

    Its id is the graph's, or the one its line of JSON gave it. A file of several articles is withdrawn article by
    article: naming the file lists their ids.

    What other articles support stays.
    """
    try:
        with open_store(settings_from()) as store, store.writer_lock(seconds=WRITER_SECONDS):
            failed = [not _withdrawn(store, article) for article in articles]
    except GraphError as problem:
        raise click.ClickException(str(problem)) from problem
    if any(failed):
        sys.exit(1)


def _withdrawn(store: Store, article: str) -> bool:
    """Take one article out and say so; where it is not to be found, say that."""
    try:
        gone = withdraw_article(store, article, *_spellings(article))
    except UnknownArticle as problem:
        click.echo(f"Error: {problem}", err=True)
        return False
    click.echo(
        f"withdrawn: {gone.title or gone.article}; {count(len(gone.reports), 'report')}, "
        f"{count(len(gone.events), 'event')} and {count(len(gone.actors), 'actor')} went with it"
    )
    return True
