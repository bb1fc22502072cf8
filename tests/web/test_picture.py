"""The graph as one picture: as SVG, and as PNG of what is seen."""

import base64
import math
import struct
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.model import Basis, Grain, When
from web.colours import COMMUNITIES

# of the picture on the page and a PNG in which it stands somewhere below the top: the size of the first, how much ink
# it has, in how many colours, how much of it is otherwise in the second, how much of the second is clear, how many
# colours stand above and below the picture
COMPARE = """async ([text, above]) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const saved = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const shown = document.querySelector('#canvas canvas');
  const seen = new OffscreenCanvas(saved.width, saved.height).getContext('2d');
  seen.drawImage(saved, 0, 0);
  const dots = (brush, top, high) =>
    new Uint32Array(brush.getImageData(0, top, saved.width, high).data.buffer);
  const start = Math.round(above * shown.width / document.getElementById('canvas').clientWidth);
  const one = dots(shown.getContext('2d'), 0, shown.height), other = dots(seen, start, shown.height);
  const whole = dots(seen, 0, saved.height);
  const ink = [...one.keys()].filter((at) => one[at] >>> 24 === 255);
  return {
    size: [shown.width, shown.height], ink: ink.length, colours: new Set(ink.map((at) => other[at])).size,
    otherwise: ink.filter((at) => one[at] !== other[at]).length,
    clear: whole.filter((dot) => dot >>> 24 !== 255).length,
    told: [new Set(dots(seen, 0, start)).size,
      new Set(dots(seen, start + shown.height, saved.height - start - shown.height)).size],
  };
}"""

PERIODS = "then-from=2019-08-25&then-to=2019-08-25&from=2019-08-26&to=2019-08-29"
WEDNESDAY = When(date(2019, 8, 28), date(2019, 8, 28), Grain.DAY, Basis.STATED, "2019-08-28")
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


def test_an_arrow_at_the_end_of_every_tie_points_to_whom_it_was_done(client: FlaskClient) -> None:
    drawing = ElementTree.fromstring(client.get("/graph.svg?actors=egypt&type=SUPPORT").text)
    (tie,) = drawing.iter(f"{SVG}path")
    head = next(one for one in drawing.iter(f"{SVG}polygon") if one.attrib["fill"] == tie.attrib["stroke"])
    places = {one.text: (float(one.attrib["x"]), float(one.attrib["y"])) for one in drawing.iter(f"{SVG}text")}
    tip, *base = [tuple(map(float, corner.split(","))) for corner in head.attrib["points"].split()]

    assert tie[0].text == "Egypt to United Nations: 1 cooperative event"
    assert math.dist(tip, places["United Nations"]) < math.dist(tip, places["Egypt"])
    assert math.dist(tip, places["United Nations"]) < 60
    start = tuple(map(float, tie.attrib["d"][1:].split("Q")[0].split()))
    assert all(math.dist(start, tip) > math.dist(start, corner) for corner in base)


def test_hostile_names_are_text_in_the_picture(client: FlaskClient) -> None:
    drawing = ElementTree.fromstring(client.get("/graph.svg").get_data(as_text=True))
    assert not list(drawing.iter(f"{SVG}script"))
    assert any("<script>" in (text.text or "") for text in drawing.iter(f"{SVG}text"))


def texts(client: FlaskClient, path: str) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(client.get(path).text).iter(f"{SVG}text")]


def test_the_picture_says_what_is_asked_what_its_marks_mean_and_where_it_comes_from(client: FlaskClient) -> None:
    found = texts(client, "/graph.svg?actors=egypt&actors=nobody&colour=country")
    all_of_it = " ".join(found)

    assert "/graph?actors=egypt&actors=nobody&colour=country" in all_of_it.replace(" ", "")
    assert "Who did what to whom" in found
    assert "Actors: Egypt or “nobody”. Status: told as having happened. All time." in found
    assert "No actor here has the id “nobody”: as a filter it matches nothing." in all_of_it
    assert {"cooperation", "hostility", "State, government, court", "Egypt"} <= set(found)
    assert "Person" not in found, "no person is drawn"
    assert "so ties add up to more than the events." in all_of_it
    assert f"Made on {datetime.now(UTC).day} " in all_of_it and "Source: Casus" in all_of_it


def test_a_picture_without_countries_names_none_and_keeps_its_own_parts_out_of_its_address(client: FlaskClient) -> None:
    found = " ".join(texts(client, "/graph/plate.svg?wide=300&high=200&theme=dark&sign=hostile&sel=actor:un&zzz=a"))

    assert "another country" not in found
    assert "/graph?sign=hostilecooperation" in found.replace(" ", "")


def test_a_plate_leaves_room_for_the_picture_and_refuses_what_it_cannot_read(client: FlaskClient) -> None:
    drawing = ElementTree.fromstring(client.get("/graph/plate.svg?wide=300&high=200").text)
    above, heights = float(drawing.attrib["data-above"]), [float(one.attrib["y"]) for one in drawing.iter(f"{SVG}text")]

    assert float(drawing.attrib["height"]) > above + 200
    assert all(-above < height <= 0 or height > 200 for height in heights)
    assert client.get("/graph/plate.svg?theme=odd").status_code == 400
    assert client.get("/graph/plate.svg?wide=x").status_code == 400


def test_a_plate_tells_the_actors_and_ties_that_were_added_by_hand_with_their_shapes(client: FlaskClient) -> None:
    assert "2 ties more of single actors, added by hand." in texts(client, "/graph/plate.svg?added=2")
    for page in ("/graph", "/graph/compare"):
        found = texts(client, f"{page}/plate.svg?wide=3000&actors=egypt&added=2&grown=1&shapes=dot,square,odd")
        assert any("1 actor and 2 ties more of single actors, added by hand. The colours of" in one for one in found)
        assert "Army, police, intelligence, peacekeepers" in found


def test_a_comparison_and_its_plate_say_what_colours_mean(world: Any, client_of: Callable[[Any], FlaskClient]) -> None:
    for one, other in (("Mali", "Niger"), ("Chad", "Togo"), ("Peru", "Chile")):
        world.actor(one.lower(), one, "country")
        world.actor(other.lower(), other, "country")
        world.say("a2", one, f"{one} accused {other}.", "ACCUSE", one.lower(), other.lower(), WEDNESDAY)
    client = client_of(world)
    for asked, has_groups in ((PERIODS, True), (f"{PERIODS}&actors=mali", False)):
        page, told = (
            client.get(f"/graph/compare?{asked}").text,
            texts(client, f"/graph/compare/plate.svg?{asked}&wide=3000"),
        )
        assert (COMMUNITIES in page) == (COMMUNITIES in told) == has_groups


def test_the_plate_of_a_comparison_names_both_periods(client: FlaskClient) -> None:
    found = " ".join(texts(client, f"/graph/compare/plate.svg?wide=2000&{PERIODS}"))

    assert "What changed: 25 August 2019, then 26 August 2019 to 29 August 2019" in found
    assert "grey: gone" in found and "so ties add up to more than the events." in found


def test_an_empty_graph_is_an_empty_picture(client: FlaskClient) -> None:
    answer = client.get("/graph.svg?type=PROTEST")
    assert answer.status_code == 200
    assert "0 actors" in answer.get_data(as_text=True)


def test_without_javascript_the_page_shows_the_picture(client: FlaskClient) -> None:
    assert '<img class="still" src="/graph.svg"' in client.get("/graph").get_data(as_text=True)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_png_button_saves_the_picture_as_it_is_seen_with_what_is_said_of_it(
    open_page: Callable[..., Any], scheme: str
) -> None:
    page = open_page("/graph", color_scheme=scheme)
    page.wait_for_selector("#canvas[data-drawn=yes]")
    with page.expect_download() as saved, page.expect_response("**/plate.svg*") as asked:
        page.click("text=PNG")
    data = Path(saved.value.path()).read_bytes()
    plate = ElementTree.fromstring(asked.value.text())
    found = page.evaluate(COMPARE, [base64.b64encode(data).decode(), float(plate.attrib["data-above"])])

    assert saved.value.suggested_filename == "casus-graph.png"
    page.locator("#sentence", has_text="Saved as casus-graph.png.").wait_for()
    assert data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR"
    wide, high = struct.unpack(">II", data[16:24])
    assert wide == found["size"][0] and high > found["size"][1] + 100
    assert min(found["told"]) > 3, "nothing is said of it"
    assert f"theme={scheme}" in asked.value.url
    assert found["ink"] > 1000 and found["colours"] > 3, "it is blank"
    assert found["otherwise"] == found["clear"] == 0, "it is not what is seen, or has no paper"


@pytest.mark.browser
def test_the_legend_of_a_saved_picture_is_of_the_actors_that_were_added_too(open_page: Callable[..., Any]) -> None:
    page = open_page("/graph?limit=2")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("e")
    page.locator("#sentence", has_text="partners of").wait_for()
    with page.expect_download(), page.expect_response("**/plate.svg*") as asked:
        page.click("text=PNG")
    told = [text.text for text in ElementTree.fromstring(asked.value.text()).iter(f"{SVG}text")]

    assert "grown=2" in asked.value.url
    assert "Organisation of states, alliance, aid group" in told
    assert "2 actors and 2 ties more of single actors" in " ".join(filter(None, told))


@pytest.fixture
def refused(new_page: Callable[..., Any], address: str) -> Callable[..., str]:
    """Give a function that asks for a PNG where some address is answered otherwise or not, and gives what is said."""

    def what_is_said(pattern: str, **answer: Any) -> str:
        problems: list[str] = []
        page = new_page()
        page.on("pageerror", lambda problem: problems.append(str(problem)))
        page.goto(f"{address}/graph")
        page.wait_for_selector("#canvas[data-drawn=yes]")
        page.route(pattern, lambda route: route.fulfill(**answer) if answer else route.abort())
        page.click("text=PNG")
        page.locator("#sentence", has_text="The picture is not saved: ").wait_for()
        assert problems == []
        return str(page.inner_text("#sentence")).removeprefix("The picture is not saved: ")

    return what_is_said


@pytest.mark.browser
@pytest.mark.parametrize("body", ["", "<svg"])
def test_a_picture_whose_plate_cannot_be_drawn_is_not_saved_and_that_is_said(
    refused: Callable[..., str], body: str
) -> None:
    assert "did not come whole" in refused("**/plate.svg*", status=200, body=body)


@pytest.mark.browser
def test_a_picture_that_cannot_be_saved_says_whether_it_was_refused_or_not_answered(
    refused: Callable[..., str],
) -> None:
    assert "refused its title and legend, with status 400" in refused("**/plate.svg*", status=400, body="no")
    assert "does not answer" in refused("**/plate.svg*")
    assert "picture" in refused("**/picture*.js")


@pytest.mark.browser
def test_no_picture_is_saved_of_a_moment_of_play_as_one_of_all_days(open_page: Callable[..., Any]) -> None:
    page = open_page("/graph")
    page.wait_for_selector("#canvas[data-drawn=yes]")
    page.click("[data-play=start]")
    page.locator("[data-play=start]", has_text="Stop").wait_for()
    page.click("text=PNG")

    page.locator("#sentence", has_text="Stop playing first").wait_for()
