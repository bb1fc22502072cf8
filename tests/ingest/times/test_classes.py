"""Reads the sentences of classes.toml: every expression with its value, and no other."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from graph.model import Published
from ingest.times import TimeFinder, build_times
from ingest.times.genre import Genre

FINDER = TimeFinder(build_times())
CLASSES = tomllib.loads(Path(__file__).with_name("classes.toml").read_text("utf-8"))
MARKED = re.compile(r"\[([^\]|]+)\|([^\]]*)\]")
SENTENCES = [
    (name, given["published"], given.get("country", ""), given.get("genre", "news"), sentence)
    for name, given in CLASSES.items()
    for sentence in given["sentences"]
]


@pytest.mark.parametrize(
    ("name", "published", "country", "genre", "sentence"),
    SENTENCES,
    ids=[f"{one[0]}: {one[-1][:50]}" for one in SENTENCES],
)
def test_a_sentence_of_each_class_is_read_whole(
    name: str, published: date, country: str, genre: str, sentence: str
) -> None:
    text = MARKED.sub(r"\1", sentence)
    spans = FINDER.tag(text, genre=Genre(genre))

    times = FINDER.resolve(text, spans, Published(published, published, "given"), country)

    assert [(time.text, time.value) for time in times] == MARKED.findall(sentence), name
