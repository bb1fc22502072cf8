"""Actors as merging sees them: whether those of one report can be those of another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model import Actor, Argument, Kind

STATES = frozenset({Kind.COUNTRY, Kind.GOVERNMENT})
OF_STATE = frozenset({Kind.MILITARY, Kind.POLICE, Kind.INTELLIGENCE, Kind.MINISTRY, Kind.COURT})
LEAST_NOUN = 5


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

    def surname_of(self, actor_id: str) -> str:
        """Give the last name of a person known by full name, "" for anybody else."""
        actor = self._actors.get(actor_id)
        words = actor.name.split() if actor and actor.kind == Kind.PERSON else []
        return words[-1] if len(words) > 1 and words[-1][:1].isupper() else ""

    def _party(self, actor_id: str) -> Party:
        actor = self._actors.get(actor_id)
        if actor is None:
            return Party(frozenset({actor_id}), frozenset(), False, False)
        state = f"state:{actor.country}"
        selves = {actor_id, state} if actor.kind in STATES and actor.country else {actor_id}
        if actor.kind == Kind.PERSON and " " in actor.name:
            selves.add(f"person:{actor.name.casefold()}")
        above = self._above(actor, {actor_id})
        if actor.kind in OF_STATE and actor.country:
            above.add(state)
        is_vague = actor.kind not in STATES | OF_STATE and _is_common(actor.name)
        return Party(frozenset(selves), frozenset(above), is_vague, actor.kind == Kind.PERSON)

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


def meet(a: Party, b: Party) -> str:
    """Say how two parties agree: "same", "kin" where one is part of the other, or "" where they do not."""
    if a.selves & b.selves:
        return "vague" if a.is_vague and b.is_vague else "same"
    if a.is_person and b.is_person:
        return ""
    return "kin" if a.selves & b.above or b.selves & a.above else ""


def slot(a: Sequence[Argument], b: Sequence[Argument], parties: Parties) -> str:
    """Say how two lists of actors agree: same, kin, vague, unknown or other."""
    first, second = [parties.of(x.actor) for x in a], [parties.of(x.actor) for x in b]
    how = {meet(x, y) for x in first for y in second}
    for best in ("same", "kin", "vague"):
        if best in how:
            return best
    is_open = not first or not second or all(p.is_vague for p in first) or all(p.is_vague for p in second)
    return "unknown" if is_open else "other"
