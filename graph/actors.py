"""Actors in the store: made of what the articles there tell, and put right as articles come and go."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.accounts import Account, Fact, Telling, account_row, changed, memberships, most_told, read_account, shown
from graph.bolt import Work
from graph.model import Membership
from graph.rows import Row, actor_row
from graph.upsert import drop_lone, run

KNOWN = "UNWIND $ids AS id MATCH (n:Actor {id: id}) RETURN n.id AS id, n.told AS told, n.offices AS offices"
ADD_ACTORS = "UNWIND $rows AS row CREATE (n:Actor) SET n = row"
CHANGE_ACTORS = "UNWIND $rows AS row MATCH (n:Actor {id: row.id}) SET n += row"
UNTOLD = """
UNWIND $ids AS id MATCH (a:Actor {id: id})
WHERE NOT EXISTS { MATCH (a)<-[:NAMES]-(:Report) }
RETURN a.id AS id
"""
DROP_ACTORS = "UNWIND $ids AS id MATCH (a:Actor {id: id}) DETACH DELETE a"
EVENTS_NAMING = """
UNWIND $ids AS id MATCH (a:Actor {id: id})<-[:NAMES]-(:Report)-[:OF]->(e:Event)
RETURN DISTINCT e.id AS id
"""

ADD_MEMBERSHIPS = "UNWIND $rows AS row MERGE (m:Membership {id: row.id}) SET m += row"
DROP_MEMBERSHIPS = "UNWIND $rows AS row MATCH (m:Membership {id: row.id}) DELETE m"
AWAITING = "UNWIND $ids AS id MATCH (m:Membership {organisation: id}) RETURN DISTINCT m.actor AS id"
OFFICES = """
UNWIND $ids AS id MATCH (a:Actor {id: id})-[p:PART_OF]->(o:Actor)
RETURN a.id AS actor, o.id AS organisation, properties(p) AS office
"""
DROP_OFFICES = """
UNWIND $rows AS row MATCH (a:Actor {id: row.actor})-[p:PART_OF]->(o:Actor {id: row.organisation}) DELETE p
"""
ADD_OFFICES = """
UNWIND $rows AS row MATCH (a:Actor {id: row.actor}) MATCH (o:Actor {id: row.organisation})
CREATE (a)-[p:PART_OF]->(o) SET p = row.office
"""

Seat = tuple[str, tuple[tuple[str, object], ...]]
"""An organisation, and the properties of the edge that leads to it."""


@dataclass(frozen=True, slots=True)
class Change:
    """An actor before and after; `before` is None where the store has no such actor."""

    id: str
    before: Account | None
    after: Account

    def left(self) -> tuple[Membership, ...]:
        """Give what the actor belonged to."""
        return memberships(self.before) if self.before else ()

    def row(self) -> Row:
        """Give the properties to be set: those that articles now tell otherwise, whoever else may have set others."""
        before: Row = {}
        if self.before:
            before = account_row(self.before) | (actor_row(shown(self.id, self.before)) if self.before.is_told else {})
        after = account_row(self.after) | (actor_row(shown(self.id, self.after)) if self.after.is_told else {})
        return {key: value for key, value in after.items() if before.get(key) != value} | {"id": self.id}


@dataclass(frozen=True, slots=True)
class Retold:
    """What came of articles that came and went.

    added: how many actors are new; names: of all that were told of, by id; renamed: ids of those whose
    name is another than it was; untold: of those no article tells of any more.
    """

    added: int
    names: Mapping[str, str]
    renamed: tuple[str, ...]
    untold: tuple[str, ...]


def retell(
    work: Work, went: Iterable[Telling], came: Iterable[Telling], lexicon: Mapping[str, tuple[Membership, ...]]
) -> Retold:
    """Work the actors out anew that articles told of which went, or tell of which came.

    lexicon: what the lexicons say the actors belong to; no article is needed for that but one that names the actor.
    Those nobody tells of any more are still there, for `drop_untold`; one who is not in the store, taken out by hand,
    is what those that came tell.
    """
    gone, come = _counted(went), _counted(came)
    known = _known(work, gone.keys() | come.keys())
    changes = []
    for actor in sorted(gone.keys() | come.keys()):
        count = Counter(come.get(actor))
        if actor in known:
            count.subtract(gone.get(actor, ()))
        account = changed(known.get(actor, Account({})), count, lexicon.get(actor))
        changes.append(Change(actor, known.get(actor), account))
    return _write(work, [change for change in changes if change.before or change.after.is_told])


def _counted(tellings: Iterable[Telling]) -> dict[str, Counter[Fact]]:
    """Give by actor how many of these articles tell each fact."""
    counts: dict[str, Counter[Fact]] = {}
    for telling in tellings:
        for actor, facts in telling.items():
            counts.setdefault(actor, Counter()).update(facts)
    return counts


def _known(work: Work, ids: Iterable[str]) -> dict[str, Account]:
    """Give the accounts of those of these actors that are in the store."""
    ids = sorted(ids)
    rows = work.run(KNOWN, ids=ids) if ids else ()
    return {row["id"]: read_account(row["told"], row["offices"]) for row in rows}


def _write(work: Work, changes: list[Change]) -> Retold:
    new = [change for change in changes if change.before is None]
    moved = [change for change in changes if change.before and change.before != change.after]
    run(work, ADD_ACTORS, [change.row() for change in new])
    run(work, CHANGE_ACTORS, [change.row() for change in moved])
    _put_memberships(work, [*new, *moved])
    _put_offices(work, [*new, *moved])
    names = {change.id: _name(change.after) for change in changes if change.after.is_told}
    return Retold(
        added=len(new),
        names=names,
        renamed=tuple(one.id for one in moved if one.id in names and one.before and names[one.id] != _name(one.before)),
        untold=tuple(change.id for change in changes if not change.after.is_told),
    )


def _name(account: Account) -> str:
    return most_told(account.told, "name")


def _put_memberships(work: Work, changes: Iterable[Change]) -> None:
    """Note who belongs to what, whether or not the organisation is in the store."""
    gone: list[Row] = []
    added: list[Row] = []
    for change in changes:
        before, after = ({part.organisation for part in some} for some in (change.left(), memberships(change.after)))
        gone += [_membership_row(change.id, organisation) for organisation in sorted(before - after)]
        added += [_membership_row(change.id, organisation) for organisation in sorted(after - before)]
    run(work, DROP_MEMBERSHIPS, gone)
    run(work, ADD_MEMBERSHIPS, added)


def _membership_row(actor: str, organisation: str) -> Row:
    return {"id": f"{actor} {organisation}", "actor": actor, "organisation": organisation}


def _seats(parts: Iterable[Membership]) -> Iterator[Seat]:
    for part in parts:
        office = {"office": part.office, "first": part.first, "last": part.last, "source": part.source}
        yield part.organisation, _properties(office)


def _properties(office: Row) -> tuple[tuple[str, object], ...]:
    return tuple(sorted((key, value) for key, value in office.items() if value is not None))


def _put_offices(work: Work, changes: list[Change]) -> None:
    """Join actors to what they belong to where both are in the store; an edge somebody else drew stays.

    changes: all actors that are new or told otherwise. Who belongs to a new one is joined to it too.
    """
    new = [change.id for change in changes if change.before is None]
    awaiting = {row["id"] for row in work.run(AWAITING, ids=new)} if new else set()
    others = _known(work, awaiting - {change.id for change in changes})
    wanted = {change.id: set(_seats(memberships(change.after))) for change in changes}
    wanted |= {actor: set(_seats(memberships(account))) for actor, account in others.items()}
    left = {change.id: set(_seats(change.left())) for change in changes}
    concerned = [actor for actor, seats in wanted.items() if seats != left.get(actor, set()) or actor in awaiting]
    found: dict[str, list[Seat]] = {}
    for row in work.run(OFFICES, ids=concerned) if concerned else ():
        found.setdefault(row["actor"], []).append((row["organisation"], _properties(row["office"])))
    gone: list[Row] = []
    added: list[Row] = []
    for actor in concerned:
        there = found.get(actor, [])
        lost = left.get(actor, set()) - wanted[actor]
        emptied = {seat[0] for seat in there if seat in lost}
        kept = [seat for seat in there if seat[0] in emptied and seat not in lost]
        gone += [{"actor": actor, "organisation": organisation} for organisation in sorted(emptied)]
        fresh = sorted(wanted[actor] - set(there), key=str)
        added += [{"actor": actor, "organisation": seat[0], "office": dict(seat[1])} for seat in (*kept, *fresh)]
    run(work, DROP_OFFICES, gone)
    run(work, ADD_OFFICES, added)


def events_naming(work: Work, actors: Iterable[str]) -> list[str]:
    """Give the ids of the events whose reports name any of these actors."""
    actors = list(actors)
    return [row["id"] for row in work.run(EVENTS_NAMING, ids=actors)] if actors else []


def drop_untold(work: Work, ids: Iterable[str]) -> list[str]:
    """Take out those of these actors, whom no article tells of, that no report names either. Returns their ids."""
    return drop_lone(work, ids, UNTOLD, DROP_ACTORS)
