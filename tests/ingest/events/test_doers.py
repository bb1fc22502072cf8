"""Who acts is found behind a general noun, a short name in capitals, and a group told before by who leads it."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article
from ingest.pipeline import Pipeline

DAY = date(2024, 3, 5)
Doers = Callable[[str], list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def doers(pipeline: Pipeline) -> Doers:
    """Give the ids of the actors of each report."""

    def found(text: str) -> list[tuple[str, ...]]:
        ((_, article),) = pipeline.code([Article("a", "", text, DAY)])
        return [tuple(one.actor for one in report.actors) for report in article.reports]

    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sanctions were imposed by the bloc ECOWAS on Sunday.", ("ecowas",)),
        ("The council was asked by the regional bloc ECOWAS to step down.", ("ecowas",)),
        ("Gunmen of Boko Haram attacked a hotel in Kano on Monday.", ("boko-haram",)),
        ("Zolkovo was captured by Russian forces.", ("russian-armed-forces",)),
    ],
)
def test_a_name_beside_a_general_noun_tells_who_acts(doers: Doers, text: str, wanted: tuple[str, ...]) -> None:
    assert doers(text)[0] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Coalition jets struck Sanaa on Tuesday.",
        "The coalition carried out strikes on Hodeidah.",
        "On Monday coalition warplanes bombed a school in Saada.",
        "Coalition forces shelled Marib.",
    ],
)
def test_a_bare_coalition_is_the_one_whose_leader_was_told(doers: Doers, text: str) -> None:
    assert doers(f"The Saudi-led coalition has fought in Yemen since 2015. {text}")[1] == ("saudi-led-coalition",)


def test_another_coalition_is_not_the_one_whose_leader_was_told(doers: Doers) -> None:
    found = doers("The Saudi-led coalition has fought in Yemen since 2015. The ruling coalition met envoys.")

    assert all("saudi-led-coalition" not in actors and "houthis" not in actors for actors in found[1:])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Congo said that M23 rebels had attacked a camp near Goma.", "dr-congo"),
        ("Congo accused Rwanda of an attack.", "dr-congo"),
        ("A court in Brazzaville sat on Monday. Congo accused Chad of an attack.", "congo"),
    ],
)
def test_congo_is_the_one_the_text_is_set_in(pipeline: Pipeline, text: str, wanted: str) -> None:
    ((_, article),) = pipeline.code([Article("a", "", text, DAY)])
    told = {
        one.actor
        for report in article.reports
        for one in (*report.actors, *([report.speaker] if report.speaker else []))
    }

    assert wanted in told


def test_who_talks_to_both_sides_talks_to_others(pipeline: Pipeline) -> None:
    ((_, article),) = pipeline.code([Article("a", "", "Qatar and Egypt talked to both sides on Friday.", DAY)])

    assert [one.actor for report in article.reports for one in report.recipients] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tuareg rebels of the MNLA captured Timbuktu.", {"mnla"}),
        ("Tuareg rebels captured Timbuktu.", {"tuareg-rebels-armed-group"}),
        (
            "About 300 French and 200 American soldiers were deployed in Niger.",
            {"french-armed-forces", "us-armed-forces"},
        ),
        ("ECOWAS met in Abuja. The bloc imposed sanctions on Mali.", {"ecowas"}),
        ("The retreat had been ordered by the defence minister, Anton Brel.", set()),
        ("The army announced a retreat, its general said.", {"army-military"}),
    ],
)
def test_who_acts_is_who_does_the_deed(doers: Doers, text: str, wanted: set[str]) -> None:
    assert {one for actors in doers(text) for one in actors} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Crowds gathered in the centre of Yerevan. Protesters attacked police.",
            "protesters-in-armenia-civilians-arm",
        ),
        (
            "Protesters met in Yerevan. Protesters accused the premier of betrayal after Azerbaijan attacked Karabakh.",
            "protesters-in-armenia-civilians-arm",
        ),
        (
            "Thousands of protesters gathered in the centre of Yerevan, accused him of having abandoned Karabakh.",
            "protesters-in-armenia-civilians-arm",
        ),
        ("Protesters burnt tyres in Karabakh.", "protesters-in-azerbaijan-civilians-aze"),
    ],
)
def test_people_are_of_where_they_are_themselves(doers: Doers, text: str, wanted: str) -> None:
    assert wanted in {one for actors in doers(text) for one in actors}
