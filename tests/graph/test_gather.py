"""What an event is, from the reports that tell it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from graph.gather import Origin, best_time, gather
from graph.model import UNKNOWN_TIME, Basis, Confidence, Event, Grain, Perpetrator, Place, Report, Status, Toll, When
from graph.plover import ToldBy, plover
from graph.summary import excerpt, summarise

ORIGINS = {"a1": Origin("First", date(2019, 8, 27)), "a2": Origin("Second", date(2019, 8, 26)), "a3": Origin("First")}
NAMES = {"israel": "Israel", "hamas": "Hamas", "egypt": "Egypt"}
KHAN_YUNIS = Place("khan-yunis", "Khan Yunis", "PSE", 31.34, 34.3, "city")

MakeReport = Callable[..., Report]


def gathered(*reports: Report) -> Event:
    """Gather an event."""
    return gather("e", reports, origins=ORIGINS, names=NAMES)


def days(first: str, last: str, *, basis: Basis = Basis.STATED) -> When:
    """Give a time of some days."""
    return When(date.fromisoformat(first), date.fromisoformat(last), Grain.WEEK, basis, f"{first}/{last}")


def test_actors_stand_in_the_order_of_publication(report: MakeReport) -> None:
    found = gathered(
        report("r1", actors=("israel",), recipients=("hamas",)),
        report("r2", article="a2", actors=("egypt", "israel"), recipients=()),
    )

    assert (found.actors, found.recipients, found.reports) == (("egypt", "israel"), ("hamas",), ("r2", "r1"))


def test_the_order_of_the_reports_does_not_matter(report: MakeReport) -> None:
    reports = [
        report("r1", killed=(1, 2), mode="aerial"),
        report("r2", article="a2", mode="drone", place=KHAN_YUNIS),
        report("r3", article="a3", status=Status.CLAIMED, when=""),
    ]

    assert len({repr(gathered(*order)) for order in permutations(reports)}) == 1


@pytest.mark.parametrize(
    ("given", "high"),
    [((20, None), 23), ((30, None), None)],
    ids=["a count closes the least", "a least above it stays"],
)
def test_a_toll_without_an_end_stays_open_unless_a_count_ends_it(
    given: tuple[int, None], high: int | None, report: MakeReport
) -> None:
    one, two = report("r1"), report("r2", article="a2")
    found = gathered(replace(one, tolls={"killed": Toll(*given)}), replace(two, tolls={"killed": Toll(23, 23)}))
    assert found.tolls["killed"].high == high


def test_tolls_span_what_anybody_says(report: MakeReport) -> None:
    found = gathered(
        report("r1", killed=(3, 3)), report("r2", article="a2", killed=(10, 12)), report("r3", article="a3")
    )

    assert found.tolls == {"killed": Toll(3, 12)}


def test_sources_are_counted_not_articles(report: MakeReport) -> None:
    assert gathered(report("r1"), report("r2", article="a2"), report("r3", article="a3")).sources == 2


def test_a_fact_told_by_one_outweighs_the_claim_of_another(report: MakeReport) -> None:
    found = gathered(report("r1", status=Status.CLAIMED), report("r2", article="a2", status=Status.ACTUAL))

    assert found.status == Status.ACTUAL


@pytest.mark.parametrize("word", [Status.ACCUSED, Status.CLAIMED, Status.DENIED])
def test_whom_only_the_words_of_others_name_is_no_actor_of_what_happened(word: Status, report: MakeReport) -> None:
    found = gathered(report("r1"), report("r2", article="a2", actors=("egypt",), status=word))

    assert (found.status, found.actors) == (Status.ACTUAL, ("israel",))
    assert "Egypt" not in found.summary


def test_whom_only_the_words_of_others_name_stays_the_actor_of_what_is_alleged(report: MakeReport) -> None:
    found = gathered(
        report("r1", actors=("egypt",), status=Status.ACCUSED), report("r2", article="a2", actors=(), mode="aerial")
    )

    assert (found.status, found.actors) == (Status.ACCUSED, ("egypt",))


def test_perpetrators_are_those_of_all_reports_each_as_the_surest_has_it(report: MakeReport) -> None:
    def told(id_: str, *pairs: tuple[str, Confidence], article: str = "a1") -> Report:
        return replace(report(id_, article=article), perpetrators=tuple(Perpetrator(*pair) for pair in pairs))

    found = gathered(
        told("r1", ("egypt", Confidence.POSSIBLE), ("hamas", Confidence.ACCUSED)),
        told("r2", ("hamas", Confidence.CLAIMED), article="a2"),
    )

    assert found.perpetrators == (Perpetrator("hamas", Confidence.CLAIMED), Perpetrator("egypt", Confidence.POSSIBLE))


def test_the_finest_place_is_the_events(report: MakeReport) -> None:
    assert gathered(report("r1"), report("r2", article="a2", place=KHAN_YUNIS)).place == KHAN_YUNIS


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        ([days("2019-08-19", "2019-08-25"), days("2019-08-25", "2019-08-25")], "2019-08-25/2019-08-25"),
        ([days("2019-08-20", "2019-08-20"), days("2019-08-25", "2019-08-25"), days("2019-08-24", "2019-08-26")],
         "2019-08-25/2019-08-25"),
        ([days("2019-08-20", "2019-08-20", basis=Basis.INFERRED), days("2019-08-01", "2019-08-31")],
         "2019-08-01/2019-08-31"),
        ([UNKNOWN_TIME, days("2019-08-20", "2019-08-20")], "2019-08-20/2019-08-20"),
    ],
    ids=["the narrowest of those that agree", "the one most agree with", "one read from words", "any rather than none"],
)  # fmt: skip
def test_the_time_chosen_is(whens: list[When], expected: str) -> None:
    assert best_time(whens).edtf == expected


def test_reports_without_a_day_make_an_event_without_one() -> None:
    assert best_time([UNKNOWN_TIME, UNKNOWN_TIME]) == UNKNOWN_TIME


def test_who_fights_with_whom_is_not_named_twice(report: MakeReport) -> None:
    both = ("israel", "hamas")

    assert gathered(report("r1", mode="firearms", actors=both, recipients=both, place=None)).summary == (
        "Israel and Hamas opened fire."
    )


def every_mode() -> list[tuple[str, str]]:
    """Give every type with no mode and with each of its modes."""
    return [(name, mode) for name, kind in plover().types.items() for mode in ("", *kind.modes)]


@pytest.mark.parametrize(("type_", "mode"), every_mode())
def test_every_type_and_mode_has_a_sentence_in_every_status(type_: str, mode: str) -> None:
    for status in Status:
        for actors in ([], ["Chad"], ["Chad", "Mali"]):
            for recipients in ([], ["Niger"]):
                told = summarise(type_, mode, status, actors, recipients, ["Togo"], "Sea of Azov")
                assert told.endswith((".", ").")) and "{" not in told
                assert all(name in told for name in (*actors, *recipients, "Togo"))


@pytest.mark.parametrize(("type_", "mode"), every_mode())
def test_scores_lie_between_minus_ten_and_ten_on_the_side_of_their_class(type_: str, mode: str) -> None:
    score, quad = plover().score(type_, mode), plover().quad(type_)

    assert -10 <= score <= 10
    assert (score > 0) == (quad in ("VC", "MC")) or type_ == "REQUEST"
    assert score * 2 == int(score * 2), "edges add scores up: halves add up without error"


def test_a_sentence_says_what_did_not_simply_happen() -> None:
    told = [summarise("ASSAULT", "aerial", status, ["Chad"], ["Mali"], [], "Gao") for status in Status]

    assert told == [
        "Chad struck Mali in Gao.",
        "Chad struck Mali in Gao (ongoing).",
        "Chad tried to strike Mali in Gao.",
        "Chad planned to strike Mali in Gao.",
        "Chad threatened to strike Mali in Gao.",
        "Chad was called on to strike Mali in Gao.",
        "Chad was said not to have struck Mali in Gao.",
        "Chad was said to have struck Mali in Gao.",
        "Chad was accused of having struck Mali in Gao.",
        "Chad might strike Mali in Gao.",
        "Chad repeatedly struck Mali in Gao.",
        "Chad once struck Mali in Gao.",
    ]


def test_who_did_it_is_no_surer_than_the_reports_that_name_them(report: MakeReport) -> None:
    found = gathered(report("r1", status=Status.ACCUSED), report("r2", article="a2", status=Status.ACTUAL, actors=()))

    assert found.status == Status.ACCUSED
    assert found.summary.startswith("Israel was accused of having")


def test_a_claim_names_who_makes_it() -> None:
    told = summarise("ASSAULT", "aerial", Status.CLAIMED, [], ["Mali"], [], "", speaker="Chad")

    assert told == "Mali was struck from the air, according to Chad (claimed)."


def test_where_names_say_too_little_the_words_of_the_report_are_quoted() -> None:
    quote = "Ann Lee, the envoy, welcomed the agreement through her spokesman."

    assert (
        summarise("SUPPORT", "", Status.ACTUAL, ["Ann Lee"], [], [], "", quoted=excerpt(quote, 20, 28))
        == 'Ann Lee expressed support: "welcomed the agreement through her spokesman"'
    )
    assert summarise("ASSAULT", "", Status.ACCUSED, [], [], [], "Gao", quoted="an attack on the dam") == (
        'Attack in Gao (alleged): "an attack on the dam"'
    )
    assert '"' not in summarise("ASSAULT", "", Status.ACTUAL, ["Chad"], [], [], "", quoted="an attack on the dam")


def test_a_quote_is_cut_at_the_ends_of_words_within_eighty_characters() -> None:
    quote = "After a long day of talks the two sides " + "announced " + "a truce that would last " * 6 + "."
    found = excerpt(quote, 40, 49)

    assert len(found) <= 80
    assert found.endswith("…")
    assert set(found.strip("…").split()) <= set(quote.split())
    assert excerpt(quote, 400, 410) == ""


@pytest.mark.parametrize(
    ("quote", "trigger", "found"),
    [
        ("On Monday the Northern People's Liberation Front signed a truce.", "signed",
         "…Northern People's Liberation Front signed a truce"),
        ("Last week the foreign Secretary of State Antony Grey called for calm.", "called",
         "…Secretary of State Antony Grey called for calm"),
        ("The prime minister told parliament on Friday that the pull-out ended.", "ended",
         "…on Friday that the pull-out ended"),
        ("The Army fired.", "fired", "The Army fired"),
    ],
)  # fmt: skip
def test_a_quote_begins_with_no_half_of_a_name_and_says_where_it_begins_amid_a_clause(
    quote: str, trigger: str, found: str
) -> None:
    start = quote.index(trigger)

    assert excerpt(quote, start, start + len(trigger)) == found


def test_signing_and_truces_have_words_of_their_own() -> None:
    assert summarise("SUPPORT", "", Status.ACTUAL, ["Chad"], ["Mali"], [], "Gao", trigger="signed") == (
        "Chad signed an agreement with Mali in Gao."
    )
    assert summarise("CONCEDE", "", Status.ACTUAL, ["Chad", "Mali"], [], [], "", trigger="ceasefire") == (
        "Chad and Mali had a truce."
    )


@pytest.mark.parametrize(
    ("type_", "mode", "trigger", "told"),
    [
        ("SANCTION", "discontinue", "suspended", "Chad suspended activities affecting Mali."),
        ("SANCTION", "discontinue", "imposed", "Chad imposed sanctions on Mali."),
        ("SANCTION", "discontinue", "", "Chad cut dealings with Mali."),
        ("ASSAULT", "", "clashed", "Chad fought Mali."),
        ("ASSAULT", "", "coup", "Chad overthrew Mali."),
        ("COERCE", "seize", "took", "Chad took control of Mali."),
        ("COERCE", "seize", "confiscated", "Chad raided or seized property of Mali."),
        ("THREATEN", "", "warned", "Chad warned Mali."),
        ("REQUEST", "", "asked", "Chad made a request to Mali."),
        ("REQUEST", "", "demanded", "Chad made a demand on Mali."),
        ("ACCUSE", "disapprove", "objected", "Chad objected to Mali."),
        ("ACCUSE", "disapprove", "condemned", "Chad condemned Mali."),
        ("ACCUSE", "disapprove", "hit", "Chad hit back at Mali."),
        ("ASSAULT", "crowd-control", "use", "Chad used force on Mali."),
    ],
)
def test_a_sentence_says_no_more_than_the_word_that_tells_the_event(
    type_: str, mode: str, trigger: str, told: str
) -> None:
    assert summarise(type_, mode, Status.ACTUAL, ["Chad"], ["Mali"], [], "", trigger=trigger) == told


@pytest.mark.parametrize("told", [told for kind in plover().types.values() for told in kind.told_by])
def test_words_by_the_telling_word_fit_every_sentence(told: ToldBy) -> None:
    kind = next(kind for kind in plover().types.values() if told in kind.told_by)

    assert told.modes <= {"", *kind.modes}
    told_so = {other.words for other in kind.told_by}
    assert all(kind.words(mode, start) in told_so for mode in told.modes for start in told.starts)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Armed Forces of Mali", "Armed Forces of Mali were attacked."),
        ("Black River Forces", "Black River Forces were attacked."),
        ("Red Brigades", "Red Brigades were attacked."),
        ("Palestinians", "Palestinians were attacked."),
        ("United States", "United States was attacked."),
        ("Ministry of Armed Forces", "Ministry of Armed Forces was attacked."),
        ("gunmen in Arden", "Gunmen in Arden were attacked."),
        ("ministry of affairs", "Ministry of affairs was attacked."),
        ("Honduras", "Honduras was attacked."),
    ],
)
def test_a_name_in_the_plural_takes_were(name: str, told: str) -> None:
    assert summarise("ASSAULT", "", Status.ACTUAL, [], [name], [], "") == told


def test_a_force_withdraws_from_a_place() -> None:
    assert summarise("RETREAT", "withdraw", Status.ACTUAL, ["Chad"], ["Mali"], [], "Gao") == (
        "Chad withdrew before Mali from Gao."
    )
    assert summarise("RETREAT", "withdraw", Status.ACTUAL, [], [], [], "Gao") == "Withdrawal from Gao."


def test_what_happened_at_a_site_did_not_happen_inside_it() -> None:
    told = summarise("ASSAULT", "", Status.ACTUAL, ["Chad"], ["Mali"], [], "Great Mosque")

    assert told == "Chad attacked Mali at Great Mosque."


def test_a_country_that_took_part_is_not_named_again_as_the_place() -> None:
    told = summarise("SANCTION", "discontinue", Status.ACTUAL, ["Chad"], ["Mali"], [], "Mali", trigger="suspended")

    assert told == "Chad suspended activities affecting Mali."


def test_one_person_found_twice_is_named_once(report: MakeReport) -> None:
    found = gather(
        "e", [report("r1", recipients=("one", "two"))], origins=ORIGINS, names={"one": "Ann Lee", "two": "Ann Lee"}
    )

    assert found.summary.count("Ann Lee") == 1
