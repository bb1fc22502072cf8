"""How sure it is who did a violent deed, by the words of each report and by what points back to it."""

from datetime import date

import pytest

from graph.model import Confidence, Report
from ingest.article import make_article
from ingest.pipeline import Pipeline

GRADES = {
    "told as a fact": ("Taliban fighters killed six policemen in Kunduz on Monday.", Confidence.FACT),
    "a claim of responsibility": (
        "The Islamic State group claimed responsibility for an attack on a police station in Kabul.",
        Confidence.CLAIMED,
    ),
    "a claim of the deed itself": ("The Taliban claimed the bombing.", Confidence.CLAIMED),
    "a side's own account": ("The Houthis said they had fired missiles at a ship.", Confidence.CLAIMED),
    "an enemy's account": ("Ukraine said Russia had shelled a hospital in Kherson.", Confidence.ACCUSED),
    "a charge": ("Sudan's army accused the Rapid Support Forces of shelling a market.", Confidence.ACCUSED),
    "suspects": ("Suspected Boko Haram militants killed ten farmers in Borno on Monday.", Confidence.POSSIBLE),
    "a belief": ("The Houthis are believed to have fired a missile at the tanker.", Confidence.POSSIBLE),
    "a guess": ("The attack may have been carried out by Al-Shabaab.", Confidence.POSSIBLE),
}


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    return Pipeline(cache=tmp_path_factory.mktemp("lexicons"))


def assaults(pipeline: Pipeline, text: str) -> list[Report]:
    _, coded = next(pipeline.code([make_article("", text, date(2024, 6, 15))]))
    return sorted((one for one in coded.reports if one.type == "ASSAULT"), key=lambda one: one.trigger_start)


@pytest.mark.parametrize(("text", "grade"), GRADES.values(), ids=GRADES.keys())
def test_who_did_it_is_as_sure_as_the_words_have_it(text: str, grade: Confidence, pipeline: Pipeline) -> None:
    grades = [one.confidence for report in assaults(pipeline, text) for one in report.perpetrators]

    assert grades == [grade]


@pytest.mark.parametrize(
    "text",
    [
        "If Hezbollah attacks Haifa, Israel will respond.",
        "Hamas denied that it had fired the rockets.",
        "The Taliban threatened to attack Kunduz.",
        "A bomb killed ten people in Mogadishu.",
    ],
)
def test_what_nobody_is_said_to_have_done_has_no_perpetrator(text: str, pipeline: Pipeline) -> None:
    assert [one for report in assaults(pipeline, text) for one in report.perpetrators] == []


def test_who_claims_the_attack_later_or_is_blamed_for_it_is_a_perpetrator_of_it(pipeline: Pipeline) -> None:
    told, *_ = assaults(
        pipeline,
        "A bomb killed ten people in Mogadishu on Sunday. Al-Shabaab claimed the attack. "
        "The government blamed the Islamic State group for the bombing.",
    )

    assert [(one.actor, one.confidence) for one in told.perpetrators] == [
        ("al-shabaab", Confidence.CLAIMED),
        ("islamic-state", Confidence.ACCUSED),
    ]
    assert told.actors == ()
