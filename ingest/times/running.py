"""Finds the years of a narrative: the cheapest path through the months it tells of.

A narrative runs forward, seldom jumps, and names the year now and then; a year may also be told in passing.
Each reading of the dates costs what its jumps cost, and the cheapest wins.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from ingest.times.genre import Genre
from ingest.times.meaning import Span
from ingest.times.story import SEASON_MONTH

FORWARD, BACK, MOST_JUMP = 0.2, 0.3, 4.0
PARAGRAPH = 0.5
ASIDE, ASIDE_WITH_MONTH, PASSES = 2.5, 1.0, 2.0
OTHER_YEAR = 0.6
OUT_OF_SECTION = 2.0
NO_YEAR_YET = 1.0
WIDTH = 12
LOOK_BACK = 8
PASSING = frozenset({"since"})
FADING = 0.5
HEADING = re.compile(r"(?<![^\n])[^\n]{1,70}(?<![.:!?,;\"”])(?=\n)")
DATED = frozenset({"date", "season", "part-of-date", "half"})


class State(NamedTuple):
    """Where a narrative is: year and month, None where unknown yet."""

    year: int | None
    month: int | None


class Section(NamedTuple):
    """The years a dated heading gives to what stands under it; weight falls with every heading without years."""

    first: int
    last: int
    weight: float


class Step(NamedTuple):
    """A date of the narrative: place among the spans, year and month told, and where it stands."""

    place: int
    year: int | None
    month: int | None
    is_heading: bool
    is_new_paragraph: bool
    is_passing: bool
    section: Section | None


def years_of(text: str, spans: tuple[Span, ...]) -> tuple[dict[int, int | None], set[int]]:
    """Give the year of every date, by its place among the spans, and the places of years told in passing."""
    beam: dict[State, tuple[float, tuple[object, ...]]] = {State(None, None): (0.0, ())}
    for step in _steps(text, spans):
        following: dict[State, tuple[float, tuple[object, ...]]] = {}
        for state, (cost, trail) in beam.items():
            for new, more, year in _moves(state, step):
                total = cost + more
                if new not in following or total < following[new][0]:
                    following[new] = (total, (trail, step.place, year))
        beam = dict(sorted(following.items(), key=lambda item: item[1][0])[:WIDTH])
    plan = _trace(min(beam.values(), key=lambda entry: entry[0])[1])
    asides = {place for place, year in plan.items() if year is None and _told_year(spans[place]) is not None}
    return plan, asides


def _trace(trail: tuple[object, ...]) -> dict[int, int | None]:
    """Read the years off a trail of (trail before, place, year)."""
    plan: dict[int, int | None] = {}
    while trail:
        before, place, year = trail
        plan[place] = year  # type: ignore[index,assignment]
        trail = before  # type: ignore[assignment]
    return plan


def _told_year(span: Span) -> int | None:
    return span.meaning.date.year if span.meaning.date else span.meaning.year


def _steps(text: str, spans: tuple[Span, ...]) -> list[Step]:
    """Give the dates of a narrative that tell a year or a month."""
    steps: list[Step] = []
    headings = _headings(text, spans)
    end = 0
    for place, span in enumerate(spans):
        meaning = span.meaning.date or span.meaning
        year = meaning.year
        month = meaning.month or SEASON_MONTH.get(meaning.season)
        is_bare = month is None or meaning.offset is not None or meaning.reference
        if span.meaning.kind not in DATED or (year is None and is_bare):
            continue
        heading = bisect_right(headings, span.start, key=lambda one: one[0]) - 1
        start, stop, section = headings[heading] if heading >= 0 else (0, 0, None)
        before = text[max(0, span.start - LOOK_BACK) : span.start].lower().split()
        new_paragraph = text.find("\n", end, span.start) >= 0
        is_heading = start <= span.start < stop
        steps.append(Step(place, year, month, is_heading, new_paragraph, _is_passing(before, span), section))
        end = span.end
    return steps


def _is_passing(before: list[str], span: Span) -> bool:
    """Say whether the word before a year tells it in passing: since 1954, the 1954 accords."""
    word = before[-1] if before else ""
    return word in PASSING or (word == "the" and span.rule == "year" and not span.meaning.modifier)


def _headings(text: str, spans: tuple[Span, ...]) -> list[tuple[int, int, Section | None]]:
    """Give start and end of every heading (a short line without a full stop) and the section that it opens."""
    found: list[tuple[int, int, Section | None]] = []
    section: Section | None = None
    place = 0
    for line in HEADING.finditer(text):
        while place < len(spans) and spans[place].start < line.start():
            place += 1
        years = []
        while place < len(spans) and spans[place].start < line.end():
            year = _told_year(spans[place])
            years += [year] if year is not None else []
            place += 1
        if years:
            section = Section(min(years), max(years), 1.0)
        elif section:
            section = section._replace(weight=section.weight * FADING)
        found.append((line.start(), line.end(), section))
    return found


def _moves(state: State, step: Step) -> list[tuple[State, float, int | None]]:
    """Give the ways to read a date: the new state, what it costs, and the year (None for one in passing)."""
    if step.year is not None:
        return _told_moves(state, step, step.year)
    if state.year is None:
        return [(state, NO_YEAR_YET, None)]
    moves: list[tuple[State, float, int | None]] = []
    for year in (state.year - 1, state.year, state.year + 1):
        more = OTHER_YEAR * (year != state.year) + OUT_OF_SECTION * _strays(year, step.section)
        moves.append((State(year, step.month), _jump(state, year, step) + more, year))
    if step.section and abs(step.section.first - state.year) > 1:
        year = step.section.first
        moves.append((State(year, step.month), _jump(state, year, step), year))
    return moves


def _strays(year: int, section: Section | None) -> float:
    """Say how much a year lies out of the section it stands in."""
    return section.weight if section and not section.first <= year <= section.last else 0.0


def _told_moves(state: State, step: Step, year: int) -> list[tuple[State, float, int | None]]:
    """Read a told year as where the narrative now is, or as told in passing."""
    month = step.month or (state.month if state.year == year else None)
    is_free = step.is_heading or state.year is None
    moves: list[tuple[State, float, int | None]] = [
        (State(year, month), 0.0 if is_free else _jump(state, year, step), year)
    ]
    if not is_free:
        aside = ASIDE + ASIDE_WITH_MONTH * (step.month is not None) - PASSES * step.is_passing
        moves.append((state, aside, None))
    return moves


def _jump(state: State, year: int, step: Step) -> float:
    """Give what it costs to go from a state to a year and the month of a step."""
    months = _months_between(state, year, step.month)
    cost = FORWARD * months if months >= 0 else -BACK * months
    return min(MOST_JUMP, cost) * (PARAGRAPH if step.is_new_paragraph and months < 0 else 1)


def _months_between(state: State, year: int, month: int | None) -> int:
    """Count the months from a state to a month; where one is unknown, as few as the years allow."""
    current = state.year or year
    months = (year - current) * 12
    if state.month:
        if month:
            return months + month - state.month
        return months + (6 - state.month if year < current else 1 - state.month if year != current else 0)
    if not month:
        return months
    return months + (month - 6 if year < current else month - 1 if year > current else 0)


def plan_years(text: str, spans: tuple[Span, ...], genre: Genre) -> tuple[dict[int, int | None], set[int]]:
    """Give the plan of a narrative; news has none."""
    return years_of(text, spans) if genre is Genre.NARRATIVE else ({}, set())
