"""Who was hurt is told by states and by wounds borne; what an inquiry or an idiom names is nobody's deed."""

from collections.abc import Callable

import pytest

from graph.model import Kind, Report, Status

Coded = Callable[[str], tuple[Report, ...]]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The attack left at least one student injured.", 1),
        ("The attack left ten people injured, the police said.", 10),
        ("The bomb left a guard badly wounded.", 1),
        ("The clashes left two students injured in the capital.", 2),
        ("Ten people had suffered mostly minor injuries, the ministry said.", 10),
        ("The guard received three bullet wounds.", 1),
        ("Two soldiers sustained slight injuries in a clash.", 2),
    ],
)
def test_those_left_hurt_suffer_it_and_did_not_do_it(coded: Coded, text: str, low: int) -> None:
    reports = coded(text)

    assert {report.tolls["injured"].low for report in reports if report.tolls} == {low}
    assert {report.type for report in reports} == {"ASSAULT"}
    assert not any(report.actors for report in reports)


@pytest.mark.parametrize(
    "text",
    [
        "The storm left ten people injured.",
        "The players suffered injuries in training.",
        "He suffered a serious injury when he fell from a ladder.",
        "The government suffered wounds to its reputation.",
        "The council pushed back elections for governors to December.",
    ],
)
def test_what_no_attack_did_is_no_attack(coded: Coded, text: str) -> None:
    assert coded(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors opened an investigation into the murder of two students.",
        "The police launched a probe into the attacks on two villages.",
    ],
)
def test_who_looks_into_a_deed_did_not_do_it(coded: Coded, text: str) -> None:
    (deed,) = (report for report in coded(text) if report.type == "ASSAULT")

    assert deed.actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "Witnesses did not know where the bombs were being detonated.",
        "It is not known who killed the mayor.",
        "The police did not say how the rebels shot the mayor.",
    ],
)
def test_who_cannot_say_where_or_how_does_not_deny_it(coded: Coded, text: str) -> None:
    assert {report.status for report in coded(text)} == {Status.ACTUAL}


def test_a_denial_that_a_thing_was_done_stays_one(coded: Coded) -> None:
    (report,) = coded("The police did not say that the rebels shot the mayor.")

    assert report.status is Status.DENIED


@pytest.mark.parametrize("text", ["Teachers went on strike on Monday.", "Nurses in Kenya went on strike."])
def test_a_strike_of_workers_is_a_protest(coded: Coded, text: str) -> None:
    (report,) = coded(text)

    assert (report.type, report.mode) == ("PROTEST", "strike")


def test_penalties_against_officials_are_no_attack_and_shots_at_them_are(coded: Coded) -> None:
    assert all(report.type != "ASSAULT" for report in coded("The administration targeted 13 more officials."))
    assert [report.type for report in coded("Gunmen targeted government officials.")] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "effect", "victims"),
    [
        ("Among the dead were two judges.", "killed", ["two judges"]),
        ("Two of the guests were among the dead.", "killed", ["Two of the guests"]),
        ("Among the wounded were two judges and a guard.", "injured", ["two judges", "a guard"]),
        ("Tomas Arana was among those killed in Lima.", "killed", ["Tomas Arana"]),
    ],
)
def test_those_among_the_harmed_were_harmed(coded: Coded, text: str, effect: str, victims: list[str]) -> None:
    (report,) = coded(text)

    assert [(victim.text, victim.effect) for victim in report.victims] == [(victim, effect) for victim in victims]


def test_those_among_the_dead_died_in_the_deed_told_before_and_are_in_its_toll(coded: Coded) -> None:
    reports = coded("A bomb killed twelve people in Lima on Monday. Among the dead were Tomas Arana and a guard.")
    first, second = (report for report in reports if report.victims)

    assert second.retells == first.id
    assert (first.tolls["killed"].low, second.tolls) == (12, {})


@pytest.mark.parametrize(
    "text",
    [
        "Among the guests were two ministers.",
        "The player was among the injured.",
        "The jury cleared the yachtsman of causing injury to his deckhand.",
    ],
)
def test_guests_players_and_deckhands_are_no_victims_of_an_attack(coded: Coded, text: str) -> None:
    assert coded(text) == ()


@pytest.mark.parametrize("text", ["The shelling caused several injuries.", "The rebels inflicted heavy casualties."])
def test_harm_that_is_caused_is_told(coded: Coded, text: str) -> None:
    assert "ASSAULT" in {report.type for report in coded(text)}


def test_a_deed_that_harmed_nobody_is_told_once(coded: Coded) -> None:
    (report,) = coded("Gunmen fired on the bus in Lima, causing no injuries.")

    assert report.tolls["injured"].high == 0


def test_a_victim_is_of_the_force_of_his_rank(coded: Coded) -> None:
    (report,) = coded("Among the dead was a section chief, a sergeant.")

    assert [victim.kind for victim in report.victims] == [Kind.MILITARY]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police raided two houses in the capital.", ("COERCE", "seize")),
        ("Police launched further raids early on Monday.", ("COERCE", "seize")),
        ("The army raided the village.", ("ASSAULT", "")),
        ("Rebels raided the police station.", ("ASSAULT", "")),
    ],
)
def test_what_police_raid_they_search(coded: Coded, text: str, told: tuple[str, str]) -> None:
    assert [(report.type, report.mode) for report in coded(text)] == [told]


def test_a_reward_for_what_leads_to_an_arrest_is_no_arrest(coded: Coded) -> None:
    (report,) = coded("The government offered a reward for information leading to the capture of the commander.")

    assert report.status is Status.CONDITIONAL
