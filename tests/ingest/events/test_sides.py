"""Soldiers who turn on their state, people quoted, and officers of nobody knows which army are not taken for a side."""

from collections.abc import Callable

import pytest

from graph.model import Report

Stated = Callable[[str], dict[str, Report]]


def actors_of(report: Report) -> list[str]:
    return [one.actor for one in report.actors]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Soldiers who announced the overthrow of the president arrested two men in Conakry.", "arrested"),
        ("Officers who toppled the president of Chad closed the borders on Sunday.", "closed"),
        ("Soldiers who seized power in Niamey arrested two ministers of Niger on Monday.", "arrested"),
        ("Mutinous soldiers seized the radio station in Ouagadougou on Monday.", "seized"),
    ],
)
def test_mutineers_are_not_the_army_of_their_state(stated: Stated, text: str, trigger: str) -> None:
    [actor] = actors_of(stated(text)[trigger])

    assert actor.startswith("mutinous-")


def test_mutineers_of_other_states_are_not_those_of_the_one_the_text_is_about(stated: Stated) -> None:
    text = (
        "Niger closed its border. Its army met in Niamey. Mali, ruled by officers who took power in a coup, protested."
    )

    assert all("niger" not in actor for actor in actors_of(stated(text)["coup"]))


def test_the_soldiers_after_a_mutiny_are_the_mutineers(stated: Stated) -> None:
    told = stated("Mutinous soldiers seized the radio station in Ouagadougou. The soldiers arrested two ministers.")

    assert actors_of(told["arrested"]) == actors_of(told["seized"])


@pytest.mark.parametrize(
    ("text", "trigger", "army"),
    [
        ("Soldiers who put down a mutiny in Mali arrested two officers.", "arrested", "malian-armed-forces"),
        ("The army of Mali arrested two officers on Monday. The soldiers searched a hotel.", "arrested", "malian-army"),
    ],
)
def test_soldiers_of_the_state_stay_its_own(stated: Stated, text: str, trigger: str, army: str) -> None:
    [actor] = actors_of(stated(text)[trigger])

    assert not actor.startswith("mutinous-")


def test_soldiers_who_follow_one_general_are_not_the_army(stated: Stated) -> None:
    told = stated("Soldiers who back General Musa Paz arrested the oil minister of Chad on Monday.")

    assert actors_of(told["arrested"]) != ["chadian-national-army"]


@pytest.mark.parametrize(
    "text",
    [
        'Israeli tanks shelled a clinic in Nablus. "They are firing at the clinic," a doctor said.',
        'Rebels attacked Bunia on Monday. "They are bombing us without a pause," a teacher said.',
    ],
)
def test_they_in_somebodys_own_words_are_not_the_side_told_of_before(stated: Stated, text: str) -> None:
    told = stated(text)
    quoted = [report for word, report in told.items() if word in ("firing", "bombing")]

    assert quoted
    assert not any(report.actors for report in quoted)


def test_they_in_a_quotation_are_whom_it_names(stated: Stated) -> None:
    told = stated('"The rebels burned our school and they shot two teachers," a villager in Mali said.')

    assert actors_of(told["shot"]) == actors_of(told["burned"])


def test_a_nation_that_wages_war_is_its_state(stated: Stated) -> None:
    assert actors_of(stated("The Russians bombed a clinic in Aleppo on Monday.")["bombed"]) == ["russia"]


def test_an_officer_where_two_states_fight_is_of_neither(stated: Stated) -> None:
    text = 'Turkish artillery shelled villages in northern Syria. "We destroyed two tanks," an army officer said.'

    assert not {"turkey", "syria", "syrian-arab-army", "turkish-armed-forces"} & {
        one.actor for one in (stated(text)["destroyed"].speaker, *stated(text)["destroyed"].actors) if one
    }


def test_a_general_who_leads_those_of_many_states_is_of_none(stated: Stated) -> None:
    told = stated("General Mike Paz, who commands the U.N. force, met the president of Chad in Bangui.")

    assert actors_of(told["met"]) == ["mike-paz-person"]


def test_him_is_not_somebody_else_where_a_nameless_officer_stands_before(stated: Stated) -> None:
    text = "A nurse was shot in Bangui. General Mike Paz met the chief of staff and asked him to let convoys through."

    assert not stated(text)["asked"].recipients


@pytest.mark.parametrize("party", ["wedding", "hunting", "birthday"])
def test_guests_are_no_party_of_politics(stated: Stated, party: str) -> None:
    assert not stated(f"Warplanes bombed a {party} party in Yemen on Monday.")["bombed"].recipients
