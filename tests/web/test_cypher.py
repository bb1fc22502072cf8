"""The console: results in every view, errors with their place, limits, and comforts in the browser."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from graph.model import Basis, Grain, When
from graph.queries import catalogue
from graph.settings import Settings
from web.examples import questions
from web.parameters import fields_of, parameter_names
from web.sketch import Dot, named_apart

NETWORK = "MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor) RETURN a, x, b ORDER BY a.id, b.id, x.type"


def at(query: str, path: str = "/cypher", **more: str) -> str:
    return f"{path}?{urlencode({'q': query, **more})}"


def test_a_result_is_a_table_whose_nodes_lead_to_their_pages(client: FlaskClient) -> None:
    text = client.get(at("MATCH (a:Actor {id: 'hamas'}) RETURN a, 1 AS one")).get_data(as_text=True)

    assert '<td class="node"><a href="/actor/hamas">Hamas</a></td>' in text
    assert '<td class="number">1</td>' in text


def test_rows_travel_as_json(client: FlaskClient, patient_settings: Settings) -> None:
    found = client.get(at("UNWIND [1, 2] AS n RETURN n", "/cypher.json")).get_json()

    assert found["columns"] == ["n"]
    assert found["rows"] == [{"n": 1}, {"n": 2}]
    assert found["limits"] == {"rows": 1000, "seconds": patient_settings.query_seconds}
    assert found["is_cut"] is False


def test_formulas_in_a_csv_are_defused_and_numbers_stay_numbers(client: FlaskClient) -> None:
    answer = client.get(at("RETURN '=1+1' AS t, -2 AS n, ['a'] AS list, null AS none", "/cypher.csv"))
    rows = list(csv.reader(io.StringIO(answer.get_data(as_text=True))))

    assert rows == [["t", "n", "list", "none"], ["'=1+1", "-2", '["a"]', ""]]
    assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("name", [one.name for one in questions({})])
def test_every_question_runs_with_its_examples(client: FlaskClient, name: str) -> None:
    query = catalogue()[name]
    values = {f"p.{key}": json.dumps(value) for key, value in query.examples.items()}
    answer = client.get(at(query.text, "/cypher.json", **values))

    assert answer.status_code == 200, answer.get_json()


def test_no_question_pairs_an_actor_with_itself(world: Any, client_of: Callable[[Any], FlaskClient]) -> None:
    sunday = date(2019, 8, 25)
    when = When(sunday, sunday, Grain.DAY, Basis.STATED, "2019-08-25")
    world.say("a2", "e11", "Hamas attacked Hamas.", "ASSAULT", "hamas", "hamas", when)
    client, found = client_of(world), []
    for name in ("ask_hostile_pairs", "ask_network"):
        query = catalogue()[name]
        values = {f"p.{key}": json.dumps(value) for key, value in query.examples.items()}
        found += client.get(at(query.text, "/cypher.csv", **values)).get_data(as_text=True).splitlines()
    ways = [row[:3:2] if len(row) == 3 else row[:2] for row in csv.reader(found)]

    assert ["Hamas", "Israel"] in ways
    assert [way for way in ways if way[0] == way[1]] == []


def test_a_question_says_what_its_columns_hold(client: FlaskClient) -> None:
    query = catalogue()["ask_hostile_pairs"]
    values = {f"p.{key}": json.dumps(value) for key, value in query.examples.items()}
    text = client.get(at(query.text, **values)).get_data(as_text=True)

    assert f"<dt><code>score</code></dt><dd>{query.meanings['score'].replace(chr(39), '&#39;')}</dd>" in text
    assert "What the columns hold" not in client.get(at("RETURN 1 AS score")).get_data(as_text=True)


def test_parameters_get_a_form_and_travel_in_the_address(client: FlaskClient) -> None:
    query = "MATCH (a:Actor {id: $id}) RETURN a.name AS name"
    page = client.get(at(query)).get_data(as_text=True)
    found = client.get(at(query, "/cypher.json", **{"p.id": "hamas"})).get_json()

    assert 'name="p.id"' in page
    assert "$id has no value" in page
    assert found["rows"] == [{"name": "Hamas"}]


def test_parameters_in_texts_and_comments_are_none() -> None:
    assert parameter_names("// $a\nRETURN '$b', \"$c\", `$d`, $e /* $f */, $e") == ("e",)


def test_a_parameter_knows_what_its_query_says_of_it() -> None:
    (field,) = fields_of("RETURN $a", {"a": "3"}, {"a": "a number"})

    assert (field.text, field.about, field.is_missing) == ("3", "a number", False)


def test_an_error_names_line_and_column_and_keeps_the_query(client: FlaskClient) -> None:
    query = "MATCH (n:Actor)\nRETUN n"
    answer = client.get(at(query))
    text = answer.get_data(as_text=True)
    error = client.get(at(query, "/cypher.json")).get_json()["error"]

    assert answer.status_code == 400
    assert (error["line"], error["column"]) == (2, 1)
    assert error["place"] == "RETUN n\n^"
    assert 'data-line="2" data-column="1"' in text
    assert "\nMATCH (n:Actor)\nRETUN n</textarea>" in text


def test_a_question_in_plain_english_is_told_to_be_no_cypher(client: FlaskClient) -> None:
    answer = client.get(at("Who attacked whom?"))
    text = answer.get_data(as_text=True)

    assert answer.status_code == 400
    assert "This does not read as Cypher" in text and "refused" not in text


def test_a_node_has_a_column_for_each_property_in_a_csv(client: FlaskClient) -> None:
    query = "MATCH (e:Event {id: 'e2'})-[x:TO]->(b:Actor) OPTIONAL MATCH (e)-[:AT]->(p:Place) RETURN e, x, b, p"
    (row,) = csv.DictReader(io.StringIO(client.get(at(query, "/cypher.csv")).get_data(as_text=True)))
    assert (row["e.labels"], row["e.id"], row["e.first"], row["b.id"]) == ("Event", "e2", "2019-08-26", "hamas")
    assert (row["x.relationship"], row["x.to"], row["p"]) == ("TO", "hamas", "")
    mixed = client.get(at("MATCH (e:Event {id: 'e2'}) UNWIND [e, 1] AS v RETURN v", "/cypher.csv"))
    assert mixed.get_data(as_text=True).startswith("v\r\n")
    named = client.get(at("MATCH (e:Event {id: 'e2'}) RETURN e, 1 AS `e.id`", "/cypher.csv")).get_data(as_text=True)
    (row,) = csv.DictReader(io.StringIO(named))
    assert (row["`e.id`"], row["e.id"]) == ("e2", "1")


def test_running_again_keeps_the_view_that_was_chosen(client: FlaskClient) -> None:
    hidden = '<input type="hidden" name="view" value="graph">'
    query = "MATCH (a:Actor) RETURN a"
    assert hidden in client.get(at(query, view="graph")).get_data(as_text=True)
    assert hidden not in client.get(at(query)).get_data(as_text=True)
    assert "Planned, not run" in client.get(f"{at(query)}&view=plan&view=graph").get_data(as_text=True)


@pytest.mark.parametrize(
    ("query", "clause"),
    [
        ("CREATE (n:Actor) RETURN n", "CREATE"),
        ("MATCH (n:Actor) SET n.name = 'x' RETURN n", "SET"),
        ("MATCH (n) DETACH DELETE n", "DETACH"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD"),
    ],
)
def test_a_query_that_writes_is_refused_and_its_clause_named(client: FlaskClient, query: str, clause: str) -> None:
    for path in ("/cypher", "/cypher.json", "/cypher.csv"):
        answer = client.get(at(query, path))
        assert answer.status_code == 403
        assert clause in answer.get_data(as_text=True)


def test_a_result_is_cut_at_the_limit_and_says_so(client: FlaskClient) -> None:
    found = client.get(at("UNWIND range(1, 1500) AS n RETURN n", "/cypher.json")).get_json()
    text = client.get(at("UNWIND range(1, 1500) AS n RETURN n")).get_data(as_text=True)

    assert (len(found["rows"]), found["is_cut"]) == (1000, True)
    assert "Cut: the first 1,000 rows" in text


def test_nodes_open_as_a_graph_drawn_without_script(client: FlaskClient) -> None:
    text = client.get(at(NETWORK, view="graph")).get_data(as_text=True)

    assert text.count('class="dot actor"') == 5
    assert 'class="tie hostile"' in text and 'class="tie cooperative"' in text
    assert 'href="/graph?actors=' in text


def test_events_open_as_a_timeline_undated_ones_last(client: FlaskClient) -> None:
    text = client.get(at("MATCH (e:Event) RETURN e", view="timeline")).get_data(as_text=True)

    assert text.index("29 August 2019") < text.index("Sunday 25 August 2019") < text.index("day not known")


def test_a_result_says_how_many_events_and_actors_it_leaves_out(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.cypher.MOST_LISTED", 2)
    monkeypatch.setattr("web.cypher.MOST_ACTORS", 3)

    assert "Showing the latest 2 of 10 events." in client.get(at("MATCH (e:Event) RETURN e", view="timeline")).text
    assert "Open the first 3 of 5 actors in the graph" in client.get(at(NETWORK, view="graph")).text


@pytest.mark.parametrize("path", ["/cypher", "/cypher.json", "/cypher.csv"])
def test_a_query_that_is_too_long_is_named_not_cut(client: FlaskClient, path: str) -> None:
    answer = client.get(at(f"RETURN 1 AS one // {'x' * 20_000}", path))

    assert answer.status_code == 400
    assert "a query of 20,019 characters is too long; at most 20,000 are read" in answer.text


def test_a_plan_is_shown_without_running(client: FlaskClient) -> None:
    answer = client.get(at(NETWORK, view="plan"))

    assert answer.status_code == 200
    assert "Planned, not run" in answer.get_data(as_text=True)
    assert "gives no plan" not in answer.get_data(as_text=True)


def test_an_error_in_a_plan_counts_from_the_query_itself(client: FlaskClient) -> None:
    text = client.get(at("MATCH (n) RETUN n", view="plan")).get_data(as_text=True)

    assert 'data-line="1" data-column="11"' in text


def test_an_unknown_view_is_named(client: FlaskClient) -> None:
    assert client.get("/cypher?view=cake").status_code == 400


HOSTILE = (
    "RETURN '</textarea><script>alert(1)</script>' AS `<img src=x onerror=alert(1)>`",
    "RETURN '\"><svg onload=alert(1)>' AS t",
    "</textarea><script>alert(1)</script>",
)


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("view", ["table", "json", "graph"])
def test_hostile_queries_and_results_are_text(client: FlaskClient, query: str, view: str) -> None:
    text = client.get(at(query, view=view)).get_data(as_text=True)

    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "<svg onload" not in text


def test_the_schema_stands_beside_with_counts(client: FlaskClient) -> None:
    text = client.get("/cypher").get_data(as_text=True)

    assert '<code>:Event</code><span class="number">10</span>' in text
    assert "(:Actor)-[:ACTED_ON]-&gt;(:Actor)" in text


@pytest.mark.parametrize("depth", [60, 4000])
def test_a_value_nested_too_deep_is_named(client: FlaskClient, depth: int) -> None:
    deep = "[" * depth + "]" * depth
    answer = client.get(at("RETURN $deep AS n", "/cypher.json", **{"p.deep": deep}))

    assert answer.status_code == 400
    assert "$deep is nested more than 50 deep" in answer.get_json()["error"]["problem"]


def test_names_of_a_sketch_stand_above_where_there_is_no_room_below() -> None:
    def dot(id_: str, x: float, y: float) -> Dot:
        return Dot(id_, x, y, "Actor", "A long name", "A long name", "", "middle")

    found = {one.id: one for one in named_apart([dot("a", 300, 200), dot("b", 340, 200), dot("c", 320, 200)])}
    assert [found[id_].name for id_ in "abc"] == ["A long name", "A long name", ""]
    assert (found["a"].is_above, found["b"].is_above) == (False, True)
    assert found["b"].name_y < 200 < found["a"].name_y


def test_nodes_that_come_without_relationships_are_drawn_joined(client: FlaskClient) -> None:
    def drawn(query: str) -> tuple[int, bool]:
        text = client.get("/cypher", query_string={"q": query, "view": "graph"}).get_data(as_text=True)
        return text.count('<line class="tie'), "drawn are those the graph holds between its nodes" in text

    assert drawn("MATCH (a:Actor)-[:DID]->(e:Event {id: 'e2'})-[:TO]->(b:Actor) RETURN a, e, b") == (2, True)
    assert drawn("MATCH (e:Event {id: 'e1'})-[:AT]->(p) RETURN e, p") == (1, True)
    assert drawn("MATCH (a:Actor) WHERE a.id IN ['egypt', 'israel', 'un'] RETURN a") == (2, True)
    assert drawn("MATCH (a:Actor {id: 'israel'})-[x:ACTED_ON {type: 'ACCUSE'}]->(b) RETURN a, x, b") == (1, False)
    assert drawn("MATCH (n:Article) RETURN n") == (0, False)


def test_a_day_stands_on_one_line(client: FlaskClient) -> None:
    query = "MATCH (e:Event {id: 'e2'}) RETURN e.first AS day, e.key AS key"
    text = client.get("/cypher", query_string={"q": query}).get_data(as_text=True)
    assert '<td class="day">2019-08-26</td>' in text and '<td class="text">2019-08-26/e2</td>' in text
