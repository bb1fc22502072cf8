"""Harm is told whoever comes to it: what they live by, or what is hit, says nothing of the sentence's matter."""

import pytest

from graph.model import Article
from ingest.pipeline import Pipeline

TOLD = [
    ("Guerrillas attacked the town on Monday. A street vendor was killed.", "a street vendor"),
    ("A bomb exploded near the barracks on Monday. A baker was wounded.", "a baker"),
    ("Rebels raided the town. Ana Lopez, a hairdresser who was on her way to the salon, was shot dead.", "ana lopez"),
]
HIT = [
    ("Guerrillas attacked the town on Monday. They launched two bombs at a car dealership.", "a car dealership"),
    ("Rebels bombed two electricity facilities in Peru on Monday.", "two electricity facilities"),
    ("Guerrillas bombed a bank branch in Lima on Monday.", "a bank branch"),
]
QUIET = [
    "A street vendor was killed by a falling tree in the storm.",
    "The chef bombed in his new restaurant.",
    "The shares of the dealership were hit by weak sales.",
]


@pytest.mark.parametrize(("text", "victim"), TOLD)
def test_who_is_harmed_need_be_nobody_in_public_life(text: str, victim: str, pipeline: Pipeline) -> None:
    ((_, coded),) = pipeline.code([Article("a", "", text, None)])

    told = [one.text.lower() for report in coded.reports for one in report.victims]

    assert any(one.startswith(victim) for one in told)


@pytest.mark.parametrize(("text", "thing"), HIT)
def test_what_is_bombed_need_be_nothing_of_war(text: str, thing: str, pipeline: Pipeline) -> None:
    ((_, coded),) = pipeline.code([Article("a", "", text, None)])

    told = [one.text.lower() for report in coded.reports for one in report.things]
    told += [one.text.lower() for report in coded.reports for one in report.recipients]

    assert any(one.startswith(thing) or one in thing for one in told)


@pytest.mark.parametrize("text", QUIET)
def test_mishaps_and_business_stay_untold(text: str, pipeline: Pipeline) -> None:
    ((_, coded),) = pipeline.code([Article("a", "", text, None)])

    assert coded.reports == ()
