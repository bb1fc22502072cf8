"""Offices and memberships on the page of an actor."""

from datetime import date
from typing import Any

from flask.testing import FlaskClient

from web.memberships import MOST_ROWS, Memberships, members_of


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


def test_every_office_names_what_says_so(evidence: FlaskClient) -> None:
    assert "source: " in evidence.get("/actor/delta").get_data(as_text=True)
    rows = [
        {"id": "ann", "name": "Ann", "kind": "igo", "office": office, "first": None, "last": None, "source": source}
        for office, source in (("Chair", "the article"), ("Chair", "known+wikidata"), ("Envoy", "some.tsv"))
    ]
    (ann,) = members_of(rows)
    assert [(one.name, one.source) for one in ann.offices] == [
        ("Chair", "an article, Casus’ own list of actors, Wikidata"),
        ("Envoy", "some.tsv"),
    ]
    assert ann.kind == "organisation of states"
    (bare,) = members_of([{**rows[0], "office": "", "source": ""}])
    assert (bare.offices, bare.source) == ((), "what it is")


def test_more_offices_than_are_read_are_not_passed_over_in_silence(evidence: FlaskClient) -> None:
    assert Memberships((), ()).remark == ""
    assert f"Cut at {MOST_ROWS} offices" in Memberships((), (), is_cut=True).remark
    store = evidence.application.extensions["store"]
    people = [{"id": f"member-{number}", "name": f"Member {number}"} for number in range(MOST_ROWS)]
    whole = "MATCH (o:Actor {id: 'arden'}) UNWIND $rows AS row "
    store.write_batch(
        whole + "CREATE (:Actor {id: row.id, name: row.name})-[:PART_OF {source: 'by hand'}]->(o)", people
    )
    try:
        page = evidence.get("/actor/arden.json").get_json()
        assert len(page["members"]) == MOST_ROWS
        assert page["members_remark"] in evidence.get("/actor/arden").get_data(as_text=True)
        assert "at least " in evidence.get("/pair/arden/delta").get_data(as_text=True)
    finally:
        store.write_batch("UNWIND $rows AS row MATCH (a:Actor {id: row.id}) DETACH DELETE a", people)


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
