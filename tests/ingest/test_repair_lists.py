"""Lists of counted people are one subject, and a short name in capitals stands beside its noun."""

import pytest

from ingest.parse import Parser
from tests.ingest.trees import hangs_on, parsed


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Five Kenyans, two Danes and a Swede were freed.", "Danes", ("Kenyans", "conj")),
        ("About 1,500 French and 1,000 American soldiers were killed.", "soldiers", ("French", "conj")),
    ],
)
def test_counted_people_are_one_list(parser: Parser, text: str, word: str, head: tuple[str, str]) -> None:
    assert hangs_on(parsed(parser, text), word) == head


@pytest.mark.parametrize(
    "text",
    [
        "Sanctions were imposed by the bloc ECOWAS on Sunday.",
        "The president was asked by the regional bloc ECOWAS to step down.",
    ],
)
def test_a_short_name_stands_beside_its_noun(parser: Parser, text: str) -> None:
    assert hangs_on(parsed(parser, text), "ECOWAS") == ("bloc", "appos")
