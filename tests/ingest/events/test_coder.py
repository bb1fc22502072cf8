"""What the coder makes of short texts: parties, status, speaker, casualties, days."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Actor, Article, Kind, Published, Report, Status, Toll
from ingest.document import Actors, Document, Mention
from ingest.events import EventCoder
from ingest.events.data import EventData
from ingest.events.tree import Tree
from ingest.events.words import EventWords
from ingest.parse import Parser
from ingest.times import TimeFinder

DAY = date(2024, 6, 14)
PUBLISHED = Published(DAY, DAY, "given")
Code = Callable[[str], tuple[Report, ...]]


def _everybody(document: Document, words: EventWords) -> Actors:
    """Take every noun for an actor, so that the tests see who stands where."""
    tree, mentions, actors = Tree(document, words), [], {}
    for token in document.tokens:
        if token.pos in ("NOUN", "PROPN") and token.entity not in ("DATE", "TIME"):
            start, end = tree.phrase(token.i)
            mentions.append(Mention(f"a{token.i}", document.text[start:end], start, end, token.i, "nominal"))
            actors[f"a{token.i}"] = Actor(f"a{token.i}", document.text[start:end], Kind.ARMED_GROUP)
    return Actors(actors, tuple(mentions), {mention.head: mention for mention in mentions})


@pytest.fixture(scope="module")
def code(parser: Parser, time_finder: TimeFinder, event_data: EventData) -> Code:
    """Give a function that codes one text."""
    coder = EventCoder(event_data)

    def run(text: str) -> tuple[Report, ...]:
        ((_, document),) = parser.parse([Article("a", "", text, DAY)])
        times = time_finder.resolve(text, time_finder.tag(text), PUBLISHED)
        return coder.code(document, "a", PUBLISHED, times, _everybody(document, event_data.words), ())

    return run


def _who(report: Report) -> tuple[list[str], list[str]]:
    return [one.text for one in report.actors], [one.text for one in report.recipients]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("The army shelled the rebels.", ["The army"], ["the rebels"]),
        ("The rebels were shelled by the army.", ["the army"], ["The rebels"]),
        ("The rebels were shelled.", [], ["The rebels"]),
        ("Soldiers who shelled the rebels left.", ["Soldiers"], ["the rebels"]),
        ("The army tried to shell the rebels.", ["The army"], ["the rebels"]),
        ("The army and the police shelled the rebels.", ["The army", "the police"], ["the rebels"]),
        ("The army carried out an attack on the rebels.", ["The army"], ["the rebels"]),
        ("Two officers were involved in the massacre of the priests.", ["Two officers"], ["the priests"]),
    ],
)
def test_parties_are_found_in_every_voice(text: str, actors: list[str], recipients: list[str], code: Code) -> None:
    assault = next(report for report in code(text) if report.type == "ASSAULT")

    assert _who(assault) == (actors, recipients)


def test_a_threat_and_what_it_is_about_are_joined(code: Code) -> None:
    threat, attack = code("The rebels threatened to attack the capital.")

    assert (threat.type, threat.status) == ("THREATEN", Status.ACTUAL)
    assert (attack.type, attack.status, attack.under) == ("ASSAULT", Status.THREATENED, threat.id)


def test_who_is_accused_did_what_the_accusation_is_about(code: Code) -> None:
    accusation, attack = code("The minister accused the militia of bombing a school.")

    assert (accusation.type, attack.status, attack.under) == ("ACCUSE", Status.ACCUSED, accusation.id)
    assert _who(attack)[0][0].startswith("the militia")


def test_a_denial_rejects_and_denies(code: Code) -> None:
    found = {report.type: report for report in code("The group denied involvement in the bombing of the market.")}

    assert found["REJECT"].status is Status.ACTUAL
    assert found["ASSAULT"].status is Status.DENIED


def test_a_promised_meeting_is_agreement(code: Code) -> None:
    (report,) = code("The ministers will meet the rebels on Monday.")

    assert (report.type, report.status) == ("AGREE", Status.PLANNED)


def test_a_treaty_and_its_signing_are_one_event_of_all_who_signed(code: Code) -> None:
    (report,) = code("Peru and Chile signed a treaty.")

    assert _who(report) == (["Peru", "Chile"], ["Peru", "Chile"])


def test_mediators_stand_apart_from_the_parties(code: Code) -> None:
    (report,) = code("Israel and Hamas signed a truce brokered by Egypt.")[:1]

    assert [one.text for one in report.mediators] == ["Egypt"]
    assert {one.text for one in report.actors} == {"Israel", "Hamas"}


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        ("Peru and Chile agreed to a ceasefire brokered by Brazil and Mexico.", ["Brazil", "Mexico"]),
        ("Peru and Chile agreed to a truce mediated by Brazil.", ["Brazil"]),
        ("Peru and Chile agreed to a plan with Brazil.", []),
        ("Peru struck Chile-backed militias on Friday.", []),
    ],
)
def test_only_who_brought_a_pact_about_is_a_mediator(code: Code, text: str, mediators: list[str]) -> None:
    (report,) = code(text)[:1]

    assert [one.text for one in report.mediators] == mediators
    assert not {one.text for one in report.recipients} & set(mediators)


def test_rockets_fired_from_somewhere_have_no_actor(code: Code) -> None:
    (report,) = code("Three rockets were fired from Gaza into southern Israel, causing no injuries.")

    assert report.actors == ()
    assert report.weapon == "rocket"
    assert report.tolls == {"killed": Toll(0, 0), "injured": Toll(0, 0)}


def test_who_is_quoted_is_the_speaker(code: Code) -> None:
    (report,) = code("The governor said gunmen attacked the convoy.")

    assert report.speaker is not None
    assert report.speaker.text == "The governor"


@pytest.mark.parametrize(
    ("text", "effect", "toll"),
    [
        ("The gunmen killed at least five guards.", "killed", Toll(5, None)),
        ("The gunmen wounded dozens of soldiers.", "injured", Toll(24, 99)),
        ("Rebels kidnapped three children.", "abducted", Toll(3, 3)),
        ("Police arrested twenty-five protesters.", "detained", Toll(25, 25)),
        ("Soldiers killed three rebels: Ali Hassan, Omar Said and Musa Adan.", "killed", Toll(3, 3)),
    ],
)
def test_people_harmed_are_counted(text: str, effect: str, toll: Toll, code: Code) -> None:
    report = next(report for report in code(text) if report.tolls)

    assert report.tolls[effect] == toll


def test_joined_days_make_a_report_each(code: Code) -> None:
    found = code("Rebels fired rockets at the town on Tuesday and Wednesday.")

    assert [report.when.first for report in found] == [date(2024, 6, 11), date(2024, 6, 12)]
    assert len({report.id for report in found}) == 2


def test_the_same_text_gives_the_same_ids(code: Code) -> None:
    text = "The army shelled the rebels, and the rebels kidnapped two soldiers."

    assert [report.id for report in code(text)] == [report.id for report in code(text)]


@pytest.mark.parametrize(
    ("text", "event_type", "first", "last"),
    [
        ("Lima signed a pact on Monday to end six weeks of war.", "ASSAULT", date(2024, 4, 29), date(2024, 6, 10)),
        ("Troops removed the president in April after months of street protests.", "PROTEST", None, date(2024, 4, 30)),
    ],
)  # fmt: skip
def test_what_went_on_for_a_while_is_told_with_its_length(
    code: Code, text: str, event_type: str, first: date | None, last: date
) -> None:
    [report] = [report for report in code(text) if report.type == event_type]

    assert (report.when.first, report.when.last) == (first, last)


@pytest.mark.parametrize("text", ["It was the deadliest attack since 2006.", "The attack was the first since 2006."])
def test_a_time_that_only_compares_dates_nothing(code: Code, text: str) -> None:
    (report,) = code(text)

    assert report.when.first is None
