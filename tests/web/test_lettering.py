"""Names on a picture made without a browser: none over another, the first before the last."""

import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.lettering import ALWAYS, Box, Named, place_names, width_of, wrapped

FRAME = Box(-500, -500, 500, 500)
SIZE = 15.0


def in_a_heap(number: int) -> list[Named]:
    """Give actors far too many for their names to have room."""
    return [
        Named((place % 20) * 40 - 400.0, place // 20 * 30 - 300.0, 12.0, f"Actor {place}") for place in range(number)
    ]


def test_no_name_lies_over_another_in_a_crowd() -> None:
    boxes = [spot.box for spot in place_names(in_a_heap(400), SIZE, FRAME) if spot]

    assert 20 < len(boxes) < 400
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]


def test_of_two_actors_on_one_spot_the_first_has_the_choice_and_both_have_names() -> None:
    first, second = place_names([Named(0, 0, 10, "Egypt"), Named(0, 0, 10, "Israel")], SIZE, FRAME)

    assert first and second and first.box.top > 0 > second.box.top


def test_the_foremost_keep_their_names_though_small_actors_lie_all_around_them() -> None:
    small = [Named(x * 12.0, y * 12.0, 8, f"s{x}{y}") for x in range(-9, 10) for y in range(-9, 10)]
    spots = place_names([Named(0, 0, 20, "The busiest"), *small], SIZE, FRAME)

    assert spots[0] is not None
    assert sum(spot is not None for spot in spots[1:]) < len(small) - ALWAYS


def test_no_name_reaches_beyond_the_frame_and_no_name_is_no_spot() -> None:
    frame = Box(-30, -30, 30, 30)
    assert place_names([Named(0, 0, 5, "A name that is far too long"), Named(9, 9, 5, "")], SIZE, frame) == [None, None]


@given(st.text(max_size=80), st.floats(60, 400))
def test_wrapped_lines_hold_every_letter_and_fit(text: str, width: float) -> None:
    lines = wrapped(text, width, 12)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, 12) <= width for line in lines)


# widths in DejaVu Sans, which is the widest of the faces a system may choose
@pytest.mark.parametrize(
    ("text", "real"), [("ЖШЩЮМФ", 6.04), ("Съвет на Републиката", 12.3), ("ЩОЩ", 2.96), ("Њушшќ", 4.1), ("—…", 2.0)]
)
def test_a_name_is_measured_rather_too_wide_than_too_narrow(text: str, real: float) -> None:
    assert real <= width_of(text, 1) <= 1.35 * real


@pytest.mark.parametrize("text", ["Nguyễn Phú Trọng", "Đặng Thị Ngọc Thịnh", "Łódź", "Йошкар-Ола"])
def test_a_letter_is_as_wide_with_its_accents_whether_these_stand_apart_or_not(text: str) -> None:
    apart, together = (width_of(unicodedata.normalize(form, text), 1) for form in ("NFD", "NFC"))

    assert apart == together
    assert width_of(text, 1) < 0.85 * len(text)


def test_what_only_joins_letters_has_no_width_and_an_ideograph_a_whole_one() -> None:
    assert width_of("a\u200db\u2060\u200e", 1) == width_of("ab", 1)
    assert width_of("北京한국", 1) > 4


def test_quotes_and_dashes_are_no_ideographs() -> None:
    assert width_of("“–”", 1) < 2.4


def test_a_line_is_never_broken_between_a_letter_and_its_accent() -> None:
    lines = wrapped("e\u0301" * 30, 60, 12)

    assert len(lines) > 1 and all(line.startswith("e") for line in lines)


def test_a_long_text_is_wrapped_in_a_time_that_grows_as_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = []

    def counting(letter: str) -> int:
        measured.append(letter)
        return 50

    monkeypatch.setattr("web.lettering._letter", counting)
    wrapped("a" * 2_000 + " a" * 2_000, 10_000, 13)

    assert len(measured) < 5 * 4_000
