"""What is only proposed, weighed, a condition, stopped or an aim is not told as done; counts count once."""

from collections.abc import Callable

import pytest

from graph.model import Report, Status, Toll

Stated = Callable[[str], dict[str, Report]]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Chad proposed sending troops to Sudan.", "sending", Status.CALLED_FOR),
        ("The premier suggested bombing the port.", "bombing", Status.CALLED_FOR),
        ("The envoy proposed creating a body to investigate abuses by the army.", "investigate", Status.CALLED_FOR),
        ("Ministers discussed bombing the port.", "bombing", Status.CONDITIONAL),
        ("The rebels freed hostages on condition that the army released prisoners.", "released", Status.CONDITIONAL),
        ("The rebels freed hostages after the army released prisoners.", "released", Status.ACTUAL),
        ("The army will not leave until the rebels stop kidnapping villagers.", "kidnapping", Status.HABITUAL),
        ("The rebels tried to kidnap villagers.", "kidnap", Status.ATTEMPTED),
    ],
)
def test_what_is_put_forward_is_not_done(stated: Stated, text: str, trigger: str, status: Status) -> None:
    assert stated(text)[trigger].status is status


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Rebels killed at least 30 soldiers and Russian mercenaries near the town.", Toll(30, None)),
        ("Rebels killed 30 soldiers and two policemen near the town.", Toll(32, 32)),
    ],
)
def test_a_number_before_joined_people_counts_them_all(stated: Stated, text: str, toll: Toll) -> None:
    assert stated(text)["killed"].tolls["killed"] == toll


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Houthi rebels fired two ballistic missiles at a tanker.", "fired", "ASSAULT"),
        ("North Korea fired a ballistic missile into the sea.", "fired", "MOBILIZE"),
        ("Drones crashed into an oil depot near the port.", "crashed", "ASSAULT"),
        ("A drone slammed into a refinery, injuring two workers.", "slammed", "ASSAULT"),
        ("Rockets crashed into the market in Aleppo.", "crashed", "ASSAULT"),
        ("Missiles slammed into an apartment block in Kharkiv.", "slammed", "ASSAULT"),
        ("A lorry packed with explosives crashed into the gate of the base in Gao.", "crashed", "ASSAULT"),
        ("A hijacked bus slammed into a checkpoint in Jenin.", "slammed", "ASSAULT"),
    ],
)
def test_what_is_fired_or_flown_at_something_is_an_assault(stated: Stated, text: str, trigger: str, kind: str) -> None:
    assert stated(text)[trigger].type == kind


@pytest.mark.parametrize(
    "text",
    [
        "A tourist crashed a drone into a wall.",
        "The bus crashed into a wall.",
        "A test missile crashed into a village in Rajasthan during an exercise.",
        "A drone crashed into a tree at a wedding in Ohio.",
        "A lorry slammed into the gate of the base in Gao.",
        "Soldiers crashed into a wall in Gao.",
    ],
)
def test_an_accident_is_no_assault(stated: Stated, text: str) -> None:
    assert stated(text) == {}
