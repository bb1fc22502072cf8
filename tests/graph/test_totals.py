"""Totals of actors and of ties: what an event adds to them, and how a tie keeps its days."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from graph.batch import Batch
from graph.derive import Footprint, pair_changes
from graph.model import Report, Status
from graph.store import Store
from graph.totals import TieId, parts_of, tie_changes, tie_row, total_counts, total_row
from graph.write import withdraw, write


def strike(**more: Any) -> Footprint:
    """Make an air strike of a on b in a town, with c between them."""
    day = date(2019, 8, 25)
    given: dict[str, Any] = {"status": Status.ACTUAL, "first": day, "last": day, "actors": ("a",), "recipients": ("b",)}
    return Footprint("ASSAULT", "aerial", **given | {"mediators": ("c",), "place": "town"} | more)


def totals_of(*events: Footprint) -> dict[str, dict[str, Any]]:
    """Give the totals that events make together."""
    found: dict[str, Any] = {}
    for event in events:
        for actor, parts in parts_of(event).items():
            found[actor] = found.get(actor, type(parts)()) + parts
    return {actor: total_row(actor, counts) for actor, counts in found.items()}


def test_everybody_in_an_event_counts_it_and_who_acts_or_bears_it_counts_an_act() -> None:
    rows = totals_of(strike(), strike(actors=("b",), recipients=("a",), mediators=()))

    assert rows["a"] == {
        "id": "a",
        "key": "000000002",
        "events": 2,
        "acts": 2,
        "ASSAULT": 2,
        "kinds": ["ASSAULT actual 2"],
        "months": ["2019-08 MX 2"],
        "places": ["town 2"],
    }
    assert (rows["c"]["events"], rows["c"]["acts"], rows["c"].get("ASSAULT")) == (1, 0, None)


def test_who_has_two_parts_in_an_event_counts_it_once() -> None:
    rows = totals_of(strike(actors=("a", "b"), recipients=("b", "d")))

    assert {actor: row["events"] for actor, row in rows.items()} == {"a": 1, "b": 1, "c": 1, "d": 1}
    assert {actor: row["acts"] for actor, row in rows.items()} == {"a": 2, "b": 2, "c": 0, "d": 2}


def test_what_did_not_happen_is_a_kind_of_event_and_no_act() -> None:
    row = totals_of(strike(status=Status.DENIED, first=None, last=None))["a"]

    assert (row["events"], row["acts"], row["kinds"], row["months"]) == (1, 0, ["ASSAULT denied undated 1"], [])


def test_a_total_is_read_as_it_was_written() -> None:
    parts = parts_of(strike(place="new york"))["a"]

    assert total_counts(total_row("a", parts)) == parts


def test_a_tie_sums_the_edges_of_its_sign() -> None:
    threat = Footprint("THREATEN", "", Status.ACTUAL, None, None, ("a",), ("b",))
    aid = Footprint("AID", "", Status.ACTUAL, date(2020, 1, 2), None, ("a",), ("b",))
    changes = tie_changes(pair_changes([], [strike(), threat, aid]))
    rows = {tie.sign: tie_row(tie, {}, change) for tie, change in changes.items()}

    assert sorted(map(str, changes)) == ["a~b~cooperative", "a~b~hostile"]
    assert (rows["hostile"]["events"], rows["hostile"]["words"]) == (2, 1)
    assert rows["hostile"]["months"] == ["2019-08 MX 1 -9.5", "undated VX 1 -3.5"]
    assert (rows["hostile"]["first"], rows["hostile"]["last"]) == (date(2019, 8, 25), date(2019, 8, 25))
    assert (rows["cooperative"]["first"], rows["cooperative"]["last"]) == (date(2020, 1, 2), date(2020, 1, 2))


def test_a_tie_that_loses_what_came_is_as_it_was() -> None:
    tie = TieId("a", "b", "hostile")
    early = strike(first=date(2018, 1, 1), last=date(2018, 1, 1))
    before = tie_row(tie, {}, tie_changes(pair_changes([], [early, strike()]))[tie])
    more = tie_row(tie, before, tie_changes(pair_changes([], [strike(), strike()]))[tie])

    assert (before["events"], more["events"], more["months"]) == (2, 4, ["2018-01 MX 1 -9.5", "2019-08 MX 3 -28.5"])
    assert tie_row(tie, more, tie_changes(pair_changes([strike(), strike()], []))[tie]) == before


TIE = "MATCH (t:Tie) RETURN t.id AS id, t.events AS events, t.first AS first, t.last AS last ORDER BY id LIMIT 9"


@pytest.mark.parametrize(
    ("gone", "first", "last"),
    [("a1", "2019-08-02", "2019-08-03"), ("a2", "2019-08-01", "2019-08-03"), ("a3", "2019-08-01", "2019-08-02")],
)
def test_a_tie_finds_its_days_again_when_an_event_goes(
    gone: str, first: str, last: str, store: Store, report: Callable[..., Report], batch: Callable[..., Batch]
) -> None:
    for number in (1, 2, 3):
        write(store, batch((report(f"e{number}", article=f"a{number}", when=f"2019-08-0{number}"),)))

    withdraw(store, gone)

    tie = {"id": "israel~hamas~hostile", "events": 2}
    assert store.run(TIE) == [tie | {"first": date.fromisoformat(first), "last": date.fromisoformat(last)}]
