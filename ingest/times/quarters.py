"""Resolves quarters, fiscal years and the turn of the year."""

from datetime import date

from graph.model import Basis
from ingest.times.absolute import told_year
from ingest.times.meaning import Span
from ingest.times.story import Answer, Story
from ingest.times.values import add_months, interval, year_text

YEAR_AGO = -5
SECOND_HALF = 7
FISCAL = frozenset({"fiscal", "financial", "fy"})


def resolve_quarter(story: Story, span: Span) -> Answer:
    """A quarter by number; without a year the last that had begun by publication."""
    meaning = span.meaning
    quarter, published = meaning.quarter or meaning.ordinal, story.published
    if _is_fiscal(span) and (meaning.year or meaning.offset is not None):
        return resolve_fiscal(story, span)
    if meaning.month:
        quarter = (meaning.month + 2) // 3
    if meaning.offset == YEAR_AGO and story.quarter:
        return Answer("DATE", f"{story.quarter[0] - 1}-Q{story.quarter[1]}", story.basis())
    if quarter is not None and quarter > 4:
        return Answer("DATE")
    if meaning.year:
        return Answer("DATE", f"{year_text(meaning.year)}-Q{quarter}")
    if published is None:
        return Answer("DATE", f"XXXX-Q{quarter}" if quarter else "")
    if quarter is None and meaning.offset is None and story.quarter:
        return Answer("DATE", f"{story.quarter[0]}-Q{story.quarter[1]}", story.basis())
    if quarter is None:
        months = {YEAR_AGO: -15, 0: 0}.get(-1 if meaning.offset is None else meaning.offset, -3)
        year, month = add_months(published.year, published.month, months)
        return Answer("DATE", f"{year}-Q{(month + 2) // 3}", Basis.PUBLICATION)
    if meaning.offset is not None:
        year = published.year + meaning.offset
    elif story.quarter and story.is_told_here(span) and _is_of_told_quarter(story):
        year = story.quarter[0]
    else:
        year = published.year if quarter * 3 - 2 <= published.month else published.year - 1
    return Answer("DATE", f"{year}-Q{quarter}", Basis.PUBLICATION)


def _is_fiscal(span: Span) -> bool:
    """Say whether a quarter is one of a fiscal year, which need not begin in January."""
    words = span.text.lower().split()
    return any(word in FISCAL or word.startswith("fy") for word in words)


def _is_of_told_quarter(story: Story) -> bool:
    """Say whether the expression before is a quarter with its year: "up in Q3 2022 and down in the fourth quarter"."""
    before = story.spans[story.place - 1].meaning if story.place else None
    return before is not None and before.kind == "quarter" and before.year is not None


def resolve_fiscal(story: Story, span: Span) -> Answer:
    """Fiscal 1998, or a quarter of it: its stretch leaves room for any beginning.

    One told by both its years begins within the first of them: "fiscal 2024-25".
    """
    base = story.base_year()
    year = told_year(story, span, span.meaning) or (base + (span.meaning.offset or 0) if base else None)
    if not year or not 1 < year < 9999:
        return Answer("DATE")
    is_told_twice = span.meaning.century is not None
    end, month, day = (year, 9, 30) if is_told_twice else (year + 1, 3, 31)
    first, last = date(year - 1, 4, 1), date(end, month, day)
    return Answer("DATE", f"FY{year}", Basis.STATED, first, last, f"{year - 1}-04~/{end}-{month:02d}~")


def resolve_turn_of_year(story: Story, span: Span) -> Answer:
    """The turn of the year: the weeks on both sides of a New Year, in news the one before or, told as ahead, after."""
    if story.is_news and story.published:
        year = story.published.year + (story.published.month >= SECOND_HALF and story.is_future(span))
    elif story.last:
        year = story.last.year + ((story.last.month or 1) >= SECOND_HALF)
    else:
        return Answer("DATE")
    if not 1 < year < 9999:
        return Answer("DATE")
    first, last = date(year - 1, 12, 15), date(year, 1, 15)
    return Answer("DATE", f"{year_text(year)}-01", story.basis(), first, last, interval(first, last, "~"))
