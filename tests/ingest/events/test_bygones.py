"""What lies long back and is told of a relic, a feast or a life is no event, and history that news is about is one."""

from collections.abc import Callable

import pytest

from graph.model import Report

Coded = Callable[[str], tuple[Report, ...]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The cathedral was bombed in 1940 and rebuilt in 1962, and it now draws many visitors.",
        "The queen opened an exhibition on the Viking raids of a thousand years ago.",
        "The museum shows a letter by a soldier killed at Verdun in 1916.",
        "The town hall displays the sword with which the knight slew a rebel chief.",
        "The Inca fortress fell after a siege of ten months.",
        "The village remembers the miners killed in the explosion of 1906.",
        "Veterans laid wreaths at the cemetery in memory of their comrades.",
        "As a girl she survived the bombing of Rotterdam.",
    ],
)
def test_what_is_told_of_a_relic_a_feast_or_a_life_is_no_event(sentence: str, coded: Coded) -> None:
    assert coded(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The army bombed the cathedral in March.",
        "Israel captured the hills in 1967.",
        "Islamic State has destroyed the Roman temple.",
        "The militia attacked the museum and looted it.",
        "Turkish forces attacked Kurdish fighters near the medieval citadel.",
        "Washington has upheld the embargo it imposed on the island half a century ago.",
        "A girl was killed in the bombing of Mariupol.",
    ],
)
def test_history_that_news_is_about_and_what_befalls_relics_today_is_told(sentence: str, coded: Coded) -> None:
    assert coded(sentence) != ()
