"""What a resolver knows while it reads on: the day of publication, the last time told, the running year."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from graph.model import Basis
from ingest.times.genre import Genre
from ingest.times.meaning import Span
from ingest.times.values import VALUE, clamp_day

SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
CLAUSE_END = re.compile(r"[.;\n]")
SENTENCE_END = re.compile(r"[.\n] ")
FUTURE = re.compile(
    r"\b(will|to be|shall|scheduled|expected|set to|due|plans? to|planned|planning|until|upcoming|"
    r"going to|is to|are to|'ll|begin(s|ning)? on|starting|intends?|hopes? to)\b"
)
PAST = re.compile(r"\b(was|were|had|said|announced|told|killed|reported|did|has|have been|\w+ed)\b", re.IGNORECASE)


class Point(NamedTuple):
    """A time told, as fine as it is known. year: negative BC."""

    year: int
    month: int | None = None
    day: int | None = None

    def date(self) -> date | None:
        """Give the day, None where it is coarser or out of the calendar."""
        return clamp_day(self.year, self.month, self.day) if self.month and self.day else None


class Answer(NamedTuple):
    """What an expression resolves to. first, last, edtf: its stretch where the value does not tell it."""

    type: str
    value: str = ""
    basis: Basis = Basis.STATED
    first: date | None = None
    last: date | None = None
    edtf: str = ""


def point_of(day: date | None) -> Point | None:
    """Give a day as a point."""
    return Point(day.year, day.month, day.day) if day else None


@dataclass(slots=True)
class Story:
    """The state of one reading of one text, front to back.

    published: the day it came out, None where unknown. last: the last time told; year, month: those the
    narrative has reached. plan: the year of each bare month, by its place among the spans, and None for a
    year told in passing; asides: places of such years. days: every day told so far, with its place.
    """

    text: str
    spans: tuple[Span, ...]
    genre: Genre
    published: date | None
    names: Mapping[str, Any]
    country: str = ""
    place: int = 0
    last: Point | None = None
    year: int | None = None
    month: int | None = None
    last_end: int | None = None
    plan: dict[int, int | None] = field(default_factory=dict)
    asides: set[int] = field(default_factory=set)
    days: list[tuple[int, date]] = field(default_factory=list)

    @property
    def is_news(self) -> bool:
        """Say whether the text is told from its day of publication."""
        return self.genre is Genre.NEWS

    @property
    def last_day(self) -> date | None:
        """Give the last time told where it is a day."""
        return self.last.date() if self.last else None

    def anchor(self) -> Point | None:
        """Give the point from which "last week" counts: the day of publication, else the last time told."""
        return point_of(self.published) or self.last

    def base_year(self) -> int | None:
        """Give the year "this year" is."""
        return self.published.year if self.is_news and self.published else self.year

    def basis(self) -> Basis:
        """Say what a relative expression rests on."""
        return Basis.PUBLICATION if self.is_news and self.published else Basis.RUNNING_YEAR

    def clause(self, span: Span) -> tuple[str, str]:
        """Give the text of the expression's clause before and after it."""
        begin = max(self.text.rfind(sign, max(0, span.start - 400), span.start) for sign in ".;\n")
        begin = max(begin, span.start - 400)
        end = CLAUSE_END.search(self.text, span.end, span.end + 400)
        return self.text[begin + 1 : span.start], self.text[span.end : end.start() if end else span.end + 400]

    def is_future(self, span: Span) -> bool:
        """Say whether words around the expression put it ahead."""
        before, after = self.clause(span)
        return bool(FUTURE.search(before[-70:].lower() + " § " + after[:40].lower()))

    def is_past(self, span: Span) -> bool:
        """Say whether words before the expression tell of the past."""
        return bool(PAST.search(self.clause(span)[0]))

    def is_same_sentence(self, span: Span) -> bool:
        """Say whether the last time told stands in the expression's sentence."""
        return self.last_end is not None and not SENTENCE_END.search(self.text, self.last_end, span.start)

    def take(self, span: Span, answer: Answer) -> None:
        """Read on: what was resolved is now the last time told."""
        match = VALUE.fullmatch(answer.value)
        if answer.type not in {"DATE", "TIME"} or not match or not match["year"]:
            return
        year = -int(match["year"]) if match["bc"] else int(match["year"])
        if year == 0:
            return
        month = int(match["month"]) if match["month"] else SEASON_MONTH.get(match["season"] or "")
        day = int(match["day"]) if match["day"] else None
        self.last = Point(year, month, day)
        if day:
            self.last_end = span.end
            told = self.last.date()
            self.days += [(span.start, told)] if told else []
        if not self.is_news and not self._is_aside(span):
            if month or year != self.year:
                self.month = month
            self.year = year

    def _is_aside(self, span: Span) -> bool:
        """Say whether an expression leaves the year of the narrative where it was."""
        if self.place in self.asides:
            return True
        meaning = span.meaning
        if meaning.kind in {"shift", "unit"} and meaning.anchor != "last":
            return (meaning.offset or 0) <= 0
        if meaning.kind in {"shift", "shift-event", "unit", "deictic", "clock", "part", "nth-day"}:
            return True
        return meaning.kind == "season" and meaning.year is None
