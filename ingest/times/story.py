"""What a resolver knows while it reads on: the day of publication, the last time told, the running year."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from graph.model import Basis
from ingest.times.around import Around
from ingest.times.genre import Genre
from ingest.times.meaning import Span
from ingest.times.values import VALUE, clamp_day

SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
CLAUSE_REACH = SAME_REACH = 400
SAID_REACH = 40
OPENING_REACH = 6  # characters before a time that opens its clause: "But in"


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

    around: words around times. published: the day it came out, None where unknown. last: the last time told;
    year, month: those the narrative has reached. plan: the year of each bare month, by its place among the
    spans, and None for a year told in passing; asides: places of such years. days: every day told so far, with
    its place. breaks: where clauses end; quarter: the last one told, by year and number; last_end, told_end:
    where the last day and the last time of any kind were told; read: resolves another expression of the text.
    is_month_first: whether its dates in digits put the month first, None where nothing tells.
    has_gone_back: whether a month or year opened the clause it was told in, and no day was told since.
    """

    text: str
    spans: tuple[Span, ...]
    genre: Genre
    published: date | None
    names: Mapping[str, Any]
    around: Around
    country: str = ""
    place: int = 0
    last: Point | None = None
    year: int | None = None
    month: int | None = None
    last_end: int | None = None
    plan: dict[int, int | None] = field(default_factory=dict)
    asides: set[int] = field(default_factory=set)
    days: list[tuple[int, date]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    quarter: tuple[int, int] | None = None
    told_end: int | None = None
    is_month_first: bool | None = None
    has_gone_back: bool = False
    read: Callable[["Story", Span], Answer] | None = None

    @property
    def is_news(self) -> bool:
        """Say whether the text is told from its day of publication."""
        return self.genre is Genre.NEWS

    @property
    def last_day(self) -> date | None:
        """Give the last time told where it is a day."""
        return self.last.date() if self.last else None

    def anchor(self) -> Point | None:
        """Give the point from which "last week" counts: in news the day of publication, else the last time told."""
        return point_of(self.published) if self.is_news else point_of(self.published) or self.last

    def base_year(self) -> int | None:
        """Give the year "this year" is."""
        return self.published.year if self.is_news and self.published else self.year

    def basis(self) -> Basis:
        """Say what a relative expression rests on."""
        return Basis.PUBLICATION if self.is_news and self.published else Basis.RUNNING_YEAR

    def clause(self, span: Span) -> tuple[str, str]:
        """Give the text of the expression's clause before and after it."""
        before = bisect_left(self.breaks, span.start)
        after = bisect_left(self.breaks, span.end)
        begin = self.breaks[before - 1] + 1 if before else 0
        end = self.breaks[after] if after < len(self.breaks) else len(self.text)
        begin, end = max(begin, span.start - CLAUSE_REACH), min(end, span.end + CLAUSE_REACH)
        return self.text[begin : span.start], self.text[span.end : end]

    def is_future(self, span: Span) -> bool:
        """Say whether words around the expression put it ahead."""
        before, after = self.clause(span)
        return bool(
            self.around.future.search(before[-70:].lower())
            or self.around.future_after.match(after[:40].lower().lstrip(" ,"))
        )

    def is_until(self, span: Span) -> bool:
        """Say whether something lasts until the expression."""
        return bool(self.around.until.search(self.text, max(0, span.start - 20), span.start))

    def is_called(self, span: Span) -> bool:
        """Say whether something is called or planned for the expression, whose words stand right before it."""
        return bool(self.around.called.search(self.text[max(0, span.start - 30) : span.start]))

    def is_past(self, span: Span) -> bool:
        """Say whether words before the expression tell of the past."""
        return bool(self.around.past.search(self.clause(span)[0]))

    def is_same_sentence(self, span: Span) -> bool:
        """Say whether the last day told stands in the expression's sentence."""
        return self.last_end is not None and self._is_one_clause(self.last_end, span.start)

    def is_told_near(self, span: Span) -> bool:
        """Say whether the last time was told so shortly before an expression that "later in the day" means it."""
        return self.last_end is None or span.start - self.last_end <= SAME_REACH

    def is_told_here(self, span: Span) -> bool:
        """Say whether the last time told, of any kind, stands in the expression's sentence."""
        return self.told_end is not None and self._is_one_clause(self.told_end, span.start)

    def is_next_at(self, start: int) -> bool:
        """Say whether the next expression begins at a place of the text."""
        return self.place + 1 < len(self.spans) and self.spans[self.place + 1].start == start

    def day_near(self, span: Span) -> Point | None:
        """Give the last day told not far before an expression, though a coarser time was told since."""
        if not self.days or span.start - self.days[-1][0] > SAME_REACH:
            return None
        return point_of(self.days[-1][1])

    def _is_said(self, span: Span) -> bool:
        """Say whether a day only tells when somebody said what its sentence tells of another day."""
        if not self.is_news or not self.is_same_sentence(span):
            return False
        return self.around.said.search(self.text, max(0, span.start - SAID_REACH), span.start) is not None

    def _is_one_clause(self, start: int, end: int) -> bool:
        return bisect_left(self.breaks, start) == bisect_left(self.breaks, end)

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
        if day and self._is_said(span):
            return
        self.last, self.told_end = Point(year, month, day), span.end
        self.has_gone_back = not day and len(self.clause(span)[0].strip()) <= OPENING_REACH
        self.quarter = (year, int(match["quarter"])) if match["quarter"] else self.quarter
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
