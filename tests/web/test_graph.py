"""The graph of actors: ties, cuts, windows, matrix, table, details."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from graph.model import UNKNOWN_TIME, Basis, Grain, Kind, When
from web.filters import Filters
from web.network import SHAPES, Node, sizes_of
from web.said import sentence_of
from web.ties import read_ties


def day(text: str) -> When:
    return When(date.fromisoformat(text), date.fromisoformat(text), Grain.DAY, Basis.STATED, text)


def network(client: FlaskClient, address: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(address).get_json()["network"]
    return found


def edges(client: FlaskClient, address: str) -> dict[str, int]:
    return {edge["id"]: edge["events"] for edge in network(client, address)["edges"]}


def test_an_edge_sums_one_direction_under_one_sign(client: FlaskClient) -> None:
    found = edges(client, "/graph.json")
    assert found["hamas~israel~hostile"] == 1
    assert found["israel~hamas~hostile"] == 3
    assert found["egypt~hamas~cooperative"] == 1


def test_hostility_is_dashed_and_said_in_a_label(client: FlaskClient) -> None:
    by_id = {edge["id"]: edge for edge in network(client, "/graph.json")["edges"]}
    hostile, friendly = by_id["israel~hamas~hostile"], by_id["egypt~hamas~cooperative"]
    assert hostile["dashes"] and hostile["label"] == "−3"
    assert not friendly["dashes"] and friendly["label"] == "+1"


def test_every_kind_of_actor_has_a_shape() -> None:
    assert SHAPES.keys() == set(Kind)
    assert SHAPES[Kind.MILITIA] == SHAPES[Kind.ARMED_GROUP] == SHAPES[Kind.REBEL_MOVEMENT]


def test_nothing_of_a_name_is_markup_and_physics_is_off(client: FlaskClient) -> None:
    found = network(client, "/graph.json")
    assert all("title" not in node for node in found["nodes"])
    assert found["options"]["physics"]["enabled"] is False
    assert all("x" in node and "y" in node for node in found["nodes"])


def test_the_network_travels_in_a_script_tag_of_json(client: FlaskClient) -> None:
    text = client.get("/graph").get_data(as_text=True)
    inside = text.split('<script type="application/json" id="network">')[1].split("</script>")[0]
    ids = json.loads(inside)["nodes"]["each"]["id"]
    assert set(ids) == {"israel", "hamas", "egypt", "un", "hostile"}


def test_a_graph_too_large_is_ranked_cut_and_says_so(client: FlaskClient) -> None:
    found = client.get("/graph.json?limit=2").get_json()
    assert {node["id"] for node in found["network"]["nodes"]} == {"israel", "hamas"}
    assert found["sentence"].startswith("Showing 2 of 5 actors, ranked by events")


def test_actors_that_are_not_drawn_are_counted(client: FlaskClient) -> None:
    found = client.get("/graph.json?from=2019-08-26&to=2019-08-26").get_json()
    assert found["sentence"].startswith("2 of 5 actors, 1 tie")
    assert found["remarks"][0].startswith("3 actors have no tie under these filters")


def test_a_window_counts_only_events_known_to_lie_in_it(client: FlaskClient) -> None:
    found = edges(client, "/graph.json?from=2019-08-26&to=2019-08-26")
    assert found == {"israel~hamas~hostile": 2}


def test_events_possibly_in_the_window_are_counted_apart(client: FlaskClient) -> None:
    remarks = client.get("/graph.json?from=2019-08-26&to=2019-08-28").get_json()["remarks"]
    assert "1 event possibly in this window, left out: its date does not say." in remarks
    of_israel = client.get("/graph.json?from=2019-08-26&to=2019-08-28&actors=israel").get_json()["remarks"]
    assert not any("possibly" in remark for remark in of_israel)
    whole = client.get("/graph.json?from=2019-08&to=2019-08").get_json()
    assert "un~hamas~cooperative" in {edge["id"] for edge in whole["network"]["edges"]}


def test_actors_keep_their_places_while_the_window_moves(client: FlaskClient) -> None:
    def places(address: str) -> dict[str, tuple[float, float]]:
        return {node["id"]: (node["x"], node["y"]) for node in network(client, address)["nodes"]}

    whole, part = places("/graph.json"), places("/graph.json?from=2019-08-26&to=2019-08-27")
    assert part
    assert all(whole[id_] == place for id_, place in part.items())


def test_sign_type_actor_and_sources_narrow_the_graph(client: FlaskClient) -> None:
    assert set(edges(client, "/graph.json?sign=cooperative&actors=egypt")) == {
        "egypt~hamas~cooperative",
        "egypt~israel~cooperative",
        "egypt~un~cooperative",
    }
    assert set(edges(client, "/graph.json?type=AID")) == {"un~hamas~cooperative"}
    assert set(edges(client, "/graph.json?sources=2")) == {"hamas~israel~hostile"}
    assert set(edges(client, "/graph.json?place=gaza")) == {"hamas~israel~hostile"}


def test_what_was_only_threatened_is_drawn_when_asked_for(client: FlaskClient) -> None:
    assert edges(client, "/graph.json?status=threatened") == {"israel~hamas~hostile": 1}


def test_the_series_says_when_each_tie_has_events(client: FlaskClient) -> None:
    found = client.get("/graph/series.json").get_json()
    days = [found["bins"][place] for place in found["ties"]["israel~hamas~hostile"]]
    assert "2019-08-26" in days


def test_matrix_and_table_say_what_the_picture_says(client: FlaskClient) -> None:
    matrix = client.get("/graph?view=matrix").get_data(as_text=True)
    assert "−3" in matrix
    rows = client.get("/graph.json?view=table").get_json()["rows"]
    assert sum(row["events"] for row in rows) == sum(edges(client, "/graph.json").values())


def test_the_bars_below_the_graph_count_the_events_under_its_filters_and_say_so(client: FlaskClient) -> None:
    everything, some = (client.get(f"/graph.json{query}").get_json() for query in ("", "?actors=egypt"))

    totals = [sum(bar["total"] for bar in page["histogram"]["bars"]) for page in (everything, some)]
    assert totals[0] > totals[1] > 0
    assert (everything["bars_remark"], some["bars_remark"]) == ("", "Bars count the events under the filters.")
    assert all(bar["href"].startswith("/graph?actors=egypt&from=") for bar in some["histogram"]["bars"])


def test_an_empty_choice_says_what_to_do(client: FlaskClient) -> None:
    assert "Take a filter away" in client.get("/graph?type=PROTEST").get_data(as_text=True)


def test_a_graph_without_actors_brings_no_script_for_a_picture(client: FlaskClient) -> None:
    empty = client.get("/graph?actors=nobody").get_data(as_text=True)
    assert "No two actors acted on each other" in empty
    assert 'id="network"' not in empty
    assert "vis-network" not in empty


def test_of_many_ties_the_strongest_are_kept_and_counted(app: Flask) -> None:
    with app.test_request_context():
        whole = read_ties(Filters(), 300)
        some = read_ties(Filters(), 300, most_ties=2)
        told = sentence_of(some, 5)

    assert some.shown == whole.shown[:2]
    assert [tie.events for tie in whole.shown] == sorted((tie.events for tie in whole.shown), reverse=True)
    assert told == "5 actors, the 2 strongest ties."


def test_an_actor_with_more_ties_than_are_listed_leads_to_all_of_them(
    client: FlaskClient, client_of: Callable[[Any], FlaskClient], world: Any
) -> None:
    for number in range(12):
        world.actor(f"n{number}", f"Neighbour {number}", "country")
        world.say("a1", f"more{number}", f"Egypt met {number}.", "CONSULT", "egypt", f"n{number}", day("2019-08-27"))
    crowded = client_of(world)
    found = crowded.get("/graph/selection.json?sel=actor:egypt&from=2019-08-01").get_json()
    rest = dict(found["links"])["All its ties, in a table"]

    assert found["remark"].startswith("10 of 14 ties")
    assert rest == "/graph?actors=egypt&from=2019-08-01&view=table"
    assert len(crowded.get(rest.replace("/graph", "/graph.json", 1)).get_json()["rows"]) == 14
    few = client.get("/graph/selection.json?sel=actor:egypt").get_json()
    assert "All its ties, in a table" not in dict(few["links"])


def test_ids_that_nobody_bears_are_named_in_the_json_of_every_page_with_filters_and_files(
    client: FlaskClient,
) -> None:
    for path in ("/graph.json", "/graph/compare.json", "/timeline.json", "/index.json"):
        found = client.get(f"{path}?actors=nobody,hamas").get_json()["unknown"]
        assert [(one["kind"], one["id"]) for one in found] == [("actor", "nobody")], path
        assert client.get(path).get_json()["unknown"] == []
    for kind in ("gexf", "graphml", "html"):
        assert "“nobody”" in client.get(f"/graph.{kind}?actors=nobody,hamas").text, kind


def test_the_page_says_that_ties_add_up_to_more_than_the_events(client: FlaskClient) -> None:
    assert any(remark.startswith("Ties count events") for remark in client.get("/graph.json").get_json()["remarks"])
    assert "Ties count events" in client.get("/graph").get_data(as_text=True)


def test_the_marks_of_actors_grow_with_their_acts_but_never_over_their_neighbours() -> None:
    def sizes(*acts: int) -> list[float]:
        return list(sizes_of([Node(str(one), "", "", "", one, 0, 0, 0) for one in acts]).values())

    assert sizes() == []
    few, many = sizes(1, 3, 24), sizes(1, 40, 30_000)
    assert few[0] < few[1] < few[2] < 30
    assert many[0] < many[1] < many[2] == 34


def test_two_actors_whom_no_path_joins_lead_to_no_graph_of_their_paths(client: FlaskClient) -> None:
    joined = client.get("/graph/selection.json?sel=path:egypt~un").get_json()
    apart = client.get("/graph/selection.json?sel=path:hostile~un&type=SUPPORT").get_json()

    assert "All of them in the graph" in dict(joined["links"])
    assert list(dict(apart["links"])) == ["What passed between the two"]


def test_partners_that_are_added_are_as_large_as_the_pictures_actors_of_as_many_acts(
    client_of: Callable[[Any], FlaskClient], world: Any
) -> None:
    for number in range(400):
        world.say("a1", f"n{number}", "They fired.", "ASSAULT", "hamas", "israel", UNKNOWN_TIME)
    client = client_of(world)
    nodes = client.get("/graph.json").get_json()["network"]["nodes"]
    sizes = {node["acts"]: node["size"] for node in nodes}
    path = f"/graph/neighbours.json?id=un&most={nodes[0]['acts']}"
    added = client.get(path).get_json()["nodes"]

    assert nodes[0]["acts"] == max(sizes) > 400
    assert added and all(sizes.get(node["acts"], node["size"]) == node["size"] for node in added)
    assert any(node["acts"] in sizes for node in added)
    assert [node["size"] for node in client.get("/graph/neighbours.json?id=un").get_json()["nodes"]] != [
        node["size"] for node in added
    ]
    assert client.get("/graph/neighbours.json?id=un&most=x").status_code == 400
