"""Named days of several calendars."""

from datetime import date

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.times.calendars import days_of, days_of_own_year, is_rule, nowruz


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("fixed 12-25", date(2007, 12, 25)),
        ("nth 4 thursday 11", date(2013, 11, 28)),
        ("nth -1 monday 05", date(2019, 5, 27)),
        ("nth 1 monday 11 +1", date(2016, 11, 8)),
        ("easter western -2", date(1998, 4, 10)),
        ("easter orthodox +0", date(2019, 4, 28)),
        ("islamic 10-01", date(2019, 6, 4)),
        ("hebrew 07-10", date(1973, 10, 6)),
        ("hebrew 12-14", date(2024, 3, 24)),
        ("hebrew 02-05 fri-1 sat-2 mon+1", date(2019, 5, 9)),
        ("persian 01-01", date(2019, 3, 21)),
        ("persian 11-22", date(2019, 2, 11)),
        ("holiday KR Chuseok", date(2019, 9, 13)),
        ("holiday SG Chinese New Year +14", date(2019, 2, 19)),
    ],
)
def test_a_named_day_falls_where_its_calendar_puts_it(rule: str, day: date) -> None:
    assert [first for first, _ in days_of(rule, day.year)] == [day]


def test_a_month_of_fasting_is_a_stretch() -> None:
    assert days_of("islamic 09-01..09-last", 2013) == ((date(2013, 7, 9), date(2013, 8, 7)),)


def test_an_islamic_day_may_fall_twice_in_a_year() -> None:
    assert len(days_of("islamic 01-01", 2008)) == 2


@pytest.mark.parametrize("year", [0, 1, 1500, 9999])
def test_a_year_out_of_a_calendar_has_no_day(year: int) -> None:
    assert days_of("islamic 09-01", year) == ()


@pytest.mark.parametrize("rule", ["", "fixed 25", "easter", "hebrew Tishri", "lunar 01-01"])
def test_a_rule_of_another_form_is_none(rule: str) -> None:
    assert not is_rule(rule)


@given(st.integers(1980, 2035))
def test_nowruz_agrees_with_the_holidays_of_iran(year: int) -> None:
    known = holidays.country_holidays("IR", years=[year], language="en_US")

    assert "Nowruz" in known.get(nowruz(year), "")


@pytest.mark.parametrize(
    ("rule", "year", "first"),
    [
        ("persian 11-22", 1357, date(1979, 2, 11)),
        ("islamic 09-01", 1419, date(1998, 12, 19)),
        ("hebrew 07-10", 5734, date(1973, 10, 6)),
    ],
)
def test_a_day_of_another_calendar_is_found_in_its_own_year(rule: str, year: int, first: date) -> None:
    assert [stretch[0] for stretch in days_of_own_year(rule, year)] == [first]


def test_a_day_of_the_common_calendar_has_no_other_year() -> None:
    assert days_of_own_year("fixed 12-25", 1419) == ()
