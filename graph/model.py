"""The values that travel from an article to its page."""

from dataclasses import dataclass, field
from datetime import date

from graph.terms import EFFECTS, HAPPENED, Basis, Confidence, Grain, Kind, PlaceGrain, Role, Status

__all__ = [
    "DOUBT_DAYS", "EFFECTS", "HAPPENED", "TOLD", "UNKNOWN_TIME", "Actor", "Argument", "Article", "Basis", "Confidence",
    "Event", "Grain", "Kind", "Membership", "Perpetrator", "Place", "PlaceGrain", "PlaceMention", "Published", "Report",
    "Role", "Status", "Thing", "Toll", "Victim", "When", "shifted",
]  # fmt: skip

DOUBT_DAYS = 4  # no likeliest day lies farther from the days it lies between


def shifted(day: date, days: int) -> date:
    """Give a day so many days on, or back, no farther than the calendar reaches."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


@dataclass(frozen=True, slots=True)
class When:
    """A time with honest bounds.

    first, last: earliest and latest day, both included; None where that side is open or unknown.
    edtf: the same in EDTF (ISO 8601-2), "" where nothing is known.
    expression, start, end: the words it was read from and their place in the article's text;
    "" and None where it was read from none.
    earliest, latest: where first is only the likeliest day, the days it lies between; None elsewhere.
    """

    first: date | None
    last: date | None
    grain: Grain
    basis: Basis
    edtf: str
    expression: str = ""
    start: int | None = None
    end: int | None = None
    earliest: date | None = None
    latest: date | None = None

    def is_day(self) -> bool:
        """Say whether this is one known day."""
        return self.first is not None and self.first == self.last

    def bounds(self) -> tuple[date | None, date | None]:
        """Give the days before and after which it was not; wider than first and last where its day is the likeliest."""
        if not self.is_day():
            return self.first, self.last
        return self.earliest or self.first, self.latest or self.last


UNKNOWN_TIME = When(None, None, Grain.UNKNOWN, Basis.DOCUMENT, "")


@dataclass(frozen=True, slots=True)
class Published:
    """The day an article came out, or the days it may have come out.

    basis: "given", "dateline" or "inferred"; reasons says why, a phrase each, where it was inferred.
    """

    first: date | None
    last: date | None
    basis: str
    reasons: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day itself where it is known, else None."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of news as it was read. Only `text` is coded; offsets are characters of it.

    given_id: the id its file gave it; path and line: where it was read.
    """

    id: str
    title: str
    text: str
    published: date | None
    source: str = ""
    url: str = ""
    language: str = "en"
    sha256: str = ""
    path: str = ""
    line: int | None = None
    given_id: str = ""


TOLD = "the article"


@dataclass(frozen=True, slots=True)
class Membership:
    """That an actor belongs to another: a person's office, a wing's movement.

    organisation: id of the actor it belongs to; first, last: of the term, None where unknown.
    source: the table that says so, TOLD where the article does, "" where it follows from what the actor is.
    """

    organisation: str
    office: str = ""
    first: date | None = None
    last: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act. country is ISO 3166-1 alpha-3, sector a PLOVER code, "" where unknown."""

    id: str
    name: str
    kind: Kind
    country: str = ""
    sector: str = ""
    wikidata: str = ""
    part_of: tuple[Membership, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its centre in degrees (WGS 84); country is ISO 3166-1 alpha-3.

    grain: what it is; town, region: names of those it lies in. centre: what the degrees are the centre of, its own
    grain or a wider one: a site that no table knows has those of its town. aliases: how else its name is spelt.
    """

    id: str
    name: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    kind: str = ""
    grain: PlaceGrain = PlaceGrain.UNKNOWN
    town: str = ""
    region: str = ""
    centre: PlaceGrain = PlaceGrain.UNKNOWN
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor in a report, with the words that name it."""

    actor: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place with the words that name it."""

    place: Place
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people, at least and at most; no `high` where no end is told: "at least 20"."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Victim:
    """People harmed, at least low and at most high, if told. effect: one of EFFECTS."""

    text: str
    start: int
    end: int
    kind: Kind
    effect: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Thing:
    """What fills a role in a report and is no known actor: a power plant, a decision, "a man".

    kind: of a thing that can be hit (home, vehicle, energy, ...), "" where it is none; effect: "destroyed",
    "damaged" or "".
    """

    text: str
    start: int
    end: int
    role: Role
    kind: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Perpetrator:
    """Who did a violent deed, by an actor's id, and how sure that is."""

    actor: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Report:
    """What one sentence says of one event.

    start, end: the sentence; trigger_start, trigger_end: the word that tells the event.
    speaker: id of the actor who claims, denies, accuses or says it; under: id of the report
    (a threat, a request, an accusation) that this one is the content of. retells: id of the report of
    the same article whose event a mere noun names again ("the attack") or another word of the
    sentence goes on with ("killed ten when they fired"); not stored.
    tolls: by effect (killed, injured, abducted, detained, displaced). perpetrators: of an ASSAULT, those of its actors
    who did it or are said to have.
    """

    id: str
    article: str
    type: str
    mode: str
    cameo: str
    status: Status
    when: When
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    quote: str
    rule: str
    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    mediators: tuple[Argument, ...] = ()
    speaker: Argument | None = None
    under: str = ""
    retells: str = ""
    place: PlaceMention | None = None
    tolls: dict[str, Toll] = field(default_factory=dict)
    weapon: str = ""
    victims: tuple[Victim, ...] = ()
    things: tuple[Thing, ...] = ()
    perpetrators: tuple[Perpetrator, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, told by one or more reports. actors and the like are ids, in order of mention.

    perpetrators: those of all reports, each as the surest of them has it; also who is only said to have done it.
    hours: of its one day, where words of a report name them; the end of a night may lie beyond 24.
    """

    id: str
    type: str
    mode: str
    status: Status
    when: When
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mediators: tuple[str, ...]
    place: Place | None
    tolls: dict[str, Toll]
    summary: str
    reports: tuple[str, ...]
    sources: int
    perpetrators: tuple[Perpetrator, ...] = ()
    hours: tuple[float, float] | None = None
