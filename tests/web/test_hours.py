"""Hours of the day: read from the words that date an event, drawn where a window is short."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.hours import hours_before, hours_of
from graph.model import Basis, Grain, When
from web.hours import bars_by_hour, ticks_by_hour
from web.lanes import lay_lanes
from web.listing import EventRow, Quote

DAY = date(2019, 8, 25)


def event(
    id_: str,
    first: date,
    last: date,
    hours: tuple[float, float] | None = None,
    *,
    grain: str = "day",
    edtf: str = "",
    basis: str = "stated",
) -> EventRow:
    return EventRow(
        id_, f"{first}/{id_}", f"/event/{id_}", "An event", "ASSAULT", "Attacks", "hostile", "actual", "Happened", "",
        edtf, grain, basis, first, last, -9.0, 1, 1, (), hours=hours,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("Sunday night", (18.0, 30.0)),
        ("early on Monday morning", (6.0, 12.0)),
        ("at 05:30 on Monday", (5.5, 5.5)),
        ("around 12 a.m.", (0.0, 0.0)),
        ("at 17:30 p.m.", (17.5, 17.5)),
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


def test_an_uncertain_day_has_its_hours_where_its_own_words_name_them() -> None:
    own = replace(event("own", DAY, DAY, (18.0, 24.0), edtf="2019-08-25?"))
    (mark,) = lay_lanes([own], "type", DAY, DAY).lanes[0].marks
    assert (mark.x, mark.width, mark.is_unsure, mark.is_coarse, mark.fade) == (75.0, 25.0, True, False, "both-ends")


@pytest.mark.parametrize(("basis", "hours"), [(Basis.PUBLICATION, [18.0, 30.0]), (Basis.INFERRED, None)])
def test_a_day_carried_over_does_not_bring_the_hour_of_other_sentences(
    world: Any, client_of: Callable[[Any], FlaskClient], basis: Basis, hours: list[float] | None
) -> None:
    night = When(DAY, DAY, Grain.PART_OF_DAY, basis, "2019-08-25?", "Sunday night", 0, 5)
    world.say("a1", "h1", "Hamas fired again.", "PROTEST", "hamas", "israel", night)
    found = client_of(world).get("/timeline.json?from=2019-08-25&to=2019-08-25&type=PROTEST").get_json()
    assert found["events"][0]["hours"] == hours
    assert found["histogram"]["grain"] == ("hour" if hours else "day")


def test_bars_and_lanes_take_an_hour_that_another_report_tells(
    world: Any, client_of: Callable[[Any], FlaskClient]
) -> None:
    stated = When(DAY, DAY, Grain.DAY, Basis.STATED, "2019-08-25", "25 August")
    told = When(DAY, DAY, Grain.MINUTE, Basis.PUBLICATION, "2019-08-25", "5 p.m. on Sunday")
    world.say("a1", "h1", "Crowds marched on 25 August.", "PROTEST", "hamas", "israel", stated)
    world.say("a2", "h1", "Crowds marched at 5 p.m. on Sunday.", "PROTEST", "hamas", "israel", told)
    found = client_of(world).get("/timeline.json?from=2019-08-25&to=2019-08-25&type=PROTEST").get_json()
    assert found["events"][0]["hours"] == [17.0, 17.0]
    assert [bar["name"] for bar in found["histogram"]["bars"]] == ["25 Aug 2019, 17:00 to 18:00"]


def test_the_hour_before_a_part_of_the_day_is_its_hour(world: Any, client_of: Callable[[Any], FlaskClient]) -> None:
    sentence = "The truce began at two o'clock on Sunday morning."
    start = sentence.index("Sunday")
    early = When(DAY, DAY, Grain.PART_OF_DAY, Basis.PUBLICATION, "2019-08-25", "Sunday morning", start, start + 14)
    world.article("h", "A truce", "2019-08-26", "First Agency")
    world.say("h", "h1", sentence, "AGREE", "hamas", "israel", early)
    found = client_of(world).get("/timeline.json?from=2019-08-25&to=2019-08-25&type=AGREE").get_json()
    assert found["events"][0]["hours"] == [2.0, 2.0]


@pytest.mark.parametrize(
    ("expression", "before", "hours"),
    [
        ("Sunday night", "at eleven o'clock on ", (23.0, 23.0)),
        ("Sunday night", "at two o'clock on ", (18.0, 30.0)),
        ("Sunday afternoon", "about 3 o’clock ", (15.0, 15.0)),
        ("the afternoon", "at one o'clock in ", (13.0, 13.0)),
        ("Sunday morning", "two people on ", (6.0, 12.0)),
        ("Sunday evening", "at twelve o'clock on ", (18.0, 24.0)),
        ("Sunday", "at two o'clock on ", None),
    ],
)
def test_only_a_clock_right_before_a_part_of_the_day_is_an_hour(
    expression: str, before: str, hours: tuple[float, float] | None
) -> None:
    assert hours_before(expression, before) == hours


def test_marks_that_find_no_row_are_counted_and_lead_to_their_days() -> None:
    near, last = date(2019, 8, 26), date(2019, 12, 1)
    crowd = [event(f"e{number:02}", near, near) for number in range(12)]
    (lane,) = lay_lanes([*crowd, event("late", last, last)], "type", DAY, last, lambda a, b: f"{a}/{b}").lanes
    assert (lane.count, len(lane.marks)) == (13, 9)
    assert [(one.count, one.href, one.label) for one in lane.more] == [
        (4, "2019-08-26/2019-08-26", "+4 more, 26 Aug 2019")
    ]
    assert len({(mark.x, mark.row) for mark in lane.marks}) == 9
    (whole,) = lay_lanes(crowd, "type", near, near).lanes
    assert [(one.count, one.href) for one in whole.more] == [(4, "#list")]


def test_a_long_window_has_no_hours() -> None:
    lanes = lay_lanes([event("e1", DAY, DAY, (18.0, 24.0)), event("e2", date(2019, 9, 20), date(2019, 9, 20))], "type",
                      DAY, date(2019, 9, 25))  # fmt: skip
    assert not lanes.has_hours
    assert [(mark.shape, mark.is_coarse) for mark in lanes.lanes[0].marks] == [("dot", False)] * 2


def test_uncertain_and_approximate_days_are_drawn_as_such() -> None:
    day, later = date(2019, 8, 27), date(2019, 12, 1)
    events = [
        event("sure", day, day),
        event("perhaps", day, day, edtf="2019-08-27?"),
        event("about", day, day, edtf="2019-08-27~"),
        event("whole", DAY, later),
    ]
    marks = {mark.href[7:]: mark for mark in lay_lanes(events, "type", DAY, later).lanes[0].marks}
    assert [(name, mark.is_unsure, mark.fade) for name, mark in marks.items()] == [
        ("whole", False, ""),
        ("about", True, "both-ends"),
        ("perhaps", True, "both-ends"),
        ("sure", False, ""),
    ]
    assert marks["perhaps"].width > marks["sure"].width
    assert abs(marks["perhaps"].middle - marks["sure"].middle) < 0.01


def test_what_only_its_report_dates_is_told_apart_from_what_its_sentence_dates() -> None:
    later = date(2019, 12, 1)
    reported = event("reported", DAY, DAY, grain="unknown", basis="document")
    events = [event("told", DAY, DAY), reported, event("late", later, later)]
    marks = {mark.href[7:]: mark for mark in lay_lanes(events, "type", DAY, later).lanes[0].marks}
    assert (marks["told"].is_reported, marks["reported"].is_reported) == (False, True)
    assert (marks["reported"].shape, marks["reported"].is_coarse) == ("dot", False)
    assert "dated only by its report" in marks["reported"].label


def test_a_report_that_came_later_is_marked_at_its_own_day() -> None:
    last = date(2019, 9, 3)
    quote = Quote("It was said.", "a1", "A title", "A source", date(2019, 9, 1), "/article/a1#s0")
    late, same = replace(event("late", DAY, DAY), quotes=(quote,)), event("same", DAY, DAY)
    at_once = replace(same, quotes=(replace(quote, published=DAY),))
    end = event("end", last, last)
    marks = {mark.href[7:]: mark for mark in lay_lanes([late, at_once, end], "type", DAY, last).lanes[0].marks}
    assert (marks["late"].told_at, marks["same"].told_at, marks["end"].told_at) == (75.0, None, None)
    assert ", reported 1 Sep 2019: " in marks["late"].label


def test_a_likeliest_day_shows_the_days_it_lies_between() -> None:
    likeliest = replace(
        event("likeliest", DAY, DAY, edtf="2019-08-25?"), between=(date(2019, 8, 23), date(2019, 8, 27))
    )
    first, last = date(2019, 8, 21), date(2019, 8, 30)
    marks = lay_lanes([likeliest, event("start", first, first), event("end", last, last)], "type", first, last)
    found = {mark.href[7:]: mark for mark in marks.lanes[0].marks}
    assert (found["likeliest"].reach, found["start"].reach) == ((20.0, 70.0), None)


def hour(day: date, first: float | None, last: float | None, events: int = 1) -> dict[str, object]:
    row: dict[str, object] = {"day": day, "hour_first": first, "hour_last": last, "quad": "MX", "events": events}
    return row | {"is_unsure": False}


def test_bars_of_a_day_stand_at_the_hours_told() -> None:
    rows = [hour(DAY, 17.5, 17.5, 2), hour(DAY, 16.0, 18.0), hour(DAY, None, None, 9)]
    found = bars_by_hour(rows, DAY, DAY, lambda first, last: f"{first}/{last}")
    assert found and found.grain == "hour"
    assert [(bar.name, bar.total) for bar in found.bars] == [
        ("25 Aug 2019, 16:00 to 17:00", 1),
        ("25 Aug 2019, 17:00 to 18:00", 3),
    ]
    assert found.bars[1].href == "2019-08-25/2019-08-25"


def test_a_night_goes_on_into_the_next_day_and_stops_at_the_window() -> None:
    last = date(2019, 8, 26)
    found = bars_by_hour([hour(DAY, 18.0, 30.0), hour(last, 22.0, 30.0)], DAY, last, lambda first, last: "")
    assert found and found.grain == "2 hours"
    assert [bar.name for bar in found.bars][:1] == ["25 Aug 2019, 18:00 to 20:00"]
    assert [bar.name for bar in found.bars][-2:] == ["26 Aug 2019, 4:00 to 6:00", "26 Aug 2019, 22:00 to 24:00"]


def test_without_an_hour_there_are_no_bars_of_hours() -> None:
    assert bars_by_hour([hour(DAY, None, None)], DAY, DAY, lambda first, last: "") is None


def test_the_timeline_of_a_day_counts_by_the_hour(world: Any, client_of: Callable[[Any], FlaskClient]) -> None:
    night = When(DAY, DAY, Grain.PART_OF_DAY, Basis.PUBLICATION, "2019-08-25", "Sunday night", 0, 5)
    world.say("a1", "h1", "Hamas fired again that night.", "ASSAULT", "hamas", "israel", night)
    found = client_of(world).get("/timeline.json?from=2019-08-25&to=2019-08-25").get_json()
    assert next(bar["name"] for bar in found["histogram"]["bars"]) == "25 Aug 2019, 18:00 to 19:00"
    assert len(found["histogram"]["bars"]) == 6
    assert found["remarks"][0].startswith("Bars count the 1 event of 2 whose words name an hour")


def test_the_axis_of_a_day_is_marked_by_the_hour() -> None:
    assert [tick.label for tick in ticks_by_hour(DAY, DAY)][:3] == ["25 Aug", "3:00", "6:00"]


def test_events_that_name_no_actor_have_the_last_lane(world: Any, client_of: Callable[[Any], FlaskClient]) -> None:
    for number in range(9):
        when = When(DAY, DAY, Grain.DAY, Basis.STATED, "2019-08-25")
        world.actor(f"n{number}", f"Actor {number}", "person")
        world.say("a1", f"n{number}", "Somebody fired.", "ASSAULT", f"n{number}" if number else "", "hamas", when)
    lanes = client_of(world).get("/timeline.json").get_json()["lanes"]["lanes"]

    assert (lanes[-1]["name"], lanes[-1]["count"]) == ("no actor named", 1)
    assert lanes[-2]["name"].endswith(" others")


@pytest.mark.parametrize("days", [2, 3, 4])
def test_no_hour_of_several_days_stands_on_a_narrow_screen_without_its_day(days: int) -> None:
    kept = [tick.label for tick in ticks_by_hour(DAY, DAY + timedelta(days=days - 1)) if not tick.is_minor]
    assert kept == [f"{25 + number} Aug" for number in range(days)]
