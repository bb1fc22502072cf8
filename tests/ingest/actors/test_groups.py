"""Whose people a common noun means, and when it means somebody named already."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Actor, Article, Published
from ingest.actors import ActorFinder
from ingest.parse import Parser

DAY = date(2019, 8, 27)


@pytest.fixture(scope="module")
def actor_of(parser: Parser, actor_finder: ActorFinder) -> Callable[[str, str], Actor | None]:
    def found(text: str, word: str) -> Actor | None:
        ((_, document),) = parser.parse([Article("a", "", text, DAY)])
        actors = actor_finder.find(document, Published(DAY, DAY, "given"))
        heads = [token.i for token in document.tokens if token.text == word and token.i in actors.by_head]
        return actors.by_id[actors.by_head[heads[-1]].actor] if heads else None

    return found


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Members of the Taliban met the envoy.", "Members", "taliban"),
        ("UN officials met the rebels.", "officials", "un"),
        ("Kenya said its soldiers had crossed the border.", "soldiers", "kenya-defence-forces"),
        ("Boko Haram, a militant group, burned the school.", "group", "boko-haram"),
        ("Eritrea, whose army joined the war, denied it.", "army", "eritrean-defence-forces"),
        ("The government of Uganda protested.", "government", "uganda"),
        ("The group's fighters fled after Boko Haram lost the town.", "Haram", "boko-haram"),
        ("Al-Shabaab attacked Ethiopian troops. The militants killed ten.", "militants", "al-shabaab"),
        ("A Pakistani official spoke for his government.", "government", "pakistan"),
    ],
)
def test_a_noun_means_whom_its_owner_says(
    actor_of: Callable[[str, str], Actor | None], text: str, word: str, wanted: str
) -> None:
    actor = actor_of(text, word)

    assert actor is not None
    assert actor.id == wanted


def test_who_stands_behind_a_group_does_not_own_it(actor_of: Callable[[str, str], Actor | None]) -> None:
    actor = actor_of("The Iran-backed militia shelled the base.", "militia")

    assert actor is not None
    assert actor.country == ""


def test_people_of_a_region_are_not_their_state(actor_of: Callable[[str, str], Actor | None]) -> None:
    actor = actor_of("Tigray forces took the town.", "forces")

    assert actor is not None
    assert (actor.id != "ethiopian-national-defense-force", actor.country) == (True, "ETH")


def test_an_institution_of_another_state_is_not_the_one_known_by_its_name(
    actor_of: Callable[[str, str], Actor | None],
) -> None:
    actor = actor_of("Burundi's National Security Council met.", "Council")

    assert actor is not None
    assert actor.country == "BDI"


def test_protesters_are_not_just_civilians(actor_of: Callable[[str, str], Actor | None]) -> None:
    actor = actor_of("Chilean demonstrators threw stones.", "demonstrators")

    assert actor is not None
    assert (actor.name, actor.sector) == ("Chilean protesters", "CVL")


def test_part_of_a_longer_noun_is_no_actor(actor_of: Callable[[str, str], Actor | None]) -> None:
    assert actor_of("A fighter jet crashed.", "fighter") is None


def test_a_name_before_a_place_noun_is_no_person(actor_of: Callable[[str, str], Actor | None]) -> None:
    assert actor_of("Shots were heard in Morazan department.", "Morazan") is None


def test_a_role_somebody_left_names_no_successor(actor_of: Callable[[str, str], Actor | None]) -> None:
    actor = actor_of("Daniel arap Moi left office as president of Kenya.", "president")

    assert actor is not None
    assert actor.name == "Daniel arap Moi"


def test_a_pronoun_for_a_thing_is_no_actor(actor_of: Callable[[str, str], Actor | None]) -> None:
    assert actor_of("Boko Haram attacked. The plane crashed as it was landing.", "it") is None


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Ossetia is in Georgia. The Karabakh authorities spoke.", "authorities", "Karabakh authorities"),
        ("Separatist forces shelled the town in Georgia.", "forces", "separatist forces in Georgia"),
        ("The RSF and its allies attacked.", "allies", "allies of Rapid Support Forces"),
        ("Chad sent troops across the border.", "troops", "Chadian National Army"),
        ("The Kyrgyz parliament voted.", "parliament", "Kyrgyz parliament"),
        ("Ethnic Serb gunmen fired on a patrol.", "gunmen", "ethnic Serb gunmen"),
        ("Negotiators of the ELN in Colombia spoke. The ELN said its delegates agreed.", "delegates", "ELN"),
        ("The Chinese minister met his Russian counterparts.", "counterparts", "Russia"),
    ],
)
def test_a_group_is_named_by_no_more_than_is_told(
    actor_of: Callable[[str, str], Actor | None], text: str, word: str, wanted: str
) -> None:
    actor = actor_of(text, word)

    assert actor is not None
    assert actor.name == wanted


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Both parties in Yemen agreed to a truce.", "parties"),
        ("Two drones crashed near Beirut.", "drones"),
        ("Villages on both banks of the river in Ukraine were flooded.", "banks"),
        ("No group in Kenya claimed the attack.", "group"),
        ("A bomb went off at the General Torres school in Chile.", "General"),
    ],
)
def test_a_noun_that_names_nobody_is_no_actor(
    actor_of: Callable[[str, str], Actor | None], text: str, word: str
) -> None:
    assert actor_of(text, word) is None


def test_a_name_beside_a_noun_for_a_body_is_one(actor_of: Callable[[str, str], Actor | None]) -> None:
    actor = actor_of("Zambair, the national carrier, cancelled flights to Zambia.", "Zambair")

    assert actor is not None
    assert (actor.kind, actor.sector) == ("company", "BUS")


def test_soldiers_of_an_unknown_side_have_no_country(actor_of: Callable[[str, str], Actor | None]) -> None:
    actor = actor_of("France and the United States both have troops in Niger.", "troops")

    assert actor is not None
    assert actor.country == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "People marched in El Salvador. Shops in El Salvador closed. The government met the FMLN in Venezuela.",
            "El Salvador",
        ),
        ("Venezuela protested. El Salvador and the Sandinist government signed.", "Sandinist government"),
    ],
)
def test_a_government_is_not_that_of_the_place_where_it_met(
    actor_of: Callable[[str, str], Actor | None], text: str, wanted: str
) -> None:
    actor = actor_of(text, "government")

    assert actor is not None
    assert actor.name == wanted


def test_a_movement_of_another_sort_takes_up_no_body(actor_of: Callable[[str, str], Actor | None]) -> None:
    actor = actor_of("Hezbollah denied it. The popular movement marched.", "movement")

    assert actor is not None
    assert (actor.name, actor.kind) == ("movement in Lebanon", "organisation")


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Gunmen kidnapped a Peruvian mountaineer on Sunday.", "mountaineer", "Peruvian people"),
        ("Gunmen killed two Thai hikers.", "hikers", "Thai people"),
        ("The Kenyan attacked on the last climb.", "Kenyan", "Kenyan people"),
        ("The Palestinians rejected the plan.", "Palestinians", "Palestinian territories"),
        ("The French rejected the plan.", "French", "France"),
    ],
)
def test_somebody_of_a_nation_is_never_its_state(
    actor_of: Callable[[str, str], Actor | None], text: str, word: str, name: str
) -> None:
    actor = actor_of(text, word)

    assert actor and actor.name == name


@pytest.mark.parametrize(
    ("text", "word", "name", "country"),
    [
        ("Bosnian Serb gunners fired into the town.", "gunners", "Bosnian Serb gunners", "BIH"),
        ("Croatian Serb rebels shelled the port.", "rebels", "Croatian Serb rebels", "HRV"),
        ("Turkish Cypriot police arrested a man.", "police", "Turkish Cypriot police", "CYP"),
        ("Israeli Arab protesters blocked a road.", "protesters", "Israeli Arab protesters", "ISR"),
        ("Serb forces shelled the town.", "forces", "Serb forces", ""),
        ("Croat troops held the bridge.", "troops", "Croat troops", ""),
        ("Basque separatists killed a mayor.", "separatists", "Basque separatists", ""),
        ("Kurdish rebels held the bridge.", "rebels", "Kurdish rebels", ""),
    ],
)
def test_forces_of_a_people_are_not_those_of_the_state_it_is_named_after(
    actor_of: Callable[[str, str], Actor | None], text: str, word: str, name: str, country: str
) -> None:
    actor = actor_of(text, word)

    assert actor is not None
    assert (actor.name, actor.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("The Croat government arrested two men.", "government", "croatia"),
        ("The Serb government rejected the plan.", "government", "serbia"),
        ("The Serb cabinet met envoys in Moscow.", "cabinet", "serbia"),
        ("The Croat cabinet in Zagreb resigned.", "cabinet", "croatia"),
        ("The Serb embassy in Tirana was attacked.", "embassy", "serbia"),
    ],
)
def test_the_government_of_a_people_with_a_state_is_that_state(
    actor_of: Callable[[str, str], Actor | None], text: str, word: str, wanted: str
) -> None:
    actor = actor_of(text, word)

    assert actor is not None
    assert actor.id == wanted


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Serb ministers in Kosovo resigned.", "ministers"),
        ("Serb ministers resigned from Kosovo's government.", "ministers"),
        ("The Serb minister in Kosovo's government met a judge.", "minister"),
        ("The Croat minister in the government of Bosnia resigned.", "minister"),
        ("Bosnia's Croat president met the pope.", "president"),
        ("The Serb ministry of defence in Pale ordered the attack on Srebrenica.", "ministry"),
        ("Serb and government forces clashed near Tuzla.", "forces"),
        ("Croat ministers boycotted a session in Sarajevo.", "ministers"),
    ],
)
def test_a_minister_of_a_people_in_another_state_is_not_of_the_state_named_after_it(
    actor_of: Callable[[str, str], Actor | None], text: str, word: str
) -> None:
    actor = actor_of(text, word)

    assert actor is None or (actor.id not in ("serbia", "croatia") and actor.country not in ("SRB", "HRV"))


@pytest.mark.parametrize(
    "text",
    [
        "The Nigerian air force mistakenly bombed soldiers in Borno.",
        "The Nigerian air force bombed mutinous soldiers in Borno.",
        "The Nigerian air force killed ten soldiers in Borno by mistake.",
    ],
)
def test_soldiers_whom_their_state_strikes_by_mistake_or_for_mutiny_are_its_own(
    actor_of: Callable[[str, str], Actor | None], text: str
) -> None:
    actor = actor_of(text, "soldiers")

    assert actor is not None
    assert actor.country == "NGA"


@pytest.mark.parametrize(
    "text", ["Israel killed two senior commanders on Monday.", "Israeli strikes killed two commanders."]
)
def test_soldiers_whom_a_state_kills_are_not_its_own(actor_of: Callable[[str, str], Actor | None], text: str) -> None:
    actor = actor_of(text, "commanders")

    assert actor is not None
    assert (actor.id, actor.country) == ("commanders-military", "")


def test_police_whom_gunmen_of_their_country_kill_are_its_own(actor_of: Callable[[str, str], Actor | None]) -> None:
    actor = actor_of("Fighting went on in Sudan. Gunmen killed three policemen near Nyala.", "policemen")

    assert actor is not None
    assert actor.country == "SDN"


def test_officers_near_police_are_policemen(actor_of: Callable[[str, str], Actor | None]) -> None:
    actor = actor_of("A bomb at a police checkpoint in Lima, Peru, killed three officers.", "officers")

    assert actor is not None
    assert actor.name == "policemen in Peru"
