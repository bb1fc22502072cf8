"""The timeline: a histogram of the window, lanes, and the events themselves, paged by key."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, Response, request

from graph.derive import COUNTED
from graph.rows import UNDATED
from web.answer import answer, cypher_address
from web.asked import query_text
from web.digest import DigestLine, heading, read_digest
from web.errors import AddressError
from web.extent import Extent, read_extent
from web.facets import Facets, read_facets
from web.filters import Filters, filters_from, one_word, whole_number
from web.histogram import Bin, Bucket, Histogram, bins_of_rows, bucket_of, build, grain_for, span_of
from web.hours import bars_by_hour, has_hours
from web.kinds import acts_of, bars_of, can_count, events_at, from_few, is_everywhere, undated_of
from web.lanes import LANES, Lanes, lay_lanes
from web.listing import EventRow, read_events
from web.paging import Listed, page_ids
from web.ranking import busiest_actors
from web.remembered import remembered
from web.window import possibly_in
from web.words import counted, sign_of

bp = Blueprint("timeline", __name__)

PAGE_ROWS = 50
MOST_ROWS = 200
MOST_BINS = 5_000
LENGTHS = {"day": 10, "month": 7, "year": 4}
COARSE = {"month": ("day",), "year": ("day", "month")}
PARTS = ("low", "high", "last", "types", "quads", "statuses", "sources", "places")


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """All that timeline/show.html may use. later, earlier: addresses of the pages beside this one."""

    filters: Filters
    by: str
    is_undated: bool
    facets: Facets
    extent: Extent
    histogram: Histogram | None
    whole: str
    early: str
    outer: str
    sentence: str
    remarks: tuple[str, ...]
    lanes: Lanes | None
    lane_tabs: tuple[tuple[str, str, str], ...]
    events: tuple[EventRow, ...]
    digest: tuple[DigestLine, ...]
    digest_heading: str
    latest: str
    earlier: str
    undated: int
    undated_href: str
    cypher: str


@bp.get("/timeline")
@bp.get("/timeline.json")
def show() -> Response:
    """Show the events under the filters over time, the latest first."""
    filters = filters_from(request.args)
    by = one_word(request.args, "lanes", LANES)
    is_undated = one_word(request.args, "undated", ("0", "1")) == "1"
    limit = whole_number(request.args, "limit", least=1, most=MOST_ROWS, default=PAGE_ROWS)
    extent = read_extent()
    first, last = window(filters, extent)
    name, parameters = list_query(filters, is_undated=is_undated)
    before = _before()
    if _is_met_soon(filters, limit):
        name = "timeline_keys"
    listed = page_ids(name, parameters, before, extent, limit)
    events = tuple(read_events([id_ for id_, _ in listed.ids], has_quotes=True))
    more = {"lanes": by if by != LANES[0] else "", "undated": "1" if is_undated else ""}
    facets = read_facets(filters, busiest_actors(30))
    is_counted = _bars_count(filters)
    histogram, remarks = bars_between(filters, extent, first, last)
    shown, remarks = _by_hour(filters, first, last, histogram, remarks)
    if shown and not is_undated:
        shown = replace(shown, bucket=_bucket(filters, shown.highest))
    page = TimelinePage(
        filters=filters,
        by=by,
        is_undated=is_undated,
        facets=facets,
        extent=extent,
        histogram=shown,
        whole=filters.with_(first=None, last=None).address("/timeline"),
        early=filters.with_(first=extent.first, last=extent.last).address("/timeline") if extent.early else "",
        outer=_wider(filters, extent, first, last),
        sentence=_sentence(filters, facets, listed, is_undated=is_undated),
        remarks=remarks + _possible(filters),
        lanes=lay_lanes(events, by, first, last) if first and last and events and not is_undated else None,
        lane_tabs=tuple((one, f"by {one}", filters.address("/timeline", lanes=one)) for one in LANES),
        events=events,
        digest=read_digest(filters, histogram.bars) if histogram and is_counted and not (is_undated or before) else (),
        digest_heading=heading(histogram.grain) if histogram else "",
        latest=filters.address("/timeline", **more) if before else "",
        earlier=filters.address("/timeline", before=listed.next, **more) if listed.next else "",
        undated=extent.undated if facets.undated is None or filters.has_window() else facets.undated,
        undated_href=filters.with_(first=None, last=None).address("/timeline", undated="1"),
        cypher=cypher_address(query_text(name), parameters | {"high": before or parameters["high"], "limit": limit}),
    )
    return answer("timeline/show.html", page)


def _is_met_soon(filters: Filters, limit: int) -> bool:
    """Say whether the latest events of the actors, or at the places, are found sooner by the days."""
    if filters.sources > 1 or bool(filters.actors) == bool(filters.places):
        return False
    own = acts_of(filters.actors) if filters.actors else events_at(filters.places)
    return is_everywhere(own, limit)


def window(filters: Filters, extent: Extent) -> tuple[date | None, date | None]:
    """Give the days the picture spans: those asked for, else as far as the events reach."""
    first, last = filters.first or (extent.first if filters.last else extent.start), filters.last or extent.last
    if first and last and first > last:
        first, last = (first, first) if filters.first else (last, last)
    return first, last


def _before() -> str:
    """Give the key below which the page begins, "" for the first page.

    Raises AddressError where it is longer than any key.
    """
    text = request.args.get("before", "").strip()
    if len(text) > 300:
        raise AddressError("before", text, "the key of an event, such as 2019-08-25/…")
    return text


def list_query(filters: Filters, *, is_undated: bool) -> tuple[str, dict[str, Any]]:
    """Choose the query of the list and give its parameters but the limit.

    Where no status is asked for, only what is told as having happened is listed.
    """
    found = filters.parameters()
    parameters = {part: found[part] for part in PARTS}
    if not filters.statuses:
        parameters["statuses"] = sorted(map(str, COUNTED))
    if is_undated:
        parameters |= {"low": UNDATED, "high": "~"}
    parameters["actors"] = found["actors"]
    return f"timeline_keys{from_few(filters)}", parameters


def _bars_count(filters: Filters) -> bool:
    """Say whether the bars count the events under the filters: not where there are too many to count at once."""
    is_in_bins = not (filters.actors or filters.places or filters.sources > 1)
    return is_in_bins or can_count(filters)


def bars_between(
    filters: Filters, extent: Extent, first: date | None, last: date | None
) -> tuple[Histogram | None, tuple[str, ...]]:
    """Give the bars of the window, and what to say of them."""
    if first is None or last is None:
        return None, ()
    grain = grain_for(first, last)
    is_filtered = filters.with_(first=None, last=None, sel="") != Filters()
    if not is_filtered:
        rows = remembered("bins_between", grain=grain, first=first.isoformat(), last=last.isoformat(), limit=MOST_BINS)
        bins, coarse = bins_of_rows(rows), 0
        remark = "Bars count what happened, each event where its whole date falls inside a bar."
    elif can_count(filters):
        bins, coarse = _counted_bins(filters, grain, first, last)
        remark = "Bars count the events under the filters."
    elif filters.actors or filters.places or filters.sources > 1:
        rows = remembered("bins_between", grain=grain, first=first.isoformat(), last=last.isoformat(), limit=MOST_BINS)
        bins, coarse = bins_of_rows(rows), 0
        remark = "Bars count all events: under these filters there are too many to count at once; choose days."
    else:
        bins, coarse = bars_of(filters, grain, first, last), 0
        remark = "Bars count the events under the filters, each where its whole date falls inside a bar."
    if coarse:
        remark += (
            f" {counted(coarse, 'event')} dated more coarsely than a bar {'is' if coarse == 1 else 'are'} not in them."
        )

    address = filters.windows("/timeline")
    return build(bins, first, last, grain, lambda start, end: address(max(start, first), min(end, last))), (remark,)


def _by_hour(
    filters: Filters, first: date | None, last: date | None, days: Histogram | None, remarks: tuple[str, ...]
) -> tuple[Histogram | None, tuple[str, ...]]:
    """Give the bars of a short window by the hour where its events name hours, else those of its days; and remarks."""
    if first is None or last is None or not filters.has_window() or not has_hours(first, last):
        return days, remarks
    _, parameters = list_query(filters.with_(first=first, last=last), is_undated=False)
    rows = remembered("timeline_hours", **parameters, limit=MOST_BINS)
    found = bars_by_hour(rows, first, last, filters.windows("/timeline"))
    if found is None:
        return days, (*remarks, "None of these events names an hour, so the bars stand for days.")
    whole = sum(row["events"] for row in rows)
    told = sum(row["events"] for row in rows if row["hour_first"] is not None)
    remark = f"Bars count the {counted(told, 'event')} of {whole:,} whose words name an hour, in the text's own zone;"
    return found, (f"{remark} what is told of a night or a morning stands in every hour of it.",)


def _counted_bins(filters: Filters, grain: str, first: date, last: date) -> tuple[list[Bin], int]:
    """Count the events under the filters into bins; also those too coarse for any bin."""
    name, parameters = list_query(filters, is_undated=False)
    name = name.replace("keys", "counts")
    rows = remembered(name, **parameters, length=LENGTHS[grain], limit=MOST_BINS * 8)
    too_coarse = _too_coarse(grain)
    coarse = 0
    counts: dict[str, Counter[tuple[str, bool]]] = {}
    for row in rows:
        if row["grain"] in too_coarse:
            coarse += row["events"]
        elif span_of(row["bin"]):
            counts.setdefault(row["bin"], Counter())[sign_of(row["quad"]), bool(row["is_unsure"])] += row["events"]
    spans = [(span_of(name), signs) for name, signs in sorted(counts.items())]
    bins = [Bin(*span, signs) for span, signs in spans if span and span[1] >= first and span[0] <= last]
    return bins, coarse


def _bucket(filters: Filters, highest: int) -> Bucket | None:
    """Give the bar of the events without a day, None where there is none or they are too many to count."""
    filters = filters.with_(first=None, last=None)  # what has no day lies in every window, or in none
    href = filters.address("/timeline", undated="1")
    if not (filters.actors or filters.places or filters.sources > 1):
        return bucket_of(undated_of(filters), highest, href)
    if not can_count(filters):
        return None
    name, parameters = list_query(filters, is_undated=True)
    found: Counter[tuple[str, bool]] = Counter()
    for row in remembered(name.replace("keys", "counts"), **parameters, length=LENGTHS["year"], limit=MOST_BINS):
        found[sign_of(row["quad"]), bool(row["is_unsure"])] += row["events"]
    return bucket_of(found, highest, href)


def _too_coarse(grain: str) -> frozenset[str]:
    """Give the grains that do not fit into a bar of `grain`."""
    long = frozenset({"decade", "century"})
    if grain == "year":
        return long
    long |= {"year", "half", "season", "quarter"}
    return long if grain == "month" else long | {"month", "week", "weekend"}


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


def _possible(filters: Filters) -> tuple[str, ...]:
    """Say how many events may lie in the window but are not known to."""
    if not filters.has_window():
        return ()
    number = possibly_in(filters)
    return (f"{counted(number, 'event')} possibly in this window: their date does not say.",) if number else ()
