"""Word lists of domains hold nothing that no text can match."""

from pathlib import Path

import pytest

from ingest.errors import LexiconError
from ingest.events.domains import PATH, read_domains


@pytest.mark.parametrize("word", ["run-of-mill", "boat-Race", "boat-", "bell-tower tower-bell"])
def test_a_word_no_text_can_match_is_refused_by_file_and_entry(word: str, tmp_path: Path) -> None:
    copy = tmp_path / "domains.toml"
    copy.write_text(PATH.read_text("utf-8").replace("pile-up ", f"pile-up {word} ", 1), "utf-8")

    with pytest.raises(LexiconError) as caught:
        read_domains(copy)

    assert caught.value.path == "domains.toml"
    assert caught.value.entry in word.split()
