"""The axis of the lanes: long stretches without events left out, and marks no nearer than their words are wide."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.axis import APART, axis_of
from web.lane_marks import ROOM
from web.lanes import lay_lanes
from web.listing import EventRow

FIRST, LAST = date(2023, 6, 19), date(2025, 10, 31)
DAYS = st.dates(FIRST, LAST)


def event(id_: str, day: date) -> EventRow:
    return EventRow(
        id_, f"{day}/{id_}", f"/event/{id_}", "An event", "ASSAULT", "Attacks", "hostile", "actual", "Happened", "",
        "", "day", "stated", day, day, -9.0, 1, 1, (),
    )  # fmt: skip


def test_one_late_event_does_not_press_the_others_together() -> None:
    early = [event(f"e{number:02}", FIRST + timedelta(days=4 * number)) for number in range(40)]
    lanes = lay_lanes([*early, event("late", LAST)], "type", FIRST, LAST)
    marks = {mark.href[7:]: mark for mark in lanes.lanes[0].marks}
    assert marks["e39"].x - marks["e00"].x > 75
    assert marks["late"].x > marks["e39"].end + 3
    assert [one.label for one in lanes.breaks] == ["30 Nov 2023 to 29 Oct 2025: nothing begins or ends here"]
    assert any(tick.label == "30 Oct 2025" for tick in lanes.ticks)


@pytest.mark.parametrize("ends", [("first", None), (None, "last")])
def test_the_days_on_which_something_open_begins_or_ends_are_not_left_out(ends: tuple[str | None, ...]) -> None:
    middle = date(2024, 9, 1)
    first, last = (middle if end else None for end in ends)
    events = [event("start", FIRST), replace(event("open", middle), first=first, last=last), event("end", LAST)]
    lanes = lay_lanes(events, "type", FIRST, LAST)
    assert [one.days for one in lanes.breaks] == ["21 Jun 2023 to 30 Aug 2024", "3 Sep 2024 to 29 Oct 2025"]


@pytest.mark.parametrize("edge", [date.min, date.max])
def test_an_event_at_either_end_of_the_calendar_is_drawn(edge: date) -> None:
    days = [FIRST, LAST, edge, edge]
    events = [event(f"e{number}", day) for number, day in enumerate(days)]
    (lane,) = lay_lanes(events, "type", min(days), max(days)).lanes
    assert len(lane.marks) == 4
    assert lay_lanes(events[2:], "type", min(days), max(days)).lanes
    assert lay_lanes(events[2:], "type", edge, edge).lanes


def test_where_nothing_is_left_out_the_axis_is_that_of_the_bars() -> None:
    spread = [event(f"e{number}", FIRST + timedelta(days=60 * number)) for number in range(15)]
    lanes = lay_lanes(spread, "type", FIRST, LAST)
    assert (lanes.breaks, lanes.ticks) == ((), ())


def test_a_gap_of_some_days_is_drawn() -> None:
    days = [date(2023, 7, 1), date(2023, 7, 12)]
    assert axis_of([(day, day) for day in days], days[0], days[1]).breaks == ()


@given(st.lists(st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))), max_size=8), DAYS, DAYS)
def test_days_keep_their_order_and_marks_of_the_axis_do_not_touch(
    spans: list[tuple[date, date]], one: date, other: date
) -> None:
    axis = axis_of(spans, FIRST, LAST)
    assert 0 <= axis.x_of(min(one, other)) <= axis.x_of(max(one, other)) <= 100
    assert axis.ends_of(None, None) == (0.0, 100.0)
    assert all(axis.ends_of(*span)[0] < axis.ends_of(*span)[1] for span in spans)
    ticks = [tick.x for tick in axis.ticks]
    assert all(after - before >= APART for before, after in pairwise(ticks))


@given(st.lists(DAYS, min_size=1, max_size=40))
def test_no_mark_of_a_row_lies_on_another(days: list[date]) -> None:
    lanes = lay_lanes([event(f"e{number:02}", day) for number, day in enumerate(days)], "type", FIRST, LAST)
    marks = sorted(lanes.lanes[0].marks, key=lambda mark: (mark.row, mark.x))
    near = [(a, b) for a, b in pairwise(marks) if a.row == b.row]
    assert all(b.middle - a.middle >= ROOM - 0.01 for a, b in near)


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["/timeline", "/timeline?from=2019-08-25&to=2019-08-26", "/timeline?from=2019-08-20", "/"]
)
@pytest.mark.parametrize("width", [390, 1440])
def test_words_of_an_axis_do_not_touch_on_any_screen(open_page: Callable[..., Any], path: str, width: int) -> None:
    page = open_page(path, viewport={"width": width, "height": 900})
    for axis in page.locator("svg.bars, .axis-lane svg").all():
        boxes = [box for tick in axis.locator(".tick").all() if (box := tick.bounding_box())]
        assert len(boxes) > 1
        assert all(one["x"] + one["width"] <= other["x"] for one, other in pairwise(boxes))
    if page.locator("svg.bucket").count():
        assert page.locator("svg.bucket .tick >> text=no date").is_visible()
