"""Search in the text of articles."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.model import UNKNOWN_TIME

ClientOf = Callable[[Any], FlaskClient]
Open = Callable[..., Any]


@pytest.fixture
def told(world: Any, client_of: ClientOf) -> FlaskClient:
    """Give a client of a world in which a dam broke, and in which none did that is told as an event."""
    world.article("flood", "A town under water", "2023-06-08", "River Desk")
    world.say(
        "flood",
        "f1",
        "The dam burst at night. Nobody knows why the dam gave way!",
        "ACCUSE",
        "un",
        "egypt",
        UNKNOWN_TIME,
    )
    world.say("flood", "f2", "Damage was seen far away.", "ACCUSE", "un", "egypt", UNKNOWN_TIME)
    return client_of(world)


def test_a_word_of_a_sentence_finds_the_sentence_and_marks_the_word(told: FlaskClient) -> None:
    found = told.get("/search.json?q=dam").get_json()["sentences"]
    assert [one["text"] for one in found] == ["The dam burst at night.", "Nobody knows why the dam gave way!"]
    assert found[0]["parts"] == [["The ", False], ["dam", True], [" burst at night.", False]]
    assert (found[0]["title"], found[0]["day"]) == ("A town under water", "8 Jun 2023")
    assert found[0]["href"] == "/article/flood#:~:text=The%20dam%20burst%20at%20night."
    text = told.get("/search?q=dam").get_data(as_text=True)
    assert "The <mark>dam</mark> burst at night." in text


def test_the_sentence_with_most_of_the_words_is_given(told: FlaskClient) -> None:
    assert [one["text"] for one in told.get("/search.json?q=dam night").get_json()["sentences"]] == [
        "The dam burst at night."
    ]


def test_where_no_word_stands_whole_the_last_may_be_a_beginning(told: FlaskClient) -> None:
    assert [one["text"] for one in told.get("/search.json?q=dama").get_json()["sentences"]] == [
        "Damage was seen far away."
    ]
    assert told.get("/search.json?q=ama").get_json()["sentences"] == []
    assert told.get("/search.json?q=da").get_json()["sentences"] == []


def test_sentences_stand_in_the_file_of_a_search(told: FlaskClient) -> None:
    assert "sentence,flood,The dam burst at night." in told.get("/search.csv?q=dam").get_data(as_text=True)


@pytest.mark.browser
def test_sentences_are_found_as_one_types(open_page: Open) -> None:
    page = open_page("/")
    page.fill("#overview-find", "fired rockets")
    option = page.locator("[role=option]", has_text="Hamas fired rockets at Israel.").last
    option.wait_for()
    option.click()
    page.wait_for_url("**/article/a1*")
