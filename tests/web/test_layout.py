"""Where actors stand: beside those of their community, apart, and parts of the picture beside one another."""

import math
import random
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


def test_actors_stand_among_their_community_and_not_on_one_another() -> None:
    chance, groups = random.Random(1), 8
    pairs: dict[tuple[str, str], float] = {}
    while len(pairs) < 1200:
        one = chance.randrange(300)
        other = chance.choice(range(one % groups, 300, groups)) if chance.random() < 0.9 else chance.randrange(300)
        if one != other:
            pairs[f"{min(one, other)}", f"{max(one, other)}"] = float(chance.randint(1, 20))
    placed = lay_out([str(number) for number in range(300)], pairs).positions
    beside = same = pressed = 0
    for id_, place in placed.items():
        nearest = sorted((math.dist(place, other), name) for name, other in placed.items() if name != id_)[:10]
        pressed += nearest[0][0] < 25
        same += sum(int(name) % groups == int(id_) % groups for _, name in nearest)
        beside += len(nearest)

    assert same / beside > 0.97
    assert pressed < 4


def test_actors_with_a_strong_tie_leave_room_for_their_marks_and_the_line_between() -> None:
    pairs = {(f"{one}", f"{other}"): 20.0 for one in range(12) for other in range(one + 1, 12)}
    pairs |= {("0", f"{number}"): 1.0 for number in range(12, 40)}
    placed = lay_out([str(number) for number in range(40)], pairs).positions

    assert min(math.dist(one, other) for one, other in combinations(placed.values(), 2)) > 60
    assert placed == lay_out([str(number) for number in range(40)], pairs).positions
