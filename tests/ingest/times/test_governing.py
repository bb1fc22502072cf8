"""Which time an event takes."""

from datetime import date

import pytest

from graph.model import Basis, Published, When
from ingest.document import Document, Sentence, Token
from ingest.times import TimeFinder, account_of, build_times, govern, govern_all, read_wording

FINDER = TimeFinder(build_times())
WORDS = read_wording()
PUBLISHED = Published(date(2019, 8, 26), date(2019, 8, 26), "given")

# Word/lemma/part of speech/tag/dependency/head, the heads counted from the start of the text.
SHELLED = "Rebels/rebel/NOUN/NNS/nsubj/1 shelled/shell/VERB/VBD/ROOT/1 towns/town/NOUN/NNS/dobj/1 on/on/ADP/IN/prep/1 "
SHELLED += "Sunday/sunday/PROPN/NNP/pobj/3 ././PUNCT/./punct/1"
DIED = "Two/two/NUM/CD/nummod/7 people/people/NOUN/NNS/nsubj/8 died/die/VERB/VBD/ROOT/8 ././PUNCT/./punct/8"
FIRED = (
    "Rockets/rocket/NOUN/NNS/nsubjpass/2 were/be/AUX/VBD/auxpass/2 fired/fire/VERB/VBN/ROOT/2 last/last/ADJ/JJ/amod/4 "
    "Wednesday/wednesday/PROPN/NNP/npadvmod/2 and/and/CCONJ/CC/cc/4 Thursday/thursday/PROPN/NNP/compound/7 "
    "night/night/NOUN/NN/conj/4 ././PUNCT/./punct/2"
)
SAID = (
    "Police/police/NOUN/NNS/nsubj/1 said/say/VERB/VBD/ROOT/1 on/on/ADP/IN/prep/1 Sunday/sunday/PROPN/NNP/pobj/2 "
    "that/that/SCONJ/IN/mark/6 gunmen/gunman/NOUN/NNS/nsubj/6 killed/kill/VERB/VBD/ccomp/1 three/three/NUM/CD/dobj/6 "
    "././PUNCT/./punct/1"
)
AFTER = (
    "After/after/SCONJ/IN/mark/2 rockets/rocket/NOUN/NNS/nsubj/2 hit/hit/VERB/VBD/advcl/10 the/the/DET/DT/det/4 "
    "town/town/NOUN/NN/dobj/2 on/on/ADP/IN/prep/2 Friday/friday/PROPN/NNP/pobj/5 ,/,/PUNCT/,/punct/10 "
    "the/the/DET/DT/det/9 army/army/NOUN/NN/nsubj/10 struck/strike/VERB/VBD/ROOT/10 ././PUNCT/./punct/10"
)
BLAST = (
    "The/the/DET/DT/det/1 blast/blast/NOUN/NN/nsubj/6 that/that/PRON/WDT/nsubj/3 occurred/occur/VERB/VBD/relcl/1 "
    "on/on/ADP/IN/prep/3 Friday/friday/PROPN/NNP/pobj/4 killed/kill/VERB/VBD/ROOT/6 two/two/NUM/CD/dobj/6 "
    "././PUNCT/./punct/6"
)
LEAVE = "Troops/troop/NOUN/NNS/nsubj/2 will/will/AUX/MD/aux/2 leave/leave/VERB/VB/ROOT/2 ././PUNCT/./punct/2"
SINCE = (
    "Clashes/clash/NOUN/NNS/nsubj/2 have/have/AUX/VBP/aux/2 continued/continue/VERB/VBN/ROOT/2 "
    "since/since/ADP/IN/prep/2 May/may/PROPN/NNP/pobj/3 ././PUNCT/./punct/2"
)
MET = "They/they/PRON/PRP/nsubj/1 met/meet/VERB/VBD/ROOT/1 ././PUNCT/./punct/1"


def document(*rows: str) -> Document:
    """Build a document of sentences written as above."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    text = ""
    for row in rows:
        first = len(tokens)
        for item in row.split():
            word, lemma, pos, tag, dep, head = item.split("/")
            text += " " if text and word not in {".", ","} else ""
            tokens.append(
                Token(len(tokens), word, lemma, pos, tag, dep, int(head), len(text), len(text) + len(word), "")
            )
            text += word
        sentences.append(Sentence(len(sentences), tokens[first].start, len(text), first, len(tokens), False))
    children = tuple(tuple(t.i for t in tokens if t.head == i and t.i != i) for i in range(len(tokens)))
    return Document(text, tuple(tokens), children, tuple(sentences))


def when_of(word: str, *rows: str, published: Published = PUBLISHED) -> tuple[When, ...]:
    """Date the event of a word."""
    parsed = document(*rows)
    place = next(token.i for token in parsed.tokens if token.text == word)
    times = FINDER.resolve(parsed.text, FINDER.tag(parsed.text), published)
    return govern_all(account_of(parsed, times, published, WORDS), place)


def test_an_event_takes_the_day_of_its_clause() -> None:
    (when,) = when_of("shelled", SHELLED)

    assert (when.edtf, when.basis, when.expression) == ("2019-08-25", Basis.PUBLICATION, "Sunday")


def test_an_event_without_a_time_takes_the_day_the_story_has_reached() -> None:
    (when,) = when_of("died", SHELLED, DIED)

    assert (when.edtf, when.basis) == ("2019-08-25", Basis.INFERRED)


def test_coordinated_days_make_an_event_each() -> None:
    assert [when.edtf for when in when_of("fired", FIRED)] == ["2019-08-21", "2019-08-22"]


def test_the_day_of_a_report_is_not_the_day_of_what_it_reports() -> None:
    assert [when.edtf for when in when_of("said", SAID)] == ["2019-08-25"]
    assert [when.is_day() for when in when_of("killed", SAID)] == [False]


def test_what_follows_a_dated_event_happened_on_its_day_or_later() -> None:
    (when,) = when_of("struck", AFTER)

    assert (when.first, when.last) == (date(2019, 8, 23), date(2019, 8, 26))


def test_a_clause_that_describes_an_event_dates_it() -> None:
    assert [when.edtf for when in when_of("blast", BLAST)] == ["2019-08-23"]


def test_what_is_told_as_ahead_is_not_before_publication() -> None:
    (when,) = when_of("leave", LEAVE)

    assert (when.first, when.last) == (date(2019, 8, 26), None)


def test_since_reaches_to_publication() -> None:
    (when,) = when_of("continued", SINCE)

    assert (when.first, when.last) == (date(2019, 5, 1), date(2019, 8, 26))


def test_an_event_nobody_dates_has_bounds_and_no_day() -> None:
    (when,) = when_of("met", MET)

    assert (when.first, when.last, when.edtf, when.basis) == (None, date(2019, 8, 26), "/2019-08-26", Basis.DOCUMENT)


@pytest.mark.parametrize(
    "published", [Published(None, None, "inferred"), Published(date(2008, 1, 1), None, "inferred")]
)
@pytest.mark.parametrize("word", ["shelled", "died"])
def test_in_an_undated_article_no_relative_time_makes_a_day(word: str, published: Published) -> None:
    assert not any(when.is_day() for when in when_of(word, SHELLED, DIED, published=published))


def test_govern_gives_the_first_of_several_days() -> None:
    parsed = document(FIRED)
    times = FINDER.resolve(parsed.text, FINDER.tag(parsed.text), PUBLISHED)

    assert govern(account_of(parsed, times, PUBLISHED, WORDS), 2).edtf == "2019-08-21"
