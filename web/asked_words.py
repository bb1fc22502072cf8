"""What the full-text indexes are asked for, for the words of a search."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from web.asked import rows_of
from web.tokens import accented, asked_forms, is_exact, spellings, spelt_in, words_asked

MOST_WORDS = 12
LEAST_OPEN = 2

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AskedWords:
    """Words that are looked for. names: those known to bear some of them, which may spell them with accents."""

    words: tuple[str, ...]
    names: tuple[str, ...] = ()

    @property
    def exact(self) -> list[str]:
        """Give the spellings of which one must stand as it is written, [] for none."""
        return [spelt for word in self.words if is_exact(word) for spelt in sorted(asked_forms(word))]

    @property
    def opening(self) -> str:
        """Give how another word for the last one may begin, "" where none may."""
        last = self.words[-1] if self.words else ""
        return last if len(last) >= LEAST_OPEN and not is_exact(last) else ""

    def for_index(self, *, is_open: bool) -> str:
        """Give them as an index asks for them, each in all its spellings; open ones wider, and the last one may go on.

        >>> AskedWords(("dam",)).for_index(is_open=False)
        "+(dam dam's dam’s d.a.m)"
        """
        wide = [[*spellings(word), *spelt_in(self.names, word)] for word in self.words]
        if is_open:
            wide = [[*some, *accented(word)] for some, word in zip(wide, self.words, strict=True)]
        if is_open and self.opening:
            wide[-1] += [f"{one}*" for one in spellings(self.opening)[:2]]
        return " ".join(f"+({' '.join(some)})" for some in wide)

    def rows(self, query: str, most: int) -> list[Row]:
        """Give the rows of a named query, at most so many: those with whole words first, then those with wider ones."""
        found: dict[str, Row] = {}
        for is_open in (False, True) if self.words else ():
            rows = rows_of(query, text=self.for_index(is_open=is_open), exact=self.exact, limit=most)
            found |= {row["id"]: row for row in rows if row["id"] not in found}
            if len(found) >= most:
                break
        return list(found.values())[:most]


def words_of_text(text: str, names: Iterable[str] = ()) -> AskedWords:
    """Give what of a text is looked for."""
    return AskedWords(words_asked(text, MOST_WORDS), tuple(names))
