"""Counts by type and status from the bins, beside the events themselves."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from web.asked import rows_of
from web.filters import Filters, filters_from
from web.kinds import bars_of, can_count, events_in, from_few, kinds_between

WINDOWS = ("", "from=2019-08-26", "to=2019-08-26", "from=2019-08&to=2019-08", "from=2019-05-01&to=2019-08-25")


def asked(address: str) -> Filters:
    """Give the filters of an address."""
    return filters_from(MultiDict(parse_qsl(address)))


@pytest.mark.parametrize("address", WINDOWS)
def test_bins_count_the_events_that_begin_in_a_window(app: Flask, address: str) -> None:
    filters = asked(address)
    found = filters.parameters()
    with app.test_request_context():
        kinds = kinds_between(filters)
        rows = rows_of(
            "facet_counts",
            low=found["low"],
            high=found["high"],
            last="9999-12-31",
            sources=1,
            actors=[],
            places=[],
            limit=100,
        )
        events = events_in(filters)

    assert kinds is not None
    for is_dated, counts in kinds.items():
        counted: dict[tuple[str, str], int] = {}
        for kind, number in counts.items():
            counted[kind.type, kind.status] = counted.get((kind.type, kind.status), 0) + number
        assert counted == {(row["type"], row["status"]): row["events"] for row in rows if row["is_dated"] == is_dated}
    assert events == sum(row["events"] for row in rows)


def test_bars_under_filters_hold_what_lies_within_them(app: Flask) -> None:
    with app.test_request_context():
        months = bars_of(Filters(types=("AID", "ASSAULT")), "month", date(2019, 5, 1), date(2019, 8, 31))
        days = bars_of(Filters(signs=("cooperative",)), "day", date(2019, 8, 1), date(2019, 8, 31))
        told = bars_of(Filters(statuses=("threatened",)), "year", date(2019, 1, 1), date(2019, 12, 31))

    assert [(one.first, one.of("hostile"), one.of("cooperative")) for one in months if one.total] == [
        (date(2019, 8, 1), 3, 1)
    ]
    assert [one.first.day for one in days if one.total] == [27, 28]
    assert [one.total for one in told] == [1]


def test_few_events_are_counted_one_by_one(app: Flask) -> None:
    with app.test_request_context():
        assert can_count(Filters()) and can_count(Filters(actors=("hamas",)))


@pytest.mark.parametrize(
    "address", ["place=gaza", "place=gaza&to=2019-08-26", "place=gaza,cairo&actors=hamas", "place=x"]
)
def test_events_at_places_are_the_same_whether_read_from_the_places_or_by_the_days(app: Flask, address: str) -> None:
    found = asked(address).parameters()
    asked_of_all = {part: found[part] for part in ("low", "high", "last", "sources", "actors", "places")}
    kinds = {part: found[part] for part in ("types", "quads")} | {"statuses": ["actual", "attempted", "ongoing"]}
    with app.test_request_context():
        for name, other, more in (
            ("facet_counts_at", "facet_counts", {}),
            ("timeline_keys_at", "timeline_keys", kinds),
            ("timeline_counts_at", "timeline_counts", kinds | {"length": 7}),
            ("graph_ties_at", "graph_ties_between", kinds),
        ):
            rows = [rows_of(one, **asked_of_all, **more, limit=100) for one in (name, other)]
            assert rows[0] == rows[1]


def test_events_are_read_from_where_there_are_fewest(app: Flask) -> None:
    with app.test_request_context():
        assert from_few(Filters(actors=("hamas",), places=("gaza",))) == "_of"
        assert from_few(Filters(places=("gaza",))) == "_at"
        assert from_few(Filters(places=("gaza",), first=date(2030, 1, 1))) == ""
        assert from_few(Filters()) == ""
