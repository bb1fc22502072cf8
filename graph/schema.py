"""What the graph is made of: the only list of its labels, relationship types, constraints and indexes."""

from enum import StrEnum


class Label(StrEnum):
    """Kinds of node. No label may share its name with a relationship type."""

    ARTICLE = "Article"
    REPORT = "Report"
    EVENT = "Event"
    ACTOR = "Actor"
    PLACE = "Place"
    BIN = "Bin"
    MEMBERSHIP = "Membership"
    TIE = "Tie"
    TOTAL = "Total"
    META = "Meta"
    REDIRECT = "Redirect"


class Link(StrEnum):
    """Types of relationship."""

    IN = "IN"
    OF = "OF"
    NAMES = "NAMES"
    LIES_IN = "LIES_IN"
    DID = "DID"
    TO = "TO"
    MEDIATED = "MEDIATED"
    AT = "AT"
    PART_OF = "PART_OF"
    ACTED_ON = "ACTED_ON"


CONSTRAINTS = (
    "CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT report_id IF NOT EXISTS FOR (n:Report) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT bin_id IF NOT EXISTS FOR (n:Bin) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT tie_id IF NOT EXISTS FOR (n:Tie) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT total_id IF NOT EXISTS FOR (n:Total) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT redirect_id IF NOT EXISTS FOR (n:Redirect) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT membership_id IF NOT EXISTS FOR (n:Membership) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT meta_id IF NOT EXISTS FOR (n:Meta) REQUIRE n.id IS UNIQUE",
)

INDEXES = (
    "CREATE INDEX event_key IF NOT EXISTS FOR (n:Event) ON (n.key)",
    "CREATE INDEX event_grain IF NOT EXISTS FOR (n:Event) ON (n.grain)",
    "CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.published)",
    "CREATE INDEX article_key IF NOT EXISTS FOR (n:Article) ON (n.key)",
    "CREATE INDEX article_ingested IF NOT EXISTS FOR (n:Article) ON (n.ingested)",
    "CREATE INDEX article_sha256 IF NOT EXISTS FOR (n:Article) ON (n.sha256)",
    "CREATE INDEX membership_organisation IF NOT EXISTS FOR (n:Membership) ON (n.organisation)",
    "CREATE INDEX redirect_target IF NOT EXISTS FOR (n:Redirect) ON (n.target)",
    "CREATE INDEX bin_grain IF NOT EXISTS FOR (n:Bin) ON (n.grain)",
    "CREATE INDEX tie_key IF NOT EXISTS FOR (n:Tie) ON (n.key)",
    "CREATE INDEX total_key IF NOT EXISTS FOR (n:Total) ON (n.key)",
    "CREATE INDEX tie_actor IF NOT EXISTS FOR (n:Tie) ON (n.actor)",
    "CREATE INDEX tie_recipient IF NOT EXISTS FOR (n:Tie) ON (n.recipient)",
)

TEXT = {
    "actor_names": ("Actor", "search"),
    "article_titles": ("Article", "title"),
    "article_named": ("Article", "named"),
    "article_texts": ("Article", "text"),
    "event_summaries": ("Event", "summary"),
    "place_spellings": ("Place", "search"),
}
"""Full-text indexes: the label and property of each. Neo4j takes them as Cypher, the embedded engine as SQL.

The embedded engine takes one index a property: none of these may stand in INDEXES too.
"""

GONE = ("place_names",)
"""Full-text indexes that older versions made and nothing reads any more: they are dropped wherever they stand."""

DROPS = tuple(f"DROP INDEX {name} IF EXISTS" for name in GONE)
TEXT_INDEXES = tuple(
    f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON EACH [n.{key}]"
    for name, (label, key) in TEXT.items()
)
DROPS_SQL = tuple(f"DROP INDEX `{name}` IF EXISTS" for name in GONE)
TEXT_INDEXES_SQL = tuple(
    statement
    for name, (label, key) in TEXT.items()
    for statement in (
        f"CREATE VERTEX TYPE {label} IF NOT EXISTS",
        f"CREATE PROPERTY {label}.{key} IF NOT EXISTS STRING",
        f"CREATE INDEX `{name}` IF NOT EXISTS ON {label} ({key}) FULL_TEXT",
    )
)
