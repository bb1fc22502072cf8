"""What joins the nodes of an answer that brings no relationship of its own, so that its picture shows them joined."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

from graph.values import Node, Relationship
from web.asked import rows_of
from web.partners import TIE_SIGNS

MOST_EVENTS = 200
MOST_ACTORS = 30
MOST_ROWS = 5_000
SIGN_QUADS = {"hostile": "MX", "cooperative": "MC"}

Elements = dict[tuple[str, str], Node]


def joined(nodes: Sequence[Node]) -> tuple[Relationship, ...]:
    """Give which of the nodes had a part in which events of them; without events, what its actors did to one another.

    Only the first MOST_EVENTS events are looked at, and no ties of more than MOST_ACTORS actors.
    """
    by_id: Elements = {(str(label), str(node["id"])): node for node in nodes for label in node["labels"]}
    events = [id_ for label, id_ in by_id if label == "Event"][:MOST_EVENTS]
    if events:
        return tuple(_parts(events, by_id))
    actors = [id_ for label, id_ in by_id if label == "Actor"]
    return tuple(_ties(actors, by_id)) if len(actors) <= MOST_ACTORS else ()


def _parts(events: Sequence[str], by_id: Elements) -> Iterator[Relationship]:
    """Give the actors and places of events."""
    for row in rows_of("event_parties", ids=events, limit=MOST_ROWS):
        event, actor = by_id["Event", row["event"]], by_id.get(("Actor", row["id"]))
        if actor:
            ends = (event, actor) if row["role"] == "TO" else (actor, event)
            yield _relationship(row["role"], *ends, quad=event["properties"].get("quad"))
    for row in rows_of("event_lies", ids=events, limit=MOST_ROWS):
        place = by_id.get(("Place", row["id"]))
        if place:
            yield _relationship("AT", by_id["Event", row["event"]], place)


def _ties(actors: Sequence[str], by_id: Elements) -> Iterator[Relationship]:
    """Give what actors did to one another, hostile and cooperative apart."""
    ids = [f"{a}~{b}~{sign}" for a, b in permutations(actors, 2) for sign in TIE_SIGNS]
    for row in rows_of("ties", ids=ids, limit=len(ids)) if ids else ():
        ends = by_id["Actor", row["actor"]], by_id["Actor", row["recipient"]]
        yield _relationship("ACTED_ON", *ends, quad=SIGN_QUADS[row["sign"]])


def _relationship(type_: str, start: Node, end: Node, *, quad: Any = None) -> Relationship:
    """Give a relationship as an answer brings one."""
    return Relationship(
        kind="relationship",
        element=f"{start['element']}-{type_}-{end['element']}",
        type=type_,
        start=start["id"],
        end=end["id"],
        elements=(start["element"], end["element"]),
        properties={"quad": quad} if quad else {},
    )
