"""A desk abroad gives neither its country nor its town to the deeds it reports."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Report
from ingest.pipeline import Pipeline

DAY = date(2024, 3, 5)
ABROAD = "DAKAR, Senegal (AP) — The rebels shelled a camp near Goma on Monday. Fighters killed five soldiers."


@pytest.fixture(scope="module")
def reports(pipeline: Pipeline) -> Callable[[str], tuple[Report, ...]]:
    def run(text: str) -> tuple[Report, ...]:
        ((_, coded),) = pipeline.code([Article("a", "", text, DAY)])
        return coded.reports

    return run


def test_a_desk_abroad_is_not_whose_people_it_tells_of(reports: Callable[[str], tuple[Report, ...]]) -> None:
    told = reports(ABROAD)
    parties = [one.actor for report in told for one in (*report.actors, *report.recipients)]

    assert len(told) == 2
    assert not [party for party in parties if "senegal" in party]


def test_a_desk_abroad_is_not_where_deeds_happened(reports: Callable[[str], tuple[Report, ...]]) -> None:
    assert [report.place.place.country for report in reports(ABROAD) if report.place] == ["COD"]


def test_a_desk_that_tells_of_no_town_elsewhere_tells_of_its_own_country(
    reports: Callable[[str], tuple[Report, ...]],
) -> None:
    (report,) = reports("DAKAR, Senegal (AP) — The army arrested three students on Monday.")

    assert [one.actor for one in report.actors] == ["senegalese-armed-forces"]


@pytest.mark.parametrize("clause", ["trained by the United States", "armed by Chile", "paid by France"])
def test_forces_are_not_those_of_who_stands_behind_them(
    reports: Callable[[str], tuple[Report, ...]], clause: str
) -> None:
    killing = next(report for report in reports(f"Soldiers {clause} killed five villagers.") if report.tolls)

    assert [one.actor for one in killing.actors] == ["soldiers-military"]
