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


GRAVE = [
    # Courts and police: common crime, and persecution.
    ("The court in Prague acquitted a pastor of fraud.", "The Supreme Court acquitted a pastor of apostasy."),
    ("A court fined residents for dumping rubbish.", "Police fined residents for flying the Tibetan flag."),
    ("The court acquitted a lecturer of drunk driving.", "The court acquitted a lecturer of insulting the king."),
    ("The court acquitted a blogger of tax fraud.", "The court in Hanoi acquitted a blogger of slandering the state."),
    ("Police fined a pastor for speeding.", "Police accused a pastor of treason."),
    ("Police fined a nun for parking on a pavement.", "Police expelled a nun."),
    ("A court fined a chef for serving mouldy bread.", "Police in Beijing expelled a pastor."),
    ("Teachers banned smartphones.", "Police in Kabul banned teachers from working."),
    ("A university has banned students from smoking.", "Police in Warsaw banned students from marching."),
    ("Police fined students for smoking.", "Police freed students who had been held by bandits."),
    ("A court fined a church for noise.", "Police raided a church in Nicaragua."),
    # Quarrels, and violence between groups.
    ("Historians clashed over the age of a church.", "Hindu students clashed with Muslim students."),
    ("Chefs clashed over a recipe.", "Serb fans clashed with Albanian fans."),
    ("Economists clashed over the price of fish.", "Somali fishermen clashed with Yemeni fishermen."),
    ("Critics and novelists clashed over a prize.", "Muslim residents attacked a church in Lahore."),
    ("Novelists attacked the jury's choice.", "Students attacked a church in Lahore."),
    ("A critic attacked the novel.", "A student attacked a writer in New York for insulting Islam."),
    ("The novel was attacked by critics.", "A son of the general was attacked by students."),
    ("Owners of the mill attacked the plan.", "Owners of the mine attacked villagers."),
    ("Fans clashed with the club over the coach.", "Fans clashed in Port Said."),
    ("Farmers clashed with the dairy over prices.", "Farmers clashed with herders in Jos."),
    ("Mercedes drivers clashed in Monaco.", "Truck drivers clashed in Lagos."),
    ("Players clashed outside the stadium in Jakarta.", "Rival fans clashed outside the stadium in Jakarta."),
    ("Students clashed with students in a debate in Boston.", "Workers clashed with guards at a mine in Marikana."),
    ("Residents clashed at a council meeting in Leeds.", "Residents clashed with soldiers at a meeting in Goma."),
    ("Workers demanded that Boeing raise wages.", "Teachers demanded that the government raise wages in Nairobi."),
    # What is asked, refused and blamed.
    (
        "University students demanded an end to exams on Mondays.",
        "University students demanded an end to the war in Gaza.",
    ),
    ("Students rejected the new timetable.", "Students rejected the new constitution."),
    ("Students demanded a longer holiday.", "Students demanded a vote on independence."),
    ("Museum directors condemned the theft of a vase.", "Museum directors condemned the war."),
    (
        "The company rejected the accusation that it copied a rival.",
        "The company rejected the accusation that it financed the war.",
    ),
    ("Doctors demanded shorter shifts.", "Doctors demanded an end to the conflict in Sudan."),
    # Threats.
    ("A tenant threatened to sue her landlord.", "The cartel threatened to kill teachers."),
    ("A teacher threatened to sue a pupil.", "The gang threatened to kill students."),
    ("A student threatened to sue a school.", "A student threatened to bomb a school."),
    # Feasts, and marches for something.
    (
        "Pilgrims marched through Lima on the feast of its saint.",
        "Women marched in Istanbul on Easter Monday against violence.",
    ),
    (
        "Children marched with lanterns through Bonn at the festival.",
        "Thousands marched through Moscow on Saturday to mark the murder of Boris Nemtsov.",
    ),
    (
        "A band marched through Ghent for its birthday.",
        "Thousands marched in Cairo on the anniversary of the revolution.",
    ),
    (
        "Brass bands marched through Graz at the festival.",
        "Hundreds marched through Belfast on the anniversary of Bloody Sunday.",
    ),
    (
        "Dancers in costume marched through Rio at the carnival.",
        "Thousands marched in Madrid on the anniversary of the war, demanding an end to it.",
    ),
    (
        "Pilgrims marched through Krakow to the shrine.",
        "Thousands marched through Barcelona on Monday to mark the national day of Catalonia and demand independence.",
    ),
    # Work that concerns all.
    (
        "Employees of the brewery demanded higher wages.",
        "Nurses marched through Nairobi on Thursday to demand unpaid salaries.",
    ),
    ("Waiters demanded bigger tips from the hotel.", "Teachers marched in Rabat on Sunday to demand higher pay."),
    ("Actors demanded better scripts.", "Farmers marched on Delhi on Monday to demand higher prices."),
    ("Workers at the carmaker threatened to strike.", "Airport workers threatened to strike."),
    ("The union and the airline agreed on a new contract.", "The trade union federation called a general strike."),
    ("The union at the brewery accepted the offer of the company.", "The union called off the strike."),
    # Visits.
    ("The prince visited a hospital in Leeds.", "Zelensky visited a hospital in Kherson."),
    ("The bishop visited a school in Leeds.", "The president of China visited a factory in Serbia."),
    ("An actress visited a factory in Leeds.", "The secretary of state visited a factory in Taiwan."),
    ("The duchess met students.", "The king of Saudi Arabia met students."),
    ("The bishop toured a bakery in Leeds.", "Macron visited a factory in Ankara."),
    # What lies far back.
    (
        "The church, which was bombed in 1943, will open to visitors in May.",
        "In 1968, Warsaw Pact troops invaded Czechoslovakia, historians say.",
    ),
    (
        "The castle, which was stormed in 1648, houses a museum.",
        "In 1973 the army overthrew the president, said the widow of the singer.",
    ),
]


@pytest.mark.parametrize(("private", "public"), GRAVE)
def test_what_touches_faith_state_or_war_is_told_of_private_people_too(private: str, public: str, coded: Coded) -> None:
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
