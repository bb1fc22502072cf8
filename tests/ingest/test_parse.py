"""A text cut into blocks before it is parsed: datelines, headlines, paragraphs."""

import pytest

from ingest.parse import DATELINE, blocks

BODY = "Fighting broke out in the capital on Saturday, officials said."


@pytest.mark.parametrize(
    "dateline",
    [
        "KHARTOUM, April 15 - ",
        "GAZA CITY (Reuters) - ",
        "WASHINGTON — ",
        "San Salvador, 3 Jan 90 -- [REPORT] [TEXT] ",
        "UNITED NATIONS, May 12, 2023 (AFP) – ",
        "Port-au-Prince (AP) -- ",
    ],
)
def test_a_dateline_is_a_block_by_itself(dateline: str) -> None:
    assert [(block.text, block.is_headline) for block in blocks(dateline + BODY)] == [(dateline, True), (BODY, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Talks - the third round - began on Monday.",
        "The army, which fought for two years - and lost - withdrew.",
        "UN-backed talks - the third round - began on Monday.",
        "Maj. Gen. Kamil - known to all - said so on Monday.",
    ],
)
def test_a_dash_in_a_sentence_makes_no_dateline(text: str) -> None:
    assert DATELINE.match(text) is None


def test_blocks_keep_offsets_and_join_hard_wrapped_lines() -> None:
    text = "   TALKS\n\n   The sides met on Monday in\nthe capital and agreed\nto meet again before\nlong.\n"
    found = blocks(text)

    assert [block.text for block in found] == [
        "TALKS",
        "The sides met on Monday in the capital and agreed to meet again before long.",
    ]
    assert all(text[block.start : block.start + 3] == block.text[:3] for block in found)


def test_a_very_long_line_is_cut_between_sentences() -> None:
    text = BODY.join(["", *[" "] * 1000])
    found = blocks(text)

    assert len(found) > 2
    assert all(block.text.endswith(".") for block in found)
    assert " ".join(block.text for block in found).count("Fighting") == text.count("Fighting")
