"""Resolves named days and periods by their calendars and tables."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph.model import Basis
from ingest.times.calendars import Stretch, days_of, days_of_own_year, is_rule
from ingest.times.meaning import Span
from ingest.times.story import Answer, Story
from ingest.times.values import extent_of, interval, shift_day, write

MOON_SIGHTED = "~"
DUE_DAYS, PAST_DAYS = 30, 300
COMMON_YEARS = range(1500, 3000)


def resolve_named_day(story: Story, span: Span) -> Answer:
    """Christmas 2007, Yom Kippur: the one of its year, or the one nearest to publication."""
    rows = [story.names["days"][key] for key in span.meaning.name.split("|")]
    row = _of_country(rows, story.country)
    if row is None:
        return Answer("DATE")
    stretch = _nearest(story, span, row["rule"])
    if stretch is None:
        return Answer("DATE", f"XXXX-{row['rule'].split()[1]}" if _is_plain(row["rule"]) else "", story.basis())
    first, last = stretch
    basis = Basis.STATED if span.meaning.year else story.basis()
    is_moon_sighted = row["moon_sighted"] == "1"
    if span.meaning.shift:  # the eve of a feast
        first = last = shift_day(first, span.meaning.shift) or first
    if first == last:
        edtf = f"{first.isoformat()}{MOON_SIGHTED}" if is_moon_sighted else ""
        return Answer("DATE", first.isoformat(), basis, first, last, edtf)
    value = write(first.year, first.month) if first.month == last.month or (last - first).days > 14 else str(first.year)
    return Answer("DATE", value, basis, first, last, interval(first, last, MOON_SIGHTED if is_moon_sighted else ""))


def resolve_calendar_day(story: Story, span: Span) -> Answer:
    """14 Ramadan, 22 Bahman 1357, 9 Av: a day of another calendar, nearest to publication where no year is told."""
    calendar, month = span.meaning.calendar.split()
    rule = f"{calendar} {month}-{span.meaning.day or 1:02d}"
    stretch = _nearest(story, span, rule) if is_rule(rule) else None
    if stretch is None:
        return Answer("DATE", "", story.basis())
    first = stretch[0]
    basis = Basis.STATED if span.meaning.year else story.basis()
    edtf = f"{first.isoformat()}{MOON_SIGHTED}" if calendar == "islamic" else ""
    return Answer("DATE", first.isoformat(), basis, first, first, edtf)


def resolve_calendar_month(_: Story, span: Span) -> Answer:
    """Safar 1998: its year; a year of another calendar is none of ours."""
    year = span.meaning.year
    return Answer("DATE", write(year) if year and year in COMMON_YEARS else "")


def _is_plain(rule: str) -> bool:
    return rule.startswith("fixed") and ".." not in rule


def _of_country(rows: list[Mapping[str, str]], country: str) -> Mapping[str, str] | None:
    """Choose among days of one name: that of the country, the world's, or the only one."""
    for wanted in (country, "*"):
        fitting = [row for row in rows if wanted and wanted in row["countries"].split("|")]
        if fitting:
            return fitting[0]
    return rows[0] if len(rows) == 1 else None


def _nearest(story: Story, span: Span, rule: str) -> Stretch | None:
    """Give the days of a told or running year, else those nearest to publication."""
    year = span.meaning.year
    if span.meaning.unit and (base := story.base_year()):  # "Easter last year"
        year = base + (span.meaning.offset or 0)
    if year is not None:
        found = days_of(rule, year) if year in COMMON_YEARS else days_of_own_year(rule, year)
        return found[0] if found else None
    if story.is_news and story.published:
        return _closest(story, span, rule, story.published)
    running = story.plan.get(story.place) or story.year
    found = days_of(rule, running) if running else ()
    return found[0] if found else None


def _closest(story: Story, span: Span, rule: str, published: date) -> Stretch | None:
    """Give the days nearest to publication; "last", "next" and what is told as past choose the side."""
    years = range(published.year - 1, published.year + 2)
    stretches = [stretch for year in years for stretch in days_of(rule, year)]
    if span.meaning.offset == -1:
        stretches = [stretch for stretch in stretches if stretch[1] < published]
    elif span.meaning.offset == 1:
        stretches = [stretch for stretch in stretches if stretch[0] > published]
    elif story.is_past(span) and not story.is_future(span):
        begun = [stretch for stretch in stretches if stretch[0] <= published]
        is_told = story.around.day_told.search(story.clause(span)[0]) is not None  # "fled on Easter Sunday"
        stretches = stretches if not is_told and _is_due(begun, stretches, published) else begun
    return min(stretches, key=lambda stretch: _distance(stretch, published), default=None)


def _is_due(begun: list[Stretch], stretches: list[Stretch], published: date) -> bool:
    """Say whether a day is soon due and was last long ago: in December nobody means last year's Christmas."""
    coming = min((_distance(one, published) for one in stretches if one not in begun), default=DUE_DAYS + 1)
    return coming <= DUE_DAYS and min((_distance(one, published) for one in begun), default=0) > PAST_DAYS


def _distance(stretch: Stretch, day: date) -> int:
    return max((stretch[0] - day).days, (day - stretch[1]).days, 0)


def resolve_period(story: Story, span: Span) -> Answer:
    """The second intifada: its interval; of several of one name the last that had begun by publication."""
    rows = [story.names["periods"][key] for key in span.meaning.name.split("|")]
    day = story.published or story.last_day
    row = _begun(rows, day)
    ends = [extent_of(row[end]) if row[end] else None for end in ("first", "last")]
    if ends[0] is None or ends[0].first[0] < 1:
        return Answer("DATE")
    first = date(*ends[0].first)
    last = date(*ends[1].last) if ends[1] else None
    value = row["first"] if row["first"] == row["last"] else f"{row['first']}/{row['last']}"
    edtf = row["first"] if row["first"] == row["last"] else f"{row['first']}/{row['last'] or '..'}"
    return Answer("DATE", value if row["last"] else row["first"], Basis.STATED, first, last, edtf)


def _begun(rows: Iterable[Mapping[str, Any]], day: date | None) -> Mapping[str, Any]:
    """Choose the last period that had begun by a day, the first of all where none had or no day is known."""
    ordered = sorted(rows, key=lambda row: row["first"])
    begun = [row for row in ordered if day is None or row["first"][:10] <= day.isoformat()]
    return begun[-1] if begun else ordered[0]
