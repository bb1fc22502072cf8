"""Allies and opponents of an actor: what passed between it and each, by direction and sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from web.asked import rows_of
from web.evidence import page_address
from web.words import Sign, kind_name, sign_of

TIE_SIGNS = ("hostile", "cooperative")


@dataclass(frozen=True, slots=True)
class Flow:
    """What went one way between two actors: events by sign, and the sum of their scores."""

    cooperative: int = 0
    verbal: int = 0
    hostile: int = 0
    score: float = 0.0

    @property
    def hostilities(self) -> int:
        """Give how many events were hostile, in words or acts."""
        return self.verbal + self.hostile

    @property
    def events(self) -> int:
        """Give how many events there were."""
        return self.cooperative + self.verbal + self.hostile


@dataclass(frozen=True, slots=True)
class Partner:
    """One other actor with what was done to it (out) and what it did (into).

    relation: cooperative or hostile as the scores of both directions sum up, else even.
    Source of the scores: PLOVER's table, -10 for force to +10 for aid.
    """

    id: str
    name: str
    kind: str
    href: str
    pair: str
    out: Flow
    into: Flow
    score: float
    relation: str

    @property
    def events(self) -> int:
        """Give how many events there were, both ways."""
        return self.out.events + self.into.events


def flow_of(rows: Iterable[dict[str, Any]]) -> Flow:
    """Sum edges of one direction.

    >>> flow_of([{"quad": "MX", "events": 2, "score": -19.0}, {"quad": "VC", "events": 1, "score": 2.5}])
    Flow(cooperative=1, verbal=0, hostile=2, score=-16.5)
    """
    counts = dict.fromkeys(Sign, 0)
    score = 0.0
    for row in rows:
        sign = sign_of(row["quad"])
        if sign:
            counts[Sign(sign)] += row["events"]
        score += row["score"] or 0.0
    return Flow(counts[Sign.COOPERATIVE], counts[Sign.VERBAL], counts[Sign.HOSTILE], round(score, 1))


def read_partners(actor: str, most: int) -> tuple[tuple[Partner, ...], int]:
    """Give the partners of `actor` with most events, the most first, and how many partners it has."""
    ranked = rows_of("actor_partners", actor=actor, limit=most)
    ids = [row["partner"] for row in ranked]
    ties = [f"{a}~{b}~{sign}" for id_ in ids for a, b in ((actor, id_), (id_, actor)) for sign in TIE_SIGNS]
    rows = rows_of("ties", ids=ties, limit=len(ties)) if ties else []
    cards = rows_of("actor_cards", ids=ids, limit=len(ids)) if ids else []
    return partners_of(rows, cards, actor), ranked[0]["partners"] if ranked else 0


def partners_of(ties: Iterable[dict[str, Any]], cards: Iterable[dict[str, Any]], actor: str) -> tuple[Partner, ...]:
    """Give the partners of `actor`, those with most events first. ties: all of theirs with it; cards: name and kind."""
    rows = list(ties)
    found = [
        _partner(actor, card, [row for row in rows if card["id"] in (row["actor"], row["recipient"])]) for card in cards
    ]
    return tuple(sorted(found, key=lambda one: (-one.events, one.name, one.id)))


def _flow_of_ties(ties: Iterable[dict[str, Any]]) -> Flow:
    """Sum the ties of one direction, of which there is one a sign."""
    by_sign = {row["sign"]: row for row in ties}
    nothing = {"events": 0, "words": 0, "score": 0.0}
    friendly, hostile = by_sign.get("cooperative", nothing), by_sign.get("hostile", nothing)
    score = round(friendly["score"] + hostile["score"], 1)
    return Flow(friendly["events"], hostile["words"], hostile["events"] - hostile["words"], score)


def _partner(actor: str, card: dict[str, Any], ties: list[dict[str, Any]]) -> Partner:
    """Sum one partner's ties."""
    id_ = card["id"]
    out = _flow_of_ties(row for row in ties if row["actor"] == actor)
    into = _flow_of_ties(row for row in ties if row["recipient"] == actor)
    score = round(out.score + into.score, 1)
    return Partner(
        id=id_,
        name=card["name"] or id_,
        kind=kind_name(card["kind"]),
        href=page_address("actor", id_),
        pair=page_address("pair", actor, id_),
        out=out,
        into=into,
        score=score,
        relation="cooperative" if score > 0 else "hostile" if score < 0 else "even",
    )
