"""Marked text: every character once, every mark in its place."""

from hypothesis import given
from hypothesis import strategies as st

from web.marks import Coded, Mark, lines_of, pieces_of

TEXT = "Shells fell on Kherson on Monday.\nThe army denied it.\n\nNobody was hurt."


def test_crossing_marks_are_cut_where_they_cross() -> None:
    pieces = pieces_of("abcdef", 0, 6, [Mark(0, 4, "actor", "A", "/a"), Mark(2, 6, "place", "P")])

    assert [(piece.text, piece.kinds) for piece in pieces] == [
        ("ab", ("actor",)),
        ("cd", ("actor", "place")),
        ("ef", ("place",)),
    ]


def test_the_shortest_mark_gives_the_address() -> None:
    pieces = pieces_of("abcd", 0, 4, [Mark(0, 4, "actor", "long", "/long"), Mark(1, 2, "actor", "short", "/short")])

    assert [piece.href for piece in pieces] == ["/long", "/short", "/long"]
    assert pieces[1].label == "short; long"


def test_sentences_without_events_stay_visible() -> None:
    lines = lines_of(TEXT, [Coded(34, 53, (("e1", "accuse"),))], [])

    assert ["".join(piece.text for run in line for piece in run.pieces) for line in lines] == [
        "Shells fell on Kherson on Monday.",
        "The army denied it.",
        "Nobody was hurt.",
    ]
    assert [[run.is_coded for run in line] for line in lines] == [[False], [True], [False]]
    assert lines[1][0].anchor == "s34"
    assert lines[1][0].events == (("e1", "accuse"),)


def test_a_sentence_over_two_lines_has_one_anchor_and_one_list_of_events() -> None:
    lines = lines_of("one\ntwo", [Coded(0, 7, (("e", "x"),))], [])

    assert [(run.anchor, run.events) for line in lines for run in line] == [("s0", ()), ("", (("e", "x"),))]


def test_two_reports_of_one_sentence_share_its_anchor() -> None:
    lines = lines_of("one two", [Coded(0, 7, (("a", "x"),)), Coded(0, 7, (("b", "y"),))], [])

    assert [(run.anchor, run.events) for run in lines[0]] == [("s0", (("a", "x"), ("b", "y")))]


SPANS = st.tuples(st.integers(-2, 30), st.integers(-2, 30)).map(sorted)


@given(
    st.text(alphabet="ab \n\r<&\U0001f600", max_size=25),
    st.lists(SPANS, max_size=6),
    st.lists(SPANS, max_size=6),
)
def test_no_character_is_lost_or_doubled(text: str, coded: list[list[int]], marks: list[list[int]]) -> None:
    lines = lines_of(text, [Coded(max(a, 0), b, ()) for a, b in coded], [Mark(a, b, "actor") for a, b in marks])

    shown = ["".join(piece.text for run in line for piece in run.pieces) for line in lines]
    assert shown == [line for line in text.splitlines() if line.strip()]
