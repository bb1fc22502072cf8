"""The one grammar of filters that every page keeps in its address."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from graph.derive import COUNTED
from graph.model import Status
from web.errors import AddressError
from web.words import TYPE_NAMES, Sign

DAY = re.compile(r"(\d{3,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")
IDS = re.compile(r"[^\s,][^,]{0,199}\Z")
MOST_VALUES = 200
EVENT_PARTS = ("low", "high", "last", "types", "quads", "statuses", "sources", "places", "actors")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events are looked at. Empty parts ask for nothing; days are both included.

    signs, types, statuses, places, actors: an event passes with any one of each.
    sources: fewest independent sources; sel: what is opened, such as "event:…" or "actor:…".
    """

    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: int = 1
    first: date | None = None
    last: date | None = None
    sel: str = ""

    def pairs(self) -> list[tuple[str, str]]:
        """Give the parts of the address that stand for these filters, in a fixed order."""
        lists = [("actors", self.actors), ("type", self.types), ("sign", self.signs)]
        lists += [("status", self.statuses), ("place", self.places)]
        found = [(name, value) for name, values in lists for value in values]
        found += [("sources", str(self.sources))] if self.sources > 1 else []
        found += [("from", self.first.isoformat())] if self.first else []
        found += [("to", self.last.isoformat())] if self.last else []
        return found + ([("sel", self.sel)] if self.sel else [])

    def address(self, path: str, **more: str) -> str:
        """Give `path` with these filters behind it, and `more` parts that belong to one page."""
        query = urlencode(self.pairs() + [(name, value) for name, value in more.items() if value != ""])
        return f"{path}?{query}" if query else path

    def windows(self, path: str) -> Callable[[date, date], str]:
        """Give a function that gives `path` with these filters over the days from a first to a last one."""
        # days need no quoting, and stand between all other parts and the selection
        before = urlencode(self.with_(first=None, last=None, sel="").pairs())
        after = urlencode([("sel", self.sel)]) if self.sel else ""

        def address(first: date, last: date) -> str:
            days = f"from={first.isoformat()}&to={last.isoformat()}"
            return f"{path}?" + "&".join(part for part in (before, days, after) if part)

        return address

    def with_(self, **changes: object) -> "Filters":
        """Give the same filters with some parts changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def is_narrow(self) -> bool:
        """Say whether anything but the selection is set."""
        return self.with_(sel="") != Filters()

    def has_window(self) -> bool:
        """Say whether the days are bounded on either side."""
        return self.first is not None or self.last is not None

    def parameters(self) -> dict[str, object]:
        """Give the filters as the parameters named queries take.

        types, statuses, quads, places, actors: lists, empty for any; low, high: bounds of
        Event.key, high excluded; first, last: ISO days, the widest where none was given. Without
        a window, events without a day lie between low and high too.
        """
        quads = [quad for sign in self.signs for quad in Sign(sign).quads()]
        low = self.first.isoformat() if self.first else "0001-01-01"
        past = self.last + timedelta(days=1) if self.last and self.last < date.max else None
        return {
            "actors": list(self.actors),
            "types": list(self.types),
            "quads": quads,
            "statuses": list(self.statuses),
            "places": list(self.places),
            "sources": self.sources,
            "low": low,
            "high": past.isoformat() if past else "9999-99" if self.has_window() else "~",
            "first": low,
            "last": self.last.isoformat() if self.last else "9999-12-31",
        }

    def told_as(self) -> tuple[str, ...]:
        """Give the statuses that are asked for; where none is, those of what is told as having happened."""
        return self.statuses or tuple(sorted(map(str, COUNTED)))

    def asked(self, *names: str) -> dict[str, Any]:
        """Give the named ones of `parameters`; where no status is asked for, statuses are those of `told_as`."""
        found = self.parameters() | {"statuses": list(self.told_as())}
        return {name: found[name] for name in names}


def filters_from(args: "MultiDict[str, str]") -> Filters:
    """Read filters from an address; values of a list stand apart or behind one another with commas.

    Raises AddressError naming the part that cannot be read.
    """
    first = _day(args, "from", is_end=False)
    last = _day(args, "to", is_end=True)
    if first and last and first > last:
        raise AddressError("to", args["to"], f"a day not before from={args['from']}")
    return Filters(
        actors=_ids(args, "actors"),
        types=_words(args, "type", tuple(TYPE_NAMES)),
        signs=_words(args, "sign", tuple(Sign)),
        statuses=_words(args, "status", tuple(Status)),
        places=_ids(args, "place"),
        sources=whole_number(args, "sources", least=1, most=1000, default=1),
        first=first,
        last=last,
        sel=args.get("sel", "").strip()[:300],
    )


def whole_number(args: "MultiDict[str, str]", name: str, *, least: int, most: int, default: int) -> int:
    """Read one whole number from an address.

    Raises AddressError where it is none, or below `least`; above `most`, `most` is given.
    """
    text = args.get(name, "").strip()
    if not text:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < least:
        raise AddressError(name, text, f"a whole number from {least} to {most}")
    return min(int(text), most)


def one_word(args: "MultiDict[str, str]", name: str, words: tuple[str, ...]) -> str:
    """Read one of `words` from an address, the first of them where nothing stands.

    Raises AddressError where another word stands.
    """
    text = args.get(name, "").strip() or words[0]
    if text not in words:
        raise AddressError(name, text, "one of " + ", ".join(words))
    return text


def parse_day(text: str, *, is_end: bool) -> date | None:
    """Read a year, a month or a day, and give its first day, or its last with `is_end`.

    None where it is no such thing.

    >>> parse_day("2022-02", is_end=True).isoformat()
    '2022-02-28'
    """
    match = DAY.match(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        month = month or (12 if is_end else 1)
        return date(year or 0, month, day or (monthrange(year or 0, month)[1] if is_end else 1))
    except ValueError:
        return None


def _day(args: "MultiDict[str, str]", name: str, *, is_end: bool) -> date | None:
    """Read a day of the address, None where nothing stands."""
    text = args.get(name, "").strip()
    if not text:
        return None
    found = parse_day(text, is_end=is_end)
    if found is None:
        raise AddressError(name, text, "a day such as 2019-08-25, a month such as 2019-08, or a year")
    return found


def _values(args: "MultiDict[str, str]", name: str) -> tuple[str, ...]:
    """Give the values of a list in the address, each once, in order."""
    found = dict.fromkeys(part.strip() for text in args.getlist(name) for part in text.split(","))
    values = tuple(part for part in found if part)
    if len(values) > MOST_VALUES:
        raise AddressError(name, f"{len(values)} values", f"at most {MOST_VALUES}")
    return values


def _words(args: "MultiDict[str, str]", name: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Read a list of known words; their case does not count."""
    by_fold = {word.casefold(): str(word) for word in words}
    values = _values(args, name)
    for value in values:
        if value.casefold() not in by_fold:
            raise AddressError(name, value, "one of " + ", ".join(words))
    return tuple(dict.fromkeys(by_fold[value.casefold()] for value in values))


def _ids(args: "MultiDict[str, str]", name: str) -> tuple[str, ...]:
    """Read a list of ids."""
    values = _values(args, name)
    for value in values:
        if not IDS.match(value):
            raise AddressError(name, value, "an id of at most 200 characters")
    return values
