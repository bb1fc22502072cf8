"""When each tie of the picture has events, so that a brush can be followed without asking again."""

from dataclasses import dataclass

from web.bars import window
from web.extent import Extent
from web.filters import Filters
from web.histogram import grain_for, span_of
from web.remembered import remembered
from web.words import Sign, sign_of

MOST_EVENTS = 50_000
MOST_ROWS = 300_000
LENGTHS = {"day": 10, "month": 7, "year": 4}
PARTS = ("low", "high", "last", "types", "quads", "statuses", "sources", "places")


@dataclass(frozen=True, slots=True)
class Series:
    """Stretches of time by name, and for each tie the places of those in which it has events.

    problem: why there are none, "" where there are.
    """

    bins: tuple[str, ...]
    ties: dict[str, list[int]]
    problem: str = ""


def read_series(filters: Filters, actors: set[str], extent: Extent) -> Series:
    """Give the series of the ties between `actors` under the filters, in stretches as fine as their window allows."""
    first, last = window(filters, extent)
    if first is None or last is None:
        return Series((), {}, "No event here has a date.")
    if extent.events > MOST_EVENTS:
        return Series((), {}, "There are too many events to play; choose days with the brush.")
    rows = remembered(
        "graph_series",
        length=LENGTHS[grain_for(first, last)],
        limit=MOST_ROWS,
        **filters.asked(*PARTS),
    )
    kept = [row for row in rows if row["actor"] in actors and row["recipient"] in actors and span_of(row["bin"])]
    bins = sorted({row["bin"] for row in kept})
    place = {name: number for number, name in enumerate(bins)}
    ties: dict[str, set[int]] = {}
    for row in kept:
        sign = "cooperative" if sign_of(row["quad"]) == Sign.COOPERATIVE else "hostile"
        ties.setdefault(f"{row['actor']}~{row['recipient']}~{sign}", set()).add(place[row["bin"]])
    return Series(tuple(bins), {tie: sorted(places) for tie, places in ties.items()})
