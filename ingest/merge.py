"""One event, many reports: finds which reports tell the same event, within and across articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.batch import Link
from graph.gather import Origin, gather, width
from graph.model import DOUBT_DAYS, Actor, Article, Event, Kind, Membership, Report, shifted
from graph.queries import queries
from graph.read import Reader, origin, read_told
from ingest.blocks import Group, pairs_of
from ingest.likeness import WEEK_DAYS, Likeness, is_one_event, likeness
from ingest.parties import Parties

LEAST_MEAN = 0.5
CANDIDATES_A_PAGE = 5_000
MOST_ROWS = 1_000_000
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


def key_ranges(reports: Iterable[Report]) -> list[tuple[str, str]]:
    """Give the ranges of Event.key, low included and high not, where events of these reports may be.

    A time of up to ten days looks for events that begin ten days before it or later, some days after it where their
    own day is only the likeliest; a wider one only for events that begin on its own first day, since only the same
    stretch can be the same.
    """
    spans = []
    for report in reports:
        first, last = report.when.bounds()
        if report.when.first and first and last:
            is_wide = width(report.when) > WEEK_DAYS
            most = shifted(last, 2 + DOUBT_DAYS)
            spans.append((first, shifted(first, 1)) if is_wide else (shifted(first, -WEEK_DAYS), most))
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


class _Clustering:
    """Groups that grow together, the most alike first."""

    def __init__(self, groups: list[Group], parties: Parties) -> None:
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

    def fit(self, a: Group, b: Group) -> float | None:
        """Give how well two groups fit, None where any pair is ruled out or too few agree."""
        pairs = [(x, y, self._like(x, y)) for x in a.reports for y in b.reports]
        found = [(x, y, like) for x, y, like in pairs if like]
        if len(found) < len(pairs) or not any(is_one_event(x, y, like) for x, y, like in found):
            return None
        mean = sum(like.score for _, _, like in found) / len(found)
        return mean if mean >= LEAST_MEAN else None

    def join(self) -> list[Group]:
        """Join groups until none fit any more, and give those that are left."""
        at = list(range(len(self._groups)))
        pairs = pairs_of(self._groups, self._parties)
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


def _event_id(group: Group, origins: Mapping[str, Origin], taken: frozenset[str], used: set[str]) -> str:
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


def _links(group: Group, event: str, fresh: set[str], clusters: _Clustering) -> Iterator[Link]:
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
    groups = [Group(list(some), [event]) for event, some in sorted(known.reports.items())]
    groups += [Group([report], []) for report in sorted(reports, key=lambda report: report.id)]
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
