"""The first page: all time at a glance, who does most, what came in last, and where to begin."""

from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, Response

from graph.totals import rank_key
from web.answer import answer, cypher_address
from web.asked import query_text
from web.evidence import page_address
from web.extent import Extent, read_extent
from web.filters import Filters
from web.histogram import Histogram, bins_of_rows, bucket_of, build, grain_for
from web.kinds import undated_of
from web.recent import latest_articles, newest_articles
from web.remembered import bins, counts
from web.search import FoundArticle, article
from web.strongest import strongest
from web.words import SIGN_NAMES, Sign

bp = Blueprint("overview", __name__)

MOST_ACTORS = 10
MOST_PAIRS = 8
MOST_ARTICLES = 6


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
    """All that overview/show.html may use. newest: taken in with the last ingest, since `since`."""

    extent: Extent
    years: str
    articles_count: int
    actors_count: int
    histogram: Histogram | None
    actors: tuple[ActiveActor, ...]
    pairs: tuple[ActivePair, ...]
    latest: tuple[FoundArticle, ...]
    newest: tuple[FoundArticle, ...]
    since: str
    questions: tuple[Question, ...]
    cypher: str


@bp.get("/")
@bp.get("/index.json")
def show() -> Response:
    """Show the whole graph at a glance."""
    extent = read_extent()
    held = counts()
    actors, pairs = _actors(), _pairs()
    newest = newest_articles(MOST_ARTICLES)
    since = str(newest[0]["ingested"])[:10] if newest else ""
    fresh = [row for row in newest if str(row["ingested"])[:10] == since]
    page = OverviewPage(
        extent=extent,
        years=_years(extent),
        articles_count=held["articles"],
        actors_count=held["actors"],
        histogram=_histogram(extent),
        actors=actors,
        pairs=pairs,
        latest=tuple(article(row) for row in latest_articles(extent, MOST_ARTICLES)),
        newest=tuple(article(row) for row in fresh),
        since=since,
        questions=_questions(extent, actors, pairs),
        cypher=cypher_address(query_text("actors_busiest"), {"least": rank_key(1), "limit": MOST_ACTORS}),
    )
    return answer("overview/show.html", page)


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


def _actors() -> tuple[ActiveActor, ...]:
    """Give the busiest actors."""
    rows, _ = strongest("actors_busiest", limit=MOST_ACTORS)
    most = max((row["events"] for row in rows), default=1)
    return tuple(
        ActiveActor(
            row["id"],
            row["name"],
            (row["kind"] or "").replace("_", " "),
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
