"""What is called something, warned against or broken off: the deed is blamed or refused, never asked for."""

from collections.abc import Callable

import pytest

from graph.model import Report, Status

Stated = Callable[[str], dict[str, Report]]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy called the attack on the camp an outrage.",
        'The envoy called the attack on the camp "beyond horrific".',
        "The envoy called the raid on the village cowardly.",
    ],
)
def test_who_calls_a_deed_a_crime_blames_it_and_asks_for_nothing(stated: Stated, text: str) -> None:
    told = stated(text)

    assert (told["called"].type, told["called"].mode) == ("ACCUSE", "disapprove")
    assert all(report.status is Status.ACTUAL for report in told.values())


def test_who_calls_on_somebody_still_asks(stated: Stated) -> None:
    assert stated("The union called on the minister to resign.")["called"].type == "REQUEST"


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Oslo warned Lima against bombing the port.", "bombing"),
        ("The envoy warned against any shelling of the port.", "shelling"),
        ("Moscow warned the West not to send tanks to Kyiv.", "send"),
        ("The minister warned protesters not to attack the police.", "attack"),
    ],
)
def test_who_warns_others_off_a_deed_does_not_threaten_it(stated: Stated, text: str, deed: str) -> None:
    told = stated(text)

    assert told["warned"].type == "THREATEN"
    assert deed not in told


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Talks between Chad and the rebels in Lome collapsed on Friday.", "collapsed"),
        ("Peace talks between Chad and the rebels broke down on Friday.", "broke"),
    ],
)
def test_talks_that_end_without_success_are_no_meeting(stated: Stated, text: str, trigger: str) -> None:
    told = stated(text)

    assert list(told) == [trigger]
    assert told[trigger].type == "REJECT"


def test_only_an_alarm_over_something_blames(stated: Stated) -> None:
    assert "raise" not in stated("The gunmen shot dead a guard who tried to raise the alarm.")
    assert stated("Aid agencies raised the alarm over the famine in Tigray.")["raised"].type == "ACCUSE"


@pytest.mark.parametrize(
    "text",
    [
        "Juan Cruz left Lima after talks with the rebels.",
        "Juan Cruz, speaking in Lima after talks with the rebels, opposed the sanctions.",
    ],
)
def test_who_acts_after_talks_has_held_them(stated: Stated, text: str) -> None:
    talks = stated(text)["talks"]

    assert [one.actor.startswith("juan-cruz-person") for one in talks.actors] == [True]


def test_who_is_only_acted_on_after_talks_need_not_have_held_them(stated: Stated) -> None:
    assert stated("The mayor was shot during talks with the rebels.")["talks"].actors == ()


def test_soldiers_who_are_released_are_those_it_is_done_to(stated: Stated) -> None:
    told = stated("Two soldiers were released after talks with the police.")

    assert [one.actor for one in told["released"].recipients] == ["soldiers-military"]
