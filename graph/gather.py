"""What happened, put together from the reports that tell it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.beside import beside
from graph.hours import Hours, hours_of, hours_told
from graph.model import (
    HAPPENED,
    UNKNOWN_TIME,
    Argument,
    Basis,
    Confidence,
    Event,
    Perpetrator,
    Place,
    Report,
    Status,
    Toll,
    When,
)
from graph.summary import excerpt, summarise

# The status of an event is the first of these that any report gives it: told as a fact by one and
# as a claim by another, it is a fact, and the claim stays visible at its report. Where only the claim
# names an actor, the event as told, with that actor, remains a claim.
STATUSES = (
    Status.ACTUAL,
    Status.ONGOING,
    Status.ATTEMPTED,
    Status.HISTORICAL,
    Status.HABITUAL,
    Status.CLAIMED,
    Status.ACCUSED,
    Status.DENIED,
    Status.PLANNED,
    Status.THREATENED,
    Status.CALLED_FOR,
    Status.CONDITIONAL,
)
BASES = (Basis.STATED, Basis.PUBLICATION, Basis.RUNNING_YEAR, Basis.INFERRED, Basis.DOCUMENT)
WEAK_BASES = frozenset({Basis.INFERRED, Basis.DOCUMENT})
WIDE_PLACES = {"country": 3, "region": 2, "admin": 2, "state": 2, "province": 2, "sea": 2}
OPEN_DAYS = 10**7
# What only these name an actor of remains somebody's word: it makes nobody the actor of what happened.
WORDS_OF_OTHERS = frozenset({Status.CLAIMED, Status.ACCUSED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Origin:
    """The article a report comes from. source: who published it, or else the article's id."""

    source: str
    published: date | None = None


def sequence(reports: Iterable[Report], origins: Mapping[str, Origin]) -> list[Report]:
    """Give the reports by publication and place in the text; those without a day come last."""

    def place(report: Report) -> tuple[bool, date, str, int, str]:
        day = origins[report.article].published
        return day is None, day or date.min, report.article, report.trigger_start, report.id

    return sorted(reports, key=place)


def _most(words: Iterable[str]) -> str:
    """Give the commonest word that is not empty; of equals the first."""
    counts = Counter(word for word in words if word)
    return counts.most_common(1)[0][0] if counts else ""


def _ids(reports: Sequence[Report], of: Callable[[Report], tuple[Argument, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(argument.actor for report in reports for argument in of(report)))


def width(when: When) -> int:
    """Give how many days a time may mean, a very large number where a side is open."""
    if when.first is None or when.last is None:
        return OPEN_DAYS
    return (when.last - when.first).days + 1


def overlaps(a: When, b: When) -> bool:
    """Say whether both can mean one same day, by the days they lie between; an open side excludes nothing."""
    (a_first, a_last), (b_first, b_last) = a.bounds(), b.bounds()
    return (a_first or date.min) <= (b_last or date.max) and (b_first or date.min) <= (a_last or date.max)


def best_time(whens: Sequence[When]) -> When:
    """Give the time most others agree with; of those one read from words, then the narrowest, then one with an hour.

    A time agrees with another where both can mean one same day. Times without any day have no say.
    """
    dated = [when for when in whens if when.first or when.last]
    if not dated:
        return UNKNOWN_TIME

    def rank(when: When) -> tuple[bool, int, int, int, str, bool]:
        agreeing = sum(overlaps(when, other) for other in dated)
        has_no_hour = hours_of(when.expression) is None
        return when.basis in WEAK_BASES, -agreeing, width(when), BASES.index(when.basis), when.edtf, has_no_hour

    return min(dated, key=rank)


def _hours(reports: Sequence[Report], when: When) -> Hours | None:
    """Give the narrowest hours that reports tell of the one day an event has, of equals the first."""
    told = [hours_told(report) for report in reports if report.when.first == when.first] if when.is_day() else []
    return min((hours for hours in told if hours), key=lambda hours: hours[1] - hours[0], default=None)


def _finest_place(reports: Sequence[Report]) -> Place | None:
    """Give the place that says most, then the one most reports name, then the first."""
    places = [report.place.place for report in reports if report.place]
    counts = Counter(place.id for place in places)
    return min(places, key=lambda place: (WIDE_PLACES.get(place.kind, 0), -counts[place.id]), default=None)


def _near(reports: Sequence[Report], place: Place | None) -> str:
    """Give the word by which all reports tell that something happened beside a place, "" where one has it in it."""
    told = [
        (report, report.place) for report in reports if place and report.place and report.place.place.id == place.id
    ]
    words = [beside(report.quote[: max(0, where.start - report.start)]) for report, where in told]
    return words[0] if words and all(words) else ""


def _tolls(reports: Sequence[Report]) -> dict[str, Toll]:
    """Give by effect the lowest and the highest figure anybody gives; no highest where only the least is told."""
    tolls: dict[str, Toll] = {}
    for report in reports:
        for effect, toll in report.tolls.items():
            known = tolls.get(effect, toll)
            tolls[effect] = Toll(min(known.low, toll.low), _highest(known, toll))
    return dict(sorted(tolls.items()))


def _highest(a: Toll, b: Toll) -> int | None:
    """Give the highest figure of two tolls, None where one without an end may lie above the other."""
    if a.high is not None and b.high is not None:
        return max(a.high, b.high)
    high = a.high if b.high is None else b.high
    return high if high is not None and high >= max(a.low, b.low) else None


def _status(reports: Sequence[Report]) -> Status:
    """Give the status of an event; who did it is no surer than the reports that name them."""
    naming = [report for report in reports if report.actors]
    return min((report.status for report in naming or reports), key=STATUSES.index)


def _vouching(reports: Sequence[Report], status: Status) -> list[Report]:
    """Give the reports that say who did it: of what happened, not those by which somebody is said to have done it."""
    return [report for report in reports if status not in HAPPENED or report.status not in WORDS_OF_OTHERS]


def surest(perpetrators: Iterable[Perpetrator]) -> tuple[Perpetrator, ...]:
    """Give who did it or is said to have, each once, as surely as any has it, the surest first."""
    order = list(Confidence)
    ranks: dict[str, int] = {}
    for one in perpetrators:
        ranks[one.actor] = min(order.index(one.confidence), ranks.get(one.actor, len(order)))
    return tuple(Perpetrator(actor, order[rank]) for actor, rank in sorted(ranks.items(), key=lambda pair: pair[1]))


def _speaker(reports: Sequence[Report], status: Status) -> str:
    """Give the id of who says so, where all who give the event its status name the same one."""
    said = {report.speaker.actor if report.speaker else "" for report in reports if report.status == status}
    return said.pop() if len(said) == 1 else ""


def _trigger(reports: Sequence[Report], type_: str, mode: str) -> str:
    """Give the word that tells the event, of the first report of its type, and of its mode where there is one."""
    told = sorted((r for r in reports if r.type == type_), key=lambda r: r.mode != mode)
    return next((r.quote[low:high] for r in told for low, high in (_span(r),) if low >= 0), "")


def _span(report: Report) -> tuple[int, int]:
    """Give where the trigger stands in the report's sentence."""
    return report.trigger_start - report.start, report.trigger_end - report.start


def _quoted(reports: Sequence[Report], type_: str) -> str:
    """Give the words that the first report of a type tells it with."""
    found = (excerpt(r.quote, *_span(r)) for r in reports if r.type == type_)
    return next(filter(None, found), "")


def gather(
    event_id: str, reports: Iterable[Report], *, origins: Mapping[str, Origin], names: Mapping[str, str]
) -> Event:
    """Give the event that these reports, at least one, tell together.

    origins: by article; names: of the actors by id, for the summary. The order of the reports does
    not matter. Where they disagree on a toll both bounds are kept; status, actors, mode, time and place
    are chosen as the functions above say.
    """
    told = sequence(reports, origins)
    type_, status = _most(report.type for report in told), _status(told)
    mode = _most(report.mode for report in told if report.type == type_)
    actors, recipients = _ids(_vouching(told, status), lambda r: r.actors), _ids(told, lambda r: r.recipients)
    mediators, place = _ids(told, lambda r: r.mediators), _finest_place(told)

    def named(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names.get(actor, actor) for actor in ids))

    when = best_time([report.when for report in told])
    return Event(
        id=event_id,
        type=type_,
        mode=mode,
        status=status,
        when=when,
        actors=actors,
        recipients=recipients,
        mediators=mediators,
        place=place,
        tolls=_tolls(told),
        summary=summarise(
            type_,
            mode,
            status,
            named(actors),
            named(tuple(recipient for recipient in recipients if recipient not in actors)),
            named(mediators),
            place.name if place else "",
            near=_near(told, place),
            speaker="".join(named((_speaker(told, status),))),
            trigger=_trigger(told, type_, mode),
            quoted=_quoted(told, type_),
        ),
        reports=tuple(report.id for report in told),
        sources=len({origins[report.article].source for report in told}),
        perpetrators=surest(one for report in told for one in report.perpetrators),
        hours=_hours(told, when),
    )
