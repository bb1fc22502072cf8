"""Who was hurt is told by states and by wounds borne; what an inquiry or an idiom names is nobody's deed."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Report, Status
from ingest.pipeline import Pipeline

DAY = date(2024, 3, 5)
Coded = Callable[[str], tuple[Report, ...]]


@pytest.fixture(scope="module")
def coded(pipeline: Pipeline) -> Coded:
    def found(text: str) -> tuple[Report, ...]:
        ((_, article),) = pipeline.code([Article("a", "", text, DAY)])
        return article.reports

    return found


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
