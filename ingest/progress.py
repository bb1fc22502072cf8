"""Tells how a run goes: a bar on a terminal, one plain line an article elsewhere."""

import sys
from types import TracebackType

import click
from tqdm import tqdm

from ingest.load import Done, Summary


class Progress:
    """Shows each article as it is done. total: how many there are, None where that is not known."""

    def __init__(self, total: int | None) -> None:
        is_terminal = sys.stderr.isatty()
        self._bar = tqdm(total=total, unit=" articles", leave=False, disable=not is_terminal)
        self._is_plain = not is_terminal

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()

    def tell(self, done: Done) -> None:
        """Show one article."""
        self._bar.update()
        if self._is_plain:
            click.echo(line(done), err=done.state == "failed")
        elif done.state == "failed":
            tqdm.write(line(done), file=sys.stderr)


def line(done: Done) -> str:
    """Say in one line what became of an article.

    >>> line(Done("a.txt", "read", events=1, actors=2))
    'a.txt: 1 event reported, 2 actors'
    """
    if done.state == "failed":
        return f"failed: {done.problem}"
    if done.state == "unchanged":
        return f"{done.name}: unchanged"
    return f"{done.name}: {count(done.events, 'event')} reported, {count(done.actors, 'actor')}"


def count(number: int, noun: str) -> str:
    """Write a number with its noun.

    >>> count(1, "event"), count(2000, "event")
    ('1 event', '2,000 events')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def summary_line(summary: Summary, seconds: float) -> str:
    """Say what a run brought; what failed was named when it did."""
    return (
        f"{count(summary.read, 'article')} read, {summary.unchanged:,} unchanged, {len(summary.failed):,} failed; "
        f"{count(summary.events, 'new event')}, {count(summary.actors, 'new actor')}; {seconds:.1f} seconds"
    )
