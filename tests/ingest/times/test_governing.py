"""Which time an event takes."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import DOUBT_DAYS, Basis, Published, When
from ingest.times import Account, govern
from ingest.times.governing import DAYS_AFTER, DAYS_BEFORE

Dating = Callable[..., tuple[When, ...]]
# Word/lemma/part of speech/tag/dependency/head, the heads counted from the start of the row.
SHELLED = "Rebels/rebel/NOUN/NNS/nsubj/1 shelled/shell/VERB/VBD/ROOT/1 towns/town/NOUN/NNS/dobj/1 on/on/ADP/IN/prep/1 "
SHELLED += "Sunday/sunday/PROPN/NNP/pobj/3 ././PUNCT/./punct/1"
DIED = "Two/two/NUM/CD/nummod/1 people/people/NOUN/NNS/nsubj/2 died/die/VERB/VBD/ROOT/2 ././PUNCT/./punct/2"
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
FOUND = (
    "Students/student/NOUN/NNS/nsubjpass/6 who/who/PRON/WP/nsubjpass/4 have/have/AUX/VBP/aux/4 "
    "been/be/AUX/VBN/auxpass/4 kidnapped/kidnap/VERB/VBN/relcl/0 were/be/AUX/VBD/auxpass/6 "
    "found/find/VERB/VBN/ROOT/6 on/on/ADP/IN/prep/6 Friday/friday/PROPN/NNP/pobj/7 ././PUNCT/./punct/6"
)
JUDGE = (
    "The/the/DET/DT/det/1 judge/judge/NOUN/NN/nsubj/5 investigating/investigate/VERB/VBG/acl/1 the/the/DET/DT/det/4 "
    "murder/murder/NOUN/NN/dobj/2 resigned/resign/VERB/VBD/ROOT/5 on/on/ADP/IN/prep/5 Friday/friday/PROPN/NNP/pobj/6 "
    "././PUNCT/./punct/5"
)
FREED = (
    "Rebels/rebel/NOUN/NNS/nsubj/1 freed/free/VERB/VBD/ROOT/1 him/he/PRON/PRP/dobj/1 today/today/NOUN/NN/npadvmod/1 "
    ",/,/PUNCT/,/punct/1 23/23/NUM/CD/nummod/6 August/august/PROPN/NNP/npadvmod/1 ././PUNCT/./punct/1"
)
LEFT = (
    "The/the/DET/DT/det/1 army/army/NOUN/NN/nsubj/2 said/say/VERB/VBD/ROOT/2 on/on/ADP/IN/prep/2 "
    "Friday/friday/PROPN/NNP/pobj/3 that/that/SCONJ/IN/mark/8 rebels/rebel/NOUN/NNS/nsubj/8 had/have/AUX/VBD/aux/8 "
    "left/leave/VERB/VBN/ccomp/2 ././PUNCT/./punct/2"
)
NEXT = (
    "The/the/DET/DT/det/1 change/change/NOUN/NN/nsubj/2 began/begin/VERB/VBD/ROOT/2 next/next/ADJ/JJ/amod/4 "
    "year/year/NOUN/NN/npadvmod/2 ././PUNCT/./punct/2"
)


def test_an_event_takes_the_day_of_its_clause(when_of: Dating) -> None:
    (when,) = when_of("shelled", SHELLED)

    assert (when.edtf, when.basis, when.expression) == ("2019-08-25", Basis.PUBLICATION, "Sunday")


def test_an_event_without_a_time_takes_the_day_the_story_has_reached(when_of: Dating) -> None:
    (when,) = when_of("died", SHELLED, DIED)

    assert (when.edtf, when.basis) == ("2019-08-25?", Basis.INFERRED)


def test_a_day_the_story_has_reached_lies_between_days_around_it(when_of: Dating) -> None:
    (died,) = when_of("died", SHELLED, DIED)
    (shelled,) = when_of("shelled", SHELLED)

    assert died.bounds() == (date(2019, 8, 22), date(2019, 8, 26))
    assert shelled.bounds() == (date(2019, 8, 25), date(2019, 8, 25))


def test_no_likeliest_day_lies_farther_from_its_bounds_than_merging_and_the_pages_look() -> None:
    assert max(DAYS_BEFORE, DAYS_AFTER) <= DOUBT_DAYS


def test_a_night_may_be_the_day_after_but_not_after_publication(when_of: Dating) -> None:
    assert [when.bounds()[1] for when in when_of("fired", FIRED)] == [date(2019, 8, 22), date(2019, 8, 23)]
    on_friday = Published(date(2019, 8, 22), date(2019, 8, 22), "given")
    assert when_of("fired", FIRED, published=on_friday)[1].bounds() == (date(2019, 8, 22), date(2019, 8, 22))


def test_coordinated_days_make_an_event_each(when_of: Dating) -> None:
    assert [when.edtf for when in when_of("fired", FIRED)] == ["2019-08-21", "2019-08-22"]


def test_the_day_of_a_report_is_not_the_day_of_what_it_reports(when_of: Dating) -> None:
    assert [when.edtf for when in when_of("said", SAID)] == ["2019-08-25"]
    assert [when.edtf for when in when_of("killed", SAID)] == ["/2019-08-25"]


def test_what_follows_a_dated_event_happened_on_its_day_or_later(when_of: Dating) -> None:
    (when,) = when_of("struck", AFTER)

    assert (when.first, when.last) == (date(2019, 8, 23), date(2019, 8, 26))


def test_a_clause_that_describes_an_event_dates_it(when_of: Dating) -> None:
    assert [when.edtf for when in when_of("blast", BLAST)] == ["2019-08-23"]


def test_what_is_told_as_ahead_is_not_before_publication(when_of: Dating) -> None:
    (when,) = when_of("leave", LEAVE)

    assert (when.first, when.last) == (date(2019, 8, 26), None)


def test_since_reaches_to_publication(when_of: Dating) -> None:
    (when,) = when_of("continued", SINCE)

    assert (when.first, when.last) == (date(2019, 5, 1), date(2019, 8, 26))


def test_an_event_nobody_dates_has_bounds_and_no_day(when_of: Dating) -> None:
    (when,) = when_of("met", MET)

    assert (when.first, when.last, when.edtf, when.basis) == (None, date(2019, 8, 26), "/2019-08-26", Basis.DOCUMENT)


@pytest.mark.parametrize(
    "published", [Published(None, None, "inferred"), Published(date(2008, 1, 1), None, "inferred")]
)
@pytest.mark.parametrize("word", ["shelled", "died"])
def test_in_an_undated_article_no_relative_time_makes_a_day(when_of: Dating, word: str, published: Published) -> None:
    assert not any(when.is_day() for when in when_of(word, SHELLED, DIED, published=published))


def test_govern_gives_the_first_of_several_days(account: Callable[..., Account]) -> None:
    assert govern(account(FIRED), 2).edtf == "2019-08-21"


def test_what_a_relative_clause_in_the_perfect_tells_has_not_the_day_of_the_main_clause(when_of: Dating) -> None:
    (when,) = when_of("kidnapped", FOUND)

    assert (when.first, when.last) == (None, date(2019, 8, 26))


def test_what_somebody_investigates_has_not_the_day_of_the_clause_around(when_of: Dating) -> None:
    assert not any(when.is_day() for when in when_of("murder", JUDGE))


def test_today_named_by_its_date_is_one_day_and_the_date_counts(when_of: Dating) -> None:
    assert [when.edtf for when in when_of("freed", FREED)] == ["2019-08-23"]


def test_what_had_happened_when_it_was_told_was_not_after_that_day(when_of: Dating) -> None:
    (when,) = when_of("left", LEFT)

    assert (when.first, when.last) == (None, date(2019, 8, 23))


def test_a_past_verb_takes_no_time_ahead_of_publication(when_of: Dating) -> None:
    assert not any(when.first and when.first > date(2019, 8, 26) for when in when_of("began", NEXT))


def test_what_a_participle_says_of_a_thing_had_happened_by_the_day_of_the_clause(when_of: Dating) -> None:
    stolen = (
        "The/the/DET/DT/det/2 stolen/steal/VERB/VBN/amod/2 guns/gun/NOUN/NNS/nsubjpass/4 were/be/AUX/VBD/auxpass/4 "
        "found/find/VERB/VBN/ROOT/4 on/on/ADP/IN/prep/4 Friday/friday/PROPN/NNP/pobj/5 ././PUNCT/./punct/4"
    )

    assert [when.edtf for when in when_of("stolen", stolen)] == ["/2019-08-23"]
    assert [when.edtf for when in when_of("found", stolen)] == ["2019-08-23"]


def test_a_year_in_a_name_is_no_time_of_its_sentence(when_of: Dating) -> None:
    opened = (
        "The/the/DET/DT/det/2 Peace/peace/PROPN/NNP/compound/2 Forum/forum/PROPN/NNP/nsubj/4 "
        "2019/2019/NUM/CD/nummod/2 opened/open/VERB/VBD/ROOT/4 on/on/ADP/IN/prep/4 "
        "Friday/friday/PROPN/NNP/pobj/5 ././PUNCT/./punct/4"
    )
    undated = opened.replace(" on/on/ADP/IN/prep/4 Friday/friday/PROPN/NNP/pobj/5 ././PUNCT/./punct/4", "")

    assert [when.edtf for when in when_of("opened", opened)] == ["2019-08-23"]
    assert [when.edtf for when in when_of("opened", undated)] == ["/2019-08-26"]


def test_a_day_that_an_undated_article_tells_as_ahead_is_none_its_story_has_reached(when_of: Dating) -> None:
    planned = (
        "The/the/DET/DT/det/1 vote/vote/NOUN/NN/nsubjpass/3 is/be/AUX/VBZ/auxpass/3 "
        "scheduled/schedule/VERB/VBN/ROOT/3 for/for/ADP/IN/prep/3 12/12/NUM/CD/nummod/6 June/june/PROPN/NNP/pobj/4 "
        "2012/2012/NUM/CD/nummod/6 ././PUNCT/./punct/3"
    )
    published = Published(date(2011, 5, 1), date(2012, 6, 12), "inferred")

    assert not any(when.is_day() for when in when_of("died", planned, DIED, published=published))


def test_the_day_of_a_noun_is_not_that_of_its_verb_where_another_stands_with_it(when_of: Dating) -> None:
    broke = (
        "The/the/DET/DT/det/1 truce/truce/NOUN/NN/nsubj/5 of/of/ADP/IN/prep/1 3/3/NUM/CD/nummod/4 "
        "May/may/PROPN/NNP/pobj/2 collapsed/collapse/VERB/VBD/ROOT/5 in/in/ADP/IN/prep/5 "
        "August/august/PROPN/NNP/pobj/6 ././PUNCT/./punct/5"
    )

    assert [when.edtf for when in when_of("collapsed", broke)] == ["2019-08-01/2019-08-26"]
    assert [when.edtf for when in when_of("truce", broke)] == ["2019-05-03"]


def test_a_past_day_carried_to_a_noun_of_the_present_is_over_by_publication(when_of: Dating) -> None:
    worry = (
        "The/the/DET/DT/det/1 clashes/clash/NOUN/NNS/nsubj/2 worry/worry/VERB/VBP/ROOT/2 many/many/ADJ/JJ/dobj/2 "
        "././PUNCT/./punct/2"
    )
    head = (
        "Beirut/beirut/PROPN/NNP/ROOT/0 ,/,/PUNCT/,/punct/0 August/august/PROPN/NNP/npadvmod/0 26/26/NUM/CD/nummod/2 "
        "--/--/PUNCT/:/punct/0"
    )
    (when,) = when_of("clashes", head, worry)

    assert (when.edtf, when.bounds()) == ("2019-08-26?", (date(2019, 8, 23), date(2019, 8, 26)))
