"""What is counted from events: edges between actors (ACTED_ON) and bins of days, months and years.

Each event adds a share to both. A write changes the counts by the shares of the events it touched,
after less before, so no hub is read; `recount` in graph.recount adds up every share from nothing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from graph.model import Event, Status
from graph.plover import plover

# What happened. Only these count for edges and in the bins' quad classes; all events are kept.
COUNTED = frozenset({Status.ACTUAL, Status.ONGOING, Status.ATTEMPTED})
QUADS = ("VC", "MC", "VX", "MX")
UNSURE = {quad: f"unsure_{quad}" for quad in QUADS}


def is_unsure(edtf: str) -> bool:
    """Say whether a time is only probable, or only about right, from its EDTF.

    >>> is_unsure("2019-08-25?"), is_unsure("2019-08-25")
    (True, False)
    """
    return any(mark in edtf for mark in "?~%")


class Pair(NamedTuple):
    """One edge between actors: who, to whom, and of which type."""

    actor: str
    recipient: str
    type: str


class Share(NamedTuple):
    """What one event adds to an edge."""

    score: float
    first: date | None
    last: date | None


class Span(NamedTuple):
    """One bin: its id, its grain and its days; "undated" has none."""

    id: str
    grain: str
    first: date | None
    last: date | None


class Kind(NamedTuple):
    """What a bin tells apart: type and status, whether the events lie within it or only begin in it, and how surely.

    >>> str(Kind("AID", "actual", True)), Kind.read("AID actual begins unsure")
    ('AID actual', Kind(type='AID', status='actual', is_inside=False, is_unsure=True))
    """

    type: str
    status: str
    is_inside: bool
    is_unsure: bool = False

    def __str__(self) -> str:
        words = f"{self.type} {self.status}" + ("" if self.is_inside else " begins")
        return words + (" unsure" if self.is_unsure else "")

    @classmethod
    @lru_cache(maxsize=1024)
    def read(cls, text: str) -> "Kind":
        """Give the kind a text names."""
        type_, status, *more = text.split(" ")
        return cls(type_, status, "begins" not in more, "unsure" in more)


UNDATED_SPAN = Span("undated", "undated", None, None)


@dataclass(frozen=True, slots=True)
class Footprint:
    """As much of an event as the counts need."""

    type: str
    mode: str
    status: Status
    first: date | None
    last: date | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    place: str = ""
    is_unsure: bool = False

    @classmethod
    def of(cls, event: Event) -> "Footprint":
        """Give the footprint of an event."""
        days = event.when.first, event.when.last
        place = event.place.id if event.place else ""
        parties = event.actors, event.recipients, event.mediators
        return cls(event.type, event.mode, event.status, *days, *parties, place, is_unsure(event.when.edtf))


def shares(event: Footprint) -> dict[Pair, Share]:
    """Give what an event adds to which edges; nobody acts on himself."""
    if event.status not in COUNTED:
        return {}
    share = Share(plover().score(event.type, event.mode), event.first, event.last)
    return {
        Pair(actor, recipient, event.type): share
        for actor in event.actors
        for recipient in event.recipients
        if actor != recipient
    }


def _day(day: date) -> Span:
    return Span(f"day/{day.isoformat()}", "day", day, day)


def _month(day: date) -> Span:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1) if day < date(9999, 12, 1) else date.max
    last = date.fromordinal(following.toordinal() - (following < date.max))
    return Span(f"month/{day.isoformat()[:7]}", "month", day.replace(day=1), last)


def _year(day: date) -> Span:
    return Span(f"year/{day.isoformat()[:4]}", "year", date(day.year, 1, 1), date(day.year, 12, 31))


def bins(event: Footprint) -> dict[Span, Counter[str]]:
    """Give what an event adds to which bins.

    `starts` counts every event whose key falls into the bin, whatever its grain and status: from it
    a page knows how wide a range of keys to read. VC, MC, VX and MX count events that happened and
    whose whole time lies within the bin; an event known to the month is in no day. Those of them whose
    time is unsure count as unsure_VC and so on too. A kind counts events of one type and status, and tells
    apart whether they lie within the bin or only begin there, and whether their time is sure.
    """
    if event.first is None:
        spans, inside = [UNDATED_SPAN], [UNDATED_SPAN]
    else:
        spans = [_day(event.first), _month(event.first), _year(event.first)]
        inside = [span for span in spans if event.last and span.last and event.last <= span.last]
    kinds = {span: Kind(event.type, event.status, span in inside, event.is_unsure) for span in spans}
    added = {span: Counter({"starts": 1, str(kind): 1}) for span, kind in kinds.items()}
    if event.status in COUNTED:
        quad = plover().quad(event.type)
        for span in inside:
            added[span].update([quad, UNSURE[quad]] if event.is_unsure else [quad])
    return added


class PairChange(NamedTuple):
    """How an edge changes: shares that came and shares that went."""

    came: tuple[Share, ...]
    went: tuple[Share, ...]


def pair_changes(before: Iterable[Footprint], after: Iterable[Footprint]) -> dict[Pair, PairChange]:
    """Give the change of every edge that does change."""
    counts: dict[Pair, Counter[Share]] = {}
    for events, sign in ((after, 1), (before, -1)):
        for event in events:
            for pair, share in shares(event).items():
                counts.setdefault(pair, Counter())[share] += sign
    changes = {
        pair: PairChange(tuple((+count).elements()), tuple((-count).elements())) for pair, count in counts.items()
    }
    return {pair: change for pair, change in changes.items() if change.came or change.went}


def bin_changes(before: Iterable[Footprint], after: Iterable[Footprint]) -> dict[Span, Counter[str]]:
    """Give by how much the counts of every bin change, those that do not left out."""
    totals: dict[Span, Counter[str]] = {}
    for event in after:
        for span, added in bins(event).items():
            totals.setdefault(span, Counter()).update(added)
    for event in before:
        for span, added in bins(event).items():
            totals.setdefault(span, Counter()).subtract(added)
    return {span: total for span, total in totals.items() if any(total.values())}
