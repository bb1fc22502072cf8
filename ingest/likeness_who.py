"""How alike two reports are in who did it to whom: a part of their likeness."""

from collections.abc import Sequence

from graph.model import Argument, Report
from graph.plover import MUTUAL, plover
from ingest.parties import Parties, meet, slot
from ingest.wording import has_same_trigger, is_signed_again, is_signed_for_a_side

SPOKEN = frozenset({"VC", "VX"})


def who_to_whom(a: Report, b: Report, parties: Parties) -> tuple[float, float, list[str]] | None:
    """Score who did it to whom; None where somebody else did it, or where it is not known who told whom.

    A fight of two sides is not the blow of one of them, though the blow may be part of it.
    """
    if a.type in MUTUAL:
        return _partners(a, b, parties)
    if is_signed_again(a, b) and (is_signed_for_a_side(a, b) or _is_of_one_side(a, b, parties)):
        return (0.45, 2.0, ["the same signing"]) if a.article == b.article else (0.2, 0.5, [])
    actor, recipient = slot(a.actors, b.actors, parties), slot(a.recipients, b.recipients, parties)
    quad = plover().quad(a.type)
    if quad == "VC" and (_is_bare(a) or _is_bare(b)) and has_same_trigger(a, b):
        return 0.1, 0.0, []
    if actor == "other" or (quad in SPOKEN and not {actor, recipient} <= {"same", "kin"}):
        return None
    if _is_mutual(a) != _is_mutual(b) and not (_is_bare(a) or _is_bare(b)):
        return None
    weight = 0.0
    weight += {"same": 1.0, "kin": 0.5}.get(actor, 0.0) + {"same": 1.0, "kin": 0.5, "vague": 0.5}.get(recipient, 0.0)
    if recipient == "same" and _is_one_person(a.recipients, b.recipients, parties):
        weight += 1.0
    score = {"same": 0.25, "kin": 0.2, "vague": 0.1, "unknown": 0.05}[actor]
    score += {"same": 0.2, "kin": 0.15, "vague": 0.08, "unknown": 0.05, "other": -0.25}[recipient]
    reasons = [f"{how} {role}" for how, role in ((actor, "actor"), (recipient, "recipient")) if how in ("same", "kin")]
    return score, weight, [reason.replace("kin ", "related ") for reason in reasons]


def _is_one_person(a: Sequence[Argument], b: Sequence[Argument], parties: Parties) -> bool:
    """Say whether one person by name stands in both lists."""
    people = [party for x in a if (party := parties.of(x.actor)).is_person]
    return any(person.selves & parties.of(x.actor).selves for person in people for x in b)


def _is_bare(report: Report) -> bool:
    return not report.actors and not report.recipients


def _is_mutual(report: Report) -> bool:
    return len(report.actors) > 1 and {x.actor for x in report.actors} == _ids(report)


def _ids(report: Report) -> frozenset[str]:
    return frozenset(argument.actor for argument in report.recipients)


def _partners(a: Report, b: Report, parties: Parties) -> tuple[float, float, list[str]] | None:
    """Score those who met or agreed, whoever is named as doing it; the shorter list must be in the longer."""
    lists = sorted(([parties.of(x.actor) for x in (*r.actors, *r.recipients)] for r in (a, b)), key=len)
    shorter, longer = ([party for party in found if not party.is_vague] for found in lists)
    met = [party for party in shorter if any(meet(party, other) for other in longer)]
    if len(met) < len(shorter):
        return None
    if not met:
        return 0.1, 0, []
    return (0.45, 2, ["same partners"]) if len(met) > 1 else (0.25, 1, ["same partner"])


def _is_of_one_side(a: Report, b: Report, parties: Parties) -> bool:
    """Say whether all who sign in one report are, or belong to, those who sign in the other; nobody fits all."""
    lists = sorted(([parties.of(x.actor) for x in (*r.actors, *r.recipients)] for r in (a, b)), key=len)
    return all(any(meet(party, other) for other in lists[1]) for party in lists[0])
