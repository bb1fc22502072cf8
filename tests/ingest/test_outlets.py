"""News outlets are sources, and actors only where something is done to them or by them."""

from graph.model import UNKNOWN_TIME, Actor, Argument, Kind, Report, Status
from ingest.document import Actors, Mention
from ingest.outlets import without_outlets

OUTLET = Argument("outlet", "The Daily", 0, 9)
ARMY = Argument("army", "the army", 20, 28)
ACTORS = Actors(
    {"outlet": Actor("outlet", "The Daily", Kind.MEDIA), "army": Actor("army", "Army", Kind.MILITARY)},
    (Mention("outlet", "The Daily", 0, 9, 1, "name"), Mention("army", "the army", 20, 28, 5, "nominal")),
    {1: Mention("outlet", "The Daily", 0, 9, 1, "name"), 5: Mention("army", "the army", 20, 28, 5, "nominal")},
)


def report(recipients: tuple[Argument, ...]) -> Report:
    return Report(
        *("r", "a", "ASSAULT", "", "", Status.ACTUAL, UNKNOWN_TIME, 0, 50, 30, 36, "quote", "rule"),
        actors=(ARMY,),
        recipients=recipients,
        speaker=OUTLET,
    )


def test_an_outlet_that_only_reports_is_no_actor() -> None:
    actors, (told,) = without_outlets(ACTORS, (report(()),))

    assert list(actors.by_id) == ["army"]
    assert [mention.actor for mention in actors.mentions] == ["army"]
    assert list(actors.by_head) == [5]
    assert told.speaker is None


def test_an_outlet_something_is_done_to_stays() -> None:
    actors, (told,) = without_outlets(ACTORS, (report((OUTLET,)),))

    assert set(actors.by_id) == {"army", "outlet"}
    assert told.speaker == OUTLET
