"""What holds for every page: policy, errors, JSON, hashed files, hostile text."""

import hashlib
import html
import re
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from web.assets import VIS_SHA256, vis_network
from web.errors import AddressError

PAGES = (
    "/",
    "/graph",
    "/graph?view=matrix",
    "/graph?view=table",
    "/graph?sel=actor:hamas",
    "/graph?sel=tie:hostile~israel~hostile",
    "/timeline",
    "/timeline?lanes=type",
    "/timeline?lanes=source&from=2019-08-25&to=2019-08-27",
    "/timeline?undated=1",
    "/search?q=script",
    "/event/e1",
    "/event/e10",
    "/article/a2",
    "/actor/hostile",
    "/pair/hostile/israel",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_with_the_policy_and_as_json(client: FlaskClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert "default-src 'none'; script-src 'self'" in page.headers["Content-Security-Policy"]

    name, _, query = path.partition("?")
    answer = client.get(f"{'/index' if name == '/' else name}.json?{query}")
    assert answer.status_code == 200
    assert answer.is_json


@pytest.mark.parametrize("path", PAGES)
def test_hostile_text_is_shown_as_text(client: FlaskClient, path: str) -> None:
    text = client.get(path).get_data(as_text=True)
    assert "<script>alert" not in text
    assert "<svg onload" not in text
    assert 'href="javascript:' not in text


class Inline(HTMLParser):
    """Collects what the policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/json"):
            self.found.append(tag)
        self.found += [name for name in given if name == "style" or name.startswith("on")]
        self.found += [value for value in given.values() if value and value.startswith(("http", "//", "javascript:"))]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_inline_script_style_or_handler_or_looks_elsewhere(client: FlaskClient, path: str) -> None:
    reader = Inline()
    reader.feed(client.get(path).get_data(as_text=True))
    assert reader.found == []


@pytest.mark.parametrize("path", PAGES)
def test_every_page_leads_to_the_query_that_made_it(client: FlaskClient, path: str) -> None:
    found = re.search(r'href="(/cypher\?q=[^"]*)"', client.get(path).get_data(as_text=True))
    assert found
    answer = client.get(html.unescape(found[1]).replace("/cypher?", "/cypher.json?"))
    assert answer.status_code == 200 and answer.get_json()["rows"]


def test_a_part_that_cannot_be_read_can_be_left_out_by_a_link(client: FlaskClient) -> None:
    text = client.get("/graph/compare?then-from=soon&from=2019&actors=a&actors=b%26c").text
    assert (
        '<a class="button" href="/graph/compare?from=2019&amp;actors=a&amp;actors=b%26c">Leave “then-from” out</a>'
        in text
    )
    assert 'href="/timeline">Leave “to” out</a>' in client.get("/timeline?to=2019-13").text
    assert client.get("/timeline?to=2019-13&from=2019").status_code == 400


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/timline?from=2019", "/timeline?from=2019"),
        ("/grpah", "/graph"),
        ("/Timeline", "/timeline"),
        ("/cyper", "/cypher"),
        ("/actors", "/search"),
        ("/actor", "/search"),
        ("/events", "/search"),
    ],
)
def test_a_page_that_is_not_there_leads_to_the_one_that_may_be_meant(client: FlaskClient, path: str, near: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert f'<p><a href="{near}">' in answer.text
    assert "<p><a" not in client.get("/xyzzy").text.replace('<p><a href="/">', "")


def test_an_unknown_page_offers_a_search(client: FlaskClient) -> None:
    answer = client.get("/nowhere<script>alert(1)</script>")
    text = answer.get_data(as_text=True)
    assert answer.status_code == 404
    assert 'role="search"' in text
    assert "<script>alert" not in text


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/graph/", "/graph"),
        ("/timeline/?from=2019-08&sign=hostile", "/timeline?from=2019-08&sign=hostile"),
        ("/graph/compare//", "/graph/compare"),
        ("/actor/hamas/", "/actor/hamas"),
    ],
)
def test_a_stroke_at_the_end_of_an_address_leads_to_the_page_without_it(
    client: FlaskClient, asked: str, given: str
) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["Location"]) == (308, given)
    assert client.get(given).status_code == 200


@pytest.mark.parametrize("path", ["/nowhere/", "/%5Cexample.org/", "/event/"])
def test_a_stroke_behind_no_page_leads_nowhere(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_malformed_part_of_the_address_is_named(client: FlaskClient) -> None:
    answer = client.get("/timeline?from=<b>soon</b>")
    text = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert "“from”" in text and "&lt;b&gt;soon&lt;/b&gt;" in text
    error = client.get("/graph.json?sources=none").get_json()["error"]
    assert error["status"] == 400 and "sources" in error["title"]


def test_static_files_are_hashed_compressed_and_kept(app: Flask, client: FlaskClient) -> None:
    href = re.search(r'href="(/static/[0-9a-f]{12}/style\.css)"', client.get("/").get_data(as_text=True))
    assert href
    answer = client.get(href[1], headers={"Accept-Encoding": "br"})
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]


def test_vis_network_is_the_file_whose_hash_is_known() -> None:
    assert hashlib.sha256(vis_network()).hexdigest() == VIS_SHA256


def test_pages_are_compressed_and_small(client: FlaskClient) -> None:
    for path in PAGES:
        answer = client.get(path, headers={"Accept-Encoding": "br"})
        assert len(answer.data) < 60_000


def test_health_tells_engine_version_and_counts(client: FlaskClient) -> None:
    found = client.get("/health").get_json()
    assert found["answers"] is True
    assert found["engine"] and found["version"]
    assert (found["articles"], found["events"], found["actors"]) == (2, 10, 5)


def test_an_address_error_says_what_stood_there_and_what_was_wanted() -> None:
    assert str(AddressError("to", "x", "a day")) == "to=x: wanted a day"
