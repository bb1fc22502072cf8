"""What a story says of the day it has reached, and what is only bounded by it."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Basis, Grain, Published, Status, When
from ingest.times import as_told

Dating = Callable[..., tuple[When, ...]]
PUBLISHED = Published(date(2019, 8, 26), date(2019, 8, 26), "given")
# Word/lemma/part of speech/tag/dependency/head, the heads counted from the start of the row.
BURNED = (
    "Buses/bus/NOUN/NNS/nsubj/1 burned/burn/VERB/VBD/ROOT/1 on/on/ADP/IN/prep/1 Saturday/saturday/PROPN/NNP/pobj/2 "
    "././PUNCT/./punct/1"
)
FLED = "They/they/PRON/PRP/nsubj/1 fled/flee/VERB/VBD/ROOT/1 ././PUNCT/./punct/1"
HELPED = (
    "Omar/omar/PROPN/NNP/nsubj/6 ,/,/PUNCT/,/punct/0 who/who/PRON/WP/nsubj/3 helped/help/VERB/VBD/relcl/0 "
    "them/they/PRON/PRP/dobj/3 ,/,/PUNCT/,/punct/0 fled/flee/VERB/VBD/ROOT/6 ././PUNCT/./punct/6"
)
HOLDS = (
    "Zuwara/zuwara/PROPN/NNP/nsubj/7 ,/,/PUNCT/,/punct/0 which/which/PRON/WDT/nsubj/3 holds/hold/VERB/VBZ/relcl/0 "
    "a/a/DET/DT/det/5 fort/fort/NOUN/NN/dobj/3 ,/,/PUNCT/,/punct/0 fell/fall/VERB/VBD/ROOT/7 ././PUNCT/./punct/7"
)
MEDIATED = (
    "Oman/oman/PROPN/NNP/nsubj/2 had/have/AUX/VBD/aux/2 mediated/mediate/VERB/VBN/ROOT/2 and/and/CCONJ/CC/cc/2 "
    "helped/help/VERB/VBD/conj/2 ././PUNCT/./punct/2"
)
DENIED = (
    "They/they/PRON/PRP/nsubj/3 have/have/AUX/VBP/aux/3 always/always/ADV/RB/advmod/3 denied/deny/VERB/VBN/ROOT/3 "
    "it/it/PRON/PRP/dobj/3 ././PUNCT/./punct/3"
)
BOMBING = (
    "Omar/omar/PROPN/NNP/nsubj/1 said/say/VERB/VBD/ROOT/1 on/on/ADP/IN/prep/1 Sunday/sunday/PROPN/NNP/pobj/2 "
    "that/that/SCONJ/IN/mark/7 jets/jet/NOUN/NNS/nsubj/7 were/be/AUX/VBD/aux/7 bombing/bomb/VERB/VBG/ccomp/1 "
    "towns/town/NOUN/NNS/dobj/7 ././PUNCT/./punct/1"
)
GUARANTORS = (
    "Envoys/envoy/NOUN/NNS/nsubj/1 asked/ask/VERB/VBD/ROOT/1 the/the/DET/DT/det/3 guarantors/guarantor/NOUN/NNS/dobj/1 "
    "of/of/ADP/IN/prep/3 Friday/friday/PROPN/NNP/poss/7 's/'s/PART/POS/case/5 pact/pact/NOUN/NN/pobj/4 "
    "././PUNCT/./punct/1"
)
UNTIL = (
    "Ten/ten/NUM/CD/nsubjpass/3 had/have/AUX/VBD/aux/3 been/be/AUX/VBN/auxpass/3 killed/kill/VERB/VBN/ROOT/3 "
    "by/by/ADP/IN/prep/3 Sunday/sunday/PROPN/NNP/pobj/4 ././PUNCT/./punct/3"
)


@pytest.mark.parametrize(("word", "row"), [("helped", HELPED), ("mediated", MEDIATED), ("helped", MEDIATED)])
def test_what_had_been_done_or_says_who_somebody_is_came_by_the_day_reached(
    when_of: Dating, word: str, row: str
) -> None:
    (when,) = when_of(word, BURNED, FLED, FLED, row)

    assert (when.first, when.last) == (None, date(2019, 8, 24))


def test_what_goes_on_after_a_day_told_still_has_that_day_in_doubt(when_of: Dating) -> None:
    (when,) = when_of("fell", BURNED, FLED, FLED, HOLDS)

    assert when.edtf == "2019-08-24?"
    assert when.bounds() == (date(2019, 8, 21), date(2019, 8, 25))


@pytest.mark.parametrize(("word", "row"), [("holds", HOLDS), ("denied", DENIED)])
def test_a_state_described_or_of_all_times_has_no_day(when_of: Dating, word: str, row: str) -> None:
    (when,) = when_of(word, BURNED, FLED, FLED, row)

    assert (when.first, when.last) == (None, date(2019, 8, 26))


def test_what_was_going_on_when_somebody_spoke_has_the_day_of_the_speech(when_of: Dating) -> None:
    (when,) = when_of("bombing", BURNED, BOMBING)

    assert when.edtf == "2019-08-25?"


def test_a_day_that_only_names_a_deed_of_another_noun_is_not_reached(when_of: Dating) -> None:
    (when,) = when_of("fled", BURNED, GUARANTORS, FLED)

    assert when.edtf == "2019-08-24?"


def test_the_day_until_which_something_is_told_is_reached(when_of: Dating) -> None:
    (when,) = when_of("fled", BURNED, UNTIL, FLED)

    assert when.edtf == "2019-08-25?"


@pytest.mark.parametrize(
    ("status", "edtf"),
    [
        (Status.PLANNED, "2019-08-24/"),
        (Status.THREATENED, "2019-08-24/"),
        (Status.HABITUAL, "/2019-08-24"),
        (Status.ACTUAL, "2019-08-24?"),
    ],
)
def test_a_day_only_carried_over_bounds_what_is_to_come_and_what_is_a_habit(status: Status, edtf: str) -> None:
    day = date(2019, 8, 24)
    carried = When(day, day, Grain.DAY, Basis.INFERRED, "2019-08-24?", earliest=date(2019, 8, 21), latest=day)

    when = as_told(carried, status, PUBLISHED)

    assert when.edtf == edtf
    assert when.bounds() == {"2019-08-24/": (day, None), "/2019-08-24": (None, day)}.get(edtf, carried.bounds())


def test_a_day_of_its_own_stays_with_what_is_planned() -> None:
    day = date(2019, 8, 30)
    stated = When(day, day, Grain.DAY, Basis.PUBLICATION, "2019-08-30")

    assert as_told(stated, Status.PLANNED, PUBLISHED) == stated


def test_what_is_planned_by_an_end_begins_with_publication() -> None:
    last = date(2019, 9, 30)

    when = as_told(When(None, last, Grain.UNKNOWN, Basis.STATED, "/2019-09-30"), Status.PLANNED, PUBLISHED)

    assert when.edtf == "2019-08-26/2019-09-30"
