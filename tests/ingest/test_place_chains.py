"""A place is told with what it lies in and with its other names, and lies nowhere the text does not say."""

from collections.abc import Callable

import pytest

from graph.model import Place, PlaceGrain, PlaceMention
from ingest.document import Document

Found = tuple[Document, tuple[PlaceMention, ...]]


def within(place: Place) -> list[str]:
    """Give the names of a place and of what it lies in, the narrowest first."""
    country = "" if place.grain is PlaceGrain.COUNTRY else place.country
    return [name for name in (place.name, place.town, place.region, country) if name]


LYING = {
    "a town by the table": ("Gunmen stormed a hotel in Homs.", ["Homs", "Homs Governorate", "SYR"]),
    "a town of another spelling": ("Troops left Kharkiv for Odesa.", ["Odesa", "Odesa Oblast", "UKR"]),
    "a town of the United States": ("Police shot two men in Houston, Texas.", ["Houston", "Texas", "USA"]),
    "a region": ("Rebels attacked in North Darfur.", ["North Darfur", "SDN"]),
    "a country": ("Rebels attacked in Chad.", ["Chad"]),
    "a camp by the text": (
        "Jets bombed the Jabalia camp in northern Gaza.",
        ["Jabalia refugee camp", "northern Gaza Strip", "PSE"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LYING.values(), ids=LYING.keys())
def test_a_place_is_told_with_town_region_and_country(
    text: str, expected: list[str], find_places: Callable[[str], Found]
) -> None:
    assert expected in [within(mention.place) for mention in find_places(text)[1]]


def test_a_site_no_table_knows_lies_where_its_town_does(find_places: Callable[[str], Found]) -> None:
    _, mentions = find_places("A bomb exploded at the Zarqun Hospital in Khartoum, Sudan.")
    (site,) = (mention.place for mention in mentions if mention.place.grain is PlaceGrain.SITE)

    assert within(site)[1:] == ["Khartoum", "Khartoum State", "SDN"]
    assert site.centre is PlaceGrain.TOWN
    assert site.latitude == pytest.approx(15.55, abs=0.1)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Bombs exploded at the Zarqun Hospital and in Khartoum, Sudan.", ""),
        ("A bomb exploded at the Zarqun Hospital and Khartoum, Sudan, was shelled.", ""),
        ("Bombs exploded at the Zarqun Hospital, Khartoum and Nyala in Sudan.", ""),
        ("A bomb exploded at the Zarqun Hospital near Khartoum, Sudan.", ""),
        ("A bomb exploded at the Zarqun Hospital, Khartoum, Sudan.", "Khartoum"),
    ],
)
def test_a_site_lies_in_no_town_that_is_only_told_beside_it(
    find_places: Callable[[str], Found], text: str, town: str
) -> None:
    (site,) = (mention.place for mention in find_places(text)[1] if mention.place.grain is PlaceGrain.SITE)

    assert (site.town, site.latitude is not None) == (town, bool(town))


def test_a_site_lies_in_its_town_wherever_the_text_names_it(find_places: Callable[[str], Found]) -> None:
    _, mentions = find_places(
        "Rebels fired at the Zarqun Hospital. A bomb exploded at the Zarqun Hospital in Khartoum, Sudan. "
        "Police met at the Zarqun Hospital."
    )
    towns = [mention.place.town for mention in mentions if mention.place.grain is PlaceGrain.SITE]

    assert len(towns) > 1
    assert set(towns) == {"Khartoum"}


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("A bomb went off in Kyiv.", "Kyiv", "Kiev"),
        ("A bomb went off in El Fasher.", "El Fasher", "Al Fashir"),
        ("Troops went into the West Bank.", "West Bank", "Judea and Samaria"),
    ],
)
def test_a_place_brings_its_other_names(find_places: Callable[[str], Found], text: str, name: str, other: str) -> None:
    (mention,) = find_places(text)[1]

    assert mention.place.name == name
    assert other in mention.place.aliases
    assert name not in mention.place.aliases


def test_a_street_lies_in_no_town_it_is_called_after(find_places: Callable[[str], Found]) -> None:
    (mention, *_) = find_places("A bomb went off in Oxford Street on Friday.")[1]

    assert (mention.place.name, mention.place.latitude) == ("Oxford Street", None)


def test_a_name_known_elsewhere_is_not_put_into_the_country_of_the_text(find_places: Callable[[str], Found]) -> None:
    mentions = find_places("Kenyan police said that a suit was filed in California against a Kenyan firm.")[1]

    assert [(one.place.name, one.place.country) for one in mentions] == [("California", "")]
