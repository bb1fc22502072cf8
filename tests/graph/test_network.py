"""Measures of small networks, worked out by hand."""

import pytest

from graph.network import Tie, communities, measure, network, ties_of, triads


def tie(actor: str, recipient: str, score: float, events: int = 1) -> Tie:
    """Make a tie."""
    return Tie(actor, recipient, events, score)


# A line a - b - c - d: of the three pairs among the others that a path joins through b, two are
# (a, c) and (a, d), and (c, d) is not; so b and c have 2 of 3, the ends none.
LINE = (tie("a", "b", 5.0, 4), tie("b", "c", -9.0), tie("c", "d", 2.5, 2))


def test_partners_and_events_of_a_line_are_counted_over_both_directions() -> None:
    found = measure((*LINE, tie("b", "a", 1.0, 3)))

    b = found.of("b")
    assert b is not None
    assert (b.partners, b.events, b.friends, b.foes) == (2, 8, 1, 1)
    assert found.ties == 3
    assert [standing.id for standing in found.actors] == ["b", "a", "c", "d"]


def test_betweenness_of_a_line_lies_in_its_middle() -> None:
    between = {standing.id: standing.betweenness for standing in measure(LINE).actors}

    assert between == pytest.approx({"a": 0.0, "b": 2 / 3, "c": 2 / 3, "d": 0.0})


@pytest.mark.parametrize(
    ("signs", "is_balanced"),
    [((1, 1, 1), True), ((1, -1, -1), True), ((1, 1, -1), False), ((-1, -1, -1), False)],
)
def test_a_triad_balances_where_the_product_of_its_signs_is_positive(signs: tuple[int, ...], is_balanced: bool) -> None:
    ab, bc, ca = signs
    ties = (tie("a", "b", 2.0 * ab), tie("b", "c", 2.0 * bc), tie("c", "a", 2.0 * ca))

    assert list(triads(network(ties))) == [(("a", "b", "c"), is_balanced)]
    found = measure(ties)
    assert (found.balanced, found.unbalanced) == ((1, 0) if is_balanced else (0, 1))
    assert found.balance == float(is_balanced)


def test_scores_that_even_out_give_a_tie_no_sign_and_a_triad_no_say() -> None:
    ties = (tie("a", "b", 5.0), tie("b", "a", -5.0), tie("b", "c", 1.0), tie("c", "a", 1.0))

    found = measure(ties)

    assert (found.balanced, found.unbalanced, found.balance) == (0, 0, None)
    a = found.of("a")
    assert a is not None and (a.partners, a.friends, a.foes) == (2, 1, 0)


def test_every_triad_is_counted_at_each_of_its_three_actors() -> None:
    # Of the four triads of a clique of four with one hostile tie a-b, the two with that tie do not balance.
    pairs = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d")]
    found = measure(tuple(tie(x, y, -1.0 if (x, y) == ("a", "b") else 1.0) for x, y in pairs))

    assert (found.balanced, found.unbalanced) == (2, 2)
    counts = {standing.id: (standing.balanced, standing.unbalanced) for standing in found.actors}
    assert counts == {"a": (1, 2), "b": (1, 2), "c": (2, 1), "d": (2, 1)}


def two_cliques() -> tuple[Tie, ...]:
    """Give two triangles, joined by one weak tie."""
    inside = [("a", "b"), ("b", "c"), ("a", "c"), ("x", "y"), ("y", "z"), ("x", "z")]
    return (*(tie(one, other, 1.0, 5) for one, other in inside), tie("c", "x", 1.0))


def test_two_cliques_with_one_tie_between_them_are_two_communities() -> None:
    pairs = {(one.actor, one.recipient): float(one.events) for one in two_cliques()}
    assert communities("abcxyz", pairs)[0] == [{"a", "b", "c"}, {"x", "y", "z"}]

    found = measure(two_cliques())

    # Of the weight 31 all but 1 is inside; each half holds half of the ends: 30/31 - 2 * (1/2)^2.
    assert found.modularity == pytest.approx(30 / 31 - 0.5)
    assert found.communities == 2


def test_the_order_of_the_ties_does_not_matter() -> None:
    assert measure(two_cliques()) == measure(two_cliques()[::-1])


def test_rows_of_one_direction_are_added_up() -> None:
    rows = [
        {"actor": "a", "recipient": "b", "quad": "MX", "events": 2, "score": -18.0},
        {"actor": "a", "recipient": "b", "quad": "VC", "events": 1, "score": 2.5},
        {"actor": "b", "recipient": "a", "quad": "VC", "events": 1, "score": 4.0},
    ]

    assert ties_of(rows) == (Tie("a", "b", 3, -15.5), Tie("b", "a", 1, 4.0))


def test_a_graph_without_ties_has_no_measures() -> None:
    found = measure(())

    assert (found.actors, found.ties, found.communities, found.modularity, found.balance) == ((), 0, 0, None, None)


def test_above_five_hundred_actors_betweenness_is_an_estimate() -> None:
    star = tuple(tie("hub", f"leaf{number:03}", 1.0) for number in range(520))

    found = measure(star)

    assert found.is_sampled
    assert found.actors[0].id == "hub"
    assert found.actors[0].betweenness == pytest.approx(1.0, abs=0.01)
