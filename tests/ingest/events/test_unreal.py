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
        ("The rebels answered the attack on Monday.", "attack", Status.ACTUAL),
    ],
)
def test_what_is_only_named_is_no_fact(text: str, trigger: str, status: Status, told: Code) -> None:
    assert told(text)[trigger].status is status


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
