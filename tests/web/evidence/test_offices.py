"""Offices and memberships on the page of an actor."""

from datetime import date
from typing import Any

from flask.testing import FlaskClient

from web.memberships import members_of


def held(member: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Give the offices of a member with their terms."""
    return [(office["name"], office["terms"]) for office in member["offices"]]


def test_offices_stand_with_their_dates_on_both_sides(evidence: FlaskClient) -> None:
    part = evidence.get("/actor/delta.json").get_json()["belongs_to"]
    whole = evidence.get("/actor/arden.json").get_json()["members"]

    assert [held(one) for one in part] == [[("province", ["since 3 February 2001"])]]
    assert [one["href"] for one in whole] == ["/actor/delta"]


def test_the_page_of_a_pair_has_the_offices_of_both(evidence: FlaskClient) -> None:
    first, second = evidence.get("/pair/delta/arden.json").get_json()["who"]

    assert [held(one) for one in first["offices"]["belongs_to"]] == [[("province", ["since 3 February 2001"])]]
    assert [one["href"] for one in second["offices"]["members"]] == ["/actor/delta"]
    assert "since 3 February 2001" in evidence.get("/pair/delta/arden").get_data(as_text=True)


def test_who_held_several_offices_stands_once_with_all_terms() -> None:
    def row(id_: str, office: str, first: date | None, last: date | None) -> dict[str, Any]:
        return {"id": id_, "name": id_.title(), "kind": "person", "office": office, "first": first, "last": last,
                "source": "by hand"}  # fmt: skip

    members = members_of(
        [
            row("ann", "President", date(2020, 1, 2), None),
            row("bob", "", None, None),
            row("ann", "Minister", date(2011, 3, 4), date(2013, 5, 6)),
            row("ann", "President", date(2001, 1, 2), date(2005, 1, 2)),
        ]
    )

    assert [(one.name, [(office.name, office.terms) for office in one.offices]) for one in members] == [
        (
            "Ann",
            [
                ("President", ("since 2 January 2020", "2 January 2001 to 2 January 2005")),
                ("Minister", ("4 March 2011 to 6 May 2013",)),
            ],
        ),
        ("Bob", []),
    ]
