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
    ("text", "trigger"),
    [
        ("The army must not tolerate the killing of civilians by its soldiers in Kaduna.", "killing"),
        ("The UN will not accept the abduction of its staff by the Houthis.", "abduction"),
        ("Iran said it would never forgive the killing of General Soleimani in Baghdad.", "killing"),
        ("Hamas said it could not forgive the assassination of its leader in Tehran.", "assassination"),
    ],
)
def test_a_known_deed_that_will_not_be_borne_was_done(told: Told, text: str, trigger: str) -> None:
    assert told(text)[trigger].status is Status.ACTUAL


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will not condone violence against refugees.",
        "Jordan would never accept the expulsion of Palestinians.",
        "Ghana would never forgive an attack on its embassy.",
    ],
)
def test_a_deed_that_is_only_feared_is_not_told(coded: Coded, text: str) -> None:
    assert not any(report.type in ("ASSAULT", "COERCE") for report in coded(text))


@pytest.mark.parametrize(
    ("text", "harmed", "trigger"),
    [
        ("None of the hostages was killed, but the gunmen wounded two policemen.", "injured", "wounded"),
        ("No soldiers were killed by Hamas, but two were wounded.", "injured", "wounded"),
        ("No protesters were killed by police, but 30 were arrested.", "detained", "arrested"),
    ],
)
def test_nobody_of_a_sort_is_counted_among_others_who_were_harmed(
    stated: Told, text: str, harmed: str, trigger: str
) -> None:
    assert set(stated(text)[trigger].tolls) == {harmed}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was killed in the shelling of Goma.",
        "Ten people were hurt but no one was killed in the shelling of Goma.",
        "The shelling of Goma wounded ten people, but caused no deaths.",
    ],
)
def test_that_nobody_at_all_was_killed_is_counted(coded: Coded, text: str) -> None:
    assert any("killed" in report.tolls and report.tolls["killed"].high == 0 for report in coded(text))


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


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Angola called on M23 not to advance and to withdraw from Goma.", "RETREAT"),
        ("Protesters in Dakar called on the president not to run again and to release prisoners.", "RETREAT"),
        ("The EU urged Israel not to annex the valley but to resume talks with the Palestinians.", "CONSULT"),
        ("Brazil asked Maduro not to hold the vote and to lift the blockade.", "CONCEDE"),
    ],
)
def test_what_others_are_asked_besides_is_called_for(coded: Coded, text: str, type_: str) -> None:
    assert type_ in {report.type for report in coded(text) if report.status is Status.CALLED_FOR}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana urged the rebels not to shell Accra and burn its villages.",
        "The envoy called on the rebels not to attack or besiege the town.",
    ],
)
def test_verbs_that_share_one_not_are_all_refused(coded: Coded, text: str) -> None:
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
    assert [report.type for report in coded(text)] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chad accused Sudan of preparing and launching raids on its villages.", "launching"),
        ("Peru accused the rebels of plotting and carrying out the murder of a priest.", "murder"),
        ("Sri Lanka accused the men of planning suicide bombings that killed 250 people.", "bombings"),
    ],
)
def test_who_is_accused_of_a_deed_besides_its_plan_is_accused_of_it(stated: Told, text: str, trigger: str) -> None:
    assert stated(text)[trigger].status is Status.ACCUSED


def test_who_is_accused_of_planning_a_deed_that_was_done_is_accused_of_it(coded: Coded) -> None:
    told = coded("Peru accused two men of planning the attack on the embassy in Lima.")

    assert [report.status for report in told if report.type == "ASSAULT"] == [Status.ACCUSED]


def test_who_is_charged_with_a_deed_did_it_and_not_the_police(coded: Coded) -> None:
    told = coded("Police charged two rebels with killing a priest in Bangui.")

    doers = [one.actor for report in told if report.type == "ASSAULT" for one in report.actors]
    assert doers
    assert all(doer.startswith("rebels") for doer in doers)


def test_a_protest_against_a_mission_is_no_help(coded: Coded) -> None:
    told = coded("Students in Goma protested against the U.N. peacekeeping mission.")

    assert [report.type for report in told] == ["PROTEST"]


def test_who_hosts_talks_and_calls_for_a_truce_does_both(coded: Coded) -> None:
    told = coded("Togo, which hosted talks in Lome on May 6, called on both sides to lay down their arms.")

    actors = {report.type: [one.actor for one in report.actors] for report in told if not report.under}
    assert actors == {"REQUEST": ["togo"], "CONSULT": ["togo"]}
