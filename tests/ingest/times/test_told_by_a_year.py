"""Distances counted from a year or month, of which no day is known."""

from datetime import date

import pytest

from graph.model import Published
from ingest.times import TimeFinder, build_times
from ingest.times.genre import Genre

FINDER = TimeFinder(build_times())
PUBLISHED = Published(date(2023, 12, 8), date(2023, 12, 8), "given")
BEFORE = "Police freed two people from a gang that took them on 25 March. "


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 2021 they took ten, who were freed two months later.", "2021-03-01~/2022-02-28~"),
        ("In 2021 they took ten. Two months later they were freed.", "2021-03-01~/2022-02-28~"),
        ("In October 2023 they took ten. Three days later they were freed.", "2023-10-04~/2023-11-03~"),
        ("In 2023 they took ten. Two months later they were freed.", "2023-03-01~/2023-12-08~"),
        ("Those who fled in 2017 stayed out. Two days later they fled.", "2023-03-27"),
    ],
)
def test_a_distance_from_a_year_is_bounded_by_that_year_and_not_by_a_day_told_before(text: str, edtf: str) -> None:
    whole = BEFORE + text
    times = FINDER.resolve(whole, FINDER.tag(whole, genre=Genre.NEWS), PUBLISHED)

    assert times[-1].when is not None
    assert times[-1].when.edtf == edtf
