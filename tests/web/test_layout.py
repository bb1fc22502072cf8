"""Parts of the picture beside one another: none over another, low ones stacked beside a high one."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from web.layout import Places, lay_out, pack

SIDES = st.tuples(st.integers(0, 900), st.integers(0, 900))


def part(number: int, width: float, height: float) -> Places:
    return {f"{number}-a": (0.0, 0.0), f"{number}-b": (width, height)}


def box(placed: Places, number: int) -> tuple[float, float, float, float]:
    (x1, y1), (x2, y2) = placed[f"{number}-a"], placed[f"{number}-b"]
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


@given(st.lists(SIDES, min_size=1, max_size=12))
def test_no_part_lies_over_another(sides: list[tuple[int, int]]) -> None:
    placed = pack([part(number, *side) for number, side in enumerate(sides)])
    boxes = [box(placed, number) for number in range(len(sides))]
    for one, other in combinations(boxes, 2):
        is_apart = one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
        assert is_apart


def test_low_parts_stand_below_one_another_beside_a_high_one() -> None:
    placed = pack([part(0, 600, 600), *(part(number, 100, 0) for number in range(1, 5))])
    large, *small = (box(placed, number) for number in range(5))
    assert all(one[0] > large[2] for one in small)
    assert len({one[0] for one in small}) == 1
    assert all(large[1] - 50 <= one[1] <= large[3] + 50 for one in small)


def test_two_actors_stand_beside_each_other_so_that_names_have_room() -> None:
    (x1, y1), (x2, y2) = lay_out(["a", "b"], {("a", "b"): 1.0}).positions.values()
    assert abs(y1 - y2) < 1 < abs(x1 - x2)
