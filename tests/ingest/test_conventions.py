"""What a gold set has no type for, or another one, is translated by its table; the coder's own types stay."""

import pytest

from bench.gold_events import sentence_record
from graph.model import Article
from ingest.pipeline import Pipeline

CASES = [
    ("Police arrested three students in Karsa.", ["COERCE"], ["COERCE"]),
    ("Police banned three newspapers in Karsa.", ["COERCE"], []),
    ("Rebels kidnapped two nurses in Karsa.", ["ASSAULT"], ["COERCE"]),
    ("Rebels planted a bomb in a car in Karsa.", ["ASSAULT"], []),
    ("Rebels killed two nurses in Karsa.", ["ASSAULT"], ["ASSAULT"]),
    ("Teachers went on strike in Karsa.", ["PROTEST"], []),
    ("The court accused the rebels of killing two nurses.", ["ACCUSE"], ["ASSAULT"]),
    ("Gunmen slaughtered ten farmers in Karsa.", ["ASSAULT"], ["ASSAULT"]),
]


@pytest.mark.parametrize(("text", "own", "theirs"), CASES)
def test_a_set_is_given_the_types_it_has(text: str, own: list[str], theirs: list[str], pipeline: Pipeline) -> None:
    ((_, coded),) = pipeline.code([Article("a", "", text, None)])

    for convention, wanted in (("", own), ("wikievents", theirs)):
        events = sentence_record("a", coded, is_best=False, convention=convention)["events"]
        assert [event["plover"] for event in events] == wanted
