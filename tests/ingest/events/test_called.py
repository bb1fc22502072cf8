"""Who acts on what it calls something acts on that thing, and whoever takes a ministry takes it."""

from collections.abc import Callable

import pytest

from graph.model import Report

Stated = Callable[[str], dict[str, Report]]


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("Iran executed what it called a Mossad spy.", "executed", ("ASSAULT", "iran", "mossad")),
        (
            "Russia repelled what it said was a Ukrainian attack on Belgorod.",
            "repelled",
            ("ASSAULT", "russia", "ukraine"),
        ),
        ("Serbia banned what it called an extremist group.", "banned", ("COERCE", "serbia", "")),
        ("Rebels seized the defence ministry in Bangui.", "seized", ("COERCE", "rebels", "caf-defence-ministry")),
        ("Houthi fighters seized government ministries in Sanaa.", "seized", ("COERCE", "houthis", "sanaa-ministries")),
    ],
)
def test_who_is_told_by_what_they_are_called_is_acted_on(
    stated: Stated, text: str, trigger: str, told: tuple[str, str, str]
) -> None:
    report = stated(text)[trigger]

    assert (report.type, report.actors[0].actor[: len(told[1])]) == told[:2]
    assert report.recipients[0].actor.startswith(told[2])


def test_who_flees_what_they_call_a_massacre_only_calls_it_one(stated: Stated) -> None:
    assert stated("Residents fled what they called a massacre in Darfur.")["massacre"].status == "claimed"
