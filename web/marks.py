"""A text cut into pieces where its marks begin and end, so that nested and crossing marks come out right."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters start to end of a text that mean something.

    kind: trigger, actor, place or date; label says what is meant; href is a page about it or "".
    """

    start: int
    end: int
    kind: str
    label: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks: their kinds, what they mean, the page of the innermost."""

    text: str
    kinds: tuple[str, ...] = ()
    label: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence that was coded: its characters, and the events it tells as (id, words) pairs."""

    start: int
    end: int
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one line, inside one coded sentence or outside all of them.

    anchor: where links from events arrive, "" where the run is uncoded or goes on from the line above.
    """

    pieces: tuple[Piece, ...]
    is_coded: bool
    anchor: str = ""
    events: tuple[tuple[str, str], ...] = ()


def anchor_of(start: int) -> str:
    """Name the place of a sentence in its article's page."""
    return f"s{start}"


def pieces_of(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut characters start to end of `text` wherever a mark begins or ends.

    Marks may nest, cross, repeat or reach outside; the shortest over a piece gives its address.

    >>> pieces = pieces_of("IDF strikes", 0, 11, [Mark(0, 3, "actor"), Mark(0, 11, "trigger")])
    >>> [(piece.text, piece.kinds) for piece in pieces]
    [('IDF', ('actor', 'trigger')), (' strikes', ('trigger',))]
    """
    inside = [mark for mark in marks if max(mark.start, start) < min(mark.end, end)]
    cuts = {start, end}
    cuts.update(cut for mark in inside for cut in (mark.start, mark.end) if start < cut < end)
    return tuple(
        _piece(text[a:b], [mark for mark in inside if mark.start <= a and b <= mark.end])
        for a, b in pairwise(sorted(cuts))
    )


def _piece(text: str, marks: list[Mark]) -> Piece:
    """Join the marks over one piece, the shortest first."""
    marks = sorted(marks, key=lambda mark: (mark.end - mark.start, mark.kind, mark.label))
    labels = dict.fromkeys(mark.label for mark in marks if mark.label)
    href = next((mark.href for mark in marks if mark.href), "")
    return Piece(text, tuple(dict.fromkeys(mark.kind for mark in marks)), "; ".join(labels), href)


def lines_of(text: str, coded: Iterable[Coded], marks: Iterable[Mark]) -> tuple[tuple[Run, ...], ...]:
    """Give the lines of `text` that hold anything, each as its runs of coded and uncoded text.

    Coded sentences that cross are cut at the start of the later one, so no character is lost or doubled.
    """
    sentences = _apart(coded)
    starts = [one.start for one in sentences]
    within = _Within(marks)
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip("\r\n"))
        if line.strip():
            of_line = sentences[max(bisect_right(starts, start) - 1, 0) : bisect_left(starts, end)]
            lines.append(tuple(_runs(text, start, end, of_line, within)))
        start += len(line)
    return tuple(lines)


class _Within:
    """Marks in order, so that those near a place are found without looking at all."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.start)
        self._starts = [mark.start for mark in self._marks]
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)

    def __call__(self, start: int, end: int) -> list[Mark]:
        """Give the marks that may touch characters start to end."""
        return self._marks[bisect_left(self._starts, start - self._longest) : bisect_left(self._starts, end)]


def _apart(coded: Iterable[Coded]) -> list[Coded]:
    """Put sentences in order, join those that begin at one place, and end each where the next begins."""
    by_start: dict[int, Coded] = {}
    for one in coded:
        if one.start < one.end:
            known = by_start.get(one.start, Coded(one.start, one.end, ()))
            events = tuple(dict.fromkeys(known.events + one.events))
            by_start[one.start] = Coded(one.start, max(known.end, one.end), events)
    ordered = [by_start[start] for start in sorted(by_start)]
    limits = [one.start for one in ordered[1:]] + [one.end for one in ordered[-1:]]
    return [Coded(one.start, min(one.end, limit), one.events) for one, limit in zip(ordered, limits, strict=True)]


def _runs(text: str, start: int, end: int, sentences: list[Coded], within: _Within) -> Iterator[Run]:
    """Give the runs of the line from start to end."""
    at = start
    for one in sentences:
        low, high = max(one.start, at), min(one.end, end)
        if low >= high:
            continue
        if at < low:
            yield Run(pieces_of(text, at, low, within(at, low)), is_coded=False)
        yield Run(
            pieces_of(text, low, high, within(low, high)),
            is_coded=True,
            anchor=anchor_of(one.start) if one.start >= start else "",
            events=one.events if one.end <= end else (),
        )
        at = high
    if at < end:
        yield Run(pieces_of(text, at, end, within(at, end)), is_coded=False)
