"""Places are found where a place can stand, and told apart by the country the text is about."""

from collections.abc import Callable

import pytest

from graph.model import Article, PlaceMention
from ingest.document import Document
from ingest.places import PlaceFinder

Found = tuple[Document, tuple[PlaceMention, ...]]


def where(place_finder: PlaceFinder, found: Found, word: str, quad: str = "") -> str:
    """Give the name of the place of the event a word tells, "" where there is none."""
    document, mentions = found
    trigger = next(token.i for token in document.tokens if token.text == word)
    mention = place_finder.place_of(document, trigger, mentions, quad)
    return mention.place.name if mention else ""


def test_a_town_after_a_preposition_is_a_place(find_places: Callable[[str], Found]) -> None:
    (mention,) = find_places("A bomb went off in Mogadishu.")[1]

    assert (mention.text, mention.place.country, mention.place.kind) == ("Mogadishu", "SOM", "town")
    assert mention.place.latitude == pytest.approx(2.04, abs=0.1)


@pytest.mark.parametrize("text", ["Of the men, two died.", "The Hit parade began.", "March was quiet."])
def test_a_word_that_is_also_a_town_is_no_place_elsewhere(find_places: Callable[[str], Found], text: str) -> None:
    assert find_places(text)[1] == ()


def test_towns_of_one_name_are_told_apart_by_the_country_of_the_text(find_places: Callable[[str], Found]) -> None:
    _, lebanese = find_places("Lebanese troops clashed with gunmen in Tripoli, the Lebanese army said.")
    _, libyan = find_places("Libyan troops clashed with gunmen in Tripoli, the Libyan army said.")

    assert [mention.place.country for mention in (lebanese[0], libyan[0])] == ["LBN", "LBY"]


def test_the_country_named_beside_a_town_decides(find_places: Callable[[str], Found]) -> None:
    _, mentions = find_places("He flew to Tripoli, Lebanon, on Monday.")

    assert mentions[0].place.country == "LBN"


def test_a_compass_word_makes_a_part_of_a_country(find_places: Callable[[str], Found]) -> None:
    (mention,) = find_places("Rockets landed in northern Israel.")[1]

    assert (mention.text, mention.place.kind, mention.place.country) == ("northern Israel", "part of country", "ISR")


def test_a_state_that_acts_is_no_place(find_places: Callable[[str], Found]) -> None:
    assert find_places("Israel rejected the offer.")[1] == ()


def test_an_event_lies_where_its_own_clause_says(
    place_finder: PlaceFinder, find_places: Callable[[str], Found]
) -> None:
    found = find_places("Gunmen killed two men in Mosul after a minister was abducted in Baghdad.")

    assert where(place_finder, found, "killed") == "Mosul"
    assert where(place_finder, found, "abducted") == "Baghdad"


def test_an_event_told_by_a_noun_lies_where_the_noun_says(
    place_finder: PlaceFinder, find_places: Callable[[str], Found]
) -> None:
    assert where(place_finder, find_places("Officials condemned the attack in Nairobi."), "attack") == "Nairobi"


def test_where_rockets_land_comes_before_where_they_came_from(
    place_finder: PlaceFinder, find_places: Callable[[str], Found]
) -> None:
    assert (
        where(place_finder, find_places("Rockets were fired from Gaza into southern Israel."), "fired")
        == "southern Israel"
    )


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
    place_finder: PlaceFinder, find_places: Callable[[str], Found], text: str, word: str, place: str
) -> None:
    assert where(place_finder, find_places(text), word) == place


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
    place_finder: PlaceFinder, find_places: Callable[[str], Found], text: str, word: str, quad: str, place: str
) -> None:
    assert where(place_finder, find_places(text), word, quad) == place


def test_a_dateline_counts_for_the_opening_only(place_finder: PlaceFinder, find_places: Callable[[str], Found]) -> None:
    found = find_places(
        "ATBARA (AP) - Soldiers arrested a minister. He was taken away. Later troops shot two men. They died."
    )

    assert where(place_finder, found, "arrested") == "Atbara"
    assert where(place_finder, found, "shot") == ""


@pytest.mark.parametrize(
    ("text", "word", "quad", "place"),
    [
        ("NAIROBI, March 4 (AP) - Soldiers killed ten people on Monday.", "killed", "MX", "Kenya"),
        ("NAIROBI, March 4 (AP) - A bomb killed ten people at a market on Monday.", "killed", "MX", "Nairobi"),
        ("NAIROBI, March 4 (AP) - The minister condemned the raid on Monday.", "condemned", "VX", "Nairobi"),
        ("LAGOS, March 4 (AP) - Police freed an actor who had been arrested in May.", "arrested", "MX", "Nigeria"),
        ("NAIROBI, March 4 (AP) - Fighting broke out in the Kenyan capital on Monday.", "Fighting", "MX", "Nairobi"),
        ("KISUMU, March 4 (AP) - Soldiers killed ten people on Monday.", "killed", "MX", "Kisumu"),
        ("KISUMU, March 4 (AP) - Police raided Eldoret. A man was shot in the town.", "shot", "MX", "Kenya"),
        ("KISUMU, March 4 (AP) - Police raided Kisumu and Eldoret. They shot a man.", "shot", "MX", "Kisumu"),
    ],
)
def test_the_dateline_of_a_desk_tells_of_its_whole_country(
    place_finder: PlaceFinder, find_places: Callable[[str], Found], text: str, word: str, quad: str, place: str
) -> None:
    assert where(place_finder, find_places(text), word, quad) == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("In Geneva, the council called for an end to the fighting.", "fighting", ""),
        ("In Geneva, the council met for the first time since the fighting started.", "fighting", ""),
        ("In Lyon, crowds marched to demand that the hostages abducted in May be freed.", "abducted", ""),
        ("Talks in Cairo to end the fighting failed.", "fighting", ""),
        ("Envoys signed an accord in Geneva, two years after the war started.", "war", ""),
        ("Envoys left Geneva after rebels attacked a hotel in Goma.", "attacked", "Goma"),
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
    place_finder: PlaceFinder, find_places: Callable[[str], Found], text: str, word: str, place: str
) -> None:
    assert where(place_finder, find_places(text), word, "MX") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A shell killed ten people at a market in Omdurman.", "Omdurman"),
        ("Troops fled from the village of Harbola.", "Harbola"),
    ],
)
def test_a_town_is_told_by_the_words_before_it(find_places: Callable[[str], Found], text: str, place: str) -> None:
    assert [mention.place.name for mention in find_places(text)[1]] == [place]


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
    place_finder: PlaceFinder, url: str, text: str, country: str
) -> None:
    assert place_finder.country_of(Article("a", "", text, None, url=url)) == country


def test_a_known_crossing_is_a_place_by_its_whole_name(find_places: Callable[[str], Found]) -> None:
    _, mentions = find_places("Aid came on Friday after Israel reopened the Kerem Shalom crossing.")

    assert [mention.place.name for mention in mentions] == ["Kerem Shalom crossing"]


def test_the_seat_of_who_tells_in_a_clause_beside_is_no_place_of_an_event(
    place_finder: PlaceFinder, find_places: Callable[[str], Found]
) -> None:
    text = (
        "Some 17,000 people had to be evacuated on the right bank, and about 25,000 on the other side of the river "
        "were in need of help, the prosecutor general in Kyiv, Andriy Kostin, said."
    )

    assert where(place_finder, find_places(text), "evacuated") == ""
