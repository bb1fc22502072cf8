"""Filters: one grammar, read strictly, written back the same."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from graph.model import Status
from web.errors import AddressError
from web.filters import Filters, filters_from, parse_day
from web.words import TYPE_NAMES, Sign


def read(address: str) -> Filters:
    return filters_from(MultiDict(parse_qsl(address, keep_blank_values=True)))


def test_an_empty_address_asks_for_everything() -> None:
    assert read("") == Filters()
    assert not read("from=&to=&actors=&sources=").is_narrow()


def test_values_of_a_list_stand_apart_or_behind_commas() -> None:
    assert read("actors=hamas,israel&actors=egypt").actors == ("hamas", "israel", "egypt")


def test_a_month_is_read_from_its_first_to_its_last_day() -> None:
    found = read("from=2022-02&to=2022-02")
    assert (found.first, found.last) == (date(2022, 2, 1), date(2022, 2, 28))


def test_words_are_read_whatever_their_case() -> None:
    found = read("type=assault&sign=Hostile&status=CALLED_FOR")
    assert (found.types, found.signs, found.statuses) == (("ASSAULT",), ("hostile",), ("called_for",))


@pytest.mark.parametrize(
    ("address", "part", "found"),
    [
        ("from=yesterday", "from", "yesterday"),
        ("to=2022-02-30", "to", "2022-02-30"),
        ("from=2022-05&to=2022-04", "to", "2022-04"),
        ("type=WAR", "type", "WAR"),
        ("sign=<script>", "sign", "<script>"),
        ("status=maybe", "status", "maybe"),
        ("sources=-1", "sources", "-1"),
        ("sources=many", "sources", "many"),
        ("actors=" + "a" * 201, "actors", "a" * 201),
    ],
)
def test_a_part_that_cannot_be_read_is_named(address: str, part: str, found: str) -> None:
    with pytest.raises(AddressError) as caught:
        read(address)
    assert (caught.value.part, caught.value.found) == (part, found)


def test_the_window_travels_as_bounds_of_the_events_key() -> None:
    found = read("from=2019-08-25&to=2019-08-31").parameters()
    assert (found["low"], found["high"]) == ("2019-08-25", "2019-09-01")
    assert (found["first"], found["last"]) == ("2019-08-25", "2019-08-31")


def test_queries_that_ask_for_no_status_get_what_is_told_as_having_happened() -> None:
    assert read("").asked("statuses", "low") == {"statuses": ["actual", "attempted", "ongoing"], "low": "0001-01-01"}
    assert read("status=planned").asked("statuses") == {"statuses": ["planned"]}


def test_a_sign_travels_as_quad_classes() -> None:
    assert read("sign=cooperative").parameters()["quads"] == ["VC", "MC"]


def test_a_day_before_the_calendar_is_no_day() -> None:
    assert parse_day("0000-01-01", is_end=False) is None


IDS = st.text("abcdefghijklmnopqrstuvwxyzäß:-_/&=+%#", min_size=1, max_size=20)
FILTERS = st.builds(
    Filters,
    actors=st.lists(IDS, unique=True, max_size=4).map(tuple),
    types=st.lists(st.sampled_from(sorted(TYPE_NAMES)), unique=True).map(tuple),
    signs=st.lists(st.sampled_from(sorted(map(str, Sign))), unique=True).map(tuple),
    statuses=st.lists(st.sampled_from(sorted(map(str, Status))), unique=True).map(tuple),
    places=st.lists(IDS, unique=True, max_size=4).map(tuple),
    sources=st.integers(1, 1000),
    first=st.none() | st.dates(max_value=date(2019, 1, 1)),
    last=st.none() | st.dates(min_value=date(2019, 1, 1)),
    sel=IDS,
)


@given(FILTERS)
def test_filters_survive_being_written_and_read(filters: Filters) -> None:
    assert read(filters.address("/graph").partition("?")[2]) == filters


@given(FILTERS)
def test_the_addresses_of_many_windows_are_those_of_the_filters_over_them(filters: Filters) -> None:
    first, last = date(932, 1, 2), date(2019, 12, 31)
    assert filters.windows("/graph")(first, last) == filters.with_(first=first, last=last).address("/graph")
