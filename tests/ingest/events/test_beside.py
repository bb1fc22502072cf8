"""What is asked, or threatened, beside an end is told, and what is to end is not; only states target by law."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Report, Status
from ingest.pipeline import Pipeline

DAY = date(2024, 6, 14)
Coded = Callable[[str], list[Report]]


@pytest.fixture(scope="module")
def coded(pipeline: Pipeline) -> Coded:
    """Give a function that codes one text and gives its reports."""
    return lambda text: [one for _, found in pipeline.code([Article("a", "", text, DAY)]) for one in found.reports]


@pytest.mark.parametrize(
    ("text", "wanted", "status"),
    [
        ("The premier urged the army to defend the town and attack the rebels.", "ASSAULT", Status.CALLED_FOR),
        ("The governor asked the army to save the bridge and bomb the camp.", "ASSAULT", Status.CALLED_FOR),
        ("The envoy urged the rebels to end the siege and free the hostages.", "RETREAT", Status.CALLED_FOR),
        ("The bishop urged the militia to stop shelling and free the hostages.", "RETREAT", Status.CALLED_FOR),
        ("The senator urged the police to halt the march and arrest its leaders.", "COERCE", Status.CALLED_FOR),
        ("The union urged the government to stop the cuts and sack the minister.", "COERCE", Status.CALLED_FOR),
        ("The police threatened to stop the march by shooting protesters.", "ASSAULT", Status.THREATENED),
    ],
)
def test_what_is_asked_beside_an_end_or_as_its_means_is_told(
    text: str, wanted: str, status: Status, coded: Coded
) -> None:
    assert (wanted, status) in [(report.type, report.status) for report in coded(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy urged the rebels to stop shelling and bombing the town.",
        "The bishop appealed for an end to the killings and kidnappings.",
        "The bishop asked the army to protect the villagers from attacks.",
        "The mayor urged the police to protect the nurses from being attacked.",
        "The envoy asked the rebels to refrain from bombing the town.",
    ],
)
def test_what_is_to_end_or_to_be_kept_from_somebody_is_not_told(text: str, coded: Coded) -> None:
    types = {report.type for report in coded(text)}
    assert "REQUEST" in types
    assert "ASSAULT" not in types


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels targeted the administration building with rockets.", "ASSAULT"),
        ("A visa office was targeted by gunmen in Kabul.", "ASSAULT"),
        ("Gunmen targeted the tariff office in Kano.", "ASSAULT"),
        ("Militants targeted two officials of the treasury in Mosul.", "ASSAULT"),
        ("The government targeted officials of the rebels with air strikes.", "ASSAULT"),
        ("The militia's threat of execution against the hostages caused anger.", "THREATEN"),
    ],
)
def test_words_of_offices_and_penalties_silence_no_attack_or_threat(text: str, wanted: str, coded: Coded) -> None:
    assert wanted in {report.type for report in coded(text)}


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The administration targeted 13 more officials.", "ASSAULT"),
        ("Three officials were targeted by the ministry on Monday.", "ASSAULT"),
        ("The treasury targeted the assets of two banks.", "ASSAULT"),
        ("The tariffs target exporters of steel.", "ASSAULT"),
        ("Smugglers live under the threat of the death penalty.", "THREATEN"),
    ],
)
def test_a_state_that_targets_officials_firms_or_assets_by_law_attacks_nobody(
    text: str, silent: str, coded: Coded
) -> None:
    assert silent not in {report.type for report in coded(text)}
