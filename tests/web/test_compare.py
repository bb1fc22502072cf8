"""Two periods compared: new, gone, turned, kept."""

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


def test_without_periods_the_page_asks_for_them_and_a_bad_one_is_named(client: FlaskClient) -> None:
    assert "Choose an earlier and a later period" in client.get("/graph/compare").get_data(as_text=True)
    assert client.get("/graph/compare?then-from=soon").status_code == 400
    assert client.get("/graph/compare?then-from=2020&then-to=2019").status_code == 400
