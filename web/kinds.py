"""Events by type and status, from the bins that count them: no event is read, however many there are."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from graph.derive import Kind
from graph.plover import plover
from web.filters import Filters
from web.histogram import Bin
from web.moments import as_day
from web.remembered import Rows, remembered, years
from web.words import sign_of

UNDATED = "undated"
MOST_COUNTED = 30_000
GRAINS = {"day": 10, "month": 7, "year": 4}


def kinds_between(filters: Filters) -> dict[bool, Counter[Kind]] | None:
    """Count the events that begin in the window: under True those with a day, under False those without one.

    None where the bins do not tell kinds apart, as in a graph that was counted by an older version.
    """
    rows = _window_rows(filters)
    if any(row["kinds"] is None for row in rows):
        return None
    counts: dict[bool, Counter[Kind]] = {True: Counter(), False: Counter()}
    for row in rows:
        counts[row["id"] != UNDATED].update(_read(row["kinds"]))
    return counts


def _window_rows(filters: Filters) -> Rows:
    """Give the counts of the bins that make up a window."""
    held = [row for row in years() if row["starts"]]
    dated = sorted(row["first"] for row in held if row["first"])
    ids = [] if filters.has_window() else [UNDATED]
    if dated:
        last_year = date(dated[-1].year, 12, 31)
        ids += _bins_of(max(filters.first or dated[0], dated[0]), min(filters.last or last_year, last_year))
    return remembered("bin_kinds", ids=ids, limit=len(ids)) if ids else []


def events_in(filters: Filters) -> int:
    """Give how many events begin in the window, whatever the other filters, without reading any."""
    rows = _window_rows(filters)
    if any(row["kinds"] is None for row in rows):
        return sum(row["starts"] or 0 for row in years())
    return sum(int(text.rpartition(" ")[2]) for row in rows for text in row["kinds"])


def acts_of(actors: Sequence[str]) -> int:
    """Give how many events tie some actors to others."""
    rows = remembered("actor_acts", actors=list(actors), limit=1)
    return (rows[0]["events"] or 0) if rows else 0


def is_busy(actors: Sequence[str]) -> bool:
    """Say whether actors have too many events to read them all."""
    return acts_of(actors) > MOST_COUNTED


def is_everywhere(own: int, size: int) -> bool:
    """Say whether `size` events of somebody who has `own` are found sooner by the days than by reading all of them."""
    return own**2 > sum(row["starts"] or 0 for row in years()) * size


def events_at(places: Sequence[str]) -> int:
    """Give how many events were at some places."""
    rows = remembered("place_events", places=list(places), limit=1)
    return int(rows[0]["events"] or 0) if rows else 0


def is_at_few(filters: Filters, most: int = MOST_COUNTED) -> bool:
    """Say whether the places of the filters have no more events than `most`, nor than the days of the filters."""
    own = events_at(filters.places) if filters.places else most + 1
    return own <= most and own <= events_in(filters)


def from_few(filters: Filters) -> str:
    """Name where a query reads fewest events from, as the end of its name: actors, places, or "" for the days."""
    if filters.actors and not is_busy(filters.actors):
        return "_of"
    return "_at" if is_at_few(filters) else ""


def can_count(filters: Filters) -> bool:
    """Say whether the events under the filters are few enough to be counted one by one."""
    return from_few(filters) != "" or events_in(filters) <= MOST_COUNTED


def bars_of(filters: Filters, grain: str, first: date, last: date) -> list[Bin]:
    """Give the days, months or years of a window with the events that pass the filters of type, sign and status.

    As in all bars, an event stands where its whole date falls inside one.
    """
    ids = [f"{grain}/{name}" for name in _names(grain, first, last)]
    found = []
    for row in remembered("bin_kinds", ids=ids, limit=len(ids)):
        start, end = as_day(row["first"]), as_day(row["last"])
        if start and end:
            found.append(Bin(start, end, _passing(filters, _read(row["kinds"] or ()))))
    return sorted(found, key=lambda one: one.first)


def undated_of(filters: Filters) -> Counter[tuple[str, bool]]:
    """Count the events without a day that pass the filters of type, sign and status, by sign."""
    found: Counter[tuple[str, bool]] = Counter()
    for row in remembered("bin_kinds", ids=[UNDATED], limit=1):
        found.update(_passing(filters, _read(row["kinds"] or ())))
    return found


def _passing(filters: Filters, kinds: Counter[Kind]) -> Counter[tuple[str, bool]]:
    """Count what lies within a bin and passes the filters of type, sign and status: by sign, unsure days apart."""
    statuses = set(filters.told_as())
    found: Counter[tuple[str, bool]] = Counter()
    for kind, number in kinds.items():
        sign = sign_of(plover().quad(kind.type))
        is_asked = not filters.types or kind.type in filters.types
        if is_asked and kind.is_inside and kind.status in statuses and (not filters.signs or sign in filters.signs):
            found[sign, kind.is_unsure] += number
    return found


def _read(texts: Sequence[str]) -> Counter[Kind]:
    """Read the counts of one bin."""
    counts: Counter[Kind] = Counter()
    for text in texts:
        name, _, number = text.rpartition(" ")
        counts[Kind.read(name)] = int(number)
    return counts


def _names(grain: str, first: date, last: date) -> Iterator[str]:
    """Name the days, months or years that begin in a window."""
    day = first
    while day <= last:
        yield day.isoformat()[: GRAINS[grain]]
        length = {"day": 1, "month": monthrange(day.year, day.month)[1] - day.day + 1}.get(grain)
        step = length or (date(day.year, 12, 31) - day).days + 1
        if day > date.max - timedelta(days=step):
            return
        day += timedelta(days=step)


def _bins_of(first: date, last: date) -> list[str]:
    """Cut a window into the fewest bins: whole years, whole months, and days at its ends.

    >>> _bins_of(date(2018, 12, 31), date(2020, 1, 31))
    ['day/2018-12-31', 'year/2019', 'month/2020-01']
    """
    found, day = [], first
    while day <= last:
        month_end = date(day.year, day.month, monthrange(day.year, day.month)[1])
        ends = {"year": date(day.year, 12, 31), "month": month_end, "day": day}
        begins = {"year": day.month == day.day == 1, "month": day.day == 1, "day": True}
        grain, end = next((name, end) for name, end in ends.items() if begins[name] and end <= last)
        found.append(f"{grain}/{day.isoformat()[: GRAINS[grain]]}")
        if end == date.max:
            break
        day = end + timedelta(days=1)
    return found
