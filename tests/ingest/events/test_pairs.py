"""Both sides, the two, each party: the two who last did something to each other, and nobody where it is not sure."""

from datetime import date

import pytest

from graph.model import Report
from ingest.article import make_article
from ingest.pipeline import Pipeline


def _reports(pipeline: Pipeline, text: str, event_type: str) -> list[Report]:
    [(_, coded)] = pipeline.code([make_article("", text, date(2020, 6, 15))])
    return [report for report in coded.reports if report.type == event_type]


def _ids(report: Report) -> tuple[set[str], set[str]]:
    return {one.actor for one in report.actors}, {one.actor for one in report.recipients}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Peru and Ecuador signed a treaty in Lima. Both sides promised to withdraw their troops.", "AGREE"),
        ("Fighting broke out between Peru and Ecuador. Each side accused the other of attacking a village.", "ACCUSE"),
        ("Peru and Ecuador held talks on Monday. The two governments agreed to open the border.", "AGREE"),
    ],
)  # fmt: skip
def test_both_sides_are_the_two_that_were_told_of(pipeline: Pipeline, text: str, event_type: str) -> None:
    report = _reports(pipeline, text, event_type)[-1]

    assert _ids(report) == ({"peru", "ecuador"}, {"peru", "ecuador"})
    assert all(one.text[0].isupper() and one.text.split()[0] in ("Both", "Each", "The") for one in report.actors)


def test_both_sides_can_be_those_it_is_done_to(pipeline: Pipeline) -> None:
    [report] = _reports(pipeline, "Peru and Ecuador clashed at the border. Chile urged both sides to stop.", "REQUEST")

    assert _ids(report) == ({"chile"}, {"peru", "ecuador"})


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile condemned the coup in Bolivia. Both sides exchanged fire in La Paz.",
        "Peru, Chile and Bolivia signed a treaty. Both sides exchanged fire on Monday.",
        "Both sides exchanged fire on Monday near the Peruvian border.",
    ],
)  # fmt: skip
def test_where_no_two_were_told_of_both_sides_are_nobody(pipeline: Pipeline, text: str) -> None:
    [report] = _reports(pipeline, text, "ASSAULT")

    assert _ids(report) == (set(), set())


def test_both_of_something_else_are_not_the_two_told_of_before(pipeline: Pipeline) -> None:
    text = "Peru and Ecuador clashed at the border. Both sisters of the singer clashed with police."

    [report] = _reports(pipeline, text, "ASSAULT")

    assert report.trigger_start < text.index("Both")


def test_leaders_are_people_and_governments_are_states(pipeline: Pipeline) -> None:
    text = "Peru and Ecuador clashed at the border. The UN urged both leaders to stop."

    [report] = _reports(pipeline, text, "REQUEST")

    assert _ids(report)[1] == set()
