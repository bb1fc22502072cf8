"""What somebody warns of, what they threaten, and what that answers."""

from collections.abc import Callable

import pytest

from graph.model import Report, Status

Stated = Callable[[str], dict[str, Report]]


@pytest.mark.parametrize(
    ("danger", "threat"),
    [
        (
            "Amnesty International warned that thousands of civilians could be killed in the fighting.",
            "Turkey warned that a Kurdish attack would be punished.",
        ),
        (
            "The World Food Programme warned that the siege of the town would worsen hunger.",
            "Russia warned that Ukrainian strikes on its bridge would have consequences.",
        ),
        (
            "France warned that Libya could attack Chad.",
            "Israel warned that Hezbollah attacks would be met with force.",
        ),
        (
            "Russia warned that a Ukrainian attack was imminent.",
            "North Korea warned that American drills would lead to war.",
        ),
        (
            "Germany warned that a Turkish offensive would trigger a new wave of refugees.",
            "Pakistan warned that Indian strikes would not go unanswered.",
        ),
        (
            "France warned that a Libyan attack on Chad would displace thousands.",
            "Rwanda warned that Congolese strikes on its towns would be treated as an act of war.",
        ),
        (
            "Britain warned that Serb shelling could kill hundreds of civilians.",
            "Iran warned that it would respond to an Israeli attack.",
        ),
    ],
)
def test_a_warning_threatens_somebody_where_it_tells_how_their_deed_is_answered(
    stated: Stated, danger: str, threat: str
) -> None:
    told = stated(danger).values()

    assert not any(report.type == "THREATEN" or report.status is Status.THREATENED for report in told)
    assert [report.type for report in stated(threat).values()] == ["THREATEN"]


def test_what_is_threatened_in_answer_is_told_as_the_deed_of_who_warns(stated: Stated) -> None:
    told = stated("Iran warned that it would respond to raids with missile strikes on Israel.")

    assert told["strikes"].status is Status.THREATENED
    assert "raids" not in told


@pytest.mark.parametrize(
    "text",
    [
        "Libya warned that it would attack Chad.",
        "The United Nations warned the rebels of sanctions.",
        "Mali warned that any intervention would be a declaration of war.",
    ],
)
def test_a_warning_of_what_one_will_do_is_a_threat(stated: Stated, text: str) -> None:
    assert stated(text)["warned"].type == "THREATEN"


@pytest.mark.parametrize(
    ("text", "answer", "answered"),
    [
        ("Israel warned that rocket fire would be answered with air strikes on Gaza.", "strikes", "fire"),
        ("Kim warned that war games would be answered with a nuclear strike.", "strike", "games"),
        ("Chad warned that a raid on Adre would be met with artillery fire.", "fire", "raid"),
        ("ISIS warned that bombings in Paris would be revenge for French strikes.", "bombings", "strikes"),
        ("Iran warned that missile strikes would be its response to any sanctions.", "strikes", "sanctions"),
        ("The rebels warned that attacks on convoys would be the price of an invasion.", "attacks", "invasion"),
        ("Hamas warned that it would resume rocket fire in response to raids in Jenin.", "fire", "raids"),
        ("Pakistan warned that any attack on Lahore would be met by missile strikes on Delhi.", "strikes", "met"),
        ("Japan warned that it would respond with sanctions to the missile launch.", "sanctions", "launch"),
        ("Syria warned that it would avenge the raid by bombing Tel Aviv.", "bombing", "raid"),
    ],
)
def test_the_answer_is_threatened_and_what_it_answers_is_not(
    stated: Stated, text: str, answer: str, answered: str
) -> None:
    told = stated(text)

    assert told["warned"].type == "THREATEN"
    assert told[answer].status is Status.THREATENED
    assert answered not in told


def test_what_one_warns_to_think_of_is_threatened(stated: Stated) -> None:
    assert stated("Iran warned that it would consider a blockade of the strait.")["blockade"].type == "COERCE"
