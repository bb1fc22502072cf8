"""Common crime among private people is no event, and violence of public life is one whoever tries it."""

from collections.abc import Callable

import pytest

from graph.model import Report

Coded = Callable[[str], tuple[Report, ...]]


@pytest.mark.parametrize(
    "sentence",
    [
        "A jury in Perth found a midwife guilty of poisoning two of her patients.",
        "Police in Nagoya arrested a 40-year-old man on suspicion of strangling his landlord.",
        "A grandfather from Ontario was robbed at gunpoint by two masked men.",
        "The widow of the murdered jeweller wept as the gunman was led away to begin a sentence of 20 years.",
        "A woman who kidnapped a baby from a hospital in Leeds was found hiding in a hotel.",
        "Customs officers in Durban seized two tonnes of cocaine from a ship.",
        "Lawyers for the banker rejected the charges.",
        "The court in Vilnius backed the cyclist in his battle with an insurer.",
        "Friends of the murdered baker held a vigil in a park in Leeds.",
    ],
)
def test_common_crime_among_private_people_is_no_event(sentence: str, coded: Coded) -> None:
    assert coded(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Masked gunmen shot dead the mayor and his brother.",
        "A court in Bogota convicted two men of murdering a journalist.",
        "Two men were sentenced to death for killing a policeman in Peshawar.",
        "Assailants shot dead a trade unionist outside her home in Cali.",
        "A settler was convicted of stabbing a Palestinian in Hebron.",
        "Rebels kidnapped a schoolboy and demanded a ransom.",
        "Militants killed eleven workers at a cement mill.",
        "A soldier confessed at his trial to poisoning six villagers.",
        "Police seized rifles and grenades from a ship.",
        "Lawyers for the opposition leader rejected the charges.",
        "Lawyers urged the government to free the prisoners.",
        "Thousands held a vigil for the students killed by the army.",
    ],
)
def test_violence_of_public_life_is_told_whoever_tries_it(sentence: str, coded: Coded) -> None:
    assert coded(sentence) != ()
