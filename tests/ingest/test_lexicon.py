"""Lexicon files are checked as they are read, and compiled once."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from ingest import lexicon
from ingest.errors import LexiconError
from ingest.events.domains import Domains
from ingest.events.words import EventWords, StatusWords
from ingest.repair_words import RepairWords


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_rule_without_an_example_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "rules.toml", '[shell]\nsource = "manual"\n')

    with pytest.raises(LexiconError) as caught:
        lexicon.read_toml(path)

    assert (caught.value.path, caught.value.entry) == ("rules.toml", "shell")
    assert "examples" in caught.value.wanted


def test_a_rule_may_have_one_example(tmp_path: Path) -> None:
    path = write(tmp_path, "rules.toml", '[shell]\nsource = "manual"\nexample = "They shelled it."\n')

    assert lexicon.read_toml(path)["shell"]["source"] == "manual"


def test_lists_are_given_by_their_names_in_code(tmp_path: Path) -> None:
    words = 'source = "known"\nexamples = ["So."]\nwords = "go come"\n'
    path = write(tmp_path, "lists.toml", f"[going-on]\n{words}")

    assert lexicon.read_lists(path, ("going_on",)) == {"going_on": frozenset(("go", "come"))}


@pytest.mark.parametrize(
    ("names", "words", "entry", "problem"),
    [
        (("going", "saying"), "go", "saying", "no words"),
        (("going",), "", "going", "no words"),
        (("saying",), "go", "going", "an unknown list"),
    ],
)
def test_a_list_that_is_missing_unknown_or_empty_is_refused(
    tmp_path: Path, names: tuple[str, ...], words: str, entry: str, problem: str
) -> None:
    path = write(tmp_path, "lists.toml", f'[going]\nsource = "known"\nexamples = ["So."]\nwords = "{words}"\n')

    with pytest.raises(LexiconError) as caught:
        lexicon.read_lists(path, names)

    assert (caught.value.entry, caught.value.problem) == (entry, problem)


@pytest.mark.parametrize("lists", [EventWords, StatusWords, RepairWords, Domains])
def test_every_list_of_words_is_read_by_some_rule(lists: type) -> None:
    code = "".join(path.read_text("utf-8") for path in lexicon.LEXICONS.parent.rglob("*.py"))
    names = [item.name for item in fields(lists)]

    assert [name for name in names if not re.search(rf"\.{name}\b", code)] == []


def test_broken_toml_is_named_by_its_file(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"rules\.toml"):
        lexicon.read_toml(write(tmp_path, "rules.toml", "[shell\n"))


def test_rows_are_given_by_column(tmp_path: Path) -> None:
    path = write(tmp_path, "t.tsv", "id\tword\tsource\na\tone\tknown\n")

    assert lexicon.read_table(path, ("word",)) == [{"id": "a", "word": "one", "source": "known"}]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("id\tsource\n", "line 1"),
        ("id\tword\tsource\na\tone\n", "line 2"),
        ("id\tword\tsource\na\tone\t\n", "a"),
        ("id\tword\tsource\n\tone\tknown\n", "line 2"),
        ("id\tword\tsource\na\tone\tknown\na\ttwo\tknown\n", "line 3"),
    ],
)
def test_a_table_with_a_bad_row_is_refused(tmp_path: Path, text: str, entry: str) -> None:
    with pytest.raises(LexiconError) as caught:
        lexicon.read_table(write(tmp_path, "t.tsv", text), ("word",))

    assert caught.value.entry == entry


class Counted:
    """A builder that counts how often it ran."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self) -> dict[str, int]:
        self.runs += 1
        return {"answer": 42}


def test_lexicons_are_compiled_once(tmp_path: Path) -> None:
    builder = Counted()

    first = lexicon.load((("a", builder),), tmp_path)
    second = lexicon.load((("a", builder),), tmp_path)

    assert first == second == {"a": {"answer": 42}}
    assert builder.runs == 1


def test_a_damaged_compiled_file_is_built_anew(tmp_path: Path) -> None:
    builder = Counted()
    lexicon.load((("a", builder),), tmp_path)
    path = tmp_path / lexicon.CACHE_NAME
    path.write_bytes(path.read_bytes()[:-1] + b"?")

    assert lexicon.load((("a", builder),), tmp_path) == {"a": {"answer": 42}}
    assert builder.runs == 2


def test_an_edited_lexicon_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = tmp_path / "lexicons"
    words.mkdir()
    monkeypatch.setattr(lexicon, "LEXICONS", words)
    monkeypatch.setattr(lexicon, "__file__", str(tmp_path / "lexicon.py"))
    table = write(words, "t.tsv", "id\tsource\n")
    builder = Counted()
    lexicon.load((("a", builder),), tmp_path / "data")
    table.write_text("id\tsource\na\tknown\n", "utf-8")
    lexicon.load((("a", builder),), tmp_path / "data")

    assert builder.runs == 2


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    builder = Counted()
    write(tmp_path, "file", "")

    assert lexicon.load((("a", builder),), tmp_path / "file" / "data") == {"a": {"answer": 42}}


def test_every_lexicon_has_its_licence_stated() -> None:
    licences = (lexicon.LEXICONS / "LICENSES.md").read_text("utf-8")
    files = [path for path in lexicon.LEXICONS.rglob("*.t*") if path.suffix in (".toml", ".tsv")]

    unstated = [path.name for path in files if path.name not in licences and f"{path.parent.name}/*" not in licences]

    assert files
    assert unstated == []
