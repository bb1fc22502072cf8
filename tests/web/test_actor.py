"""Pages of actors and pairs: partners, offices, time, measures, lists paged by key."""

import html
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.model import UNKNOWN_TIME, Place
from web.happenings import latest_first
from web.memberships import term_of
from web.moments import when_in_words
from web.partners import partners_of
from web.strip import strip_of


def rows_named(keys: list[str]) -> Any:
    """Give a query over events with these keys."""

    def fetch(*, low: str, before: str, limit: int) -> list[dict[str, Any]]:
        return [{"key": key} for key in sorted(keys, reverse=True) if low <= key < before][:limit]

    return fetch


def test_events_come_latest_first_and_undated_ones_last() -> None:
    fetch = rows_named(["2019-08-01/a", "undated/z", "2020-01-01/b", "undated/y", "2018-01-01/c"])
    seen, before = [], ""
    for _ in range(4):
        rows, before = latest_first(fetch, before, 2)
        seen += [row["key"] for row in rows]
        if not before:
            break

    assert seen == ["2020-01-01/b", "2019-08-01/a", "2018-01-01/c", "undated/z", "undated/y"]


def test_an_actor_page_names_it_and_its_partners(client: FlaskClient) -> None:
    page = client.get("/actor/hamas.json").get_json()

    assert (page["name"], page["kind"], page["aliases"]) == ("Hamas", "armed group", ["Islamic Resistance Movement"])
    relation = {one["id"]: one["relation"] for one in page["partners"]}
    assert relation == {"israel": "hostile", "egypt": "cooperative", "un": "cooperative"}


def test_what_did_not_happen_counts_in_no_relation(client: FlaskClient) -> None:
    israel = next(one for one in client.get("/actor/hamas.json").get_json()["partners"] if one["id"] == "israel")

    assert israel["into"]["hostile"] + israel["into"]["verbal"] == 3
    assert israel["out"]["hostile"] == 1


def test_an_actor_page_shows_how_central_it_is(client: FlaskClient) -> None:
    measures = {one["name"]: one["value"] for one in client.get("/actor/hamas.json").get_json()["measures"]}

    assert measures["Partners"] == "3"
    assert set(measures) == {"Partners", "Events with them", "Betweenness", "Community", "Balanced triads"}


def test_a_pair_shows_both_directions(client: FlaskClient) -> None:
    page = client.get("/pair/israel/hamas.json").get_json()

    assert [side["flow"]["hostile"] for side in page["sides"]] == [2, 1]
    assert [event["id"] for event in page["events"]][:2] == ["e3", "e2"]
    assert {event["note"] for event in page["events"]} == {"Israel to Hamas", "Hamas to Israel"}


def test_a_pair_shows_where_both_directions_were(client: FlaskClient) -> None:
    for path in ("/pair/israel/hamas", "/pair/hamas/israel"):
        places = client.get(f"{path}.json").get_json()["places"]
        assert [(place["name"], place["events"]) for place in places] == [("Gaza Strip", 1)]
    assert '<a href="/timeline?place=gaza">Gaza Strip</a>' in client.get("/pair/israel/hamas").get_data(as_text=True)


def test_an_unknown_actor_of_a_pair_is_not_found(client: FlaskClient) -> None:
    assert client.get("/pair/israel/nobody").status_code == 404
    assert client.get("/actor/nobody").status_code == 404


def test_partners_stand_by_number_of_events() -> None:
    def tie(actor: str, recipient: str, events: int) -> dict[str, Any]:
        return {"actor": actor, "recipient": recipient, "sign": "hostile", "events": events, "words": 0, "score": -1.0}

    cards = [{"id": id_, "name": id_, "kind": ""} for id_ in ("b", "a")]
    found = partners_of([tie("me", "a", 1), tie("me", "b", 2), tie("a", "me", 3)], cards, "me")

    assert [(one.id, one.out.events, one.into.events) for one in found] == [("a", 1, 3), ("b", 2, 0)]


def test_strips_side_by_side_share_their_months_and_their_scale() -> None:
    few = [{"month": "2019-08", "quad": "MX", "events": 2}]
    many = [{"month": f"2018-{month:02}", "quad": "MX", "events": 8} for month in (1, 12)]
    one, other = strip_of(few, many), strip_of(many, few)

    assert one is not None and other is not None
    assert one.ticks == other.ticks
    assert other.bars[0].height == 4 * one.bars[0].height
    assert (one.most, other.most) == (2, 8)


def test_hostility_hangs_below_the_line_and_cooperation_stands_above() -> None:
    strip = strip_of([{"month": "2019-08", "quad": quad, "events": 2} for quad in ("VC", "VX", "MX")])
    assert strip is not None

    above = {bar.sign for bar in strip.bars if bar.y + bar.height <= strip.middle}
    assert above == {"cooperative"}
    assert len({bar.y for bar in strip.bars}) == 3


def test_many_years_are_drawn_by_the_year() -> None:
    strip = strip_of([{"month": f"{year}-01", "quad": "MX", "events": 1} for year in range(1990, 2020)])

    assert strip is not None
    assert (strip.grain, len(strip.rows)) == ("year", 30)


def test_times_in_words_claim_no_more_than_is_known() -> None:
    first, last = date(2019, 8, 1), date(2019, 8, 31)

    assert when_in_words(None, None) == "day not known"
    assert when_in_words(first, last, "month", "2019-08") == "August 2019"
    assert when_in_words(first, last, "day", "2019-08-01/2019-08-31") == "between 1 and 31 August 2019"
    assert when_in_words(None, last) == "on or before 31 August 2019"
    assert when_in_words(first, date(2020, 1, 2), "day") == "between 1 August 2019 and 2 January 2020"
    assert when_in_words(first, first, "day", "2019-08-01?") == "perhaps Thursday 1 August 2019"
    assert when_in_words(None, None, "year", "-0480") == "-0480"


def test_a_pair_tells_names_offices_and_centralities_of_both(client: FlaskClient) -> None:
    page = client.get("/pair/israel/hamas.json").get_json()

    assert [(one["name"], one["kind"], one["aliases"]) for one in page["who"]] == [
        ("Israel", "country", ["Jerusalem"]),
        ("Hamas", "armed group", ["Islamic Resistance Movement"]),
    ]
    assert all({"Partners", "Betweenness"} <= {one["name"] for one in who["measures"]} for who in page["who"])
    text = client.get("/pair/israel/hamas").get_data(as_text=True)
    assert "Betweenness" in text and "Islamic Resistance Movement" in text


def test_a_pair_names_whom_both_have_to_do_with(client: FlaskClient) -> None:
    shared = client.get("/pair/israel/hamas.json").get_json()["shared"]

    assert [one["name"] for one in shared] == ["Egypt"]
    assert (shared[0]["to_a"]["relation"], shared[0]["to_b"]["relation"]) == ("cooperative", "cooperative")
    assert shared[0]["to_a"]["pair"] == "/pair/israel/egypt"


def test_an_office_stands_with_its_days() -> None:
    assert term_of({"first": "2001-02-03", "last": "2002-03-04"}) == "3 February 2001 to 4 March 2002"
    assert term_of({"first": None, "last": "2002-03-04"}) == "until 4 March 2002"
    assert term_of({"first": None, "last": None}) == ""


def test_pages_of_actors_and_pairs_say_what_they_leave_out(
    world: Any, client_of: Callable[[Any], FlaskClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.actor.PAGE_ROWS", 5)
    monkeypatch.setattr("web.pair.SHOWN_SHARED", 1)
    for number in range(14):
        place = Place(f"p{number}", f"Town {number}", "EGY")
        world.say("a1", f"p{number}", "Israel met Egypt.", "CONSULT", "israel", "egypt", UNKNOWN_TIME, place=place)
    world.say("a1", "p20", "Israel met the UN.", "CONSULT", "israel", "un", UNKNOWN_TIME)
    client = client_of(world)
    actor, pair = client.get("/actor/israel").text, client.get("/pair/israel/egypt").text

    assert "Showing 12 of 15 places, most events first." in actor
    assert "Showing 5 of 22 events, whatever their status." in actor
    assert "Showing 12 of 14 places, most events first." in pair
    assert "Showing 1 of 2, most events first." in pair


def test_a_later_page_of_events_keeps_its_table_and_leads_to_its_own_query(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.actor.PAGE_ROWS", 3)
    path = "/actor/israel?bars=table"
    seen = client.get("/actor/israel.json").get_json()["events"]
    for _ in range(4):
        earlier = re.search(r'href="([^"]*before=[^"]*)#events">Earlier', client.get(path).text)
        if not earlier:
            break
        path = html.unescape(earlier[1])
        assert "bars=table" in path
        found = client.get(path.replace("/israel?", "/israel.json?")).get_json()
        rows = client.get(found["cypher"].replace("/cypher?", "/cypher.json?")).get_json()["rows"]
        assert [row["id"] for row in rows] == [one["id"] for one in found["events"]]
        seen += found["events"]
    assert len({one["id"] for one in seen}) == len(seen) == 7
