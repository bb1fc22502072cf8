"""What the sentence of an event tells of its time."""

from collections.abc import Callable

import pytest

from graph.model import When

Dating = Callable[..., tuple[When, ...]]
# Word/lemma/part of speech/tag/dependency/head, the heads counted from the start of the row.
STREET = (
    "Gunmen/gunman/NOUN/NNS/nsubj/1 fired/fire/VERB/VBD/ROOT/1 a/a/DET/DT/det/3 street/street/NOUN/NN/dobj/1 "
    "from/from/ADP/IN/prep/3 where/where/SCONJ/WRB/advmod/9 the/the/DET/DT/det/7 mayor/mayor/NOUN/NN/nsubjpass/9 "
    "was/be/AUX/VBD/auxpass/9 shot/shoot/VERB/VBN/pcomp/4 on/on/ADP/IN/prep/9 4/4/NUM/CD/nummod/12 "
    "July/july/PROPN/NNP/pobj/10 ././PUNCT/./punct/1"
)
WHEN = (
    "Raids/raid/NOUN/NNS/nsubj/2 have/have/AUX/VBP/aux/2 gone/go/VERB/VBN/ROOT/2 on/on/ADP/RP/prt/2 "
    "since/since/SCONJ/IN/prep/2 1/1/NUM/CD/nummod/6 August/august/PROPN/NNP/pobj/4 ,/,/PUNCT/,/punct/6 "
    "when/when/SCONJ/WRB/advmod/12 the/the/DET/DT/det/10 editor/editor/NOUN/NN/nsubjpass/12 "
    "was/be/AUX/VBD/auxpass/12 murdered/murder/VERB/VBN/relcl/6 ././PUNCT/./punct/2"
)
ROW = (
    "On/on/ADP/IN/prep/8 Sunday/sunday/PROPN/NNP/pobj/0 Ana/ana/PROPN/NNP/nsubjpass/8 ;/;/PUNCT/:/punct/2 "
    "Jon/jon/PROPN/NNP/appos/2 ;/;/PUNCT/:/punct/2 and/and/CCONJ/CC/cc/2 Ines/ines/PROPN/NNP/conj/2 "
    "died/die/VERB/VBD/ROOT/8 ././PUNCT/./punct/8"
)
TWO = (
    "On/on/ADP/IN/prep/3 Sunday/sunday/PROPN/NNP/pobj/0 they/they/PRON/PRP/nsubj/3 met/meet/VERB/VBD/ccomp/6 "
    ";/;/PUNCT/:/punct/6 Ana/ana/PROPN/NNP/nsubj/6 died/die/VERB/VBD/ROOT/6 ././PUNCT/./punct/6"
)
REPORTS = (
    "On/on/ADP/IN/prep/3 Sunday/sunday/PROPN/NNP/pobj/0 police/police/NOUN/NNS/nsubj/3 had/have/VERB/VBD/ROOT/3 "
    "reports/report/NOUN/NNS/dobj/3 of/of/ADP/IN/prep/4 blasts/blast/NOUN/NNS/pobj/5 ././PUNCT/./punct/3"
)
HAVING = (
    "He/he/PRON/PRP/nsubjpass/2 was/be/AUX/VBD/auxpass/2 held/hold/VERB/VBN/ROOT/2 on/on/ADP/IN/prep/2 "
    "Sunday/sunday/PROPN/NNP/pobj/3 {}/{}/ADP/IN/prep/2 having/have/AUX/VBG/aux/7 shot/shoot/VERB/VBN/pcomp/5 "
    "at/at/ADP/IN/prep/7 buses/bus/NOUN/NNS/pobj/8 ././PUNCT/./punct/2"
)
TALKS = (
    "Talks/talk/NOUN/NNS/nsubjpass/2 were/be/AUX/VBD/auxpass/2 set/set/VERB/VBN/ROOT/2 for/for/ADP/IN/prep/2 "
    "3/3/NUM/CD/nummod/5 September/september/PROPN/NNP/pobj/3 ,/,/PUNCT/,/punct/2 but/but/CCONJ/CC/cc/2 "
    "after/after/ADP/IN/prep/12 the/the/DET/DT/det/10 raid/raid/NOUN/NN/pobj/8 rebels/rebel/NOUN/NNS/nsubj/12 "
    "left/leave/VERB/VBD/conj/2 ././PUNCT/./punct/2"
)
TAKEN = (
    "Rebels/rebel/NOUN/NNS/nsubj/1 said/say/VERB/VBD/ROOT/1 {}that/that/SCONJ/IN/mark/{m} {}"
    "they/they/PRON/PRP/nsubj/{m} had/have/AUX/VBD/aux/{m} taken/take/VERB/VBN/ccomp/1 it/it/PRON/PRP/dobj/{m} "
    "and/and/CCONJ/CC/cc/{m} killed/kill/VERB/VBD/conj/{m} ten/ten/NUM/CD/dobj/{k} ././PUNCT/./punct/1"
)
SAID_ON = TAKEN.format("on/on/ADP/IN/prep/1 Sunday/sunday/PROPN/NNP/pobj/2 ", "", m=7, k=10)
TAKEN_ON = TAKEN.format("", "on/on/ADP/IN/prep/7 Sunday/sunday/PROPN/NNP/pobj/3 ", m=7, k=10)


@pytest.mark.parametrize(
    ("word", "row", "edtf"),
    [
        pytest.param("shot", STREET, "2019-07-04", id="a deed by which a place is told has its day"),
        pytest.param("fired", STREET, "/2019-08-26", id="what happened near that place has not"),
        pytest.param("gone", WHEN, "2019-08-01/2019-08-26", id="since a day"),
        pytest.param("murdered", WHEN, "2019-08-01", id="when, after the day of a since"),
        pytest.param("died", ROW, "2019-08-25", id="semicolons that part the members of a row"),
        pytest.param("died", TWO, "/2019-08-26", id="a semicolon that parts two sentences"),
        pytest.param("had", REPORTS, "2019-08-25", id="the day of a report"),
        pytest.param("blasts", REPORTS, "2019-08-25?", id="what the report is of may have come before"),
        pytest.param("shot", HAVING.format("after", "after"), "2019-08-25?", id="held after having shot"),
        pytest.param("shot", HAVING.format("for", "for"), "/2019-08-25", id="held for having shot"),
        pytest.param("Talks", TALKS, "2019-09-03", id="talks that are set for a day to come"),
        pytest.param("raid", TALKS, "/2019-08-26", id="a raid after which somebody left lies not ahead"),
        pytest.param("killed", SAID_ON, "/2019-08-25", id="joined to what had happened when it was said"),
        pytest.param("killed", TAKEN_ON, "2019-08-25", id="joined to what had happened on a day"),
    ],
)
def test_an_event_has_the_time_its_sentence_gives_it(when_of: Dating, word: str, row: str, edtf: str) -> None:
    assert [when.edtf for when in when_of(word, row)] == [edtf]
