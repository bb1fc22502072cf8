"""Two periods compared: new, gone, turned, kept."""

import html
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from web.compare import Counts, change_of

PERIODS = "then-from=2019-08-25&then-to=2019-08-25&from=2019-08-26&to=2019-08-29"


def test_ties_are_new_or_gone_by_the_period_that_has_them(client: FlaskClient) -> None:
    found = client.get(f"/graph/compare.json?{PERIODS}").get_json()
    changes = {(row["actor"], row["recipient"]): row["change"] for row in found["rows"]}
    assert changes[("hamas", "israel")] == "gone"
    assert changes[("israel", "hamas")] == "new"
    assert found["sentence"] == "4 new, 1 gone, 0 turned, 0 kept of 5 ties."


def test_periods_named_in_the_wrong_order_are_put_in_order_and_it_is_said(client: FlaskClient) -> None:
    turned = "from=2019-08-25&to=2019-08-25&then-from=2019-08-26&then-to=2019-08-29"
    found, right = (client.get(f"/graph/compare.json?{days}").get_json() for days in (turned, PERIODS))

    for part in ("sentence", "rows", "names", "then_first", "then_last"):
        assert found[part] == right[part], part
    assert "order of their days" in found["remark"] and right["remark"] == ""
    assert right["names"] == ["25 August 2019", "26 August 2019 to 29 August 2019"]
    assert "26 August 2019 to 29 August 2019</span></th>" in client.get(f"/graph/compare?{turned}").text


def test_every_edge_bears_its_change_in_words(client: FlaskClient) -> None:
    edges = client.get(f"/graph/compare.json?{PERIODS}").get_json()["network"]["edges"]
    assert {edge["label"] for edge in edges if edge["change"] == "gone"} == {"gone −1"}


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        (Counts(), Counts(hostile=1), "new"),
        (Counts(cooperative=2), Counts(), "gone"),
        (Counts(cooperative=2), Counts(hostile=3, cooperative=1), "turned"),
        (Counts(hostile=2), Counts(hostile=9), "kept"),
    ],
)
def test_a_tie_turns_where_the_other_sign_comes_to_weigh_more(then: Counts, now: Counts, change: str) -> None:
    assert change_of(then, now) == change


def test_without_periods_it_opens_with_two_that_hold_about_as_many_events(client: FlaskClient) -> None:
    found = client.get("/graph/compare.json").get_json()
    days = [found["then_first"], found["then_last"], found["filters"]["first"], found["filters"]["last"]]
    assert days == sorted(days)
    assert found["remark"].startswith("No periods were chosen")
    assert found["network"]["edges"]
    assert "of 5 ties." in found["sentence"]


def test_a_period_that_is_not_named_lies_beside_the_other_and_is_as_long(client: FlaskClient) -> None:
    found = client.get("/graph/compare.json?from=2019-08-27&to=2019-08-28").get_json()
    assert (found["then_first"], found["then_last"]) == ("2019-08-25", "2019-08-26")
    found = client.get("/graph/compare.json?then-from=2019-08-25&then-to=2019-08-26").get_json()
    assert (found["filters"]["first"], found["filters"]["last"]) == ("2019-08-27", "2019-08-28")


def test_a_period_beside_another_ends_with_the_calendar(client: FlaskClient) -> None:
    found = client.get("/graph/compare.json?from=0900&to=2019").get_json()
    assert (found["then_first"], found["then_last"]) == ("0001-01-01", "0899-12-31")
    found = client.get("/graph/compare.json?then-from=1900&then-to=9998").get_json()
    assert (found["filters"]["first"], found["filters"]["last"]) == ("9999-01-01", "9999-12-31")
    for beside_nothing in ("from=0001&to=2019", "then-from=2019&then-to=9999"):
        text = client.get(f"/graph/compare?{beside_nothing}").get_data(as_text=True)
        assert "Choose an earlier and a later period" in text


def test_where_nothing_can_be_parted_the_page_asks_for_periods(client: FlaskClient) -> None:
    text = client.get("/graph/compare?actors=nobody").get_data(as_text=True)
    assert "Choose an earlier and a later period" in text


def test_a_period_that_cannot_be_read_is_named(client: FlaskClient) -> None:
    assert client.get("/graph/compare?then-from=soon").status_code == 400
    assert client.get("/graph/compare?then-from=2020&then-to=2019").status_code == 400


def test_actors_the_graph_does_not_know_are_named_in_json_too(client: FlaskClient) -> None:
    found = client.get(f"/graph/compare.json?actors=nobody,hamas&{PERIODS}").get_json()["unknown"]
    assert found == [{"kind": "actor", "id": "nobody", "href": "/search?q=nobody"}]
    assert client.get(f"/graph/compare.json?{PERIODS}").get_json()["unknown"] == []


def test_a_number_of_the_table_opens_the_events_of_its_period(client: FlaskClient) -> None:
    (row,) = (one for one in client.get(f"/graph/compare.json?{PERIODS}").get_json()["rows"] if one["change"] == "gone")

    assert (row["actor_href"], row["recipient_href"]) == ("/actor/hamas", "/actor/israel")
    assert row["then_href"][0] in html.unescape(client.get(f"/graph/compare?{PERIODS}").text)
    opened = client.get(row["then_href"][0]).text
    assert "Hamas fired rockets at Israel." in opened and "from=2019-08-25" in row["then_href"][0]


@pytest.mark.browser
def test_links_skip_to_the_table_and_the_details_and_enter_opens_an_actor(open_page: Callable[..., Any]) -> None:
    page = open_page(f"/graph/compare?{PERIODS}")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    here = "document.activeElement"
    page.focus("#main")
    told = []
    for _ in range(2):
        page.keyboard.press("Tab")
        told.append(page.evaluate(f"{here}.textContent"))
    assert told == ["Skip to the details", "Skip to the table"]
    page.keyboard.press("Enter")
    assert page.evaluate(f"{here}.id") == "changes"
    page.focus("#canvas")
    for key in ("ArrowRight", "Enter"):
        page.keyboard.press(key)
    page.wait_for_selector("#details h2")
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    assert page.evaluate(f"{here}.closest('#details') !== null")


def test_periods_without_ties_say_what_to_do(client: FlaskClient) -> None:
    text = client.get("/graph/compare?then-from=1990&then-to=1991&from=1992&to=1993").text
    assert "Choose other periods above" in text and 'id="details"' not in text
