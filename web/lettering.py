"""Names on a picture made without a browser: how wide they are, where lines of text end, and where a name has room."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, east_asian_width, normalize

# how wide letters are in hundredths of the size of type, as in the widest of the faces a system may choose
NARROW, WIDE = frozenset("iljtfrI.,:;'’‘|!()[] "), frozenset("mwMW@%…—æÆœжшщюфыљњМФЫЂЋ")
WIDEST = frozenset("ŒЖШЩЮЉЊ")
NARROW_LETTER, LETTER, CAPITAL, WIDE_LETTER, WIDEST_LETTER, IDEOGRAPH = 42, 64, 75, 100, 110, 105
# of Cyrillic and Armenian, whose letters are broader
FIRST_BROAD, LAST_BROAD = "\u0400", "\u058f"
BROAD_LETTER, BROAD_CAPITAL = 75, 85
# marks over or under a letter, and what only joins or parts letters
WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
CELL = 8.0
ALWAYS = 8
REACH = 0.8
GAP = 0.25


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Say whether two boxes share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def is_inside(self, other: "Box") -> bool:
        """Say whether this box reaches nowhere beyond another."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name stands: the point of its baseline that `anchor` (start, middle, end) names, and all it covers."""

    x: float
    y: float
    anchor: str
    box: Box


@dataclass(frozen=True, slots=True)
class Named:
    """A mark with its name. reach: how far it goes from its middle."""

    x: float
    y: float
    reach: float
    name: str


def width_of(text: str, size: float) -> float:
    """Give about how wide a text is, in the unit of `size`, rather too wide than too narrow.

    >>> width_of("ill", 10) < width_of("ann", 10) < width_of("MWM", 10)
    True
    """
    return size * _hundredths(text) / 100


def _hundredths(text: str) -> int:
    """Give the width of a text in hundredths of the size of type."""
    return sum(map(_letter, text))


@lru_cache(maxsize=4096)
def _letter(letter: str) -> int:
    """Give the width of one letter in hundredths of the size of type."""
    if east_asian_width(letter) in ("W", "F"):
        return IDEOGRAPH
    letter = normalize("NFD", letter)[0]
    if letter in NARROW:
        return NARROW_LETTER
    if letter in WIDE:
        return WIDE_LETTER
    if letter in WIDEST:
        return WIDEST_LETTER
    if category(letter) in WITHOUT_WIDTH:
        return 0
    if FIRST_BROAD <= letter <= LAST_BROAD:
        return BROAD_CAPITAL if letter.isupper() else BROAD_LETTER
    return CAPITAL if letter.isupper() else LETTER


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """Part a text into lines that fit a width; a word too long for one is broken.

    >>> wrapped("one two three", 60, 10)
    ('one two', 'three')
    """
    lines, long = list[list[str]](), 0
    for word in (piece for part in text.split() for piece in _pieces(part, width, size)):
        own = _hundredths(word)
        together = long + NARROW_LETTER + own
        if lines and size * together / 100 <= width:
            lines[-1].append(word)
            long = together
        else:
            lines.append([word])
            long = own
    return tuple(map(" ".join, lines))


def _pieces(word: str, width: float, size: float) -> Iterable[str]:
    """Break a word into pieces that fit a width."""
    start, long = 0, 0
    for place, letter in enumerate(word):
        long += _letter(letter)
        if place > start and size * long / 100 > width:
            yield word[start:place]
            start, long = place, _letter(letter)
    yield word[start:]


class _Ground:
    """What is taken of a picture, in cells, so that a box is held against its neighbours alone."""

    def __init__(self, cell: float) -> None:
        self._cell = cell
        self._held: defaultdict[tuple[int, int], list[tuple[int, Box]]] = defaultdict(list)

    def _cells(self, box: Box) -> Iterable[tuple[int, int]]:
        left, top, right, bottom = (
            math.floor(edge / self._cell) for edge in (box.left, box.top, box.right, box.bottom)
        )
        return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))

    def take(self, owner: int, box: Box) -> None:
        """Let nobody but its owner stand there any more."""
        for cell in self._cells(box):
            self._held[cell].append((owner, box))

    def is_free(self, owner: int, box: Box) -> bool:
        """Say whether nothing of others lies there."""
        return not any(
            other != owner and box.meets(held) for cell in self._cells(box) for other, held in self._held.get(cell, ())
        )


def place_names(marks: Sequence[Named], size: float, frame: Box) -> list[Spot | None]:
    """Give each mark the place of its name: below, above, right or left of it; None where there is no room.

    marks: the first have the choice. No name lies over another, and none over a mark but for those of the first
    ALWAYS, of whom none is to go without where names leave room. frame: what no name reaches beyond.
    """
    names, all_ = _Ground(CELL * size), _Ground(CELL * size)
    for number, mark in enumerate(marks):
        half = mark.reach * REACH
        all_.take(number, Box(mark.x - half, mark.y - half, mark.x + half, mark.y + half))
    found: list[Spot | None] = []
    for number, mark in enumerate(marks):
        ways = [way for way in _ways(mark, size) if mark.name and way.box.is_inside(frame)]
        spot = _first(ways, number, all_.is_free) or (_first(ways, number, names.is_free) if number < ALWAYS else None)
        found.append(spot)
        if spot:
            names.take(number, spot.box)
            all_.take(number, spot.box)
    return found


def _first(ways: Iterable[Spot], owner: int, is_free: Callable[[int, Box], bool]) -> Spot | None:
    """Give the first place that is free."""
    return next((way for way in ways if is_free(owner, way.box)), None)


def _ways(mark: Named, size: float) -> tuple[Spot, ...]:
    """Give the places a name may have, the best first."""
    wide, gap = width_of(mark.name, size), GAP * size
    below, above = mark.y + mark.reach + size, mark.y - mark.reach - gap
    beside, right, left = mark.y + 0.35 * size, mark.x + mark.reach + gap, mark.x - mark.reach - gap
    return (
        _spot(mark.x, below, "middle", mark.x - wide / 2, wide, size),
        _spot(mark.x, above, "middle", mark.x - wide / 2, wide, size),
        _spot(right, beside, "start", right, wide, size),
        _spot(left, beside, "end", left - wide, wide, size),
    )


def _spot(x: float, y: float, anchor: str, start: float, wide: float, size: float) -> Spot:
    """Give a place with the box of its text, and a gap on both sides."""
    gap = GAP * size
    return Spot(round(x, 1), round(y, 1), anchor, Box(start - gap, y - 0.85 * size, start + wide + gap, y + gap))
