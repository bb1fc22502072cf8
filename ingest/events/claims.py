"""Tells a fact from what a party of a conflict says of its own fighting or of another's deeds.

By its words alone a side's account of its own fighting can be told ("said its fighters had taken the town"), which
the reader of status asks for; who else is told of takes the actors, so the coder asks for that with them at hand.
"""

from collections.abc import Iterable, Mapping

from graph.model import Actor, Argument, Kind
from ingest.events.matcher import Hit
from ingest.events.tree import Tree
from ingest.events.words import EventWords, StatusWords

# Who has a side in a conflict. What aid workers, monitors, witnesses and intergovernmental bodies report is told
# as they tell it.
_STATE = frozenset((Kind.COUNTRY, Kind.GOVERNMENT, Kind.MINISTRY, Kind.MILITARY, Kind.POLICE, Kind.INTELLIGENCE))
_ARMED = frozenset((Kind.ARMED_GROUP, Kind.REBEL_MOVEMENT, Kind.MILITIA))
_PARTIES = _STATE | _ARMED | {Kind.PARTY}
_SECTORS = frozenset(["GOV", "MIL", "COP", "SPY", "REB", "PRM", "PTY", "OPP"])


def is_of_own_fighting(tree: Tree, hit: Hit, words: EventWords, own: StatusWords) -> bool:
    """Say whether a side tells of its own fighting: "said its fighters had taken", "said the army attacked it"."""
    tokens = tree.tokens
    token = tokens[hit.i]
    while token.dep == "conj" and tree.is_verbal(token.head):  # "said its men had burnt a tank and killed two"
        token = tokens[token.head]
    is_fighting = hit.frame.type == "ASSAULT" or hit.frame.mode == "seize"
    said = tokens[token.head].lemma
    if not is_fighting or token.dep != "ccomp" or said not in words.speech or said in own.admission:
        return False
    is_told_after = token.head > hit.i  # "blew it up, police said": that is not the police
    found = (tree.surface_subject(hit.i), None if is_told_after and _is_it(tree, hit.i) else tree.direct_object(hit.i))
    parties = [party for party in found if party is not None]
    owners = [owner for party in parties for owner in (party, *tree.kids(party, "poss"))]
    owners += [owner for party in parties for _, whole in tree.preps(party) for owner in tree.kids(whole, "poss")]
    return any(tokens[owner].lemma in own.own for owner in owners)


def _is_it(tree: Tree, i: int) -> bool:
    """Say whether a bare pronoun is what a verb is done to."""
    target = tree.direct_object(i)
    return target is not None and target > i and tree.tokens[target].pos == "PRON"


def is_of_another(speaker: Argument, actors: Iterable[Argument], by_id: Mapping[str, Actor]) -> bool:
    """Say whether a party of the conflict tells a deed of another named one, which makes it a claim.

    What a party says it did itself is no claim, nor is what no named party did. Soldiers need no name where those who
    fight them speak.
    """
    teller = by_id[speaker.actor]
    known = [(by_id[argument.actor], argument.text) for argument in actors]
    is_fighter = teller.kind in _ARMED or teller.sector in ("REB", "PRM")
    named = [one for one, text in known if _is_named(one, text) or (is_fighter and one.kind in _STATE)]
    doers = [actor for actor in named if _has_side(actor)]
    own = sides(teller, by_id)
    return bool(doers) and _has_side(teller) and all(own.isdisjoint(sides(doer, by_id)) for doer in doers)


def _is_named(actor: Actor, text: str) -> bool:
    """Say whether words name an actor; a common noun at the head of a sentence does not: "Gunmen killed ten"."""
    is_side = actor.sector in ("REB", "PRM")  # "rebels" are the other side, "gunmen" may be anybody
    return text[1:].lower() != text[1:] or (text[:1].isupper() and (is_side or actor.name[:1].isupper()))


def _has_side(actor: Actor) -> bool:
    return actor.kind in _PARTIES or (actor.kind == Kind.PERSON and actor.sector in _SECTORS)


def sides(actor: Actor, by_id: Mapping[str, Actor]) -> frozenset[str]:
    """Give all that an actor speaks or acts for: itself, its organisations, its state where it is of the state."""
    found = {actor.id, *(part.organisation for part in actor.part_of)}
    kinds = {by_id[organisation].kind for organisation in found if organisation in by_id}
    is_armed = not kinds.isdisjoint(_ARMED) and kinds.isdisjoint(_STATE)  # a general of a militia, not of the state
    is_of_state = actor.kind == Kind.PERSON and actor.sector not in ("REB", "PRM", "OPP", "PTY") and not is_armed
    if actor.kind in _STATE or is_of_state:
        found.add(actor.country)
    return frozenset(found - {""})
