"""Hours of the day: read from the words that date an event, drawn where a window is short."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from web.hours import hours_of, ticks_by_hour
from web.lanes import lay_lanes
from web.listing import EventRow

DAY = date(2019, 8, 25)


def event(id_: str, first: date, last: date, hours: tuple[float, float] | None = None, grain: str = "day") -> EventRow:
    return EventRow(
        id_, f"{first}/{id_}", f"/event/{id_}", "An event", "ASSAULT", "Attacks", "hostile", "actual", "Happened", "",
        "", grain, first, last, -9.0, 1, 1, (), hours=hours,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("Sunday night", (18.0, 30.0)),
        ("early on Monday morning", (6.0, 12.0)),
        ("at 05:30 on Monday", (5.5, 5.5)),
        ("around 12 a.m.", (0.0, 0.0)),
        ("noon", (12.0, 13.0)),
        ("on Monday", None),
        ("May 2019", None),
        ("1 p.m. Friday", (13.0, 13.0)),
        ("2019-08-25", None),
        ("", None),
    ],
)
def test_hours_are_read_from_the_words(words: str, hours: tuple[float, float] | None) -> None:
    assert hours_of(words) == hours


def test_a_short_window_puts_events_at_their_hours_and_fades_those_without() -> None:
    lanes = lay_lanes([event("e1", DAY, DAY, (18.0, 24.0)), event("e2", DAY, DAY)], "type", DAY, DAY)
    marks = {mark.href: mark for mark in lanes.lanes[0].marks}
    assert lanes.has_hours
    assert (marks["/event/e1"].x, marks["/event/e1"].width) == (75.0, 25.0)
    assert (marks["/event/e2"].x, marks["/event/e2"].width, marks["/event/e2"].is_coarse) == (0.0, 100.0, True)


def test_a_long_window_has_no_hours() -> None:
    lanes = lay_lanes([event("e1", DAY, DAY, (18.0, 24.0)), event("e2", date(2019, 9, 20), date(2019, 9, 20))], "type",
                      DAY, date(2019, 9, 25))  # fmt: skip
    assert not lanes.has_hours
    assert [(mark.shape, mark.is_coarse) for mark in lanes.lanes[0].marks] == [("dot", False)] * 2


def test_the_axis_of_a_day_is_marked_by_the_hour() -> None:
    assert [tick.label for tick in ticks_by_hour(DAY, DAY)][:3] == ["25 Aug", "3:00", "6:00"]


def test_the_lane_of_the_unnamed_comes_last(client: FlaskClient) -> None:
    lanes = client.get("/timeline.json").get_json()["lanes"]["lanes"]
    names = [lane["name"] for lane in lanes if not lane["name"].endswith("others")]
    assert "actor not named" not in names[:-1]
