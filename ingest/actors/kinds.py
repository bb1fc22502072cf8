"""Families of the kinds and offices of actors, and of what a name can mean."""

ARMED = frozenset({"armed_group", "rebel_movement", "militia"})
FORCES = frozenset({"military", "police", "intelligence"})
AT_SEAT = frozenset({"government", "ministry", "court"})  # what a capital can stand for
STATE_BODIES = AT_SEAT | FORCES
NATIONS = frozenset({"people", "adjective", "country", "region", "seat", "city", "area"})  # meanings of a name

# Offices that one person at a time holds in a country.
OFFICES = frozenset(
    {"head_of_state", "head_of_government", "defence_minister", "foreign_minister", "interior_minister"}
)
