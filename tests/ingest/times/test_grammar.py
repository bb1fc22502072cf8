"""The files of rules for times: what is taken and what refused."""

import shutil
from pathlib import Path

import pytest

from ingest.errors import LexiconError
from ingest.times import build_times
from ingest.times.grammar import FOLDER

RULE = """
[new-rule]
type = "DATE"
kind = "unit"
patterns = ["the unit=day <before>"]
source = "made for this test"
examples = ["It was [the day before]. => 1998-03-03"]
"""


@pytest.fixture
def lexicons(tmp_path: Path) -> Path:
    """A copy of the lexicons that a test may spoil."""
    return Path(shutil.copytree(FOLDER, tmp_path / "times"))


def add(folder: Path, entry: str) -> None:
    path = folder / "relative.toml"
    path.write_text(path.read_text("utf-8") + entry, "utf-8")


def test_a_whole_rule_is_taken(lexicons: Path) -> None:
    add(lexicons, RULE)

    assert "new-rule" in build_times(lexicons)["rules"]


@pytest.mark.parametrize("part", ["type", "kind", "patterns", "source", "examples"])
def test_a_rule_without_a_part_is_refused(lexicons: Path, part: str) -> None:
    add(lexicons, "\n".join(line for line in RULE.splitlines() if not line.startswith(part)))

    with pytest.raises(LexiconError) as refused:
        build_times(lexicons)

    assert (refused.value.entry, refused.value.problem) == ("new-rule", f"{part} is missing")


@pytest.mark.parametrize(
    ("found", "put"),
    [
        ('"DATE"', '"DAY"'),
        ("[the day before]", "the day before"),
        ("the unit=day <before>", "the <no-such-class>"),
        ("the unit=day <before>", "( the"),
        ("the unit=day <before>", "a||b"),
        ('kind = "unit"', 'kind = "unit"\ncolour = "red"'),
        ("[new-rule]", "[present]"),
        ('"unit"', '"nonsense"'),
        ('kind = "unit"', 'kind = "unit"\nrefuse = ["nonsense"]'),
    ],
)
def test_a_rule_that_cannot_be_read_is_refused_by_its_name(lexicons: Path, found: str, put: str) -> None:
    add(lexicons, RULE.replace(found, put))

    with pytest.raises(LexiconError):
        build_times(lexicons)


@pytest.mark.parametrize(
    ("name", "found", "put"),
    [
        ("fixed_days.tsv", "fixed 12-25", "fixed Christmas"),
        ("fixed_days.tsv", "easter western +0", "easter"),
        ("periods.tsv", "1936-04", "April 1936"),
    ],
)
def test_a_row_of_a_table_that_cannot_be_read_is_refused(lexicons: Path, name: str, found: str, put: str) -> None:
    path = lexicons / name
    path.write_text(path.read_text("utf-8").replace(found, put, 1), "utf-8")

    with pytest.raises(LexiconError) as refused:
        build_times(lexicons)

    assert refused.value.path.endswith(name)


@pytest.mark.parametrize(
    ("found", "put"),
    [
        ("[opener]", "[openers]"),
        ('source = "punctuation"', ""),
        ('words = ["just", "only"]', "words = []"),
        ("[lead]", "[lead"),
    ],
)
def test_a_list_of_words_around_times_that_cannot_be_read_is_refused(lexicons: Path, found: str, put: str) -> None:
    path = lexicons / "around.toml"
    path.write_text(path.read_text("utf-8").replace(found, put, 1), "utf-8")

    with pytest.raises(LexiconError) as refused:
        build_times(lexicons)

    assert refused.value.path.endswith("around.toml")
