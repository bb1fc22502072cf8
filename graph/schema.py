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
    "CREATE CONSTRAINT redirect_id IF NOT EXISTS FOR (n:Redirect) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT meta_id IF NOT EXISTS FOR (n:Meta) REQUIRE n.id IS UNIQUE",
)

INDEXES = (
    "CREATE INDEX event_key IF NOT EXISTS FOR (n:Event) ON (n.key)",
    "CREATE INDEX event_grain IF NOT EXISTS FOR (n:Event) ON (n.grain)",
    "CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.published)",
    "CREATE INDEX article_sha256 IF NOT EXISTS FOR (n:Article) ON (n.sha256)",
    "CREATE INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name)",
    "CREATE INDEX redirect_target IF NOT EXISTS FOR (n:Redirect) ON (n.target)",
    "CREATE INDEX bin_grain IF NOT EXISTS FOR (n:Bin) ON (n.grain)",
)
