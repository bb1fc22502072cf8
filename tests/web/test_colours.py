"""The colours of actors in the picture: by community, or by country."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import web
from graph.export.standalone import FOLDER
from web.colours import NAMED, SWATCHES, coloured
from web.network import Node
from web.plate import THEMES

STATIC = Path(web.__file__).parent / "static"
NODE = Node("a", "A", "country", "ISR", 1, 0.0, 0.0, 3)


def test_by_community_nothing_changes() -> None:
    assert coloured([NODE], "community") == ([NODE], ())


def test_the_commonest_countries_have_a_colour_each_and_the_others_share_the_last() -> None:
    codes = ["ISR", "ISR", "EGY", "SDN", "UKR", "RUS", "MMR", "COL", "YEM", ""]
    nodes = [replace(NODE, id=str(n), country=code) for n, code in enumerate(codes)]
    found, legend = coloured(nodes, "country")
    assert found[0].group == found[1].group == 0
    assert found[-1].group == NAMED
    assert legend[0] == (0, "Israel") and len(legend) == NAMED + 1


def test_the_page_says_by_what_it_is_coloured(client: FlaskClient) -> None:
    found = client.get("/graph.json?colour=country").get_json()
    assert found["colour"] == "country" and "Israel" in dict(found["colours"]).values()
    assert client.get("/graph.json?colour=taste").status_code == 400


@pytest.mark.parametrize("kind", ["svg", "html"])
def test_a_download_says_what_its_colours_mean_as_the_page_does(client: FlaskClient, kind: str) -> None:
    by_country, by_community = client.get(f"/graph.{kind}?colour=country"), client.get(f"/graph.{kind}")

    assert by_country.status_code == by_community.status_code == 200
    assert "State of Palestine" in by_country.text and "State of Palestine" not in by_community.text


def test_a_file_of_another_program_has_the_colours_of_the_page(client: FlaskClient) -> None:
    page = client.get("/graph.json?colour=country").get_json()["network"]["nodes"]
    expected = {tuple(bytes.fromhex(SWATCHES[node["community"]][1:])) for node in page}
    nodes, *_ = client.get("/graph.gexf?colour=country").text.partition("<edges")
    told = re.findall(r'<viz:color r="(\d+)" g="(\d+)" b="(\d+)"', nodes)

    assert {tuple(map(int, one)) for one in told} == expected and len(expected) == 4


def test_the_swatches_are_the_same_on_the_server_in_the_script_and_in_the_style() -> None:
    script = re.search(r"GROUPS = (\[.*?\])", (STATIC / "paint.js").read_text("utf-8"))
    style = re.findall(r"\.group-(\d) \{ fill: (#\w{6}); \}", (STATIC / "graph.css").read_text("utf-8"))

    assert script and tuple(json.loads(script[1])) == SWATCHES
    assert tuple(colour for _, colour in sorted(style)) == SWATCHES


def inks(path: Path) -> tuple[dict[str, str], ...]:
    """Give the colours of the light theme, and of the dark one in each place that has them."""
    blocks = re.findall(r":root[^{]*\{([^}]*--ink[^}]*)\}", path.read_text("utf-8"))
    return tuple(dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in blocks if "--hostile" in block)


def test_a_plate_has_the_colours_of_the_page_in_both_themes() -> None:
    light, *dark = inks(STATIC / "style.css")

    assert len(dark) == 2 and dark[0] == dark[1]
    for name, page in (("light", light), ("dark", dark[0])):
        plate = THEMES[name]
        assert (plate.paper, plate.ink, plate.soft) == (page["card"], page["ink"], page["soft"])
        assert (plate.hostile, plate.cooperative) == (page["hostile-fill"], page["cooperative-fill"])


def test_the_offline_page_has_the_colours_of_the_page_in_both_themes() -> None:
    light, dark, _ = inks(STATIC / "style.css")
    for page, offline in zip((light, dark), inks(FOLDER / "standalone.css"), strict=True):
        assert {name: page[name] for name in ("paper", "ink", "soft", "line")}.items() <= offline.items()
        assert (offline["hostile"], offline["friendly"]) == (page["hostile-fill"], page["cooperative-fill"])
