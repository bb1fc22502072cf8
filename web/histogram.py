"""Events over time as stacked bars: which bins to read, and the shapes of the picture."""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from graph.derive import QUADS, UNSURE
from web.moments import as_day, day_in_words
from web.ticks import Tick, ticks_of, x_of
from web.words import SIGN_NAMES, Sign, counted, sign_of

HEIGHT = 120
DAYS_AS_DAYS = 130
DAYS_AS_MONTHS = 366 * 14
NUMBER = 16
# what is there is seen, however few beside the highest bar
LEAST = 0.5
ORDER = (Sign.COOPERATIVE, Sign.VERBAL, Sign.HOSTILE)

Address = Callable[[date, date], str]


Counts = Mapping[tuple[str, bool], int]


@dataclass(frozen=True, slots=True)
class Bin:
    """The events of a day, a month or a year, by sign ("" for none) and whether their days are unsure."""

    first: date
    last: date
    counts: Counts

    def of(self, sign: str) -> int:
        """Give how many events are of a sign."""
        return sum(number for (one, _), number in self.counts.items() if one == sign)

    @property
    def unsure(self) -> int:
        """Give how many events have days that are only probable or about right."""
        return sum(number for (_, is_unsure), number in self.counts.items() if is_unsure)

    @property
    def total(self) -> int:
        """Give all events of the bin."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Part:
    """One coloured part of a bar. is_unsure: whether it stands for unsure days; reach: how far up from the axis."""

    sign: str
    is_unsure: bool
    reach: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bin as it is drawn: across in per cent of the picture, down in pixels. href zooms into it.

    name: its day, month or year; told: how many events it stands for; total, unsure: all of them, and those whose
    days are only probable or about right; signs: how many are hostile acts, hostile words and cooperation.
    """

    x: float
    width: float
    parts: tuple[Part, ...]
    name: str
    told: str
    href: str
    first: date
    last: date
    total: int
    unsure: int
    signs: tuple[int, ...]

    @property
    def label(self) -> str:
        """Say what it stands for."""
        return f"{self.name}: {self.told}"


@dataclass(frozen=True, slots=True)
class Bucket:
    """What has no day, as a bar beside the others: its parts, and how many events it stands for.

    top: where its number stands, from the top; is_cut: whether it is drawn lower than it would be.
    """

    parts: tuple[Part, ...]
    top: float
    is_cut: bool
    total: int
    told: str
    href: str
    signs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The part of the days that is chosen, marked on the bars: from x on, in per cent of the picture."""

    first: date
    last: date
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars from `first` to `last`. highest: the most events of a bin; grain: hour, hours, day, month or year.

    bucket: what has no day, None where there is nothing or it was not counted; chosen: the days marked on the bars.
    """

    first: date
    last: date
    grain: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    highest: int
    height: int = HEIGHT
    bucket: Bucket | None = None
    chosen: Chosen | None = None

    @property
    def unsure(self) -> int:
        """Give how many events of the bars have unsure days."""
        return sum(bar.unsure for bar in self.bars)

    @property
    def days(self) -> tuple[str, str]:
        """Give the first and the last day in words."""
        return day_in_words(self.first, with_weekday=False), day_in_words(self.last, with_weekday=False)


def grain_for(first: date, last: date) -> str:
    """Choose how fine the bins of a window are.

    >>> grain_for(date(2019, 8, 1), date(2019, 8, 31)), grain_for(date(1990, 1, 1), date(2020, 1, 1))
    ('day', 'year')
    """
    days = (last - first).days
    return "day" if days <= DAYS_AS_DAYS else "month" if days <= DAYS_AS_MONTHS else "year"


def span_of(text: str) -> tuple[date, date] | None:
    """Give the days of a bin named as `2019`, `2019-08` or `2019-08-25`, None for other names.

    >>> span_of("2019-02")
    (datetime.date(2019, 2, 1), datetime.date(2019, 2, 28))
    """
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
        return None
    year, month, day = (*map(int, parts), *([0] * (3 - len(parts))))
    try:
        start = date(year, month or 1, day or 1)
        end_month = month or 12
        return start, date(year, end_month, day or monthrange(year, end_month)[1])
    except ValueError:
        return None


def bins_of_rows(rows: Iterable[dict[str, Any]]) -> list[Bin]:
    """Give bins as the store keeps them; events of no sign are those that did not happen."""
    found = []
    for row in rows:
        first, last = as_day(row["first"]), as_day(row["last"])
        if first and last:
            found.append(Bin(first, last, _signed(row)))
    return found


def _signed(row: dict[str, Any]) -> Counter[tuple[str, bool]]:
    """Give the counts of one bin by sign."""
    counts: Counter[tuple[str, bool]] = Counter()
    for quad in QUADS:
        number, unsure = row[quad] or 0, row[UNSURE[quad]] or 0
        if number:
            sign = sign_of(quad)
            counts[sign, True] += unsure
            counts[sign, False] += number - unsure
    return counts


def build(bins: Sequence[Bin], first: date, last: date, grain: str, address: Address) -> Histogram:
    """Give the picture of a window.

    address: a function that gives the address of a window from its first and last day.
    """
    highest = max((one.total for one in bins), default=0)
    bars = tuple(_bar(one, first, last, highest, address) for one in bins if one.total)
    return Histogram(first, last, grain, bars, ticks_of(first, last), highest)


def _bar(one: Bin, first: date, last: date, highest: int, address: Address) -> Bar:
    """Give one bar."""
    x = x_of(one.first, first, last)
    end = x_of(one.last + timedelta(days=1), first, last) if one.last < date.max else 100.0
    return bar_of(one, (x, end), highest, bin_name(one.first, one.last), address(one.first, one.last))


def bar_of(one: Bin, ends: tuple[float, float], highest: int, name: str, href: str) -> Bar:
    """Give one bar, its parts on top of one another. ends: where it begins and ends, in per cent of the picture."""
    x, end = ends
    gap = min(0.15, (end - x) * 0.15)
    parts = stacked(one.counts, HEIGHT / highest)
    width = round(max(end - x - gap, 0.08), 3)
    total, unsure, signs = one.total, one.unsure, signs_of(one.counts)
    told = told_of(total, unsure, signs)
    return Bar(x, width, parts, name, told, href, one.first, one.last, total, unsure, signs)


def stacked(counts: Counts, unit: float) -> tuple[Part, ...]:
    """Stack the parts of a bar, sure ones of each sign below unsure ones. unit: how high one event is."""
    parts, reach = [], 0.0
    for sign in (*ORDER, ""):
        for is_unsure in (False, True):
            number = counts.get((sign, is_unsure), 0)
            if number:
                height = max(round(number * unit, 1), LEAST)
                reach = min(round(reach + height, 1), float(HEIGHT))
                parts.append(Part(sign or "others", is_unsure, reach, height))
    return tuple(parts)


def bucket_of(counts: Counts, highest: int, href: str) -> Bucket | None:
    """Give the bar of what has no day, None where nothing has none. highest: the most events of another bar."""
    total = sum(counts.values())
    if not total:
        return None
    unit = HEIGHT / max(highest, 1)
    is_cut = total * unit > HEIGHT - NUMBER
    parts = stacked(counts, (HEIGHT - NUMBER) / total if is_cut else unit)
    unsure, signs = sum(number for (_, is_unsure), number in counts.items() if is_unsure), signs_of(counts)
    top = round(HEIGHT - parts[-1].reach - 4, 2)
    return Bucket(parts, top, is_cut, total, told_of(total, unsure, signs), href, signs)


def signs_of(counts: Counts) -> tuple[int, ...]:
    """Give how many events are hostile acts, hostile words and cooperation."""
    return tuple(counts.get((sign, False), 0) + counts.get((sign, True), 0) for sign in reversed(ORDER))


def told_of(total: int, unsure: int, signs: tuple[int, ...]) -> str:
    """Say how many events a bar stands for. signs: as `signs_of` gives them.

    >>> told_of(3, 1, (3, 0, 0))
    '3 events (hostile acts 3), 1 of them perhaps or about then'
    """
    by_sign = zip(reversed(ORDER), signs, strict=True)
    told = [f"{SIGN_NAMES[sign].lower()} {number:,}" for sign, number in by_sign if number]
    rest = f", {unsure:,} of them perhaps or about then" if unsure else ""
    return counted(total, "event") + (f" ({', '.join(told)})" if told else "") + rest


def bin_name(first: date, last: date) -> str:
    """Name a day, a month or a year.

    >>> bin_name(date(2019, 8, 1), date(2019, 8, 31))
    'August 2019'
    """
    if first == last:
        return day_in_words(first)
    if first.year == last.year and first.month == last.month:
        return f"{first:%B} {first.year}"
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
