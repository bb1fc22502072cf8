"""Dates that a query compares with text, and what the console says of them."""

import pytest
from flask.testing import FlaskClient

from graph.store import Store
from web.as_dates import date_hints
from web.schema import DATES


@pytest.mark.parametrize(
    ("query", "day"),
    [
        ("MATCH (e:Event) WHERE e.first = '2019-08-25' RETURN e", "2019-08-25"),
        ("MATCH (e:Event) WHERE e.`first` <= '2019' RETURN e", "2019-01-01"),
        ("MATCH (e:Event) WHERE '2019-08' < e.first RETURN e", "2019-08-01"),
        ("MATCH (e:Event {first: '2019-08-25'}) RETURN e", "2019-08-25"),
        ("MATCH (e {type: 'AID', first: '2019-08-25'}) RETURN e", "2019-08-25"),
        ("MATCH (e:Event) WHERE e.first STARTS WITH '2019-08' RETURN e", "2019-08-01"),
        ("MATCH (e:Event) WHERE e.first IN ['2019-08-25'] RETURN count(e)", "2019-08-25"),
    ],
)
def test_a_date_compared_with_text_is_told_with_what_to_write(query: str, day: str) -> None:
    assert date_hints(query) == (f"first is a date, which no text equals or follows: write date('{day}').",)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (e:Event) WHERE e.first = date('2019-08-25') AND e.type = 'AID' RETURN e",
        "MATCH (e:Event) WHERE toString(e.first) = '2019-08-25' RETURN e",
        "MATCH (e:Event) WHERE e.first.year = 2019 RETURN e, 'first'",
        "MATCH (e:Event) WHERE e.first = $day AND e.summary CONTAINS '2019' RETURN e.first",
        "UNWIND [{first: '2019'}] AS row WITH row WHERE row.first = '2019' RETURN row",
        "MATCH (e:Event) WHERE e.key = '2019' AND e.first IS NOT NULL RETURN {first: 'no'} AS map",
    ],
)
def test_what_compares_no_date_with_text_gets_no_hint(query: str) -> None:
    assert date_hints(query) == ()


def test_the_dates_of_the_graph_are_all_known(web_store: Store) -> None:
    query = "MATCH (n) UNWIND keys(n) AS name WITH name, n[name] AS value WHERE valueType(value) STARTS WITH 'DATE' "
    rows = web_store.run(query + "RETURN DISTINCT name")
    assert {"first", "last", "published"} <= {row["name"] for row in rows} <= DATES


def test_the_console_gives_the_hint_and_its_panel_marks_dates(client: FlaskClient) -> None:
    query = "MATCH (e:Event) WHERE e.first = '2019-08-25' RETURN e"
    text = client.get("/cypher", query_string={"q": query}).text
    assert "write date(&#39;2019-08-25&#39;)" in text
    assert "first (date)" in text and "e.first = date('2019-08-25')" in text
    right = client.get("/cypher.json", query_string={"q": query.replace("'2019-08-25'", "date('2019-08-25')")})
    assert len(right.get_json()["rows"]) == 2
