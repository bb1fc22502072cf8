"""How alike two reports are: a score from 0 to about 1 with its reasons, or that they cannot be one event.

A wrong merge costs more than a missed one. So a contradiction (other days, a place far away, somebody
else who did it) rules a pair out whatever else agrees, and a pair from two articles needs agreement
on two of who, whom and where beside its day, or on one and on how and how many.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.gather import WIDE_PLACES, overlaps, width
from graph.model import Actor, Argument, Place, Report, Status, Toll, When
from graph.plover import plover

STATES = frozenset({"country", "government"})
OF_STATE = frozenset({"military", "police", "intelligence", "ministry", "court", "parliament"})
RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
HAPPENED = frozenset({Status.ACTUAL, Status.ONGOING, Status.ATTEMPTED, Status.HISTORICAL})
DISPUTED = frozenset({Status.CLAIMED, Status.ACCUSED, Status.DENIED})
# Modes that reporters use for one another: a blast may be a bomb, a drone or a shell.
MODE_FAMILIES = (
    frozenset({"aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "destroy"}),
    frozenset({"firearms", "targeted", "primitive", "beat"}),
    frozenset({"visit", "third-party", "multilateral"}),
)
PRECISE_DAYS, WEEK_DAYS, MONTH_DAYS = 3, 10, 31
NEAR_KM, AROUND_KM, REGION_KM = 10.0, 40.0, 250.0
EARTH_KM = 6371.0
LEAST_NOUN = 5
SPOKEN = frozenset({"VC", "VX"})
# Least score and least weight of what agrees: of two articles, of one, of one where a day is missing.
ACROSS, WITHIN, UNDATED = (0.65, 2.0), (0.6, 1.5), (0.5, 2.0)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike a pair is.

    weight: how much agrees beyond doubt: 1 each for who, whom and where, 2 for a person by name to whom
    it was done, a half each for how and how many and for an actor that is part of the other; a half less
    where only one says how, 1 less where numbers differ.
    """

    score: float
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as merging sees it: what it is, what stands above it, whether a mere common noun names it."""

    selves: frozenset[str]
    above: frozenset[str]
    is_vague: bool
    is_person: bool


class Parties:
    """Actors as parties, each worked out once."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._known: dict[str, Party] = {}

    def of(self, actor_id: str) -> Party:
        """Give the party of an actor; one nobody describes stands for itself alone."""
        if actor_id not in self._known:
            self._known[actor_id] = self._party(actor_id)
        return self._known[actor_id]

    def _party(self, actor_id: str) -> Party:
        actor = self._actors.get(actor_id)
        if actor is None:
            return Party(frozenset({actor_id}), frozenset(), False, False)
        state = f"state:{actor.country}"
        selves = {actor_id, state} if actor.kind in STATES and actor.country else {actor_id}
        above = self._above(actor, {actor_id})
        if actor.kind in OF_STATE and actor.country:
            above.add(state)
        is_vague = actor.kind not in STATES | OF_STATE and _is_common(actor.name)
        return Party(frozenset(selves), frozenset(above), is_vague, actor.kind == "person")

    def _above(self, actor: Actor, seen: set[str]) -> set[str]:
        found: set[str] = set()
        for membership in actor.part_of:
            above = self._actors.get(membership.organisation)
            if membership.organisation in seen:
                continue
            seen.add(membership.organisation)
            found.add(membership.organisation)
            if above:
                found |= self._above(above, seen)
                if above.kind in STATES and above.country:
                    found.add(f"state:{above.country}")
        return found


def _is_common(name: str) -> bool:
    """Say whether a common noun stands in a name: "Palestinian gunmen", "civilians in Sudan"."""
    return any(len(word) >= LEAST_NOUN and word.isalpha() and word.islower() for word in name.split())


def _meet(a: Party, b: Party) -> str:
    """Say how two parties agree: "same", "kin" where one is part of the other, or "" where they do not."""
    if a.selves & b.selves:
        return "vague" if a.is_vague and b.is_vague else "same"
    if a.is_person and b.is_person:
        return ""
    return "kin" if a.selves & b.above or b.selves & a.above else ""


def _slot(a: Sequence[Argument], b: Sequence[Argument], parties: Parties) -> str:
    """Say how two lists of actors agree: same, kin, vague, unknown or other."""
    first, second = [parties.of(x.actor) for x in a], [parties.of(x.actor) for x in b]
    how = {_meet(x, y) for x in first for y in second}
    for best in ("same", "kin", "vague"):
        if best in how:
            return best
    is_open = not first or not second or all(p.is_vague for p in first) or all(p.is_vague for p in second)
    return "unknown" if is_open else "other"


def can_be_one_status(a: Status, b: Status) -> bool:
    """Say whether one event may be told so and so: what happened and what is said to have, or both alike."""
    return a == b or (a in HAPPENED | DISPUTED and b in HAPPENED | DISPUTED)


def _time(a: When, b: When, *, is_same_article: bool) -> tuple[float, str] | None:
    """Score the days; None where they cannot be the same."""
    if not overlaps(a, b):
        days = [a.first, a.last, b.first, b.last]
        if is_same_article or None in days or max(width(a), width(b)) > PRECISE_DAYS:
            return None
        return (0.1, "a day apart") if _gap(a, b) == 1 else None
    widest = max(width(a), width(b))
    if (a.first, a.last) == (b.first, b.last):
        return (0.3, "same day") if widest <= PRECISE_DAYS else (0.15, "same days")
    if widest <= PRECISE_DAYS:
        return 0.25, "days overlap"
    if widest <= MONTH_DAYS:
        return (0.1 if widest <= WEEK_DAYS else 0.05), "days overlap"
    return 0.0, ""


def _gap(a: When, b: When) -> int:
    starts = max(a.first or date.min, b.first or date.min)
    ends = min(a.last or date.max, b.last or date.max)
    return (starts - ends).days


def _kilometres(a: Place, b: Place) -> float | None:
    """Give the great-circle distance, None where a place has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    x, y = math.radians(a.latitude), math.radians(b.latitude)
    arc = math.sin((y - x) / 2) ** 2
    arc += math.cos(x) * math.cos(y) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(arc))


def _place(a: Place | None, b: Place | None) -> tuple[float, float, str] | None:
    """Score the places, with whether they agree beyond doubt; None where they are far apart."""
    if a is None or b is None:
        return 0.05, 0, ""
    wide = max(WIDE_PLACES.get(a.kind, 0), WIDE_PLACES.get(b.kind, 0))
    if a.id == b.id:
        return (0.1, 0, "same region") if wide else (0.2, 1, "same place")
    distance = _kilometres(a, b)
    if wide:
        is_inside = bool(a.country) and a.country == b.country
        if is_inside and (wide == WIDE_PLACES["country"] or distance is None or distance <= REGION_KM):
            return 0.08, 0, "one place lies in the other"
        return (0.0, 0, "") if distance is not None and distance <= AROUND_KM else None
    if distance is not None and distance <= AROUND_KM:
        return (0.15, 1, "nearby place") if distance <= NEAR_KM else (0.05, 0, "places not far apart")
    return None


def _tolls(a: Mapping[str, Toll], b: Mapping[str, Toll]) -> tuple[float, float, str]:
    """Score the tolls; other figures speak against a pair but do not rule it out: counts rise."""
    score, weight, reason = 0.0, 0.0, ""
    for effect in sorted(a.keys() & b.keys()):
        x, y = a[effect], b[effect]
        if x == y and x.high:
            score, weight, reason = 0.15, 0.5, f"same number {effect}"
        elif x.low <= y.high and y.low <= x.high:
            score, reason = max(score, 0.08), reason or f"numbers {effect} agree"
        elif min(x.high, y.high) * 2 < max(x.low, y.low):
            return -0.2, -1.0, f"numbers {effect} differ"
    return score, weight, reason


def _mode(a: str, b: str) -> tuple[float, float, str] | None:
    """Score the modes; None where they tell different deeds. Where one names none it may mean another deed."""
    if a == b:
        return (0.1, 0.5, "same mode") if a else (0.03, 0.0, "")
    if not a or not b:
        return 0.0, -0.5, ""
    return (-0.05, 0.0, "modes close") if any({a, b} <= family for family in MODE_FAMILIES) else None


def _who(a: Report, b: Report, parties: Parties) -> tuple[float, float, list[str]] | None:
    """Score who did it to whom; None where somebody else did it, or where it is not known who told whom.

    A fight of two sides is not the blow of one of them, though the blow may be part of it.
    """
    if a.type in RECIPROCAL:
        return _partners(a, b, parties)
    actor, recipient = _slot(a.actors, b.actors, parties), _slot(a.recipients, b.recipients, parties)
    is_spoken = plover().quad(a.type) in SPOKEN
    if actor == "other" or (is_spoken and not {actor, recipient} <= {"same", "kin"}):
        return None
    weight = -1.0 if _is_mutual(a) != _is_mutual(b) else 0.0
    weight += {"same": 1.0, "kin": 0.5}.get(actor, 0.0) + {"same": 1.0, "kin": 0.5}.get(recipient, 0.0)
    if recipient == "same" and any(parties.of(x.actor).is_person for x in a.recipients if x.actor in _ids(b)):
        weight += 1.0
    score = {"same": 0.25, "kin": 0.2, "vague": 0.1, "unknown": 0.05}[actor]
    score += {"same": 0.2, "kin": 0.15, "vague": 0.08, "unknown": 0.05, "other": -0.25}[recipient]
    reasons = [f"{how} {role}" for how, role in ((actor, "actor"), (recipient, "recipient")) if how in ("same", "kin")]
    return score, weight, [reason.replace("kin ", "related ") for reason in reasons]


def _is_mutual(report: Report) -> bool:
    return len(report.actors) > 1 and {x.actor for x in report.actors} == _ids(report)


def _ids(report: Report) -> frozenset[str]:
    return frozenset(argument.actor for argument in report.recipients)


def _partners(a: Report, b: Report, parties: Parties) -> tuple[float, float, list[str]] | None:
    """Score those who met or agreed, whoever is named as doing it; the shorter list must be in the longer."""
    lists = sorted(([parties.of(x.actor) for x in (*r.actors, *r.recipients)] for r in (a, b)), key=len)
    shorter, longer = ([party for party in found if not party.is_vague] for found in lists)
    met = [party for party in shorter if any(_meet(party, other) for other in longer)]
    if len(met) < len(shorter):
        return None
    if not met:
        return 0.1, 0, []
    return (0.45, 2, ["same partners"]) if len(met) > 1 else (0.25, 1, ["same partner"])


def is_dated(when: When) -> bool:
    """Say whether both ends of a time are known."""
    return when.first is not None and when.last is not None


def likeness(a: Report, b: Report, parties: Parties) -> Likeness | None:
    """Give how alike two reports are, None where they cannot tell one event."""
    is_same_article = a.article == b.article
    if a.type != b.type or not can_be_one_status(a.status, b.status):
        return None
    if b.id == a.under or a.id == b.under or (is_same_article and a.start == b.start):
        return None
    mode, who = _mode(a.mode, b.mode), _who(a, b, parties)
    time = _time(a.when, b.when, is_same_article=is_same_article)
    place = _place(a.place.place if a.place else None, b.place.place if b.place else None)
    if mode is None or who is None or time is None or place is None:
        return None
    tolls = _tolls(a.tolls, b.tolls)
    score = time[0] + who[0] + place[0] + tolls[0] + mode[0] - 0.05 * (a.status != b.status)
    reasons = (time[1], *who[2], place[2], tolls[2], mode[2])
    weight = who[1] + place[1] + tolls[1] + mode[1]
    return Likeness(round(min(max(score, 0.0), 1.0), 3), weight, tuple(reason for reason in reasons if reason))


def is_one_event(a: Report, b: Report, found: Likeness) -> bool:
    """Say whether a pair is alike enough. Two articles must both know the days.

    Undated reports within one article need strong agreement, and words said are never taken for
    each other: who threatens twice has threatened twice.
    """
    if is_dated(a.when) and is_dated(b.when):
        score, weight = WITHIN if a.article == b.article else ACROSS
    elif a.article == b.article and plover().quad(a.type) != "VX":
        score, weight = UNDATED
    else:
        return False
    return found.score >= score and found.weight >= weight
