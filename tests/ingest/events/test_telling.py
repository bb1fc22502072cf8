"""When an event happened, and what is told of it: examples of each rule, and sentences it must leave alone."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Published, Report, Status

DAY = date(2024, 6, 14)  # a Friday
PUBLISHED = Published(DAY, DAY, "given")
Code = Callable[[str], dict[str, Report]]


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        # The time of a report is that of all it says, not that of what it tells of.
        ("Last March the president accused Peru of fraud and warned the rebels of a war.", "warned", "2024-03"),
        ("In May envoys said that rebels had shelled a town, and accused the army of looting.", "accused", "2024-05"),
        ("Police said on Monday that gunmen had fled and killed three soldiers.", "killed", "/2024-06-10"),
        # A time within what is said or agreed is not when it was said or agreed.
        ("Lima blamed rebels for the raid of 3 May.", "blamed", "2024-05-03/2024-06-14"),
        ("Lima blamed rebels on the night of 3 May.", "blamed", "2024-05-03"),
        ("Peru and Chile agreed to renew a security pact of 2001.", "agreed", "/2024-06-14"),
        ("Peru and Chile agreed on 3 May to renew a security pact.", "agreed", "2024-05-03"),
        ("The ministers thanked Chile for having hosted peace talks in 2017.", "thanked", "/2024-06-14"),
        # What somebody answers to a deed of long ago has not its day.
        ("The war began on 3 March, and each side accused the other of having started it.", "accused", "/2024-06-14"),
        ("Rebels shelled a town on Monday, and the army accused them of murder.", "accused", "2024-06-10?"),
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
def test_when_an_event_happened(told: Code, text: str, trigger: str, edtf: str) -> None:
    assert told(text)[trigger].when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # What is still ahead waits for it.
        ("The rebels said they would not stop until they had captured all bases.", "captured", "conditional"),
        ("The rebels did not stop until they had captured all bases.", "captured", "actual"),
        # The aim of what was not done.
        ("The army had not sent troops to protect civilians.", "protect", "denied"),
        ("The army had sent troops to protect civilians.", "protect", "actual"),
        # What somebody keeps from.
        ("The rebels refrained from recruiting children.", "recruiting", "denied"),
        ("The rebels profited from recruiting children.", "recruiting", "actual"),
        ("Forty people were allegedly killed by the militia.", "killed", "accused"),
        ("Forty people were reportedly killed by the militia.", "killed", "actual"),
        ("The troops appeared to surrender at the base.", "surrender", "claimed"),
        ("The troops began to surrender at the base.", "surrender", "actual"),
        # A trait is no event of a day.
        ("The front, which fights for autonomy, shelled a town.", "fights", "habitual"),
        ("The front, which fought for autonomy, shelled a town.", "fought", "actual"),
        ("In the declaration, in which they pledge to protect civilians, rebels named no day.", "pledge", "actual"),
        # A side owns to its deed; what else it says of its own fighting is a claim, to the last verb.
        ("The army admitted that it had shelled the town.", "shelled", "actual"),
        ("The army said that it had shelled the town.", "shelled", "claimed"),
        ("The rebels said that their men had destroyed a tank and killed two soldiers.", "killed", "claimed"),
        ("A march against the war has been called for Sunday.", "march", "planned"),
        ("A march against the war has been called a success.", "march", "actual"),
        ("Shooting could still be heard in the capital.", "Shooting", "actual"),
        ("Shooting could break out in the capital.", "Shooting", "conditional"),
        ("Residents blamed an Israeli air strike.", "strike", "accused"),
        ("Residents fled an Israeli air strike.", "strike", "actual"),
        ("The accord was signed to avoid another war between Peru and Chile.", "war", "conditional"),
        ("Clashes broke out over the threatened eviction of Palestinian families.", "eviction", "conditional"),
        ("Its plan to attack the army failed.", "attack", "planned"),
    ],
)
def test_what_a_sentence_says_of_an_event(told: Code, text: str, trigger: str, status: str) -> None:
    assert str(told(text)[trigger].status) == status


@pytest.mark.parametrize(
    ("text", "trigger", "event_type"),
    [
        ("The general vowed to take revenge on the rebels.", "vowed", "THREATEN"),
        ("The general vowed to help the rebels.", "vowed", "AGREE"),
        ("The minister offered to resign.", "offered", "CONCEDE"),
        ("The minister offered to help the rebels.", "offered", "AGREE"),
        ("The soldiers put an end to the regime.", "put", "COERCE"),
        ("The accord put an end to the war.", "put", "CONCEDE"),
        ("The blockade of the ports by the navy ruined the town.", "blockade", "COERCE"),
        ("The president ended negotiations with the rebels.", "ended", "REJECT"),
    ],
)
def test_of_what_type_an_event_is(told: Code, text: str, trigger: str, event_type: str) -> None:
    assert told(text)[trigger].type == event_type


@pytest.mark.parametrize(
    "text",
    [
        "The president ordered his envoys back to the capital.",
        "Thousands attended the funeral of the general.",
        "The deal was celebrated by the army and met with fury by the rebels.",
        "The military council did not answer requests for comment.",
        "The minister telephoned the president, whose army has the right to defend itself.",
        "The truce with the rebels expired in May.",
        "Talks on a truce with the rebels are held by nobody.",
    ],
)
def test_what_only_looks_like_it_is_no_event_of_the_kind(told: Code, text: str) -> None:
    types = {report.type for report in told(text).values()}
    assert types.isdisjoint({"SANCTION", "REQUEST", "SUPPORT", "CONCEDE"})
    assert not any(word in told(text) for word in ("attended", "met"))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chile accused Peru of backing the rebels, a charge Lima denies.", "accused"),
        ("Chile accused Peru of backing the rebels, an accusation Lima has denied.", "accused"),
        ("He accepted the result and said he would not give up seeking peace.", "seeking"),
    ],
)
def test_what_is_denied_is_not_the_accusing_nor_what_goes_on(told: Code, text: str, trigger: str) -> None:
    assert told(text)[trigger].status == Status.ACTUAL
