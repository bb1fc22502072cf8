"""What is planned, threatened or denied because of a deed leaves that deed as it was told."""

from collections.abc import Callable

import pytest

from graph.model import Report, Status

Stated = Callable[[str], dict[str, Report]]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The commanders had decided to pull out because of the destruction of the city.", "destruction"),
        ("Kenya threatened to close the border over the abduction of two tourists.", "abduction"),
        ("Turkey vowed to strike Syria in retaliation for the shelling of Kilis.", "shelling"),
        ("The army denied withdrawing because of the shelling of its base.", "shelling"),
        ("Chad plans to recall its envoy due to the bombing of a market in Tine.", "bombing"),
    ],
)
def test_the_ground_of_a_plan_or_threat_has_happened(stated: Stated, text: str, trigger: str) -> None:
    assert stated(text)[trigger].status is Status.ACTUAL


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The army denied the shelling of the hospital.", "shelling", Status.DENIED),
        ("Kenya threatened to strike because of any bombing of its troops.", "bombing", Status.CONDITIONAL),
    ],
)
def test_what_is_planned_itself_has_not(stated: Stated, text: str, trigger: str, status: Status) -> None:
    assert stated(text)[trigger].status is status
