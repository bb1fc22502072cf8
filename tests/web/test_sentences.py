"""Search in the text of articles."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from bench.pages import listening_app
from graph.model import UNKNOWN_TIME
from graph.queries import queries
from graph.store import Store
from web.sentences import sentences_of

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


@pytest.fixture
def spelt(world: Any, client_of: ClientOf) -> FlaskClient:
    """Give a client of a world with names that are spelt with apostrophes, points and accents."""
    world.article("names", "Names", "2023-06-08", "River Desk")
    told = (
        "Gen. O\u2019Neill met Mr. Li on Jan. 5.",
        "New U.S. Army camps near São Paulo were closed.",
        "Moscow's envoy left.",
        "The crowd was calm.",
    )
    for number, sentence in enumerate(told):
        world.say("names", f"n{number}", sentence, "ACCUSE", "un", "egypt", UNKNOWN_TIME)
    world.article("plain", "Plain", "2023-06-07", "River Desk")
    world.say("plain", "p1", "They flew to Moscow.", "ACCUSE", "un", "egypt", UNKNOWN_TIME)
    return client_of(world)


def test_words_are_found_however_apostrophes_points_and_accents_are_typed(spelt: FlaskClient) -> None:
    def found(asked: str) -> list[str]:
        return [one["text"] for one in spelt.get("/search.json", query_string={"q": asked}).get_json()["sentences"]]

    camps = ["New U.S. Army camps near São Paulo were closed."]
    general = ["Gen. O\u2019Neill met Mr. Li on Jan. 5."]
    assert found("o'neill") == found("O\u2019Neill") == found("gen. o'nei") == general
    assert found("u.s. army") == found("US army") == found("sao paulo") == found("são paulo") == camps
    assert found("moscow") == found("Moscow's") == ["Moscow's envoy left.", "They flew to Moscow."]


def test_words_that_every_text_holds_are_not_looked_for(spelt: FlaskClient) -> None:
    assert spelt.get("/search.json?q=the").get_json()["sentences"] == []
    (found,) = spelt.get("/search.json?q=the crowd").get_json()["sentences"]
    assert found["parts"] == [["The ", False], ["crowd", True], [" was calm.", False]]


def test_an_abbreviation_that_looks_like_such_a_word_is_found_as_it_is_written(world: Any, client_of: ClientOf) -> None:
    world.article("health", "Health", "2023-06-08", "River Desk")
    for number, sentence in enumerate(
        ("The WHO sent vaccines.", "Those who fled got none.", "It rained in May.", "The W.H.O.’s chief left.")
    ):
        world.say("health", f"h{number}", sentence, "ACCUSE", "un", "egypt", UNKNOWN_TIME)
    client = client_of(world)

    def found(asked: str) -> list[str]:
        return [one["text"] for one in client.get("/search.json", query_string={"q": asked}).get_json()["sentences"]]

    assert found("WHO vaccines") == ["The WHO sent vaccines."]
    assert found("WHO") == ["The WHO sent vaccines.", "The W.H.O.’s chief left."]
    assert found("who") == [] and found("who got none") == ["Those who fled got none."]
    assert "It rained in May." in found("May") and found("WHO IS") == []


def test_newer_articles_with_an_abbreviation_within_a_word_hide_none(world: Any, client_of: ClientOf) -> None:
    world.article("it", "IT", "2023-06-08", "River Desk")
    world.say("it", "i0", "The IT failed.", "ACCUSE", "un", "egypt", UNKNOWN_TIME)
    for number in range(14):
        world.article(f"n{number}", "News", "2024-06-08", "River Desk")
        world.say(f"n{number}", f"u{number}", "UNITA said it won.", "ACCUSE", "un", "egypt", UNKNOWN_TIME)
    (found,) = client_of(world).get("/search.json?q=IT").get_json()["sentences"]
    assert found["text"] == "The IT failed."


def test_a_name_with_several_accents_is_found_without_them(world: Any, client_of: ClientOf) -> None:
    world.actor("vucic", "Aleksandar Vučić", "person", "SRB")
    world.say("a1", "v1", "Vučić met Egypt.", "CONSULT", "vucic", "egypt", UNKNOWN_TIME)
    (found,) = client_of(world).get("/search.json?q=vucic").get_json()["sentences"]
    assert found["parts"] == [["Vučić", True], [" met Egypt.", False]]


@pytest.mark.parametrize("kind", ["jsonld", "timelinejs", "csv"])
def test_only_the_file_that_has_sentences_reads_texts(web_store: Store, kind: str) -> None:
    app, listener = listening_app(web_store)
    assert app.test_client().get(f"/search.{kind}?q=rockets").status_code == 200
    asked = {query for query, _ in listener.asked}
    assert (queries()["search_texts"] in asked) == (kind == "csv")
    assert queries()["search_events"] in asked


def test_no_sentence_ends_with_a_title_or_an_initial() -> None:
    text = 'Sen. Ann K. Roe met Brig. Gen. Poe on Aug. 3. "We left." Nobody\nspoke. Over 5. Then St. John came.'
    assert sentences_of(text) == [
        "Sen. Ann K. Roe met Brig. Gen. Poe on Aug. 3.",
        '"We left."',
        "Nobody",
        "spoke.",
        "Over 5.",
        "Then St. John came.",
    ]


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
