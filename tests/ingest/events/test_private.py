"""What people and bodies of private life do among themselves is no event, and what they do with others is one."""

from collections.abc import Callable

import pytest

from graph.model import Report

Coded = Callable[[str], tuple[Report, ...]]

PAIRS = [
    (
        "Swiss watchmakers met in Geneva to discuss falling sales in Asia.",
        "Swiss diplomats met in Geneva to discuss the embargo on Iran.",
    ),
    (
        "Actress Dana Kruger has accused her former agent of lying.",
        "Senator Dana Kruger has accused the government of lying.",
    ),
    (
        "Norwegian scientists agreed to share their seeds.",
        "Norwegian scientists agreed to share their seeds with the government of Iran.",
    ),
    (
        "The bishop urged his parishioners to give to the food bank.",
        "The bishop urged the army to withdraw.",
    ),
    (
        "Health officials in Toronto urged residents to boil their water.",
        "Rebel officials in Aden urged residents to resist the army.",
    ),
    (
        "The parish council rejected plans for a car park.",
        "The military council rejected the truce.",
    ),
    (
        "Teachers at a primary school have banned smartphones.",
        "The junta has banned newspapers.",
    ),
    (
        "Scholars clashed over the age of a skull.",
        "Scholars and police clashed outside parliament.",
    ),
    (
        "The prince visited a bakery in Cornwall.",
        "The prince visited Ankara for talks with the president.",
    ),
    (
        "Thousands of pilgrims marched through Krakow on the feast of Corpus Christi.",
        "Thousands of pilgrims marched through Krakow against the government.",
    ),
    (
        "The court in Vilnius fined a landlord for letting rooms without heating.",
        "The court in Vilnius jailed an activist for insulting the president.",
    ),
    (
        "Residents blamed a builder for the noise.",
        "Residents blamed an air strike.",
    ),
    (
        "The castle, which Swedish troops besieged in 1648, will open to visitors in May.",
        "The castle, which rebel troops besieged in April, was shelled again in May.",
    ),
]


@pytest.mark.parametrize(("private", "public"), PAIRS)
def test_what_private_people_do_is_told_only_with_somebody_of_public_life(
    private: str, public: str, coded: Coded
) -> None:
    assert coded(private) == ()
    assert coded(public) != ()


@pytest.mark.parametrize(
    ("mishap", "deed"),
    [
        (
            "A bus carrying pilgrims plunged into a ravine near Cusco, killing 17 people and injuring 23.",
            "A bomber drove into a crowd of pilgrims near Cusco, killing 17 people and injuring 23.",
        ),
        (
            "A helicopter crashed on a mountain in Japan, killing the pilot and three tourists.",
            "A helicopter was shot down over a mountain in Yemen, killing the pilot and three soldiers.",
        ),
        ("Police said a hiker had been killed by a falling branch.", "Police said a hiker had been killed by rebels."),
        ("Cholera has killed 45 people in northern Nigeria.", "Boko Haram has killed 45 people in northern Nigeria."),
        (
            "Authorities evacuated 2,000 people as lava from the volcano reached the town.",
            "Authorities evacuated 2,000 people as shells of the rebels hit the town.",
        ),
    ],
)
def test_harm_is_told_of_those_who_do_it_and_not_of_accidents(mishap: str, deed: str, coded: Coded) -> None:
    assert coded(mishap) == ()
    assert coded(deed) != ()
