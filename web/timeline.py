"""The timeline: a histogram of the window, lanes, and the events themselves, paged by key."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, Response, request

from web.answer import answer, cypher_address
from web.asked import query_text
from web.bars import bars_between, bars_count, bucket_beside, by_hour, undated_beside, window
from web.digest import DigestLine, heading, read_digest
from web.extent import Extent, read_extent
from web.facets import Facets, read_facets
from web.filters import Filters, filters_from, one_word, whole_number
from web.histogram import Bar, Histogram
from web.kinds import acts_of, events_at, is_everywhere
from web.lanes import LANES, Lanes, lanes_of
from web.later import Later
from web.listing import EventRow, read_events
from web.offered import actors_offered
from web.paging import Listed, key_below, list_query, page_ids
from web.remembered import state
from web.window import early_address, possibly_told
from web.words import counted

bp = Blueprint("timeline", __name__)

PAGE_ROWS = 50
MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Told:
    """What the page tells of single events: the list, its lanes, the days that stand out, and what may lie here."""

    lanes: Lanes | None
    events: tuple[EventRow, ...]
    digest: tuple[DigestLine, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What the page says of all events together. latest, earlier: addresses of the pages beside this one.

    early: address of the events far before all others, every_year: of bars that have them too; "" where there are none;
    told: read while the bars are on their way, so that they do not wait for events to be read.
    """

    filters: Filters
    by: str
    is_undated: bool
    facets: Facets
    extent: Extent
    histogram: Histogram | None
    whole: str
    early: str
    every_year: str
    outer: str
    sentence: str
    has_lanes: bool
    lane_tabs: tuple[tuple[str, str, str], ...]
    digest_heading: str
    latest: str
    earlier: str
    undated: int
    undated_href: str
    cypher: str
    told: Later[Told]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """All that timeline/show.html may use. counted: read while the frame of the page is on its way."""

    filters: Filters
    counted: Later[Counted]

    @property
    def cypher(self) -> str:
        """Give the console's address for the query of the list."""
        return self.counted.now.cypher


@bp.get("/timeline")
@bp.get("/timeline.json")
def show() -> Response:
    """Show the events under the filters over time, the latest first."""
    filters, look = filters_from(request.args), _look()
    state()  # a graph that cannot be read is told as such before anything is sent
    return answer("timeline/show.html", TimelinePage(filters, Later(lambda: _counted(filters, look))))


@dataclass(frozen=True, slots=True)
class _Look:
    """How the address asks for the timeline to be shown. before: key of the event the list goes on below."""

    by: str
    is_undated: bool
    limit: int
    before: str

    def kept(self) -> dict[str, str]:
        """Give the parts of the address that other pages of the list keep."""
        return {"lanes": self.by if self.by != LANES[0] else "", "undated": "1" if self.is_undated else ""}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The bars that are shown, what is said of them, what of them the digest is made of, and the days lanes span."""

    shown: Histogram | None
    remarks: tuple[str, ...]
    heading: str
    notable: tuple[Bar, ...]
    days: tuple[date, date] | None


def _look() -> _Look:
    """Read how the timeline is to be shown.

    Raises AddressError where a part cannot be read.
    """
    return _Look(
        one_word(request.args, "lanes", LANES),
        one_word(request.args, "undated", ("0", "1")) == "1",
        whole_number(request.args, "limit", least=1, most=MOST_ROWS, default=PAGE_ROWS),
        key_below(request.args),
    )


def _counted(filters: Filters, look: _Look) -> Counted:
    """Read what is said of all events that pass the filters."""
    extent = read_extent()
    name, parameters = list_query(filters, is_undated=look.is_undated)
    name = "timeline_keys" if _is_met_soon(filters, look.limit) else name
    listed = page_ids(name, parameters, look.before, extent, look.limit)
    facets = read_facets(filters, actors_offered(filters))
    all_days, more = filters.with_(first=None, last=None), look.kept()
    drawn = _drawn(filters, look, extent)
    return Counted(
        filters=filters,
        by=look.by,
        is_undated=look.is_undated,
        facets=facets,
        extent=extent,
        histogram=drawn.shown,
        whole=all_days.address("/timeline"),
        early=early_address(filters, extent),
        every_year=filters.with_(first=extent.first, last=extent.last).address("/timeline") if extent.early else "",
        outer=_wider(filters, extent, *window(filters, extent)),
        sentence=_sentence(filters, facets, listed, is_undated=look.is_undated),
        has_lanes=bool(drawn.days and listed.ids),
        lane_tabs=tuple((one, f"by {one}", filters.address("/timeline", lanes=one)) for one in LANES),
        digest_heading=drawn.heading,
        latest=filters.address("/timeline", **more) if look.before else "",
        earlier=filters.address("/timeline", before=listed.next, **more) if listed.next else "",
        undated=_undated(filters, facets, extent),
        undated_href=all_days.address("/timeline", undated="1"),
        cypher=_cypher(name, parameters, look),
        told=Later(lambda: _told(filters, listed, look.by, drawn)),
    )


def _drawn(filters: Filters, look: _Look, extent: Extent) -> _Drawn:
    """Draw the bars of the window, and choose those the digest is made of."""
    first, last = window(filters, extent)
    histogram, remarks = bars_between(filters, extent, first, last)
    shown, remarks = by_hour(filters, first, last, histogram, remarks)
    if shown and not look.is_undated:
        shown = replace(shown, bucket=bucket_beside(filters, shown.highest))
    is_digested = histogram and bars_count(filters) and not (look.is_undated or look.before)
    notable = histogram.bars if histogram and is_digested else ()
    days = (first, last) if first and last and not look.is_undated else None
    return _Drawn(shown, remarks, heading(histogram.grain) if histogram else "", notable, days)


def _cypher(name: str, parameters: dict[str, Any], look: _Look) -> str:
    """Give the console's address for the query of the list."""
    asked = parameters | {"high": look.before or parameters["high"], "limit": look.limit}
    return cypher_address(query_text(name), asked)


def _undated(filters: Filters, facets: Facets, extent: Extent) -> int:
    """Count the events without a day that pass the filters but their window; 0 where they are too many to count."""
    if not filters.has_window() and facets.undated is not None:
        return facets.undated
    found = undated_beside(filters.with_(first=None, last=None)) if extent.undated else None
    return found.total() if found else 0


def _told(filters: Filters, listed: Listed, by: str, drawn: _Drawn) -> Told:
    """Read what the page tells of single events."""
    events = tuple(read_events([id_ for id_, _ in listed.ids], has_quotes=True))
    return Told(
        lanes=lanes_of(events, by, drawn.days, filters),
        events=events,
        digest=read_digest(filters, drawn.notable),
        remarks=drawn.remarks + possibly_told(filters),
    )


def _is_met_soon(filters: Filters, limit: int) -> bool:
    """Say whether the latest events of the actors, or at the places, are found sooner by the days."""
    if filters.sources > 1 or bool(filters.actors) == bool(filters.places):
        return False
    own = acts_of(filters.actors) if filters.actors else events_at(filters.places)
    return is_everywhere(own, limit)


def _wider(filters: Filters, extent: Extent, first: date | None, last: date | None) -> str:
    """Give the address of the next wider window, "" where all is shown."""
    if not filters.has_window() or first is None or last is None:
        return ""
    days = max((last - first).days + 1, 1)
    start = max(first - timedelta(days=days), extent.first or first) if first.toordinal() > days else extent.first
    end = min(last + timedelta(days=days), extent.last or last) if last.toordinal() < 3_000_000 else extent.last
    if start and end and start <= end:
        return filters.with_(first=start, last=end).address("/timeline")
    return filters.with_(first=None, last=None).address("/timeline")


def _sentence(filters: Filters, facets: Facets, listed: Listed, *, is_undated: bool) -> str:
    """Say how many events are listed, of how many, and which their status keeps out."""
    dated = None if facets.dated is None else facets.dated + (facets.undated or 0)
    shown = _listed(facets.undated if is_undated else dated, listed, is_undated=is_undated)
    if listed.is_cut:
        shown += f", as far back as {listed.next[:10]} (go on below for those before)"
    if filters.statuses:
        return f"{shown}."
    if facets.others is None:
        return f"{shown}. Planned, claimed, denied and past ones are listed under Status."
    kept_out = (
        f" {facets.others:,} planned, claimed, denied or past: choose them under Status." if facets.others else ""
    )
    return f"{shown} that happened.{kept_out}"


def _listed(whole: int | None, page: Listed, *, is_undated: bool) -> str:
    """Say how many events are listed. whole: how many there are, None where they were not counted."""
    what, plural = ("event without a date", "events without a date") if is_undated else ("event", "events")
    listed = len(page.ids)
    if whole is None:
        shown = counted(listed, what, plural)
        return f"The latest {shown}, and there are more" if page.next and not page.is_cut else shown
    if listed >= whole:
        return counted(listed, what, plural)
    which = f"{listed:,} further back" if request.args.get("before") else f"The latest {listed:,}"
    return f"{which} of {counted(whole, what, plural)}"
