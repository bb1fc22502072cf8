"""One event, many reports: finds which reports tell the same event, within and across articles."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.batch import Link
from graph.gather import Origin, gather, width
from graph.model import Actor, Article, Event, Kind, Membership, Place, Report
from graph.queries import queries
from graph.read import Reader, origin, read_told
from ingest.likeness import WEEK_DAYS, Likeness, is_one_event, likeness
from ingest.parties import Parties
from ingest.wording import trigger_stem

LEAST_MEAN = 0.5
CANDIDATES_A_PAGE = 5_000
MOST_ROWS = 1_000_000
REACH = 0.1
NEIGHBOURS = 50  # an article says again what it has told within so many reports of a block
FIRST = ("first to tell it",)


@dataclass(frozen=True, slots=True)
class Known:
    """Events of the graph that new reports may tell too.

    reports: by event; origins: by article; actors: those the reports name and those above them;
    taken: ids of new reports that already are ids of events, whoever tells those now.
    """

    reports: dict[str, tuple[Report, ...]] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Merged:
    """Events, new or told by more reports than before; a link for each report; ids that are no more."""

    events: tuple[Event, ...]
    links: tuple[Link, ...]
    redirects: dict[str, str]


@dataclass(eq=False, slots=True)
class _Group:
    """Reports taken for one event; known: ids of the graph's events among them."""

    reports: list[Report]
    known: list[str]


def _shifted(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def key_ranges(reports: Iterable[Report]) -> list[tuple[str, str]]:
    """Give the ranges of Event.key, low included and high not, where events of these reports may be.

    A time of up to ten days looks for events that begin ten days before it or later; a wider one
    only for events that begin on its own first day, since only the same stretch can be the same.
    """
    spans = []
    for report in reports:
        first, last = report.when.first, report.when.last
        if first and last:
            is_wide = width(report.when) > WEEK_DAYS
            spans.append((first, _shifted(first, 1)) if is_wide else (_shifted(first, -WEEK_DAYS), _shifted(last, 2)))
    ranges: list[tuple[date, date]] = []
    for low, high in sorted(spans):
        if ranges and low <= ranges[-1][1]:
            ranges[-1] = ranges[-1][0], max(high, ranges[-1][1])
        else:
            ranges.append((low, high))
    return [(low.isoformat(), high.isoformat()) for low, high in ranges]


def _actors(store: Reader, ids: Iterable[str]) -> dict[str, Actor]:
    """Give actors of the graph with those above them, as far as merging needs to know them."""
    found: dict[str, Actor] = {}
    waiting = sorted(set(ids))
    while waiting:
        cards = store.run(queries()["actor_cards"], ids=waiting, limit=MOST_ROWS)
        above: dict[str, list[Membership]] = {}
        for row in store.run(queries()["actors_above"], ids=waiting, limit=MOST_ROWS):
            above.setdefault(row["actor"], []).append(Membership(row["organisation"]))
        for row in cards:
            part_of = tuple(above.get(row["id"], ()))
            found[row["id"]] = Actor(row["id"], row["name"], _kind(row["kind"]), row["country"], part_of=part_of)
        waiting = sorted({m.organisation for some in above.values() for m in some} - found.keys())
    return found


def _kind(text: str) -> Kind:
    """Read the kind of an actor in the graph, where somebody may have put a word of his own."""
    return Kind(text) if text in set(Kind) else Kind.ORGANISATION


def _events_between(store: Reader, low: str, high: str, types: list[str]) -> Iterator[str]:
    """Give the ids of all events of some types in a range of keys, read a page at a time."""
    while True:
        rows = store.run(queries()["merge_candidates"], low=low, high=high, types=types, limit=CANDIDATES_A_PAGE)
        yield from (row["id"] for row in rows)
        if len(rows) < CANDIDATES_A_PAGE:
            return
        low = rows[-1]["key"] + " "  # the least text above that key


def candidates(store: Reader, reports: Sequence[Report], *, replaced: Iterable[str] = ()) -> Known:
    """Read the graph's events that these reports may tell, by type and a narrow range of days.

    replaced: ids of articles being written anew, whose old reports have no say.
    """
    types = sorted({report.type for report in reports})
    ids = [event for low, high in key_ranges(reports) for event in _events_between(store, low, high, types)]
    own = [report.id for report in reports]
    taken = [row["id"] for row in store.run(queries()["events_known"], ids=own, limit=MOST_ROWS)] if own else []
    told = read_told(store, sorted({*ids, *taken}))
    old = set(replaced)
    kept = {event: tuple(r for r in some if r.article not in old) for event, some in told.reports.items()}
    return Known(
        {event: some for event, some in kept.items() if some},
        told.origins,
        _actors(store, told.names),
        frozenset(taken),
    )


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
    first, last = report.when.first, report.when.last
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


def _pairs(groups: Sequence[_Group], parties: Parties) -> list[tuple[int, int]]:
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


def _places(groups: Sequence[_Group], members: Iterable[int]) -> dict[int, tuple[str, int]]:
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


class _Clustering:
    """Groups that grow together, the most alike first."""

    def __init__(self, groups: list[_Group], parties: Parties) -> None:
        self._groups, self._parties = groups, parties
        self._scores: dict[tuple[str, str], Likeness | None] = {}

    def _like(self, a: Report, b: Report) -> Likeness | None:
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if key not in self._scores:
            self._scores[key] = likeness(a, b, self._parties)
        return self._scores[key]

    def best(self, report: Report, others: Iterable[Report]) -> Likeness | None:
        """Give the best likeness of a report to some others."""
        found = [like for other in others if other.id != report.id and (like := self._like(report, other))]
        return max(found, key=lambda like: (like.score, like.reasons), default=None)

    def fit(self, a: _Group, b: _Group) -> float | None:
        """Give how well two groups fit, None where any pair is ruled out or too few agree."""
        pairs = [(x, y, self._like(x, y)) for x in a.reports for y in b.reports]
        found = [(x, y, like) for x, y, like in pairs if like]
        if len(found) < len(pairs) or not any(is_one_event(x, y, like) for x, y, like in found):
            return None
        mean = sum(like.score for _, _, like in found) / len(found)
        return mean if mean >= LEAST_MEAN else None

    def join(self) -> list[_Group]:
        """Join groups until none fit any more, and give those that are left."""
        at = list(range(len(self._groups)))
        pairs = _pairs(self._groups, self._parties)
        fits = [(-fit, pair) for pair in pairs if (fit := self.fit(self._groups[pair[0]], self._groups[pair[1]]))]
        for _, (low, high) in sorted(fits, key=lambda found: (found[0], self._order(found[1]))):
            while at[low] != low:
                low = at[low]
            while at[high] != high:
                high = at[high]
            a, b = self._groups[low], self._groups[high]
            if low != high and self.fit(a, b) is not None:
                a.reports, a.known, at[high] = a.reports + b.reports, a.known + b.known, low
        return [group for place, group in enumerate(self._groups) if at[place] == place]

    def _order(self, pair: tuple[int, int]) -> tuple[str, ...]:
        return tuple(sorted(min(report.id for report in self._groups[place].reports) for place in pair))


def _event_id(group: _Group, origins: Mapping[str, Origin], taken: frozenset[str], used: set[str]) -> str:
    """Give the id of a group's event: the graph's, or that of its first report by publication and id.

    A report that founded an event of the graph keeps founding it. One whose id already names an event
    that others tell now gets a number behind it.
    """
    if group.known:
        return min(group.known)
    ids = [r.id for r in sorted(group.reports, key=lambda r: (origins[r.article].published or date.max, r.id))]
    chosen = next((report_id for report_id in ids if report_id in taken and report_id not in used), ids[0])
    number, event_id = 1, chosen
    while event_id in used:
        number, event_id = number + 1, f"{chosen}-{number + 1}"
    return event_id


def _links(group: _Group, event: str, fresh: set[str], clusters: _Clustering) -> Iterator[Link]:
    """Give the links of a group's new reports, each with its likeness to the others."""
    for report in group.reports:
        if report.id in fresh:
            best = clusters.best(report, group.reports)
            yield (
                Link(report.id, event, best.score, reasons=best.reasons)
                if best
                else Link(report.id, event, reasons=FIRST)
            )


def merge(
    reports: Sequence[Report], known: Known, articles: Mapping[str, Article], *, actors: Mapping[str, Actor]
) -> Merged:
    """Put reports together into events, with the graph's events among them.

    articles, actors: of the reports, by id. What comes out does not depend on the order of the reports.
    """
    people = {**known.actors, **actors}
    origins = {**known.origins, **{a.id: origin(a.id, a.source, a.published) for a in articles.values()}}
    fresh = {report.id for report in reports}
    groups = [_Group(list(some), [event]) for event, some in sorted(known.reports.items())]
    groups += [_Group([report], []) for report in sorted(reports, key=lambda report: report.id)]
    clusters = _Clustering(groups, Parties(people))
    names = {actor.id: actor.name for actor in people.values()}
    events: list[Event] = []
    links: list[Link] = []
    redirects: dict[str, str] = {}
    used = set(known.reports)
    for group in clusters.join():
        if not any(report.id in fresh for report in group.reports):
            continue
        event_id = _event_id(group, origins, known.taken, used)
        used.add(event_id)
        events.append(gather(event_id, group.reports, origins=origins, names=names))
        links += _links(group, event_id, fresh, clusters)
        redirects |= {old: event_id for old in group.known if old != event_id}
    return Merged(tuple(events), tuple(sorted(links, key=lambda link: link.report)), redirects)
