"""One actor: who it is, what it did and had done to it, with whom, where, and how central it is."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request

from graph.rows import UNDATED
from web.answer import answer, cypher_address
from web.asked import query_text, rows_of
from web.countries import country_name
from web.deeds import deeds_of
from web.errors import NotFoundError
from web.evidence import in_address
from web.happenings import ANY_KEY, Happening
from web.memberships import Member, read_memberships
from web.paging import key_below
from web.partners import Partner, read_partners
from web.scenes import PlaceCount, places_of
from web.sectors import sector_name
from web.standing import Figure, figures_of
from web.strip import Strip, strip_of
from web.totals import Total, read_total
from web.words import kind_name

bp = Blueprint("actor", __name__)

PAGE_ROWS = 50
SHOWN_PARTNERS = 25
SHOWN_PLACES = 12


@dataclass(frozen=True, slots=True)
class ActorPage:
    """All that actor/show.html may use. partner_count, place_count, event_count: how many there are, shown or not."""

    id: str
    name: str
    kind: str
    country: str
    sector: str
    wikidata: str
    aliases: tuple[str, ...]
    belongs_to: tuple[Member, ...]
    members: tuple[Member, ...]
    members_remark: str
    strip: Strip | None
    partners: tuple[Partner, ...]
    partner_count: int
    measures: tuple[Figure, ...]
    measures_remark: str
    places: tuple[PlaceCount, ...]
    place_count: int
    event_count: int
    events: tuple[Happening, ...]
    next: str
    is_later_page: bool
    graph: str
    timeline: str
    compare: str
    cypher: str


@bp.get("/actor/<id_>")
@bp.get("/actor/<id_>.json")
def show(id_: str) -> Response:
    """Show one actor."""
    found = rows_of("actor", actor=id_)
    if not found:
        raise NotFoundError("actor", id_)
    return answer("actor/show.html", _page(found[0], key_below(request.args)))


def _page(row: dict[str, Any], before: str) -> ActorPage:
    """Put the page together. before: key of the event the list goes on below."""
    id_ = row["id"]
    total = read_total(id_)
    events, next_key = deeds_of(id_, total.events, before, PAGE_ROWS)
    memberships = read_memberships(id_)
    partners, partner_count = read_partners(id_, SHOWN_PARTNERS)
    measures, measures_remark = figures_of(id_)
    low = UNDATED if before.startswith(UNDATED) else ""
    parameters = {"actor": id_, "low": low, "before": before or ANY_KEY, "limit": PAGE_ROWS}
    return ActorPage(
        id=id_,
        name=row["name"] or id_,
        kind=kind_name(row["kind"]),
        country=country_name(row["country"]),
        sector=sector_name(row["sector"]),
        wikidata=row["wikidata"] or "",
        aliases=tuple(name for name in row["aliases"] or () if name != row["name"]),
        belongs_to=memberships.belongs_to,
        members=memberships.members,
        members_remark=memberships.remark,
        strip=strip_of(total.months),
        partners=partners,
        partner_count=partner_count,
        measures=measures,
        measures_remark=measures_remark,
        places=_places(total),
        place_count=len(total.places),
        event_count=total.events,
        events=events,
        next=next_key,
        is_later_page=before != "",
        graph=f"/graph?actors={in_address(id_)}",
        compare=f"/graph/compare?actors={in_address(id_)}",
        timeline=f"/timeline?actors={in_address(id_)}",
        cypher=cypher_address(query_text("actor_events"), parameters),
    )


def _places(total: Total) -> tuple[PlaceCount, ...]:
    """Give the places with most of an actor's events."""
    shown = total.places[:SHOWN_PLACES]
    rows = rows_of("place_names", ids=[id_ for id_, _ in shown], limit=SHOWN_PLACES) if shown else []
    known = {row["id"]: row for row in rows}
    return places_of(known[id_] | {"events": events} for id_, events in shown if id_ in known)
