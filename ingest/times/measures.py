"""Resolves durations and sets, and stretches that reach from or to the day of publication."""

from datetime import date

from graph.model import Basis
from ingest.times.meaning import Span
from ingest.times.story import Answer, Story
from ingest.times.values import add_months, clamp_day, interval, shift_day

SETS = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX", "TH": "XXXX-XX-XXTXX",
    "TNI": "XXXX-XX-XXTNI", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE",
}  # fmt: skip
UNIT_CODES = {"E": "DE", "C": "CE", "L": "ML"}
YEARS = {"E": 10, "C": 100, "L": 1000}
HALVES = {"TH": (30, "TM"), "Y": (6, "M"), "E": (5, "Y"), "C": (50, "Y")}
MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
RECENT = {"D": 14, "W": 56, "M": 365, "Y": 3650, "E": 9131, "C": 36525}
OF, OF_REACH = " of ", 12


def duration_value(number: float | None, unit: str) -> str:
    """Write a duration; an unknown number (0 or None) is X.

    >>> duration_value(3, "M"), duration_value(0.5, "TH"), duration_value(None, "F")
    ('P3M', 'PT30M', 'PXW')
    """
    if unit == "50Y":
        return f"P{int((number or 1) * 50)}Y"
    if unit[:1].isdigit():
        number, unit = (number or 0) * int(unit[:-1]), unit[-1]
    if unit == "F":
        number, unit = (number or 0) * 2, "W"
    if unit == "Q":
        number, unit = (number or 0) * 3, "M"
    if number == 0.5 and unit in HALVES:
        number, unit = HALVES[unit]
    amount = "X" if not number else str(int(number) if number == int(number) else number)
    if unit.startswith("T"):
        return f"PT{amount}{unit[1:]}" if unit != "TNI" else f"P{amount}TNI"
    return f"P{amount}{UNIT_CODES.get(unit, unit)}"


def told_duration(story: Story, number: float | None, unit: str) -> str:
    """Write a duration as the genre does: decades and longer are years in news, by ISO 8601."""
    if story.is_news and unit in YEARS:
        return duration_value(number and number * YEARS[unit], "Y")
    return duration_value(number, unit)


def resolve_duration(story: Story, span: Span) -> Answer:
    """Three months; a year-long siege; half an hour."""
    meaning, low = span.meaning, span.text.lower()
    number = meaning.number
    unit = meaning.unit
    if not unit:
        return Answer("DURATION")
    words = low.replace("-", " ").split()
    if low.endswith("and a half"):
        number = (number or 1) + 0.5
    elif "half" in words and "and" not in words and number in (None, 1):
        number = 0.5
    if number is None and (meaning.position or (low.endswith("long") and not low.split("-")[0].strip().endswith("s"))):
        number = 1
    return Answer("DURATION", told_duration(story, number, unit))


def resolve_stretch(story: Story, span: Span) -> Answer:
    """The past two years, the next few days: how long, and from or to the day of publication."""
    meaning = span.meaning
    number, unit = meaning.number, meaning.unit
    if "half" in span.text.lower().replace("-", " ").split() and not number:
        number = 0.5
    if number is None and not span.text.lower().endswith("s"):
        number = 1
    value = told_duration(story, number, unit)
    published = story.published if story.is_news and not _is_of_other(story, span) else None
    first, last = _around(published, number, unit, meaning)
    if first is None or last is None:
        return Answer("DURATION", value)
    return Answer("DURATION", value, Basis.PUBLICATION, first, last, interval(first, last, "~"))


def _is_of_other(story: Story, span: Span) -> bool:
    """Say whether a stretch is one of something else: "the last days of 2023", "the last days of the war"."""
    after = story.text[span.end : span.end + OF_REACH].lower()
    if not after.startswith(OF):
        return False
    is_thing = story.around.has("determiner", after[len(OF) :].split(" ")[0]) and "past" not in span.text.lower()
    return is_thing or story.is_next_at(span.end + len(OF))


def _around(
    published: date | None, number: float | None, unit: str, meaning: object
) -> tuple[date | None, date | None]:
    """Give first and last day of a stretch before or after publication."""
    position, offset = getattr(meaning, "position", ""), getattr(meaning, "offset", None)
    direction = {"last": -1, "next": 1}.get(position, offset or 0)
    if published is None or not direction:
        return None, None
    other = (
        move(published, direction * number, unit) if number else shift_day(published, direction * RECENT.get(unit, 365))
    )
    if other is None:
        return None, None
    return min(published, other), max(published, other)


def move(day: date, count: float, unit: str) -> date | None:
    """Give the day some units on, None for units shorter than a day or outside the calendar."""
    if unit in MONTHS:
        year, month = add_months(day.year, day.month, int(count * MONTHS[unit]))
        return clamp_day(year, month, day.day)
    days = {"D": 1, "W": 7, "F": 14, "WE": 7}.get(unit)
    if unit in {"TH", "TM", "TS"}:
        days_moved = int(count / {"TH": 24, "TM": 1440, "TS": 86400}[unit])
        return shift_day(day, days_moved or (1 if count > 0 else -1))
    return shift_day(day, int(count * days)) if days else None


def resolve_reference(story: Story, span: Span) -> Answer:
    """Now, recently, the future: bounded by publication on one side where it is known."""
    value, published = span.meaning.value, story.published if story.is_news else None
    if published is None:
        return Answer("DATE", value)
    if value == "FUTURE_REF":
        return Answer("DATE", value, Basis.PUBLICATION, published, None, interval(published, None))
    days = {"PRESENT_REF": 31, "PAST_REF": 365}.get(value, 365)
    first = shift_day(published, -days)
    return Answer("DATE", value, Basis.PUBLICATION, first, published, interval(first, published, "~"))


def resolve_recent(story: Story, span: Span) -> Answer:
    """Recent months: some of them up to publication, how many nobody says."""
    published = story.published if story.is_news else None
    if published is None:
        return Answer("DATE", "PAST_REF")
    first = shift_day(published, -RECENT.get(span.meaning.unit, 365))
    return Answer("DATE", "PAST_REF", Basis.PUBLICATION, first, published, interval(first, published, "~"))


def resolve_frequency(story: Story, span: Span) -> Answer:
    """Daily, annual. Narratives write them by TIMEX2 as an open date, news by TimeML as a period."""
    unit = span.meaning.unit
    return Answer("SET", duration_value(1, unit) if story.is_news else SETS.get(unit, duration_value(1, unit)))


def resolve_set(story: Story, span: Span) -> Answer:
    """Every Friday, each year, twice a week."""
    meaning, low = span.meaning, span.text.lower()
    if meaning.weekday:
        return Answer("SET", f"XXXX-WXX-{meaning.weekday}" + (f"T{meaning.part}" if meaning.part else ""))
    if meaning.month:
        return Answer("SET", f"XXXX-{meaning.month:02d}")
    if meaning.season:
        return Answer("SET", f"XXXX-{meaning.season}")
    if meaning.part:
        return Answer("SET", f"XXXX-XX-XXT{meaning.part}")
    if meaning.unit == "WE":
        return Answer("SET", SETS["WE"])
    number = 2 if "other" in low.split() else meaning.number or meaning.ordinal or 1
    is_every = low.startswith(("every", "each"))
    if story.is_news or number != 1 or not is_every:
        return Answer("SET", duration_value(number, meaning.unit))
    return Answer("SET", SETS.get(meaning.unit, duration_value(1, meaning.unit)))
