"""Resolves clock times and parts of the day."""

import re
from datetime import date

from ingest.times.absolute import date_answer
from ingest.times.meaning import Span
from ingest.times.relative import weekday_day
from ingest.times.story import Answer, Story
from ingest.times.values import VALUE, shift_day, write

CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::[0-9]{2})?\s*([ap])?")
OFF_ZONE = re.compile(r"(?:GMT|UTC) ?([+-]) ?([0-9]{1,2})\b", re.IGNORECASE)
ANY_DAY = "XXXX-XX-XX"
BRACKET = r"(?: ?[(\[][^()\[\]]{0,30}[)\]])?"
BESIDE = re.compile(BRACKET + r",? ?(?:on )?", re.IGNORECASE)
# Between a clock time and its day: whose time it is, how far off, the same in another zone.
BESIDE_DAY = re.compile(
    rf"[)\]]?(?: [A-Za-z-]{{2,20}}){{0,2}}? time{BRACKET},? (?:on )?"
    rf"|[)\]]?(?: (?:GMT|UTC) ?[+-] ?[0-9]{{1,2}})?{BRACKET} on ",
    re.IGNORECASE,
)
DAYS = frozenset({"weekday", "date", "iso", "numeric", "part-of-date"})
DAY_LENGTH = len("2008-12-05")


def day_of(story: Story, span: Span) -> date | None:
    """Give the day a clock time or part of a day belongs to: one told in its sentence, else publication."""
    told = story.last_day
    if not story.is_news:
        return told
    return told if told and story.is_same_sentence(span) else story.published


def resolve_clock(story: Story, span: Span) -> Answer:
    """5:30 p.m. (1430 GMT), noon on Friday, 0900 hours."""
    meaning = span.meaning
    day = _day_told(story, span)
    if meaning.noon and not meaning.clock:
        return Answer("TIME", f"{day}T{meaning.noon}", story.basis())
    raw = str(story.around.hours.get(meaning.clock, meaning.clock))
    clock = _clock(raw, meaning.half_day, span.text.lower())
    day = _day_joined(story, span, clock) or day
    return Answer("TIME", f"{day}T{clock}{_zone(meaning.zone, span.text)}" if clock else "", story.basis())


def _zone(zone: str, text: str) -> str:
    """Write a zone, with the hours it is off where they are told ("GMT+8")."""
    off = OFF_ZONE.search(text)
    return f"{off[1]}{int(off[2]):02d}" if off else zone


def _day_told(story: Story, span: Span) -> str:
    """Give the day of a clock time as a value, from its own words, the words after it or the story."""
    meaning = span.meaning
    if meaning.date:
        return date_answer(story, span, meaning.date).value or ANY_DAY
    if meaning.weekday:
        day = weekday_day(story, span, meaning.weekday, None)
        return day.isoformat() if day else ANY_DAY
    beside = _day_beside(story, span)
    if beside:
        return beside
    ahead = story.around.weekday_ahead.match(story.text[span.end : span.end + 40])
    day = weekday_day(story, span, story.around.weekdays[ahead[1].lower()], None) if ahead else day_of(story, span)
    return day.isoformat() if day else ANY_DAY


def _day_beside(story: Story, span: Span) -> str:
    """Give the day that stands right behind a clock time ("today", "local time on 4 March"), "" where none does."""
    for place in range(story.place + 1, min(story.place + 3, len(story.spans))):
        following = story.spans[place]
        between = story.text[span.end : following.start]
        if following.meaning.kind == "deictic" and BESIDE.fullmatch(between):
            return _read_at(story, place)[:DAY_LENGTH]
        if following.meaning.kind in DAYS and BESIDE_DAY.fullmatch(between):
            value = _read_at(story, place)[:DAY_LENGTH]
            return value if len(value) == DAY_LENGTH and value[0].isdigit() else ""
    return ""


def _day_joined(story: Story, span: Span, clock: str) -> str:
    """Give the day of a clock time by the one it is joined to: "between 9am and 11am on 5 May".

    The day before where it is the later hour of the two: "from 10 p.m. to 4 a.m. on 5 May". "" where none is told.
    """
    place = story.place + 1
    other = story.spans[place] if place < len(story.spans) else None
    if other is None or other.meaning.kind != "clock" or span.meaning.date or span.meaning.weekday:
        return ""
    between = story.text[span.end : other.start].strip().lower()
    has_day = bool(other.meaning.date or other.meaning.weekday)
    if not has_day or between not in story.around.lists["range"] | {"and"}:
        return ""
    value = _read_at(story, place)
    day = _day(value[:DAY_LENGTH])
    if day and clock > value[DAY_LENGTH + 1 :] and between != "and":
        day = shift_day(day, -1)
    return day.isoformat() if day else ""


def _read_at(story: Story, place: int) -> str:
    """Give the value of another expression of the text, by its place."""
    if story.read is None:
        return ""
    here, story.place = story.place, place
    value = story.read(story, story.spans[place]).value
    story.place = here
    return value


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _clock(raw: str, half_day: int | None, low: str) -> str:
    """Write a clock time as HH:MM, "" for an impossible one.

    >>> _clock("5:30 p.m.", None, "5:30 p.m.")
    '17:30'
    """
    raw = f"{raw[:2]}:{raw[2:]}" if raw.isdigit() and len(raw) == 4 else raw
    match = CLOCK.match(raw)
    hour = int(match[1]) if match else 24
    minute = match[2] or "00" if match else "00"
    afternoon = half_day == 12 or (match and match[3] == "p") or re.search(r"afternoon|evening|night", low)
    morning = half_day == 0 or (match and match[3] == "a") or "morning" in low
    if afternoon and hour < 12:
        hour += 12
    elif morning and not afternoon and hour == 12:
        hour = 0
    is_such = hour < (13 if match and match[3] == "a" else 24) and int(minute) < 60
    return f"{hour:02d}:{minute}" if is_such else ""


def resolve_part(story: Story, span: Span) -> Answer:
    """At night, overnight, the morning."""
    meaning, low = span.meaning, span.text.lower()
    part = meaning.part or meaning.noon or "NI"
    is_told = low == "overnight" or low.split()[0] == "the" or bool(meaning.modifier)
    day = day_of(story, span) if is_told else None
    last = story.last
    if is_told and day is None and not story.is_news and last and last.month:
        return Answer("TIME", f"{write(last.year, last.month)}-XXT{part}", story.basis())
    return Answer("TIME", f"{day.isoformat() if day else ANY_DAY}T{part}", story.basis())


def resolve_part_of_date(story: Story, span: Span) -> Answer:
    """The night of 8 February 1904."""
    meaning = span.meaning
    answer = date_answer(story, span, meaning.date or meaning)
    match = VALUE.fullmatch(answer.value)
    day = answer.value if (match and match["day"]) or answer.value.startswith("XXXX") else ANY_DAY
    return Answer("TIME", f"{day}T{meaning.part or meaning.noon or 'NI'}", answer.basis)
