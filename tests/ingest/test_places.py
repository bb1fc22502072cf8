"""Places are found where a place can stand, and told apart by the country the text is about."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Place, PlaceGrain, PlaceMention, Published
from ingest import lexicon
from ingest.actors import ActorFinder
from ingest.document import Document
from ingest.parse import Parser
from ingest.places import PlaceFinder, build_places

Found = tuple[Document, tuple[PlaceMention, ...]]
DAY = date(2019, 8, 27)


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> PlaceFinder:
    return PlaceFinder(lexicon.load((("places", build_places),), tmp_path_factory.mktemp("data"))["places"])


@pytest.fixture(scope="module")
def find(parser: Parser, actor_finder: ActorFinder, finder: PlaceFinder) -> Callable[[str], Found]:
    def found(text: str) -> Found:
        ((_, document),) = parser.parse([Article("a", "", text, DAY)])
        return document, finder.find(document, (), actor_finder.find(document, Published(DAY, DAY, "given")))

    return found


def where(finder: PlaceFinder, found: Found, word: str, quad: str = "") -> str:
    """Give the name of the place of the event a word tells, "" where there is none."""
    document, mentions = found
    trigger = next(token.i for token in document.tokens if token.text == word)
    mention = finder.place_of(document, trigger, mentions, quad)
    return mention.place.name if mention else ""


def test_a_town_after_a_preposition_is_a_place(find: Callable[[str], Found]) -> None:
    (mention,) = find("A bomb went off in Mogadishu.")[1]

    assert (mention.text, mention.place.country, mention.place.kind) == ("Mogadishu", "SOM", "town")
    assert mention.place.latitude == pytest.approx(2.04, abs=0.1)


@pytest.mark.parametrize("text", ["Of the men, two died.", "The Hit parade began.", "March was quiet."])
def test_a_word_that_is_also_a_town_is_no_place_elsewhere(find: Callable[[str], Found], text: str) -> None:
    assert find(text)[1] == ()


def test_towns_of_one_name_are_told_apart_by_the_country_of_the_text(find: Callable[[str], Found]) -> None:
    _, lebanese = find("Lebanese troops clashed with gunmen in Tripoli, the Lebanese army said.")
    _, libyan = find("Libyan troops clashed with gunmen in Tripoli, the Libyan army said.")

    assert [mention.place.country for mention in (lebanese[0], libyan[0])] == ["LBN", "LBY"]


def test_the_country_named_beside_a_town_decides(find: Callable[[str], Found]) -> None:
    _, mentions = find("He flew to Tripoli, Lebanon, on Monday.")

    assert mentions[0].place.country == "LBN"


def test_a_compass_word_makes_a_part_of_a_country(find: Callable[[str], Found]) -> None:
    (mention,) = find("Rockets landed in northern Israel.")[1]

    assert (mention.text, mention.place.kind, mention.place.country) == ("northern Israel", "part of country", "ISR")


def test_a_state_that_acts_is_no_place(find: Callable[[str], Found]) -> None:
    assert find("Israel rejected the offer.")[1] == ()


def test_an_event_lies_where_its_own_clause_says(finder: PlaceFinder, find: Callable[[str], Found]) -> None:
    found = find("Gunmen killed two men in Mosul after a minister was abducted in Baghdad.")

    assert where(finder, found, "killed") == "Mosul"
    assert where(finder, found, "abducted") == "Baghdad"


def test_an_event_told_by_a_noun_lies_where_the_noun_says(finder: PlaceFinder, find: Callable[[str], Found]) -> None:
    assert where(finder, find("Officials condemned the attack in Nairobi."), "attack") == "Nairobi"


def test_where_rockets_land_comes_before_where_they_came_from(
    finder: PlaceFinder, find: Callable[[str], Found]
) -> None:
    assert where(finder, find("Rockets were fired from Gaza into southern Israel."), "fired") == "southern Israel"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("The defence ministry in Ankara said that rockets had destroyed a warship.", "destroyed", ""),
        ("A spokesman for the Nakuru police said that a bomb had destroyed a bus.", "destroyed", "Nakuru"),
        ("Air strikes followed, and some 300 people fled across the river into Thailand.", "strikes", ""),
        ("Three men were killed in Kisumu as the army and the rebels fought over the capital.", "fought", ""),
        ("Three men were killed in Kisumu as the army fought for a second day over the capital.", "fought", ""),
        ("The rebels surrendered on Nairobi's orders.", "surrendered", ""),
        ("The blockade, along with drought, has helped to push up prices in Africa.", "blockade", ""),
        ("The fighting stopped at midnight Moscow time.", "fighting", ""),
        ("The ship was hit in the Red Sea port of Jeddah.", "hit", "Jeddah"),
        ("He returned to Havana, where the hostages had been held.", "held", "Havana"),
        ("The ministry in Maputo counted the people killed there since May.", "killed", "Maputo"),
        ("Three people were killed after shelling in Kherson.", "killed", "Kherson"),
        ("Two nurses were wounded after an explosion in Maputo.", "wounded", "Maputo"),
        ("Two nurses were wounded after a meeting in Maputo.", "wounded", ""),
        ("The fleet left after an attack on its ships in Maputo.", "left", ""),
        (
            "The retreat had been ordered by the minister, General Anton Brel, commander of troops in Kenya, said.",
            "retreat",
            "",
        ),
    ],
)
def test_a_place_of_something_else_is_not_that_of_the_event(
    finder: PlaceFinder, find: Callable[[str], Found], text: str, word: str, place: str
) -> None:
    assert where(finder, find(text), word) == place


@pytest.mark.parametrize(
    ("text", "word", "quad", "place"),
    [
        ("Israel accuses the movement of trying to build missiles in Lebanon.", "accuses", "VX", ""),
        ("Drones fell in Beirut, and the leader of the movement accused Israel.", "accused", "VX", ""),
        ("The council asked the envoy to travel to Nairobi.", "asked", "VX", ""),
        ("The minister condemned the attack in Nairobi.", "condemned", "VX", ""),
        ("In Nairobi, the minister condemned the attack.", "condemned", "VX", "Nairobi"),
        ("Crowds outside his office in Nairobi called on him to resign.", "called", "VX", "Nairobi"),
        ("The two sides signed an agreement in Nairobi.", "signed", "VC", "Nairobi"),
        ("The leaders of West Africa threatened to use force.", "threatened", "VX", ""),
        ("Former rebels from Darfur accused the army of murder.", "accused", "VX", ""),
        ("The two sides agreed to stop the fighting in Darfur.", "agreed", "VC", ""),
    ],
)
def test_a_word_is_given_where_it_is_said_not_where_what_it_says_lies(
    finder: PlaceFinder, find: Callable[[str], Found], text: str, word: str, quad: str, place: str
) -> None:
    assert where(finder, find(text), word, quad) == place


def test_a_dateline_counts_for_the_opening_only(finder: PlaceFinder, find: Callable[[str], Found]) -> None:
    found = find("ATBARA (AP) - Soldiers arrested a minister. He was taken away. Later troops shot two men. They died.")

    assert where(finder, found, "arrested") == "Atbara"
    assert where(finder, found, "shot") == ""


@pytest.mark.parametrize(
    ("text", "word", "quad", "place"),
    [
        ("NAIROBI, March 4 (AP) - Soldiers killed ten people on Monday.", "killed", "MX", "Kenya"),
        ("NAIROBI, March 4 (AP) - A bomb killed ten people at a market on Monday.", "killed", "MX", "Nairobi"),
        ("NAIROBI, March 4 (AP) - The minister condemned the raid on Monday.", "condemned", "VX", "Nairobi"),
        ("LAGOS, March 4 (AP) - Police freed an actor who had been arrested in May.", "arrested", "MX", "Nigeria"),
        ("NAIROBI, March 4 (AP) - Fighting broke out in the Kenyan capital on Monday.", "Fighting", "MX", "Nairobi"),
        ("KISUMU, March 4 (AP) - Soldiers killed ten people on Monday.", "killed", "MX", "Kisumu"),
    ],
)
def test_the_dateline_of_a_desk_tells_of_its_whole_country(
    finder: PlaceFinder, find: Callable[[str], Found], text: str, word: str, quad: str, place: str
) -> None:
    assert where(finder, find(text), word, quad) == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("In Geneva, the council called for an end to the fighting.", "fighting", ""),
        ("In Geneva, the council met for the first time since the fighting started.", "fighting", ""),
        ("In Lyon, crowds marched to demand that the hostages abducted in May be freed.", "abducted", ""),
        ("Talks in Cairo to end the fighting failed.", "fighting", ""),
        ("In Mosul, officials said that a bomb had killed five people.", "killed", "Mosul"),
        ("In Nairobi, crowds marched as police fired tear gas.", "fired", "Nairobi"),
        ("In Paris, the minister condemned the raid and met an envoy.", "met", "Paris"),
        ("The council called for an end to the fighting in Goma.", "fighting", "Goma"),
        ("Soldiers stormed a palace in Conakry after the junta had executed a cleric.", "executed", ""),
        ("Ten soldiers died in Gao after gunmen attacked a convoy.", "attacked", "Gao"),
        ("The militias of the Amhara region were not named, although both fought for the state.", "fought", ""),
        ("The army reported 12 deaths from rockets out of Gaza.", "deaths", ""),
        ("Rockets were fired from Gaza.", "fired", "Gaza Strip"),
        ("Students in Harare shouted slogans against France.", "shouted", "Harare"),
        ("Chad had suspended its part after an attack on its fleet in Sevastopol.", "suspended", ""),
        ("Gunmen stormed out of Gaza and took 40 hostages.", "took", ""),
        ("A march against terrorism has been called in Bogota.", "march", "Bogotá"),
        ("Media in Kyiv quoted sources as saying that the agency had been behind the strike.", "strike", ""),
    ],
)
def test_a_place_of_another_clause_is_not_that_of_the_event(
    finder: PlaceFinder, find: Callable[[str], Found], text: str, word: str, place: str
) -> None:
    assert where(finder, find(text), word, "MX") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A shell killed ten people at a market in Omdurman.", "Omdurman"),
        ("Troops fled from the village of Harbola.", "Harbola"),
    ],
)
def test_a_town_is_told_by_the_words_before_it(find: Callable[[str], Found], text: str, place: str) -> None:
    assert [mention.place.name for mention in find(text)[1]] == [place]


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
    text: str, expected: list[str], find: Callable[[str], Found]
) -> None:
    assert expected in [within(mention.place) for mention in find(text)[1]]


def test_a_site_no_table_knows_lies_where_its_town_does(find: Callable[[str], Found]) -> None:
    _, mentions = find("A bomb exploded at the Zarqun Hospital in Khartoum, Sudan.")
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
def test_a_site_lies_in_no_town_that_is_only_told_beside_it(find: Callable[[str], Found], text: str, town: str) -> None:
    (site,) = (mention.place for mention in find(text)[1] if mention.place.grain is PlaceGrain.SITE)

    assert (site.town, site.latitude is not None) == (town, bool(town))


def test_a_site_lies_in_its_town_wherever_the_text_names_it(find: Callable[[str], Found]) -> None:
    _, mentions = find(
        "Rebels fired at the Zarqun Hospital. A bomb exploded at the Zarqun Hospital in Khartoum, Sudan. "
        "Police met at the Zarqun Hospital."
    )
    towns = [mention.place.town for mention in mentions if mention.place.grain is PlaceGrain.SITE]

    assert len(towns) > 1
    assert set(towns) == {"Khartoum"}


@pytest.mark.parametrize(
    ("url", "text", "country"),
    [
        ("https://www.gazette.example.uk/news", "A council met.", "GBR"),
        ("https://news.example.com/a", "NAIROBI, Kenya (AP) -- A council met.", "KEN"),
        ("", "A council met\n\nPARIS, 3 Jan (AFP) -- A council met.", "FRA"),
        ("https://media.example.tv/a", "A council met.", ""),
        ("http://[broken", "The council met.", ""),
    ],
)
def test_an_article_is_of_the_country_of_its_address_or_its_dateline(
    finder: PlaceFinder, url: str, text: str, country: str
) -> None:
    assert finder.country_of(Article("a", "", text, None, url=url)) == country


def test_a_known_crossing_is_a_place_by_its_whole_name(find: Callable[[str], Found]) -> None:
    _, mentions = find("Aid came on Friday after Israel reopened the Kerem Shalom crossing.")

    assert [mention.place.name for mention in mentions] == ["Kerem Shalom crossing"]


def test_the_seat_of_who_tells_in_a_clause_beside_is_no_place_of_an_event(
    finder: PlaceFinder, find: Callable[[str], Found]
) -> None:
    text = (
        "Some 17,000 people had to be evacuated on the right bank, and about 25,000 on the other side of the river "
        "were in need of help, the prosecutor general in Kyiv, Andriy Kostin, said."
    )

    assert where(finder, find(text), "evacuated") == ""


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("A bomb went off in Kyiv.", "Kyiv", "Kiev"),
        ("A bomb went off in El Fasher.", "El Fasher", "Al Fashir"),
        ("Troops went into the West Bank.", "West Bank", "Judea and Samaria"),
    ],
)
def test_a_place_brings_its_other_names(find: Callable[[str], Found], text: str, name: str, other: str) -> None:
    (mention,) = find(text)[1]

    assert mention.place.name == name
    assert other in mention.place.aliases
    assert name not in mention.place.aliases


def test_a_street_lies_in_no_town_it_is_called_after(find: Callable[[str], Found]) -> None:
    (mention, *_) = find("A bomb went off in Oxford Street on Friday.")[1]

    assert (mention.place.name, mention.place.latitude) == ("Oxford Street", None)


def test_a_name_known_elsewhere_is_not_put_into_the_country_of_the_text(find: Callable[[str], Found]) -> None:
    mentions = find("Kenyan police said that a suit was filed in California against a Kenyan firm.")[1]

    assert [(one.place.name, one.place.country) for one in mentions] == [("California", "")]
