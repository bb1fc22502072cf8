"""The network of actors: how central each is, which communities there are, how balanced its signs.

The only module that imports networkx.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

import networkx as nx

SEED = 20
SAMPLED_ABOVE = 500
SAMPLES = 200


@dataclass(frozen=True, slots=True)
class Tie:
    """What one actor did to another: how many events, and the sum of their scores."""

    actor: str
    recipient: str
    events: int
    score: float


@dataclass(frozen=True, slots=True)
class Standing:
    """How one actor stands in the network.

    partners: how many actors it acted on or was acted on by (degree); friends, foes: of those, how many
    on balance in cooperation and in conflict; events: with all of them together (weighted degree);
    betweenness: the share of shortest paths between others that lead through it, 0 to 1;
    community: counts from 1, the largest first; balanced, unbalanced: signed triads it is part of.
    """

    id: str
    partners: int
    friends: int
    foes: int
    events: int
    betweenness: float
    community: int
    balanced: int
    unbalanced: int


@dataclass(frozen=True, slots=True)
class Measures:
    """The network as a whole, and the standing of each actor, the one with most events first.

    modularity: of the communities, None without a tie; balanced, unbalanced: signed triads; balance: the
    share of balanced ones, None where there is no triad; is_sampled: betweenness is an estimate.
    """

    actors: tuple[Standing, ...]
    ties: int
    communities: int
    modularity: float | None
    balanced: int
    unbalanced: int
    balance: float | None
    is_sampled: bool

    def of(self, actor: str) -> Standing | None:
        """Give the standing of one actor, None where no tie has it."""
        return next((standing for standing in self.actors if standing.id == actor), None)


def ties_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Tie, ...]:
    """Add up rows of actor, recipient, events and score, such as `network_ties` gives, by direction."""
    events: Counter[tuple[str, str]] = Counter()
    scores: dict[tuple[str, str], float] = {}
    for row in rows:
        pair = row["actor"], row["recipient"]
        events[pair] += row["events"]
        scores[pair] = scores.get(pair, 0.0) + row["score"]
    return tuple(Tie(*pair, events[pair], scores[pair]) for pair in sorted(events))


def network(ties: Iterable[Tie]) -> Any:
    """Give an undirected networkx graph: both directions added up, with `events`, `score` and `sign`.

    sign: +1 where the scores add up to cooperation, -1 to conflict, 0 where they even out.
    """
    graph = nx.Graph()
    for tie in ties:
        if tie.actor == tie.recipient:
            continue
        known = graph.get_edge_data(tie.actor, tie.recipient, {"events": 0, "score": 0.0})
        score = known["score"] + tie.score
        sign = (score > 0) - (score < 0)
        graph.add_edge(tie.actor, tie.recipient, events=known["events"] + tie.events, score=score, sign=sign)
    return graph


def communities(
    actors: Iterable[str], strengths: Mapping[tuple[str, str], float]
) -> tuple[list[set[str]], float | None]:
    """Give the communities of a network by Louvain's method, the largest first, and their modularity.

    strengths: of the tie between two actors, both ways together. The same for the same actors and ties in
    the same order; the modularity is None without a tie.
    Source: Blondel et al. 2008, as networkx has it.
    """
    graph = nx.Graph()
    graph.add_nodes_from(actors)
    graph.add_weighted_edges_from((*pair, strength) for pair, strength in strengths.items())
    if not graph:
        return [], None
    found = sorted(
        map(set, nx.community.louvain_communities(graph, seed=SEED)), key=lambda members: (-len(members), min(members))
    )
    return found, float(nx.community.modularity(graph, found)) if strengths else None


def triads(graph: Any) -> Iterator[tuple[tuple[str, str, str], bool]]:
    """Give each three actors who are all tied by sign, and whether they balance.

    They do where the product of the signs is positive: friends of friends are friends, and so are
    enemies of enemies. Source: Cartwright and Harary 1956.
    """
    near = {node: {other for other in graph[node] if graph[node][other]["sign"]} for node in graph}
    for a in sorted(near):
        for b in sorted(other for other in near[a] if other > a):
            for c in sorted(other for other in near[a] & near[b] if other > b):
                yield (a, b, c), graph[a][b]["sign"] * graph[b][c]["sign"] * graph[a][c]["sign"] > 0


def _betweenness(graph: Any) -> dict[str, float]:
    samples = SAMPLES if len(graph) > SAMPLED_ABOVE else None
    found: dict[str, float] = nx.betweenness_centrality(graph, k=samples, seed=SEED)
    return found


def measure(ties: Iterable[Tie]) -> Measures:
    """Measure the network these ties make.

    Betweenness is exact up to 500 actors; above, it is estimated from 200 of them, always the same.
    """
    graph = network(ties)
    strengths = {(min(a, b), max(a, b)): events for a, b, events in graph.edges(data="events")}
    groups, modularity = communities(sorted(graph), dict(sorted(strengths.items())))
    group_of = {actor: number for number, members in enumerate(groups, 1) for actor in members}
    between = _betweenness(graph) if graph else {}
    balance: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    totals: Counter[bool] = Counter()
    for members, is_balanced in triads(graph):
        balance[is_balanced].update(members)
        totals[is_balanced] += 1
    signs = {actor: Counter(data["sign"] for data in graph[actor].values()) for actor in graph}
    standings = [
        Standing(
            id=actor,
            partners=graph.degree(actor),
            friends=signs[actor][1],
            foes=signs[actor][-1],
            events=graph.degree(actor, weight="events"),
            betweenness=between[actor],
            community=group_of[actor],
            balanced=balance[True][actor],
            unbalanced=balance[False][actor],
        )
        for actor in graph
    ]
    return Measures(
        actors=tuple(sorted(standings, key=lambda standing: (-standing.events, standing.id))),
        ties=graph.number_of_edges(),
        communities=len(groups),
        modularity=modularity,
        balanced=totals[True],
        unbalanced=totals[False],
        balance=totals[True] / totals.total() if totals else None,
        is_sampled=len(graph) > SAMPLED_ABOVE,
    )


def shortest_paths(weights: Mapping[tuple[str, str], int], a: str, b: str, most: int) -> list[tuple[str, ...]]:
    """Give shortest paths from one actor to another, whichever way the ties point; the strongest first.

    weights: events by pair. A path is as strong as its weakest tie, then as all of them together; `most` are looked at.

    >>> shortest_paths({("a", "b"): 1, ("b", "d"): 5, ("a", "c"): 2, ("c", "d"): 2}, "a", "d", 10)
    [('a', 'c', 'd'), ('a', 'b', 'd')]
    """
    graph = nx.Graph()
    for (one, other), events in weights.items():
        if one != other:
            graph.add_edge(one, other, events=events)
    if a == b or a not in graph or b not in graph or not nx.has_path(graph, a, b):
        return []
    found = [tuple(path) for path in islice(nx.all_shortest_paths(graph, a, b), most)]

    def strength(path: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
        events = [graph.edges[pair]["events"] for pair in pairwise(path)]
        return -min(events), -sum(events), path

    return sorted(found, key=strength)
