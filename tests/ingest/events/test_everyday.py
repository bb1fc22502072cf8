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

    other = {sentence for (sentence, wanted), some in zip(rows, found, strict=True) if wanted not in some}
    known = [line.split("\t") for line in (CASES / "known.tsv").read_text("utf-8").splitlines()[1:]]
    assert other <= {sentence for case, sentence in known if case == "told"}


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


@pytest.mark.parametrize(
    ("dealt_with", "told"),
    [
        ("Her book documents the massacre of villagers by soldiers.", "A watchdog documented executions by the army."),
        ("The novelist depicts the shelling of a town by rebels.", "The UN described the shelling of Aden by rebels."),
        (
            "As a young reporter she covered the killing of villagers by troops.",
            "The monitors documented the killing of villagers by troops.",
        ),
    ],
)
def test_what_is_documented_happened_unless_a_work_or_an_artist_tells_it(
    dealt_with: str, told: str, pipeline: Pipeline
) -> None:
    silent, loud = types(pipeline, dealt_with, told)

    assert silent == []
    assert "ASSAULT" in loud


def test_shelter_sought_of_none_is_no_request_and_of_a_state_is_one(pipeline: Pipeline) -> None:
    none, church, state = types(
        pipeline,
        "Hundreds of people sought shelter at the airport.",
        "Families sought refuge in a church.",
        "The refugees sought shelter from Kenya.",
    )

    assert (none, church, state) == ([], [], ["REQUEST"])


def test_what_no_country_did_is_refused_by_none(pipeline: Pipeline) -> None:
    none, refused = types(
        pipeline,
        "No country, not even Armenia, recognised the republic.",
        "Armenia did not recognise the republic.",
    )

    assert "REJECT" not in none
    assert "REJECT" in refused


def test_who_suffered_dead_and_wounded_is_struck_and_strikes_not(pipeline: Pipeline) -> None:
    article = Article("a", "", "The Serbian army had suffered 300 dead and wounded.", DAY)
    ((_, coded),) = pipeline.code([article])

    assert [(one.type, one.actors, bool(one.recipients)) for one in coded.reports] == [("ASSAULT", (), True)]
