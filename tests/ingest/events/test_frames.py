"""The frames of events: what cannot stand is refused, and every example fires."""

from pathlib import Path

import pytest

from graph.model import Article, Published
from ingest.document import Actors, Document
from ingest.errors import LexiconError
from ingest.events import EventData, frames
from ingest.events.frames import COLUMNS, FRAMES, Frame
from ingest.events.matcher import Matcher
from ingest.events.tree import Tree
from ingest.lexicon import read_table
from ingest.parse import Parser

HEADER = ("id", *COLUMNS, "not_for", "source")
ROW = {"id": "ass-v-shell", "words": "shell", "part": "verb", "actor": "subj", "recipient": "obj"}
FILLED = {"example": "The army shelled the town.", "source": "own"}
NOBODY = Actors({}, (), {})
UNDATED = Published(None, None, "inferred")


def _write(folder: Path, **cells: str) -> None:
    row = ROW | FILLED | cells
    lines = ["\t".join(HEADER), "\t".join(row.get(column, "") for column in HEADER)]
    (folder / "assault.tsv").write_text("\n".join(lines), "utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that the frames are read from."""
    monkeypatch.setattr(frames, "FRAMES", tmp_path)
    return tmp_path


def test_a_frame_takes_its_type_from_the_name_of_its_table(folder: Path) -> None:
    _write(folder)

    (frame,) = frames.read_frames()["shell"]

    assert (frame.type, frame.actor, frame.recipient) == ("ASSAULT", ("subj",), ("obj",))


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"example": ""}, "no example"),
        ({"part": "adverb"}, "part 'adverb'"),
        ({"needs": "WINGS"}, "test WINGS"),
        ({"status": "likely"}, "status 'likely'"),
        ({"words": ""}, "no words"),
    ],
)
def test_a_frame_that_cannot_stand_is_refused_by_name(folder: Path, cells: dict[str, str], problem: str) -> None:
    _write(folder, **cells)

    with pytest.raises(LexiconError, match="ass-v-shell") as refusal:
        frames.read_frames()

    assert refusal.value.problem == problem


def test_a_table_named_by_no_type_is_refused(folder: Path) -> None:
    (folder / "battle.tsv").write_text("\t".join(HEADER), "utf-8")

    with pytest.raises(LexiconError, match="BATTLE"):
        frames.read_frames()


def _parsed(parser: Parser, sentences: list[str]) -> list[Document]:
    articles = [Article(str(place), "", sentence, None) for place, sentence in enumerate(sentences)]
    return [document for _, document in parser.parse(articles)]


def _found(document: Document, data: EventData) -> list[Frame]:
    matcher = Matcher(Tree(document, data.words), data)
    hits = [matcher.find(token.i) for token in document.tokens]
    return [hit.frame for hit in hits if hit is not None]


def test_every_example_fires_and_no_counterexample_does(parser: Parser, event_data: EventData) -> None:
    tables = {path.stem.upper(): read_table(path, COLUMNS) for path in FRAMES.glob("*.tsv")}
    rows = [(event_type, row) for event_type, some in tables.items() for row in some]
    silent = [(row["id"], row["not_for"]) for _, row in rows if row["not_for"]]
    documents = _parsed(parser, [row["example"] for _, row in rows] + [text for _, text in silent])

    missed = [
        row["id"]
        for (event_type, row), document in zip(rows, documents, strict=False)
        if not any(frame.type == event_type for frame in _found(document, event_data))
    ]
    fired = [
        name
        for (name, _), document in zip(silent, documents[len(rows) :], strict=True)
        if any(frame.id == name for frame in _found(document, event_data))
    ]

    assert (missed, fired) == ([], [])
