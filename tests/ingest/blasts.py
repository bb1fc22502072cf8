"""A blast as reports tell it, one way or another, and what becomes of them when they are merged."""

from dataclasses import replace
from datetime import date

from graph.model import (
    Actor,
    Argument,
    Article,
    Basis,
    Grain,
    Kind,
    Membership,
    Place,
    PlaceMention,
    Report,
    Status,
    Toll,
    When,
)
from ingest.merge import Known, Merged, merge

KABUL = Place("kabul", "Kabul", "AFG", 34.53, 69.17, "city")
HERAT = Place("herat", "Herat", "AFG", 34.35, 62.20, "city")
AFGHANISTAN = Place("afg", "Afghanistan", "AFG", 34.0, 66.0, "country")
ACTORS = {
    actor.id: actor
    for actor in (
        Actor("taliban", "Taliban", Kind.ARMED_GROUP, "AFG", "REB"),
        Actor("haqqani", "Haqqani network", Kind.ARMED_GROUP, "AFG", "REB", part_of=(Membership("taliban"),)),
        Actor("iskp", "Islamic State Khorasan", Kind.ARMED_GROUP, "AFG", "REB"),
        Actor("police", "Afghan police", Kind.POLICE, "AFG", "COP"),
        Actor("afghanistan", "Afghanistan", Kind.COUNTRY, "AFG", "GOV"),
        Actor("gunmen", "gunmen", Kind.ARMED_GROUP, "", "UAF"),
        Actor("minister", "Jan Saleh", Kind.PERSON, "AFG", "GOV", part_of=(Membership("afghanistan"),)),
        Actor("envoy", "Anna Roth", Kind.PERSON, "DEU", "GOV"),
        Actor("qatar", "Qatar", Kind.COUNTRY, "QAT", "GOV"),
    )
}


def day(text: str, *, last: str = "") -> When:
    """Give one day, or the days up to another."""
    first = date.fromisoformat(text)
    end = date.fromisoformat(last or text)
    return When(first, end, Grain.MONTH if last else Grain.DAY, Basis.STATED, text)


def perhaps(text: str, earliest: str) -> When:
    """Give a day that is only the likeliest, with the first it may have been."""
    likely = replace(day(text), basis=Basis.INFERRED, edtf=f"{text}?")
    return replace(likely, earliest=date.fromisoformat(earliest), latest=likely.first)


SUNDAY = day("2018-05-06")
# An attack nobody could take for another: who, whom, how, where and how many.
BLAST = Report(
    id="blast",
    article="a",
    type="ASSAULT",
    mode="explosives",
    cameo="183",
    status=Status.ACTUAL,
    when=SUNDAY,
    start=0,
    end=80,
    trigger_start=10,
    trigger_end=16,
    quote="The Taliban bombed police in Kabul on Sunday.",
    rule="bomb",
    actors=(Argument("taliban", "Taliban", 0, 7),),
    recipients=(Argument("police", "police", 20, 26),),
    place=PlaceMention(KABUL, "Kabul", 30, 35),
    tolls={"killed": Toll(7, 7)},
)


def other(id_: str = "other", *, article: str = "b", start: int = 200, **given: object) -> Report:
    """Tell the blast again, in another article, with something told otherwise.

    Actors are given by id, a place as a place, a toll as two numbers.
    """
    for slot in ("actors", "recipients"):
        if slot in given:
            given[slot] = tuple(Argument(str(id_), str(id_), 0, 1) for id_ in given[slot])  # type: ignore[attr-defined]
    if isinstance(given.get("place"), Place):
        given["place"] = PlaceMention(given["place"], "there", 0, 5)  # type: ignore[arg-type]
    if "killed" in given:
        given["tolls"] = {"killed": Toll(*given.pop("killed"))}  # type: ignore[misc]
    return replace(BLAST, id=id_, article=article, start=start, end=start + 80, **given)  # type: ignore[arg-type]


def merged(*reports: Report, known: Known | None = None) -> Merged:
    """Merge reports of articles a to z, each a day later than the one before."""
    articles = {
        report.article: Article(report.article, report.article, "", date(2018, 5, 7 + ord(report.article) - ord("a")))
        for report in reports
    }
    return merge(reports, known or Known(), articles, actors=ACTORS)


def groups(found: Merged) -> list[list[str]]:
    """Give the ids of the reports of each event."""
    by_event: dict[str, list[str]] = {}
    for link in found.links:
        by_event.setdefault(link.event, []).append(link.report)
    return sorted(sorted(ids) for ids in by_event.values())


def is_one(*reports: Report) -> bool:
    """Say whether all of these become one event."""
    return len(merged(*reports).events) == 1
