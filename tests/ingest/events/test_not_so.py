"""Harm is counted where it is told at a distance, and none is told where somebody only leaves, or gives a speech."""

from collections.abc import Callable

import pytest

from graph.model import Report, Status

Stated = Callable[[str], dict[str, Report]]


@pytest.mark.parametrize(
    ("text", "trigger", "effect", "low"),
    [
        ("A bomb killed two people a mile away.", "killed", "killed", 2),
        ("The blast injured ten people two miles away.", "injured", "injured", 10),
        ("A bomb killed ten people back in 2019.", "killed", "killed", 10),
        ("The man was wounded five miles away.", "wounded", "injured", 1),
        ("Police shot a man away from the crowd.", "shot", "injured", 1),
        ("Police beat a man away from the crowd.", "beat", "injured", 1),
    ],
)
def test_a_distance_or_a_time_back_takes_no_toll(
    stated: Stated, text: str, trigger: str, effect: str, low: int
) -> None:
    assert stated(text)[trigger].tolls[effect].low == low


@pytest.mark.parametrize(
    "text",
    [
        "Police beat back ten protesters.",
        "Police beat the protesters back.",
        "The rebels attacked Bangui but were beaten back.",
    ],
)
def test_who_is_only_driven_off_is_not_injured(stated: Stated, text: str) -> None:
    assert not any(report.tolls for report in stated(text).values())


@pytest.mark.parametrize(
    "text",
    [
        "The minister left the hospital injured on Monday.",
        "The president left the building wounded on Monday.",
        "The envoy left the town hurt.",
        "The player left the pitch injured.",
        "The vote left the peace deal dead.",
    ],
)
def test_who_leaves_a_place_hurt_attacks_nobody(stated: Stated, text: str) -> None:
    assert not any(report.type == "ASSAULT" for report in stated(text).values())


@pytest.mark.parametrize(
    ("text", "effect", "low"),
    [
        ("The attack left two guards injured.", "injured", 2),
        ("The blast left dozens wounded.", "injured", 24),
        ("The bombing left 12 wounded.", "injured", 12),
        ("The clash left the mayor wounded.", "injured", 1),
        ("The attack left at least 20 dead.", "killed", 20),
        ("The attack left Juan Paz dead.", "killed", 1),
    ],
)
def test_people_left_hurt_are_counted(stated: Stated, text: str, effect: str, low: int) -> None:
    report = stated(text)["left"]

    assert report.tolls[effect].low == low
    assert not report.actors


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("He gave a speech on Monday to condemn the raid.", "condemn", Status.ACTUAL),
        ("The bishop gave a speech Monday to condemn the raid.", "condemn", Status.ACTUAL),
        ("Ministers gave a dinner on Sunday to honour the peacekeepers.", "honour", Status.ACTUAL),
        ("Rebels set up a camp on Monday to attack the army.", "attack", Status.ATTEMPTED),
        ("They gave the rebels two days to surrender.", "surrender", Status.CALLED_FOR),
        ("The army gave the rebels until Friday to surrender.", "surrender", Status.CALLED_FOR),
        ("The rebels were given 48 hours to withdraw from the town.", "withdraw", Status.CALLED_FOR),
        ("The general gave the army a week to take the town.", "take", Status.CALLED_FOR),
        ("Chile gave the army a deadline to take the town.", "take", Status.CALLED_FOR),
    ],
)
def test_only_time_that_is_granted_makes_a_purpose_a_wish(
    stated: Stated, text: str, trigger: str, status: Status
) -> None:
    assert stated(text)[trigger].status is status


def test_who_gives_a_dinner_honours_by_it(stated: Stated) -> None:
    report = stated("Ministers gave a dinner on Sunday to honour the peacekeepers.")["honour"]

    assert [one.actor for one in report.actors] == ["ministers-government"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels plan a March 10 attack on the capital.", "attack"),
        ("On 10 March attacks on convoys will be met with force.", "attacks"),
        ("Talks are on March 10 in the capital.", "Talks"),
    ],
)
def test_what_lies_ahead_has_not_happened(stated: Stated, text: str, trigger: str) -> None:
    report = stated(text)[trigger]

    assert (report.status, report.when.edtf) == (Status.PLANNED, "2024-03-10")
