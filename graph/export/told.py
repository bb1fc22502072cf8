"""What exports tell: actors, ties and events, apart from how the store or a page holds them."""

from dataclasses import dataclass
from datetime import date

# of the ties by their sign, wherever a picture is made outside of a page
INKS = {"hostile": "#c2410c", "cooperative": "#0f766e"}


@dataclass(frozen=True, slots=True)
class ActorNode:
    """One actor of a network. acts: events on its ties, summed; x, y: its place; community counts from 0.

    size: half its height as it is drawn, in the unit of its place; colour: as #rrggbb, "" for none.
    """

    id: str
    name: str
    kind: str
    country: str
    acts: int
    x: float = 0.0
    y: float = 0.0
    community: int = 0
    size: float = 0.0
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """What one actor did to another under one sign; spells: when, None where a side is open."""

    actor: str
    recipient: str
    sign: str
    events: int
    score: float
    spells: tuple[tuple[date | None, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence that tells an event, and the article it stands in."""

    sentence: str
    title: str
    source: str
    url: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that tells an event. when: of the event, in words; status: "" where it happened; reports: of it."""

    when: str
    status: str
    reports: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class TieQuotes:
    """Sentences behind one tie. events: how many it has, quoted or not."""

    actor: str
    recipient: str
    sign: str
    events: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """Sentences behind ties, the strongest first. remark: what is left out."""

    ties: tuple[TieQuotes, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """One event. when: in words; parties are (id, name) pairs; position: latitude and longitude.

    place_grain: site, town, region or country; town, region: what the place lies in. perpetrators: (id, name,
    confidence), of who did a violent deed or is said to have.
    """

    id: str
    summary: str
    type: str
    mode: str
    sign: str
    status: str
    when: str
    edtf: str
    first: date | None
    last: date | None
    score: float
    reports: int
    sources: int
    killed: tuple[int, int | None] | None
    injured: tuple[int, int | None] | None
    place: str
    place_grain: str
    town: str
    region: str
    country: str
    position: tuple[float, float] | None
    actors: tuple[tuple[str, str], ...]
    recipients: tuple[tuple[str, str], ...]
    mediators: tuple[tuple[str, str], ...]
    perpetrators: tuple[tuple[str, str, str], ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Colophon:
    """Where an export comes from. address: of the page; query: in Cypher; made: the day; remark: what is left out."""

    title: str
    address: str
    query: str
    made: date
    remark: str
    licence: str = (
        "Facts coded by Casus (Apache-2.0) from the articles they cite; sentences belong to their publishers."
    )
