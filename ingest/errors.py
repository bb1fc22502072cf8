"""What can go wrong while articles are read and coded."""

from pathlib import Path


class IngestError(Exception):
    """Any failure that costs one article, or the whole command where no article is at fault."""


class ReadError(IngestError):
    """A file that cannot be read as articles. line counts from 1, None for the whole file.

    article: the id its file gave the article, "" where it gave none.
    """

    def __init__(self, path: Path | str, problem: str, wanted: str, *, line: int | None = None) -> None:
        self.path, self.problem, self.wanted, self.line = str(path), problem, wanted, line
        self.article = ""
        place = f"{path}, line {line}" if line else str(path)
        message = f"{place}: {problem}; wanted {wanted}"
        super().__init__(message.encode("utf-8", "replace").decode())  # a file's name may be no text


class LexiconError(IngestError):
    """A lexicon entry that cannot stand. entry is its id, or its line number as text."""

    def __init__(self, path: Path | str, entry: str, problem: str, wanted: str) -> None:
        self.path, self.entry, self.problem, self.wanted = str(path), entry, problem, wanted
        super().__init__(f"{path}, entry {entry}: {problem}; wanted {wanted}")
