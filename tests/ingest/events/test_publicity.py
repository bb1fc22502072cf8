"""What firms, clubs and private people do among themselves is no event; what a state does with them is one."""

from datetime import date
from pathlib import Path

import pytest

from graph.model import Article, Report
from ingest.pipeline import Pipeline

CASES = Path(__file__).parent / "cases"
DAY = date(2024, 6, 15)


def reports(pipeline: Pipeline, *texts: str) -> list[tuple[Report, ...]]:
    articles = [Article(str(number), "", text, DAY) for number, text in enumerate(texts)]
    return [coded.reports for _, coded in pipeline.code(articles)]


def loud(pipeline: Pipeline, name: str) -> list[str]:
    """Give the texts of a file of cases that yield an event."""
    texts = [line.partition("\t")[0] for line in (CASES / f"{name}.tsv").read_text("utf-8").splitlines()[1:]]
    return [text for text, found in zip(texts, reports(pipeline, *texts), strict=True) if found]


def known(name: str) -> set[str]:
    """Give the texts of a file of cases that are known to be told amiss."""
    rows = [line.split("\t") for line in (CASES / "known.tsv").read_text("utf-8").splitlines()[1:]]
    return {text for case, text in rows if case == name}


@pytest.mark.parametrize(
    "name",
    [
        "quiet_parties",
        "quiet_apart",
        "quiet_raw",
        "quiet_agency",
        "quiet_wire",
        "quiet_stories_parties",
        "quiet_stories_agency",
    ],
)
def test_text_without_conflict_or_politics_yields_nothing_with_its_parties_known(name: str, pipeline: Pipeline) -> None:
    found = loud(pipeline, name)

    assert set(found) <= known(name)


def test_a_deal_of_two_firms_is_no_event_and_a_deal_of_a_firm_and_a_ministry_is_one(pipeline: Pipeline) -> None:
    firms, ministry = reports(
        pipeline,
        "Brandt Motors Inc. has agreed to sell its plant to Solvo Steel Corp.",
        "Brandt Motors Inc. has signed an agreement with the defence ministry of Poland.",
    )

    assert firms == ()
    assert [report.type for report in ministry] == ["SUPPORT"]


def test_what_the_firm_of_a_country_does_is_not_done_by_the_country(pipeline: Pipeline) -> None:
    firm, state = reports(
        pipeline,
        "The Swiss drug maker has agreed to supply the clinic.",
        "The Swiss government has agreed to supply the clinic.",
    )

    assert firm == ()
    assert [report.type for report in state] == ["AGREE"]


def test_a_plane_of_a_firm_that_is_fired_at_is_told(pipeline: Pipeline) -> None:
    [found] = reports(pipeline, "A cargo plane of Brandt Airlines Inc. came under fire, the airline said.")

    assert [report.type for report in found] == ["ASSAULT"]


def test_harm_done_by_an_unknown_body_is_told(pipeline: Pipeline) -> None:
    [found] = reports(pipeline, "The Black Falcons killed twelve people in an attack on a bus.")

    assert {report.type for report in found} == {"ASSAULT"}
