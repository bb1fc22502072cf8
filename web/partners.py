"""Allies and opponents of an actor: its edges summed by partner, direction and sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from web.evidence import page_address
from web.words import Sign, sign_of


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


def partners_of(rows: Iterable[dict[str, Any]], actor: str) -> tuple[Partner, ...]:
    """Give the partners of `actor`, those with most events first."""
    by_id: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_id.setdefault(row["partner"], []).append(row)
    found = [_partner(actor, id_, of) for id_, of in by_id.items()]
    return tuple(sorted(found, key=lambda one: (-(one.out.events + one.into.events), one.name, one.id)))


def _partner(actor: str, id_: str, rows: list[dict[str, Any]]) -> Partner:
    """Sum one partner's rows."""
    out = flow_of(row for row in rows if row["direction"] == "out")
    into = flow_of(row for row in rows if row["direction"] == "in")
    score = round(out.score + into.score, 1)
    return Partner(
        id=id_,
        name=rows[0]["name"] or id_,
        kind=(rows[0]["kind"] or "").replace("_", " "),
        href=page_address("actor", id_),
        pair=page_address("pair", actor, id_),
        out=out,
        into=into,
        score=score,
        relation="cooperative" if score > 0 else "hostile" if score < 0 else "even",
    )
