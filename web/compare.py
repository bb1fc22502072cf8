"""Two periods of the graph beside each other: what is new, gone, turned or kept between two actors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, Response, request

from web.answer import answer, cypher_address
from web.asked import query_text
from web.at_once import at_once
from web.bars import bars_between, window
from web.colours import communities_told
from web.errors import AddressError
from web.evidence import page_address
from web.extent import Extent, read_extent
from web.filters import Filters, filters_from, parse_day
from web.graph import Cards, cards_of, kept_layout, place_nodes
from web.histogram import Bar
from web.network import SHAPE_LEGEND, draw
from web.packing import pack
from web.periods import offers_of, period_in_words, periods_of
from web.ties import MOST_DRAWN, MOST_TIES, Tie, Ties, read_ties
from web.words import Sign, counted

bp = Blueprint("compare", __name__)

MOST_ACTORS = 300
MOST_ROWS = 500
CHANGES = ("new", "gone", "turned", "kept")


@dataclass(frozen=True, slots=True)
class Counts:
    """Hostile and friendly events of one direction in one period."""

    hostile: int = 0
    cooperative: int = 0

    @property
    def sign(self) -> str:
        """Give the sign that weighs more, "" where there is nothing."""
        if not self.hostile and not self.cooperative:
            return ""
        return "hostile" if self.hostile >= self.cooperative else "cooperative"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one actor's acts towards another. change: new, gone, turned or kept; href: page of the two.

    then_href, now_href: where the graph opens what is hostile in each period, and what is friendly.
    """

    actor: str
    actor_name: str
    actor_href: str
    recipient: str
    recipient_name: str
    recipient_href: str
    then: Counts
    now: Counts
    then_href: tuple[str, str]
    now_href: tuple[str, str]
    change: str
    href: str


@dataclass(frozen=True, slots=True)
class ComparePage:
    """All that graph/compare.html may use.

    then_first, then_last: the earlier period; remark: how both were chosen; names: both in words; colours: what they
    mean.
    """

    filters: Filters
    extent: Extent
    then_first: date | None
    then_last: date | None
    names: tuple[str, ...]
    remark: str
    offers: tuple[tuple[str, str], ...]
    sentence: str
    network: dict[str, Any]
    colours: str
    rows: tuple[Change, ...]
    is_cut: bool
    legend: tuple[tuple[str, str], ...]
    back: str
    cypher: str

    @property
    def packed(self) -> dict[str, Any]:
        """Give the picture as its script unpacks it."""
        return pack(self.network)


@bp.get("/graph/compare")
@bp.get("/graph/compare.json")
def show() -> Response:
    """Show how the graph of `from` to `to` differs from that of `then-from` to `then-to`."""
    return answer("graph/compare.html", compared(MOST_ROWS))


def compared(most: int) -> ComparePage:
    """Give the page of the two periods in the address, with at most `most` ties as rows.

    Raises AddressError where a part of the address cannot be read.
    """
    filters = filters_from(request.args)
    extent = read_extent()
    then = _then("then-from", is_end=False), _then("then-to", is_end=True)
    if then[0] and then[1] and then[0] > then[1]:
        raise AddressError(
            "then-to", request.args["then-to"], f"a day not before then-from={request.args['then-from']}"
        )
    bars = _bars(filters, extent)
    periods = periods_of(then, (filters.first, filters.last), bars)
    now = filters.with_(first=periods.now[0], last=periods.now[1]) if periods else filters
    then_filters = now.with_(first=periods.then[0], last=periods.then[1]) if periods else now
    before, ties = _ties_of(then_filters, now)
    changes, cards = list[Change](), Cards()
    if periods:
        cards = cards_of(sorted({id_ for tie in (*before.shown, *ties.shown) for id_ in (tie.actor, tie.recipient)}))
        changes = _changes((before, ties), (then_filters, now), cards)
    network = _network(changes[:MOST_DRAWN], cards) if changes else {}
    return ComparePage(
        filters=now,
        extent=extent,
        then_first=periods.then[0] if periods else then[0],
        then_last=periods.then[1] if periods else then[1],
        names=tuple(map(period_in_words, (periods.then, periods.now))) if periods else (),
        remark=periods.remark if periods else "",
        offers=offers_of(filters, bars),
        sentence=_sentence(changes, ties, before) if periods else "Choose an earlier and a later period.",
        network=network,
        colours=communities_told(node["community"] for node in network.get("nodes", ())),
        rows=tuple(changes[:most]),
        is_cut=len(changes) > most,
        legend=SHAPE_LEGEND,
        back=filters.address("/graph"),
        cypher=cypher_address(query_text(ties.query), ties.parameters),
    )


def _bars(filters: Filters, extent: Extent) -> Sequence[Bar]:
    """Give the events of all time under the filters, to choose periods by."""
    everything = filters.with_(first=None, last=None, sel="")
    histogram, _ = bars_between(everything, extent, *window(everything, extent))
    return histogram.bars if histogram else ()


def _ties_of(then: Filters, now: Filters) -> tuple[Ties, Ties]:
    """Give the ties of an earlier and of a later period, which may be one."""
    with at_once() as start:
        before = start(lambda: read_ties(then, MOST_ACTORS, most_ties=MOST_TIES)) if then != now else None
        ties = read_ties(now, MOST_ACTORS, most_ties=MOST_TIES)
    return (before.result() if before else ties), ties


def _then(name: str, *, is_end: bool) -> date | None:
    """Read a day of the earlier period from the address.

    Raises AddressError where it cannot be read.
    """
    text = request.args.get(name, "").strip()
    found = parse_day(text, is_end=is_end) if text else None
    if text and found is None:
        raise AddressError(name, text, "a day such as 2019-08-25, a month such as 2019-08, or a year")
    return found


def _changes(periods: tuple[Ties, Ties], filters: tuple[Filters, Filters], cards: Cards) -> list[Change]:
    """Give what became of every tie, the turned first, then new, gone and kept ones, the strongest first.

    periods: the ties of the earlier and of the later one; filters: those of each.
    """
    before, after = (_by_pair(ties.shown) for ties in periods)
    found = []
    for one, other in before.keys() | after.keys():
        then, now = before.get((one, other), Counts()), after.get((one, other), Counts())
        actor, recipient = ((id_, cards[id_]["name"], page_address("actor", id_)) for id_ in (one, other))
        opens = _opens(filters[0], one, other), _opens(filters[1], one, other)
        href = page_address("pair", one, other)
        found.append(Change(*actor, *recipient, then, now, opens[0], opens[1], change_of(then, now), href))
    order = {change: place for place, change in enumerate(("turned", "new", "gone", "kept"))}
    return sorted(found, key=lambda one: (order[one.change], -_events(one), one.actor, one.recipient))


def _opens(filters: Filters, actor: str, recipient: str) -> tuple[str, str]:
    """Give where the graph of a period opens what one did to another: in hostility, and in cooperation."""
    hostile, friendly = (f"tie:{actor}~{recipient}~{sign}" for sign in (Sign.HOSTILE, Sign.COOPERATIVE))
    return filters.with_(sel=hostile).address("/graph"), filters.with_(sel=friendly).address("/graph")


def change_of(then: Counts, now: Counts) -> str:
    """Name what happened to a tie between two periods.

    >>> change_of(Counts(hostile=2), Counts(cooperative=1)), change_of(Counts(), Counts(hostile=1))
    ('turned', 'new')
    """
    if not then.sign:
        return "new"
    if not now.sign:
        return "gone"
    return "kept" if then.sign == now.sign else "turned"


def _by_pair(ties: Iterable[Tie]) -> dict[tuple[str, str], Counts]:
    """Count each direction."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for tie in ties:
        found.setdefault((tie.actor, tie.recipient), {})[tie.sign] = tie.events
    return {pair: Counts(signs.get("hostile", 0), signs.get("cooperative", 0)) for pair, signs in found.items()}


def _events(change: Change) -> int:
    """Give all events of a tie in both periods."""
    return change.then.hostile + change.then.cooperative + change.now.hostile + change.now.cooperative


def _sentence(changes: list[Change], *periods: Ties) -> str:
    """Say how many ties are new, gone, turned and kept, and where that may not be the whole truth."""
    numbers = [(name, sum(one.change == name for one in changes)) for name in CHANGES]
    told = ", ".join(f"{number:,} {name}" for name, number in numbers) + f" of {counted(len(changes), 'tie')}."
    if len(changes) > MOST_DRAWN:
        told += f" The first {MOST_DRAWN:,} of them are drawn."
    if not all(one.is_whole and not one.since and len(one.actors) == one.all_actors for one in periods):
        told += " Only the strongest ties of each period were read: a weak one called new or gone may be neither."
    return told


def _network(changes: list[Change], cards: Cards) -> dict[str, Any]:
    """Draw the ties as they are now, those that are gone as they were; every edge bears its change."""
    acts: dict[str, int] = {}
    pairs: dict[tuple[str, str], float] = {}
    ties = []
    for one in changes:
        counts = one.then if one.change == "gone" else one.now
        number = max(counts.hostile, counts.cooperative)
        ties.append(Tie(one.actor, one.recipient, counts.sign, number, 0, 0.0))
        first, second = sorted((one.actor, one.recipient))
        pairs[first, second] = pairs.get((first, second), 0.0) + _events(one)
        for id_ in (one.actor, one.recipient):
            acts[id_] = acts.get(id_, 0) + _events(one)
    ranked = dict(sorted(acts.items(), key=lambda item: (-item[1], item[0])))
    found = draw(place_nodes(ranked, cards, kept_layout(sorted(acts), pairs)), ties)
    for edge, one in zip(found["edges"], changes, strict=True):
        edge["change"] = one.change
        edge["label"] = f"{one.change} {edge['label']}" if one.change != "kept" else edge["label"]
    return found
