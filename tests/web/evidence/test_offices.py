"""Offices and memberships on the page of an actor."""

from flask.testing import FlaskClient


def test_offices_stand_with_their_dates_on_both_sides(evidence: FlaskClient) -> None:
    part = evidence.get("/actor/delta.json").get_json()["belongs_to"]
    whole = evidence.get("/actor/arden.json").get_json()["members"]

    assert [(one["office"], one["term"]) for one in part] == [("province", "since 3 February 2001")]
    assert [one["href"] for one in whole] == ["/actor/delta"]
