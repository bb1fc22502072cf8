"""What happened in detail: how many were harmed, what was hit, what is only charged or dated by an attack."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Published, Report, Role, Status, Thing, Toll
from ingest.document import Actors
from ingest.events import EventCoder
from ingest.events.data import EventData
from ingest.parse import Parser
from ingest.times import TimeFinder

DAY = date(2024, 6, 14)
Code = Callable[..., tuple[Report, ...]]


@pytest.fixture(scope="module")
def code(parser: Parser, time_finder: TimeFinder, event_data: EventData) -> Code:
    """Give a function that codes one text without actors."""
    coder = EventCoder(event_data)

    def run(text: str, day: date = DAY) -> tuple[Report, ...]:
        ((_, document),) = parser.parse([Article("a", "", text, day)])
        published = Published(day, day, "given")
        times = time_finder.resolve(text, time_finder.tag(text), published)
        return coder.code(document, "a", published, times, Actors({}, (), {}), ())

    return run


def _things(reports: tuple[Report, ...]) -> list[Thing]:
    return [thing for report in reports for thing in report.things if thing.role is Role.RECIPIENT and thing.kind]


def _tolls(reports: tuple[Report, ...]) -> dict[str, Toll]:
    return {effect: toll for report in reports for effect, toll in report.tolls.items()}


@pytest.mark.parametrize(
    "text",
    [
        "The death toll from the blast could rise to 200.",
        "The death toll from the blast did not rise to 200.",
        "Officials expect the death toll from the blast to rise to 200.",
        "The death toll from the blast rose by 200.",
        "The death toll from the blast rose on Friday to the dismay of 200 villagers.",
        "The death toll from the blast rose as rescuers went to 12 villages.",
        "The death toll from the blast rose to 200 per cent of what it had been.",
        "The death toll from the blast rose when the army sent aid to 12 towns.",
        "The rebels who attacked the bridge imposed a toll of 50 dollars.",
    ],
)
def test_a_toll_that_only_may_be_is_none(text: str, code: Code) -> None:
    assert "killed" not in _tolls(code(text))


def test_what_is_shot_down_is_nobody_unless_a_word_for_people_says_so(code: Code) -> None:
    assert _tolls(code("Two missiles hit the port, and the gunners shot down two others.")) == {}
    assert _tolls(code("The gunmen shot down two villagers."))["injured"] == Toll(2, 2)


def test_the_day_on_which_a_toll_rose_is_not_that_of_the_deed(code: Code) -> None:
    [report] = code("The death toll from the blast rose on Wednesday to 31.")

    assert report.when.edtf == "/2024-06-12"


def test_the_day_of_a_counted_deed_is_its_own(code: Code) -> None:
    [report] = code("The death toll from Monday's blast rose on Wednesday to 31.")

    assert report.when.edtf == "2024-06-10"


@pytest.mark.parametrize(
    ("text", "effect", "toll"),
    [
        ("Between 30 and 40 villagers died in the bombardment.", "killed", Toll(30, 40)),
        ("Six priests, five of them foreigners, were killed on Thursday.", "killed", Toll(6, 6)),
        ("Gunmen killed four soldiers and wounded seven others.", "injured", Toll(7, 7)),
        ("Militants took 15 passengers hostage on the road.", "abducted", Toll(15, 15)),
        ("Dozens were killed in the raid.", "killed", Toll(24, 99)),
        ("At least 20 people were killed in the raid.", "killed", Toll(20, None)),
        ("The bomb killed more than two dozen villagers.", "killed", Toll(24, None)),
        ("Up to 30 people were injured in the attack.", "injured", Toll(1, 30)),
        ("No one was hurt in the explosion.", "injured", Toll(0, 0)),
        ("Scores were injured when police opened fire.", "injured", Toll(40, 99)),
        ("Gunmen shot dead the mayor of the town.", "killed", Toll(1, 1)),
        ("The attack cost the lives of four teachers.", "killed", Toll(4, 4)),
        ("Ten villagers lost their lives in the attack.", "killed", Toll(10, 10)),
        ("Six people were killed and several injured when a car bomb exploded.", "injured", Toll(3, 9)),
        ("The bomb killed twelve people, including a mayor and two nurses.", "killed", Toll(12, 12)),
        ("The court condemned the murder on 15 September of three judges.", "killed", Toll(3, 3)),
        ("The number of people killed in the raid rose to 31.", "killed", Toll(31, 31)),
        ("The ministry raised the number of nurses killed since May 10 to at least 243.", "killed", Toll(243, None)),
        ("The ministry put the number of villagers killed in the raid at 52.", "killed", Toll(52, 52)),
        ("The death toll from the blast climbed from 12 to 19.", "killed", Toll(19, 19)),
        ("The toll of the raid stands at more than 120.", "killed", Toll(120, None)),
        ("The bombing had a death toll of 45.", "killed", Toll(45, 45)),
        ("The number of wounded in the clashes has passed 300.", "injured", Toll(300, None)),
    ],
)
def test_a_toll_is_read_with_its_bounds(text: str, effect: str, toll: Toll, code: Code) -> None:
    assert _tolls(code(text))[effect] == toll


@pytest.mark.parametrize(
    "number", ["9" * 10, "9" * 400, "9" * 5000, "some " + "9" * 400, "at least " + "9" * 30, "nearly 900000000 million"]
)
def test_a_number_beyond_all_people_is_no_toll(number: str, code: Code) -> None:
    assert _tolls(code(f"Rebels killed {number} soldiers on Monday.")) == {}


def test_an_article_of_the_first_day_of_the_calendar_is_coded(code: Code) -> None:
    text = "Rebels attacked a village on 2 May 2024. Soldiers fired on them. Two people were killed."

    assert code(text, date.min)


@pytest.mark.parametrize(
    ("text", "thing", "kind", "effect"),
    [
        ("A drone destroyed a fuel depot near the port.", "a fuel depot", "industry", "destroyed"),
        ("The shelling damaged two houses.", "two houses", "home", "damaged"),
        ("Rebels attacked the roof of a school.", "the roof of a school", "school", ""),
        ("A bomb exploded in front of the office of the union.", "the office of the union", "office", ""),
        ("Gunmen blew up several high-voltage towers.", "several high-voltage towers", "energy", ""),
    ],
)
def test_a_thing_that_was_hit_is_told_by_kind(text: str, thing: str, kind: str, effect: str, code: Code) -> None:
    found = {(one.text, one.kind, one.effect) for one in _things(code(text))}

    assert (thing, kind, effect) in found


@pytest.mark.parametrize(
    "text",
    [
        "The army left the besieged city.",
        "Families feared the threatened eviction from their homes.",
        "The mayor said the region needed normal ties with its neighbours.",
    ],
)
def test_what_only_describes_is_no_event(text: str, code: Code) -> None:
    assert not {report.type for report in code(text)} & {"COERCE", "THREATEN", "REQUEST"}


def test_the_day_of_one_half_of_a_sentence_is_not_that_of_the_other(code: Code) -> None:
    days = {
        report.type: report.when.first for report in code("A bomb exploded on Monday; police arrested three suspects.")
    }
    assert days["ASSAULT"] == date(2024, 6, 10)
    assert days["COERCE"] is None


def test_the_wounded_are_no_assault(code: Code) -> None:
    assert code("Medics treated the wounded in a tent.") == ()


def test_what_an_accusation_says_is_no_fact(code: Code) -> None:
    reports = code("The ministry rejected the accusation that police tortured detainees.")

    assert [report.status for report in reports if report.type == "ASSAULT"] == [Status.ACCUSED]


def test_an_attack_that_only_dates_a_request_happened(code: Code) -> None:
    reports = code("Residents asked to leave the country after the assassination of the bishop.")

    assert [report.status for report in reports if report.type == "ASSAULT"] == [Status.ACTUAL]


def test_what_stands_before_a_semicolon_is_not_denied_by_what_follows(code: Code) -> None:
    reports = code("The guerrillas blew up a bus in the north; no casualties have been reported.")

    assert Status.DENIED not in [report.status for report in reports if report.type == "ASSAULT"]
