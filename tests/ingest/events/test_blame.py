"""What somebody says there was, what hangs on a charge or a plan and what is a habit is not told as a fact."""

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
    "reported by the enemy": (
        "Russia's defence ministry reported an attack by Ukraine on the port.",
        "attack",
        Status.CLAIMED,
    ),
    "named by the enemy as what somebody was doing": (
        "Russia's foreign minister, Sergei Lavrov, spoke of shelling by the Ukrainian army.",
        "shelling",
        Status.CLAIMED,
    ),
    "told of whom the enemy names": (
        "Russia's foreign minister, Sergei Lavrov, spoke of shelling by the Ukrainian army that killed nine civilians.",
        "killed",
        Status.CLAIMED,
    ),
    "told of whom the writer names": (
        "Nine civilians died after shelling by the Ukrainian army.",
        "shelling",
        Status.ACTUAL,
    ),
    "owned to by the enemy of who did it": (
        "Russia's defence ministry confirmed an attack by Ukraine on the port.",
        "attack",
        Status.ACTUAL,
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
    "what somebody believes": (
        "The experts said that they had grounds to believe that soldiers had shelled the school.",
        "shelled",
        Status.CLAIMED,
    ),
    "what somebody is only believed to have done": (
        "Soldiers are believed to have shelled the school.",
        "shelled",
        Status.ACTUAL,
    ),
    "what goes with a plan": (
        "Under the pact the rebels are to hand over their guns as government troops leave the valley.",
        "leave",
        Status.PLANNED,
    ),
    "what went with a deed": (
        "Rebels handed over their guns as government troops left the valley.",
        "left",
        Status.ACTUAL,
    ),
    "what is relied on": (
        "Chad's army has relied on air strikes in the north of Mali.",
        "strikes",
        Status.HABITUAL,
    ),
    "what is only spoken of": (
        "Chad's army has commented on air strikes in the north of Mali.",
        "strikes",
        Status.ACTUAL,
    ),
}
TYPES = {
    "a siege the victor ends": ("Hamas stormed the police headquarters and ended the siege.", ["ASSAULT"]),
    "a siege its layer ends": ("Hamas ended the siege of the police headquarters on Monday.", ["RETREAT"]),
    "what something came of": ("The envoy called the famine in Chad a consequence of the Libyan invasion.", []),
    "what came": ("The envoy described the Libyan invasion of Chad on Monday.", ["ASSAULT"]),
}


@pytest.fixture(scope="module")
def reports(pipeline: Pipeline) -> dict[str, tuple[Report, ...]]:
    """Give the reports of each sentence, coded alone."""
    articles = [make_article("", sentence, date(2023, 6, 15)) for sentence, *_ in TOLD.values()]
    return dict(zip(TOLD, (coded.reports for _, coded in pipeline.code(articles)), strict=True))


@pytest.mark.parametrize("name", TOLD)
def test_who_did_it_is_told_as_surely_as_its_teller_can(name: str, reports: dict[str, tuple[Report, ...]]) -> None:
    sentence, trigger, status = TOLD[name]

    found = [one.status for one in reports[name] if sentence[one.trigger_start : one.trigger_end] == trigger]

    assert found == [status]


def test_harm_on_a_charge_is_laid_to_nobody_as_a_fact(reports: dict[str, tuple[Report, ...]]) -> None:
    told = reports["harm on a charge that names nobody"]

    assert [one.actors for one in told if one.status is Status.ACTUAL and one.type == "ASSAULT"] == [()]


@pytest.mark.parametrize("name", TYPES)
def test_what_only_ends_or_explains_another_event_is_none(name: str, pipeline: Pipeline) -> None:
    sentence, types = TYPES[name]

    (coded,) = (coded for _, coded in pipeline.code([make_article("", sentence, date(2023, 6, 15))]))

    assert [one.type for one in coded.reports] == types


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("In the war that began in Chad in 2005, the militia helped the government of Sudan.", "2005-01-01/2023-06-15"),
        ("In the war that began in Chad, the militia helped the government of Sudan in 2009.", "2009"),
    ],
)
def test_what_was_done_in_a_war_is_dated_from_its_outbreak(sentence: str, edtf: str, pipeline: Pipeline) -> None:
    (coded,) = (coded for _, coded in pipeline.code([make_article("", sentence, date(2023, 6, 15))]))

    assert [one.when.edtf for one in coded.reports if one.type == "AID"] == [edtf]
