"""A full name is one person's, whether an article tells a country of theirs or not, unless two countries are told."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.settings import Settings
from graph.store import Store, open_store
from ingest.article import make_article
from ingest.load import load

EMPTY = ("MATCH ()-[r]->() DELETE r", "MATCH (n) DELETE n")
PEOPLE = "MATCH (a:Actor) WHERE a.kind = 'person' RETURN a.id AS id, a.country AS country ORDER BY id LIMIT 99"
NAMED = "MATCH (a:Actor {id: $id})<-[:NAMES]-(r:Report) RETURN count(DISTINCT r) AS reports LIMIT 1"

OF_ETHIOPIA = "Rebels killed the Ethiopian minister Tariku Belay in Mekelle on Monday."
OF_CHAD = "Rebels killed the Chadian minister Tariku Belay in Abeche on Monday."
OF_NOWHERE = "The murder of Tariku Belay was condemned by the United Nations."
BY_SURNAME = "The murder of General Belay was condemned by the United Nations."


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("namesakes")


@pytest.fixture(scope="module")
def opened(data: Path) -> Iterator[Store]:
    with open_store(Settings(data=data)) as store:
        yield store


@pytest.fixture
def store(opened: Store) -> Store:
    for statement in EMPTY:
        opened.write(lambda work, statement=statement: work.run(statement))  # type: ignore[misc]
    return opened


def people(store: Store, data: Path, *batches: tuple[str, ...]) -> dict[str, str]:
    """Give who is in the graph once some batches of articles were brought, with the country of each."""
    for texts in batches:
        articles = [make_article("", text, date(2022, 11, 2)) for text in texts]
        load(store, articles, tell=lambda _: None, cache=data / "lexicons", again=True)
    return {row["id"]: row["country"] for row in store.run(PEOPLE)}


@pytest.mark.parametrize(
    "batches",
    [((OF_ETHIOPIA,), (OF_NOWHERE,)), ((OF_NOWHERE,), (OF_ETHIOPIA,)), ((OF_ETHIOPIA, OF_NOWHERE),)],
    ids=["country first", "country later", "at once"],
)
def test_who_is_told_of_with_and_without_a_country_is_one(
    store: Store, data: Path, batches: tuple[tuple[str, ...], ...]
) -> None:
    found = people(store, data, *batches)

    assert list(found.values()) == ["ETH"]
    assert store.run(NAMED, id=next(iter(found)))[0]["reports"] > 1


def test_the_same_articles_again_make_no_other_person(store: Store, data: Path) -> None:
    before = people(store, data, (OF_ETHIOPIA,), (OF_NOWHERE,))

    assert people(store, data, (OF_NOWHERE,), (OF_ETHIOPIA,)) == before


def test_people_of_two_countries_are_two_and_who_is_of_none_is_neither(store: Store, data: Path) -> None:
    found = people(store, data, (OF_ETHIOPIA, OF_CHAD), (OF_NOWHERE,))

    assert sorted(found.values()) == ["", "ETH", "TCD"]


def test_who_comes_from_another_country_is_somebody_else(store: Store, data: Path) -> None:
    found = people(store, data, (OF_NOWHERE,), (OF_ETHIOPIA,), (OF_CHAD,))

    assert sorted(found.values()) == ["ETH", "TCD"]


def test_a_surname_alone_is_taken_for_nobody(store: Store, data: Path) -> None:
    found = people(store, data, (OF_ETHIOPIA,), (BY_SURNAME,))

    assert sorted(found.values()) == ["", "ETH"]
