"""Those named among the harmed are victims too, wherever the list hangs, and members of a force are of its kind."""

import pytest

from graph.model import Article, Kind, Victim
from ingest.pipeline import Pipeline

NAMED = [
    ("Three people were injured in the bombing, including the reporter Brenda Hope.", "the reporter Brenda Hope"),
    ("Approximately seven people were killed and 12 injured, including two minors.", "two minors"),
    ("The killing of six of their members, including rector Tomas Arana and two women, was condemned.", "two women"),
    ("The army murdered six priests, among them the dean of the university.", "the dean of the university"),
    ("Gunmen killed five personalities, including senator Luis Prado.", "senator Luis Prado"),
]
UNNAMED = [
    "Rebels killed two farmers on Monday after weeks of fighting, including shelling.",
    "The attack killed the mayor on Monday, including a threat.",
]
KINDS = [
    ("Four army members were killed in clashes on Monday.", Kind.MILITARY),
    ("A treasury police member was killed in a rebel attack.", Kind.POLICE),
    ("Seven of the nine soldiers were wounded when a bomb exploded.", Kind.MILITARY),
    ("The rebels captured four prisoners of war.", Kind.MILITARY),
    ("Two of the children were killed by soldiers.", Kind.CIVILIANS),
    ("A member of the choir was killed by gunmen.", Kind.PEOPLE),
]


def _victims(pipeline: Pipeline, text: str) -> list[Victim]:
    ((_, coded),) = pipeline.code([Article("a", "", text, None)])
    return [victim for report in coded.reports for victim in report.victims]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_those_named_among_the_harmed_are_victims(text: str, name: str, pipeline: Pipeline) -> None:
    assert name in [victim.text for victim in _victims(pipeline, text)]


@pytest.mark.parametrize("text", UNNAMED)
def test_what_is_no_people_is_no_victim(text: str, pipeline: Pipeline) -> None:
    assert len({victim.text for victim in _victims(pipeline, text)}) == 1


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_members_of_a_force_are_of_its_kind(text: str, kind: Kind, pipeline: Pipeline) -> None:
    assert {victim.kind for victim in _victims(pipeline, text)} == {kind}


def test_those_named_are_counted_once(pipeline: Pipeline) -> None:
    text = "Three people were injured in the bombing, including the reporter Brenda Hope."
    ((_, coded),) = pipeline.code([Article("a", "", text, None)])

    assert coded.reports[0].tolls["injured"].low == 3
