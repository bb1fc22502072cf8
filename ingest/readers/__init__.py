"""Reads articles from files: one module a format, one line here.

A reader takes a path and gives articles; what it cannot read it gives back as a ReadError in its place, so that
one bad article never costs the others, and what it does not read of an article as a PassedField before it.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from ingest.errors import ReadError
from ingest.readers import jsonl, text
from ingest.readers.passed import Item, PassedFile

Reader = Callable[[Path, date | None], Iterator[Item]]
READERS: dict[str, Reader] = {
    **dict.fromkeys(text.SUFFIXES, text.read),
    **dict.fromkeys(jsonl.SUFFIXES, jsonl.read),
}


def read(path: Path, published: date | None = None) -> Iterator[Item]:
    """Read the articles of a file, by its suffix; a file of another suffix is read as plain text.

    published: the day for articles that bring none.
    """
    reader = READERS.get(path.suffix.lower(), text.read)
    try:
        yield from reader(path, published)
    except OSError as problem:
        yield ReadError(path, f"cannot be read: {problem.strerror}", "a file that can be read")


def find_files(paths: Iterable[Path]) -> Iterator[Path | ReadError | PassedFile]:
    """Give the files to read: each file named, and those of a known suffix in each folder, sorted.

    A file of another suffix in a folder comes back as a PassedFile; a missing path, and a folder without articles,
    as a ReadError.
    """
    for path in paths:
        if path.is_dir():
            files = [file for file in sorted(path.rglob("*")) if file.is_symlink() or not file.is_dir()]
            yield from (file if _is_article(file) else PassedFile(file, _kind(file)) for file in files)
            if not any(map(_is_article, files)):
                yield ReadError(path, "no articles in this folder", "files ending in " + ", ".join(READERS))
        elif path.exists():
            yield path
        else:
            yield ReadError(path, "no such file or folder", "an article file or a folder of them")


def _is_article(file: Path) -> bool:
    """Say whether a file of a folder is read: its suffix is known, and it is plain or a link that leads nowhere."""
    return file.suffix.lower() in READERS and (file.is_file() or not file.exists())


def _kind(file: Path) -> str:
    """Name the kind of a file that is not read, for people."""
    if file.is_file() or not file.exists():
        return file.suffix.lower() or "without a suffix"
    return "linked folder" if file.is_dir() else "no plain file"
