"""Pages sent in parts: what stands above comes first, and says what became of the rest."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import brotli
import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from graph.errors import StoreDown
from web.later import Later, in_parts


def parts_of(client: FlaskClient, address: str, **headers: str) -> Iterator[bytes]:
    """Give the parts of an answer as they come."""
    yield from client.get(address, headers=headers).iter_encoded()


def test_the_frame_comes_before_the_bars_and_these_before_the_events_are_read(client: FlaskClient) -> None:
    frame, bars, rest = (part.decode("utf-8") for part in parts_of(client, "/timeline"))
    assert 'class="masthead"' in frame and "Counting the events" in frame and 'class="bars"' not in frame
    assert 'class="bars"' in bars and "event-e10" not in bars
    assert "event-e10" in rest and rest.rstrip().endswith("</html>")


@pytest.mark.parametrize("way", ["br", "gzip"])
def test_each_part_can_be_read_as_soon_as_it_comes(client: FlaskClient, way: str) -> None:
    answer = client.get("/timeline", headers={"Accept-Encoding": way})
    read = brotli.Decompressor().process if way == "br" else zlib.decompressobj(wbits=31).decompress
    frame, bars, rest, end = map(read, answer.iter_encoded())

    assert answer.headers["Content-Encoding"] == way and "Accept-Encoding" in answer.headers["Vary"]
    assert b'class="masthead"' in frame and b'class="bars"' in bars
    assert frame + bars + rest + end == client.get("/timeline").get_data()


def test_all_parts_together_are_the_page(client: FlaskClient) -> None:
    packed = client.get("/timeline", headers={"Accept-Encoding": "gzip"}).get_data()
    assert gzip.decompress(packed) == client.get("/timeline").get_data()


def test_the_json_of_a_page_in_parts_has_all_of_it_side_by_side(client: FlaskClient) -> None:
    found = client.get("/timeline.json").get_json()
    assert {"sentence", "histogram", "lanes", "events", "digest", "remarks"} <= found.keys()
    assert "told" not in found


@dataclass(frozen=True)
class Page:
    """A page whose rest is read later."""

    rest: Later[str]


def _gone() -> str:
    raise StoreDown("bolt://nowhere", "it went away")


def _broken() -> str:
    raise KeyError("an actor that is gone")


def test_a_page_whose_rest_cannot_be_made_says_so_and_ends(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "testing", False)
    template = app.jinja_env.from_string("<html><body><main>above{{ pause }}{{ page.rest.now }}</main></body></html>")
    with app.test_request_context():
        text = in_parts(template, Page(Later(_broken))).get_data(as_text=True)

    assert "The rest of this page could not be read" in text and "an actor that is gone" not in text
    assert text.rstrip().endswith("</html>") and text.count("</main>") == 1


def test_both_parts_of_a_page_are_of_one_state_of_the_graph(app: Flask) -> None:
    template = app.jinja_env.from_string("{{ page.rest.now }}{{ pause }}{{ page.rest.now }}")
    with app.test_request_context():
        g.state = "as it was"
        text = in_parts(template, Page(Later(lambda: str(g.state)))).get_data(as_text=True)

    assert text == "as it wasas it was"


def test_a_picture_asked_for_in_no_known_way_is_refused_before_any_part_is_sent(client: FlaskClient) -> None:
    for path in ("/graph", "/timeline", "/graph.json"):
        assert client.get(f"{path}?bars=lines").status_code == 400


def test_no_page_sent_before_its_rest_was_read_comes_up_again_unasked(client: FlaskClient) -> None:
    for path in ("/timeline", "/graph"):
        assert client.get(path).headers["Cache-Control"] == "no-cache"
    for path in ("/timeline.json", "/graph.json", "/event/e1"):
        assert "Cache-Control" not in client.get(path).headers


def test_a_page_says_where_its_rest_could_not_be_read(app: Flask) -> None:
    template = app.jinja_env.from_string("<p>above{{ pause }}<p>{{ page.rest.now }}")
    with app.test_request_context():
        read = in_parts(template, Page(Later(lambda: "below")))
        unread = in_parts(template, Page(Later(_gone)))

    assert read.get_data(as_text=True) == "<p>above<p>below"
    text = unread.get_data(as_text=True)
    assert text.startswith("<p>above<p>") and "The rest of this page could not be read" in text
