"""Exports: what other programs read, and the file that opens offline."""

import csv
import html
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from flask.testing import FlaskClient

from bench.pages import listening_app
from graph.model import UNKNOWN_TIME
from graph.queries import queries
from graph.store import Store

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


def test_the_offline_page_asks_nothing_of_anybody(client: FlaskClient) -> None:
    text = text_of(client, "/graph.html")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)

    assert policy is not None
    assert "default-src 'none'" in policy[1] and "'sha256-" in policy[1]
    assert "<script>alert" not in text
    assert text.count("\n<script") == 3


def test_the_offline_page_holds_the_query_with_the_values_it_ran_with(client: FlaskClient) -> None:
    text = html.unescape(text_of(client, "/graph.html?from=2019-08-25&sign=hostile"))

    assert '// $low = "2019-08-25"' in text and '// $quads = ["' in text
    assert "from=2019-08-25&sign=hostile" in text and "Apache-2.0" in text
    query = text.partition("<pre>")[2].partition("</pre>")[0]
    assert "RETURN actor AS actor" in query and "// param" not in query


def test_the_offline_page_holds_the_sentences_behind_its_ties(client: FlaskClient) -> None:
    text = html.unescape(text_of(client, "/graph.html"))

    assert "Hamas → Israel <small>hostile, 1 event</small>" in text
    assert "<b>Sunday 25 August 2019</b><blockquote>Hamas fired rockets at Israel.</blockquote>" in text
    assert "Strikes follow rocket fire, First Agency, 2019-08-27; told by 2 reports" in text
    assert "Of each tie the latest 3 events" in text and "without sentences" not in text
    friendly = text_of(client, "/graph.html?sign=cooperative&place=gaza")
    assert "<blockquote>" not in friendly


def test_the_offline_page_asks_for_the_sentences_of_all_its_ties_at_once(web_store: Store) -> None:
    app, listener = listening_app(web_store)
    assert text_of(app.test_client(), "/graph.html").count("<blockquote>") == 9
    asked = [query for query, _ in listener.asked]
    assert asked.count(queries()["ties_latest"]) == 1
    assert not {queries()["pair_keys"], queries()["pair_keys_to"]} & set(asked)


def test_the_offline_page_says_which_ties_it_has_no_sentences_of(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.quoted.MOST_TIES", 2)
    monkeypatch.setattr("web.quoted.EVENTS_EACH", 1)
    text = text_of(client, "/graph.html")

    assert text.count("<blockquote>") == 2
    assert "; 5 weaker ties without sentences." in text


def test_the_offline_page_draws_its_graph_from_disk(
    client: FlaskClient, new_page: Callable[..., Any], comes_true: Callable[..., bool], tmp_path: Path
) -> None:
    path = tmp_path / "graph.html"
    path.write_text(text_of(client, "/graph.html"), "utf-8")
    complaints: list[str] = []
    page = new_page(offline=True)
    page.on("console", lambda told: complaints.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    page.goto(path.as_uri())
    page.wait_for_selector("#canvas canvas")
    drawn = comes_true(
        lambda: page.evaluate(
            "(() => { const c = document.querySelector('#canvas canvas');"
            "return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((part) => part > 0); })()"
        )
    )

    assert drawn
    assert page.locator("tbody tr").count() == 7
    assert complaints == []


def test_the_offline_page_cuts_no_name_on_a_phone(
    client: FlaskClient, new_page: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "graph.html"
    path.write_text(text_of(client, "/graph.html"), "utf-8")
    page = new_page(viewport={"width": 390, "height": 800})
    page.goto(path.as_uri())
    page.wait_for_selector("#canvas[data-drawn=yes]")

    assert page.evaluate("written.length") > 1
    assert page.evaluate("isCut()") is False


def test_pages_offer_their_exports(open_page: Callable[..., Any]) -> None:
    page = open_page("/graph")
    assert page.locator(".downloads a[href='/graph.gexf']").count() == 1


def test_no_name_of_the_page_that_opens_without_a_network_lies_over_another(
    world: Any, client_of: Callable[[Any], FlaskClient], new_page: Callable[..., Any], tmp_path: Path
) -> None:
    for number in range(40):
        world.actor(f"n{number}", f"A group with the long name {number}", "militia")
        near = f"n{number // 3}" if number else "hamas"
        world.say("a1", f"n{number}", f"Group {number} fired.", "ASSAULT", f"n{number}", near, UNKNOWN_TIME)
    path = tmp_path / "crowd.html"
    path.write_text(text_of(client_of(world), "/graph.html"), "utf-8")
    page = new_page(viewport={"width": 1000, "height": 700})
    page.goto(path.as_uri())
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    boxes = page.evaluate("""() => nodes.getIds().map((id) => network.body.nodes[id])
      .filter((node) => node.options.font.size > 0)
      .map(({ labelModule: { size }, options: { font } }) => [size, size.top + font.vadjust])
      .map(([{ left, width, height }, top]) => [left, top, left + width, top + height])""")

    assert len(boxes) >= 8
    overlaps = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert overlaps == []
