"""Upper-case wire text in small letters, every character at its place."""

import pytest

from ingest.recase import is_shouted, recase

WIRE = """   LIMA, 12 MAY 90 (AFP) -- [TEXT] THE NATIONAL LIBERATION ARMY [NLA] ATTACKED A
POLICE POST NEAR AYACUCHO ON 9 MAY.  "WE MAY RETURN," A FARC MEMBER SAID TODAY.
"""


def test_recasing_keeps_every_character_at_its_place() -> None:
    assert len(recase(WIRE)) == len(WIRE)
    assert recase(WIRE).lower() == WIRE.lower()


@pytest.mark.parametrize(
    "words",
    ["12 May 90", "National Liberation Army [NLA] attacked", "post near Ayacucho", "We may return", "FARC member"],
)
def test_wire_text_is_written_as_a_newspaper_would(words: str) -> None:
    assert words in recase(WIRE).replace("\n", " ")


def test_text_in_small_letters_is_not_shouted() -> None:
    assert is_shouted(WIRE)
    assert not is_shouted("Talks resumed on Monday in Cairo, UN and EU officials said, after a week of silence.")
