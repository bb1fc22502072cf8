"""The colours of actors in the picture: by community, or by country."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from web.colours import NAMED, coloured
from web.network import Node

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


@pytest.mark.parametrize("kind", ["svg", "html", "gexf"])
def test_a_download_is_coloured_as_the_page(client: FlaskClient, kind: str) -> None:
    assert client.get(f"/graph.{kind}?colour=country").status_code == 200
