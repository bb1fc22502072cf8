"""The console's hints: what a query names that the graph does not know, and nothing where all is spelt right."""

import pytest
from flask.testing import FlaskClient

from tests.web.test_cypher import at


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("MATCH (a:Actor) WHERE a.nmae = 'Hamas' RETURN a", "No node bears nmae; name?"),
        ("MATCH (a:Actor {contry: 'EGY'}) RETURN a", "No node bears contry; country?"),
        ("MATCH (a)-[r:DID]->(e) WHERE r.nmae = 1 RETURN e", "No node bears nmae; name?"),
        ("MATCH (e:Event) WHERE e.xyzzy = 1 RETURN e", "No node bears xyzzy."),
    ],
)
def test_a_misspelt_property_is_named_where_no_row_comes(client: FlaskClient, query: str, words: str) -> None:
    assert words in client.get(at(query)).get_data(as_text=True)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("MATCH (e:Evnt) RETURN e", "There is no label Evnt; did you mean Event (10 nodes)?"),
        ("MATCH (e:event) RETURN e", "There is no label event; did you mean Event (10 nodes)?"),
        ("MATCH (a:Actor)-[x:ACTED]->(b) RETURN a", "There is no type of relationship ACTED; did you mean ACTED_ON ("),
        ("MATCH (a:Actor) OPTIONAL MATCH (a)-[:DID|:DOES]->(e) RETURN a", "There is no type of relationship DOES"),
        ("MATCH (a:Actor) RETURN a.id AS id, a.nmae AS name", "No node bears nmae; name?"),
    ],
)
def test_a_name_that_the_graph_does_not_know_is_told_beside_the_result(
    client: FlaskClient, query: str, words: str
) -> None:
    assert words in client.get(at(query)).get_data(as_text=True)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a:Actor)-[:DID|TO|MEDIATED]-(e:Event) WHERE e:Event AND NOT e:Place RETURN a {.id, x: e.id} LIMIT 1",
        "MATCH (a:Actor) RETURN [x IN [1, 2] | x] AS list, {k: 'Foo'} AS map, [1, 2, 3][0..1] AS part LIMIT 1",
        "UNWIND [{a: 1}] AS row WITH row.a AS size RETURN CASE WHEN size > 0 THEN {b: size} ELSE {b: 1} END AS m",
    ],
)
def test_what_only_looks_like_a_label_gets_no_hint(client: FlaskClient, query: str) -> None:
    answer = client.get(at(query))
    assert answer.status_code == 200
    assert "There is no " not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a:Actor {name: 'Nobody'}) RETURN a",
        "MATCH (e:Event) WHERE e.first.year = 1900 RETURN {nmae: e.id} AS m",
        "MATCH (a:Actor)-[x:ACTED_ON {events: 99}]->() WHERE x.score > 5 AND a.id = 'a.nmae' RETURN a // a.nmae",
        "MATCH (e:Event) WHERE e.first > date.truncate('year', date('2030-01-01')) RETURN e",
        "MATCH (a)-[p:PART_OF]->() WHERE p.office = 'none' RETURN p",
        "MATCH (e:Event) WHERE e.first = date({year: 1900, month: 1, day: 1}) RETURN e",
        "UNWIND [{nmae: 'x'}] AS row WITH row, size(row.nmae) AS n MATCH (a:Actor {id: row.nmae}) RETURN a, n",
    ],
)
def test_what_is_spelt_right_gets_no_hint(client: FlaskClient, query: str) -> None:
    text = client.get(at(query)).get_data(as_text=True)

    assert "The query ran and gave no row." in text and "No node bears" not in text
