"""The days that lanes are drawn over; long stretches in which nothing lies are left out, so that the rest has room."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from graph.model import shifted
from web.hours import has_hours, ticks_by_hour
from web.moments import short_day
from web.ticks import TICKS, Tick, round_days, thinned

Days = tuple[date, date]
PART = 4
LEAST_GAP = 20
GAP = 4.0
LEAST = 8.0
APART = 8.5
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some days of an axis without a break, and from where to where they are drawn, in per cent."""

    first: date
    last: date
    x: float
    end: float

    def x_of(self, day: date) -> float:
        """Give where a day begins, not outside of the piece."""
        part = (day - self.first).days / ((self.last - self.first).days + 1)
        return self.x + min(max(part, 0.0), 1.0) * (self.end - self.x)


@dataclass(frozen=True, slots=True)
class Break:
    """Days that are left out between two pieces, and where, in per cent."""

    x: float
    width: float
    days: str

    @property
    def label(self) -> str:
        """Say what is left out."""
        return f"{self.days}: nothing begins or ends here"


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, in one piece or several, the earliest first."""

    first: date
    last: date
    pieces: tuple[Piece, ...]

    @property
    def has_hours(self) -> bool:
        """Say whether marks stand at hours."""
        return has_hours(self.first, self.last)

    @property
    def breaks(self) -> tuple[Break, ...]:
        """Give what is left out."""
        return tuple(
            Break(round(one.end, 3), round(other.x - one.end, 3), _left_out(one.last + DAY, other.first - DAY))
            for one, other in zip(self.pieces, self.pieces[1:], strict=False)
        )

    def x_of(self, day: date) -> float:
        """Give where a day begins, in per cent of the picture and not outside of it."""
        piece = next((one for one in self.pieces if day <= one.last), self.pieces[-1])
        return round(piece.x_of(day), 3)

    def ends_of(self, first: date | None, last: date | None) -> tuple[float, float]:
        """Give from where to where some days reach; an open side reaches the edge."""
        start = self.x_of(first) if first else 0.0
        if last is None or last == date.max:
            return start, 100.0
        piece = next((one for one in self.pieces if last <= one.last), self.pieces[-1])
        return start, round(piece.x_of(last + DAY), 3)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Mark days, months or years, or hours; no mark so near to another that their words would touch."""
        if self.has_hours:
            return ticks_by_hour(self.first, self.last)
        kept: list[Tick] = []
        for piece in self.pieces:
            marks = _marks(piece, is_broken=len(self.pieces) > 1)
            if kept and marks[0].x - kept[-1].x < APART and len(kept) > 1:
                kept.pop()
            for tick in marks:
                if tick is marks[0] or tick.x - kept[-1].x >= APART:
                    kept.append(tick)
        return thinned(kept)


def axis_of(spans: Iterable[Days], first: date, last: date) -> Axis:
    """Give the axis of a window. spans: the days that must be seen; those outside the window do not count.

    Stretches between them of LEAST_GAP days or more that take more than a part in PART of all are left out.
    """
    pieces = list[Days]()
    for start, end in sorted((max(start, first), min(end, last)) for start, end in spans):
        if pieces and start - pieces[-1][1] <= DAY:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], end))
        elif start <= end:
            pieces.append((start, end))
    days = (last - first).days + 1
    kept = list[Days]()
    for piece in pieces or [(first, last)]:
        gap = (piece[0] - kept[-1][1]).days - 1 if kept else 0
        if kept and not (gap >= LEAST_GAP and gap * PART > days):
            kept[-1] = (kept[-1][0], piece[1])
        else:
            kept.append(piece)
    if len(kept) == 1:
        return Axis(first, last, (Piece(first, last, 0.0, 100.0),))
    return Axis(first, last, tuple(_placed(_widened(kept, first, last))))


def _widened(pieces: list[Days], first: date, last: date) -> list[Days]:
    """Give the pieces with some days around each, and with what lies before the first and behind the last."""
    margins = [max((end - start).days // 20, 1) for start, end in pieces]
    found = [(shifted(start, -days), shifted(end, days)) for (start, end), days in zip(pieces, margins, strict=True)]
    found[0] = (max(found[0][0], first), found[0][1])
    found[-1] = (found[-1][0], min(found[-1][1], last))
    return found


def _placed(pieces: list[Days]) -> Iterable[Piece]:
    """Share the picture among pieces by their days, none of them too narrow to be read."""
    room = 100.0 - GAP * (len(pieces) - 1)
    least = min(LEAST, room / len(pieces))
    lengths = [(end - start).days + 1 for start, end in pieces]
    rest = room - least * len(pieces)
    x = 0.0
    for (start, end), length in zip(pieces, lengths, strict=True):
        width = least + rest * length / sum(lengths)
        yield Piece(start, end, x, x + width)
        x += width + GAP


def _marks(piece: Piece, *, is_broken: bool) -> list[Tick]:
    """Mark the round days of a piece, as many as it has room for; beside a break the first one tells its year."""
    most = max(round(TICKS * (piece.end - piece.x) / 100), 1)
    marks = round_days(piece.first, piece.last)
    marks = marks[:: -(-len(marks) // most)]
    if is_broken and marks[0][1][-4:] != str(marks[0][0].year):
        marks[0] = (marks[0][0], short_day(marks[0][0]))
    return [Tick(x, label, _anchor(x)) for x, label in ((round(piece.x_of(day), 3), label) for day, label in marks)]


def _anchor(x: float) -> str:
    return "start" if x < APART else "end" if x > 100 - APART / 2 else "middle"


def _left_out(first: date, last: date) -> str:
    """Name days that are left out."""
    return f"{short_day(first)} to {short_day(last)}"
