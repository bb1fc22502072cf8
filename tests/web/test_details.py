"""What opens beside the graph: ties with their events, actors with their partners, paths."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask.testing import FlaskClient

from graph.model import UNKNOWN_TIME, Basis, Grain, When


def day(text: str) -> When:
    return When(date.fromisoformat(text), date.fromisoformat(text), Grain.DAY, Basis.STATED, text)


def test_an_edge_opens_onto_its_events_and_their_sentences(client: FlaskClient) -> None:
    found = client.get("/graph/selection.json?sel=tie:hamas~israel~hostile").get_json()
    assert found["title"] == "Hamas → Israel"
    quotes = found["events"][0]["quotes"]
    assert [quote["text"] for quote in quotes] == [
        "Hamas fired rockets at Israel.",
        "Rockets from Hamas hit Israel on Sunday.",
    ]
    assert quotes[0]["href"] == "/article/a1#s0"


def test_the_details_of_a_tie_are_the_events_it_counts(client: FlaskClient) -> None:
    found = client.get("/graph/selection.json?sel=tie:israel~hamas~hostile").get_json()
    assert len(found["events"]) == 3


def test_the_events_of_a_tie_come_latest_first_and_those_without_a_day_last(
    world: Any, client_of: Callable[[Any], FlaskClient]
) -> None:
    for number in range(22):
        when = UNKNOWN_TIME if number < 2 else day(f"2019-07-{number:02}")
        world.say("a1", f"x{number}", "Egypt aided the UN.", "AID", "egypt", "un", when)
    client = client_of(world)
    cut = client.get("/graph/selection.json?sel=tie:egypt~un~cooperative").get_json()
    assert [event["id"] for event in cut["events"]] == [f"x{number}" for number in range(21, 1, -1)]
    assert cut["remark"] == "The latest 20 events; there are more."
    few = client.get(
        "/graph/selection.json?type=AID&type=SUPPORT&from=2019-07-20&sel=tie:egypt~un~cooperative"
    ).get_json()
    assert few["remark"] == "2 events, the latest first."
    some = client.get("/graph/selection.json?type=SUPPORT&sel=tie:egypt~un~cooperative").get_json()
    assert some["remark"] == "1 event, none with a date."


def test_undated_events_of_a_tie_are_said_to_stand_last(world: Any, client_of: Callable[[Any], FlaskClient]) -> None:
    world.say("a1", "x1", "Egypt aided the UN.", "AID", "egypt", "un", day("2019-07-01"))
    client = client_of(world)
    found = client.get("/graph/selection.json?sel=tie:egypt~un~cooperative").get_json()
    assert [event["id"] for event in found["events"]] == ["x1", "e8"]
    assert found["remark"] == "2 events, the latest first. 1 without a date stands last."
    way = client.get("/graph/selection.json?sel=path:egypt~un").get_json()["paths"][0]
    assert [event["id"] for event in way["steps"][0]["events"]] == ["x1", "e8"]


def test_an_actor_opens_onto_its_ties_without_javascript_too(client: FlaskClient) -> None:
    text = client.get("/graph?sel=actor:un").get_data(as_text=True)
    assert "United Nations → Hamas" in text and "/actor/un" in text


def test_paths_lead_over_the_whole_graph_with_the_sentences_of_each_step(client: FlaskClient) -> None:
    found = client.get("/graph/selection.json?limit=1&actors=israel&sel=path:un~israel").get_json()
    ways = [[id_ for id_, _, _ in path["actors"]] for path in found["paths"]]
    assert sorted(ways) == [["un", "egypt", "israel"], ["un", "hamas", "israel"]]
    assert found["remark"].startswith("United Nations and Israel are joined in 2 steps, through 2 actors: 2 shortest")
    steps = next(path["steps"] for path in found["paths"] if path["actors"][1][0] == "egypt")
    assert [step["title"] for step in steps] == ["United Nations and Egypt", "Egypt and Israel"]
    assert [event["quotes"][0]["text"] for step in steps for event in step["events"]] == [
        "Egypt backed the UN.",
        "Egypt met Israel.",
    ]


def test_paths_keep_to_the_filters_and_say_where_there_is_none(client: FlaskClient) -> None:
    found = client.get("/graph/selection.json?sign=cooperative&from=2019-08-27&sel=path:egypt~israel").get_json()
    assert found["remark"] == "Egypt acted on Israel directly, and nothing is told the other way round."
    found = client.get("/graph/selection.json?type=ASSAULT&sel=path:un~israel").get_json()
    assert found["paths"] == [] and found["remark"].startswith("No path of up to 6 steps")


def test_a_direct_way_says_which_side_acted_and_is_headed_once(client: FlaskClient) -> None:
    for way in ("hamas~un", "un~hamas"):
        found = client.get(f"/graph/selection.json?sel=path:{way}").get_json()
        assert found["remark"] == "United Nations acted on Hamas directly, and nothing is told the other way round."
    text = client.get("/graph?sel=path:israel~hamas").get_data(as_text=True)
    panel = text[text.index('id="details"') :]
    assert "Israel and Hamas acted on each other directly." in panel
    assert panel.count(">Israel and Hamas<") == 1 and 'class="way' not in panel
    assert 'href="/actor/hamas">Hamas</a>' in panel


def test_paths_stand_on_the_page_without_javascript_too(client: FlaskClient) -> None:
    text = client.get("/graph?sel=path:un~israel").get_data(as_text=True)
    assert "Egypt met Israel." in text
    assert "/graph?sel=path%3Aun~israel" in client.get("/pair/un/israel").get_data(as_text=True)


def test_a_selection_of_nobody_is_not_found_and_a_malformed_one_is_named(client: FlaskClient) -> None:
    assert client.get("/graph/selection.json?sel=actor:nobody").status_code == 404
    assert client.get("/graph/selection.json?sel=path:un~nobody").status_code == 404
    assert client.get("/graph/selection.json?sel=path:un").status_code == 400
    assert client.get("/graph/selection.json?sel=planet:mars").status_code == 400
    assert client.get("/graph/neighbours.json?id=nobody").status_code == 404


def test_partners_come_ranked_with_a_sentence_that_counts_them(client: FlaskClient) -> None:
    found = client.get("/graph/neighbours.json?id=israel").get_json()
    assert found["nodes"][0]["id"] == "hamas"
    assert found["sentence"] == "3 of 3 partners of Israel, the strongest first."
    assert found["already"] == "All 3 partners of Israel are shown already."
