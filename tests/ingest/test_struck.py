"""Towns that are shelled, bombed or taken are the places of what was done, however the model reads their names."""

from datetime import date

import pytest

from graph.model import Article, Report
from ingest.pipeline import Pipeline

DAY = date(2024, 3, 4)
TAKEN = [
    ("KYIV, March 3 (Reuters) - Russia captured Avdiivka on Saturday.", "Avdiivka"),
    ("GOMA, March 3 (Reuters) - M23 rebels captured Sake on Saturday.", "Sake"),
    ("BEIRUT, March 3 (Reuters) - Rebels captured Aleppo on Saturday.", "Aleppo"),
    ("KINSHASA, March 3 (AP) - M23 rebels captured Bunagana on Saturday.", "Bunagana"),
    ("ISLAMABAD, March 3 (AP) - The Taliban captured Kabul on Saturday.", "Kabul"),
    ("CAIRO, March 3 (AP) - The RSF captured El Fasher on Saturday.", "El Fasher"),
    ("YANGON, March 3 (AP) - The Arakan Army seized Mrauk-U on Saturday.", "Mrauk-U"),
    ("ABUJA, March 3 (AP) - Boko Haram overran Baga on Saturday.", "Baga"),
    ("Syrian rebels led by HTS took Damascus on Sunday.", "Damascus"),
    ("Ethiopian troops took Mekelle on Sunday.", "Mekelle"),
    ("Azerbaijani troops took Shusha on Sunday.", "Shusha"),
    ("TRIPOLI, March 3 (AP) - Haftar's forces captured Sirte on Saturday.", "Sirte"),
    ("Islamic State militants seized Palmyra on Wednesday.", "Palmyra"),
    ("The Sudanese army recaptured Wad Madani on Saturday.", "Wad Madani"),
    ("Russian forces seized Bakhmut on Sunday.", "Bakhmut"),
    ("M23 rebels captured Goma in January.", "Goma"),
]
STRUCK = [
    ("KYIV, March 3 (Reuters) - Russia shelled Kherson on Saturday.", "Kherson"),
    ("RIYADH, March 3 (Reuters) - The Saudi-led coalition bombed Sanaa on Saturday.", "Sanaa"),
    ("DUBAI, March 3 (Reuters) - Houthi rebels attacked Abu Dhabi on Saturday.", "Abu Dhabi"),
    ("YEREVAN, March 3 (Reuters) - Azerbaijan shelled Stepanakert on Saturday.", "Stepanakert"),
    ("BAGHDAD, March 3 (Reuters) - Iran attacked Erbil on Saturday.", "Erbil"),
    ("JERUSALEM, March 3 (Reuters) - Israel bombed Khan Younis on Saturday.", "Khan Younis"),
    ("Israel bombed Khan Younis on Saturday, killing 12 civilians.", "Khan Younis"),
    ("The Syrian army bombed Aleppo on Monday.", "Aleppo"),
    ("MOSCOW, March 3 (Reuters) - Ukraine attacked Belgorod on Saturday.", "Belgorod"),
    ("PORT-AU-PRINCE, March 3 (AP) - Gang members attacked Jeremie on Saturday.", "Jeremie"),
    ("NIAMEY, March 3 (AP) - Militants stormed Bankilare on Sunday.", "Bankilare"),
    ("BEIRUT, March 3 (AP) - Israel bombed Baalbek and Tyre on Saturday.", "Baalbek"),
    ("Saudi Arabia bombed Hodeidah on Tuesday, killing five civilians.", "Hodeidah"),
]


def coded(pipeline: Pipeline, text: str) -> tuple[Report, ...]:
    """Give the reports of a text."""
    ((_, found),) = pipeline.code([Article("a", "", text, DAY)])
    return found.reports


@pytest.mark.parametrize(("text", "town"), TAKEN)
def test_taking_a_town_takes_nobody_captive(pipeline: Pipeline, text: str, town: str) -> None:
    (report,) = coded(pipeline, text)

    assert (report.type, report.mode) in (("ASSAULT", ""), ("COERCE", "seize"))
    assert report.place is not None
    assert report.place.text.rstrip(".") == town
    assert report.recipients == ()
    assert (report.victims, report.tolls) == ((), {})
    assert len(report.actors) == 1


@pytest.mark.parametrize(("text", "town"), STRUCK)
def test_a_town_that_is_struck_is_the_place_of_the_strike(pipeline: Pipeline, text: str, town: str) -> None:
    report = coded(pipeline, text)[0]

    assert report.type == "ASSAULT"
    assert report.place is not None
    assert report.place.text == town
    assert report.recipients == ()
    assert len(report.actors) == 1


def test_a_state_does_not_own_the_unknown_town_it_takes(pipeline: Pipeline) -> None:
    (report,) = coded(pipeline, "Russia captured Avdiivka on Saturday.")

    assert report.place is not None
    assert report.place.place.country == ""


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Israel bombed Khan Younis on Saturday, killing 12 civilians.", "PSE"),
        ("JERUSALEM, March 3 (Reuters) - Israel bombed Khan Younis on Saturday, killing 12 civilians.", "PSE"),
        ("Russia shelled Kryvyi Rih on Sunday, killing three civilians.", "UKR"),
        ("Saudi Arabia bombed Al Hudaydah on Tuesday, killing five civilians.", "YEM"),
    ],
)
def test_the_dead_of_a_town_that_is_struck_are_its_own(pipeline: Pipeline, text: str, country: str) -> None:
    ((_, found),) = pipeline.code([Article("a", "", text, DAY)])
    killing = next(report for report in found.reports if report.tolls)

    assert [found.actors.by_id[one.actor].country for one in killing.recipients] == [country]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen captured General Karim on Saturday.",
        "Rebel gunmen captured Pablo Escobar on Saturday.",
        "Rebels captured Omar Haddad, a colonel, on Saturday. The army said rebels captured Haddad near the border.",
    ],
)
def test_somebody_who_is_captured_is_no_town(pipeline: Pipeline, text: str) -> None:
    for report in coded(pipeline, text):
        assert report.mode == "abduct"
        assert [one.actor.split("-")[-1] for one in report.recipients] != []


def test_a_movement_that_is_attacked_is_no_town(pipeline: Pipeline) -> None:
    (report,) = coded(pipeline, "JERUSALEM, March 3 (Reuters) - Israel attacked Hezbollah on Saturday.")

    assert [one.text for one in report.recipients] == ["Hezbollah"]


def test_a_minister_who_takes_a_country_into_a_union_seizes_none(pipeline: Pipeline) -> None:
    reports = coded(pipeline, "The prime minister took Denmark into the union, and parliament approved the treaty.")

    assert not [report for report in reports if report.mode == "seize"]


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("Russian forces shelled the village of Dovhenkivka on Monday.", "Dovhenkivka", ""),
        ("Israeli jets bombed the town of Marwahat.", "Marwahat", ""),
        ("The village of Dovhenkivka was seized by Russian troops on Monday.", "Dovhenkivka", ""),
        ("The Ethiopian army said it had stormed the district of Galcaro.", "Galcaro", ""),
        ("Israeli jets bombed the village of Marwahat in southern Lebanon on Monday.", "Marwahat", "LBN"),
        ("Russian forces shelled the city of Kherson on Monday.", "Kherson", "UKR"),
        ("The Syrian army bombed the city of Aleppo on Monday.", "Aleppo", "SYR"),
        ("Colombian troops attacked Mérida in an ambush of Venezuelan soldiers.", "Mérida", "VEN"),
    ],
)
def test_a_town_is_not_of_who_strikes_it_unless_the_table_says_so(
    pipeline: Pipeline, text: str, town: str, country: str
) -> None:
    report = coded(pipeline, text)[0]

    assert report.place is not None
    assert (report.place.place.name, report.place.place.country) == (town, country)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("GOMA, March 3 (Reuters) - Rebels took the town of Sake on Saturday.", "Sake"),
        ("GOMA, March 3 (Reuters) - Rebels seized the village of Kalambe on Saturday.", "Kalambe"),
        ("KYIV, March 3 (Reuters) - Russian forces shelled the city of Kherson on Saturday.", "Kherson"),
        ("NIAMEY, March 3 (AP) - Militants stormed the district of Bankilare on Sunday.", "Bankilare"),
    ],
)
def test_a_town_told_with_its_kind_comes_before_the_dateline(pipeline: Pipeline, text: str, town: str) -> None:
    (report,) = coded(pipeline, text)

    assert report.place is not None
    assert report.place.text == town
    assert report.recipients == ()


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("NAIROBI, March 3 (AP) - Rebels attacked a convoy on Sunday.", [""]),
        ("BAGHDAD, March 3 (AP) - Rebels killed ten soldiers on Sunday.", ["", ""]),
        ("NAIROBI, March 3 (AP) - Rebels attacked Sudanese troops on Sunday.", ["", "SDN"]),
        ("NAIROBI, March 3 (AP) - Rebels attacked a convoy in northern Kenya on Sunday.", ["KEN"]),
    ],
)
def test_a_dateline_alone_gives_fighters_no_country(pipeline: Pipeline, text: str, countries: list[str]) -> None:
    ((_, found),) = pipeline.code([Article("a", "", text, DAY)])
    report = found.reports[0]

    assert [found.actors.by_id[one.actor].country for one in (*report.actors, *report.recipients)] == countries
