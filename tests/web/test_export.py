"""Exports: what other programs read."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from flask.testing import FlaskClient

GEXF = "{http://gexf.net/1.3}"


def text_of(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return answer.get_data(as_text=True)


def test_a_graphml_file_opens_in_networkx(client: FlaskClient) -> None:
    graph = nx.parse_graphml(text_of(client, "/graph.graphml"))

    assert graph.nodes["hamas"]["name"] == "Hamas"
    edges = [data for a, b, data in graph.edges(data=True) if (a, b) == ("israel", "hamas")]
    assert [(one["sign"], one["events"], one["first"]) for one in edges] == [("hostile", 3, "2019-05-01")]


def test_a_gexf_file_opens_in_networkx(client: FlaskClient) -> None:
    graph = nx.read_gexf(io.BytesIO(text_of(client, "/graph.gexf").encode()), version="1.3")

    assert graph.nodes["hamas"]["label"] == "Hamas"
    assert graph.has_edge("israel", "hamas")


def test_a_gexf_file_has_the_days_of_every_tie(client: FlaskClient) -> None:
    root = ET.fromstring(text_of(client, "/graph.gexf"))
    edges = {(e.get("source"), e.get("target")): e for e in root.iter(f"{GEXF}edge")}
    spells = [dict(spell.attrib) for spell in edges["israel", "hamas"].iter(f"{GEXF}spell")]

    assert spells == [{"start": "2019-05-01"}]  # a siege without an end, and what was done during it


def test_the_days_of_a_tie_follow_the_filters_by_place_sign_and_time(client: FlaskClient) -> None:
    def days(asked: str) -> dict[str, tuple[str, str]]:
        return {row["actor_id"]: (row["first"], row["last"]) for row in rows_of(client, f"/graph.csv?{asked}")}

    assert days("sign=verbal")["israel"] == ("2019-08-26", "2019-08-26")
    assert days("place=gaza") == {"hamas": ("2019-08-25", "2019-08-25")}
    assert days("from=2019-08-26&to=2019-08-27")["israel"] == ("2019-08-26", "2019-08-26")


def test_a_graph_as_csv_names_both_sides_and_the_days(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(text_of(client, "/graph.csv"))))
    row = next(one for one in rows if one["actor_id"] == "hamas")

    assert (row["actor"], row["recipient"], row["sign"], row["events"]) == ("Hamas", "Israel", "hostile", "1")


def test_filters_hold_for_exports_too(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(text_of(client, "/timeline.csv?actors=un"))))

    assert {row["id"] for row in rows} == {"e6", "e8"}
    assert next(row for row in rows if row["id"] == "e6")["edtf"] == "2019-08"


def test_events_as_json_ld_cite_their_sentences(client: FlaskClient) -> None:
    found = json.loads(text_of(client, "/timeline.jsonld"))
    event = next(one for one in found["hasPart"] if one["@id"].endswith("/event/e1"))

    assert found["@type"] == "Dataset"
    assert event["startDate"] == "2019-08-25"
    assert event["location"]["geo"]["latitude"] == 31.4
    assert {one["text"] for one in event["subjectOf"]} == {
        "Hamas fired rockets at Israel.",
        "Rockets from Hamas hit Israel on Sunday.",
    }


def rows_of(client: FlaskClient, path: str) -> list[dict[str, str]]:
    """Read a CSV file."""
    return list(csv.DictReader(io.StringIO(text_of(client, path).lstrip("\ufeff"))))


def test_an_actors_events_come_as_csv_whatever_their_status(client: FlaskClient) -> None:
    assert [row["id"] for row in rows_of(client, "/actor/egypt.csv")] == ["e5", "e4", "e8"]
    assert "e9" in {row["id"] for row in rows_of(client, "/actor/israel.csv")}


def test_a_pairs_events_come_as_csv_both_ways_and_each_once(client: FlaskClient) -> None:
    for path in ("/pair/israel/hamas.csv", "/pair/hamas/israel.csv"):
        ids = [row["id"] for row in rows_of(client, path)]
        assert set(ids) == {"e1", "e2", "e3", "e7", "e9"} and len(ids) == 5
        assert ids[0] == "e3" and ids[-1] == "e7"


def test_an_articles_events_come_as_csv_in_the_order_of_its_text(client: FlaskClient) -> None:
    assert [row["id"] for row in rows_of(client, "/article/a1.csv")] == ["e1", "e2", "e3", "e9"]


def test_two_periods_compared_come_as_csv(client: FlaskClient) -> None:
    periods = "then-from=2019-08-25&then-to=2019-08-25&from=2019-08-26&to=2019-08-29"
    rows = {(row["actor"], row["recipient"]): row for row in rows_of(client, f"/graph/compare.csv?{periods}")}
    shown = client.get(f"/graph/compare.json?{periods}").get_json()["rows"]

    assert len(rows) == len(shown) > 2
    assert rows["israel", "hamas"]["change"] == "new"
    assert (rows["israel", "hamas"]["then_hostile"], rows["israel", "hamas"]["now_hostile"]) == ("0", "2")
    assert rows["hamas", "israel"]["change"] == "gone"


@pytest.mark.parametrize("kind", ["gexf", "graphml"])
def test_an_actors_neighbourhood_opens_in_networkx(client: FlaskClient, kind: str) -> None:
    text = text_of(client, f"/actor/egypt.{kind}")
    graph = nx.parse_graphml(text) if kind == "graphml" else nx.read_gexf(io.BytesIO(text.encode()), version="1.3")
    assert set(graph.nodes) == {"egypt", "hamas", "israel", "un"}


@pytest.mark.parametrize("path", ["/graph.gexf?layout=odd", "/graph.svg?layout=odd", "/timeline.csv?undated=maybe"])
def test_a_file_names_what_it_cannot_read_of_its_address(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400 and ("“layout”" in answer.text or "“undated”" in answer.text)


@pytest.mark.parametrize("path", ["/actor/none", "/pair/israel/none", "/article/none"])
def test_exports_of_what_is_not_there_are_not_found(client: FlaskClient, path: str) -> None:
    kinds = ("csv", "jsonld", "timelinejs") + (("gexf", "graphml") if "actor" in path else ())
    assert {client.get(f"{path}.{kind}").status_code for kind in kinds} == {404}


@pytest.mark.parametrize("path", ["/actor/hamas", "/pair/israel/hamas", "/article/a1"])
def test_every_format_a_page_offers_is_there(client: FlaskClient, path: str) -> None:
    offered = re.search(r'<p class="formats">(.*?)</p>', client.get(path).get_data(as_text=True), re.DOTALL)
    assert offered
    found = [href for href in re.findall(r'href="([^"]+)"', offered[1]) if not href.startswith("/cypher")]
    assert len(found) >= 4
    assert {client.get(href).status_code for href in found} == {200}


def test_the_file_of_a_pair_names_both_and_says_where_it_is_cut(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = json.loads(text_of(client, "/pair/israel/hamas.jsonld"))
    monkeypatch.setattr("web.exports.MOST_EVENTS", 2)
    cut = json.loads(text_of(client, "/pair/israel/hamas.jsonld"))

    assert whole["name"] == cut["name"] == "Casus: Israel and Hamas"
    assert len(whole["hasPart"]) > 2
    assert cut["hasPart"] == whole["hasPart"][:2]
    assert "The latest 2 events; there are more." in json.dumps(cut)
    assert "there are more" not in json.dumps(whole)


def test_one_event_as_json_ld(client: FlaskClient) -> None:
    found = json.loads(text_of(client, "/event/e2.jsonld"))

    assert [one["name"] for one in found["hasPart"]] == ["Israel struck Hamas."]
    assert client.get("/event/none.jsonld").status_code == 404


def test_one_event_as_csv_and_for_timelinejs(client: FlaskClient) -> None:
    (row,) = rows_of(client, "/event/e1.csv")
    assert row["sentences"] == "Hamas fired rockets at Israel. | Rockets from Hamas hit Israel on Sunday."
    assert [one["unique_id"] for one in json.loads(text_of(client, "/event/e1.timelinejs"))["events"]] == ["e1"]
    assert client.get("/event/none.csv").status_code == 404


def test_timelinejs_gets_escaped_text_and_no_invented_day(client: FlaskClient) -> None:
    found = json.loads(text_of(client, "/timeline.timelinejs"))
    by_id = {one["unique_id"]: one for one in found["events"]}

    assert "e8" not in by_id
    assert "1 without a known day" in found["title"]["text"]["text"]
    assert by_id["e6"]["display_date"] == "August 2019"
    assert "end_date" not in by_id["e7"]
    assert "<script" not in json.dumps(found["events"])


@pytest.mark.parametrize("kind", ["gexf", "graphml"])
def test_hostile_names_are_text_in_xml(client: FlaskClient, kind: str) -> None:
    text = text_of(client, f"/graph.{kind}")

    assert "<script" not in text
    assert "alert" in "".join(ET.fromstring(text).itertext()) + text


def test_pages_offer_their_exports(open_page: Callable[..., Any]) -> None:
    page = open_page("/graph")
    assert page.locator(".downloads a[href='/graph.gexf']").count() == 1
