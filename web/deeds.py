"""The events of one actor, the latest first, a page at a time, however many it has."""

from web.asked import rows_of
from web.extent import read_extent
from web.filters import EVENT_PARTS, Filters
from web.happenings import Happening, happening
from web.kinds import is_everywhere
from web.paging import page_ids

MOST_SECONDS = 20.0
MOST_PARTIES = 5_000
ROLES = {"DID": "as actor", "TO": "as recipient", "MEDIATED": "as mediator"}


def deeds_of(actor: str, events: int, before: str, size: int) -> tuple[tuple[Happening, ...], str]:
    """Give one page of events, those without a day last, and the key to go on below, "" at the end.

    events: how many the actor has. Days are read until the page is full where that means reading fewer
    events than the actor has.
    """
    extent = read_extent()
    found = Filters(actors=(actor,)).parameters()
    name = "timeline_keys" if is_everywhere(events, size) else "timeline_keys_of"
    asked = {part: found[part] for part in EVENT_PARTS}
    listed = page_ids(name, asked, before, extent, size, seconds=MOST_SECONDS)
    ids = [id_ for id_, _ in listed.ids]
    if not ids:
        return (), listed.next
    roles: dict[str, str] = {}
    for row in rows_of("event_parties", ids=ids, limit=MOST_PARTIES):
        if row["id"] == actor:
            roles.setdefault(row["event"], ROLES.get(row["role"], ""))
    rows = {row["id"]: row for row in rows_of("event_rows", ids=ids, limit=len(ids))}
    return tuple(happening(rows[id_], roles.get(id_, "")) for id_ in ids if id_ in rows), listed.next
