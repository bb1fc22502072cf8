"""What somebody sets out to do is not told as done, nor what is called impossible or a false report."""

import pytest

from graph.model import Article, Report, Status
from ingest.pipeline import Pipeline

AIMS = [
    "The army launched an operation to capture the rebel leader on Monday.",
    "Police set up a trap to capture the rebel leader.",
    "Gunmen came to the house to kidnap the judge.",
    "Soldiers were sent to arrest the general.",
    "Gunmen tried to kill the mayor on Monday.",
]
NOT_SO = [
    "It is impossible for the army to annihilate the rebels.",
    "The report that the ambassador was wounded by rebels is unfounded.",
    "Reports that rebels had killed the mayor are false, the army said.",
]
DONE = [
    ("The rebels detonated a mine and killed ten soldiers.", "ASSAULT"),
    ("The envoy came to Geneva to hold talks with the rebels.", "CONSULT"),
    ("The report that rebels had killed the mayor was published on Monday.", "ASSAULT"),
]


def _reports(pipeline: Pipeline, text: str) -> tuple[Report, ...]:
    ((_, coded),) = pipeline.code([Article("a", "", text, None)])
    return coded.reports


@pytest.mark.parametrize("text", AIMS)
def test_an_aim_is_attempted_and_harms_nobody(text: str, pipeline: Pipeline) -> None:
    (aim,) = (report for report in _reports(pipeline, text) if report.status is not Status.ACTUAL)

    assert aim.status is Status.ATTEMPTED
    assert aim.tolls == {}
    assert aim.victims == ()


@pytest.mark.parametrize("text", NOT_SO)
def test_what_is_impossible_or_untrue_is_denied(text: str, pipeline: Pipeline) -> None:
    assert Status.DENIED in {report.status for report in _reports(pipeline, text) if report.type == "ASSAULT"}


@pytest.mark.parametrize(("text", "event_type"), DONE)
def test_what_is_done_stays_so(text: str, event_type: str, pipeline: Pipeline) -> None:
    told = [report.status for report in _reports(pipeline, text) if report.type == event_type]

    assert told
    assert set(told) <= {Status.ACTUAL, Status.CLAIMED}
