"""The bars of the timeline: which counts a window is drawn from, and what is said of them."""

from collections import Counter
from datetime import date, timedelta

from web.extent import Extent
from web.filters import Filters
from web.histogram import Bin, Bucket, Chosen, Histogram, bins_of_rows, bucket_of, build, grain_for, span_of
from web.hours import bars_by_hour, has_hours
from web.kinds import bars_of, can_count, undated_of
from web.paging import list_query
from web.remembered import MOST_BINS, bins, remembered
from web.ticks import x_of
from web.words import counted, sign_of

LENGTHS = {"day": 10, "month": 7, "year": 4}


def window(filters: Filters, extent: Extent) -> tuple[date | None, date | None]:
    """Give the days the picture spans: those asked for, else as far as the events reach."""
    first, last = filters.first or (extent.first if filters.last else extent.start), filters.last or extent.last
    if first and last and first > last:
        first, last = (first, first) if filters.first else (last, last)
    return first, last


def bars_count(filters: Filters) -> bool:
    """Say whether the bars count the events under the filters: not where there are too many to count at once."""
    is_in_bins = not (filters.actors or filters.places or filters.sources > 1)
    return is_in_bins or can_count(filters)


def bars_between(
    filters: Filters, extent: Extent, first: date | None, last: date | None, path: str = "/timeline"
) -> tuple[Histogram | None, tuple[str, ...]]:
    """Give the bars of the window, and what to say of them. path: of the page a bar leads to."""
    if first is None or last is None:
        return None, ()
    grain = grain_for(first, last)
    is_filtered = filters.with_(first=None, last=None, sel="") != Filters()
    if not is_filtered:
        found, coarse = bins_of_rows(bins(grain, first, last)), 0
        remark = "Bars count what happened, each event where its whole date falls inside a bar."
    elif can_count(filters):
        found, coarse = _counted_bins(filters, grain, first, last)
        remark = "Bars count the events under the filters."
    elif filters.actors or filters.places or filters.sources > 1:
        found, coarse = bins_of_rows(bins(grain, first, last)), 0
        remark = "Bars count all events: under these filters there are too many to count at once; choose days."
    else:
        found, coarse = bars_of(filters, grain, first, last), 0
        remark = "Bars count the events under the filters, each where its whole date falls inside a bar."
    if coarse:
        remark += (
            f" {counted(coarse, 'event')} dated more coarsely than a bar {'is' if coarse == 1 else 'are'} not in them."
        )

    address = filters.windows(path)
    return build(found, first, last, grain, lambda start, end: address(max(start, first), min(end, last))), (remark,)


def chosen_of(filters: Filters, bars: Histogram) -> Chosen | None:
    """Give the days of the window as they lie on bars of more days, None where it lies beside all of them."""
    first, last = max(filters.first or bars.first, bars.first), min(filters.last or bars.last, bars.last)
    if first > last:
        return None
    end = x_of(last + timedelta(days=1), bars.first, bars.last) if last < date.max else 100.0
    x = x_of(first, bars.first, bars.last)
    return Chosen(first, last, x, round(end - x, 3))


def by_hour(
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


def bucket_beside(filters: Filters, highest: int) -> Bucket | None:
    """Give the bar of the events without a day, None where there is none or they are too many to count.

    None under a window of days too: what has no day passes none.
    """
    found = None if filters.has_window() else undated_beside(filters)
    return bucket_of(found, highest, filters.address("/timeline", undated="1")) if found else None


def undated_beside(filters: Filters) -> Counter[tuple[str, bool]] | None:
    """Count the events without a day that pass the filters, by sign; None where they are too many to count."""
    if not (filters.actors or filters.places or filters.sources > 1):
        return undated_of(filters)
    if not can_count(filters):
        return None
    name, parameters = list_query(filters, is_undated=True)
    found: Counter[tuple[str, bool]] = Counter()
    for row in remembered(name.replace("keys", "counts"), **parameters, length=LENGTHS["year"], limit=MOST_BINS):
        found[sign_of(row["quad"]), bool(row["is_unsure"])] += row["events"]
    return found


def _too_coarse(grain: str) -> frozenset[str]:
    """Give the grains that do not fit into a bar of `grain`."""
    long = frozenset({"decade", "century"})
    if grain == "year":
        return long
    long |= {"year", "half", "season", "quarter"}
    return long if grain == "month" else long | {"month", "week", "weekend"}
