"""Families of the kinds and offices of actors, and of what a name can mean."""

from graph.model import Kind
from ingest.errors import LexiconError

ARMED = frozenset({Kind.ARMED_GROUP, Kind.REBEL_MOVEMENT, Kind.MILITIA})
FORCES = frozenset({Kind.MILITARY, Kind.POLICE, Kind.INTELLIGENCE})
AT_SEAT = frozenset({Kind.GOVERNMENT, Kind.MINISTRY, Kind.COURT})  # what a capital can stand for
FOLK = frozenset({Kind.CIVILIANS, Kind.PEOPLE})  # those no body stands behind
STATE_BODIES = AT_SEAT | FORCES
NATIONS = frozenset({"people", "adjective", "country", "region", "seat", "city", "area"})  # meanings of a name

# Offices that one person at a time holds in a country.
OFFICES = frozenset(
    {"head_of_state", "head_of_government", "defence_minister", "foreign_minister", "interior_minister"}
)


def kind_of(table: str, row: str, text: str) -> Kind:
    """Read the kind of an actor in a row of a table. Raises LexiconError for a word that is none."""
    try:
        return Kind(text)
    except ValueError as problem:
        raise LexiconError(table, row, f"kind {text!r}", "one of " + ", ".join(Kind)) from problem
