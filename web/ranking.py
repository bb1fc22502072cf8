"""The busiest actors of the whole graph."""

from web.strongest import strongest


def busiest_actors(most: int) -> list[tuple[str, str, int]]:
    """Give id, name and number of acts of the busiest actors, the most first."""
    rows, _ = strongest("actors_busiest", limit=most)
    return [(row["id"], row["name"], row["events"]) for row in rows]
