"""Where an article tells an incident that gold knows by its type, its place and whether it was carried out."""

from datetime import date
from typing import Any

from bench.gold_incidents import whens_of
from graph.model import Article, When
from ingest.parse import Parser
from ingest.times import TimeFinder, read_wording

DAY = date(1991, 5, 14)
TWO_DEEDS = (
    "Gunmen killed the mayor of Karsa today. They shot at him near the bridge where a judge was killed on 4 April. "
    "The mayor was shot this morning near the market of Karsa."
)
THREAT = "Rebels killed a judge in Karsa on Sunday. The judge had been threatened. On 2 May the rebels threatened her."
STICKS = "The police reported today that rebels met in Karsa. Two days earlier, dynamite sticks were thrown at a bank."
AHEAD = "A bomb exploded in Karsa. The rebels plan to explode bombs in Karsa on 20 May."


def _whens(parser: Parser, finder: TimeFinder, text: str, *events: dict[str, str]) -> list[When]:
    rows: list[dict[str, Any]] = [
        {"location": "ARDENIA: KARSA (CITY)", "stage": "ACCOMPLISHED", **one} for one in events
    ]
    ((_, document),) = parser.parse([Article("a", "", text, DAY)])
    return whens_of(finder, read_wording(), {"text": text, "dct": DAY.isoformat(), "events": rows}, document)


def test_incidents_alike_take_their_days_in_the_order_in_which_the_text_first_tells_them(
    parser: Parser, time_finder: TimeFinder
) -> None:
    whens = _whens(parser, time_finder, TWO_DEEDS, {"type": "ATTACK"}, {"type": "ATTACK"})
    assert [when.first for when in whens] == [DAY, date(1991, 4, 4)]


def test_a_threat_has_the_day_on_which_it_was_made(parser: Parser, time_finder: TimeFinder) -> None:
    (when,) = _whens(parser, time_finder, THREAT, {"type": "ATTACK", "stage": "THREATENED"})
    assert when.first == date(1991, 5, 2)


def test_dynamite_that_is_thrown_tells_a_bombing(parser: Parser, time_finder: TimeFinder) -> None:
    (when,) = _whens(parser, time_finder, STICKS, {"type": "BOMBING"})
    assert when.first == date(1991, 5, 12)


def test_what_was_done_has_no_day_after_publication(parser: Parser, time_finder: TimeFinder) -> None:
    (when,) = _whens(parser, time_finder, AHEAD, {"type": "BOMBING"})
    assert when.first is None or when.first <= DAY


def test_the_bounds_of_a_day_reach_to_other_days_told_of_such_deeds(parser: Parser, time_finder: TimeFinder) -> None:
    text = "Gunmen killed a judge in Karsa on Sunday. A mayor was killed in Karsa on 7 May."
    (when,) = _whens(parser, time_finder, text, {"type": "ATTACK"})
    assert when.bounds() == (date(1991, 5, 7), date(1991, 5, 12))


def test_a_place_that_gold_leaves_open_is_looked_for_by_each_name(parser: Parser, time_finder: TimeFinder) -> None:
    text = "A judge was killed on Sunday. A mayor was killed in Tolva on Saturday."
    (when,) = _whens(
        parser, time_finder, text, {"type": "ATTACK", "location": "(ARDENIA: KARSA (CITY)) / (ARDENIA: TOLVA)"}
    )
    assert when.first == date(1991, 5, 11)
