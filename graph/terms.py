"""The fixed words of what is known of an event: its time, its status, who had which part in it, what came of it."""

from enum import StrEnum

EFFECTS = ("killed", "injured", "abducted", "detained", "displaced")


class Grain(StrEnum):
    """How finely a time is known. An interval has the grain of its ends."""

    MINUTE = "minute"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    UNKNOWN = "unknown"


class PlaceGrain(StrEnum):
    """How finely a place is known, from the narrowest."""

    SITE = "site"
    TOWN = "town"
    REGION = "region"
    COUNTRY = "country"
    UNKNOWN = ""


class Basis(StrEnum):
    """What a time rests on."""

    STATED = "stated"
    PUBLICATION = "resolved against publication"
    RUNNING_YEAR = "running year"
    INFERRED = "inferred"
    DOCUMENT = "document"


class Status(StrEnum):
    """What a report says of the event it tells."""

    ACTUAL = "actual"
    ONGOING = "ongoing"
    ATTEMPTED = "attempted"
    PLANNED = "planned"
    THREATENED = "threatened"
    CALLED_FOR = "called_for"
    DENIED = "denied"
    CLAIMED = "claimed"
    ACCUSED = "accused"
    CONDITIONAL = "conditional"
    HABITUAL = "habitual"
    HISTORICAL = "historical"


HAPPENED = frozenset({Status.ACTUAL, Status.ONGOING, Status.ATTEMPTED, Status.HISTORICAL})


class Confidence(StrEnum):
    """How sure it is that somebody did a violent deed, the surest first.

    claimed: by whom it is laid to; accused: by another; possible: suspected, believed, or by words that leave it open.
    """

    FACT = "fact"
    CLAIMED = "claimed"
    ACCUSED = "accused"
    POSSIBLE = "possible"


class Role(StrEnum):
    """What an actor is in a report."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    MEDIATOR = "mediator"
    SPEAKER = "speaker"


class Kind(StrEnum):
    """What an actor is. An IGO is an organisation of states, an NGO one of citizens; people may be anybody."""

    COUNTRY = "country"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    COURT = "court"
    MILITARY = "military"
    POLICE = "police"
    INTELLIGENCE = "intelligence"
    PEACEKEEPING = "peacekeeping"
    ARMED_GROUP = "armed_group"
    REBEL_MOVEMENT = "rebel_movement"
    MILITIA = "militia"
    PARTY = "party"
    ALLIANCE = "alliance"
    IGO = "igo"
    NGO = "ngo"
    COMPANY = "company"
    ORGANISATION = "organisation"
    MEDIA = "media"
    RELIGIOUS_GROUP = "religious_group"
    ETHNIC_GROUP = "ethnic_group"
    PERSON = "person"
    CIVILIANS = "civilians"
    PEOPLE = "people"
