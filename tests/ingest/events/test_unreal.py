"""What a sentence names without saying that it happened: rights, wishes, calls, names that somebody gives."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Published, Report, Status
from ingest.document import Actors
from ingest.events import EventCoder, build_events
from ingest.parse import Parser
from ingest.times import TimeFinder, build_times

DAY = date(2024, 6, 14)
Code = Callable[[str], dict[str, Report]]


@pytest.fixture(scope="module")
def told() -> Code:
    """Give a function that codes one text without actors and gives the report of each trigger."""
    coder, finder, parser = EventCoder(build_events()), TimeFinder(build_times()), Parser()

    def run(text: str) -> dict[str, Report]:
        ((_, document),) = parser.parse([Article("a", "", text, DAY)])
        times = finder.resolve(text, finder.tag(text), Published(DAY, DAY, "given"))
        reports = coder.code(document, "a", Published(DAY, DAY, "given"), times, Actors({}, (), {}), ())
        return {text[report.trigger_start : report.trigger_end]: report for report in reports}

    return run


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Each of them reserved the right to answer attacks.", "attacks", Status.CONDITIONAL),
        ("Any country that gave shelter to the rebels would be helping murderers.", "gave", Status.CONDITIONAL),
        ("The envoy welcomed any effort that helped to end the war.", "end", Status.CONDITIONAL),
        ("They thought it essential for the parties to end hostilities.", "end", Status.CALLED_FOR),
        ("The mission called for those who did it to be arrested.", "arrested", Status.CALLED_FOR),
        ("The premier condemned what he described as an open attack on his country.", "attack", Status.CLAIMED),
        ("The minister called this a surrender.", "surrender", Status.CLAIMED),
        ("The premier called this ethnic cleansing.", "cleansing", Status.CLAIMED),
        ("Rebels began the ethnic cleansing of villages.", "cleansing", Status.ACTUAL),
        ("The two armies signed a declaration to protect civilians.", "protect", Status.PLANNED),
        ("Peru and Chile signed an accord in Lima on Monday to withdraw troops.", "withdraw", Status.PLANNED),
        ("The generals pledged in a statement to protect civilians.", "protect", Status.PLANNED),
        ("Rebels reached a deal with Chad to release twenty hostages.", "release", Status.PLANNED),
        ("The army signed a truce and freed twenty prisoners.", "freed", Status.ACTUAL),
        ("The army used force to free twenty hostages.", "free", Status.ACTUAL),
        ("The rebels answered the attack on Monday.", "attack", Status.ACTUAL),
        ("The rebels ignored an ultimatum that they withdraw from the town.", "withdraw", Status.CALLED_FOR),
        ("The government rejected a call that it hold talks with the rebels.", "hold", Status.CALLED_FOR),
        ("The army ignored the proposal that the rebels rejected.", "rejected", Status.ACTUAL),
    ],
)
def test_what_is_only_named_is_no_fact(text: str, trigger: str, status: Status, told: Code) -> None:
    assert told(text)[trigger].status is status


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejected a Chilean demand that its garrison surrender the port.",
        "Chad refused Niger's demand that its troops surrender the fort.",
        "The militia dismissed the proposal that it free the hostages and withdraw from the valley.",
        "The colonel defied a request that his men retreat from the ridge.",
    ],
)
def test_what_a_refused_demand_holds_has_not_happened(text: str, told: Code) -> None:
    assert {report.type for report in told(text).values() if report.status is Status.ACTUAL} <= {"REJECT"}


@pytest.mark.parametrize(
    "text",
    [
        "No group claimed responsibility for the attack.",
        "No faction has claimed the ambush.",
        "Nobody claimed the attack.",
        "The rebels did not claim responsibility for the ambush.",
    ],
)
def test_what_none_claims_is_no_deed_of_its_own(text: str, told: Code) -> None:
    assert told(text) == {}


def test_what_none_claims_is_told_where_the_text_tells_the_deed_before(told: Code) -> None:
    reports = told("Gunmen attacked a village on Monday. No group claimed responsibility for the attack.")

    assert reports["attack"].retells == reports["attacked"].id


def test_a_deed_that_none_claims_is_told_where_its_own_words_tell_it(told: Code) -> None:
    (report,) = told("No one has claimed responsibility for Monday's bombing in Kabul.").values()

    assert (report.type, report.status, report.actors) == ("ASSAULT", Status.ACTUAL, ())


@pytest.mark.parametrize(
    "text",
    [
        "Two clerks died when their vehicle hit a mine.",
        "The dam gave way, forcing thousands to flee.",
        "Officers fired stun grenades.",
        "Buses carried the injured men to a hospital.",
        "The offensive ended with a parade.",
    ],
)
def test_what_befalls_things_is_nobodys_deed(text: str, told: Code) -> None:
    assert not {"hit", "forcing", "fired", "ended", "injured"} & told(text).keys()


def test_an_attack_is_not_the_breach_of_a_truce_told_between(told: Code) -> None:
    text = "A convoy came under fire on Monday, and a truce was broken at once. Nobody was hurt in the attack."
    found = told(text)

    assert found["attack"].retells == found["came"].id


def test_what_was_not_done_until_a_day_was_done_then(told: Code) -> None:
    late, never = (
        told("The army did not free the envoy until Monday."),
        told("The army did not free the envoy on Monday."),
    )

    assert (late["free"].type, late["free"].status) == ("RETREAT", Status.ACTUAL)
    assert never["free"].type != "RETREAT"


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two nurses died when their car hit a mine, and four policemen were killed by another.", 4),
        ("Six rebels were killed by a mine, and two died in hospital.", 8),
    ],
)
def test_who_is_killed_by_something_named_are_not_those_of_the_clause_before(
    told: Code, text: str, killed: int
) -> None:
    assert told(text)["killed"].tolls["killed"].low == killed


def test_scuffles_are_no_beating(told: Code) -> None:
    assert told("Scuffles broke out with the police on Monday.")["Scuffles"].mode == ""


@pytest.mark.parametrize(
    "text",
    [
        "Millions of villagers have been displaced in the war.",
        "Thousands of villagers were displaced by the fighting.",
        "Thousands of villagers were displaced by the army.",
        "The militia displaced thousands of villagers in May.",
    ],
)
def test_who_is_displaced_is_coerced_and_under_no_sanction(told: Code, text: str) -> None:
    assert told(text)["displaced"].type == "COERCE"
