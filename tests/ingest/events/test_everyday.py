"""Everyday news yields nothing, and news of conflict and politics that shares its words is told."""

from datetime import date
from pathlib import Path

import pytest

from graph.model import Article
from ingest.pipeline import Pipeline

CASES = Path(__file__).parent / "cases"
DAY = date(2024, 6, 15)


def types(pipeline: Pipeline, *texts: str) -> list[list[str]]:
    """Give the types of the reports of each text, an article of its own."""
    articles = [Article(str(number), "", text, DAY) for number, text in enumerate(texts)]
    return [[report.type for report in coded.reports] for _, coded in pipeline.code(articles)]


def test_news_of_conflict_and_politics_is_told(pipeline: Pipeline) -> None:
    lines = (CASES / "told.tsv").read_text("utf-8").splitlines()[1:]
    rows = [tuple(line.split("\t")) for line in lines]

    found = types(pipeline, *(sentence for sentence, _ in rows))

    silent = [sentence for (sentence, _), some in zip(rows, found, strict=True) if not some]
    other = [sentence for (sentence, wanted), some in zip(rows, found, strict=True) if wanted not in some]
    assert len(silent) <= 2, silent
    assert len(other) <= 6, other


@pytest.mark.parametrize(
    ("everyday", "told"),
    [
        (
            "A fire swept through a hostel in Lima, killing six guests.",
            "Rocket fire killed six guests of a hotel in Aden.",
        ),
        (
            "Flash floods cut off the valley on Friday. Troops were sent to help with the rescue.",
            "Rebels cut off the valley on Friday. Troops were sent to the border.",
        ),
        (
            "A nurse in Leeds stabbed her husband in a quarrel over money.",
            "Gunmen stabbed the mayor and her husband in Tumaco.",
        ),
        (
            "In the last episode the banker shoots his partner and flees to Peru.",
            "In the last raid soldiers shot a farmer near Herat.",
        ),
        ("The bakery in Ghent has gone to war with the council.", "Ethiopia has gone to war with Eritrea."),
        (
            "The Swiss drugmaker has agreed to buy a Danish rival.",
            "The Swiss government has agreed to meet a Danish envoy.",
        ),
    ],
)
def test_what_is_everyday_is_no_event_and_what_is_not_is_one(everyday: str, told: str, pipeline: Pipeline) -> None:
    silent, loud = types(pipeline, everyday, told)

    assert silent == []
    assert loud != []


def test_what_a_call_is_made_for_ranks_before_the_call(pipeline: Pipeline) -> None:
    [found] = types(pipeline, "The king of Jordan phoned the premier of Iraq on Monday to congratulate him.")

    assert found == ["SUPPORT", "CONSULT"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("About 100 people have died in three months of anti-government protests.", "ASSAULT"),
        ("Missiles struck an apartment block in Kharkiv.", "ASSAULT"),
        ("Shelling shattered the bridge over the Tigris.", "ASSAULT"),
        ("The deployment of peacekeepers to Liberia began on Monday.", "AID"),
    ],
)
def test_an_event_is_told_by_what_stands_further_off(text: str, wanted: str, pipeline: Pipeline) -> None:
    [found] = types(pipeline, text)

    assert wanted in found


def test_those_left_injured_are_not_left_by_anybody(pipeline: Pipeline) -> None:
    [found] = types(pipeline, "The clash of students and security forces left two students injured.")

    assert "RETREAT" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Israeli fire killed two people in Gaza.",
        "Two medics were killed by hostile fire near Goma.",
        "Heavy fire killed four villagers near the front line.",
        "Three soldiers were wounded by friendly fire.",
        "Return fire killed two of the rebels.",
        "The army shot at the crowd. Three students were killed by the fire.",
        "Artillery fire destroyed the bridge at Kupiansk.",
    ],
)
def test_fire_of_an_army_is_shot(text: str, pipeline: Pipeline) -> None:
    [found] = types(pipeline, text)

    assert "ASSAULT" in found


@pytest.mark.parametrize(
    "text",
    [
        "Fire destroyed a school near the army barracks.",
        "A fire broke out in a refugee camp, killing nine people.",
        "Six soldiers died in a kitchen fire.",
        "Forest fires killed twenty people in Greece.",
        "Huge fire kills twelve in a garment workshop.",
    ],
)
def test_fire_that_burns_is_no_assault(text: str, pipeline: Pipeline) -> None:
    [found] = types(pipeline, text)

    assert "ASSAULT" not in found
