"""Says when an article came out: as given, by its dateline, or as far as its own words tell.

An inferred answer is the set of days that meets every constraint, given by its ends with the reason for
each. It is never today, and it is a single day only where the words leave no other.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from graph.model import Published
from ingest.document import Constraint
from ingest.times.around import AHEAD, OPEN, PAST, Around
from ingest.times.genre import Genre
from ingest.times.meaning import Meaning, Span
from ingest.times.resolver import answers
from ingest.times.values import clamp_day, extent_of, shift_day

DATELINE_REACH = 400
BEFORE_DATELINE = 60
AFTER_DATELINE = re.compile(r"\s*(?:\n|--|[-–—] |\(|\|)")
FINE = frozenset({"date", "iso", "numeric"})
STATED = frozenset({"date", "season", "quarter", "half"})
NEAR = timedelta(183)
MOST_YEARS = 4  # that a reason lists
CONTEXT, OPENING = 70, 25
SENTENCE_END = re.compile(r"[.;]|\n\n")


def date_article(
    text: str,
    spans: tuple[Span, ...],
    given: date | None,
    constraints: tuple[Constraint, ...],
    *,
    today: date | None = None,
    around: Around,
) -> Published:
    """Say when an article came out.

    given: the day its source states. constraints: what is known from elsewhere, such as who held which
    office. today: the day it is read, before or on which it came out. around: the words around times.
    Constraints that contradict each other are left out, the weaker (later in the list) first.
    """
    if given:
        return Published(given, given, "given")
    day = _dateline(text, spans, around)
    if day:
        return Published(day, day, "dateline", (f"dateline {day.isoformat()}",))
    read = [Constraint(None, today, f"read on {today.isoformat()}")] if today else []
    known = [*read, *_told(text, spans, around), *constraints]
    return _meet([*known, *_by_days_without_year(text, spans, _meet(known))])


def _dateline(text: str, spans: tuple[Span, ...], around: Around) -> date | None:
    """Give the full date at the head of an article that stands apart from its sentences."""
    for span in spans:
        if span.start > DATELINE_REACH:
            return None
        day = _full_day(span, around) if _is_dateline(text, span) else None
        if day:
            return day
    return None


def _is_dateline(text: str, span: Span) -> bool:
    """Say whether an expression stands at the head of an article, apart from its sentences."""
    line_start = text.rfind("\n", 0, span.start) + 1
    is_apart = span.start - line_start <= BEFORE_DATELINE and AFTER_DATELINE.match(text, span.end)
    is_quoted = text[:line_start].rstrip().endswith(":")  # the date of a letter that the article gives
    return span.start <= DATELINE_REACH and bool(is_apart) and not is_quoted


def _full_day(span: Span, around: Around) -> date | None:
    """Give the day of an expression that states year, month and day."""
    if span.meaning.kind not in FINE:
        return None
    for _, answer in answers(span.text, (span,), Genre.NEWS, None, {}, around):
        extent = extent_of(answer.value)
        is_one_day = answer.first == answer.last
        if extent and is_one_day and extent.first == extent.last and extent.first[0] > 0:
            return date(*extent.first)
    return None


def _told(text: str, spans: tuple[Span, ...], around: Around) -> list[Constraint]:
    """Give the constraints in an article's own dates: past ones came before it, future ones after."""
    if spans and spans[0].genre is Genre.NARRATIVE:
        return []
    dated = (span for span in spans if span.meaning.kind in STATED and span.meaning.year)
    return [found for span in dated if (found := _by_stated(text, span, around))]


def _by_days_without_year(text: str, spans: tuple[Span, ...], known: Published) -> list[Constraint]:
    """Give the constraints in days told without their year, once the years are bounded.

    A dateline is the day itself; a weekday beside a month and day fits few years.
    """
    found = []
    dated = [span for span in spans if span.meaning.kind == "date" and span.meaning.month and span.meaning.day]
    without_year = [span for span in dated if not span.meaning.year]
    weekdays = [span.meaning for span in without_year if span.meaning.weekday]
    for span in without_year:
        if _is_dateline(text, span):
            found.append(_by_dateline(span.meaning, known, weekdays))
        elif span.meaning.weekday:
            found.append(_by_weekday(span.meaning, known))
    return [one for one in found if one]


def _fits(day: date, weekdays: list[Meaning]) -> bool:
    """Say whether a day of publication fits what its article calls a weekday: "Monday, 13 August" fits few years."""
    for meaning in weekdays:
        near = Published(shift_day(day, -NEAR.days), shift_day(day, NEAR.days), "inferred")
        if near.first and near.last and not any(near.first <= one <= near.last for one in _days(meaning, near)):
            return False
    return True


def _by_dateline(meaning: Meaning, known: Published, weekdays: list[Meaning]) -> Constraint | None:
    """Bound publication by a dateline without a year: the same day of each year that is left and fits its weekdays."""
    if known.first is None or known.last is None:
        return None
    inside = [day for day in _days(meaning, known) if known.first <= day <= known.last]
    days = [day for day in inside if _fits(day, weekdays)] or inside
    if not days:
        return None
    return Constraint(days[0], days[-1], f"dateline {days[0]:%d %B}, {_years(days)}")


def _by_stated(text: str, span: Span, around: Around) -> Constraint | None:
    """Bound publication by a stated time: told as past it lies before, told as ahead after."""
    whens = [extent_of(answer.value) for _, answer in answers(span.text, (span,), Genre.NEWS, None, {}, around)]
    if not whens or whens[0] is None or whens[0].first[0] < 1:
        return None
    first, last = date(*whens[0].first), date(*whens[0].last)
    told = _told_as(text, span, around)
    if told == AHEAD:
        return Constraint(None, last, f"“{span.text}” is told as ahead")
    if told == PAST:
        return Constraint(first, None, f"“{span.text}” is told as past")
    return None


def _told_as(text: str, span: Span, around: Around) -> str | None:
    """Say how the words around a stated time tell it, None where they leave it open: "hoped to be ready in 2010".

    The sign nearest before it decides, or where it opens its sentence, the first after it.
    """
    before = SENTENCE_END.split(text[max(0, span.start - CONTEXT) : span.start])[-1].lower()
    after = SENTENCE_END.split(text[span.end : span.end + CONTEXT])[0].lower()
    word = before.split()[-1] if before.split() else ""
    if word == "since":
        return PAST
    if around.has("undatable", word) or after.startswith(("'", "’")):
        return None
    signs = [match.lastgroup for match in around.telling.finditer(before)][::-1]
    if not signs and len(before) <= OPENING:
        signs = [match.lastgroup for match in around.telling.finditer(after)][:1]
    if not signs or (signs[0] == PAST and OPEN in signs):
        return None
    return signs[0]


def _days(meaning: Meaning, known: Published) -> list[date]:
    """Give the days of a month and day, in the years that are left and fit its weekday where it has one."""
    if known.first is None or known.last is None or not meaning.month or not meaning.day:
        return []
    years = range(known.first.year - 1, known.last.year + 2)
    days = [day for year in years if (day := clamp_day(year, meaning.month, meaning.day)) and day.day == meaning.day]
    return [day for day in days if meaning.weekday in (None, day.isoweekday())]


def _by_weekday(meaning: Meaning, known: Published) -> Constraint | None:
    """Bound publication by a weekday beside a month and day: the years that fit what else is known."""
    if known.first is None or known.last is None or not meaning.month or not meaning.day:
        return None
    days = [day for day in _days(meaning, known) if known.first - day <= NEAR and day - known.last <= NEAR]
    if not days:
        return None
    near = shift_day(days[0], -NEAR.days), shift_day(days[-1], NEAR.days)
    return Constraint(*near, f"{days[0]:%A, %d %B} falls in {_years(days)}")


def _years(days: Sequence[date]) -> str:
    """Name the years of some days, of many only the first."""
    years = [str(day.year) for day in days]
    if len(years) > MOST_YEARS:
        years = [*years[: MOST_YEARS - 1], f"{len(years) - MOST_YEARS + 1} later years"]
    return " or ".join(years)


def _meet(constraints: list[Constraint]) -> Published:
    """Intersect constraints; one that leaves no day with those before it is left out."""
    first: date | None = None
    last: date | None = None
    reasons: dict[str, str] = {}
    for one in constraints:
        new_first = max((day for day in (first, one.first) if day), default=None)
        new_last = min((day for day in (last, one.last) if day), default=None)
        if new_first and new_last and new_first > new_last:
            continue
        if new_first != first:
            reasons["first"] = one.reason
        if new_last != last:
            reasons["last"] = one.reason
        first, last = new_first, new_last
    return Published(first, last, "inferred", tuple(dict.fromkeys(reasons.values())))
