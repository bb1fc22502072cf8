"""People of whom a text does not say what they are, are no civilians as a matter of fact."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Kind, Report
from ingest.pipeline import Pipeline

DAY = date(2024, 3, 5)


@pytest.fixture(scope="module")
def kinds_of(pipeline: Pipeline) -> Callable[[str], list[tuple[str, Kind]]]:
    """Give who events were done to, as name and kind."""

    def found(text: str) -> list[tuple[str, Kind]]:
        ((_, coded),) = pipeline.code([Article("a", "", text, DAY)])
        recipients = (one.actor for report in coded.reports for one in report.recipients)
        return [(coded.actors.by_id[one].name, coded.actors.by_id[one].kind) for one in recipients]

    return found


@pytest.fixture(scope="module")
def reports_of(pipeline: Pipeline) -> Callable[[str], tuple[Report, ...]]:
    def found(text: str) -> tuple[Report, ...]:
        ((_, coded),) = pipeline.code([Article("a", "", text, DAY)])
        return coded.reports

    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen killed seven people.", [("people", Kind.PEOPLE)]),
        ("Gunmen shot three men dead.", [("people", Kind.PEOPLE)]),
        ("The rebels freed two Kenyans.", [("Kenyan people", Kind.PEOPLE)]),
        ("Gunmen killed two people in Oslo.", [("people in Norway", Kind.PEOPLE)]),
        ("Gunmen killed seven villagers.", [("civilians", Kind.CIVILIANS)]),
        ("Gunmen killed two women.", [("civilians", Kind.CIVILIANS)]),
        ("The militia freed its captives.", [("captives", Kind.PEOPLE)]),
        ("Men in the centre of Yerevan beat villagers who had left Karabakh.", [("civilians", Kind.CIVILIANS)]),
    ],
)
def test_people_are_civilians_only_where_the_text_says_so(
    kinds_of: Callable[[str], list[tuple[str, Kind]]], text: str, wanted: list[tuple[str, Kind]]
) -> None:
    assert kinds_of(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Boko Haram said that three of its fighters died in the raid.", Kind.ARMED_GROUP),
        ("The ambush killed nine.", Kind.PEOPLE),
        ("The ambush killed nine policemen.", Kind.POLICE),
        ("The ambush killed nine of the farmers.", Kind.CIVILIANS),
    ],
)
def test_some_of_a_group_are_of_its_kind(
    reports_of: Callable[[str], tuple[Report, ...]], text: str, wanted: Kind
) -> None:
    assert {victim.kind for report in reports_of(text) for victim in report.victims} == {wanted}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The rivals signed a declaration in Saudi Arabia in which they pledge to protect civilians.", "civilians"),
        ("At a meeting in Kenya, the rivals promised to protect civilians.", "civilians"),
        ("The rebels shelled a market in Kenya and killed three civilians.", "civilians in Kenya"),
    ],
)
def test_where_others_meet_gives_people_no_country(
    kinds_of: Callable[[str], list[tuple[str, Kind]]], text: str, wanted: str
) -> None:
    assert (wanted, Kind.CIVILIANS) in kinds_of(text)
