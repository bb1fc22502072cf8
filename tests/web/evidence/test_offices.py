"""Offices and memberships on the page of an actor."""

from flask.testing import FlaskClient


def test_offices_stand_with_their_dates_on_both_sides(evidence: FlaskClient) -> None:
    part = evidence.get("/actor/delta.json").get_json()["belongs_to"]
    whole = evidence.get("/actor/arden.json").get_json()["members"]

    assert [(one["office"], one["term"]) for one in part] == [("province", "since 3 February 2001")]
    assert [one["href"] for one in whole] == ["/actor/delta"]


def test_the_page_of_a_pair_has_the_offices_of_both(evidence: FlaskClient) -> None:
    first, second = evidence.get("/pair/delta/arden.json").get_json()["who"]

    assert [(one["office"], one["term"]) for one in first["offices"]["belongs_to"]] == [
        ("province", "since 3 February 2001")
    ]
    assert [one["href"] for one in second["offices"]["members"]] == ["/actor/delta"]
    assert "since 3 February 2001" in evidence.get("/pair/delta/arden").get_data(as_text=True)
