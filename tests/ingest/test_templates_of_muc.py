"""What the incidents of an article become as templates of MUC-4: each once, its victims once, and none of war."""

from datetime import date
from typing import Any

import pytest

from bench.gold_muc import template_record
from graph.model import Article
from ingest.pipeline import Pipeline

DAY = date(1991, 5, 14)
NONE = [
    "Rebels attacked army positions near the town of Karsa on Monday.",
    "Guerrillas destroyed two military helicopters at the airfield on Monday.",
    "Two policemen were killed in a clash with the rebels on Monday.",
    "The commander of the rebels, Tomas Arana, was captured on Monday.",
    "The minister deplored the kidnapping of officials in the region.",
]
OLD = "Bishop Pablo Orrego was murdered on 3 December 1990. Gunmen murdered Mayor Julia Prado on Monday."
TWICE = (
    "Gunmen killed one man in the town of Karsa on Monday. The victim, Tomas Arana, was killed in his car. "
    "Arana was killed while he was driving home, the police said on Tuesday."
)
PRIESTS = "Soldiers killed six priests on Monday. The priests were shot at night. The bishop buried the priests."
KIDNAPPED = "Rebels kidnapped Judge Tomas Arana on 2 May. Arana was killed on 9 May, the police said."
BOMB = "A bomb exploded at a bank in Karsa on Monday. The attack injured three passersby."


def _templates(pipeline: Pipeline, text: str) -> list[dict[str, Any]]:
    ((_, coded),) = pipeline.code([Article("a", "", text, DAY)])
    found: list[dict[str, Any]] = template_record({"id": "a"}, coded)["templates"]
    return found


@pytest.mark.parametrize("text", NONE)
def test_a_deed_against_fighters_alone_is_no_incident(text: str, pipeline: Pipeline) -> None:
    assert _templates(pipeline, text) == []


def test_what_lies_over_two_months_back_is_none_beside_what_is_new(pipeline: Pipeline) -> None:
    (template,) = _templates(pipeline, OLD)

    assert [victim["names"][0] for victim in template["victim"]] == ["Mayor Julia Prado"]


def test_a_victim_told_anew_by_name_stands_once(pipeline: Pipeline) -> None:
    (template,) = _templates(pipeline, TWICE)

    assert len(template["victim"]) == 1
    assert "Arana" in template["victim"][0]["names"][0]


def test_a_group_told_again_stands_once_with_its_count(pipeline: Pipeline) -> None:
    (template,) = _templates(pipeline, PRIESTS)

    assert [victim["number_range"] for victim in template["victim"]] == [[[6, 6]]]


def test_the_death_of_a_hostage_is_part_of_the_kidnapping(pipeline: Pipeline) -> None:
    (template,) = _templates(pipeline, KIDNAPPED)

    assert template["incident_type"] == ["KIDNAPPING"]


def test_an_attack_that_points_back_to_a_bomb_is_part_of_the_bombing(pipeline: Pipeline) -> None:
    (template,) = _templates(pipeline, BOMB)

    assert template["incident_type"] == ["BOMBING"]
    assert template["victim"][0]["desc"] == ["three passersby"]
