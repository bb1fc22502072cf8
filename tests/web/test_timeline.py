"""The timeline: bars, lanes, list and its pages, uncertain dates."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.model import Basis, Grain, When
from web.digest import days_read
from web.extent import Extent
from web.filters import Filters
from web.kinds import bars_of, events_in
from web.paging import list_query, page_ids

HOSTILE = '<script>alert("x")</script> <a href="javascript:alert(1)">href</a> </script><svg onload=alert(1)>'


def day(text: str) -> When:
    return When(date.fromisoformat(text), date.fromisoformat(text), Grain.DAY, Basis.STATED, text)


def page(client: FlaskClient, address: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(address).get_json()
    return found


def ids(client: FlaskClient, address: str) -> list[str]:
    return [event["id"] for event in page(client, address)["events"]]


def test_events_come_latest_first_and_those_without_a_day_last(client: FlaskClient) -> None:
    found = ids(client, "/timeline.json")
    assert found[0] == "e10" and found[-1] == "e8"
    assert len(found) == 9


def test_only_what_happened_is_listed_unless_a_status_is_asked_for(client: FlaskClient) -> None:
    assert "e9" not in ids(client, "/timeline.json?from=2019-01-01")
    assert ids(client, "/timeline.json?status=threatened") == ["e9"]


def test_the_heading_says_how_many_there_are_and_how_many_their_status_keeps_out(client: FlaskClient) -> None:
    found = page(client, "/timeline.json?limit=3")
    assert found["sentence"].startswith("The latest 3 of 9 events that happened. 1 planned, claimed, denied or past")
    assert page(client, "/timeline.json?status=threatened")["sentence"] == "1 event."


def test_the_choices_count_what_the_list_would_show(client: FlaskClient) -> None:
    for address in ("/timeline.json", "/timeline.json?actors=hamas", "/timeline.json?from=2019-08-26"):
        found = page(client, address)
        for sign in found["facets"]["signs"]:
            more = "&" if "?" in address else "?"
            assert len(ids(client, f"{address}{more}sign={sign['value']}")) == sign["count"]


def test_actors_and_places_to_choose_are_counted_under_the_other_filters(client: FlaskClient) -> None:
    def offered(address: str, what: str) -> dict[str, int]:
        return {one["value"]: one["count"] for one in page(client, address)["facets"][what]}

    assert offered("/timeline.json?from=2019-08-28&to=2019-08-28", "actors") == {"egypt": 1, "israel": 1}
    assert offered("/timeline.json?sources=2", "actors") == {"hamas": 1, "israel": 1}
    for filters in ("from=2019-08-28&to=2019-08-28", "sources=2", "actors=egypt", "limit=1"):
        graph, timeline = offered(f"/graph.json?{filters}", "actors"), offered(f"/timeline.json?{filters}", "actors")
        assert graph == timeline != {}
    assert offered("/timeline.json", "places") == {"gaza": 1}
    assert offered("/timeline.json?sign=cooperative", "places") == {}
    chosen = page(client, "/timeline.json?actors=hostile&place=gaza&sign=cooperative")["facets"]
    assert [(one["label"], one["is_chosen"]) for one in chosen["places"]] == [("Gaza Strip", True)]
    assert chosen["actors"][0]["label"] == HOSTILE and chosen["actors"][0]["count"] is None


def test_the_digest_keeps_to_the_filters(client: FlaskClient) -> None:
    for line in page(client, "/timeline.json?actors=egypt")["digest"]:
        assert "egypt" in {party["id"] for party in line["top"]["parties"]}
    assert page(client, "/timeline.json?actors=egypt")["digest"]


def test_the_list_is_paged_by_key_without_loss_or_doubles(client: FlaskClient) -> None:
    seen: list[str] = []
    address = "/timeline?limit=3"
    while address:
        found = page(client, address.replace("/timeline", "/timeline.json", 1))
        seen += [event["id"] for event in found["events"]]
        address = f"{found['earlier']}&limit=3" if found["earlier"] else ""
    assert seen == ids(client, "/timeline.json")


@pytest.mark.parametrize("key", ["2019-08-1", "'; DROP", "2019-02-30", "2019-08-25x", "undatedly", "9" * 400])
@pytest.mark.parametrize("path", ["/timeline", "/timeline.json", "/actor/hamas", "/pair/israel/hamas"])
def test_a_list_goes_on_below_no_other_than_the_key_of_an_event(client: FlaskClient, path: str, key: str) -> None:
    assert client.get(path, query_string={"before": key}).status_code == 400


@pytest.mark.parametrize("key", ["2019-08-25/e1", "2019-08-25", "undated", "undated/e8", ""])
def test_a_list_goes_on_below_the_key_of_an_event(client: FlaskClient, key: str) -> None:
    for path in ("/timeline", "/actor/hamas", "/pair/israel/hamas"):
        assert client.get(path, query_string={"before": key}).status_code == 200


def test_a_table_of_bars_stays_one_under_other_filters_days_and_lanes(client: FlaskClient) -> None:
    text = client.get("/timeline?from=2019-08-25&to=2019-08-31&limit=3&bars=table").get_data(as_text=True)
    assert '<input type="hidden" name="bars" value="table">' in text
    leading = re.findall(r'<a[^>]* data-as-shown[^>]*href="([^"]+)"|<a data-as-shown href="([^"]+)"', text)
    told = ["".join(one) for one in leading]
    assert len(told) > 8 and all(href.endswith("bars=table") for href in told)
    for name in ("wider", "all time", "by place", "Earlier events"):
        assert re.search(rf'href="[^"]*bars=table"[^>]*>{name}<', text), name
    assert "bars=table" not in client.get("/timeline?limit=3").get_data(as_text=True).replace(
        "?limit=3&amp;bars=table", ""
    )


def test_bars_count_what_happened_within_them(client: FlaskClient) -> None:
    bars = page(client, "/timeline.json?from=2019-08-25&to=2019-08-31")["histogram"]["bars"]
    assert [(bar["first"], bar["total"]) for bar in bars] == [
        ("2019-08-25", 1),
        ("2019-08-26", 2),
        ("2019-08-27", 1),
        ("2019-08-28", 1),
        ("2019-08-29", 1),
    ]


def test_a_bar_leads_to_its_days(client: FlaskClient) -> None:
    bars = page(client, "/timeline.json?from=2019-08-25&to=2019-08-31")["histogram"]["bars"]
    assert bars[0]["href"] == "/timeline?from=2019-08-25&to=2019-08-25"


def test_bars_follow_the_filters_where_they_can_be_counted(client: FlaskClient) -> None:
    found = page(client, "/timeline.json?actors=egypt&from=2019-08-25&to=2019-08-31")
    assert [bar["first"] for bar in found["histogram"]["bars"]] == ["2019-08-27", "2019-08-28"]


def test_a_month_is_a_faded_bar_and_an_open_end_fades_out(client: FlaskClient) -> None:
    lanes = page(client, "/timeline.json?from=2019-05&to=2019-08")["lanes"]["lanes"]
    marks = {mark["href"]: mark for lane in lanes for mark in lane["marks"]}
    assert marks["/event/e6"]["is_coarse"] and marks["/event/e6"]["shape"] == "bar"
    assert marks["/event/e6"]["width"] > 20
    assert marks["/event/e1"]["shape"] == "dot"


def test_an_open_interval_is_drawn_open(client: FlaskClient) -> None:
    lanes = page(client, "/timeline.json")["lanes"]["lanes"]
    marks = {mark["href"]: mark for lane in lanes for mark in lane["marks"]}
    assert marks["/event/e7"]["shape"] == "from"


def test_undated_events_sit_in_a_bucket_of_their_own(client: FlaskClient) -> None:
    assert ids(client, "/timeline.json?undated=1") == ["e8"]
    assert page(client, "/timeline.json")["lanes"]["undated"] == 1


def test_what_has_no_date_is_counted_under_the_filters_whatever_their_window(client: FlaskClient) -> None:
    def undated(filters: str) -> tuple[int, bool]:
        path = f"/timeline?from=2019-08-25&to=2019-08-28{filters}"
        return page(client, path.replace("?", ".json?"))["undated"], "without a date</a>" in client.get(path).get_data(
            as_text=True
        )

    assert undated("") == (1, True)
    assert undated("&actors=un") == (1, True)
    assert undated("&sign=hostile") == (0, False)
    assert undated("&actors=israel") == (0, False)
    assert undated("&actors=israel&sources=2") == (0, False)


def test_what_has_no_date_has_no_bar_beside_a_window_and_is_said_to_lie_outside(client: FlaskClient) -> None:
    for window in ("from=1950&to=1951", "from=2019-08-25", "to=2019-08-28"):
        text = client.get(f"/timeline?{window}").text
        assert page(client, f"/timeline.json?{window}")["histogram"]["bucket"] is None
        assert "1 event without a date</a>, outside of any window of days" in text
    assert "outside of any window" not in client.get("/timeline").text


def test_lanes_may_stand_for_types_places_and_sources(client: FlaskClient) -> None:
    by_place = {lane["name"]: lane["count"] for lane in page(client, "/timeline.json?lanes=place")["lanes"]["lanes"]}
    assert by_place["Gaza Strip"] == 1
    assert by_place["no place"] > 1
    by_type = [lane["name"] for lane in page(client, "/timeline.json?lanes=type")["lanes"]["lanes"]]
    by_source = [lane["name"] for lane in page(client, "/timeline.json?lanes=source")["lanes"]["lanes"]]
    assert "Attacks" in by_type
    assert set(by_source) == {"First Agency", "Second Paper"}


def test_status_and_actor_and_type_narrow_the_list(client: FlaskClient) -> None:
    assert ids(client, "/timeline.json?status=threatened") == ["e9"]
    assert ids(client, "/timeline.json?actors=egypt&type=CONSULT") == ["e5", "e4"]
    assert ids(client, "/timeline.json?sign=verbal") == ["e3"]
    assert ids(client, "/timeline.json?sources=2") == ["e1"]


def test_events_that_may_lie_in_the_window_are_counted_and_not_listed(client: FlaskClient) -> None:
    found = page(client, "/timeline.json?from=2019-08-26&to=2019-08-26")
    assert [event["id"] for event in found["events"]] == ["e3", "e2"]
    assert any("possibly in this window" in remark for remark in found["remarks"])


def test_the_days_that_stand_out_lead_with_the_best_told_event(client: FlaskClient) -> None:
    lines = page(client, "/timeline.json?from=2019-08-25&to=2019-08-26")["digest"]
    assert [line["top"]["id"] for line in lines] == ["e1", "e2"]


def test_the_digest_says_whether_it_lists_days_or_months(client: FlaskClient) -> None:
    assert "Days that stand out" in client.get("/timeline?from=2019-08-20&to=2019-08-30").get_data(as_text=True)
    assert "Months that stand out" in client.get("/timeline?from=2018-01-01&to=2019-12-31").get_data(as_text=True)


def test_an_event_nobody_is_named_in_leads_no_day_of_the_digest(
    client_of: Callable[[Any], FlaskClient], world: Any
) -> None:
    on = day("2019-08-26")
    for article in ("a1", "a2"):
        world.say(article, "e20", "Civilians were attacked.", "ASSAULT", "", "", on)
    lines = page(client_of(world), "/timeline.json?from=2019-08-26&to=2019-08-26")["digest"]

    assert [line["top"]["id"] for line in lines] == ["e2"]


def test_happened_and_reported_are_told_apart(client: FlaskClient) -> None:
    text = client.get("/timeline?from=2019-08-25&to=2019-08-25").get_data(as_text=True)
    assert "Sunday 25 August 2019" in text and "reported 27 Aug 2019" in text


def test_a_window_without_events_says_what_to_do(client: FlaskClient) -> None:
    text = client.get("/timeline?from=1990&to=1991").get_data(as_text=True)
    assert "No event passes these filters" in text


def test_a_search_that_takes_too_long_says_how_far_back_it_looked(app: Flask) -> None:
    many = Extent(date(2019, 5, 1), date(2019, 8, 29), date(2019, 5, 1), 1_000_000, 1, 0)
    with app.test_request_context():
        name, parameters = list_query(Filters(types=("AID", "SUPPORT")), is_undated=False)
        whole = page_ids(name, parameters, "", many, 5)
        cut = page_ids(name, parameters, "", many, 5, seconds=-1.0)
        rest = page_ids(name, parameters, cut.next, many, 5, seconds=-1.0)

    assert ([id_ for id_, _ in whole.ids], whole.is_cut) == (["e6", "e8"], False)
    assert (cut.ids, cut.is_cut, rest.ids) == (whole.ids[:1], True, whole.ids[1:])


@pytest.mark.browser
@pytest.mark.parametrize("lanes", ["actor", "type", "place", "source"])
def test_the_list_begins_on_the_first_screen_with_the_digest_beside_it(
    open_page: Callable[..., Any], lanes: str
) -> None:
    page = open_page(f"/timeline?lanes={lanes}")
    listed, digest = page.locator("#list").bounding_box(), page.locator("#digest").bounding_box()
    assert listed["y"] < 900
    assert abs(listed["y"] - digest["y"]) < 20 and digest["x"] > listed["x"] + 400
    narrow = open_page(f"/timeline?lanes={lanes}", viewport={"width": 390, "height": 844})
    assert narrow.locator("#digest").bounding_box()["y"] < narrow.locator("#list").bounding_box()["y"]


def test_of_a_bar_with_too_many_events_its_fullest_month_or_day_is_looked_through(app: Flask) -> None:
    year = date(2019, 1, 1), date(2019, 12, 31)
    with app.test_request_context():
        events = events_in(Filters(first=year[0], last=year[1]))
        months = [one for one in bars_of(Filters(), "month", *year) if one.total]
        fullest = max(months, key=lambda one: one.total)
        days = bars_of(Filters(), "day", fullest.first, fullest.last)

        assert days_read(Filters(), *year, most=events) == year
        month = days_read(Filters(), *year, most=events_in(Filters(first=fullest.first, last=fullest.last)))
        assert month == (fullest.first, fullest.last)
        first, last = days_read(Filters(), *year, most=0)
        assert first == last
        assert next(one.total for one in days if one.first == first) == max(one.total for one in days)
        assert days_read(Filters(actors=("hamas",)), *year, most=0) == year
        assert days_read(Filters(types=("PROTEST",)), *year, most=0) == year


@pytest.mark.parametrize("edge", ["0001-01-01", "9999-12-31"])
def test_events_at_an_end_of_the_calendar_have_their_timeline(
    world: Any, client_of: Callable[[Any], FlaskClient], edge: str
) -> None:
    world.say("a1", "edge", "Hamas fired at Israel.", "ASSAULT", "hamas", "israel", day(edge))
    client = client_of(world)
    for path in ("/", "/timeline", "/timeline.json", "/graph", "/actor/hamas", "/pair/hamas/israel", "/event/edge"):
        assert client.get(path).status_code == 200, path
    assert "edge" in ids(client, f"/timeline.json?from={edge}&to={edge}")
    assert "edge" in ids(client, "/timeline.json?from=0001&to=9999")
