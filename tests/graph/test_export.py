"""Files for other programs: safe in spreadsheets, well-formed in XML, honest about days."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.export.csv_rows import RISKY, csv_text
from graph.export.gexf import gexf_text
from graph.export.graphml import graphml_text
from graph.export.jsonld import jsonld_text
from graph.export.standalone import script_json
from graph.export.timelinejs import timelinejs_text
from graph.export.told import ActorNode, Citation, Colophon, Tie, ToldEvent

GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
YED = "{http://www.yworks.com/xml/graphml}"
ABOUT = Colophon("Casus: test", "http://127.0.0.1/graph", "MATCH (n) RETURN n", date(2026, 11, 24), "")
NODES = (ActorNode("a", "A\x00 & <b>", "country", "QAT", 3), ActorNode("b", "B", "person", "", 3))
TIES = (
    Tie("a", "b", "hostile", 2, -18.0, ((date(2019, 8, 25), date(2019, 8, 26)), (date(2019, 9, 1), None))),
    Tie("a", "b", "cooperative", 1, 2.5),
)


def event(id_: str, first: date | None, last: date | None) -> ToldEvent:
    """Give an event at some time, its words hostile."""
    cited = (Citation("<script>alert(1)</script>", "T", "", "https://example.org", None),)
    return ToldEvent(
        id_, "A <img> met B", "CONSULT", "", "cooperative", "actual", "some day", "2019", first, last, 1.0, 1, 1,
        (3, 5), None, "Doha", "town", "", "Ad Dawhah", "Qatar", (25.3, 51.5), (("a/1", "A"),), (("b", "B"),), (),
        (("a/1", "A", "claimed"),), cited,
    )  # fmt: skip


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4))
def test_no_text_in_a_csv_begins_like_a_formula(texts: list[str]) -> None:
    columns = [f"c{number}" for number in range(len(texts))]
    (_, row) = csv.reader(io.StringIO(csv_text(columns, [dict(zip(columns, texts, strict=True))]), newline=""))

    assert not any(field.lstrip(" ").startswith(RISKY) for field in row)
    assert [field.removeprefix("'") for field in row] == [text.removeprefix("'") for text in texts]


def test_both_signs_of_one_direction_survive_graphml() -> None:
    graph = nx.parse_graphml(graphml_text(NODES, TIES, ABOUT))

    assert graph.nodes["a"]["name"] == "A & <b>"
    signs = {data["sign"]: (data["events"], data["first"], data["last"]) for _, _, data in graph.edges(data=True)}
    assert signs == {"hostile": (2, "2019-08-25", "2019-08-26"), "cooperative": (1, "", "")}


def test_graphml_is_drawn_in_yed_and_read_as_numbers_elsewhere() -> None:
    node = replace(NODES[0], x=10.0, y=-4.0, size=12.5, colour="#4c63c4")
    text = graphml_text([node, NODES[1]], TIES, ABOUT)
    root = ET.fromstring(text)
    pictures = {key.get("yfiles.type") for key in root.iter("{http://graphml.graphdrawing.org/xmlns}key")}
    drawn = {one.tag.removeprefix(YED): dict(one.attrib) for one in next(root.iter(f"{YED}ShapeNode"))}
    lines = [dict(one.attrib) for one in root.iter(f"{YED}LineStyle")]

    assert {"nodegraphics", "edgegraphics"} <= pictures
    assert drawn["Geometry"] == {"x": "-2.5", "y": "-16.5", "width": "25.0", "height": "25.0"}
    assert drawn["Fill"]["color"] == "#4c63c4"
    assert [label.text for label in root.iter(f"{YED}NodeLabel")] == ["A & <b>", "B"]
    assert lines == [
        {"color": "#c2410c", "type": "dashed", "width": "2.3"}, {"color": "#0f766e", "type": "line", "width": "1.0"},
    ]  # fmt: skip
    graph = nx.parse_graphml(text)
    found = graph.nodes["a"]
    assert graph["a"]["b"]["e0"]["weight"] == 2.0
    assert (found["x"], found["y"], found["acts"], found["label"]) == (10.0, -4.0, 3, "A & <b>")


def test_a_gexf_edge_without_days_has_no_spells_and_an_open_one_no_end() -> None:
    root = ET.fromstring(gexf_text(NODES, TIES, ABOUT))
    edges = list(root.iter(f"{GEXF}edge"))
    spells = [[dict(one.attrib) for one in edge.iter(f"{GEXF}spell")] for edge in edges]

    assert spells == [[{"start": "2019-08-25", "end": "2019-08-26"}, {"start": "2019-09-01"}], []]
    assert [edge.get("kind") for edge in edges] == ["hostile", "cooperative"]


def test_days_that_overlap_are_one_spell_in_gexf_since_gephi_takes_no_other() -> None:
    june = [(date(2019, 6, day), date(2019, 6, last)) for day, last in ((1, 1), (3, 9), (1, 1), (2, 5), (20, 20))]
    for spells, wanted in (
        (june, ["2019-06-01/2019-06-01", "2019-06-02/2019-06-09", "2019-06-20/2019-06-20"]),
        (
            [*june, (None, date(2019, 6, 20))],
            ["2019-06-01/2019-06-01", "2019-06-02/2019-06-09", "2019-06-20/2019-06-20"],
        ),
        ([(None, date(2019, 6, 4))], ["None/2019-06-04"]),
        ([*june, (date(2019, 6, 4), None)], ["2019-06-01/2019-06-01", "2019-06-02/None"]),
    ):
        tie = Tie("a", "b", "hostile", len(spells), -1.0, tuple(spells))
        root = ET.fromstring(gexf_text(NODES, [tie], ABOUT))
        assert [f"{one.get('start')}/{one.get('end')}" for one in root.iter(f"{GEXF}spell")] == wanted


def test_a_gexf_file_has_the_sizes_and_colours_of_the_picture() -> None:
    root = ET.fromstring(gexf_text([replace(NODES[0], size=12.5, colour="#4c63c4"), NODES[1]], TIES, ABOUT))
    colours = [dict(one.attrib) for one in root.iter(f"{VIZ}color")]

    assert colours == [
        {"r": "76", "g": "99", "b": "196"}, {"r": "194", "g": "65", "b": "12"}, {"r": "15", "g": "118", "b": "110"},
    ]  # fmt: skip
    assert [one.get("value") for one in root.iter(f"{VIZ}size")] == ["12.5"]


def test_json_ld_leaves_out_what_is_not_known() -> None:
    found = json.loads(jsonld_text([event("e", None, None)], ABOUT, base="http://x"))["hasPart"][0]

    assert "startDate" not in found
    assert found["edtf"] == "2019"
    assert found["actor"] == [{"@id": "http://x/actor/a%2F1", "name": "A"}]
    assert "injured" not in found


def test_json_ld_tells_what_a_place_lies_in_and_how_sure_a_perpetrator_is() -> None:
    found = json.loads(jsonld_text([event("e", None, None)], ABOUT, base="http://x"))["hasPart"][0]

    assert found["location"]["grain"] == "town"
    assert found["location"]["containedInPlace"] == [{"@type": "Place", "name": "Ad Dawhah", "grain": "region"}]
    assert found["perpetrator"] == [{"@id": "http://x/actor/a%2F1", "name": "A", "confidence": "claimed"}]


def test_timelinejs_shows_days_in_order_and_escapes_every_word() -> None:
    events = [event("late", date(2020, 1, 1), None), event("never", None, None), event("soon", *[date(2019, 1, 1)] * 2)]
    text = timelinejs_text(events, ABOUT, base="http://x")
    found = json.loads(text)

    assert [one["unique_id"] for one in found["events"]] == ["soon", "late"]
    assert all("end_date" not in one for one in found["events"])
    assert "<script" not in text and "<img" not in text


@given(st.text())
def test_json_in_a_script_tag_cannot_end_it(text: str) -> None:
    found = script_json({"t": text})

    assert json.loads(found) == {"t": text}
    assert "<" not in found
