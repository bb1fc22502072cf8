"""The work of finding times grows with the text, not faster."""

import sys
from collections import Counter
from datetime import date

import pytest

from graph.model import Published
from ingest.times import TimeFinder

DAY = date(2014, 6, 1)


def calls_for(finder: TimeFinder, text: str) -> int:
    """Count the calls that reading a text takes, which are the same on every machine."""
    seen: Counter[str] = Counter()
    sys.setprofile(lambda frame, kind, _: seen.update((kind,)))
    try:
        finder.resolve(text, finder.tag(text), Published(DAY, DAY, "given"))
    finally:
        sys.setprofile(None)
    return seen["call"] + seen["c_call"]


@pytest.mark.parametrize(
    "part",
    [
        "On Monday, 5 May 2014, rebels fired 1999 rounds for two days after the truce of last week. ",
        "1999 ",
        "the ",
        "( ",
    ],
)
def test_the_work_of_reading_grows_with_the_text_not_faster(time_finder: TimeFinder, part: str) -> None:
    short, long = (part * (size // len(part)) for size in (4_000, 32_000))
    calls_for(time_finder, short)

    assert 0 < calls_for(time_finder, long) < 12 * calls_for(time_finder, short)
