"""Merging with what the graph knows: article after article, and the same article again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from graph.batch import Batch
from graph.model import Article, Report
from graph.settings import Settings
from graph.store import Store, open_store
from graph.write import withdraw, write
from ingest.merge import candidates, merge
from tests.ingest.blasts import ACTORS, day, other

EMPTY = ("MATCH ()-[r]->() DELETE r", "MATCH (n) DELETE n")
MEMBERS = "MATCH (r:Report)-[:OF]->(e:Event) RETURN e.id AS event, r.id AS report ORDER BY event, report LIMIT 99"
DAYS = {"a": date(2018, 5, 7), "b": date(2018, 5, 8), "c": date(2018, 5, 9)}


def told(id_: str, article: str, *, on: str = "2018-05-06", mode: str = "aerial") -> Report:
    """Tell a deed of May 2018."""
    return other(id_, article=article, start=0, when=day(on), mode=mode)


ARTICLES = {
    "a": (told("a1", "a"), replace(told("a2", "a", on="2018-04-30"), start=60, end=99)),
    "b": (told("b1", "b"),),
    "c": (told("c1", "c", mode="drone"), replace(told("c2", "c", mode="abduct"), start=60, end=99)),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store on the embedded engine."""
    with open_store(Settings(data=tmp_path_factory.mktemp("data"))) as store:
        yield store


@pytest.fixture
def store(opened: Store) -> Store:
    """Give a store with nothing in it."""
    for statement in EMPTY:
        opened.write(lambda work, statement=statement: work.run(statement))  # type: ignore[misc]
    return opened


def bring(store: Store, article: str, reports: tuple[Report, ...]) -> None:
    """Merge an article's reports with what the graph knows and write them."""
    articles = {article: Article(article, article, "", DAYS[article], source=article, sha256=article)}
    known = candidates(store, reports, replaced=articles)
    found = merge(reports, known, articles, actors=ACTORS)
    write(
        store,
        Batch(
            articles=tuple(articles.values()),
            actors={article: tuple(ACTORS.values())},
            reports=reports,
            events=found.events,
            links=found.links,
            redirects=found.redirects,
        ),
    )


def events(store: Store) -> dict[str, list[str]]:
    """Give the reports of each event."""
    found: dict[str, list[str]] = {}
    for row in store.run(MEMBERS):
        found.setdefault(row["event"], []).append(row["report"])
    return found


@pytest.mark.parametrize("order", list(permutations("abc")), ids="".join)
def test_articles_make_the_same_events_in_any_order(store: Store, order: tuple[str, ...]) -> None:
    for article in order:
        bring(store, article, ARTICLES[article])

    assert sorted(events(store).values()) == [["a1", "b1", "c1"], ["a2"], ["c2"]]


def test_all_events_of_a_day_are_read_however_many_they_are(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.merge.CANDIDATES_A_PAGE", 2)
    modes = ("abduct", "beat", "sexual", "torture", "wound")
    bring(store, "a", tuple(replace(told(f"a{i}", "a", mode=mode), start=60 * i) for i, mode in enumerate(modes)))

    found = candidates(store, [told("b1", "b")])

    assert sorted(found.reports) == ["a0", "a1", "a2", "a3", "a4"]


def test_an_article_again_changes_nothing(store: Store) -> None:
    for article in "bac":
        bring(store, article, ARTICLES[article])
    before = events(store)

    for article in "abc":
        bring(store, article, ARTICLES[article])

    assert events(store) == before
    assert before["b1"] == ["a1", "b1", "c1"], "the event keeps the id of the report that came in first"


def test_a_kind_put_in_by_hand_ends_no_merging(store: Store) -> None:
    bring(store, "a", ARTICLES["a"])
    store.write(lambda work: work.run("MATCH (a:Actor {id: 'taliban'}) SET a.kind = 'coalition of the willing'"))

    bring(store, "b", ARTICLES["b"])

    assert sorted(events(store).values()) == [["a1", "b1"], ["a2"]]


def test_an_event_keeps_its_id_though_its_first_report_is_withdrawn(store: Store) -> None:
    for article in "bac":
        bring(store, article, ARTICLES[article])

    withdraw(store, "b")
    bring(store, "b", ARTICLES["b"])

    assert events(store)["b1"] == ["a1", "b1", "c1"]


def test_new_text_that_tells_something_else_leaves_the_event_to_others(store: Store) -> None:
    for article in "ba":
        bring(store, article, ARTICLES[article])

    bring(store, "b", (told("b1", "b", mode="abduct"),))

    assert events(store) == {"b1": ["a1"], "a2": ["a2"], "b1-2": ["b1"]}
