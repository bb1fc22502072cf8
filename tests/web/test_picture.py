"""The graph as one SVG picture."""

import xml.etree.ElementTree as ElementTree

from flask.testing import FlaskClient

SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_draws_every_actor_and_tie(client: FlaskClient) -> None:
    answer = client.get("/graph.svg")
    assert answer.mimetype == "image/svg+xml"
    drawing = ElementTree.fromstring(answer.get_data(as_text=True))
    names = [text.text for text in drawing.iter(f"{SVG}text")]
    assert {"Israel", "Hamas", "Egypt", "United Nations"} <= set(names)
    paths = list(drawing.iter(f"{SVG}path"))
    assert len(paths) == 7
    assert sum("stroke-dasharray" in path.attrib for path in paths) == 3


def test_hostile_names_are_text_in_the_picture(client: FlaskClient) -> None:
    drawing = ElementTree.fromstring(client.get("/graph.svg").get_data(as_text=True))
    assert not list(drawing.iter(f"{SVG}script"))
    assert any("<script>" in (text.text or "") for text in drawing.iter(f"{SVG}text"))


def test_an_empty_graph_is_an_empty_picture(client: FlaskClient) -> None:
    answer = client.get("/graph.svg?type=PROTEST")
    assert answer.status_code == 200
    assert "0 actors" in answer.get_data(as_text=True)


def test_without_javascript_the_page_shows_the_picture(client: FlaskClient) -> None:
    assert '<img class="still" src="/graph.svg"' in client.get("/graph").get_data(as_text=True)
