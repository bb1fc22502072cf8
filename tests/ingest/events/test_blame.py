"""What somebody says there was, and what hangs on a charge, is not told as a fact about who did it."""

from datetime import date

import pytest

from graph.model import Report, Status
from ingest.article import make_article
from ingest.pipeline import Pipeline

TOLD = {
    "named by the enemy after of": (
        "Russia's foreign minister, Sergei Lavrov, spoke of a treacherous attack by Ukraine on the bridge.",
        "attack",
        Status.CLAIMED,
    ),
    "named by the enemy after as": (
        "Sudan's army described the blast as an attack by the Rapid Support Forces.",
        "attack",
        Status.CLAIMED,
    ),
    "reproved by the enemy": (
        "The Sudanese army denounced the bombing of the market by the Rapid Support Forces as a massacre.",
        "bombing",
        Status.CLAIMED,
    ),
    "named by its own side": (
        "Russia's foreign minister, Sergei Lavrov, spoke of an attack by Russia on the port.",
        "attack",
        Status.ACTUAL,
    ),
    "reproved by a body without a side": (
        "The United Nations denounced the bombing of the market by the Rapid Support Forces.",
        "bombing",
        Status.ACTUAL,
    ),
    "a clause on a charge": (
        "Colombia accused the National Liberation Army of the car bomb that left nine dead at a school.",
        "left",
        Status.ACCUSED,
    ),
    "harm on a charge that names nobody": (
        "Israel accused Hamas of the car bomb that killed nine guards at the crossing.",
        "killed",
        Status.ACTUAL,
    ),
    "a clause on what is blamed": (
        "Russia blamed the mines that Ukraine laid along the coast.",
        "laid",
        Status.ACCUSED,
    ),
    "a clause on who is blamed": (
        "Israel accused Hamas, which fired rockets at Ashkelon on Monday, of breaking the truce.",
        "fired",
        Status.ACTUAL,
    ),
    "a teller between commas": (
        "Israel bombed a camp near Damascus where, Israel said, Hezbollah was attacking its soldiers.",
        "attacking",
        Status.CLAIMED,
    ),
}


@pytest.fixture(scope="module")
def reports() -> dict[str, tuple[Report, ...]]:
    """Give the reports of each sentence, coded alone."""
    articles = [make_article("", sentence, date(2023, 6, 15)) for sentence, *_ in TOLD.values()]
    return dict(zip(TOLD, (coded.reports for _, coded in Pipeline().code(articles)), strict=True))


@pytest.mark.parametrize("name", TOLD)
def test_who_did_it_is_told_as_surely_as_its_teller_can(name: str, reports: dict[str, tuple[Report, ...]]) -> None:
    sentence, trigger, status = TOLD[name]

    found = [one.status for one in reports[name] if sentence[one.trigger_start : one.trigger_end] == trigger]

    assert found == [status]


def test_harm_on_a_charge_is_laid_to_nobody_as_a_fact(reports: dict[str, tuple[Report, ...]]) -> None:
    told = reports["harm on a charge that names nobody"]

    assert [one.actors for one in told if one.status is Status.ACTUAL and one.type == "ASSAULT"] == [()]
