"""Hostile text in every field the graph holds: every page and file shows it, none runs it."""

import csv
import io
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from flask.testing import FlaskClient

from graph.model import Place
from graph.settings import Settings
from graph.store import open_store
from graph.write import write
from web.app import create_app

PAYLOADS = (
    '<a href="javascript:alert(1)">href</a> <b onmouseover=alert(1)>href</b>',
    '"><img src=x onerror=alert(1)>',
    "'><h1 id=main onclick=alert(1)>heading</h1>",
    "</script><script>alert(1)</script><!--",
    "</title></textarea></style><style>*{display:none;background:url(//evil.example/x)}</style>",
    "<svg onload=alert(1)><foreignObject><iframe src=//evil.example></iframe></foreignObject></svg>",
    "]]></text></svg><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    '=HYPERLINK("http://evil.example","alert")',
    "{{ 7*'7' }} ${alert(1)} %s \u2028 alert \x07",
)
RAN = """() => [...document.querySelectorAll(`img[src=x], iframe, base, foreignObject, main style, [onclick], [onload],
  [onerror], [onmouseover], a[href^="javascript:"], a[href^="//"], a[href^="http"]`)].map((one) => one.outerHTML)"""
NODES = "MATCH (a:Actor)-[d:DID]->(e:Event)-[t:TO]->(b:Actor) RETURN a, d, e, t, b"
CHECKED = urlencode(
    {"q": f"MATCH (a:Actor) WHERE a.name <> $x RETURN a.name AS `{PAYLOADS[0]}`, $x AS x", "p.x": PAYLOADS[3]}
)
SHOWN = (
    "/",
    "/?actors=h0&place=p0",
    *(f"/search?q={quote(word)}" for word in ("alert", "evil", *PAYLOADS[:6])),
    "/graph",
    "/graph?view=matrix",
    "/graph?view=table",
    "/graph?sel=actor:h1",
    "/graph?sel=tie:h1~h2~hostile",
    "/graph?sel=path:h0~h3",
    "/graph/compare",
    "/timeline",
    "/timeline?lanes=place",
    "/timeline?lanes=source",
    "/timeline?lanes=actor",
    "/event/h1",
    "/article/h0",
    "/actor/h1",
    "/pair/h1/h2",
    f"/cypher?{CHECKED}",
    *(f"/cypher?{urlencode({'q': NODES, 'view': view})}" for view in ("table", "graph", "timeline", "json")),
    *(f"/cypher?{urlencode({'q': payload})}" for payload in PAYLOADS[3:5]),
    *(f"/actor/{quote(payload, safe='')}" for payload in PAYLOADS[1:3]),
    *(f"/graph?sign={quote(payload)}" for payload in PAYLOADS[:2]),
)
SHEETS = ("graph", "timeline", "index", "actor/h1", "pair/h1/h2", "article/h0", "graph/compare")
FILES = (
    *(f"/graph.{kind}" for kind in ("gexf", "graphml", "svg")),
    *(f"/{page}.csv" for page in SHEETS),
    "/search.csv?q=alert",
    f"/cypher.csv?{CHECKED}",
)


@pytest.fixture(scope="module")
def hostile(
    new_world: Callable[[], Any], patient_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FlaskClient]:
    """Give a client of an app over a world whose every name, title, source, quote, alias and address is hostile."""
    world, count = new_world(), len(PAYLOADS)
    for number, text in enumerate(PAYLOADS):
        other = PAYLOADS[(number + 1) % count]
        world.actor(f"h{number}", text, "person", "ISR", other)
        world.article(f"h{number}", text, f"2019-08-{10 + number}", other)
        world.about[f"h{number}"] = replace(world.about[f"h{number}"], url="javascript:alert(1)")
    for number, text in enumerate(PAYLOADS):
        place = Place(f"p{number}", text, "PSE", 31.4, 34.4 + number, "town", aliases=(PAYLOADS[number - 1],))
        whom, when = f"h{(number + 1) % count}", world.reports[0].when
        world.say(f"h{number}", f"h{number}", f"Struck {text} hard.", "ASSAULT", f"h{number}", whom, when, place=place)
    named = {"h0": tuple(f"alert {text.replace('|', '')}" for text in PAYLOADS)}
    with open_store(replace(patient_settings, data=tmp_path_factory.mktemp("hostile"))) as store:
        write(store, replace(world.batch(), named=named))
        yield create_app(store, store.settings).test_client()


@pytest.fixture
def watched(new_page: Callable[..., Any]) -> Iterator[Any]:
    """Give an empty page; at the end nothing may have run, complained or asked another address."""
    complaints: list[str] = []
    page = new_page(viewport={"width": 1440, "height": 900})
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    page.on("dialog", lambda box: complaints.append(f"dialog: {box.message}"))
    ours = ("http://casus/", "file:", "data:", "blob:")
    page.on("request", lambda asked: None if asked.url.startswith(ours) else complaints.append(asked.url))
    yield page
    assert [one for one in complaints if not one.startswith("Failed to load resource: the server")] == []


@pytest.mark.browser
@pytest.mark.parametrize("path", SHOWN, ids=range(len(SHOWN)))
def test_hostile_text_of_any_field_is_shown_as_text(
    hostile: FlaskClient, watched: Any, visit: Callable[..., None], path: str
) -> None:
    visit(watched, hostile, path)
    watched.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert watched.evaluate(RAN) == []
    assert watched.locator("main h1").first.is_visible()


@pytest.mark.browser
def test_hostile_text_stays_text_in_what_a_script_builds(
    hostile: FlaskClient, watched: Any, visit: Callable[..., None]
) -> None:
    visit(watched, hostile, "/graph?actors=h1")
    watched.wait_for_selector("#canvas[data-drawn=yes]")
    watched.focus("#canvas")
    for _ in range(3):
        watched.keyboard.press("ArrowRight")
        watched.keyboard.press("Enter")
        watched.wait_for_selector("#details .card")
    watched.fill("#find", "alert")
    watched.wait_for_selector(".found a")
    watched.fill("#find-actor", "alert")
    watched.wait_for_selector("[data-find] li button")
    assert watched.evaluate(RAN) == []


@pytest.mark.browser
def test_hostile_text_stays_text_in_the_file_that_opens_without_a_network(
    hostile: FlaskClient, watched: Any, tmp_path: Any
) -> None:
    path = tmp_path / "graph.html"
    path.write_bytes(hostile.get("/graph.html").data)
    watched.goto(path.as_uri())
    watched.wait_for_selector("#canvas[data-drawn=yes]")
    watched.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert watched.evaluate(RAN) == []
    assert watched.locator("tbody tr").count() >= len(PAYLOADS)


@pytest.mark.parametrize("path", FILES, ids=range(len(FILES)))
def test_hostile_text_is_text_and_no_formula_in_a_file(hostile: FlaskClient, path: str) -> None:
    answer = hostile.get(path)
    assert answer.status_code == 200 and ("alert" in answer.text or "index" in path)
    if ".csv" in path:
        cells = [cell for row in csv.reader(io.StringIO(answer.text)) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "@", "\t", "\r"))] == []
    else:
        tags = {one.tag.rpartition("}")[2] for one in ElementTree.fromstring(answer.data).iter()}
        assert tags.isdisjoint({"script", "img", "iframe", "foreignObject", "a", "style"})
