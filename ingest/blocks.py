"""Which groups of reports merging looks at: pairs that share a type, days, and who, where or by what word."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from graph.gather import width
from graph.model import Place, Report
from ingest.likeness import WEEK_DAYS
from ingest.parties import Parties
from ingest.wording import trigger_stem

REACH = 0.1
NEIGHBOURS = 50  # an article says again what it has told within so many reports of a block


@dataclass(eq=False, slots=True)
class Group:
    """Reports taken for one event; known: ids of the graph's events among them."""

    reports: list[Report]
    known: list[str]


def _keys(report: Report, parties: Parties) -> Iterator[tuple[str, str, str]]:
    """Give the blocks a report falls in: its type, a day (or its article), and who or where.

    A pair that may be one event shares a block: who, whom, where, how many, the word for it or the sentence.
    """
    named = {key for a in (*report.actors, *report.recipients) for key in _names(parties, a.actor)}
    if report.place:
        named |= {f"at:{report.place.place.id}", *_cells(report.place.place)}
    named |= {f"{effect}:{toll.low}-{toll.high}" for effect, toll in report.tolls.items()}
    named.add(f"told:{report.retells or report.id}")
    named |= {f"word:{trigger_stem(report)}", f"sentence:{report.article}:{report.start}"} - {"word:"}
    slots = [f"article:{report.article}"]
    first, last = report.when.bounds()
    if first and last and width(report.when) <= WEEK_DAYS:
        days = range(-1, (last - first).days + 2)
        slots += [(first + timedelta(days=day)).isoformat() for day in days if 1 <= first.toordinal() + day <= 3652059]
    elif first and last:
        slots.append(f"{first}/{last}")
    for slot in slots:
        for name in named:
            yield report.type, slot, name


def _cells(place: Place) -> Iterator[str]:
    """Give the squares of half a degree within reach of a place, so that near places share one."""
    if place.latitude is not None and place.longitude is not None:
        for north in (-REACH, REACH):
            for east in (-REACH, REACH):
                yield f"near:{math.floor(2 * (place.latitude + north))}:{math.floor(2 * (place.longitude + east))}"


def _names(parties: Parties, actor: str) -> frozenset[str]:
    party = parties.of(actor)
    return party.selves | party.above


def pairs_of(groups: Sequence[Group], parties: Parties) -> list[tuple[int, int]]:
    """Give the pairs of groups that share a block, each once; two known ones only beside a new one.

    Of new reports of one article each is paired with the NEIGHBOURS before and after it alone, so that a text which
    says one thing a thousand times does not hold up a run.
    """
    blocks: dict[tuple[str, str, str], set[int]] = {}
    for place, group in enumerate(groups):
        for report in group.reports:
            for key in _keys(report, parties):
                blocks.setdefault(key, set()).add(place)
    pairs = set()
    for members in blocks.values():
        places = _places(groups, members)
        for low in members:
            for high in members:
                if low < high and not (groups[low].known and groups[high].known) and _is_near(places, low, high):
                    pairs.add((low, high))
    return sorted(pairs)


def _places(groups: Sequence[Group], members: Iterable[int]) -> dict[int, tuple[str, int]]:
    """Give for each new report of a block its article and how many of that article's stand before it there."""
    fresh = sorted(
        (groups[i].reports[0].article, groups[i].reports[0].start, i) for i in members if not groups[i].known
    )
    counts: Counter[str] = Counter()
    places = {}
    for article, _, i in fresh:
        places[i] = article, counts[article]
        counts[article] += 1
    return places


def _is_near(places: Mapping[int, tuple[str, int]], low: int, high: int) -> bool:
    """Say whether two groups of a block may be paired: no reports of one article far from each other."""
    if low not in places or high not in places:
        return True
    (one, first), (other, second) = places[low], places[high]
    return one != other or abs(first - second) <= NEIGHBOURS
