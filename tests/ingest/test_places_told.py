"""A town lies where the text puts it, whatever larger town or region elsewhere has its name."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article
from ingest.pipeline import Pipeline

MARCH = date(2024, 3, 5)
Places = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def places(pipeline: Pipeline) -> Places:
    """Give a function that gives the country of every place of a text, by the words that name it."""

    def run(text: str) -> dict[str, str]:
        ((_, coded),) = pipeline.code([Article("a", "", text, MARCH)])
        return {mention.text: mention.place.country for mention in coded.places}

    return run


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("PALMA, Mozambique, March 5 - Insurgents attacked the town of Palma on Monday.", "Palma", "MOZ"),
        ("Rebels were seen in Palma in northern Mozambique. Ten people were killed in Palma.", "Palma", "MOZ"),
        ("Rebels attacked Tripoli, Lebanon, on Monday.", "Tripoli", "LBN"),
        ("Rockets hit Valencia on Monday, officials in Spain said.", "Valencia", "ESP"),
    ],
)
def test_a_town_lies_where_the_text_puts_it(places: Places, text: str, town: str, country: str) -> None:
    assert places(text)[town] == country


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("Refugees from Mosul in Turkey protested on Monday. The army shelled Mosul on Tuesday.", "Mosul", "IRQ"),
        ("Natives of Grozny and Gudermes in Turkey met on Monday. Troops stormed Grozny on Tuesday.", "Grozny", "RUS"),
        ("Families from Maiduguri in Cameroon came home. A bomb killed ten in Maiduguri.", "Maiduguri", "NGA"),
        ("Syrians who fled Aleppo in Lebanon protested. The army stormed Aleppo on Tuesday.", "Aleppo", "SYR"),
        ("Exiles condemned the shelling of Donetsk in Poland. Donetsk was shelled on Tuesday.", "Donetsk", "UKR"),
        ("Talks on Homs, Turkey, and Iran failed. A bomb killed ten people in Homs.", "Homs", "SYR"),
        ("In Mosul, Turkey, a member of NATO, kept troops. A bomb killed ten people in Mosul.", "Mosul", "IRQ"),
    ],
)
def test_people_who_are_elsewhere_do_not_move_the_town_they_are_from(
    places: Places, text: str, town: str, country: str
) -> None:
    assert places(text)[town] == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Refugees from Mosul in Turkey protested.", "Turkey"),
        ("Protesters from Homs in Germany marched against Assad.", "Germany"),
        ("Exiles from Mosul in Sweden protested.", "Sweden"),
        ("Natives of Mosul in Turkey protested.", "Turkey"),
        ("Kurds from Aleppo in western Germany protested.", "western Germany"),
        ("Protesters from Homs marched in Homs.", "Homs"),
        ("Residents of Homs in Syria protested.", "Homs"),
    ],
)
def test_what_people_do_elsewhere_was_not_in_the_town_they_are_from(pipeline: Pipeline, text: str, name: str) -> None:
    ((_, coded),) = pipeline.code([Article("a", "", text, MARCH)])
    protests = [report.place for report in coded.reports if report.type == "PROTEST"]

    assert [place and place.place.name for place in protests] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a resident of Palma in northern Mozambique.",
        "Militants beheaded residents of Palma in northern Mozambique.",
        "Police arrested the leaders of Palma in northern Mozambique.",
        "The mayor of Palma in northern Mozambique was shot.",
        "Soldiers fired from Palma in northern Mozambique on boats.",
    ],
)
def test_who_is_of_a_town_is_there(pipeline: Pipeline, text: str) -> None:
    ((_, coded),) = pipeline.code([Article("a", "", text, MARCH)])
    lands = {actor.country for actor in coded.actors.by_id.values()}
    places = {mention.place.country for mention in coded.places if mention.text == "Palma"}

    assert lands <= {"MOZ", ""}
    assert places == {"MOZ"}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels seized Palma, Mozambique, on Monday. Gunmen shelled Palma again on Tuesday.",
        "Rebels attacked the port town of Palma in northern Mozambique. Gunmen shelled Palma on Tuesday.",
        "Rebels withdrew from Palma in Mozambique on Monday. Gunmen shelled Palma on Tuesday.",
    ],
)
def test_a_town_struck_again_is_still_where_the_text_put_it(pipeline: Pipeline, text: str) -> None:
    ((_, coded),) = pipeline.code([Article("a", "", text, MARCH)])
    shelled = next(report for report in coded.reports if report.rule == "ass-v-shell")

    assert shelled.place is not None
    assert (shelled.place.place.name, shelled.place.place.country) == ("Palma", "MOZ")


@pytest.mark.parametrize(
    ("text", "army"),
    [
        ("Exiles from Homs in Lebanon protested on Monday. The army shelled Homs on Tuesday.", "syrian-arab-army"),
        ("Refugees from El Fasher in Chad met. The army shelled El Fasher on Tuesday.", "sudanese-armed-forces"),
        ("Militants from Peshawar in Afghanistan surrendered. The army raided Peshawar.", "pakistan-army"),
    ],
)
def test_the_army_is_that_of_the_towns_own_country(pipeline: Pipeline, text: str, army: str) -> None:
    ((_, coded),) = pipeline.code([Article("a", "", text, MARCH)])

    assert army in {actor for report in coded.reports for actor in (one.actor for one in report.actors)}


def test_a_state_that_speaks_after_a_town_does_not_move_it(places: Places) -> None:
    assert places("A bomb went off in Moscow, Ukraine said on Monday.")["Moscow"] == "RUS"


def test_the_last_word_of_an_unknown_name_is_no_town_elsewhere(places: Places) -> None:
    assert "Batna" not in places("An air strike on a market in Kafr Batna killed 61 civilians in Syria.")


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("A bomb exploded in Colonial Bogota.", "Bogotá"),
        ("A car bomb went off in Suburban Karachi on Monday.", "Karachi"),
        ("Ten people were killed in Royal Rabat on Monday.", "Rabat"),
        ("A bomb went off in New Baghdad on Monday.", "New Baghdad"),
        ("Gunmen opened fire in Fort Batna on Monday.", "Fort Batna"),
    ],
)
def test_an_adjective_before_a_great_town_is_no_part_of_its_name(pipeline: Pipeline, text: str, town: str) -> None:
    ((_, coded),) = pipeline.code([Article("a", "", text, MARCH)])

    assert [mention.place.name for mention in coded.places] == [town]


def test_people_of_a_town_are_of_the_country_that_the_text_puts_it_in(pipeline: Pipeline) -> None:
    text = "Rebels were seen in Palma in northern Mozambique. Ten people were killed in Palma."
    ((_, coded),) = pipeline.code([Article("a", "", text, MARCH)])

    assert {coded.actors.by_id[one.actor].country for report in coded.reports for one in report.recipients} == {"MOZ"}


def test_a_name_of_a_region_and_a_town_means_that_of_the_country_told(pipeline: Pipeline) -> None:
    text = "Afghan troops retook Jalalabad. Five contractors were killed in Jalalabad, Afghanistan's government said."
    ((_, coded),) = pipeline.code([Article("a", "", text, MARCH)])

    assert "KGZ" not in {actor.country for actor in coded.actors.by_id.values()}
