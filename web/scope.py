"""What a picture or a file is about: its filters in words, for readers who do not see its address."""

from collections.abc import Iterable, Sequence

from web.filters import Filters
from web.periods import period_in_words
from web.remembered import remembered
from web.unknown import QUERIES, Unknown
from web.words import SIGN_NAMES, Sign, counted, status_name, type_name

# of the events that count where no status is asked for
HAPPENED = "told as having happened"
MOST_NAMED = 5
MOST_LETTERS = 40


def scope_of(filters: Filters, *, with_days: bool = True) -> str:
    """Say in sentences what the filters let through, actors and places by name.

    with_days: whether the days are among it.
    """
    statuses = [status_name(status).lower() for status in filters.statuses]
    parts = [
        ("Actors", _names("actor", filters.actors)),
        ("What was done", [type_name(kind) for kind in filters.types]),
        ("Sign", [SIGN_NAMES[Sign(sign)].lower() for sign in filters.signs]),
        ("Status", statuses or [HAPPENED]),
        ("Places", _names("place", filters.places)),
    ]
    told = [f"{name}: {_listed(values)}." for name, values in parts if values]
    if filters.sources > 1:
        told.append(f"At least {filters.sources:,} independent sources.")
    if not statuses and len(told) == 1:
        told = [f"All events that are {HAPPENED}."]
    if with_days:
        days = filters.first, filters.last
        told.append(f"{_capital(period_in_words(days))}." if filters.has_window() else "All time.")
    return " ".join(told)


def strangers_told(strangers: Iterable[Unknown]) -> str:
    """Name the ids of a filter that nobody bears, in a sentence each, "" where there is none."""
    return " ".join(f"No {one.kind} here has the id “{one.id}”: as a filter it matches nothing." for one in strangers)


def _names(kind: str, ids: tuple[str, ...]) -> list[str]:
    """Give the names of actors or places in the order of their ids; an id that nobody bears stands for itself."""
    if not ids:
        return []
    found = {row["id"]: row["name"] for row in remembered(QUERIES[kind], ids=list(ids), limit=len(ids))}
    return [_short(found.get(id_) or f"“{id_}”") for id_ in ids]


def _listed(values: Sequence[str]) -> str:
    """Give a list in words, cut where it is long.

    >>> _listed(["Egypt", "Hamas"]), _listed([str(number) for number in range(9)])
    ('Egypt or Hamas', '0, 1, 2, 3, 4 or 4 others')
    """
    shown = list(values[:MOST_NAMED])
    if len(values) > MOST_NAMED:
        shown.append(counted(len(values) - MOST_NAMED, "other"))
    return " or ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _short(name: str) -> str:
    """Cut a name that would fill the line."""
    return name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1].rstrip() + "…"


def _capital(text: str) -> str:
    """Give a text with a capital at its start.

    >>> _capital("until 30 April 2023")
    'Until 30 April 2023'
    """
    return text[:1].upper() + text[1:]
