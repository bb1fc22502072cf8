"""On which day an event happened, and where its words leave no more than bounds: sentences of our own, by class."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Published, Report, Status

DAY = date(2024, 6, 14)  # a Friday
PUBLISHED = Published(DAY, DAY, "given")
LEAD = "NAIROBI, June 14 - Rebels shelled a market on Wednesday, officials said. The town was quiet later. "
Code = Callable[[str], dict[str, Report]]


def days(told: Code, text: str, trigger: str) -> str:
    return told(text)[trigger].when.edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (LEAD + "Chad accuses its neighbour of arming the rebels.", "accuses", "/2024-06-14"),
        (LEAD + "Chad accuses its neighbour of arming the rebels.", "arming", "/2024-06-14"),
        (LEAD + "Some 3,000 soldiers of the mission are stationed along the border.", "stationed", "/2024-06-14"),
        (LEAD + "Protests have continued almost daily in the capital.", "Protests", "/2024-06-14"),
        (LEAD + "Oman has pledged 500 million dollars in aid.", "pledged", "/2024-06-14"),
        (LEAD + "Since the war began the army has killed 40,000 people.", "killed", "/2024-06-14"),
        # Not even where it stands high up in the text.
        ("Rebels shelled a port on Monday. Oman accuses Chad of arming the rebels.", "accuses", "/2024-06-14"),
        ("Rebels shelled a port on Monday. Oman accuses Chad of arming the rebels.", "arming", "/2024-06-14"),
        (LEAD + "The opposition denounces the vote as a fraud.", "denounces", "/2024-06-14"),
        # What goes on as the article comes out, and what its lead tells as news, keep the day.
        ("NAIROBI, June 14 - Kenya has broken off talks with the rebels.", "broken", "2024-06-14?"),
        (LEAD + "Police said that gunmen attacked a bus.", "attacked", "2024-06-12?"),
    ],
)
def test_a_standing_state_or_habit_has_no_day(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (LEAD + "Chad urged both sides to cease hostilities.", "cease", "2024-06-12/"),
        (LEAD + "Envoys of both armies are to meet within weeks.", "meet", "2024-06-14/"),
        (LEAD + "Under the plan the rebels are to withdraw from the port.", "withdraw", "2024-06-14/"),
        ("On Monday Oman threatened to expel the envoys.", "expel", "2024-06-10/"),
        ("It was unclear on Monday whether the rebels would withdraw from the port.", "withdraw", "2024-06-10/"),
        ("The retreat was ordered on Monday by the minister.", "retreat", "2024-06-10/2024-06-14"),
        (LEAD + "The retreat had been ordered on Monday by the minister.", "retreat", "2024-06-10/2024-06-14"),
    ],
)
def test_what_is_ahead_begins_with_the_day_it_is_told(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (
            "Their leader threatened revenge on Sunday after two drones fell and after two fighters were killed.",
            "killed",
            "2024-06-09?",
        ),
        ("The ministry gave other figures on Tuesday: 265 soldiers had surrendered.", "surrendered", "/2024-06-11"),
        ("The men who attacked the convoy surrendered to police on Wednesday.", "attacked", "2024-06-12?"),
        ("In a speech on Monday night the president said that police had arrested six.", "arrested", "/2024-06-10"),
        (LEAD + "Earlier truces were broken within hours.", "broken", "/2024-06-14"),
        (LEAD + "Past truces were broken within hours, and each side accused the other.", "accused", "/2024-06-14"),
        (LEAD + "Rebels looted shops, and past truces were broken.", "looted", "2024-06-12?"),
        ("On Monday Oman threatened to expel the envoys after the bombing of its embassy.", "bombing", "2024-06-10?"),
        ("The rebels vowed on Monday to strike back after the army killed their leader.", "killed", "2024-06-10?"),
        ("Rebels attacked the town on Monday.", "attacked", "2024-06-10"),
        ("The worst day was Sunday, when gunmen shot the judge who had jailed ten men in May.", "jailed", "2024-05"),
        ("The worst day was Sunday, when gunmen shot the judge who had jailed ten men in May.", "shot", "2024-06-09"),
        ("The worst day was Sunday, when gunmen killed a judge and abducted his driver.", "abducted", "2024-06-09"),
        (LEAD + "The minister blamed mines that the army laid.", "laid", "/2024-06-12"),
        (LEAD + "The army showed missiles supplied by Oman.", "supplied", "/2024-06-12"),
    ],
)
def test_what_came_before_the_clause_of_a_day_is_not_of_that_day(
    told: Code, text: str, trigger: str, edtf: str
) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("A truce declared in March allowed aid convoys to enter.", "allowed", "2024-03-01/2024-06-14"),
        (
            "Fighting began on May 7. Since then shelling and the raids of late May have killed 300 people.",
            "killed",
            "2024-05-07/2024-06-14",
        ),
        ("The war began in 2020 and has killed thousands.", "killed", "2020-01-01/2024-06-14"),
        ("Chad sent soldiers across the border in 2020, but it refused talks.", "refused", "2020-01-01/2024-06-14"),
        ("Rebels shelled the town on Monday, and the army bombed their camps.", "bombed", "2024-06-10?"),
        ("On Monday rebels shelled the town and the army bombed their camps.", "bombed", "2024-06-10"),
        ("Under the agreement of May 22, the rebels withdrew from the port.", "withdrew", "/2024-06-14"),
        (
            "In May a commission accused the army of abuses. The government rejected the report.",
            "rejected",
            "/2024-06-14",
        ),
    ],
)
def test_the_time_of_one_clause_is_not_that_of_another(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Before dawn on Sunday, jets bombed the port.", "bombed", "2024-06-09"),
        ("It is four days since gunmen killed the mayor.", "killed", "2024-06-10"),
        ("It has been two weeks since the killing of the mayor.", "killing", "2024-05-28~/2024-06-03~"),
        ("After leaving their base on Monday night, three rebels were arrested.", "arrested", "2024-06-10?"),
        ("The worst day was Sunday, when gunmen killed the mayor.", "killed", "2024-06-09"),
    ],
)
def test_a_day_is_told_in_other_words(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf


def test_what_was_over_before_a_threat_is_a_fact_and_none_of_it(told: Code) -> None:
    reports = told("The rebels vowed on Monday to strike back after the army killed their leader.")
    ahead = told("The rebels vowed on Monday to strike back after the army kills their leader.")

    assert reports["killed"].status is Status.ACTUAL
    assert "kills" not in ahead or ahead["kills"].status is Status.THREATENED


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (LEAD + "The army has denied it shelled a school on Monday.", "denied", "2024-06-10/2024-06-14"),
        (LEAD + "Chad has blamed the rebels for the raid of 2 June.", "blamed", "2024-06-02/2024-06-14"),
        (LEAD + "Chad has rejected charges that it bombed a camp on Tuesday.", "rejected", "/2024-06-14"),
        (LEAD + "The army has denied it shelled schools.", "denied", "/2024-06-14"),
        ("On Thursday the army denied it shelled a school on Monday.", "denied", "2024-06-13"),
    ],
)
def test_what_is_said_of_a_dated_deed_was_not_said_before_it(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Rebels shelled the town from 3 to 5 June.", "shelled", "2024-06-03/2024-06-05"),
        ("Fighting lasted from Monday to Wednesday.", "Fighting", "2024-06-10/2024-06-12"),
        ("The army bombed the camps June 3-5.", "bombed", "2024-06-03/2024-06-05"),
        ("Rebels killed ten people between March and May.", "killed", "2024-03/2024-05"),
        ("The war lasted from 1979 to 1989.", "war", "1979/1989"),
        ("Rebels have fought the army since 1964.", "fought", "1964/2024-06-14"),
        ("Rebels have killed 300 people since March.", "killed", "2024-03/2024-06-14"),
        ("The army bombed the camps on Monday and Tuesday, killing ten people.", "killing", "2024-06-10/2024-06-11"),
        ("Rebels attacked on June 3 and 5.", "attacked", "2024-06-05"),
        ("The army bombed a camp on Monday, and on Tuesday rebels shelled a port.", "bombed", "2024-06-10"),
        ("From 3 June on, rebels shelled the town.", "shelled", "2024-06-03/2024-06-14"),
    ],
)
def test_a_stretch_of_time_is_told_by_both_its_ends(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("The army denied bombing a camp. The minister left for Paris on Monday.", "bombing", "/2024-06-14"),
        ("The army denied bombing a camp on Sunday. The minister left for Paris on Monday.", "bombing", "2024-06-09"),
        ("The army bombed a camp. The attack took place on Monday.", "bombed", "2024-06-10"),
    ],
)
def test_a_denied_deed_takes_no_day_from_what_is_told_next(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (LEAD + "In May they burned a school. Two people were killed.", "killed", "2024-05?"),
        (LEAD + "Last year they burned a school. Two people were killed.", "killed", "2023/2024-06-14"),
        # Not where the month is told in passing, nor in another paragraph.
        (LEAD + "They burned a school in May. Two people were killed.", "killed", "2024-06-12?"),
        (LEAD + "In May they burned a school.\n\nTwo people were killed.", "killed", "2024-06-12?"),
    ],
)
def test_the_day_told_last_does_not_hold_past_an_earlier_month(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("On 12 November rebels attacked the town.", "attacked", "2023-11-12"),
        ("ON NOVEMBER 12, THE REBELS KILLED A JUDGE.", "KILLED", "2023-11-12"),
        ("On 12 November the rebels will free a judge.", "free", "2024-11-12"),
    ],
)
def test_a_day_that_opens_a_sentence_of_the_past_is_past(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("The militia was accused of planning the 3 June bombing.", "accused", "2024-06-03/2024-06-14"),
        ("The militia was accused of planning the 3 June bombing.", "bombing", "2024-06-03"),
        ("A court jailed three men for the 3 June bombing.", "jailed", "/2024-06-14"),
        ("The minister condemned the 3 June bombing.", "condemned", "/2024-06-14"),
        ("Thousands protested over the 3 June killing of a judge.", "protested", "/2024-06-14"),
        # What a deed itself does is done on its day.
        ("Ten people were killed in the 3 June bombing.", "killed", "2024-06-03"),
        ("The 3 June bombing killed ten people.", "killed", "2024-06-03"),
        ("Rebels carried out the 3 June bombing.", "carried", "2024-06-03"),
    ],
)
def test_a_deed_named_by_its_day_keeps_it_from_what_is_said_or_done_about_it(
    told: Code, text: str, trigger: str, edtf: str
) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (LEAD + "The talks were broken off due to the murder of two delegates.", "murder", "/2024-06-12"),
        (LEAD + "Schools were shut because of the bombing of a bridge.", "bombing", "/2024-06-12"),
        (LEAD + "Two delegates were killed on Thursday due to the shelling of a port.", "killed", "2024-06-13"),
    ],
)
def test_what_something_came_of_was_before_it(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (
            "The army repelled a raid on Sunday, he said, adding that 17 rebels were killed.",
            "killed",
            "2024-06-09?",
        ),
        (
            "The army shelled Bara on Sunday, he said, adding that rebels attacked it in May.",
            "attacked",
            "2024-05",
        ),
    ],
)
def test_what_is_added_to_a_dated_deed_is_likely_of_its_day(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(told, text, trigger) == edtf
