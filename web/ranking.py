"""The busiest actors and pairs of the whole graph."""

from web.remembered import remembered


def busiest_actors(most: int) -> list[tuple[str, str, int]]:
    """Give id, name and number of acts of the busiest actors, the most first."""
    return [(row["id"], row["name"], row["events"]) for row in remembered("actors_busiest", limit=most)]
