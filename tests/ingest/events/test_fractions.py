"""Numbers told by words: what each example of the lexicon counts, and parts of a scale with what leaves none."""

from collections.abc import Callable

import pytest

from graph.model import Article, Toll
from ingest.events.numbers import PATH, read_quantities
from ingest.events.quantities import count_of
from ingest.events.tree import Tree
from ingest.events.words import read_words
from ingest.lexicon import read_toml
from ingest.parse import Parser

Count = Callable[[str], Toll | None]
STATED = {
    "five": Toll(5, 5),
    "forty": Toll(40, 40),
    "two hundred": Toll(200, 200),
    "5 million": Toll(5_000_000, 5_000_000),
    "dozens of people": Toll(24, 99),
    "several officers": Toll(3, 9),
    "nearly 50": Toll(45, 50),
    "at least 20": Toll(20, None),
    "more than 40": Toll(40, None),
    "as many as 60": Toll(1, 60),
    "up to 20": Toll(1, 20),
    "fewer than ten": Toll(1, 10),
    "about 50": Toll(45, 55),
    "half a million people": Toll(500_000, 500_000),
    "a quarter of a million people": Toll(250_000, 250_000),
    "three quarters of a million": Toll(750_000, 750_000),
    "two and a half thousand": Toll(2_500, 2_500),
    "two and a half million people": Toll(2_500_000, 2_500_000),
    "a million and a half people": Toll(1_500_000, 1_500_000),
}


@pytest.fixture(scope="module")
def count() -> Count:
    """Give a function that counts what the last word of a phrase, or its "dozens", is about."""
    parser, quantities, words = Parser(), read_quantities(), read_words()

    def run(phrase: str) -> Toll | None:
        ((_, document),) = parser.parse([Article("a", "", f"Rebels killed {phrase} near the port.", None)])
        tree = Tree(document, words)
        end = len(f"Rebels killed {phrase}")
        head = next(token.i for token in tree.tokens if token.start + len(token.text) == end)
        if phrase.startswith("dozens of"):
            head = next(token.i for token in tree.tokens if token.text == "dozens")
        return count_of(tree, quantities, head)

    return run


def test_each_example_of_the_lexicon_that_states_a_count_is_counted(count: Count) -> None:
    examples = {example for table in read_toml(PATH).values() for example in table["examples"]}

    assert examples == STATED.keys()
    assert {example: count(example) for example in examples} == STATED


@pytest.mark.parametrize(
    ("phrase", "toll"),
    [
        ("half a dozen farmers", Toll(6, 6)),
        ("half-a-million farmers", Toll(500_000, 500_000)),
        ("three-quarters of a million farmers", Toll(750_000, 750_000)),
        ("two and a quarter million farmers", Toll(2_250_000, 2_250_000)),
        ("about one and a half million farmers", Toll(1_350_000, 1_650_000)),
        ("at least a quarter of a million farmers", Toll(250_000, None)),
        ("more than half a million local farmers", Toll(500_000, None)),
        ("a guard and half a million farmers", Toll(500_000, 500_000)),
        ("half of the 40 hostages", None),
        ("a third of 30 hostages", None),
        ("a third man", Toll(1, 1)),
        ("two half-brothers", Toll(2, 2)),
        ("as many as 40 farmers", Toll(1, 40)),
        ("many farmers", Toll(3, 99)),
    ],
)
def test_a_part_of_a_scale_is_counted_and_a_part_of_some_is_not(phrase: str, toll: Toll | None, count: Count) -> None:
    assert count(phrase) == toll
