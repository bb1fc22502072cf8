"""The tables of actors agree with each other and with what they stand for."""

from datetime import date
from typing import Any

import pytest

from graph.model import Kind
from ingest.actors.book import Book
from ingest.actors.build import build_actors
from ingest.actors.kinds import kind_of
from ingest.errors import LexiconError
from ingest.lexicon import LEXICONS, read_table


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return build_actors()


def test_a_kind_that_is_none_is_refused_with_its_row() -> None:
    with pytest.raises(LexiconError, match=r"generics.tsv, entry rebels: kind 'rebel'; wanted one of country, "):
        kind_of("generics.tsv", "rebels", "rebel")


def test_kinds_of_actors_and_bodies_are_of_the_one_list(data: dict[str, Any]) -> None:
    kinds = [row[1] for row in data["organisations"].values()]
    kinds += [row[0] for name in ("generics", "org_words") for row in data[name].values()]
    kinds += [kind for bodies, _ in data["bodies"].values() for kind in bodies]

    assert {type(kind) for kind in kinds} == {Kind}


def test_parents_of_organisations_are_organisations_or_states(data: dict[str, Any]) -> None:
    states = {state for state, _, _ in data["countries"].values()}
    parents = {row[4] for row in data["organisations"].values()} - {""}

    assert parents <= data["organisations"].keys() | states


def test_no_state_has_the_id_of_an_organisation(data: dict[str, Any]) -> None:
    assert not {state for state, _, _ in data["countries"].values()} & data["organisations"].keys()


def test_terms_end_after_they_begin(data: dict[str, Any]) -> None:
    terms = [term for _, _, terms in data["people"].values() for term in terms]

    assert len(terms) > 9000
    assert all(not term[4] or term[3] <= term[4] for term in terms)


def test_terms_that_adjoin_are_one(data: dict[str, Any]) -> None:
    terms = data["people"]["angela-merkel-person-deu"][2]

    assert len([term for term in terms if term[0] == "head_of_government"]) == 1


def test_every_large_state_has_an_army_by_name_or_by_rule(data: dict[str, Any]) -> None:
    book = Book.of(data)

    for iso in ("USA", "RUS", "IND", "NGA", "COL", "SYR", "ISR", "UKR", "MMR", "ISL"):
        assert (book.force(iso, Kind.MILITARY).kind, book.force(iso, Kind.MILITARY).country) == (Kind.MILITARY, iso)


def test_spellings_of_one_name_lead_to_one_person(data: dict[str, Any]) -> None:
    book = Book.of(data)

    assert book.people_spelt("Moammar Gadhafi") == book.people_spelt("Muammar al-Gaddafi")
    assert len(book.people_spelt("Mohammed Mursi")) == 1


def test_the_share_alike_rows_stand_in_a_file_of_their_own() -> None:
    free = {row["source"] for row in read_table(LEXICONS / "offices.tsv", ("person",))}

    assert not any(
        word in source for source in free for word in ("countryinfo", "cia-ci", "wikipedia", "world-leaders")
    )


def test_a_force_is_not_meant_before_it_was_founded(data: dict[str, Any]) -> None:
    book = Book.of(data)

    assert book.force("SLV", Kind.POLICE, date(2010, 1, 1)).id != book.force("SLV", Kind.POLICE, date(1985, 1, 1)).id


def test_a_term_without_an_end_is_known_until_the_next_begins(data: dict[str, Any]) -> None:
    book = Book.of(data)
    open_terms = [
        (country, term)
        for _, country, terms in data["people"].values()
        for term in terms
        if term[0] == "head_of_state" and not term[2] and not term[4]
    ]

    assert all(len(book.holders_of(country, "head_of_state", date(1950, 1, 1))) <= 1 for country, _ in open_terms)
    assert any(term[6] for _, term in open_terms)
