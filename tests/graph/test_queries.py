"""Every named query: its header is true, and both engines give the same rows for its examples."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.batch import Batch
from graph.model import Basis, Grain, Place, Report, Status, When
from graph.queries import FOLDER, QueryFileError, catalogue, queries, read_query
from graph.store import Store
from graph.write import write

GOOD = """// Events of a type.
// param $type   PLOVER type
// param $limit  most rows to return
// example $type = "AID"
// returns id, key
MATCH (e:Event {type: $type})
RETURN e.id AS id, e.key AS key
ORDER BY key
LIMIT $limit
"""
NAMES = sorted(path.stem for path in FOLDER.glob("*.cypher"))
# What the small graph of these tests has nothing of, or what a typed query alone makes sense of.
ENGINES_OWN = {"ingested", "element", "elements", "state", "changed"}
MAY_BE_EMPTY = {"ask_disputed_tolls", "merge_candidates"}


def read(text: str, tmp_path: Path) -> Any:
    """Read a query from a file of this text."""
    path = tmp_path / "some_query.cypher"
    path.write_text(text, "utf-8")
    return read_query(path)


def test_a_query_is_read_with_what_its_header_says(tmp_path: Path) -> None:
    query = read(GOOD, tmp_path)

    assert (query.name, query.title, query.columns) == ("some_query", "Events of a type.", ("id", "key"))
    assert query.parameters == {"type": "PLOVER type", "limit": "most rows to return"}
    assert query.examples == {"type": "AID"}
    assert query.text == GOOD


def test_a_column_may_say_what_it_holds_and_must_be_one(tmp_path: Path) -> None:
    said = GOOD.replace("// returns id, key\n", "// returns id, key\n// column key  the first day, then the id\n")

    assert read(said, tmp_path).meanings == {"key": "the first day, then the id"}
    with pytest.raises(QueryFileError, match="name is no column"):
        read(said.replace("column key", "column name"), tmp_path)


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("ask_")])
def test_a_question_explains_its_sums(name: str) -> None:
    query = catalogue()[name]
    sums = re.findall(r"\b(?:sum|count)\([^)]*\) AS (\w+)", query.text)
    assert set(sums) <= query.meanings.keys()


def test_an_example_may_be_a_day(tmp_path: Path) -> None:
    assert read(GOOD.replace('"AID"', "date(2019-08-25)"), tmp_path).examples == {"type": date(2019, 8, 25)}


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("// Events of a type.\n", "", 1, "no title"),
        ("// param $type   PLOVER type\n", "", 3, r"\$type is not in the header"),
        ("{type: $type}", "", 2, r"\$type is not in the query"),
        ("// param $type   PLOVER type", "// param type", 2, "cannot read 'param type'"),
        ('"AID"', "AID", 4, "the example 'AID' is not JSON"),
        ("id, key\nMATCH", "id, name\nMATCH", 5, "no column name"),
        ("// returns id, key\n", "", 4, "no columns"),
        ("ORDER BY key\n", "", 8, "no ORDER BY"),
        ("LIMIT $limit\n", "", 3, r"\$limit is not in the query"),
    ],
)
def test_a_header_that_does_not_fit_is_refused(old: str, new: str, line: int, problem: str, tmp_path: Path) -> None:
    with pytest.raises(QueryFileError, match=problem) as refused:
        read(GOOD.replace(old, new), tmp_path)

    assert refused.value.line == line
    assert str(refused.value).startswith(f"{tmp_path}/some_query.cypher, line {line}: ")


def test_a_query_without_a_limit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryFileError, match="no LIMIT after RETURN"):
        read(GOOD.replace("LIMIT $limit\n", "").replace("// param $limit  most rows to return\n", ""), tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_has_an_example(name: str) -> None:
    assert set(catalogue()[name].parameters) == set(catalogue()[name].examples)


def world(report: Callable[..., Report], batch: Callable[..., Batch]) -> Batch:
    """Give a graph in which every query finds something."""
    khan_yunis = Place("khan-yunis", "Khan Yunis", "PSE", 31.34, 34.3, "city")
    month = When(date(2019, 8, 1), date(2019, 8, 31), Grain.MONTH, Basis.STATED, "2019-08")
    year = When(date(2019, 1, 1), date(2019, 12, 31), Grain.YEAR, Basis.STATED, "2019")
    denied = report("e6", article="a3", status=Status.DENIED, when="", start=120)
    denied = replace(denied, speaker=denied.recipients[0])
    given = batch(
        (
            report("e1", killed=(1, 3), mediators=("egypt",)),
            report("e1-again", article="a2", killed=(8, 9)),
            report("e1-third", article="a3"),
        ),
        (report("e2", article="a2", mode="heavy-weapons", actors=("hamas",), recipients=("israel",), start=60),),
        (report("e3", type_="CONSULT", mode="visit", actors=("israel", "egypt"), recipients=("hamas",), start=120),),
        (
            report(
                "e4",
                article="a2",
                type_="AID",
                mode="",
                actors=("jordan",),
                recipients=("egypt",),
                when=month,
                start=120,
            ),
        ),
        (
            report(
                "e5", article="a3", type_="SANCTION", mode="", actors=("idf",), when=year, place=khan_yunis, start=60
            ),
        ),
        (denied,),
        (report("e7", article="a3", type_="THREATEN", mode="violence", start=180, when="2019-08-26"),),
        (report("e8", article="a3", status=Status.THREATENED, under="e7", start=180, when=month),),
        (report("e9", article="a3", type_="ACCUSE", mode="allege", actors=("egypt",), when="2019-07-02", start=240),),
    )
    parts = ((f"Gaza, part {place}", article) for place, article in enumerate(given.articles))
    titled = tuple(replace(article, title=title, text=f"{title}.") for title, article in parts)
    return replace(given, articles=titled, redirects={"e0": "e1"}, named={titled[0].id: ("Gaza Party",)})


@pytest.fixture(scope="module")
def filled(engine: Store) -> Callable[[Batch, Callable[[Store], None]], Store]:
    """Give what fills a store once for all queries."""
    done: list[Store] = []

    def fill(given: Batch, clear: Callable[[Store], None]) -> Store:
        if not done:
            clear(engine)
            write(engine, given)
            done.append(engine)
        return engine

    return fill


@pytest.mark.parametrize("name", NAMES)
def test_a_query_gives_the_columns_it_names(
    name: str,
    filled: Callable[..., Store],
    clear: Callable[[Store], None],
    report: Callable[..., Report],
    batch: Callable[..., Batch],
) -> None:
    store = filled(world(report, batch), clear)

    rows = store.run(queries()[name], catalogue()[name].examples)

    assert rows or name in MAY_BE_EMPTY
    assert {tuple(row) for row in rows} <= {catalogue()[name].columns}


def test_the_busiest_are_those_who_did_and_bore_most(
    filled: Callable[..., Store],
    clear: Callable[[Store], None],
    report: Callable[..., Report],
    batch: Callable[..., Batch],
) -> None:
    store = filled(world(report, batch), clear)
    acts: Counter[str] = Counter()
    pairs: Counter[tuple[str, str, str]] = Counter()
    assaults: Counter[str] = Counter()
    for edge in store.run(
        "MATCH (a:Actor)-[x:ACTED_ON]->(b:Actor) "
        "RETURN a.id AS a, b.id AS b, x.type AS type, x.quad AS quad, x.events AS events ORDER BY a, b, type LIMIT 1000"
    ):
        acts.update({edge["a"]: edge["events"], edge["b"]: edge["events"]})
        pairs[edge["a"], edge["b"], "cooperative" if edge["quad"] in ("VC", "MC") else "hostile"] += edge["events"]
        if edge["type"] == "ASSAULT":
            assaults.update({edge["a"]: edge["events"], edge["b"]: edge["events"]})
    busiest = sorted(acts.items(), key=lambda one: (-one[1], one[0]))
    everything: dict[str, Any] = {"types": [], "least": "000000001", "limit": 3}
    attacks: dict[str, Any] = {"types": ["ASSAULT"], "least": "000000001", "limit": 25}

    assert len(acts) > 3
    ranked = store.run(queries()["actors_busiest"], least="000000001", limit=3)
    assert [(row["id"], row["events"]) for row in ranked] == busiest[:3]
    assert [(row["id"], row["events"]) for row in store.run(queries()["graph_actors"], everything)] == busiest[:3]
    assert store.run(queries()["graph_actors_count"], types=[], limit=1) == [{"actors": len(acts)}]
    assert {row["id"]: row["events"] for row in store.run(queries()["graph_actors"], attacks)} == assaults
    assert store.run(queries()["graph_actors_count"], types=["ASSAULT"], limit=1) == [{"actors": len(assaults)}]
    assert [
        ((row["actor"], row["recipient"], row["sign"]), row["events"])
        for row in store.run(queries()["pairs_busiest"], least="000000001", limit=100)
    ] == sorted(pairs.items(), key=lambda one: (-one[1], one[0]))


@pytest.fixture(scope="module")
def both(embedded: Store, neo4j: Store) -> tuple[Store, Store]:
    """Give both engines."""
    return embedded, neo4j


@pytest.fixture(scope="module")
def once() -> list[bool]:
    """Remember whether both engines were filled."""
    return []


@pytest.mark.parametrize("name", NAMES)
def test_both_engines_give_the_same_rows(
    name: str,
    both: tuple[Store, Store],
    once: list[bool],
    clear: Callable[[Store], None],
    report: Callable[..., Report],
    batch: Callable[..., Batch],
) -> None:
    if not once:
        for store in both:
            clear(store)
            write(store, world(report, batch))
        once.append(True)

    here, there = (store.run(queries()[name], catalogue()[name].examples) for store in both)

    assert [portable(row) for row in here] == [portable(row) for row in there]


def portable(value: Any) -> Any:
    """Give a value without when articles came in, which differs by a second, and without the engines' own ids."""
    if isinstance(value, dict):
        return {key: portable(item) for key, item in value.items() if key not in ENGINES_OWN}
    return [portable(item) for item in value] if isinstance(value, list) else value


def test_the_latest_events_of_several_ties_come_with_one_query(
    store: Store, report: Callable[..., Report], batch: Callable[..., Batch]
) -> None:
    days = {"first": "2019-08-01", "second": "2019-08-02", "third": "2019-08-03", "undated": ""}
    struck = [(report(id_, when=when),) for id_, when in days.items()]
    back = report("back", actors=("hamas",), recipients=("israel",))
    met = report("met", type_="CONSULT", when="2019-08-09", actors=("israel", "egypt"))
    write(store, batch(*struck, (back,), (met,)))
    ties = ["israel~hamas~hostile", "hamas~israel~hostile", "egypt~hamas~cooperative", "jordan~hamas~hostile"]
    asked = catalogue()["ties_latest"].examples | {"actors": ["israel", "hamas", "egypt", "jordan"], "ties": ties}
    wide = asked | {"low": "0001-01-01", "high": "~", "last": "9999-12-31"}
    found = {row["tie"]: row["ids"] for row in store.run(queries()["ties_latest"], **wide)}
    assert found == {
        "israel~hamas~hostile": ["third", "second", "first"],
        "hamas~israel~hostile": ["back"],
        "egypt~hamas~cooperative": ["met"],
    }
    late = wide | {"low": "2019-08-03", "ties": ties[:1]}
    assert [row["ids"] for row in store.run(queries()["ties_latest"], **late)] == [["third", "undated"]]
