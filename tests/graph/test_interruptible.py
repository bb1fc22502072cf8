"""Loops that Neo4j can end: which are written anew, and that they answer the same."""

from typing import Any

import pytest

from graph.console import Console
from graph.errors import QueryError
from graph.interruptible import LOOK, LOOK_END, SHORT_STEPS, check_ranges, interruptible
from graph.store import Store

LONG = "toInteger('30')"


def marked(text: str, **parameters: Any) -> str:
    """Give a statement as it is sent, with short marks where a body begins and ends."""
    return interruptible(text, parameters).replace(LOOK, "<<").replace(LOOK_END, ">>")


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("RETURN reduce(s = 0, x IN xs | s + x) AS n", "RETURN reduce(s = 0, x IN xs |<< s + x>>) AS n"),
        ("RETURN [x IN xs WHERE x > 1 | x + 1] AS n", "RETURN [x IN xs WHERE<< x > 1 >>| x + 1] AS n"),
        ("RETURN [x IN xs | x.name] AS n", "RETURN [x IN xs |<< x.name>>] AS n"),
        (
            "RETURN [a IN nodes(p) | reduce(s = 0, x IN a.xs | s + x)] AS n",
            "RETURN [a IN nodes(p) | reduce(s = 0, x IN a.xs |<< s + x>>)] AS n",
        ),
        (
            "RETURN all(x IN xs WHERE any(y IN ys WHERE x = y)) AS n",
            "RETURN all(x IN xs WHERE<< any(y IN ys WHERE<< x = y>>)>>) AS n",
        ),
        ("RETURN all(x IN xs WHERE x IN ys) AS n", "RETURN all(x IN xs WHERE<< x IN ys>>) AS n"),
        ("RETURN [i IN range(0, $n) | i] AS n", "RETURN [i IN range(0, $n) |<< i>>] AS n"),
        ("RETURN [x IN xs // every one\n | x] AS n", "RETURN [x IN xs // every one\n |<< x>>] AS n"),
        ("RETURN [n IN ns WHERE n:A|B AND n.x | n.y] AS n", "RETURN [n IN ns WHERE<< n:A|B AND n.x >>| n.y] AS n"),
        ("RETURN [n IN ns WHERE n:A|B|C | n.y] AS n", "RETURN [n IN ns WHERE<< n:A|B|C >>| n.y] AS n"),
        ("RETURN [n IN ns WHERE n:A | n AND y] AS n", "RETURN [n IN ns WHERE<< n:A >>| n AND y] AS n"),
        (
            "RETURN [n IN ns WHERE n:A | CASE WHEN n:B|C THEN 1 END] AS n",
            "RETURN [n IN ns WHERE<< n:A >>| CASE WHEN n:B|C THEN 1 END] AS n",
        ),
        (
            "RETURN reduce(s = 0, n IN ns | s + CASE WHEN n:A|B THEN 1 END) AS n",
            "RETURN reduce(s = 0, n IN ns |<< s + CASE WHEN n:A|B THEN 1 END>>) AS n",
        ),
        (
            "RETURN [n IN ns | any(m IN ms WHERE m:A|B)] AS n",
            "RETURN [n IN ns |<< any(m IN ms WHERE<< m:A|B>>)>>] AS n",
        ),
        ("RETURN [`a b` IN xs | `a b`] AS n", "RETURN [`a b` IN xs |<< `a b`>>] AS n"),
    ],
)
def test_a_loop_that_may_be_long_listens_in_every_step(text: str, sent: str) -> None:
    assert marked(text, n=SHORT_STEPS) == sent


@pytest.mark.parametrize(
    "text",
    [
        "MATCH p = (a)-[*..4]-(b) WHERE all(r IN relationships(p) WHERE r.sign = 'hostile') RETURN p",
        "MATCH (a)-[rs*..4]-(b) WHERE none(r IN rs WHERE type(r) IN ['NEAR', $other]) RETURN a",
        "MATCH p = (a)-[*..4]-(b) RETURN [n IN nodes(p) | n.name] AS names",
        "MATCH (n) WHERE n.name IN $names AND (n.kind IN ['person'] OR n.x IN n.xs) RETURN n",
        "MATCH (n) WITH n, n.x IN $names AS is_named WHERE is_named RETURN [(n)--(m) WHERE m.x IN n.xs | m.x] AS xs",
        "RETURN [x IN range(1, 100) | x] AS xs, [y IN [1, 2, 3] | y] AS ys, [z IN $names | z] AS zs, [x IN xs] AS xs",
        "RETURN '[x IN xs | x]' AS text, [`x IN xs | x`] AS name",
        "RETURN [x IN xs",
        "RETURN reduce(s = 0, x IN",
        "RETURN x IN xs | x)",
    ],
)
def test_what_is_short_is_no_loop_or_leads_the_way_to_paths_is_sent_as_it_is(text: str) -> None:
    assert interruptible(text, {"names": ["one", "two"], "other": "x"}) == text


@pytest.mark.parametrize(
    "text",
    [
        f"RETURN reduce(s = 0, x IN range(1, {LONG}) | s + reduce(t = 1, y IN range(x, {LONG}) | t + y)) AS answer",
        f"UNWIND range(1, {LONG}) AS i WITH collect(i) AS xs RETURN [x IN xs WHERE NOT x * 2 IN xs | -x] AS answer",
        f"RETURN [x IN [i IN range(1, {LONG}) | CASE i % 3 WHEN 0 THEN null ELSE i END] WHERE x > 5] AS answer",
        f"WITH [i IN range(1, {LONG}) | CASE i % 3 WHEN 0 THEN null ELSE i END] AS xs "
        "RETURN [any(x IN xs WHERE x < 0 OR x IN [-1] + xs), single(x IN xs WHERE x = 4)] AS answer",
        "OPTIONAL MATCH (n) WITH collect(n) AS ns RETURN [n IN ns WHERE n:Actor|Event | n.id] AS some, "
        "reduce(s = 0, n IN ns | s + CASE WHEN n:Actor|Event THEN 1 ELSE 0 END) AS answer",
        f"UNWIND range(1, {LONG}) AS i RETURN i % 2 AS odd, sum(reduce(s = 0, x IN range(1, i + 0) | s + x)) AS answer",
    ],
)
def test_the_answer_is_the_same(neo4j: Store, text: str) -> None:
    assert interruptible(text, {}) != text

    asked = Console(neo4j).ask(text).rows

    assert asked == neo4j.run(text)


def test_an_error_has_its_place_in_the_text_as_it_was_typed(neo4j: Store) -> None:
    with pytest.raises(QueryError) as raised:
        Console(neo4j).ask("RETURN [x IN split('a b', ' ') | x] AS list,\n  [y IN list | y + ] AS more")

    assert raised.value.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "UNWIND range(0, size($list) - 1) AS i RETURN i",
        "RETURN [i IN range(0, size($list) - 1) WHERE i > 2 | i] AS a, [i IN range(0, size($list))] AS b",
        "RETURN size(range(0, size($list))) AS n, 3 IN range(1, 10) AS is_in",
        "MATCH (a) WHERE a.range > 3 RETURN a.range AS range",
        "RETURN range(",
        "RETURN range",
    ],
)
def test_ranges_that_are_gone_through_or_short_pass(text: str) -> None:
    check_ranges(text, {"list": [1]}, 10.0)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN 3 IN range(0, size($list)) AS n",
        "WITH range(0, size($list)) AS xs RETURN xs",
        "RETURN range(1, 9999999999) = [1] AS n",
        "UNWIND range(0, size($list)) + 1 AS i RETURN i",
        "RETURN [3 IN range(0, size($list))] AS n",
        "RETURN [x IN $list WHERE x IN range(0, size($list)) | x] AS n",
        "RETURN size(range(0, size($list)) + 1) AS n",
        "RETURN x IN range(0, size($list))",
    ],
)
def test_other_ranges_are_refused_with_their_place(text: str) -> None:
    with pytest.raises(QueryError, match="a range whose length is not known") as raised:
        check_ranges(text, {"list": [1]}, 10.0)

    assert raised.value.line == 1 and raised.value.column == text.index("range(") + 1
