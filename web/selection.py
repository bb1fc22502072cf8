"""What is opened beside the graph: an actor with its partners, a tie with its events, or paths between two actors."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from web.asked import rows_of
from web.between import latest_between
from web.countries import country_name
from web.errors import AddressError, NotFoundError
from web.evidence import page_address
from web.filters import Filters
from web.listing import EventRow, read_events
from web.paths import PathLine, acting_sides, find_paths, sentence_of, tell_paths
from web.ties import Tie
from web.words import Sign, counted, kind_name

MOST_EVENTS = 20
MOST_PARTNERS = 10
MOST_BETWEEN = 50


@dataclass(frozen=True, slots=True)
class Partner:
    """One tie of an actor. sentence: in words; select: the address that opens it."""

    sentence: str
    sign: str
    events: int
    select: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What is opened. remark says how much of it is shown; events are the latest first."""

    kind: str
    title: str
    sign: str
    remark: str
    links: tuple[tuple[str, str], ...]
    partners: tuple[Partner, ...] = ()
    events: tuple[EventRow, ...] = ()
    facts: tuple[str, ...] = field(default=())
    paths: tuple[PathLine, ...] = ()


def read_selection(filters: Filters, ties: Sequence[Tie], names: dict[str, str]) -> Selection | None:
    """Open what `sel` names, None where it names nothing.

    Raises AddressError where it cannot be read, NotFoundError where nobody bears the id.
    """
    if not filters.sel:
        return None
    kind, _, rest = filters.sel.partition(":")
    if kind == "actor" and rest:
        return _actor(rest, filters, ties, names)
    parts = rest.split("~")
    if kind == "tie" and len(parts) == 3 and parts[2] in ("hostile", "cooperative"):
        return _tie(parts[0], parts[1], parts[2], filters)
    if kind == "path" and len(parts) == 2 and all(parts):
        return _paths(parts[0], parts[1], filters)
    wanted = "actor:ID, path:ACTOR~ACTOR, or tie:ACTOR~RECIPIENT~ and hostile or cooperative"
    raise AddressError("sel", filters.sel, wanted)


def _cards(*ids: str) -> dict[str, dict[str, Any]]:
    """Give name, kind and country of actors.

    Raises NotFoundError where nobody bears one of the ids.
    """
    rows = rows_of("actor_cards", ids=list(ids), limit=len(ids))
    found = {row["id"]: row for row in rows}
    for id_ in ids:
        if id_ not in found:
            raise NotFoundError("actor", id_)
    return found


def _actor(id_: str, filters: Filters, ties: Sequence[Tie], names: dict[str, str]) -> Selection:
    """Open an actor: its ties in the picture, the most first."""
    card = _cards(id_)[id_]
    own = [tie for tie in ties if id_ in (tie.actor, tie.recipient)]
    partners = tuple(_partner(tie, filters, names) for tie in own[:MOST_PARTNERS])
    kind = kind_name(card["kind"]) or "actor"
    facts = tuple(part for part in (kind, country_name(card["country"])) if part and part != card["name"])
    links = (
        ("Its page", page_address("actor", id_)),
        ("Only its ties", filters.with_(actors=(id_,), sel=filters.sel).address("/graph")),
        *_rest(id_, len(own), filters),
        ("Its timeline", filters.with_(actors=(id_,), sel="").address("/timeline")),
    )
    remark = f"{len(partners)} of {counted(len(own), 'tie')} in this picture, the strongest first."
    return Selection("actor", card["name"], "", remark, links, partners, (), facts)


def _rest(id_: str, ties: int, filters: Filters) -> tuple[tuple[str, str], ...]:
    """Give the link to all ties of an actor, where not all of them are listed. ties: how many there are."""
    if ties <= MOST_PARTNERS:
        return ()
    return (("All its ties, in a table", filters.with_(actors=(id_,), sel="").address("/graph", view="table")),)


def _partner(tie: Tie, filters: Filters, names: dict[str, str]) -> Partner:
    """Give one line of an actor's ties."""
    sentence = f"{names.get(tie.actor, tie.actor)} → {names.get(tie.recipient, tie.recipient)}"
    select = filters.with_(sel=f"tie:{tie.actor}~{tie.recipient}~{tie.sign}").address("/graph")
    return Partner(sentence, tie.sign, tie.events, select)


def _tie(actor: str, recipient: str, sign: str, filters: Filters) -> Selection:
    """Open a tie: its events under the filters, the latest first, each with its sentences."""
    cards = _cards(actor, recipient)
    signs = (Sign.COOPERATIVE,) if sign == "cooperative" else (Sign.HOSTILE, Sign.VERBAL)
    quads = [quad for one in signs if not filters.signs or one in filters.signs for quad in one.quads()]
    rows = latest_between(actor, recipient, quads, filters, MOST_EVENTS + 1)
    events = tuple(read_events([row["id"] for row in rows[:MOST_EVENTS]], has_quotes=True))
    links = (
        ("Both ways, as a page", page_address("pair", actor, recipient)),
        (cards[actor]["name"], page_address("actor", actor)),
        (cards[recipient]["name"], page_address("actor", recipient)),
    )
    remark = _remark(events, is_cut=len(rows) > MOST_EVENTS)
    title = f"{cards[actor]['name']} → {cards[recipient]['name']}"
    return Selection("tie", title, sign, remark, links, (), events)


def _remark(events: Sequence[EventRow], *, is_cut: bool) -> str:
    """Say how many events are listed, and how many of them stand at the end because no day is known."""
    shown = counted(len(events), "event")
    told = f"The latest {shown}; there are more." if is_cut else f"{shown}, the latest first."
    undated = sum(1 for event in events if not event.first and not event.last)
    if undated == len(events):
        return f"{shown}, none with a date." if events else told
    return f"{told} {undated} without a date {'stands' if undated == 1 else 'stand'} last." if undated else told


def _paths(one: str, other: str, filters: Filters) -> Selection:
    """Open the shortest paths between two actors, over all of the graph that passes the filters."""
    found = find_paths(one, other, filters)
    cards = _cards(*dict.fromkeys((one, other, *(id_ for path in found.paths for id_ in path))))
    names = {id_: card["name"] for id_, card in cards.items()}
    everybody = filters.with_(actors=(one, *found.between[:MOST_BETWEEN], other), sel=filters.sel)
    all_of_them = (("All of them in the graph", everybody.address("/graph")),) if found.paths else ()
    is_direct = found.steps == 1
    links = (
        *all_of_them,
        ("What passed between the two", page_address("pair", one, other)),
        *((names[id_], page_address("actor", id_)) for id_ in (one, other) if is_direct),
    )
    title = f"{names[one]} and {names[other]}"
    sides = acting_sides(one, other, filters) if is_direct else (False, False)
    remark = sentence_of(found, (names[one], names[other]), sides)
    return Selection("paths", title, "", remark, links, paths=tell_paths(found, filters, names))
