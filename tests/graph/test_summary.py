"""The sentence that says what an event was, and the words quoted where names say too little."""

import pytest

from graph.beside import beside
from graph.model import Status
from graph.plover import ToldBy, plover
from graph.summary import excerpt, summarise


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


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("Rebels shelled a post near ", "near"),
        ("Rebels shelled a post close to the city of ", "near"),
        ("Rebels shelled a post 20 km north-east of ", "20 km north-east of"),
        ("A train was blown up some 300 miles (480 km) east of the capital, ", "300 miles east of"),
        ("A convoy was ambushed two kilometres from the village of ", "two kilometres from"),
        ("A drone fell 1,200 km to the south of ", "1,200 km to the south of"),
        ("Troops gathered southwest of ", "southwest of"),
        ("Rebels said that they had fired nowhere near ", "nowhere near"),
        ("A post was shelled far from ", "far from"),
        ("A post was shelled not far from ", "near"),
        ("Fighters came from ", ""),
        ("Rebels killed ten people from ", ""),
        ("A bomb went off outside the town of ", "outside"),
        ("A boat sank off ", "off"),
        ("Refugees walked 30 km from ", ""),
        ("Rebels drove more than 200 miles from ", ""),
        ("Refugees walked to a camp 30 km from ", "30 km from"),
        ("Rebels who drove through the desert shelled a post 20 miles away from ", "20 miles away from"),
        ("The army sealed off ", ""),
        ("Soldiers had cut off the town of ", ""),
        ("Ten sailors were killed off ", "off"),
        ("Rebels dug in 5 km north-east of ", "5 km north-east of"),
        ("Rebels shelled a post in ", ""),
        ("Rebels shelled the north of ", ""),
        ("Rebels near Gao shelled a post in ", ""),
    ],
)
def test_what_happened_beside_a_place_is_not_told_as_in_it(before: str, word: str) -> None:
    assert beside(before) == word


def test_a_sentence_says_near_where_it_was_near() -> None:
    told = summarise("ASSAULT", "aerial", Status.ACTUAL, ["Chad"], ["Mali"], [], "Gao", near="near")

    assert told == "Chad struck Mali near Gao."
