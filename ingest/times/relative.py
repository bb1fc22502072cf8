"""Resolves expressions that lean on another time: weekdays, "yesterday", "last week", "two days later"."""

from datetime import date

from ingest.times.meaning import Span
from ingest.times.measures import duration_value, move
from ingest.times.steps import step
from ingest.times.story import Answer, Point, Story
from ingest.times.values import add_months, clamp_day, interval, shift_day, write

NEXT_IF_BACK = 2
COMING = 2  # the next there is, not that of the next calendar week
FRACTIONS = {"Y": (12, "M"), "E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y")}
FINE_UNITS = frozenset({"D", "W", "WE", "F", "TH", "TM", "TS"})


def resolve_weekday(story: Story, span: Span) -> Answer:
    """A weekday: the last one up to publication, a later one where a future is told."""
    meaning = span.meaning
    part = _part(meaning.part, meaning.noon)
    told = story.last_day if story.around.lists["from-told"].intersection(span.text.lower().split()) else None
    if told:
        day = _weekday_beside(told, meaning.weekday or 1, meaning.offset)
    else:
        is_of_week = bool(meaning.unit) and meaning.offset == -1  # "Tuesday of last week"
        day = weekday_day(story, span, meaning.weekday or 1, 0 if is_of_week else meaning.offset)
        day = shift_day(day, meaning.shift - 7 * is_of_week) if day else None
        day = _before_its_end(story, span, day) if day and story.is_news and meaning.offset is None else day
    value = (day.isoformat() if day else f"XXXX-WXX-{meaning.weekday}") + part
    return Answer("TIME" if part else "DATE", value, story.basis())


def _before_its_end(story: Story, span: Span, day: date) -> date | None:
    """Give the first day of a range of weekdays, which is not after its last: "from Monday to Wednesday"."""
    place = story.place + 1
    following = story.spans[place] if place < len(story.spans) else None
    if following is None or following.meaning.kind != "weekday" or not following.meaning.weekday:
        return day
    between = story.text[span.end : following.start].strip().lower()
    if following.meaning.offset is not None or between not in story.around.lists["range"]:
        return day
    last = weekday_day(story, following, following.meaning.weekday, None)
    return shift_day(day, -7) if last and last < day else day


def _weekday_beside(day: date, weekday: int, offset: int | None) -> date | None:
    """Give the last such weekday before a day, or the next one after it."""
    if offset == -1:
        return shift_day(day, -((day.weekday() - weekday + 1) % 7 or 7))
    return shift_day(day, (weekday - 1 - day.weekday()) % 7 or 7)


def _part(part: str, noon: str = "") -> str:
    return f"T{part or noon}" if part or noon else ""


def weekday_day(story: Story, span: Span, weekday: int, offset: int | None) -> date | None:
    """Give the day of a weekday (Monday is 1), None where there is nothing to count from.

    "Next Friday" is that of the next calendar week, "last Friday" the last there was.
    """
    base = story.published if story.is_news and story.published else story.last_day
    if base is None:
        return None
    ahead = (weekday - 1 - base.weekday()) % 7
    back = (base.weekday() - weekday + 1) % 7
    if offset == -1:
        return shift_day(base, -(back or 7))
    if offset == 1:
        return shift_day(base, 7 + weekday - 1 - base.weekday())
    if offset == 0:
        return shift_day(base, weekday - 1 - base.weekday())
    if offset == COMING:
        return shift_day(base, ahead or 7)
    if not story.is_news:
        return shift_day(base, ahead)
    is_until = story.is_until(span) and not _ends_past_range(story, span, base)
    is_ahead = back > NEXT_IF_BACK and (story.is_future(span) or is_until)
    is_ahead = is_ahead or (back > 0 and story.is_called(span))
    return shift_day(base, 7 - back if is_ahead else -back)


def _ends_past_range(story: Story, span: Span, base: date) -> bool:
    """Say whether a weekday is the end of what began on a past day: "from Sunday until Monday"."""
    last = story.last_day
    if last is None or story.last_end is None or last >= base:
        return False
    return story.text[story.last_end : span.start].strip().lower() in story.around.lists["range"]


def resolve_deictic(story: Story, span: Span) -> Answer:
    """Today, yesterday, tonight, last night. In narratives "today" is the writer's present."""
    meaning = span.meaning
    part = _part(meaning.part, meaning.noon) or ("TNI" if "night" in span.text.lower() else "")
    days = (meaning.days or 0) + meaning.shift
    if not story.is_news and span.text.lower() == "today":
        return Answer("DATE", "PRESENT_REF")
    base = story.published if story.is_news else story.last_day
    day = shift_day(base, days) if base else None
    return Answer(span.type, day.isoformat() + part if day else "", story.basis())


def resolve_unit(story: Story, span: Span) -> Answer:
    """Last week, the next day, that year."""
    meaning, low = span.meaning, span.text.lower()
    if meaning.unit == "WE" and meaning.offset is None:
        return _weekend(story, span)
    offset, unit = meaning.offset or 0, meaning.unit or "Y"
    if meaning.anchor == "last":
        is_same = span.rule == "same-unit" and unit == "D"  # "later in the day": of the day told last
        is_same = is_same or bool(story.around.lists["same"].intersection(low.split()))
        is_told = not story.is_news or story.is_told_here(span) or (is_same and story.is_told_near(span))
        point = story.last if is_told and not (story.is_news and _is_coarser(story.last, unit)) else None
        return Answer("DATE", step(point or story.anchor(), unit, 0), story.basis())
    follows = bool(story.around.lists["from-told"].intersection(low.split())) or "the next" in low
    point = story.last if not story.is_news or (follows and story.last) else story.anchor()
    if story.is_news and offset and story.published and {"past", "coming"}.intersection(low.split()):
        return _past_unit(story, unit, offset, step(point, unit, offset))
    if story.is_news and _is_coarser(point, unit):
        point = (None if story.has_gone_back or story.is_told_here(span) else story.day_near(span)) or story.anchor()
    if not story.is_news and unit in {"Y", "E"} and story.year and offset > 0:
        point = Point(story.year)
    return Answer("DATE", step(point, unit, offset), story.basis())


def _past_unit(story: Story, unit: str, offset: int, value: str) -> Answer:
    """The past decade: the ten years up to publication, whatever the calendar's decade is."""
    other = move(story.published, offset, unit) if story.published else None
    if other is None or story.published is None:
        return Answer("DATE", value, story.basis())
    first, last = min(other, story.published), max(other, story.published)
    return Answer("DATE", value, story.basis(), first, last, interval(first, last, "~"))


def _weekend(story: Story, span: Span) -> Answer:
    """Over the weekend: the last one, the coming one where a future is told or it has begun."""
    if not story.is_news:
        return Answer("DATE", step(story.last, "WE", 0), story.basis())
    has_begun = story.published is not None and story.published.weekday() == 6
    count = 0 if has_begun or story.is_future(span) else -1
    return Answer("DATE", step(story.anchor(), "WE", count), story.basis())


def resolve_unit_part(story: Story, span: Span) -> Answer:
    """Early the next morning: of the day after the last one told."""
    meaning = span.meaning
    value = step(story.last, "D", meaning.offset or 0)
    part = _part(meaning.part, meaning.noon)
    return Answer("TIME", value + part if value else "", story.basis())


def resolve_shift(story: Story, span: Span) -> Answer:
    """Three days ago, counted from publication; two years later, counted from the last time told."""
    meaning, low = span.meaning, span.text.lower()
    offset, number, unit = meaning.offset or 0, meaning.number, meaning.unit
    if not number:
        return Answer("DATE", "FUTURE_REF" if offset > 0 else "PAST_REF")
    if _compares(story, span):
        return _compared(story, span)
    from_publication = meaning.anchor == "publication" or low.endswith(("ago", "from now", "today"))
    point = story.anchor() if from_publication else story.last
    is_exact = from_publication and unit in {"M", "Y"} and number == int(number) and _is_exact(story, span)
    if meaning.anchor == "publication" or is_exact:
        return Answer("DATE", _shift_to_day(story, span, point), story.basis())
    if point and story.is_news and _is_coarser(point, unit):
        if story.has_gone_back or story.is_told_here(span):
            return _shift_within(story, point, offset * number, unit)
        point = story.day_near(span) or story.anchor()
    if number != int(number) and unit in FRACTIONS:
        factor, unit = FRACTIONS[unit]
        number *= factor
    value = step(point, unit, offset * number)
    if from_publication and story.around.lists["comparing"].intersection(low.split()):
        return _beyond(story, span, value, move(story.published, offset * number, unit) if story.published else None)
    return Answer("DATE", value, story.basis())


def _shift_within(story: Story, point: Point, count: float, unit: str) -> Answer:
    """Two months later than something of 2021: some time between March 2021 and February 2022."""
    value, begin = step(point, unit, count), clamp_day(point.year, point.month or 1, 1)
    year, month = (point.year, point.month) if point.month else (point.year, 12)
    end = clamp_day(year, month, 31)
    first, last = (move(day, count, unit) if day else None for day in (begin, end))
    if first is None or last is None:
        return Answer("DATE", value, story.basis())
    if count > 0 and story.published and first <= story.published < last:
        last = story.published
    return Answer("DATE", value, story.basis(), first, last, interval(first, last, "~"))


def _is_exact(story: Story, span: Span) -> bool:
    """Say whether a distance is told to the day: "exactly a month ago", "a month ago to the day"."""
    is_before = story.around.exactly.search(story.text[max(0, span.start - 12) : span.start])
    return bool(is_before or story.around.exactly_after.match(story.text, span.end))


def _beyond(story: Story, span: Span, value: str, moved: date | None) -> Answer:
    """Less than two weeks ago: since then; more than two weeks ago: before that, nobody says how long."""
    published = story.published
    is_within = span.meaning.modifier == "LESS_THAN"
    if published is None or moved is None or not (is_within or span.meaning.modifier == "MORE_THAN"):
        return Answer("DATE", value, story.basis())
    if is_within:
        ends: tuple[date | None, date | None] = min(moved, published), max(moved, published)
    else:
        ends = (None, moved) if moved < published else (moved, None)
    return Answer("DATE", value, story.basis(), *ends, interval(*ends))


def _compares(story: Story, span: Span) -> bool:
    """Say whether a distance only measures a time against a plan: "two days later than planned"."""
    after = story.text[span.end : span.end + 8].split()
    return bool(after) and after[0].lower() in story.around.lists["comparing"]


def _compared(story: Story, span: Span) -> Answer:
    """Give the day that is compared, which stands beside it ("on 5 May, a day later than planned"), else a length."""
    if not story.is_told_here(span) or story.last is None:
        return Answer("DURATION", duration_value(span.meaning.number, span.meaning.unit))
    return Answer("DATE", write(story.last.year, story.last.month, story.last.day), story.basis())


def _is_coarser(point: Point | None, unit: str) -> bool:
    """Say whether a time is too coarse to count such units from it."""
    if point is None:
        return False
    return point.month is None if unit in {"M", "Q", "H"} else unit in FINE_UNITS and point.day is None


def _shift_to_day(story: Story, span: Span, point: Point | None) -> str:
    """A week ago Monday, a year ago today."""
    meaning, day = span.meaning, point.date() if point else None
    number = int(meaning.number or 1)
    if day is None or point is None or not point.month:
        return ""
    if meaning.unit in {"Y", "M"}:
        year, month = add_months(point.year, point.month, -number * (12 if meaning.unit == "Y" else 1))
        return write(year, month, point.day)
    moved = shift_day(day, -number * (7 if meaning.unit == "W" else 1))
    if moved is None:
        return ""
    if meaning.weekday:
        moved = shift_day(moved, -((moved.weekday() - meaning.weekday + 1) % 7))
    return moved.isoformat() if moved else ""


def resolve_vague_shift(story: Story, span: Span) -> Answer:
    """Long ago; shortly afterwards."""
    return Answer(
        "DATE", "PAST_REF" if story.around.lists["back"].intersection(span.text.lower().split()) else "FUTURE_REF"
    )


def resolve_nth_day(story: Story, span: Span) -> Answer:
    """The second day of a battle: known only as a day of the month told last."""
    last = story.last
    return Answer("DATE", f"{write(last.year, last.month)}-XX" if last and last.month else "XXXX-XX-XX", story.basis())
