"""Days that stand beside an event and belong to another: to a claim, to who is meant, to the clause that follows."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import When

Dating = Callable[..., tuple[When, ...]]
# Word/lemma/part of speech/tag/dependency/head, heads counted from the start of the row; published on 26 August 2019.
CLAIMED_OF = (
    "Rebels/rebel/NOUN/NNS/nsubj/3 on/on/ADP/IN/prep/3 Friday/friday/PROPN/NNP/pobj/1 claimed/claim/VERB/VBD/ROOT/3 "
    "responsibility/responsibility/NOUN/NN/dobj/3 for/for/ADP/IN/prep/4 the/the/DET/DT/det/7 raid/raid/NOUN/NN/pobj/5 "
    "of/of/ADP/IN/prep/7 20/20/NUM/CD/nummod/10 August/august/PROPN/NNP/pobj/8 ././PUNCT/./punct/3"
)
CLAIMED = (
    "Rebels/rebel/NOUN/NNS/nsubj/3 on/on/ADP/IN/prep/3 Friday/friday/PROPN/NNP/pobj/1 claimed/claim/VERB/VBD/ROOT/3 "
    "the/the/DET/DT/det/5 raid/raid/NOUN/NN/dobj/3 ././PUNCT/./punct/3"
)
TOOK = CLAIMED.replace("claimed/claim", "took/take").replace("raid/raid", "offensive/offensive")
TOOK_FOR = CLAIMED_OF.replace("claimed/claim", "took/take")
BY_DAY = (
    "Rebels/rebel/NOUN/NNS/nsubj/1 claimed/claim/VERB/VBD/ROOT/1 Saturday/saturday/PROPN/NNP/poss/4 "
    "'s/'s/PART/POS/case/2 raid/raid/NOUN/NN/dobj/1 ././PUNCT/./punct/1"
)
RAIDED = (
    "The/the/DET/DT/det/1 raid/raid/NOUN/NN/nsubj/2 began/begin/VERB/VBD/ROOT/2 on/on/ADP/IN/prep/2 "
    "Thursday/thursday/PROPN/NNP/pobj/3 ././PUNCT/./punct/2"
)
FREED = (
    "Police/police/NOUN/NNS/nsubj/1 freed/free/VERB/VBD/ROOT/1 them/they/PRON/PRP/dobj/1 on/on/ADP/IN/prep/1 "
    "Friday/friday/PROPN/NNP/pobj/3 from/from/ADP/IN/prep/1 the/the/DET/DT/det/7 gang/gang/NOUN/NN/pobj/5 "
    "that/that/PRON/WDT/nsubj/9 took/take/VERB/VBD/relcl/7 them/they/PRON/PRP/dobj/9 on/on/ADP/IN/prep/9 "
    "2/2/NUM/CD/nummod/13 August/august/PROPN/NNP/pobj/11 ././PUNCT/./punct/1"
)
BLAMED = (
    "The/the/DET/DT/det/1 imam/imam/NOUN/NN/nsubj/2 blamed/blame/VERB/VBD/ROOT/2 the/the/DET/DT/det/4 "
    "militia/militia/NOUN/NN/dobj/2 that/that/PRON/WDT/nsubj/6 looted/loot/VERB/VBD/relcl/4 the/the/DET/DT/det/8 "
    "market/market/NOUN/NN/dobj/6 on/on/ADP/IN/prep/6 5/5/NUM/CD/nummod/11 July/july/PROPN/NNP/pobj/9 "
    "././PUNCT/./punct/2"
)
THREW = (
    "Men/man/NOUN/NNS/nsubj/1 threw/throw/VERB/VBD/ROOT/1 a/a/DET/DT/det/3 grenade/grenade/NOUN/NN/dobj/1 "
    "at/at/ADP/IN/prep/1 a/a/DET/DT/det/6 mosque/mosque/NOUN/NN/pobj/4 ././PUNCT/./punct/1"
)
FLED = "Gunmen/gunman/NOUN/NNS/nsubj/1 fled/flee/VERB/VBD/ROOT/1 ././PUNCT/./punct/1"
FELL = (
    "Shells/shell/NOUN/NNS/nsubj/1 fell/fall/VERB/VBD/ROOT/1 on/on/ADP/IN/prep/1 Saturday/saturday/PROPN/NNP/pobj/2 "
    "././PUNCT/./punct/1"
)
BOYCOTTED = (
    "Serbs/serbs/PROPN/NNPS/nsubj/1 boycotted/boycott/VERB/VBD/ROOT/1 the/the/DET/DT/det/3 vote/vote/NOUN/NN/dobj/1 "
    "on/on/ADP/IN/prep/1 10/10/NUM/CD/nummod/6 July/july/PROPN/NNP/pobj/4 ././PUNCT/./punct/1"
)
DEMANDED = (
    "The/the/DET/DT/det/1 union/union/NOUN/NN/nsubj/2 demanded/demand/VERB/VBD/ROOT/2 "
    "elections/election/NOUN/NNS/dobj/2 ././PUNCT/./punct/2"
)
STRUCK = (
    "The/the/DET/DT/det/1 rebels/rebel/NOUN/NNS/nsubj/3 had/have/AUX/VBD/aux/3 attacked/attack/VERB/VBN/ROOT/3 "
    "a/a/DET/DT/det/5 patrol/patrol/NOUN/NN/dobj/3 on/on/ADP/IN/prep/3 11/11/NUM/CD/nummod/8 "
    "August/august/PROPN/NNP/pobj/6 ,/,/PUNCT/,/punct/3 killing/kill/VERB/VBG/advcl/3 ten/ten/NUM/CD/dobj/10 "
    "././PUNCT/./punct/3"
)
OVERNIGHT = (
    "Missiles/missile/NOUN/NNS/nsubj/1 hit/hit/VERB/VBD/ROOT/1 a/a/DET/DT/det/3 store/store/NOUN/NN/dobj/1 "
    "overnight/overnight/ADV/RB/advmod/1 ,/,/PUNCT/,/punct/1 and/and/CCONJ/CC/cc/1 on/on/ADP/IN/prep/10 "
    "Saturday/saturday/PROPN/NNP/pobj/7 drones/drone/NOUN/NNS/nsubj/10 damaged/damage/VERB/VBD/conj/1 "
    "a/a/DET/DT/det/12 port/port/NOUN/NN/dobj/10 ././PUNCT/./punct/10"
)
HOURS = (
    "It/it/PRON/PRP/nsubj/1 came/come/VERB/VBD/ROOT/1 12/12/NUM/CD/nummod/3 hours/hour/NOUN/NNS/npadvmod/4 "
    "after/after/SCONJ/IN/mark/6 rebels/rebel/NOUN/NNS/nsubj/6 shot/shoot/VERB/VBD/advcl/1 a/a/DET/DT/det/8 "
    "judge/judge/NOUN/NN/dobj/6 ././PUNCT/./punct/1"
)
YEARS = (
    "Rebels/rebel/NOUN/NNS/nsubj/1 bombed/bomb/VERB/VBD/ROOT/1 ports/port/NOUN/NNS/dobj/1 in/in/ADP/IN/prep/1 "
    "2013/2013/NUM/CD/pobj/3 and/and/CCONJ/CC/cc/4 2015/2015/NUM/CD/conj/4 ././PUNCT/./punct/1"
)


@pytest.mark.parametrize(
    ("word", "rows", "edtf"),
    [
        pytest.param("claimed", (CLAIMED_OF,), ["2019-08-20"], id="a claim of a deed that has its day"),
        pytest.param("claimed", (BY_DAY,), ["2019-08-24"], id="a claim of the deed of a day"),
        pytest.param("claimed", (CLAIMED,), ["/2019-08-23"], id="a claim on a day, of a deed without one"),
        pytest.param("claimed", (CLAIMED, RAIDED), ["2019-08-22"], id="a claim of a deed named again with its day"),
        pytest.param("took", (TOOK,), ["2019-08-23"], id="who takes the offensive claims nothing"),
        pytest.param("took", (TOOK_FOR,), ["2019-08-20"], id="who takes responsibility claims"),
        pytest.param("fled", (FREED, FLED), ["2019-08-23?"], id="after a clause that says who is meant"),
        pytest.param("threw", (THREW, BLAMED), ["/2019-08-26"], id="before one of an older day"),
        pytest.param("demanded", (FELL, BOYCOTTED, DEMANDED), ["2019-08-24?"], id="an answer to the news"),
        pytest.param("killing", (STRUCK,), ["2019-08-11"], id="what a deed of before did"),
        pytest.param("hit", (OVERNIGHT,), ["/2019-08-26"], id="a day that opens the next clause"),
        pytest.param("damaged", (OVERNIGHT,), ["2019-08-24"], id="the clause of that day"),
        pytest.param("shot", (FELL, HOURS), ["2019-08-23/2019-08-24"], id="hours before an undated deed"),
        pytest.param("bombed", (YEARS,), ["2013", "2015"], id="two years make two events"),
    ],
)
def test_an_event_takes_no_day_of_something_else(
    when_of: Dating, word: str, rows: tuple[str, ...], edtf: list[str]
) -> None:
    assert [when.edtf for when in when_of(word, *rows)] == edtf


def test_days_counted_back_from_a_day_only_reached_are_in_doubt(when_of: Dating) -> None:
    (when,) = when_of("shot", FELL, HOURS.replace("12/12", "two/two").replace("hours/hour", "days/day"))

    assert when.edtf == "2019-08-22?"
    assert when.bounds() == (date(2019, 8, 19), date(2019, 8, 23))
