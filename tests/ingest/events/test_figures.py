"""Words of war that sport, trade and nature borrow tell no event, and those of war do."""

from collections.abc import Callable

import pytest

from graph.model import Report

Coded = Callable[[str], tuple[Report, ...]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Russian grandmaster resigned after 41 moves in a fierce battle over the queen's wing.",
        "The Kenyan launched a devastating attack on the last climb and captured the yellow jersey.",
        "Australia bombarded England with short balls and took four wickets before tea.",
        "The village celebrated its birthday with a mock battle.",
        "A glut of steel is killing small mills in Poland.",
        "The energy company lost a battle for control of its Dutch rival.",
        "The Italian and German truck makers pledged to cooperate on electric engines.",
        "The Dutch team boycotted the press conference.",
        "The club president met the fans and promised a new stadium.",
        "Cyclone Freda battered Vanuatu, tearing off roofs and cutting power.",
        "Rising seas threaten to swallow Tuvalu, scientists warn.",
        "Peru declared an emergency after an oil spill off Callao.",
        "The television host took his own life.",
        "His first book, about a soldier who deserts, was rejected by eleven publishers.",
        "The mayor of Porto praised volunteers who cleaned the river.",
        "The agriculture ministry in Ottawa warned growers about a beetle.",
    ],
)
def test_words_that_private_life_borrows_tell_no_event(sentence: str, coded: Coded) -> None:
    assert coded(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenyan army launched an attack on al-Shabab.",
        "Russia bombarded Ukraine with missiles.",
        "Police fired tear gas at fans in Cairo and killed three.",
        "The Israeli attacked the guard with a knife at the border.",
        "Militants are killing workers in Baluchistan.",
        "Dutch diplomats and Belgian ministers met in Ghent.",
        "Shiite parties boycotted the parliament.",
        "The union president met the prime minister.",
        "The army shelled the town after the cyclone.",
        "Rising militias threaten to seize Tripoli.",
        "The president of Fiji declared a state of emergency after the coup.",
        "A militant took the lives of six people.",
        "The book says soldiers killed forty people in the village.",
        "The mayor of Porto condemned the invasion.",
        "The defence ministry in Ottawa warned Moscow.",
    ],
)
def test_words_of_war_and_politics_are_told(sentence: str, coded: Coded) -> None:
    assert coded(sentence) != ()
