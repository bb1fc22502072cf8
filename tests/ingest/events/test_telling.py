"""When an event of a sentence happened: examples of each rule, and sentences it must leave alone."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Article, Published
from ingest.document import Actors
from ingest.events import EventCoder, build_events
from ingest.parse import Parser
from ingest.times import TimeFinder, build_times

DAY = date(2024, 6, 14)  # a Friday
PUBLISHED = Published(DAY, DAY, "given")
Code = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def days() -> Code:
    """Give a function that codes one text and gives the time of each trigger as EDTF."""
    coder, finder, parser = EventCoder(build_events()), TimeFinder(build_times()), Parser()

    def run(text: str) -> dict[str, str]:
        ((_, document),) = parser.parse([Article("a", "", text, DAY)])
        times = finder.resolve(text, finder.tag(text), PUBLISHED)
        reports = coder.code(document, "a", PUBLISHED, times, Actors({}, (), {}), ())
        return {text[report.trigger_start : report.trigger_end]: report.when.edtf for report in reports}

    return run


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        # The time of a report is that of all it says, not that of what it tells of.
        ("Last March the president accused Peru of fraud and warned the rebels of a war.", "warned", "2024-03"),
        ("In May envoys said that rebels had shelled a town, and accused the army of looting.", "accused", "2024-05"),
        ("Police said on Monday that gunmen had fled and killed three soldiers.", "killed", "/2024-06-10"),
        # A time within what is said or agreed is not when it was said or agreed.
        ("Lima blamed rebels for the raid of 3 May.", "blamed", "/2024-06-14"),
        ("Lima blamed rebels on the night of 3 May.", "blamed", "2024-05-03"),
        ("Peru and Chile agreed to renew a security pact of 2001.", "agreed", "/2024-06-14"),
        ("Peru and Chile agreed on 3 May to renew a security pact.", "agreed", "2024-05-03"),
        ("The ministers thanked Chile for having hosted peace talks in 2017.", "thanked", "/2024-06-14"),
        # What somebody answers to a deed of long ago has not its day.
        ("The war began on 3 March, and each side accused the other of having started it.", "accused", "/2024-06-14"),
        ("Rebels shelled a town on Monday, and the army accused them of murder.", "accused", "2024-06-10"),
        # What had been said has no day but its own.
        ("LIMA, June 14 - Rebels shelled a town. The army had accused them of murder.", "accused", "/2024-06-14"),
        ("LIMA, June 14 - Rebels shelled a town. The army accused them of murder.", "accused", "2024-06-14?"),
        # What came first came on the same day only if at all.
        ("The agency suspended aid on Monday after three soldiers were killed.", "killed", "2024-06-10?"),
        ("Three soldiers were killed on Monday before the agency suspended aid.", "killed", "2024-06-10"),
        # Since then.
        ("Rebels shelled it on Monday. Since then many soldiers have been killed.", "killed", "2024-06-10/2024-06-14"),
        # The time of the noun after "since" is that noun's.
        ("The ports have been blocked since the Russian invasion in February.", "invasion", "2024-02"),
        ("The ports have been blocked since the Russian invasion.", "invasion", "/2024-06-14"),
        ("It was the worst bloodshed since the coup of 3 May.", "coup", "2024-05-03"),
        # How rare an event is does not date it.
        ("Peru and Chile signed a truce in one of the deadliest wars this century.", "signed", "/2024-06-14"),
        ("Peru and Chile signed a truce this year.", "signed", "2024-01-01/2024-06-14"),
        # A month or day and its year are one time.
        ("Rebels shelled the town on August 7 last year.", "shelled", "2023-08-07"),
        ("Rebels shelled the town in May last year.", "shelled", "2023-05"),
        ("Rebels shelled the town last May.", "shelled", "2024-05"),
        # Nouns joined within a phrase part no time from its verb.
        ("The president called the emir and the prime minister about the truce on Monday.", "called", "2024-06-10"),
    ],
)  # fmt: skip
def test_when_an_event_happened(days: Code, text: str, trigger: str, edtf: str) -> None:
    assert days(text)[trigger] == edtf
