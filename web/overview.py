"""The first page: all time at a glance, who does most, what came in last, and where to begin."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from flask import Blueprint, Response, request

from graph.derive import COUNTED, Kind
from graph.model import Status
from web.answer import answer, cypher_address
from web.asked import query_text
from web.bars import bars_between, bucket_beside, window
from web.evidence import page_address
from web.extent import Extent, read_extent
from web.facets import Facets, read_facets
from web.filters import Filters, filters_from
from web.histogram import Histogram, bins_of_rows, bucket_of, build, grain_for
from web.kinds import kinds_between, undated_of
from web.listing import EventRow, read_events
from web.moments import day_in_words
from web.offered import Offered, actors_offered, actors_query
from web.paging import list_query, page_ids
from web.recent import latest_articles, newest_articles
from web.remembered import bins, counts, remembered
from web.search import FoundArticle, article
from web.strongest import strongest
from web.ties import Ties, read_ties
from web.window import early_address
from web.words import SIGN_NAMES, Sign, counted, kind_name

bp = Blueprint("overview", __name__)

MOST_ACTORS = 10
MOST_PAIRS = 8
MOST_ARTICLES = 6
MOST_EVENTS = 6
RANKED = 300
UNCOUNTED = tuple(str(one) for one in Status if one not in COUNTED)


@dataclass(frozen=True, slots=True)
class ActiveActor:
    """One of the busiest actors. share: its acts in per cent of the busiest one's."""

    id: str
    name: str
    kind: str
    events: int
    share: float
    href: str


@dataclass(frozen=True, slots=True)
class ActivePair:
    """Two actors, one of them acting on the other in hostility or in cooperation.

    acts: what its events are, as their number follows; the sign is verbal where all are hostile words.
    """

    actor: str
    recipient: str
    sign: str
    acts: str
    events: int
    href: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question to start from, and the address that answers it."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """All that overview/show.html may use. newest: taken in with the last ingest, since `since`.

    Under filters, sentence says how much passes them, and events are the latest that do. actors_by: what ranks
    the actors; happened, otherwise: how many events happened, and how many are only planned, claimed, denied or past;
    early: address of those that lie far before all others, "" where there are none.
    """

    filters: Filters
    facets: Facets
    sentence: str
    events: tuple[EventRow, ...]
    graph: str
    timeline: str
    early: str
    happened: str
    otherwise: str
    otherwise_href: str
    extent: Extent
    years: str
    articles_count: int
    actors_count: int
    histogram: Histogram | None
    actors: tuple[ActiveActor, ...]
    actors_by: str
    pairs: tuple[ActivePair, ...]
    latest: tuple[FoundArticle, ...]
    newest: tuple[FoundArticle, ...]
    since: str
    questions: tuple[Question, ...]
    cypher: str


@bp.get("/")
@bp.get("/index.json")
def show() -> Response:
    """Show the whole graph, or what of it passes the filters, at a glance."""
    return answer("overview/show.html", _page(filters_from(request.args)))


def _page(filters: Filters) -> OverviewPage:
    """Put the page together."""
    is_narrow, extent, held = filters.is_narrow(), read_extent(), counts()
    offered = actors_offered(filters)
    facets = read_facets(filters, offered)
    ties = read_ties(filters, RANKED) if is_narrow else None
    actors, pairs = _of(ties) if ties else (_actors(offered), _pairs())
    newest, since = _newest()
    happened, otherwise = _by_status()
    return OverviewPage(
        filters=filters,
        facets=facets,
        sentence=_sentence(facets) if is_narrow else "",
        events=_latest_events(filters, extent) if is_narrow else (),
        graph=filters.address("/graph"),
        timeline=filters.address("/timeline"),
        early=early_address(filters, extent),
        happened=happened,
        otherwise=otherwise,
        otherwise_href=Filters(statuses=UNCOUNTED).address("/timeline"),
        extent=extent,
        years=_years(extent),
        articles_count=held["articles"],
        actors_count=held["actors"],
        histogram=_narrowed(filters, extent) if is_narrow else _histogram(extent),
        actors=actors,
        actors_by="acts on one another" if ties else facets.actors_by,
        pairs=pairs,
        latest=tuple(article(row) for row in latest_articles(extent, MOST_ARTICLES)),
        newest=newest,
        since=since,
        questions=_questions(extent, actors, pairs),
        cypher=cypher_address(query_text(ties.query), ties.parameters) if ties else _busiest(filters),
    )


def _newest() -> tuple[tuple[FoundArticle, ...], str]:
    """Give the articles taken in on the last day on which any were, and that day in words."""
    rows = newest_articles(MOST_ARTICLES)
    days = [str(row["ingested"])[:10] for row in rows]
    fresh = tuple(article(row) for row, day in zip(rows, days, strict=True) if day == days[0])
    return fresh, day_in_words(date.fromisoformat(days[0]), with_weekday=False) if days else ""


def _by_status() -> tuple[str, str]:
    """Say how many events happened, which pages show at first, and how many are told otherwise, "" for none."""
    kinds = kinds_between(Filters())
    if kinds is None:
        return "those that happened", "those planned, claimed, denied or past"
    whole = sum((counts for counts in kinds.values()), Counter[Kind]())
    happened = sum(number for kind, number in whole.items() if kind.status in COUNTED)
    others = whole.total() - happened
    return f"{happened:,} that happened", f"{others:,} planned, claimed, denied or past" if others else ""


def _busiest(filters: Filters) -> str:
    """Give the console's address for the busiest actors."""
    name, parameters = actors_query(filters)
    return cypher_address(query_text(name), parameters | {"limit": MOST_ACTORS})


def _sentence(facets: Facets) -> str:
    """Say how many events pass the filters."""
    if facets.dated is None:
        return "Too many events pass these filters to count them at once."
    undated = facets.undated or 0
    passing = counted(facets.dated + undated, "event passes", "events pass")
    return f"{passing} these filters" + (f", {undated:,} of them without a date." if undated else ".")


def _latest_events(filters: Filters, extent: Extent) -> tuple[EventRow, ...]:
    """Give the latest events that pass the filters."""
    name, parameters = list_query(filters, is_undated=False)
    listed = page_ids(name, parameters, "", extent, MOST_EVENTS)
    return tuple(read_events([id_ for id_, _ in listed.ids], has_quotes=True))


def _narrowed(filters: Filters, extent: Extent) -> Histogram | None:
    """Give the bars of what passes the filters."""
    found, _ = bars_between(filters, extent, *window(filters, extent))
    return replace(found, bucket=bucket_beside(filters, found.highest)) if found else None


def _of(ties: Ties) -> tuple[tuple[ActiveActor, ...], tuple[ActivePair, ...]]:
    """Give who does most, and to whom, by what passes the filters."""
    ids = list(ties.actors)
    cards = _cards(ids)
    actors = [cards[id_] | {"events": ties.actors[id_]} for id_ in ids[:MOST_ACTORS]]
    pairs = sorted(ties.shown, key=lambda tie: (-tie.events, tie.actor, tie.recipient))[:MOST_PAIRS]
    names = {id_: card["name"] for id_, card in cards.items()}
    told = [asdict(tie) | {"actor_name": names[tie.actor], "recipient_name": names[tie.recipient]} for tie in pairs]
    return _active(actors), tuple(map(_pair, told))


def _years(extent: Extent) -> str:
    """Name the years the events are of, "" where none has a date."""
    if extent.first is None or extent.last is None:
        return ""
    first, last = extent.first.year, extent.last.year
    return str(first) if first == last else f"from {first} to {last}"


def _histogram(extent: Extent) -> Histogram | None:
    """Give the picture of all time; a bar leads to its days on the timeline."""
    if extent.start is None or extent.last is None:
        return None
    first, last = extent.start, extent.last
    grain = grain_for(first, last)
    found = build(bins_of_rows(bins(grain, first, last)), first, last, grain, Filters().windows("/timeline"))
    return replace(found, bucket=bucket_of(undated_of(Filters()), found.highest, "/timeline?undated=1"))


def _actors(offered: Offered) -> tuple[ActiveActor, ...]:
    """Give the busiest actors, in the order and with the numbers in which they are offered as a filter."""
    cards = _cards([id_ for id_, _, _ in offered[:MOST_ACTORS]])
    return _active([cards[id_] | {"events": events or 0} for id_, _, events in offered[:MOST_ACTORS]])


def _cards(ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Give name and kind of actors by id."""
    rows = remembered("actor_cards", ids=list(ids), limit=len(ids)) if ids else ()
    return {row["id"]: row for row in rows}


def _active(rows: Sequence[dict[str, Any]]) -> tuple[ActiveActor, ...]:
    """Give actors as rows of id, name, kind and events, the most first."""
    most = max((row["events"] for row in rows), default=1)
    return tuple(
        ActiveActor(
            row["id"],
            row["name"],
            kind_name(row["kind"]),
            row["events"],
            round(100 * row["events"] / most, 1),
            page_address("actor", row["id"]),
        )
        for row in rows
    )


def _pairs() -> tuple[ActivePair, ...]:
    """Give who does most to whom."""
    rows, _ = strongest("pairs_busiest", limit=MOST_PAIRS)
    return tuple(map(_pair, rows))


def _pair(row: dict[str, Any]) -> ActivePair:
    """Give one pair; hostile words are told from acts."""
    sign = Sign.VERBAL if row["words"] == row["events"] else Sign(row["sign"])
    acts = "hostile acts and words" if sign == Sign.HOSTILE and row["words"] else SIGN_NAMES[sign].lower()
    href = page_address("pair", row["actor"], row["recipient"])
    return ActivePair(row["actor_name"], row["recipient_name"], str(sign), acts, row["events"], href)


def _questions(extent: Extent, actors: tuple[ActiveActor, ...], pairs: tuple[ActivePair, ...]) -> tuple[Question, ...]:
    """Give questions this graph can answer."""
    found = []
    if pairs:
        found.append(Question(f"What passed between {pairs[0].actor} and {pairs[0].recipient}?", pairs[0].href))
    if actors:
        one = actors[0]
        hostile = Filters(actors=(one.id,), signs=(Sign.HOSTILE,))
        found.append(Question(f"Whom does {one.name} fight, and who fights it?", hostile.address("/graph")))
        friendly = Filters(actors=(one.id,), signs=(Sign.COOPERATIVE,))
        found.append(Question(f"Who works with {one.name}?", friendly.address("/graph")))
    if extent.events:
        found.append(Question("Who talks to whom?", Filters(types=("CONSULT",)).address("/graph")))
        told = Filters(statuses=("threatened", "called_for", "planned"))
        found.append(Question("What was threatened, called for or planned?", told.address("/timeline")))
        found.append(Question("What do two or more sources tell?", Filters(sources=2).address("/timeline")))
    return tuple(found)
