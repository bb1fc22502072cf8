"""Nothing is told as denied, called for or done that a sentence only says nobody suffered, forbids or fears."""

from collections.abc import Callable

import pytest

from graph.model import Report, Status

Told = Callable[[str], dict[str, Report]]
Coded = Callable[[str], tuple[Report, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was killed in the shelling of Goma.",
        "A rocket hit a depot in Aden, but no soldiers were wounded.",
        "None of the hostages was hurt when troops stormed the camp.",
        "The premier said he would tolerate no attack on Armenia.",
        "Chad will not accept a coup, its president said.",
        "Nepal would not allow any attack on its garrison.",
    ],
)
def test_what_befell_nobody_is_not_told_as_denied(coded: Coded, text: str) -> None:
    assert not any(report.status in (Status.DENIED, Status.CALLED_FOR) for report in coded(text))


def test_who_denies_a_deed_is_told_to_deny_it(told: Told) -> None:
    assert told("The army denied that it had shelled the village.")["shelled"].status is Status.DENIED
    assert told("The army did not shell the village.")["shell"].status is Status.DENIED


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The governor was not seriously hurt in the blast.", "hurt"),
        ("Two guards were shot but not fatally wounded in Kandahar.", "wounded"),
        ("The army did not only shell the village, it burnt it.", "shell"),
    ],
)
def test_a_degree_that_is_denied_leaves_the_deed(told: Told, text: str, trigger: str) -> None:
    assert told(text)[trigger].status is Status.ACTUAL


@pytest.mark.parametrize(
    "text",
    [
        "The bishop asked people not to accept a coup.",
        "Ghana urged its neighbours not to allow an attack on Togo.",
        "The envoy called on the rebels not to attack the convoy.",
    ],
)
def test_what_others_are_asked_not_to_do_is_not_called_for(coded: Coded, text: str) -> None:
    assert [report.type for report in coded(text)] == ["REQUEST"]


def test_what_others_are_asked_to_do_is_called_for(coded: Coded) -> None:
    told = {report.status for report in coded("The general asked his men to attack the rebels in Goma.")}

    assert Status.CALLED_FOR in told


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia accused Eritrea of planning an attack.",
        "Armenia accused Azerbaijan of plotting an invasion of its south.",
        "Sudan accused Chad of conspiring to kill its president.",
    ],
)
def test_who_is_accused_of_a_plan_is_not_accused_of_the_deed(coded: Coded, text: str) -> None:
    assert not any(report.type == "ASSAULT" for report in coded(text))


def test_who_is_accused_of_planning_a_deed_that_was_done_is_accused_of_it(coded: Coded) -> None:
    told = coded("Peru accused two men of planning the attack on the embassy in Lima.")

    assert [report.status for report in told if report.type == "ASSAULT"] == [Status.ACCUSED]


def test_who_is_charged_with_a_deed_did_it_and_not_the_police(coded: Coded) -> None:
    told = coded("Police charged two rebels with killing a priest in Bangui.")

    assert not any("police" in one.actor for report in told if report.type == "ASSAULT" for one in report.actors)


def test_a_protest_against_a_mission_is_no_help(coded: Coded) -> None:
    told = coded("Students in Goma protested against the U.N. peacekeeping mission.")

    assert [report.type for report in told] == ["PROTEST"]


def test_who_hosts_talks_and_calls_for_a_truce_does_both(coded: Coded) -> None:
    told = coded("Togo, which hosted talks in Lome on May 6, called on both sides to lay down their arms.")

    actors = {report.type: [one.actor for one in report.actors] for report in told if not report.under}
    assert actors == {"REQUEST": ["togo"], "CONSULT": ["togo"]}
