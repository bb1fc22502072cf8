"""Every rule for times reads its own examples and leaves alone what it must."""

from datetime import date

import pytest

from graph.model import Published
from ingest.times import TimeFinder, build_times
from ingest.times.genre import Genre
from ingest.times.grammar import examples

DATA = build_times()
FINDER = TimeFinder(DATA)
PUBLISHED = Published(date(1998, 3, 4), date(1998, 3, 4), "given")


@pytest.mark.parametrize(
    ("rule", "text", "expression", "value"), tuple(examples(DATA)), ids=lambda part: str(part)[:50]
)
def test_every_rule_reads_its_examples(rule: str, text: str, expression: str, value: str) -> None:
    genre = Genre(DATA["rules"][rule].get("genre") or "news")
    spans = FINDER.tag(text, genre=genre)

    times = FINDER.resolve(text, spans, PUBLISHED)

    assert [(time.rule, time.text, time.value or "-") for time in times if time.text == expression] == [
        (rule, expression, value)
    ]


REFUSED = [(rule, text) for rule, entry in DATA["rules"].items() for text in entry.get("not_for", ())]


@pytest.mark.parametrize(("rule", "text"), REFUSED, ids=[f"{rule}: {text[:40]}" for rule, text in REFUSED])
def test_no_rule_fires_where_it_must_not(rule: str, text: str) -> None:
    genre = Genre(DATA["rules"][rule].get("genre") or "news")

    assert rule not in {span.rule for span in FINDER.tag(text, genre=genre)}
