"""Who did a violent deed or is said to have, as pages and exports name them."""

from collections.abc import Iterable
from typing import Any

from web.asked import rows_of


def names_of(ids: Iterable[str]) -> dict[str, str]:
    """Give the names of actors by id; nothing is asked of the store where there are none."""
    listed = sorted(set(ids))
    rows = rows_of("actor_cards", ids=listed, limit=len(listed)) if listed else []
    return {row["id"]: row["name"] or row["id"] for row in rows}


def perpetrators_of(row: dict[str, Any], names: dict[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Give id, name and confidence of each perpetrator of a row, the surest first. names: by id."""
    pairs = zip(row["perpetrators"] or (), row["confidences"] or (), strict=True)
    return tuple((id_, names.get(id_, id_), confidence) for id_, confidence in pairs)
