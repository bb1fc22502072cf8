"""Two actors: what each did to the other, and how it changed over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request

from graph.rows import UNDATED
from web.answer import answer, cypher_address
from web.asked import query_text, rows_of
from web.countries import country_name
from web.errors import NotFoundError
from web.evidence import in_address, page_address
from web.filters import Filters
from web.happenings import ANY_KEY, Happening, happening, latest_first
from web.kinds import is_everywhere
from web.memberships import Memberships, read_memberships
from web.paging import key_below
from web.partners import TIE_SIGNS, Flow, Partner, flow_of, read_partners
from web.remembered import Rows, remembered
from web.scenes import PlaceCount, places_of
from web.standing import Figure, figures_of
from web.strip import Strip, strip_of
from web.words import kind_name, type_name

bp = Blueprint("pair", __name__)

PAGE_ROWS = 50
MOST_ROWS = 500
SHOWN_PLACES = 12
SHOWN_OFFICES = 6
READ_PARTNERS = 40
SHOWN_SHARED = 12


@dataclass(frozen=True, slots=True)
class Side:
    """One direction: who did what to whom, summed; types: (type, events) pairs, the most first."""

    actor: str
    actor_href: str
    recipient: str
    recipient_href: str
    flow: Flow
    types: tuple[tuple[str, int], ...]
    strip: Strip | None


@dataclass(frozen=True, slots=True)
class Who:
    """One of the two: names, offices by date, and how central it is. remark: what to say of the measures."""

    name: str
    href: str
    kind: str
    country: str
    aliases: tuple[str, ...]
    offices: Memberships
    measures: tuple[Figure, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A third actor both have to do with, as it stands to the one and to the other."""

    name: str
    href: str
    to_a: Partner
    to_b: Partner


@dataclass(frozen=True, slots=True)
class PairPage:
    """All that pair/show.html may use. shared: partners of both, those with most events first.

    shared_count, place_count: how many there are, shown or not.
    """

    a: str
    b: str
    names: tuple[str, str]
    who: tuple[Who, Who]
    sides: tuple[Side, Side]
    shared: tuple[Shared, ...]
    shared_count: int
    places: tuple[PlaceCount, ...]
    place_count: int
    events: tuple[Happening, ...]
    next: str
    is_later_page: bool
    graph: str
    compare: str
    paths: str
    cypher: str


@bp.get("/pair/<a>/<b>")
@bp.get("/pair/<a>/<b>.json")
def show(a: str, b: str) -> Response:
    """Show what two actors did to each other, the latest first."""
    return answer("pair/show.html", _page((a, b), (_who(a), _who(b)), key_below(request.args)))


def _who(id_: str) -> Who:
    """Give one of the two. Raises NotFoundError where there is no such actor."""
    found = rows_of("actor", actor=id_)
    if not found:
        raise NotFoundError("actor", id_)
    row = found[0]
    name = row["name"] or id_
    measures, remark = figures_of(id_)
    return Who(
        name=name,
        href=page_address("actor", id_),
        kind=kind_name(row["kind"]),
        country=country_name(row["country"]),
        aliases=tuple(alias for alias in row["aliases"] or () if alias != name),
        offices=read_memberships(id_, SHOWN_OFFICES),
        measures=measures,
        remark=remark,
    )


def _shared(a: str, b: str) -> tuple[Shared, ...]:
    """Give the partners both have, of the READ_PARTNERS most active ones of each, those with most events first."""
    ours, theirs = ({one.id: one for one in read_partners(id_, READ_PARTNERS)[0]} for id_ in (a, b))
    both = [Shared(one.name, one.href, one, theirs[one.id]) for one in ours.values() if one.id in theirs]
    return tuple(sorted(both, key=lambda one: (-min(one.to_a.events, one.to_b.events), one.name)))


def _page(ids: tuple[str, str], who: tuple[Who, Who], before: str) -> PairPage:
    """Put the page together. before: key of the event the list goes on below."""
    (a, b), names = ids, (who[0].name, who[1].name)
    relations = rows_of("pair_relations", a=a, b=b, limit=MOST_ROWS)
    out = [row for row in relations if row["direction"] == "out"]
    into = [row for row in relations if row["direction"] == "in"]
    months = [read_months(one, other) for one, other in (ids, ids[::-1])]
    events, next_key = _events(ids, names, before, [*months[0], *months[1]])
    shared, places = _shared(a, b), places_of(remembered("pair_places", a=a, b=b, limit=MOST_ROWS))
    low = UNDATED if before.startswith(UNDATED) else ""
    both = f"{in_address(a)},{in_address(b)}"
    return PairPage(
        a=a,
        b=b,
        names=names,
        who=who,
        shared=shared[:SHOWN_SHARED],
        shared_count=len(shared),
        sides=(_side(ids, names, out, months), _side((b, a), (names[1], names[0]), into, months[::-1])),
        places=places[:SHOWN_PLACES],
        place_count=len(places),
        events=events,
        next=next_key,
        is_later_page=before != "",
        graph=f"/graph?actors={both}",
        compare=f"/graph/compare?actors={both}",
        paths=Filters(sel=f"path:{a}~{b}").address("/graph"),
        cypher=cypher_address(
            query_text("pair_events"), {"a": a, "b": b, "low": low, "before": before or ANY_KEY, "limit": PAGE_ROWS}
        ),
    )


def read_months(actor: str, recipient: str) -> Rows:
    """Give what one actor did to another as rows of month (`2019-08` or `undated`), quad and events."""
    ids = [f"{actor}~{recipient}~{sign}" for sign in TIE_SIGNS]
    texts = [text for row in rows_of("tie_months", ids=ids, limit=len(ids)) for text in row["months"] or ()]
    parts = [text.split(" ") for text in texts]
    return [{"month": part[0], "quad": part[1], "events": int(part[2])} for part in parts]


def _side(ids: tuple[str, str], names: tuple[str, str], rows: Rows, months: Sequence[Rows]) -> Side:
    """Give one direction of the pair. months: its own, and those of the other direction."""
    types = [(type_name(row["type"]), row["events"]) for row in rows]
    return Side(
        actor=names[0],
        actor_href=page_address("actor", ids[0]),
        recipient=names[1],
        recipient_href=page_address("actor", ids[1]),
        flow=flow_of(rows),
        types=tuple(sorted(types, key=lambda pair: (-pair[1], pair[0]))),
        strip=strip_of(*months),
    )


def latest_months(months: Rows, before: str, size: int) -> str:
    """Give the month from which on the months below a key hold `size` events or more, "" where they do not."""
    reached = 0
    for row in sorted(months, key=lambda row: str(row["month"]), reverse=True):
        if row["month"] < before[:7]:
            reached += row["events"]
            if reached >= size:
                return str(row["month"])
    return ""


def _events(
    ids: tuple[str, str], names: tuple[str, str], before: str, months: Rows
) -> tuple[tuple[Happening, ...], str]:
    """Give a page of events of both directions, and the key to go on below, "" at the end.

    An event both did to each other is listed once, with both directions. months: as `read_months` gives them,
    of both; where they are so full that a page of events lies in few of them, only the events of these are read.
    """
    dated = [row for row in months if row["month"] != UNDATED]
    is_busy = is_everywhere(sum(row["events"] for row in dated), PAGE_ROWS)

    def both(*, low: str, before: str, limit: int) -> Rows:
        # an event both did to each other stands in the months of both
        start = low or (latest_months(dated, before, 2 * limit) if is_busy else "")
        name = "pair_events_between" if start and not low else "pair_events"
        found: dict[str, dict[str, Any]] = {}
        for (a, b), (one, other) in ((ids, names), (ids[::-1], names[::-1])):
            for row in rows_of(name, a=a, b=b, low=start, before=before, limit=limit):
                found.setdefault(row["key"], row | {"ways": []})["ways"].append(f"{one} to {other}")
        return [found[key] for key in sorted(found, reverse=True)][:limit]

    rows, next_key = latest_first(both, before, PAGE_ROWS)
    return tuple(happening(row, "; ".join(row["ways"])) for row in rows), next_key
