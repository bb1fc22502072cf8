"""Values of times as TIMEX3 and EDTF, and the days they cover."""

from datetime import date

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Basis, Grain
from ingest.times.values import extent_of, interval, when_of, write, year_text

YEARS = st.integers(-800, 2100).filter(bool)


@st.composite
def values(draw: st.DrawFn) -> str:
    """Any value a text could mean."""
    year = year_text(draw(YEARS))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    return draw(
        st.sampled_from(
            [
                year,
                f"{year}-{month:02d}",
                f"{year}-{month:02d}-{day:02d}",
                f"{year}-{month:02d}-{day:02d}T{day:02d}:30",
                f"{year}-{month:02d}-{day:02d}TNI",
                f"{year}-Q{draw(st.integers(1, 4))}",
                f"{year}-H{draw(st.integers(1, 2))}",
                f"{year}-{draw(st.sampled_from(['SP', 'SU', 'FA', 'WI']))}",
                f"{draw(st.integers(100, 210))}",
                f"{draw(st.integers(10, 20))}",
                f"{draw(st.integers(1000, 2100))}-W{draw(st.integers(1, 52)):02d}",
            ]
        )
    )


@settings(deadline=None)
@given(values(), st.sampled_from(["", "START", "MID", "END", "APPROX"]))
def test_every_when_prints_valid_edtf_of_its_own_days(value: str, modifier: str) -> None:
    when = when_of(value, modifier, Basis.STATED, value, 0, len(value))

    assert when is not None
    parsed = edtf.parse_edtf(when.edtf)
    assert str(parsed) == when.edtf
    if when.first and when.last and 1 < when.first.year < 2100:
        assert tuple(parsed.lower_strict()[:3]) == (when.first.year, when.first.month, when.first.day)
        assert tuple(parsed.upper_strict()[:3]) == (when.last.year, when.last.month, when.last.day)


@settings(deadline=None)
@given(values())
def test_a_value_covers_days_in_order(value: str) -> None:
    extent = extent_of(value)

    assert extent is not None
    assert extent.first <= extent.last


@settings(deadline=None)
@given(st.dates(date(1, 1, 1), date(2100, 1, 1)))
def test_a_day_survives_being_written_and_read(day: date) -> None:
    extent = extent_of(write(day.year, day.month, day.day))

    assert extent is not None
    assert extent.first == extent.last == (day.year, day.month, day.day)


@pytest.mark.parametrize("value", ["2019-02-30", "2019-13", "0000", "2019-W60", "PAST_REF", "XXXX-WXX-7", "", "P3D"])
def test_what_names_no_stretch_of_the_calendar_covers_none(value: str) -> None:
    assert extent_of(value) is None


@pytest.mark.parametrize(
    ("value", "edtf_text", "grain"),
    [
        ("1998-W09", "1998-02-23/1998-03-01", Grain.WEEK),
        ("2013-W22-WE", "2013-06-01/2013-06-02", Grain.WEEKEND),
        ("1997-Q3", "1997-35", Grain.QUARTER),
        ("BC0490", "-0489", Grain.YEAR),
        ("BC03", "-0399/-0300", Grain.CENTURY),
        ("199", "199X", Grain.DECADE),
        ("1862-WI", "1861-12-01/1862-03-20", Grain.SEASON),
        ("2019-08-25TNI", "2019-08-25", Grain.PART_OF_DAY),
    ],
)
def test_weeks_quarters_and_eras_print_as_edtf_allows(value: str, edtf_text: str, grain: Grain) -> None:
    extent = extent_of(value)

    assert extent is not None
    assert (extent.edtf, extent.grain) == (edtf_text, grain)


def test_an_open_interval_names_only_the_end_it_knows() -> None:
    assert interval(None, date(2019, 8, 26)) == "/2019-08-26"
    assert interval(date(2008, 1, 1), None) == "2008-01-01/"
    assert interval(None, None) == ""
