"""What the timeline states is what its sentence says: who did it, where, whether it happened, and to how many."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Report, Status
from ingest.pipeline import Pipeline

Stated = Callable[[str], dict[str, Report]]


def actors(report: Report) -> list[str]:
    """Give the ids of who did it."""
    return [one.actor for one in report.actors]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The mayor told lawmakers that Chile should bomb the rebel camps.", "bomb", Status.CALLED_FOR),
        ("The ministry gave the rebels 48 hours to give themselves up.", "give", Status.CALLED_FOR),
        ("The army gave the rebels until Friday to surrender the town.", "surrender", Status.CALLED_FOR),
        ("The bishop pleaded with the government to talk to the rebels.", "talk", Status.CALLED_FOR),
        ("Peru accused Chile of arming rebels and of bombing the town of Tacna.", "bombing", Status.ACCUSED),
        ("The European Union postponed the signing of a trade pact with Vietnam.", "pact", Status.PLANNED),
        ("A spokeswoman for the rebels said Chad's soldiers had killed ten people.", "killed", Status.CLAIMED),
    ],
)
def test_what_is_asked_granted_put_off_or_claimed_is_no_fact(
    stated: Stated, text: str, trigger: str, status: Status
) -> None:
    assert stated(text)[trigger].status is status


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The agency urged all armed groups to refrain from attacking aid convoys.", "attacking"),
        ("The cardinal appealed for an end to the killings.", "killings"),
        ("The UN asked the rebels to stop recruiting children.", "recruiting"),
        ("The envoy called for a halt to the shelling of Aleppo.", "shelling"),
    ],
)
def test_a_deed_is_not_called_for_where_its_end_is(stated: Stated, text: str, trigger: str) -> None:
    assert trigger not in stated(text)


def test_who_calls_for_a_halt_asks_for_it_and_halts_nothing(stated: Stated) -> None:
    assert stated("The pope called for a halt to the shelling of Aleppo.")["called"].type == "REQUEST"


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("The mayor said that ninety villagers had died in shelling by the army.", "shelling", ["army-military"]),
        ("Peru accused Chile of arming rebels and of bombing the town of Tacna.", "bombing", ["chile"]),
        ("The bishop pleaded with the president to talk to the rebels.", "talk", ["president-government"]),
        ("The army gave the rebels until Friday to surrender the town.", "surrender", ["rebels-armed-group"]),
        ("Two of the gunmen shouted before they opened fire, survivors said.", "opened", ["gunmen-armed-group"]),
        ("The gunman prayed before he opened fire, witnesses told police.", "opened", ["gunmen-armed-group"]),
        ("They had killed ten soldiers, the rebels said.", "killed", ["rebels-armed-group"]),
        ("A general was killed by a woman of the Shining Path in 1987.", "killed", ["shining-path"]),
        ("In Chad, government tanks shelled the town on Monday.", "shelled", ["chadian-national-army"]),
        ('"They are firing at the hospital," a doctor in Goma said.', "firing", []),
    ],
)
def test_who_does_it_is_who_the_sentence_says(stated: Stated, text: str, trigger: str, doers: list[str]) -> None:
    assert actors(stated(text)[trigger]) == doers


@pytest.mark.parametrize(
    "text",
    [
        "A woman was hurt by Armenian shelling in the Tovuz sector, a spokesman said.",
        "Ten people were killed in shelling on Friday, doctors said.",
    ],
)
def test_who_is_harmed_by_a_blow_does_not_strike_it(stated: Stated, text: str) -> None:
    assert not any("civilians" in doer or "people" in doer for one in stated(text).values() for doer in actors(one))


def test_what_was_blown_up_is_not_who_tells_of_it(stated: Stated) -> None:
    report = stated("A militant drove a truck to the gate of the parliament and blew it up, police said.")["blew"]

    assert report.status is Status.ACTUAL
    assert not report.recipients


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for the rebels said the army had shelled the base.", "rebels-armed-group"),
        ("A rebel spokesman said the army had shelled the base.", "rebels-armed-group"),
        ("A spokesman said the army had shelled the base.", "spokesman-government"),
    ],
)
def test_who_speaks_for_fighters_is_no_official_of_the_state(stated: Stated, text: str, speaker: str) -> None:
    report = stated(text)["shelled"]

    assert report.speaker is not None
    assert report.speaker.actor == speaker


SHOT = "The rebels shot a policeman in Kaduna on Friday, and youths threw petrol bombs at homes in Zaria."
KILLED = "Soldiers killed four men in Kunar on Monday, and a grenade thrown at a patrol in Kandahar wounded six people."


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (SHOT, "shot", "Kaduna"),
        (SHOT, "threw", "Zaria"),
        (KILLED, "wounded", "Kandahār"),
        ("About 900 people have fled to Goma and Bukavu since Kabila sent troops into the region.", "sent", ""),
        ("The French army evacuated 700 foreigners to Gabon.", "evacuated", ""),
        ("The French army evacuated 700 foreigners from their homes in Gabon.", "evacuated", "Gabon"),
    ],
)
def test_where_it_happened_is_not_where_another_clause_is(stated: Stated, text: str, trigger: str, place: str) -> None:
    found = stated(text)[trigger].place

    assert (found.place.name if found else "") == place


@pytest.mark.parametrize(
    ("text", "trigger", "toll"),
    [
        ("The civil war has killed at least half a million people.", "killed", (500_000, None)),
        ("About half a million people were killed in the war.", "killed", (450_000, 550_000)),
        ("The army killed more than two million people.", "killed", (2_000_000, None)),
    ],
)
def test_a_part_of_a_million_is_counted(stated: Stated, text: str, trigger: str, toll: tuple[int, int | None]) -> None:
    found = stated(text)[trigger].tolls["killed"]

    assert (found.low, found.high) == toll


def test_who_is_beaten_back_is_not_injured(stated: Stated) -> None:
    assert not stated("The rebels attacked Bangui but were beaten back.")["beaten"].tolls
    assert stated("Police beat up two reporters in Lima.")["beat"].tolls["injured"].low == 2


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Gunmen killed 12 Easter worshippers in Jos on Friday.", "killed", date(2024, 3, 1)),
        ("Militants attacked Christmas shoppers in Kabul.", "attacked", None),
        ("Rebels killed ten soldiers at Christmas.", "killed", date(2023, 12, 25)),
    ],
)
def test_a_feast_that_says_who_people_are_dates_nothing(
    stated: Stated, text: str, trigger: str, day: date | None
) -> None:
    assert stated(text)[trigger].when.first == day


@pytest.mark.parametrize(
    ("day", "president"),
    [(date(1990, 3, 5), "george-h-w-bush-person-usa"), (date(2003, 3, 5), "george-w-bush-person-usa")],
)
def test_namesakes_are_told_apart_by_the_day(pipeline: Pipeline, day: date, president: str) -> None:
    ((_, coded),) = pipeline.code([Article("a", "", "President George Bush met Tony Blair in London.", day)])

    assert president in [actor for report in coded.reports for actor in actors(report)]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Canada promised tougher action against smugglers.", "promised", "THREATEN"),
        ("The premier promised action on housing to the union.", "promised", "AGREE"),
        ("The defence minister vowed to disarm the rebels.", "vowed", "THREATEN"),
        ("The rebels vowed to disarm.", "vowed", "AGREE"),
        ("Troops disarmed the rebels in Lome.", "disarmed", "COERCE"),
    ],
)
def test_what_is_meant_against_somebody_is_no_favour(stated: Stated, text: str, trigger: str, kind: str) -> None:
    assert stated(text)[trigger].type == kind


def test_who_tells_the_press_what_goes_on_asks_nothing_of_it(stated: Stated) -> None:
    assert "told" not in stated('"They are firing at the hospital," a doctor in Goma told a radio station on Tuesday.')


def test_who_is_to_be_spared_is_not_asked_for_it(stated: Stated) -> None:
    assert not stated("The Red Cross called on both sides to spare civilians.")["called"].recipients


def test_worry_about_a_hostage_leaves_no_doubt_that_he_was_taken(stated: Stated) -> None:
    report = stated("Norway voiced concern over the fate of an engineer kidnapped near Port Harcourt in May.")[
        "kidnapped"
    ]

    assert report.status is Status.ACTUAL


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The priest pleaded with Duterte to withdraw his forces.", "withdraw", Status.CALLED_FOR),
        ("The envoys left after failing to persuade the sides to sign a ceasefire.", "sign", Status.DENIED),
        ("The president offered a reward for the capture of Abimael Guzman.", "capture", Status.CALLED_FOR),
        ("The rebels failed to kill the mayor.", "kill", Status.ATTEMPTED),
    ],
)
def test_what_was_not_brought_about_is_not_told_as_done(
    stated: Stated, text: str, trigger: str, status: Status
) -> None:
    assert stated(text)[trigger].status is status


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Afwerki called on the world to condemn the invasion.", "invasion"),
        ("Ukraine threatened to bar the ships of Russia from returning to Sevastopol.", "returning"),
        ("The president told reporters that his government had only agreed to training.", "told"),
        ("Gusmao pleaded with the world to save his people from genocide.", "genocide"),
    ],
)
def test_what_is_to_be_judged_or_barred_is_not_asked_or_threatened(stated: Stated, text: str, trigger: str) -> None:
    assert trigger not in stated(text)


def test_who_is_urged_to_leave_a_country_is_not_the_country(stated: Stated) -> None:
    report = stated("The United States urged its citizens to leave Haiti as soon as possible.")["urged"]

    assert "haiti" not in [one.actor for one in report.recipients]


def test_the_toll_of_a_war_is_not_that_of_the_deed_it_began_with(stated: Stated) -> None:
    assert not stated("More than 25,000 people have died since Shining Path took up arms in 1980.")["took"].tolls
    assert stated("Five people died after gunmen opened fire on a crowd.")["opened"].tolls["killed"].low == 5


def test_houses_are_not_injured(stated: Stated) -> None:
    assert not stated("The gang had burned dozens of houses in Solino and raped several women.")["raped"].tolls


def test_who_was_shot_dead_at_home_was_not_injured_besides(stated: Stated) -> None:
    assert set(stated("Jovenel Moise was shot dead at his home in July 2021.")["shot"].tolls) == {"killed"}


@pytest.mark.parametrize(
    ("text", "trigger", "mode"),
    [
        ("Guerrillas bombed the offices of a television channel.", "bombed", "explosives"),
        ("The air force bombed the town.", "bombed", "aerial"),
        ("Victor Polay was recaptured last month by police.", "recaptured", "arrest"),
    ],
)
def test_how_it_was_done_is_told_by_who_did_it(stated: Stated, text: str, trigger: str, mode: str) -> None:
    assert stated(text)[trigger].mode == mode


def test_who_met_when_a_bomb_went_off_killed_nobody(stated: Stated) -> None:
    text = "A bomb exploded near the ministry as Kenyan ministers met Somali leaders, killing at least four people."

    assert not actors(stated(text)["killing"])


def test_a_town_without_a_name_is_not_that_of_the_dateline(stated: Stated) -> None:
    assert stated("ADDIS ABABA, March 5 - Eritrea said its forces had left the town.")["left"].place is None


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("The UN urged Chad to let them in and called on the rebels to disarm.", "called", "un"),
        ("Sher Bahadur Deuba asked the rebels to leave and offered to meet them.", "offered", "sher-bahadur-deuba"),
    ],
)
def test_who_asked_goes_on_after_what_was_asked(stated: Stated, text: str, trigger: str, doer: str) -> None:
    report = stated(text)[trigger]

    assert report.status is Status.ACTUAL
    assert [one.startswith(doer) for one in actors(report)] == [True]


def test_whose_arrest_is_told_made_none(stated: Stated) -> None:
    report = stated("Abimael Guzman was tried after his arrest.")["arrest"]

    assert not actors(report)
    assert [one.actor for one in report.recipients] == ["abimael-guzman-person-per"]


def test_as_many_as_is_the_most_there_can_be(stated: Stated) -> None:
    toll = stated("As many as 200,000 people were killed by the army.")["killed"].tolls["killed"]

    assert (toll.low, toll.high) == (1, 200_000)


def test_maoist_rebels_are_those_of_the_country_told(stated: Stated) -> None:
    assert actors(stated("Maoist rebels attacked a police post in Nepal on Friday.")["attacked"]) != ["naxalites"]
