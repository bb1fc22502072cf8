"""What reading passes over: fields that mean nothing to Casus, files of a folder that are no articles."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from graph.model import Article
from ingest.errors import ReadError

T = TypeVar("T")
MOST_FIELDS, MOST_NAMES, MOST_LETTERS = 20, 1000, 60
REMARKS = ("note", "sources")  # for the people who keep the files


@dataclass(frozen=True, slots=True)
class PassedField:
    """A field of an article that is not read, and where it stands. line counts from 1."""

    name: str
    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}"


Item = Article | ReadError | PassedField


@dataclass(frozen=True, slots=True)
class PassedFile:
    """A file of a folder that is not read. kind: its suffix, or what else tells its like apart."""

    path: Path
    kind: str


@dataclass(slots=True)
class PassedOver:
    """Counts what a run passed over. read: suffixes of the files that are read of a folder."""

    read: tuple[str, ...]
    fields: Counter[str] = field(default_factory=Counter)
    files: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    unnamed: int = 0

    def sift(self, items: Iterable[T | PassedField | PassedFile]) -> Iterator[T]:
        """Count what was passed over, and pass on everything else."""
        for item in items:
            if isinstance(item, PassedField):
                self._count(item)
            elif isinstance(item, PassedFile):
                self.files[item.kind] += 1
            else:
                yield item

    def _count(self, item: PassedField) -> None:
        """Count a field, beyond a bound of names without its name."""
        if item.name not in self.fields and len(self.fields) == MOST_NAMES:
            self.unnamed += 1
            return
        self.fields[item.name] += 1
        self.first.setdefault(item.name, str(item))

    def lines(self) -> Iterator[str]:
        """Say what was passed over: a line for all files and one for each field, with its first place."""
        if self.files:
            kinds = ", ".join(f"{number:,} {kind}" for kind, number in sorted(self.files.items()))
            files = "1 file" if self.files.total() == 1 else f"{self.files.total():,} files"
            yield f"  passed over: {files} ({kinds}); of a folder only {', '.join(self.read)} are read"
        for name, number in sorted(self.fields.items())[:MOST_FIELDS]:
            more = f", and {number - 1:,} more" if number > 1 else ""
            yield f"  ignored: {_shown(name[:MOST_LETTERS])} ({_shown(self.first[name])}{more})"
        if len(self.fields) > MOST_FIELDS:
            further = f", and {self.unnamed:,} times fields of further names" if self.unnamed else ""
            yield f"  ignored: {len(self.fields) - MOST_FIELDS:,} fields of other names{further}"


def _shown(text: str) -> str:
    """Write a name in a line of its own, whatever letters it has."""
    return text if text.isprintable() else ascii(text)
