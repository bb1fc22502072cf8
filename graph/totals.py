"""Totals of every actor, and of every tie between two: what a page shows of a hub without reading its events.

As with edges and bins, a write changes them by what the events it touched add, less before and more after.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from graph.derive import COUNTED, Footprint, Pair, PairChange, Share, shares
from graph.plover import plover
from graph.rows import UNDATED, Row

COOPERATIVE = ("VC", "MC")
WORDS = "VX"
LISTS = ("kinds", "months", "places")
OWN = ("id", "key", *LISTS)


class Part(NamedTuple):
    """One count of an actor's total: a property, or an entry of one of its LISTS."""

    list: str
    name: str


EVENTS, ACTS = Part("", "events"), Part("", "acts")


def rank_key(number: int) -> str:
    """Give a number as what ties and totals are ranked by: text, since one engine has no range over numbers.

    >>> rank_key(30) < rank_key(4000)
    True
    """
    return f"{number:09d}"


class TieId(NamedTuple):
    """What one actor did to another under one sign: hostile (in acts or words) or cooperative."""

    actor: str
    recipient: str
    sign: str

    def __str__(self) -> str:
        return "~".join(self)


@dataclass(slots=True)
class TieChange:
    """How a tie changes: events and scores by month and quad class, and the days of shares that came and went."""

    events: Counter[str] = field(default_factory=Counter)
    scores: dict[str, float] = field(default_factory=dict)
    came: set[date] = field(default_factory=set)
    went: set[date] = field(default_factory=set)

    def add(self, share: Share, quad: str, sign: int) -> None:
        """Take a share in, or out where the sign is -1."""
        name = f"{month_of(share.first)} {quad}"
        self.events[name] += sign
        self.scores[name] = self.scores.get(name, 0.0) + sign * share.score
        (self.came if sign > 0 else self.went).update(day for day in (share.first, share.last) if day)


def month_of(day: date | None) -> str:
    """Give the month an event's key begins with.

    >>> month_of(date(2019, 8, 25)), month_of(None)
    ('2019-08', 'undated')
    """
    return day.isoformat()[:7] if day else UNDATED


def parts_of(event: Footprint) -> dict[str, Counter[Part]]:
    """Give what an event adds to the totals of which actors.

    `events` and the lists count each event once, whatever an actor's roles in it; `acts`, and each type,
    count it once for everybody it was done to or by, as the edges between actors do. Kinds tell type,
    status and whether there is a day; months, of what happened alone, month and quad class.
    """
    kind = f"{event.type} {event.status}" + ("" if event.first else f" {UNDATED}")
    own = Counter({EVENTS: 1, Part("kinds", kind): 1})
    if event.status in COUNTED:
        own[Part("months", f"{month_of(event.first)} {plover().quad(event.type)}")] = 1
    if event.place:
        own[Part("places", event.place)] = 1
    found = {actor: Counter(own) for actor in {*event.actors, *event.recipients, *event.mediators}}
    for pair in shares(event):
        for actor in (pair.actor, pair.recipient):
            found[actor].update({ACTS: 1, Part("", pair.type): 1})
    return found


def total_changes(before: Iterable[Footprint], after: Iterable[Footprint]) -> dict[str, Counter[Part]]:
    """Give by how much the total of every actor changes, those that do not left out."""
    changes: dict[str, Counter[Part]] = {}
    for event in after:
        for actor, parts in parts_of(event).items():
            changes.setdefault(actor, Counter()).update(parts)
    for event in before:
        for actor, parts in parts_of(event).items():
            changes.setdefault(actor, Counter()).subtract(parts)
    return {actor: change for actor, change in changes.items() if any(change.values())}


def total_row(actor: str, counts: Mapping[Part, int]) -> Row:
    """Give the properties of an actor's total, each entry of a list with its count: `2019-08 MX 3`."""
    row: Row = {"id": actor, "key": rank_key(counts.get(ACTS, 0)), "events": 0, "acts": 0}
    row |= {part.name: count for part, count in counts.items() if not part.list and count}
    for name in LISTS:
        row[name] = sorted(f"{part.name} {count}" for part, count in counts.items() if part.list == name and count)
    return row


def total_counts(row: Row) -> Counter[Part]:
    """Give the counts of an actor's total from its properties."""
    counts = Counter({Part("", name): value for name, value in row.items() if name not in OWN})
    for list_ in LISTS:
        for text in row.get(list_) or ():
            name, _, count = text.rpartition(" ")
            counts[Part(list_, name)] = int(count)
    return counts


def tie_changes(changes: Mapping[Pair, PairChange]) -> dict[TieId, TieChange]:
    """Give how ties change where edges between actors do; a tie sums the edges of its sign."""
    found: dict[TieId, TieChange] = {}
    for pair, change in changes.items():
        quad = plover().quad(pair.type)
        sign = "cooperative" if quad in COOPERATIVE else "hostile"
        tie = found.setdefault(TieId(pair.actor, pair.recipient, sign), TieChange())
        for some, way in ((change.came, 1), (change.went, -1)):
            for share in some:
                tie.add(share, quad, way)
    return found


def needs_days(tie: Row, change: TieChange) -> bool:
    """Say whether the first or the last day of a tie may have gone, so that its edges must tell them."""
    return tie.get("first") in change.went or tie.get("last") in change.went


def tie_row(tie: TieId, before: Row, change: TieChange) -> Row:
    """Give the properties of a tie as a change leaves it. before: as it was, empty where it was not.

    words: how many of its events were hostile words. Each month stands with its quad class, events and
    score: `2019-08 MX 3 -28.5`. Its first and last day are those there were and those that came.
    """
    events, scores = Counter(change.events), dict(change.scores)
    for text in before.get("months") or ():
        month, quad, number, score = text.split(" ")
        name = f"{month} {quad}"
        events[name] += int(number)
        scores[name] = scores.get(name, 0.0) + float(score)
    kept = sorted(name for name, number in events.items() if number)
    days = sorted({day for day in (before.get("first"), before.get("last")) if day} | change.came)
    number = sum(events[name] for name in kept)
    row: Row = {
        "id": str(tie),
        "key": rank_key(number),
        **tie._asdict(),
        "events": number,
        "words": sum(events[name] for name in kept if name.endswith(WORDS)),
        "score": sum(scores[name] for name in kept),
        "months": [f"{name} {events[name]} {scores[name]}" for name in kept],
    }
    return row | ({"first": days[0], "last": days[-1]} if days else {})
