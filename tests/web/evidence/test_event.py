"""An event's page: every fact with the sentence that says it."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.model import EFFECTS, Basis, Grain, When
from web.tolls import tolls_of


def text_of(client: FlaskClient, path: str) -> str:
    return client.get(path).get_data(as_text=True)


def test_an_event_says_when_it_was_and_why(evidence: FlaskClient) -> None:
    page = evidence.get("/event/night.json").get_json()

    assert page["when"] == "Sunday 25 August 2019"
    assert page["edtf"] == "2019-08-25"
    assert page["reasons"] == ["“Sunday night”, resolved against Tuesday 27 August 2019, the day the article came out"]


def test_a_report_with_another_day_is_no_reason_for_the_day_of_its_event(
    world: Any, client_of: Callable[[Any], FlaskClient]
) -> None:
    sunday, monday = date(2019, 8, 25), date(2019, 8, 26)
    stated = When(sunday, sunday, Grain.DAY, Basis.STATED, "2019-08-25", "August 25")
    carried = When(monday, monday, Grain.DAY, Basis.INFERRED, "2019-08-26?", "Monday")
    for article, when in (("a1", stated), ("a2", stated), ("a2", carried)):
        world.say(article, "x1", "Egypt fed the town.", "AID", "egypt", "un", when)
    page = client_of(world).get("/event/x1.json").get_json()

    assert page["when"] == "Sunday 25 August 2019"
    assert page["reasons"] == [
        "stated as “August 25”",
        "another report has perhaps Monday 26 August 2019: worked out from “Monday” in the text",
    ]
    assert page["recipients"][0]["note"] == "organisation of states"


def test_a_likeliest_day_says_between_which_days_it_lies(evidence: FlaskClient) -> None:
    page = evidence.get("/event/night.json").get_json()

    assert page["bounds"] == "the likeliest day; it may have been any of 25 to 26 August 2019"
    assert page["bounds"] in text_of(evidence, "/event/night")
    assert evidence.get("/event/denial.json").get_json()["bounds"] == ""


def test_every_report_shows_its_sentence_in_context_with_its_marks(evidence: FlaskClient) -> None:
    first, _, second = evidence.get("/event/night.json").get_json()["reports"]

    assert "".join(piece["text"] for piece in first["pieces"]) == (
        "On Sunday night Arden shelled the port of Delta, killing 3 people."
    )
    assert first["before"].endswith("Delta meets Arden\n")
    assert "Nobody claimed it" in first["after"]
    kinds = {piece["text"]: piece["kinds"] for piece in first["pieces"]}
    assert kinds["Sunday night"] == ["date"]
    assert kinds["shelled"] == ["trigger", "actor"]
    assert kinds["port"] == ["place", "actor"]
    assert first["rule"] == "shell-place"
    assert second["merged"] == "same type and parties"


def test_reports_of_one_sentence_share_a_card_with_the_words_of_each(evidence: FlaskClient) -> None:
    text = text_of(evidence, "/event/night")
    first, *_ = text.split('<li id="report-')[1:]

    assert text.count('<li id="report-') == 2
    assert 'id="report-r1-again"' in first
    assert "the words “shelled”" in first
    assert "the words “killing”" in first
    assert first.count("<dt>Coded as</dt>") == 1
    assert re.search(r'<span class="mark trigger" title="[^"]*">killing</span>', first)


def test_a_report_leads_to_its_sentence_in_the_article(evidence: FlaskClient) -> None:
    address = evidence.get("/event/night.json").get_json()["reports"][0]["article"]["href"]
    path, _, anchor = address.partition("#")

    assert f'id="{anchor}"' in text_of(evidence, path)


def test_casualties_stand_by_source_and_disagreement_is_said(evidence: FlaskClient) -> None:
    tolls = evidence.get("/event/night.json").get_json()["tolls"]

    assert tolls["effects"] == ["killed", "injured"]
    assert [line["figures"] for line in tolls["lines"]] == [["3", ""], ["5", "2 to 10"]]
    assert tolls["disagreements"] == ["killed: 3 against 5"]
    assert "Reports disagree" in text_of(evidence, "/event/night")


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [((3, 3), (5, 5), True), ((3, 3), (3, 9), False), ((2, 99), (3, 100), False), ((5, None), (1, 3), True)],
)
def test_reports_disagree_where_both_cannot_be_right(
    one: tuple[int, int | None], other: tuple[int, int | None], disagree: bool
) -> None:
    ends = ("low", "high")
    empty: dict[str, Any] = {f"{effect}_{end}": None for effect in EFFECTS for end in ends}
    empty |= {"source": "s", "id": "r"}
    rows = [empty | {f"killed_{end}": value for end, value in zip(ends, of, strict=True)} for of in (one, other)]
    tolls = tolls_of(empty, rows)

    assert tolls is not None
    assert bool(tolls.disagreements) == disagree


def test_figures_of_one_source_that_do_not_differ_share_a_line() -> None:
    empty: dict[str, Any] = {f"{effect}_{end}": None for effect in EFFECTS for end in ("low", "high")}
    killed, more = ({"killed_low": n, "killed_high": n} for n in (40, 41))
    injured = {"injured_low": 12, "injured_high": 12}
    said = [("Desk", killed), ("Desk", injured), ("Desk", killed), ("Desk", more), ("Paper", killed)]
    tolls = tolls_of(empty, [empty | {"source": name, "id": f"r{i}"} | of for i, (name, of) in enumerate(said)])

    assert tolls is not None
    assert [(line.source, line.href, line.figures) for line in tolls.lines] == [
        ("Desk", "#report-r0", ("40", "12")),
        ("Desk", "#report-r3", ("41", "")),
        ("Paper", "#report-r4", ("40", "")),
    ]


def test_no_figure_gives_no_table() -> None:
    empty = {f"{effect}_{end}": None for effect in EFFECTS for end in ("low", "high")}

    assert tolls_of(empty, [empty]) is None


def test_a_denied_deed_and_its_denial_lead_to_each_other(evidence: FlaskClient) -> None:
    denial = evidence.get("/event/denial.json").get_json()
    deed = evidence.get("/event/denied.json").get_json()

    assert [link["id"] for link in denial["contents"]] == ["denied"]
    assert [link["id"] for link in deed["frames"]] == ["denial"]
    assert deed["reports"][0]["speaker"].startswith("Arden")
    assert not deed["is_plain_fact"]


def test_a_southern_place_is_said_to_be_south(evidence: FlaskClient) -> None:
    where = evidence.get("/event/night.json").get_json()["where"]

    assert (where["name"], where["country"], where["position"]) == ("Bay of Delta", "Qatar", "25.50° S, 51.25° E")


def test_a_place_is_told_with_what_it_lies_in_and_how_finely_it_is_known(evidence: FlaskClient) -> None:
    where = evidence.get("/event/night.json").get_json()["where"]
    text = " ".join(re.sub(r"<[^>]*>", "", text_of(evidence, "/event/night")).split())

    assert (where["grain"], where["around"], where["centre"]) == ("site", ["Delta", "The South", "Qatar"], "town")
    assert "Bay of Delta, Delta, The South, Qatar" in text
    assert "the centre of its town" in text
    assert "known to the site" in text


def test_a_perpetrator_is_as_sure_as_the_surest_report_has_it(evidence: FlaskClient) -> None:
    page = evidence.get("/event/night.json").get_json()

    assert [(one["id"], one["note"]) for one in page["perpetrators"]] == [("arden", "told as a fact")]
    assert {report["id"]: [one["note"] for one in report["perpetrators"]] for report in page["reports"]} == {
        "r1": ["accused of it"],
        "r1-again": ["accused of it"],
        "r2": ["told as a fact"],
    }
    assert evidence.get("/event/denied.json").get_json()["perpetrators"] == []


def test_exports_tell_the_chain_of_a_place_and_the_perpetrators(evidence: FlaskClient) -> None:
    rows = csv.DictReader(io.StringIO(evidence.get("/timeline.csv").get_data(as_text=True)))
    (night,) = (row for row in rows if row["id"] == "night")

    assert [night[key] for key in ("place", "place_grain", "town", "region", "country")] == [
        "Bay of Delta", "site", "Delta", "The South", "Qatar",
    ]  # fmt: skip
    assert night["perpetrators"].endswith("(fact)")


def test_only_addresses_of_the_web_become_links(evidence: FlaskClient) -> None:
    text = text_of(evidence, "/event/night")

    assert 'href="https://example.org/w"' in text
    assert "javascript:alert(1)" not in re.sub(r">[^<]*<", "><", text)


def test_an_event_that_became_part_of_another_leads_there(evidence: FlaskClient) -> None:
    moved = evidence.get("/event/old.json")

    assert (moved.status_code, moved.headers["Location"]) == (302, "/event/night.json")


def test_an_unknown_event_offers_a_search(evidence: FlaskClient) -> None:
    missing = evidence.get("/event/<script>alert(1)<%2Fscript>")

    assert missing.status_code == 404
    assert 'role="search"' in missing.get_data(as_text=True)
    assert "<script>alert" not in missing.get_data(as_text=True)
