"""The lists of words that date an event."""

from pathlib import Path

import pytest

from ingest.errors import LexiconError
from ingest.times.wording import TELLING, read_wording

WORDS = read_wording()


def test_a_list_left_out_is_refused(tmp_path: Path) -> None:
    short = tmp_path / "telling.toml"
    short.write_text(TELLING.read_text("utf-8").replace("[occur]", "[occurs]"), "utf-8")

    with pytest.raises(LexiconError, match="occur"):
        read_wording(short)


@pytest.mark.parametrize(
    ("before", "word"),
    [("It has lasted since ", "since"), ("Ahead of the ", "Ahead of"), ("held until about ", "until")],
)
def test_a_word_of_bounds_is_read_up_to_its_time(before: str, word: str) -> None:
    found = WORDS.bounding.search(before)

    assert found is not None
    assert found[1] == word


@pytest.mark.parametrize(
    ("after", "describes"), [(" murder of a judge", True), (" in Rome", False), (", police said", False)]
)
def test_a_date_describes_only_a_noun_after_it(after: str, describes: bool) -> None:
    assert bool(WORDS.attributive.match(after)) is describes
