"""A date that cannot be gives no day, and no other date instead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Published
from ingest.times import TimeFinder, build_times
from ingest.times.genre import Genre

FINDER = TimeFinder(build_times())
DAY = date(2019, 8, 27)
MONTHS = ("January", "February", "March", "April", "May", "June", "Sept.", "October", "Dec.")


def read(text: str, genre: Genre = Genre.NEWS) -> list[tuple[str, str]]:
    """Give each expression with its EDTF, "" where it has no time."""
    times = FINDER.resolve(text, FINDER.tag(text, genre=genre), Published(DAY, DAY, "given"))
    return [(time.text, time.when.edtf if time.when else "") for time in times]


@pytest.mark.parametrize(
    "expression",
    [
        *("1 January 10000", "January 1, 10000", "1 January 0", "January 1, 0000", "1st of January 201"),
        *("January 10000", "the summer of 10000", "Christmas 10000", "14 Ramadan 14190", "the first quarter of 3000"),
        *(
            "31 June 2019",
            "June 31, 2019",
            "31 June",
            "the 31st of June, 2019",
            "29 February 2019",
            "February 29, 1900",
        ),
        *("32 January 2019", "January 32, 2019", "0 January 2019", "January 0", "45th of January 2019", "99 January"),
        *("2019-02-29", "2019-13-01", "0000-01-01", "2019-08-27T25:00", "31/6/2019", "13/13/2019", "1/1/0000"),
        *("29.02.2019", "31 Mehr 1398", "30 Esfand 1397", "31 Ramadan 1440", "30 Tevet 5779", "9 Av " + "9" * 5000),
        *("5 p.m. on 1 January 10000", "5 p.m. on 31 June 2019", "the night of 31 June 2019"),
        *("25:00 on Monday", "12:75 on Monday", "13 a.m. on Monday", "25 p.m. on Monday"),
    ],
)
def test_a_date_that_cannot_be_gives_no_date(expression: str) -> None:
    for text in (f"The accord was signed on {expression}.", f"They met on {expression} in Cairo, officials said."):
        assert read(text) == [(expression, "")]


@pytest.mark.parametrize("expression", ["0000", "10000", "the year 0", "10000-01-01", "1/1/10000", "0 AD", "20190"])
def test_a_year_alone_that_cannot_be_is_no_expression(expression: str) -> None:
    assert read(f"The accord was signed in {expression}.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 1 January 10000 people marched.", [("1 January", "2019-01-01")]),
        ("On January 1, 10000 marched there.", [("January 1", "2019-01-01")]),
        ("On June 5, 201 soldiers left.", [("June 5", "2019-06-05")]),
        ("In June 45 soldiers left.", [("June", "2019-06")]),
        ("After 45 June raids they left.", [("June", "2019-06")]),
        ("They won 2-0 in June.", [("June", "2019-06")]),
        ("On June 5, 0730 GMT, they left.", [("June 5", "2019-06-05"), ("0730 GMT", "2019-06-05")]),
        ("The shop sold 300 pies last summer.", [("last summer", "2019-22")]),
        ("He was born on 10 Tevet 5779.", [("10 Tevet 5779", "2018-12-18")]),
        ("They met on 29 February 2020.", [("29 February 2020", "2020-02-29")]),
        ("They met on 29 Esfand 1397.", [("29 Esfand 1397", "2019-03-20")]),
        ("They met on 30 Esfand 1399.", [("30 Esfand 1399", "2021-03-20")]),
        ("They met at 13:30 pm on Monday.", [("13:30 pm on Monday", "2019-08-26")]),
    ],
)
def test_a_number_that_counts_something_leaves_the_date_alone(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


@given(st.integers(1, 31), st.sampled_from(MONTHS), st.one_of(st.just(0), st.integers(2101, 10**12)))
def test_no_year_out_of_range_gives_another(day: int, month: str, year: int) -> None:
    for genre in Genre:
        for text in (f"They met on {day} {month} {year}.", f"They met on {month} {day}, {year}."):
            assert {edtf for _, edtf in read(text, genre)} == {""}
