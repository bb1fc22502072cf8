"""The first page and the search."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.batch import Batch
from graph.model import UNKNOWN_TIME, Article, Place
from graph.settings import Settings
from graph.store import open_store
from graph.write import write
from web.app import create_app

ClientOf = Callable[[Any], FlaskClient]


def test_the_first_page_counts_and_ranks(client: FlaskClient) -> None:
    found = client.get("/index.json").get_json()
    assert (found["extent"]["events"], found["extent"]["undated"], found["articles_count"]) == (10, 1, 2)
    assert found["actors"][0]["name"] in ("Israel", "Hamas")
    assert found["years"] == "2019"
    assert found["latest"][0]["id"] == "a2"


def test_the_first_page_keeps_to_the_filters_of_its_address(client: FlaskClient) -> None:
    found = client.get("/index.json?actors=egypt&type=CONSULT").get_json()
    assert found["sentence"] == "2 events pass these filters."
    assert {(one["id"], one["events"]) for one in found["actors"]} == {("egypt", 2), ("hamas", 1), ("israel", 1)}
    assert [(one["actor"], one["events"]) for one in found["pairs"]] == [("Egypt", 1), ("Egypt", 1)]
    assert [one["id"] for one in found["events"]] == ["e5", "e4"]
    assert sum(bar["total"] for bar in found["histogram"]["bars"]) == 2
    assert found["graph"] == "/graph?actors=egypt&type=CONSULT"
    text = client.get("/?actors=egypt&type=CONSULT").get_data(as_text=True)
    assert '<a href="/timeline?actors=egypt&amp;type=CONSULT"' in text
    assert 'name="type" value="CONSULT" checked' in text
    assert client.get("/?sources=none").status_code == 400


def test_the_first_page_tells_what_was_taken_in_last_and_when(
    patient_settings: Settings, tmp_path: Path, small_batch: Batch
) -> None:
    with open_store(replace(patient_settings, data=tmp_path)) as store:
        client = create_app(store, store.settings).test_client()
        assert "Taken in last" not in client.get("/").get_data(as_text=True)
        write(store, small_batch)
        days = [str(row["day"])[:10] for row in store.run("MATCH (n:Article) RETURN n.ingested AS day")]
        text = client.get("/").get_data(as_text=True)

    section = text.partition(">Taken in last</h2>")[2].partition("</section>")[0]
    day = date.fromisoformat(max(days))
    assert f"On {day.day} {day:%B} {day.year}" in section
    assert "/article/a1" in section and "/article/a2" in section and "First Agency" in section


def test_filters_that_nothing_passes_say_what_to_do(client: FlaskClient) -> None:
    text = client.get("/?actors=egypt&type=ASSAULT").get_data(as_text=True)
    assert "No event passes these filters." in text and 'href="/">show all 10 events' in text


def test_the_first_page_and_a_search_go_out_in_other_formats(client: FlaskClient) -> None:
    bars = list(csv.DictReader(io.StringIO(client.get("/index.csv").get_data(as_text=True))))
    assert sum(int(bar["events"]) for bar in bars if bar["first"]) == 6
    assert (bars[-1]["first"], bars[-1]["events"]) == ("", "1")
    found = list(csv.DictReader(io.StringIO(client.get("/search.csv?q=hamas").get_data(as_text=True))))
    assert {row["what"] for row in found} == {"actor", "event", "sentence"}
    assert found[0]["address"].endswith("/actor/hamas")
    for kind in ("jsonld", "timelinejs"):
        answer = client.get(f"/search.{kind}?q=hamas")
        assert answer.status_code == 200 and "Hamas" in answer.get_data(as_text=True)
    for path in ("/", "/search?q=hamas"):
        for href in re.findall(
            r'<a href="([^"]+)">(?:CSV|JSON-LD|TimelineJS)</a>', client.get(path).get_data(as_text=True)
        ):
            assert client.get(href).status_code == 200, href


def test_what_has_no_date_is_not_counted_under_a_window_of_days(client: FlaskClient) -> None:
    days = "from=2019-08-01&to=2019-08-31"
    rows = list(csv.DictReader(io.StringIO(client.get(f"/index.csv?{days}").get_data(as_text=True))))
    assert rows and all(row["first"] for row in rows)
    assert client.get(f"/index.json?{days}").get_json()["histogram"]["bucket"] is None


def test_what_has_no_date_is_counted_where_nothing_has_one(world: Any, client_of: ClientOf) -> None:
    world = type(world)()
    world.actor("israel", "Israel", "country", "ISR")
    world.article("a1", "No day", "2019-08-27", "First Agency")
    world.say("a1", "e1", "Israel met Israel.", "CONSULT", "israel", "", UNKNOWN_TIME)
    text = client_of(world).get("/index.csv").get_data(as_text=True)
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["first"], row["cooperation"], row["events"]) == ("", "1", "1")


def test_a_search_as_a_file_has_all_that_is_found_or_says_that_there_is_more(
    world: Any, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(15):
        world.actor(f"m{number}", f"Militia {number}", "armed_group")
        world.say("a1", f"m-{number}", "They met Egypt.", "CONSULT", f"m{number}", "egypt", UNKNOWN_TIME)
    client = client_of(world)
    text = client.get("/search.csv?q=militia").get_data(as_text=True)
    whole = list(csv.DictReader(io.StringIO(text)))
    assert [row["what"] for row in whole].count("actor") == 15 and "more" not in {row["what"] for row in whole}
    monkeypatch.setattr("web.found_files.MOST_FOUND", 13)
    cut = list(csv.DictReader(io.StringIO(client.get("/search.csv?q=militia").get_data(as_text=True))))
    assert [row["what"] for row in cut].count("actor") == 13
    assert "Only 13 actors are given; there are more." in {row["name"] for row in cut}
    assert "there are more" in client.get("/search.jsonld?q=egypt").get_data(as_text=True)


def test_every_question_has_an_answer(client: FlaskClient) -> None:
    for question in client.get("/index.json").get_json()["questions"]:
        assert client.get(question["href"]).status_code == 200, question


def test_an_actor_is_found_by_any_of_its_names(client: FlaskClient) -> None:
    found = client.get("/search.json?q=islamic res").get_json()
    assert [(one["id"], one["alias"]) for one in found["actors"]] == [("hamas", "Islamic Resistance Movement")]


@pytest.mark.parametrize(("typed", "meant"), [("Isreal", "israel"), ("Egpyt", "egypt"), ("Islamc Resistence", "hamas")])
def test_a_name_spelt_otherwise_is_found_and_offered(client: FlaskClient, typed: str, meant: str) -> None:
    found = client.get("/search.json", query_string={"q": typed}).get_json()["actors"]
    assert [(one["id"], one["is_alike"]) for one in found] == [(meant, True)]
    text = client.get("/search", query_string={"q": typed}).get_data(as_text=True)
    assert f'Did you mean <a href="/search?q={found[0]["name"]}">' in text


def test_a_place_spelt_otherwise_is_found(client: FlaskClient) -> None:
    assert [one["id"] for one in client.get("/search.json?q=Gazza").get_json()["places"]] == ["gaza"]


def test_who_bears_the_text_comes_before_who_is_spelt_like_it(world: Any, client_of: ClientOf) -> None:
    names = ("Zelensky", "Zelenska", "Olena Zelenska", "Zelenskyy aides", "Zelenskyy")
    for number, name in enumerate(names):
        world.actor(f"z{number}", name, "person")
    for number in range(len(names)):
        world.say("a1", f"z-{number}", f"Number {number} met Hamas.", "CONSULT", f"z{number}", "hamas", UNKNOWN_TIME)
    found = client_of(world).get("/search.json?q=zelenskyy").get_json()["actors"]
    assert [(one["name"], one["is_alike"]) for one in found] == [
        ("Zelenskyy", False),
        ("Zelenskyy aides", False),
        ("Zelensky", True),
        ("Zelenska", True),
        ("Olena Zelenska", True),
    ]


def test_what_bears_the_text_stands_before_whoever_is_only_spelt_like_it(world: Any, client_of: ClientOf) -> None:
    place = Place("fasher", "El Fasher", "SDN", 13.6, 25.3, "town", aliases=("Al-Fashir",))
    world.actor("bashir", "Omar al-Bashir", "person", "SDN", "Al-Bashir")
    world.say("a1", "k1", "Omar al-Bashir met Egypt.", "CONSULT", "bashir", "egypt", UNKNOWN_TIME, place=place)
    client = client_of(world)
    found = client.get("/search.json?q=al-fashir").get_json()
    assert ([one["id"] for one in found["actors"]], [one["id"] for one in found["places"]]) == ([], ["fasher"])
    found = client.get("/search.json?q=al-fashyr").get_json()
    assert [(one["id"], one["is_alike"]) for one in found["places"]] == [("fasher", True)]


def test_a_page_has_what_is_only_spelt_alike_at_its_end(world: Any, client_of: ClientOf) -> None:
    world.actor("z", "Zelensky", "person")
    world.say("a1", "k1", "Zelensky met Egypt in the Zelenskyy affair.", "CONSULT", "z", "egypt", UNKNOWN_TIME)
    world.article("a9", "The Zelenskyy affair", "2019-08-28", "Second Paper")
    world.say("a9", "k1", "Zelensky met Egypt.", "CONSULT", "z", "egypt", UNKNOWN_TIME)
    text = client_of(world).get("/search?q=zelenskyy").get_data(as_text=True)
    assert text.index('id="articles"') < text.index('id="actors-alike"') and 'id="actors"' not in text


def test_a_short_text_is_like_too_much_to_offer_what_is_spelt_alike(world: Any, client_of: ClientOf) -> None:
    world.actor("saif", "Saif", "person", "LBY", "Safi")
    world.say("a1", "k1", "Saif met Egypt.", "CONSULT", "saif", "egypt", UNKNOWN_TIME)
    assert client_of(world).get("/search.json?q=SAF").get_json()["actors"] != []
    assert client_of(world).get("/search.json?q=SAYF").get_json()["actors"] == []


@pytest.mark.parametrize("typed", ["-", ".", "'", "´", "- .", "_/|"])
def test_a_text_of_signs_alone_finds_nothing(client: FlaskClient, typed: str) -> None:
    found = client.get("/search.json", query_string={"q": typed}).get_json()
    assert not any(found[kind] for kind in ("actors", "places", "named", "events", "articles"))
    assert "Nothing here bears this text" in client.get("/search", query_string={"q": typed}).get_data(as_text=True)


def test_marks_over_letters_do_not_count(world: Any, client_of: ClientOf) -> None:
    world.actor("tc", "Tōru Çelik", "person", "", "Çelik")
    world.say("a1", "t1", "Celik met Hamas.", "CONSULT", "tc", "hamas", UNKNOWN_TIME)
    client = client_of(world)
    for typed in ("Çelik", "celik", "TORU CEL"):
        found = client.get("/search.json", query_string={"q": typed}).get_json()["actors"]
        assert [(one["id"], one["is_alike"]) for one in found] == [("tc", False)], typed


@pytest.mark.parametrize("typed", ["Kiev", "kíjev", "Киев", "kiy"])
def test_a_place_is_found_by_any_of_its_names(world: Any, client_of: ClientOf, typed: str) -> None:
    place = Place("kyiv", "Kyiv", "UKR", 50.4, 30.5, "town", aliases=("Kiev", "Kijev", "Kiyiw", "Киев"))
    world.say("a1", "k1", "Israel met Egypt in Kyiv.", "CONSULT", "israel", "egypt", UNKNOWN_TIME, place=place)
    (found,) = client_of(world).get("/search.json", query_string={"q": typed}).get_json()["places"]
    assert (found["id"], found["name"], found["is_alike"]) == ("kyiv", "Kyiv", False)
    assert found["alias"] in place.aliases


@pytest.mark.parametrize(
    "typed", ["al fashir", "Al-Fāshir", "fashir", "Sanaa", "Sana’a", "Sana´a", "sana'a", "U.N.", "un"]
)
def test_dashes_apostrophes_and_stops_do_not_count(world: Any, client_of: ClientOf, typed: str) -> None:
    world.actor("sana", "Al-Fashir and Sana'a friends of the U.N.", "ngo")
    world.say("a1", "k1", "Friends met Egypt.", "CONSULT", "sana", "egypt", UNKNOWN_TIME)
    found = client_of(world).get("/search.json", query_string={"q": typed}).get_json()["actors"]
    assert ("sana", False) in [(one["id"], one["is_alike"]) for one in found]


def test_who_is_merely_named_is_found_in_the_article_that_does(
    small_batch: Batch, patient_settings: Settings, tmp_path: Path
) -> None:
    named = {
        "a1": ("Ann Lée | the envoy Lee",),
        "a2": ("Ann Lée | the envoy Lee", "Hamas | Islamic Resistance Movement"),
    }
    with open_store(replace(patient_settings, data=tmp_path)) as store:
        write(store, replace(small_batch, named=named))
        client = create_app(store, store.settings).test_client()
        for typed in ("ann lee", "Lee", "envoy"):
            (found,) = client.get("/search.json", query_string={"q": typed}).get_json()["named"]
            assert (found["name"], found["articles"], found["href"]) == ("Ann Lée", 2, "/article/a2"), typed
        assert client.get("/search.json?q=hamas").get_json()["named"] == []
        assert "Named, without an event" in client.get("/search?q=lee").get_data(as_text=True)


def test_events_are_found_the_latest_first_and_undated_ones_last(client: FlaskClient) -> None:
    found = client.get("/search.json?q=egypt").get_json()["events"]
    assert [one["id"] for one in found] == ["e5", "e4", "e8"]


def test_undated_articles_are_found_after_dated_ones(world: Any, client_of: ClientOf) -> None:
    world.about["u1"], world.articles["u1"] = Article("u1", "Undated view of rocket fire", "", None), []
    world.say("u1", "e11", "Rockets hit Egypt again.", "ASSAULT", "", "egypt", UNKNOWN_TIME)
    found = client_of(world).get("/search.json?q=rocket").get_json()
    assert [one["id"] for one in found["articles"]] == ["a1", "u1"]
    assert [one["id"] for one in found["sentences"]] == ["a2", "a1", "u1"]


def test_places_events_and_articles_are_found_too(client: FlaskClient) -> None:
    assert [one["id"] for one in client.get("/search.json?q=gaza").get_json()["places"]] == ["gaza"]
    assert client.get("/search.json?q=struck").get_json()["events"]
    assert [one["id"] for one in client.get("/search.json?q=rocket").get_json()["articles"]] == ["a1"]


def test_nothing_found_says_what_was_searched(client: FlaskClient) -> None:
    assert "Nothing here bears this text" in client.get("/search?q=zzz").get_data(as_text=True)


def test_every_word_must_stand_there_and_the_last_may_go_on(client: FlaskClient) -> None:
    found = client.get("/search.json?q=hamas gaz").get_json()["events"]
    assert [one["id"] for one in found] == ["e1"]


def test_signs_of_a_query_language_are_no_words(client: FlaskClient) -> None:
    for text in ('") OR *:*', "+-&|!(){}[]^~*?:", "a AND", "%00"):
        assert client.get("/search.json", query_string={"q": text}).status_code == 200, text


def test_days_and_signs_are_told_in_words(client: FlaskClient) -> None:
    found = client.get("/index.json").get_json()
    text = client.get("/").get_data(as_text=True)
    day = date.fromisoformat(found["latest"][0]["published"])
    assert f">{day.day} {day:%b} {day.year}</span>" in text
    assert f">hostile acts and words {found['pairs'][0]['events']}</span>" in text


def test_the_bars_of_the_timeline_are_a_table_as_well(client: FlaskClient) -> None:
    text = client.get("/timeline?from=2019-08-25&to=2019-08-31").get_data(as_text=True)
    assert "<b>25 August 2019</b> to <b>31 August 2019</b>" in text
    assert re.search(
        r'<th scope="row"><a [^>]*href="[^"]+">Tuesday 27 August 2019</a></th>(<td class="number">\d+</td>){5}', text
    )


@pytest.mark.parametrize("path", ["/", "/graph", "/timeline", "/actor/hamas", "/pair/israel/hamas"])
def test_every_picture_of_time_has_its_table_under_a_tab_of_its_address(client: FlaskClient, path: str) -> None:
    text = client.get(path).get_data(as_text=True)
    pictures = text.count("data-twins")
    assert pictures == (2 if path.startswith("/pair") else 1)
    assert text.count(f'<a href="{path}?bars=table">Table</a>') == pictures
    assert len(re.findall(r'<div class="twin scroll"[^>]* hidden>', text)) == pictures
    tabled = client.get(f"{path}?bars=table").get_data(as_text=True)
    assert not re.search(r'<div class="twin scroll"[^>]* hidden>', tabled)
    assert len(re.findall(r'<figure class="(strip|histogram[^"]*)" hidden', tabled)) == pictures
    assert client.get(f"{path}?bars=lines").status_code == 400
