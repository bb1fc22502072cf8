"""What actors and places are searched by, written anew from their names where an older version wrote it otherwise."""

from graph.letters import searched
from graph.rows import Row
from graph.store import Store

PAGE = 5_000
NAMES = {
    "MATCH (n:Actor) WHERE n.id > $after RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.search AS search "
    "ORDER BY id LIMIT $limit": "UNWIND $rows AS row MATCH (n:Actor {id: row.id}) SET n.search = row.search",
    "MATCH (n:Place) WHERE n.id > $after RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.search AS search "
    "ORDER BY id LIMIT $limit": "UNWIND $rows AS row MATCH (n:Place {id: row.id}) SET n.search = row.search",
}
"""What gives a page of things with their names, and what writes the text they are searched by."""


def make_searchable(store: Store) -> int:
    """Write the text by which each actor and place is searched, where it is not what the names give.

    Returns how many were written.
    """
    written = 0
    for names, spell in NAMES.items():
        after = ""
        while rows := store.run(names, after=after, limit=PAGE):
            after = rows[-1]["id"]
            changed = [new for row in rows if (new := _row(row))["search"] != row["search"]]
            written += store.write_batch(spell, changed)
    return written


def _row(row: Row) -> Row:
    """Give the id of a thing and the text it is to be searched by."""
    return {"id": row["id"], "search": searched((row["name"], *(row["aliases"] or ())))}
