"""Events dated by how long before or after another they happened."""

from collections.abc import Callable
from datetime import date

from graph.model import When
from ingest.times import Account, govern

Dating = Callable[..., tuple[When, ...]]
# Word/lemma/part of speech/tag/dependency/head, the heads counted from the start of the row.
COUNTED = (
    "Mourners/mourner/NOUN/NNS/nsubj/1 buried/bury/VERB/VBD/ROOT/1 their/their/PRON/PRP$/poss/3 "
    "dead/dead/NOUN/NN/dobj/1 on/on/ADP/IN/prep/1 Sunday/sunday/PROPN/NNP/pobj/4 ,/,/PUNCT/,/punct/1 "
    "a/a/DET/DT/det/8 day/day/NOUN/NN/npadvmod/11 after/after/SCONJ/IN/mark/11 soldiers/soldier/NOUN/NNS/nsubj/11 "
    "killed/kill/VERB/VBD/advcl/1 ten/ten/NUM/CD/nummod/13 people/people/NOUN/NNS/dobj/11 in/in/ADP/IN/prep/11 "
    "bloodshed/bloodshed/NOUN/NN/pobj/14 since/since/SCONJ/IN/prep/11 the/the/DET/DT/det/18 "
    "coup/coup/NOUN/NN/pobj/16 of/of/ADP/IN/prep/18 1/1/NUM/CD/nummod/21 February/february/PROPN/NNP/pobj/19 "
    "././PUNCT/./punct/1"
)
HOURS = (
    "Warplanes/warplane/NOUN/NNS/nsubj/1 flattened/flatten/VERB/VBD/ROOT/1 a/a/DET/DT/det/3 "
    "tower/tower/NOUN/NN/dobj/1 on/on/ADP/IN/prep/1 Saturday/saturday/PROPN/NNP/pobj/4 ,/,/PUNCT/,/punct/1 "
    "hours/hour/NOUN/NNS/npadvmod/11 after/after/SCONJ/IN/mark/11 a/a/DET/DT/det/10 strike/strike/NOUN/NN/nsubj/11 "
    "killed/kill/VERB/VBD/advcl/1 ten/ten/NUM/CD/nummod/13 people/people/NOUN/NNS/dobj/11 ././PUNCT/./punct/1"
)


def test_what_the_main_event_came_a_day_after_was_the_day_before(when_of: Dating) -> None:
    assert [when.edtf for when in when_of("buried", COUNTED)] == ["2019-08-25"]
    (killed,) = when_of("killed", COUNTED)

    assert (killed.edtf, killed.expression) == ("2019-08-24", "a day after")


def test_the_day_of_a_noun_after_since_is_not_that_of_what_it_bounds(when_of: Dating) -> None:
    assert [when.edtf for when in when_of("coup", COUNTED)] == ["2019-02-01"]
    assert [when.edtf for when in when_of("bloodshed", COUNTED)] == ["2019-08-24"]


def test_hours_before_may_be_the_day_before(when_of: Dating) -> None:
    (when,) = when_of("strike", HOURS)

    assert (when.first, when.last) == (date(2019, 8, 23), date(2019, 8, 24))


def test_years_after_an_event_bound_it_where_the_main_event_has_no_day(when_of: Dating) -> None:
    passed = (
        "Five/five/NUM/CD/nummod/1 years/year/NOUN/NNS/npadvmod/2 after/after/ADP/IN/prep/8 its/its/PRON/PRP$/poss/4 "
        "founding/founding/NOUN/NN/pobj/2 ,/,/PUNCT/,/punct/8 the/the/DET/DT/det/7 party/party/NOUN/NN/nsubj/8 "
        "split/split/VERB/VBD/ROOT/8 in/in/ADP/IN/prep/8 February/february/PROPN/NNP/pobj/9 ././PUNCT/./punct/8"
    )

    assert [when.edtf for when in when_of("founding", passed)] == ["/2019-02-28"]
    assert [when.edtf for when in when_of("split", passed)] == ["2019-02"]


def test_a_distance_after_an_event_is_the_day_itself_and_the_event_lies_before(
    account: Callable[..., Account],
) -> None:
    fell = (
        "The/the/DET/DT/det/1 capture/capture/NOUN/NN/nsubj/2 came/come/VERB/VBD/ROOT/2 on/on/ADP/IN/prep/2 "
        "15/15/NUM/CD/nummod/5 August/august/PROPN/NNP/pobj/3 2019/2019/NUM/CD/nummod/5 ././PUNCT/./punct/2"
    )
    marched = (
        "Two/two/NUM/CD/nummod/1 days/day/NOUN/NNS/npadvmod/2 after/after/ADP/IN/prep/7 the/the/DET/DT/det/4 "
        "capture/capture/NOUN/NN/pobj/2 ,/,/PUNCT/,/punct/7 protesters/protester/NOUN/NNS/nsubj/7 "
        "marched/march/VERB/VBD/ROOT/7 ././PUNCT/./punct/7"
    )
    told = account(fell, marched)
    places = {token.text: token.i for token in told.document.tokens}

    assert govern(told, places["marched"]).edtf == "2019-08-17"
    assert govern(told, places["capture"]).edtf == "2019-08-15", "where it is named again"
